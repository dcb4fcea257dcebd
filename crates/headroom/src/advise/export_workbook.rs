//! An iterator into an ordinary workbook.
//!
//! ## What it sees
//! Rows are fetched chunk by chunk, and all their cells kept until the file is saved.
//!
//! ## Why it costs
//! The cells are the larger part: of 25 columns, 97.5 of 109.9 MiB stay.
//!
//! ## Fix
//! `Workbook(write_only=True)`.
//!
//! ## Source
//! Lab 3: the "half fix".

use super::evidence::Code;
use super::export_loads::happen;
use super::rule::{EXPORTS, Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::exports::{Exports, Format, Reading, likely_one};
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::ExportWorkbook,
    phase: Phase::Code,
    source: Source { at: "lab 3, s3_export_peak.csv", date: "2026-11" },
    rests_on: EXPORTS,
    check,
};

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    let exports = &side.exports;
    let half = matches!((exports.reading, exports.format), (Reading::Iterator, Format::Workbook));
    if !half || !happen(budget) {
        return None;
    }
    let write_only = Exports { format: Format::WriteOnly, ..*exports };
    let bytes = |exports| likely_one(exports, side.pooling.pgbouncer);
    let whole = Exports { reading: Reading::Load, ..*exports };
    let evidence = Code::ExportWorkbook {
        each: bytes(exports),
        whole: bytes(&whole),
        then: bytes(&write_only),
    };
    let seen = Seen::new(Severity::Saves, evidence);
    let seen = seen.fix(FieldId::ExportFormat, Format::WriteOnly);
    Some(seen.no_longer_measured(exports.basis, FieldId::ExportsBasis))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    fn of(format: Format) -> Option<Seen> {
        seen(
            &RULE,
            &target(|side| {
                side.exports.reading = Reading::Iterator;
                side.exports.format = format;
            }),
        )
    }

    #[test]
    fn a_workbook_keeps_its_cells_and_a_write_only_one_does_not() {
        assert!(of(Format::Workbook).is_some());
        assert!(of(Format::WriteOnly).is_none());
        assert!(of(Format::Csv).is_none());
    }
}
