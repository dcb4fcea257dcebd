//! A file sets the number of workers, and `WEB_CONCURRENCY` does nothing.
//!
//! ## What it sees
//! A fixed number in a Gunicorn configuration file.
//!
//! ## Why it costs
//! Nothing; but the variable that every guide names changes nothing here.
//!
//! ## Fix
//! The exported file reads the variable. `GUNICORN_CMD_ARGS` wins over any file.
//!
//! ## Source
//! `docs/facts.md`, 1: so in 108 of 165 public configurations.

use super::cpu_count::looks_calculated;
use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::workers::{CountFrom, CountSet};
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::SetInFile,
    phase: Phase::QuickWins,
    source: Source { at: "https://docs.gunicorn.org/en/stable/configure.html", date: "2026-11-12" },
    rests_on: &[FieldId::CountFrom, FieldId::Workers, FieldId::CountSet],
    check,
};

fn check(side: &Side, plan: &Plan, _: &Budget) -> Option<Seen> {
    let in_file = matches!(
        (side.workers.count_from, side.workers.count_set),
        (CountFrom::Number, CountSet::File)
    );
    if !in_file || looks_calculated(side, plan) {
        return None;
    }
    let seen = Seen::new(Severity::Note, Quick::SetInFile { workers: side.workers.count });
    Some(seen.fix(FieldId::CountSet, CountSet::Variable))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    fn of(count: u32, count_set: CountSet) -> Option<Seen> {
        seen(
            &RULE,
            &target(|side| {
                side.workers.count = count;
                side.workers.count_set = count_set;
            }),
        )
    }

    #[test]
    fn a_file_wins_over_the_variable() {
        assert!(of(3, CountSet::File).is_some());
        assert!(of(3, CountSet::Variable).is_none());
    }

    #[test]
    fn the_formula_has_a_finding_of_its_own() {
        assert!(of(5, CountSet::File).is_none());
    }
}
