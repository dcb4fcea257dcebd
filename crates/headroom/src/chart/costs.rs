//! What a month costs on each tier, for both sides.

use crate::evaluate::{Budget, Verdict, on_tier};
use crate::plan::Railway;
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
    /// Whether the peak fits, as it is and as it could be.
    pub fits: [bool; 2],
    /// Whether it is the plan's tier.
    pub chosen: bool,
}

/// The costs of both sides of a plan across the tiers.
pub fn costs(railway: &Railway, sides: [&Budget; 2]) -> Costs {
    let listed = [TierId::Free, TierId::Trial, TierId::Hobby, TierId::Pro];
    let own = Some(railway.tier).filter(|tier| !listed.contains(tier));
    let tiers: Vec<Cost> =
        listed.into_iter().chain(own).map(|tier| cost(railway, sides, tier)).collect();
    let end =
        tiers.iter().flat_map(|cost| cost.dollars).map(|dollars| dollars.high).fold(1.0, f64::max);
    Costs { tiers, end }
}

fn cost(railway: &Railway, sides: [&Budget; 2], tier: TierId) -> Cost {
    let [now, then] = sides.map(|budget| on_tier(budget, railway, tier));
    let fits = |verdict| !matches!(verdict, Verdict::Over { .. });
    Cost {
        tier,
        dollars: [now.0.total, then.0.total],
        fits: [fits(now.1), fits(then.1)],
        chosen: tier == railway.tier,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::evaluate;
    use crate::plan::{SideId, note};

    #[test]
    fn the_note_costs_the_same_on_hobby_and_pro_until_it_is_small() {
        let plan = note();
        let [now, then] = [SideId::Current, SideId::Target].map(|side| evaluate(&plan, side));
        let costs = costs(&plan.railway, [&now, &then]);
        let of = |tier| costs.tiers.iter().find(|cost| cost.tier == tier).unwrap();
        assert!((of(TierId::Hobby).dollars[0].likely - 37.5).abs() < 0.01);
        assert!(
            (of(TierId::Pro).dollars[1].likely - 20.0).abs() < 0.01,
            "the subscription is the floor"
        );
        assert_eq!(of(TierId::Free).fits, [false, false]);
        assert!(of(TierId::Hobby).chosen);
    }
}
