//! What a month costs on each tier, for both sides.

use crate::advise::tiers::fits_on;
use crate::evaluate::{Budget, Verdict, on_tier};
use crate::plan::{Plan, SideId};
use crate::railway::TierId;
use crate::units::Estimate;

/// The tiers that can be bought by anybody, and the plan's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Costs {
    /// One for each tier, smallest first.
    pub tiers: Vec<Cost>,
    /// The value at the top.
    pub end: f64,
}

/// One tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// Which.
    pub tier: TierId,
    /// Dollars a month as it is, and as it could be.
    pub dollars: [Estimate; 2],
    /// Whether the service runs there, as it is and as it could be: its peak is below the
    /// limit, and the tier has the replicas, the CPUs and the credit.
    pub fits: [bool; 2],
    /// Whether it is the plan's tier.
    pub chosen: bool,
}

/// The costs of both sides of a plan across the tiers.
pub fn costs(plan: &Plan, sides: [&Budget; 2]) -> Costs {
    let listed = [TierId::Free, TierId::Trial, TierId::Hobby, TierId::Pro];
    let own = Some(plan.railway.tier).filter(|tier| !listed.contains(tier));
    let tiers: Vec<Cost> =
        listed.into_iter().chain(own).map(|tier| cost(plan, sides, tier)).collect();
    let end =
        tiers.iter().flat_map(|cost| cost.dollars).map(|dollars| dollars.high).fold(1.0, f64::max);
    Costs { tiers, end }
}

fn cost(plan: &Plan, sides: [&Budget; 2], tier: TierId) -> Cost {
    let on = |side, budget| {
        let (bill, verdict) = on_tier(budget, &plan.railway, tier);
        let over = matches!(verdict, Verdict::Over { .. });
        (bill.total, !over && fits_on(plan, side, budget, tier))
    };
    let [now, then] = sides;
    let (now, then) = (on(SideId::Current, now), on(SideId::Target, then));
    Cost {
        tier,
        dollars: [now.0, then.0],
        fits: [now.1, then.1],
        chosen: tier == plan.railway.tier,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::evaluate;
    use crate::plan::note;

    #[test]
    fn the_note_costs_the_same_on_hobby_and_pro_until_it_is_small() {
        let plan = note();
        let [now, then] = [SideId::Current, SideId::Target].map(|side| evaluate(&plan, side));
        let costs = costs(&plan, [&now, &then]);
        let of = |tier| costs.tiers.iter().find(|cost| cost.tier == tier).unwrap();
        assert!((of(TierId::Hobby).dollars[0].likely - 37.5).abs() < 0.01);
        assert!(
            (of(TierId::Pro).dollars[1].likely - 20.0).abs() < 0.01,
            "the subscription is the floor"
        );
        assert_eq!(of(TierId::Free).fits, [false, false]);
        assert_eq!(of(TierId::Trial).fits, [false, false], "910 MB fit, and its credit ends");
        assert!(of(TierId::Hobby).chosen);
    }
}
