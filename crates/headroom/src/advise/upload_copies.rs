//! Copies of an upload.
//!
//! ## What it sees
//! A view that reads a file whole and holds it more than once.
//!
//! ## Why it costs
//! Each real copy is the file again: `BytesIO.write`, `getvalue`, base64. Handing
//! the bytes on to `BytesIO(content)` or `ContentFile(content)` is none.
//!
//! ## Fix
//! One copy.
//!
//! ## Source
//! Lab 4: the note's "3 copies" were 1.03 times the file; real ones 3.0, base64 in JSON 5.0.

use super::evidence::Code;
use super::rule::{Rule, Seen, UPLOADS};
use super::upload_read::happen;
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::uploads::Handling;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::UploadCopies,
    phase: Phase::Code,
    source: Source { at: "lab 4, s4_uploads.csv", date: "2026-11" },
    rests_on: UPLOADS,
    check,
};

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    let copies = side.uploads.copies;
    if !matches!(side.uploads.handling, Handling::Read) || copies < 2 || !happen(budget) {
        return None;
    }
    let seen =
        Seen::new(Severity::Saves, Code::UploadCopies { copies }).fix(FieldId::UploadCopies, 1);
    Some(seen.no_longer_measured(side.uploads.basis, FieldId::UploadsBasis))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    fn of(handling: Handling, copies: u32) -> Option<Seen> {
        seen(
            &RULE,
            &target(|side| {
                side.uploads.handling = handling;
                side.uploads.copies = copies;
            }),
        )
    }

    #[test]
    fn one_is_enough_and_chunks_make_none() {
        assert!(of(Handling::Read, 3).is_some());
        assert!(of(Handling::Read, 1).is_none());
        assert!(of(Handling::Chunks, 3).is_none());
    }
}
