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
//! The largest number that fits, found by evaluating. Where not even one does, two:
//! with one alone a slow request stops the service, and saves too little to fit.
//!
//! ## Source
//! Gunicorn's log line: `Worker (pid:N) was sent SIGKILL! Perhaps out of memory?`

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
    if !over || matches!(side.workers.count_from, CountFrom::Cpus) {
        return None;
    }
    let to = workers_that_fit(side, &plan.railway, workers);
    let (peak, limit) = (budget.total.peak.likely, budget.limit.bytes);
    let evidence = Quick::TooManyWorkers { workers, to, peak, limit };
    (to < workers).then(|| Seen::new(Severity::Saves, evidence).fix(FieldId::Workers, to))
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
        assert!(matches!(
            found.evidence,
            super::super::Evidence::Quick(Quick::TooManyWorkers { to: 3, .. })
        ));
    }

    #[test]
    fn where_none_fits_two_are_left() {
        let mut plan = target(|side| side.workers.count = 9);
        plan.railway.limit = Some(Estimate::exact(64.0 * MB));
        let found = seen(&RULE, &plan).unwrap();
        assert!(matches!(
            found.evidence,
            super::super::Evidence::Quick(Quick::TooManyWorkers { to: 2, .. })
        ));
        plan.target.workers.count = 2;
        assert!(seen(&RULE, &plan).is_none());
    }

    #[test]
    fn those_that_fit_stay() {
        assert!(seen(&RULE, &fresh()).is_none());
    }
}
