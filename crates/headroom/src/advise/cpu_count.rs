//! Workers from a CPU count.
//!
//! ## What it sees
//! The number of workers is `cpu_count() * 2 + 1`.
//!
//! ## Why it costs
//! On Railway `cpu_count()` is the host's: 32 to 60 were seen, 48 make 97 workers.
//!
//! ## Fix
//! A fixed number: as many as the limit carries, and no more than are usual.
//!
//! ## Source
//! Lab 15: 97 workers held 4.4 GB after ten requests each.

use super::evidence::Quick;
use super::room::{ENOUGH, workers_that_fit};
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::{Budget, Verdict};
use crate::part::workers::{CountFrom, CountSet};
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::CpuCount,
    phase: Phase::QuickWins,
    source: Source { at: "lab 15, ninety-seven workers", date: "2026-11" },
    rests_on: &[FieldId::CountFrom, FieldId::Workers, FieldId::CountSet],
    check,
};

fn check(side: &Side, plan: &Plan, budget: &Budget) -> Option<Seen> {
    if !matches!(side.workers.count_from, CountFrom::Cpus) {
        return None;
    }
    let workers = budget.crew.workers;
    let to = workers_that_fit(side, &plan.railway, workers.min(ENOUGH)).max(1);
    let severity = match budget.verdict {
        Verdict::Over { .. } => Severity::Error,
        Verdict::Fits { .. } | Verdict::Tight { .. } => Severity::Saves,
    };
    let seen = Seen::new(severity, Quick::CpuCount { workers, cpus: plan.railway.host_cpus, to });
    let seen = seen.fix(FieldId::CountFrom, CountFrom::Number).fix(FieldId::Workers, to);
    Some(seen.fix(FieldId::CountSet, CountSet::Variable))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    #[test]
    fn a_host_of_48_cpus_starts_97() {
        let plan = target(|side| side.workers.count_from = CountFrom::Cpus);
        let found = seen(&RULE, &plan).unwrap();
        assert_eq!(found.evidence, Quick::CpuCount { workers: 97, cpus: 48, to: 4 }.into());
    }

    #[test]
    fn a_number_is_a_number() {
        assert!(seen(&RULE, &target(|side| side.workers.count = 97)).is_none());
    }
}
