//! `memory_monitor.py`: a middleware that logs what the container and the worker hold.

use askama::Template;

use super::sheet::{Sheet, file};
use super::{ArtefactId, escape};
use crate::text::artefacts::views::Remark;
use crate::units::integer;

/// The part of the limit above which the middleware warns.
const WARN_AT: f64 = 0.85;

/// Requests of a worker from one line to the next, unless it is recycled sooner.
const LOG_EVERY: u32 = 100;

#[derive(Template)]
#[template(path = "memory_monitor.py", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    plan: String,
    log_every: u32,
    check_every: u32,
    threshold: String,
    threshold_why: String,
}

pub(super) fn render(sheet: &Sheet<'_>) -> String {
    let (limit, _) = sheet.limit();
    let log_every = match sheet.side.workers.max_requests {
        0 => LOG_EVERY,
        requests => LOG_EVERY.min(requests.div_ceil(2)),
    };
    file(&File {
        sheet,
        plan: escape::python(&escape::comment(&sheet.plan.name)),
        log_every,
        check_every: log_every.div_ceil(10),
        threshold: grouped(integer(limit * WARN_AT)),
        threshold_why: sheet.words(&Remark::Threshold { limit }),
    })
}

/// A number as Python programs write it: `850_000_000`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_in_python() {
        assert_eq!(grouped(850_000_000), "850_000_000");
        assert_eq!(grouped(54_400), "54_400");
        assert_eq!(grouped(7), "7");
    }
}
