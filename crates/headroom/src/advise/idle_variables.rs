//! Variables that save no memory.
//!
//! ## What it sees
//! A configuration file is in play on either side. Who has one is told to set
//! `PYTHONUNBUFFERED`, `GUNICORN_TIMEOUT` and `LOG_LEVEL` as well, as the note does.
//!
//! ## Why it costs
//! Nothing is saved: Railway's builder sets the first, and Gunicorn and Django
//! read neither of the others.
//!
//! ## Fix
//! None in the plan.
//!
//! ## Source
//! `docs/facts.md`, 4 (Railpack) and 1 (Gunicorn 27).

use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::workers::CountSet;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::IdleVariables,
    phase: Phase::QuickWins,
    source: Source { at: "https://docs.gunicorn.org/en/stable/configure.html", date: "2026-11-12" },
    rests_on: &[FieldId::CountSet],
    check,
};

fn check(_: &Side, plan: &Plan, _: &Budget) -> Option<Seen> {
    let from_file =
        |side: &Side| matches!(side.workers.count_set, CountSet::File | CountSet::Twice);
    (from_file(&plan.current) || from_file(&plan.target))
        .then(|| Seen::new(Severity::Note, Quick::IdleVariables))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::seen;
    use super::*;
    use crate::plan::{fresh, note};

    #[test]
    fn the_note_sets_them_and_a_fresh_plan_does_not() {
        assert!(seen(&RULE, &note()).is_some());
        assert!(seen(&RULE, &fresh()).is_none());
    }
}
