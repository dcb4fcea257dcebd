//! `PgBouncer` takes the cursor from an iterator.
//!
//! ## What it sees
//! A streamed export, and `PgBouncer` in transaction mode in between.
//!
//! ## Why it costs
//! Without server-side cursors all rows arrive at once; the chunk size no longer matters.
//!
//! ## Fix
//! None in the plan: the export over the direct address, with cursors. (`atomic()` alone
//! does nothing where `DISABLE_SERVER_SIDE_CURSORS` is set, as the exported settings do.)
//!
//! ## Source
//! Lab 3: 3.06 MiB per 1,000 rows of the whole result; Django's notes on databases.

use super::evidence::Code;
use super::export_loads::happen;
use super::rule::{EXPORTS, Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::exports::{holds_everything, likely_one};
use crate::plan::{Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::NoCursor,
    phase: Phase::Code,
    source: Source {
        at: "https://docs.djangoproject.com/en/5.2/ref/databases/#transaction-pooling-server-side-cursors",
        date: "2026-11-24",
    },
    rests_on: EXPORTS,
    check,
};

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    let streamed = !holds_everything(&side.exports);
    (side.pooling.pgbouncer && streamed && happen(budget)).then(|| {
        let [each, then] = [true, false].map(|no_cursors| likely_one(&side.exports, no_cursors));
        Seen::new(Severity::Note, Code::NoCursor { each, then })
    })
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::part::exports::{Format, Reading};

    fn of(pgbouncer: bool, reading: Reading) -> Option<Seen> {
        seen(
            &RULE,
            &target(|side| {
                side.pooling.pgbouncer = pgbouncer;
                side.exports.reading = reading;
                side.exports.format = Format::Csv;
            }),
        )
    }

    #[test]
    fn a_pooler_and_a_stream_do_not_go_together() {
        assert!(of(true, Reading::Iterator).is_some());
        assert!(of(true, Reading::Load).is_none());
        assert!(of(false, Reading::Iterator).is_none());
    }
}
