//! Uploads read whole.
//!
//! ## What it sees
//! `file.read()`.
//!
//! ## Why it costs
//! The whole file is in memory, once a copy; in chunks it is a few megabytes,
//! whatever its size.
//!
//! ## Fix
//! `file.chunks()`.
//!
//! ## Source
//! Lab 4: 1.0 times the file, against 3 to 4 MiB.

use super::evidence::Code;
use super::rule::{Rule, Seen, UPLOADS};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::PartId;
use crate::part::uploads::{Handling, Uploads, likely_one};
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::UploadRead,
    phase: Phase::Code,
    source: Source { at: "lab 4, s4_uploads.csv", date: "2026-11" },
    rests_on: UPLOADS,
    check,
};

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    let uploads = &side.uploads;
    if matches!(uploads.handling, Handling::Chunks) || !happen(budget) {
        return None;
    }
    let then = likely_one(&Uploads { handling: Handling::Chunks, ..*uploads });
    let evidence = Code::UploadRead { size: uploads.size.likely, each: likely_one(uploads), then };
    let seen = Seen::new(Severity::Saves, evidence).fix(FieldId::UploadHandling, Handling::Chunks);
    Some(seen.no_longer_measured(uploads.basis, FieldId::UploadsBasis))
}

/// Whether there are uploads at all.
pub(super) fn happen(budget: &Budget) -> bool {
    budget.part(PartId::Uploads).demand.peak.likely > 0.0
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::plan::fresh;

    #[test]
    fn chunks_are_fine() {
        assert!(seen(&RULE, &fresh()).is_some());
        assert!(seen(&RULE, &target(|side| side.uploads.handling = Handling::Chunks)).is_none());
    }
}
