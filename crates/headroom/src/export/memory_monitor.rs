//! `memory_monitor.py`: a middleware that logs what the container and the worker hold.

use askama::Template;

use super::sheet::{Sheet, file, grouped};
use super::{ArtefactId, escape};
use crate::text::artefacts::views::Remark;
use crate::units::integer;

/// The part of the limit above which the middleware warns.
const WARN_AT: f64 = 0.85;

/// Seconds from one line of a worker to the next.
const LOG_EVERY: u32 = 60;

/// Seconds from one look to the next: an export of a few seconds is seen.
const CHECK_EVERY: u32 = 2;

/// Seconds until a worker warns again.
const WARN_AGAIN: u32 = 300;

#[derive(Template)]
#[template(path = "memory_monitor.py", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    plan: String,
    log_every: u32,
    check_every: u32,
    threshold: String,
    threshold_why: String,
    warn_again: u32,
}

pub(super) fn render(sheet: &Sheet<'_>) -> String {
    let (limit, _) = sheet.limit();
    file(&File {
        sheet,
        plan: escape::python(&escape::comment(&sheet.plan.name)),
        log_every: LOG_EVERY,
        check_every: CHECK_EVERY,
        threshold: grouped(integer(limit * WARN_AT)),
        threshold_why: sheet.words(&Remark::Threshold { limit }),
        warn_again: WARN_AGAIN,
    })
}
