//! More workers than the limit carries.
//!
//! ## What it sees
//! A fixed number of workers whose likely peak is over the limit.
//!
//! ## Why it costs
//! At the limit the kernel kills a worker in the middle of its requests; Gunicorn
//! starts another, so that no restart and no alert tells of it.
//!
//! ## Fix
//! The largest number that fits, found by evaluating; at least one.
//!
//! ## Source
//! Facts, A5: `Worker (pid:N) was sent SIGKILL! Perhaps out of memory?`

use super::evidence::Quick;
use super::room::workers_that_fit;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::{Budget, Verdict};
use crate::part::workers::CountFrom;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::TooManyWorkers,
    phase: Phase::QuickWins,
    source: Source {
        at: "https://docs.railway.com/deployments/troubleshooting/slow-deployments",
        date: "2026-08-21",
    },
    rests_on: &[FieldId::CountFrom, FieldId::Workers],
    check,
};

fn check(side: &Side, plan: &Plan, budget: &Budget) -> Option<Seen> {
    let over = matches!(budget.verdict, Verdict::Over { .. });
    let workers = side.workers.count;
    if !over || workers < 2 || matches!(side.workers.count_from, CountFrom::Cpus) {
        return None;
    }
    let fit = workers_that_fit(side, &plan.railway, workers - 1);
    let to = fit.max(1);
    let (peak, limit) = (budget.total.peak.likely, budget.limit.bytes);
    let evidence = Quick::TooManyWorkers { workers, fit, to, peak, limit };
    Some(Seen::new(Severity::Error, evidence).fix(FieldId::Workers, to))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::part::Basis;
    use crate::plan::fresh;
    use crate::units::{Estimate, GB, MB};

    #[test]
    fn as_many_as_the_limit_carries() {
        let mut plan = target(|side| {
            side.workers.basis = Basis::Measured;
            side.workers.measured = Estimate::exact(300.0 * MB);
            side.workers.count = 5;
            side.exports.at_once = 0;
            side.exports.a_day = Estimate::ZERO;
            side.uploads.at_once = 0;
        });
        plan.railway.limit = Some(Estimate::exact(GB));
        let found = seen(&RULE, &plan).unwrap();
        assert!(matches!(found.evidence, super::super::Evidence::Quick(Quick::TooManyWorkers { fit: 3, to: 3, .. })));
    }

    #[test]
    fn those_that_fit_stay() {
        assert!(seen(&RULE, &fresh()).is_none());
    }
}
