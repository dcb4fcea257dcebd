//! `variables.Dockerfile`: the lines for an image of one's own.

use askama::Template;

use super::{Variables, variables};
use crate::export::sheet::{Sheet, file};
use crate::export::{ArtefactId, escape};
use crate::text::artefacts::containers::Remark;

#[derive(Template)]
#[template(path = "variables.Dockerfile", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    variables: Variables,
}

pub(in crate::export) fn render(sheet: &Sheet<'_>) -> String {
    file(&File { sheet, variables: variables(sheet).in_container() })
}
