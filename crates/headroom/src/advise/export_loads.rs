//! Exports that load everything.
//!
//! ## What it sees
//! All rows go into a list before the first is written.
//!
//! ## Why it costs
//! Memory grows with the rows, and the worker keeps most of it afterwards.
//!
//! ## Fix
//! `.iterator()`, and a write-only workbook in place of an ordinary one.
//!
//! ## Source
//! Lab 3: 10,000 x 25 into a workbook takes 110 MiB, streamed 12.

use super::evidence::Code;
use super::rule::{EXPORTS, Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::coefficient::World;
use crate::evaluate::Budget;
use crate::part::PartId;
use crate::part::exports::{Exports, Format, Reading, kept, likely_one};
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::ExportLoads,
    phase: Phase::Code,
    source: Source { at: "lab 3, s3_export_peak.csv", date: "2026-11" },
    rests_on: EXPORTS,
    check,
};

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    let exports = &side.exports;
    if !matches!(exports.reading, Reading::Load) || !happen(budget) {
        return None;
    }
    let format = match exports.format {
        Format::Workbook | Format::WriteOnly => Format::WriteOnly,
        Format::Csv => Format::Csv,
    };
    let streamed = Exports { reading: Reading::Iterator, format, ..*exports };
    let bytes = |exports| likely_one(exports, side.pooling.pgbouncer);
    let evidence = Code::ExportLoads {
        rows: exports.rows.likely,
        chunk: exports.chunk,
        each: bytes(exports),
        kept: kept(exports, side.pooling.pgbouncer, World::Stated).likely,
        then: bytes(&streamed),
        no_cursors: side.pooling.pgbouncer,
    };
    let seen = Seen::new(Severity::Saves, evidence).fix(FieldId::ExportReading, Reading::Iterator);
    let seen =
        if format == exports.format { seen } else { seen.fix(FieldId::ExportFormat, format) };
    Some(seen.no_longer_measured(exports.basis, FieldId::ExportsBasis))
}

/// Whether there are exports at all.
pub(super) fn happen(budget: &Budget) -> bool {
    budget.part(PartId::Exports).demand.peak.likely > 0.0
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::part::Basis;
    use crate::plan::fresh;
    use crate::setting::Setting;
    use crate::units::{Estimate, MB};

    #[test]
    fn a_workbook_of_everything_is_streamed() {
        let found = seen(&RULE, &fresh()).unwrap();
        let write_only = (FieldId::ExportFormat, Format::WriteOnly.value());
        assert!(found.edits.contains(&write_only));
        let csv = seen(&RULE, &target(|side| side.exports.format = Format::Csv)).unwrap();
        assert_eq!(csv.edits, [(FieldId::ExportReading, Reading::Iterator.value())]);
    }

    #[test]
    fn the_measured_figure_goes_with_the_code_that_it_described() {
        let measured = target(|side| {
            side.exports.basis = Basis::Measured;
            side.exports.measured = Estimate::exact(500.0 * MB);
        });
        let found = seen(&RULE, &measured).unwrap();
        assert!(found.edits.contains(&(FieldId::ExportsBasis, Basis::Workload.value())));
    }

    #[test]
    fn an_iterator_or_no_export_is_fine() {
        assert!(seen(&RULE, &target(|side| side.exports.reading = Reading::Iterator)).is_none());
        let none = target(|side| {
            side.exports.at_once = 0;
            side.exports.a_day = Estimate::ZERO;
        });
        assert!(seen(&RULE, &none).is_none());
    }
}
