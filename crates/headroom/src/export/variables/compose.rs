//! `compose.memory.yaml`: the service on one's own machine, killed where Railway kills it.

use askama::Template;

use super::{Variables, variables};
use crate::export::railway_limit::limit_why;
use crate::export::sheet::{DRAINING_SECONDS, Sheet, file};
use crate::export::{ArtefactId, escape};
use crate::text::artefacts::containers::Remark;
use crate::units::integer;

#[derive(Template)]
#[template(path = "compose.memory.yaml", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    variables: Variables,
    bytes: u64,
    limit_why: String,
    draining: u32,
}

pub(in crate::export) fn render(sheet: &Sheet<'_>) -> String {
    let (limit, from) = sheet.limit();
    file(&File {
        sheet,
        variables: variables(sheet).in_container(),
        bytes: integer(limit),
        limit_why: sheet.notes_after("    # ", &limit_why(sheet, limit, from)),
        draining: DRAINING_SECONDS,
    })
}
