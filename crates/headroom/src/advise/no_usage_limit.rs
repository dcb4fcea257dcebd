//! No usage limit.
//!
//! ## What it sees
//! Neither an alert nor a hard limit is set, on a tier that bills what goes beyond.
//!
//! ## Why it costs
//! A worker count or a leak that runs away is billed until somebody looks.
//!
//! ## Fix
//! An alert a quarter above the usage, a hard limit at twice it; Railway's least
//! are 5 and 10 dollars.
//!
//! ## Source
//! Railway's page on cost control.

use super::evidence::Watch;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::plan::{FieldId, Plan, Side};
use crate::railway::UsageLimits;

pub(super) const RULE: Rule = Rule {
    id: FindingId::NoUsageLimit,
    phase: Phase::Watch,
    source: Source { at: "https://docs.railway.com/pricing/cost-control", date: "2026-08-21" },
    rests_on: &[FieldId::UsageLimit],
    check,
};

fn check(_: &Side, plan: &Plan, budget: &Budget) -> Option<Seen> {
    if plan.railway.usage_limit || !plan.railway.terms().tier.billed_beyond {
        return None;
    }
    let limits = UsageLimits::around(budget.bill.usage.likely);
    Some(Seen::new(Severity::Note, Watch::NoUsageLimit(limits)).fix(FieldId::UsageLimit, true))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::seen;
    use super::*;
    use crate::plan::{fresh, note};
    use crate::railway::TierId;

    #[test]
    fn it_follows_the_usage_whatever_the_subscription() {
        let limits = UsageLimits { soft: 12.0, hard: 19.0 };
        let mut plan = note();
        for tier in [TierId::Hobby, TierId::Pro] {
            plan.railway.tier = tier;
            assert_eq!(seen(&RULE, &plan).unwrap().evidence, Watch::NoUsageLimit(limits).into());
        }
    }

    #[test]
    fn where_one_is_set_or_nothing_is_billed_there_is_no_need() {
        let mut plan = fresh();
        plan.railway.usage_limit = true;
        assert!(seen(&RULE, &plan).is_none());
        plan = fresh();
        plan.railway.tier = TierId::Free;
        assert!(seen(&RULE, &plan).is_none());
    }
}
