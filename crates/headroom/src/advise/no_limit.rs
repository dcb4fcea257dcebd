//! No memory limit of one's own.
//!
//! ## What it sees
//! Nothing below the tier's own limit is set, and the service needs much less.
//!
//! ## Why it costs
//! Nothing by itself: a limit is free. It holds down what runs away, and the page
//! cache, which is billed.
//!
//! ## Fix
//! 1.5 times the high end of the peak, in steps of 50 MB, as it is exported.
//!
//! ## Source
//! Railway's guide: 1.5 to 2 times the observed peak.

use super::evidence::Watch;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::coefficient::measured;
use crate::evaluate::{Budget, evaluate};
use crate::plan::{FieldId, Plan, Side, SideId};
use crate::railway::memory_limit;
use crate::units::Estimate;

pub(super) const RULE: Rule = Rule {
    id: FindingId::NoLimit,
    phase: Phase::Watch,
    source: Source { at: measured::LIMIT_OVER_PEAK.source, date: measured::LIMIT_OVER_PEAK.date },
    rests_on: &[FieldId::Limit],
    check,
};

fn check(side: &Side, plan: &Plan, _: &Budget) -> Option<Seen> {
    // There is one limit, and it is made for what is to run: the target.
    if plan.railway.limit.is_some() || !std::ptr::eq(side, &raw const plan.target) {
        return None;
    }
    let budget = evaluate(plan, SideId::Target);
    let (peak, until) = (budget.total.peak.high, budget.limit.bytes);
    let to = memory_limit(peak);
    if to >= until {
        return None;
    }
    let seen = Seen::new(Severity::Note, Watch::NoLimit { peak, to, until });
    Some(seen.fix(FieldId::Limit, Some(Estimate::exact(to))))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::seen;
    use super::*;
    use crate::plan::{fresh, note};

    #[test]
    fn a_fresh_plan_gets_one_that_its_whole_range_fits() {
        let found = seen(&RULE, &fresh()).unwrap();
        let super::super::Evidence::Watch(Watch::NoLimit { peak, to, until }) = found.evidence
        else {
            panic!("{found:?}")
        };
        assert_eq!(peak, evaluate(&fresh(), SideId::Target).total.peak.high);
        assert!(peak * 1.5 <= to && to < until, "{peak} {to} {until}");
    }

    #[test]
    fn the_note_has_one() {
        assert!(seen(&RULE, &note()).is_none());
    }
}
