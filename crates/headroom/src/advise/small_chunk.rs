//! Tiny chunks of an iterator.
//!
//! ## What it sees
//! `iterator(chunk_size=100)`, or anything below 500.
//!
//! ## Why it costs
//! 100 takes twenty times the round trips of the usual 2,000, and twenty times
//! the queries of a prefetch, for a few megabytes while an export runs.
//!
//! ## Fix
//! `chunk_size=2000`. It saves time, not memory.
//!
//! ## Source
//! Lab 3: 0.9 MiB against 12.0.

use super::evidence::Code;
use super::export_loads::happen;
use super::rule::{EXPORTS, Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::exports::{Exports, Format, Reading, likely_one};
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::SmallChunk,
    phase: Phase::Code,
    source: Source {
        at: "https://docs.djangoproject.com/en/5.2/ref/models/querysets/#iterator",
        date: "2026-11-24",
    },
    rests_on: &[FieldId::ExportChunk, EXPORTS[0]],
    check,
};

/// Below this the round trips outweigh what is saved.
const SMALL: u32 = 500;

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    let exports = &side.exports;
    if !matches!(exports.reading, Reading::Iterator) || exports.chunk >= SMALL || !happen(budget) {
        return None;
    }
    let to = Exports::default().chunk;
    // In an ordinary workbook the buffer drowns in the cells: say what it is by itself.
    let buffered = |chunk| {
        likely_one(&Exports { chunk, format: Format::Csv, ..*exports }, side.pooling.pgbouncer)
    };
    let more = buffered(to) - buffered(exports.chunk);
    let seen = Seen::new(Severity::Note, Code::SmallChunk { chunk: exports.chunk, to, more });
    Some(seen.fix(FieldId::ExportChunk, to))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    fn of(reading: Reading, chunk: u32) -> Option<Seen> {
        seen(
            &RULE,
            &target(|side| {
                side.exports.reading = reading;
                side.exports.chunk = chunk;
            }),
        )
    }

    #[test]
    fn the_notes_hundred_is_small() {
        assert!(of(Reading::Iterator, 100).is_some());
        assert!(of(Reading::Iterator, 500).is_none());
        assert!(of(Reading::Load, 100).is_none());
    }
}
