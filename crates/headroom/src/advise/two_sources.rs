//! Two sources for the number of workers.
//!
//! ## What it sees
//! The number is written in two places, such as `GUNICORN_WORKERS` and `WEB_CONCURRENCY`.
//!
//! ## Why it costs
//! Gunicorn reads `WEB_CONCURRENCY` alone; a file that reads another variable wins
//! over it. Whoever changes the wrong one changes nothing.
//!
//! ## Fix
//! `WEB_CONCURRENCY` alone.
//!
//! ## Source
//! Gunicorn's order of settings (`docs/facts.md`, 1).

use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::workers::CountSet;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::TwoSources,
    phase: Phase::QuickWins,
    source: Source { at: "https://docs.gunicorn.org/en/stable/configure.html", date: "2026-11-12" },
    rests_on: &[FieldId::CountSet],
    check,
};

fn check(side: &Side, _: &Plan, _: &Budget) -> Option<Seen> {
    matches!(side.workers.count_set, CountSet::Twice).then(|| {
        Seen::new(Severity::Error, Quick::TwoSources).fix(FieldId::CountSet, CountSet::Variable)
    })
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    #[test]
    fn one_place_is_enough() {
        assert!(seen(&RULE, &target(|side| side.workers.count_set = CountSet::Twice)).is_some());
        assert!(seen(&RULE, &target(|side| side.workers.count_set = CountSet::Command)).is_none());
    }
}
