//! Which tiers fit, which is cheapest, and why the others do not.

use crate::evaluate::{Verdict, evaluate_on};
use crate::plan::{Plan, SideId};
use crate::railway::{Bill, TierId};

/// One tier, judged for a side.
#[derive(Clone, Debug, PartialEq)]
pub struct TierChoice {
    /// Which.
    pub tier: TierId,
    /// Why it does not fit; empty if it does.
    pub unfit: Vec<Unfit>,
    /// What a month on it costs.
    pub bill: Bill,
    /// Whether it is the cheapest that fits.
    pub cheapest: bool,
}

/// Why a tier does not fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unfit {
    /// The peak is over what a replica may use.
    Memory {
        /// Bytes.
        by: f64,
    },
    /// It has not so many replicas.
    Replicas {
        /// The most.
        most: u32,
    },
    /// A replica has not so much CPU.
    Cpu {
        /// vCPUs.
        most: f64,
    },
    /// The credit is gone before its time, and everything stops.
    Credit {
        /// Days.
        after_days: f64,
    },
}

impl TierChoice {
    /// Whether the side can run on it.
    pub fn fits(&self) -> bool {
        self.unfit.is_empty()
    }
}

/// Every listed tier, and the plan's own.
pub fn tiers(plan: &Plan, side: SideId) -> Vec<TierChoice> {
    let shown = |tier: &&TierId| **tier != TierId::Custom || plan.railway.tier == TierId::Custom;
    let mut choices: Vec<TierChoice> =
        TierId::ALL.iter().filter(shown).map(|tier| judge(plan, side, *tier)).collect();
    let fitting = choices.iter().enumerate().filter(|(_, choice)| choice.fits());
    let cheapest =
        fitting.min_by(|(_, a), (_, b)| a.bill.total.likely.total_cmp(&b.bill.total.likely));
    if let Some(at) = cheapest.map(|(at, _)| at) {
        choices[at].cheapest = true;
    }
    choices
}

fn judge(plan: &Plan, side: SideId, tier: TierId) -> TierChoice {
    let budget = evaluate_on(plan.side(side), &plan.railway, tier);
    let terms = plan.railway.terms_on(tier).tier;
    let service = &plan.side(side).service;
    let memory = match budget.verdict {
        Verdict::Over { by } => Some(Unfit::Memory { by }),
        Verdict::Fits { .. } | Verdict::Tight { .. } => None,
    };
    let replicas =
        (service.replicas > terms.replicas).then_some(Unfit::Replicas { most: terms.replicas });
    let cpu = (service.vcpu.likely > terms.vcpu).then_some(Unfit::Cpu { most: terms.vcpu });
    let credit = budget.bill.credit.and_then(|credit| credit.gone_after_days);
    let credit = credit.map(|after_days| Unfit::Credit { after_days });
    let unfit = [memory, replicas, cpu, credit].into_iter().flatten().collect();
    TierChoice { tier, unfit, bill: budget.bill, cheapest: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::note;

    #[test]
    fn the_notes_target_fits_hobby_and_not_the_free_ones() {
        let choices = tiers(&note(), SideId::Target);
        let of = |tier| choices.iter().find(|choice| choice.tier == tier).unwrap();
        assert!(of(TierId::Hobby).cheapest);
        assert!(matches!(of(TierId::Free).unfit[..], [Unfit::Memory { .. }, Unfit::Credit { .. }]));
        assert!(matches!(of(TierId::Trial).unfit[..], [Unfit::Credit { .. }]));
        assert!(of(TierId::Pro).fits() && !of(TierId::Pro).cheapest);
    }
}
