//! A smaller tier would carry the service for less.
//!
//! ## What it sees
//! The tier carries the service, and so does one with a smaller bill.
//!
//! ## Why it costs
//! The subscription is the least that is billed, used or not.
//!
//! ## Fix
//! The cheapest tier that carries it.
//!
//! ## Source
//! `data/tiers.toml`.

use super::evidence::Watch;
use super::rule::{Rule, Seen};
use super::tier_too_small::move_to;
use super::tiers::of_side;
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::plan::{FieldId, Plan, Side};
use crate::railway::{LIST_DATE, LIST_SOURCE, TierId};

pub(super) const RULE: Rule = Rule {
    id: FindingId::TierTooLarge,
    phase: Phase::Watch,
    source: Source { at: LIST_SOURCE, date: LIST_DATE },
    rests_on: &[FieldId::Tier],
    check,
};

fn check(side: &Side, plan: &Plan, budget: &Budget) -> Option<Seen> {
    if plan.railway.tier == TierId::Custom {
        return None;
    }
    let choices = of_side(side, &plan.railway, budget);
    let at = choices.iter().position(|choice| choice.chosen && choice.fits())?;
    // Of those below: a price of one's own can make a larger tier the cheaper one.
    let (own, other) = (&choices[at], choices[..at].iter().find(|choice| choice.cheapest)?);
    let (bill, then) = (own.bill.total.likely, other.bill.total.likely);
    if then > bill - 0.01 {
        return None;
    }
    let evidence = Watch::TierTooLarge { tier: own.tier, to: other.tier, bill, then };
    Some(move_to(Seen::new(Severity::Saves, evidence), other.tier, &plan.railway))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::seen;
    use super::*;
    use crate::plan::note;

    fn note_on(tier: TierId) -> Option<Seen> {
        let mut plan = note();
        plan.railway.tier = tier;
        seen(&RULE, &plan)
    }

    #[test]
    fn pro_costs_20_where_hobby_would_be_nine() {
        let found = note_on(TierId::Pro).unwrap();
        let evidence =
            Watch::TierTooLarge { tier: TierId::Pro, to: TierId::Hobby, bill: 20.0, then: 9.1 };
        assert_eq!(
            format!("{:?}", found.evidence),
            format!("{:?}", super::super::Evidence::Watch(evidence))
        );
    }

    #[test]
    fn hobby_is_the_cheapest_that_carries_the_note() {
        assert!(note_on(TierId::Hobby).is_none());
    }
}
