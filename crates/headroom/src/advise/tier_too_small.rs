//! The tier does not carry the service.
//!
//! ## What it sees
//! The likely peak, the replicas or the CPU are beyond what the tier gives, or its
//! credit does not last.
//!
//! ## Why it costs
//! Beyond the memory the kernel kills; without credit everything stops.
//!
//! ## Fix
//! The cheapest tier that carries it, if there is one.
//!
//! ## Source
//! `data/tiers.toml`.

use super::evidence::Watch;
use super::rule::{Rule, Seen};
use super::tiers::{Unfit, cheapest, of_side};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::plan::{FieldId, Plan, Railway, Side};
use crate::railway::{LIST_DATE, LIST_SOURCE, TierId};
use crate::units::Estimate;

pub(super) const RULE: Rule = Rule {
    id: FindingId::TierTooSmall,
    phase: Phase::Watch,
    source: Source { at: LIST_SOURCE, date: LIST_DATE },
    rests_on: &[FieldId::Tier],
    check,
};

fn check(side: &Side, plan: &Plan, budget: &Budget) -> Option<Seen> {
    let choices = of_side(side, &plan.railway, budget);
    let own = choices.iter().find(|choice| choice.chosen)?;
    let unfit = *own.unfit.iter().find(|unfit| !matches!(unfit, Unfit::Once { .. }))?;
    let to = cheapest(&choices).map(|choice| (choice.tier, choice.bill.subscription));
    let seen = Seen::new(Severity::Error, Watch::TierTooSmall { tier: own.tier, unfit, to });
    Some(match to {
        Some((to, _)) => move_to(seen, to, &plan.railway),
        None => seen,
    })
}

/// Prices and limits of one's own belong to the tier that is left.
pub(super) fn move_to(seen: Seen, to: TierId, railway: &Railway) -> Seen {
    let own = railway.overrides;
    let belongings = [
        (FieldId::Subscription, own.subscription),
        (FieldId::Included, own.included),
        (FieldId::MemoryLimit, own.memory),
    ];
    let seen = seen.fix(FieldId::Tier, to);
    let set = belongings.into_iter().filter(|(_, value)| value.is_some());
    set.fold(seen, |seen, (id, _)| seen.fix(id, None::<Estimate>))
}

#[cfg(test)]
mod tests {
    use super::super::Evidence;
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::plan::fresh;
    use crate::units::MB;

    fn on(tier: TierId, count: u32) -> Option<Seen> {
        let mut plan = target(|side| side.workers.count = count);
        plan.railway.tier = tier;
        seen(&RULE, &plan)
    }

    #[test]
    fn the_cheapest_that_carries_it_is_proposed() {
        let found = on(TierId::Free, 20).unwrap();
        let Evidence::Watch(Watch::TierTooSmall { to, .. }) = found.evidence else {
            panic!("{found:?}")
        };
        assert_eq!(to, Some((TierId::Hobby, 5.0)));
    }

    #[test]
    fn where_none_does_it_is_said() {
        let found = on(TierId::Hobby, 2000).unwrap();
        assert!(found.edits.is_empty());
    }

    #[test]
    fn a_limit_of_the_users_own_is_left_behind() {
        let mut plan = fresh();
        plan.railway.overrides.memory = Some(Estimate::exact(100.0 * MB));
        let found = seen(&RULE, &plan).unwrap();
        assert!(found.edits.iter().any(|(id, _)| *id == FieldId::MemoryLimit));
    }

    #[test]
    fn a_tier_that_fits_is_fine() {
        assert!(on(TierId::Hobby, 2).is_none());
    }
}
