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
//! 1.5 times the high end of the peak, in steps of 250 MB.
//!
//! ## Source
//! Railway's guide: 1.5 to 2 times the observed peak.

use super::evidence::Watch;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::coefficient::measured;
use crate::evaluate::Budget;
use crate::plan::{FieldId, Plan, Side};
use crate::units::{Estimate, MB};

pub(super) const RULE: Rule = Rule {
    id: FindingId::NoLimit,
    phase: Phase::Watch,
    source: Source { at: measured::LIMIT_OVER_PEAK.source, date: measured::LIMIT_OVER_PEAK.date },
    rests_on: &[FieldId::Limit],
    check,
};

const STEP: f64 = 250.0 * MB;

fn check(_: &Side, plan: &Plan, budget: &Budget) -> Option<Seen> {
    let peak = budget.total.peak.high;
    let to = libm::ceil(peak * measured::LIMIT_OVER_PEAK.estimate.likely / STEP).max(1.0) * STEP;
    let until = budget.limit.bytes;
    if plan.railway.limit.is_some() || to >= until {
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
    fn a_fresh_plan_gets_one_that_it_fits() {
        let found = seen(&RULE, &fresh()).unwrap();
        let super::super::Evidence::Watch(Watch::NoLimit { peak, to, until }) = found.evidence
        else {
            panic!("{found:?}")
        };
        assert!(peak * 1.5 <= to && to < until, "{peak} {to} {until}");
    }

    #[test]
    fn the_note_has_one() {
        assert!(seen(&RULE, &note()).is_none());
    }
}
