//! The tiers side by side: which carry a service, which is cheapest, why the others do not.

use crate::evaluate::{Budget, on_tier};
use crate::plan::{Plan, Railway, Side, SideId};
use crate::railway::{Bill, TIERS, TierId};

/// A service on one tier.
#[derive(Clone, Debug, PartialEq)]
pub struct TierChoice {
    /// Which.
    pub tier: TierId,
    /// What a month costs there.
    pub bill: Bill,
    /// Why it does not carry the service; empty if it does.
    pub unfit: Vec<Unfit>,
    /// Whether it is the cheapest of those that do.
    pub cheapest: bool,
    /// Whether it is the plan's own.
    pub chosen: bool,
}

/// A reason why a tier does not carry a service.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unfit {
    /// The likely peak of a replica is over its memory.
    Memory {
        /// Bytes over.
        over: f64,
    },
    /// It has fewer replicas.
    Replicas {
        /// As many as it has.
        most: u32,
    },
    /// A replica uses more CPU on average than it has.
    Cpu {
        /// vCPUs that it has.
        most: f64,
    },
    /// Its credit is used up, and then everything stops.
    Credit {
        /// Days until then.
        after: f64,
    },
    /// It is a trial and ends.
    Once {
        /// Days that it lasts.
        days: f64,
    },
}

impl TierChoice {
    /// Whether the tier carries the service.
    pub fn fits(&self) -> bool {
        self.unfit.is_empty()
    }
}

/// One side of a plan on every tier, smallest first; a custom tier only if it is the plan's.
pub fn tiers(plan: &Plan, side: SideId, budget: &Budget) -> Vec<TierChoice> {
    of_side(plan.side(side), &plan.railway, budget)
}

/// Whether a tier carries one side of a plan.
pub fn fits_on(plan: &Plan, side: SideId, budget: &Budget, tier: TierId) -> bool {
    choice(plan.side(side), &plan.railway, tier, budget).fits()
}

pub(super) fn of_side(side: &Side, railway: &Railway, budget: &Budget) -> Vec<TierChoice> {
    let listed = TIERS.iter().map(|tier| tier.id);
    let custom = Some(TierId::Custom).filter(|custom| *custom == railway.tier);
    let mut choices: Vec<TierChoice> =
        listed.chain(custom).map(|tier| choice(side, railway, tier, budget)).collect();
    let total = |choice: &TierChoice| choice.bill.total.likely;
    let cheapest =
        choices.iter().filter(|choice| choice.fits()).map(total).fold(f64::INFINITY, f64::min);
    if let Some(choice) =
        choices.iter_mut().find(|choice| choice.fits() && total(choice) <= cheapest)
    {
        choice.cheapest = true;
    }
    choices
}

/// The cheapest one that carries the side.
pub(super) fn cheapest(choices: &[TierChoice]) -> Option<&TierChoice> {
    choices.iter().find(|choice| choice.cheapest)
}

fn choice(side: &Side, railway: &Railway, tier: TierId, budget: &Budget) -> TierChoice {
    let (bill, _) = on_tier(budget, railway, tier);
    let unfit = unfit(side, railway, budget.total.peak.likely, (tier, &bill));
    TierChoice { tier, bill, unfit, cheapest: false, chosen: tier == railway.tier }
}

fn unfit(side: &Side, railway: &Railway, peak: f64, (id, bill): (TierId, &Bill)) -> Vec<Unfit> {
    let tier = railway.terms_on(id).tier;
    let over = peak - tier.memory;
    let credit = bill.credit;
    [
        (over > 0.0).then_some(Unfit::Memory { over }),
        (side.service.replicas > tier.replicas).then_some(Unfit::Replicas { most: tier.replicas }),
        (side.service.vcpu.likely > tier.vcpu).then_some(Unfit::Cpu { most: tier.vcpu }),
        credit.and_then(|credit| credit.gone_after_days).map(|after| Unfit::Credit { after }),
        credit.filter(|_| id == TierId::Trial).map(|credit| Unfit::Once { days: credit.of_days }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::outline;
    use crate::plan::{fresh, note};
    use crate::units::{Estimate, MB};

    fn of(plan: &Plan, side: SideId, tier: TierId) -> TierChoice {
        tiers(plan, side, &outline(plan, side))
            .into_iter()
            .find(|choice| choice.tier == tier)
            .unwrap()
    }

    #[test]
    fn the_note_fits_hobby_and_says_why_nothing_smaller() {
        let plan = note();
        assert!(of(&plan, SideId::Target, TierId::Hobby).cheapest);
        let free = of(&plan, SideId::Target, TierId::Free);
        assert!(matches!(free.unfit[0], Unfit::Memory { over } if (over - 410.0 * MB).abs() < 1.0));
        assert!(free.unfit.iter().any(|unfit| matches!(unfit, Unfit::Credit { .. })));
        let trial = of(&plan, SideId::Target, TierId::Trial);
        assert!(trial.unfit.iter().any(|unfit| matches!(unfit, Unfit::Once { .. })));
    }

    #[test]
    fn replicas_and_cpu_count_too() {
        let mut plan = fresh();
        plan.target.service.replicas = 7;
        plan.target.service.vcpu = Estimate::exact(9.0);
        let hobby = of(&plan, SideId::Target, TierId::Hobby);
        assert_eq!(hobby.unfit, [Unfit::Replicas { most: 6 }, Unfit::Cpu { most: 8.0 }]);
        assert!(of(&plan, SideId::Target, TierId::Pro).cheapest);
    }

    #[test]
    fn at_most_one_is_cheapest_and_custom_is_shown_to_whom_it_belongs() {
        let mut plan = fresh();
        assert_eq!(
            tiers(&plan, SideId::Target, &outline(&plan, SideId::Target)).len(),
            TIERS.len()
        );
        plan.railway.tier = TierId::Custom;
        let choices = tiers(&plan, SideId::Target, &outline(&plan, SideId::Target));
        assert_eq!(choices.len(), TIERS.len() + 1);
        assert_eq!(choices.iter().filter(|choice| choice.cheapest).count(), 1);
    }
}
