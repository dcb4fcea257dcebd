//! `variables.env`: what Railway's raw editor takes.

use askama::Template;

use super::{Variables, variables};
use crate::export::sheet::{Sheet, file};
use crate::export::{ArtefactId, escape};

#[derive(Template)]
#[template(path = "variables.env", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    variables: Variables,
}

pub(in crate::export) fn render(sheet: &Sheet<'_>) -> String {
    file(&File { sheet, variables: variables(sheet) })
}
