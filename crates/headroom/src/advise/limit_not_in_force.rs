//! More memory seen than the limit lets through.
//!
//! ## What it sees
//! The dashboard shows more than all replicas may use.
//!
//! ## Why it costs
//! The verdict is against a limit that is not there: the kernel kills at it, so
//! that nothing can be seen above it.
//!
//! ## Fix
//! None in the plan: look what is set, and set it.
//!
//! ## Source
//! Railway's page on limits; the note has 5 GB seen on a service of 1 GB.

use super::evidence::Watch;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::LimitNotInForce,
    phase: Phase::Watch,
    source: Source {
        at: "https://docs.railway.com/deployments/troubleshooting/slow-deployments",
        date: "2026-08-21",
    },
    rests_on: &[FieldId::Limit, FieldId::Observed],
    check,
};

fn check(_: &Side, plan: &Plan, budget: &Budget) -> Option<Seen> {
    let observed = plan.railway.observed?.likely;
    let limit = budget.limit.bytes;
    let possible = limit * f64::from(plan.current.service.replicas);
    (observed > possible)
        .then(|| Seen::new(Severity::Note, Watch::LimitNotInForce { observed, limit }))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::seen;
    use super::*;
    use crate::plan::note;
    use crate::units::{Estimate, GB};

    #[test]
    fn five_gigabytes_cannot_stand_under_a_limit_of_one() {
        let mut plan = note();
        let evidence = Watch::LimitNotInForce { observed: 5.0 * GB, limit: GB };
        assert_eq!(seen(&RULE, &plan).unwrap().evidence, evidence.into());
        plan.railway.observed = Some(Estimate::exact(0.9 * GB));
        assert!(seen(&RULE, &plan).is_none());
    }
}
