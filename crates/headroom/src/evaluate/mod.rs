//! What a side takes, what it costs, and whether it fits. Total: any plan has an answer.
//!
//! The likely figures come from the likely numbers; the ranges around them from many
//! worlds (`draws`, `ranges`). A term's own range is rougher: its factors' spreads in
//! quadrature.

mod draws;
mod ranges;
mod worker;

pub use draws::Draws;
pub(crate) use draws::WORLDS;

use crate::coefficient::World;
use crate::part::crew::Crew;
use crate::part::pooling::{self, Connections};
use crate::part::{
    Basis, Demand, Ledger, PartId, exports, logs, others, queries, uploads, workers,
};
use crate::plan::{Plan, Railway, Side, SideId};
use crate::railway::{Bill, Terms, TierId, Usage, bill};
use crate::units::Estimate;

/// The whole answer for one side of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Budget {
    /// Each part with its terms, in the order of [`PartId::ALL`].
    pub parts: Vec<(PartId, Ledger)>,
    /// The sum of the parts, for one replica.
    pub total: Demand,
    /// One worker: at rest and on average its share, at the peak a busy one.
    pub worker: Demand,
    /// The workers.
    pub crew: Crew,
    /// Database connections.
    pub connections: Connections,
    /// What one replica may use.
    pub limit: Limit,
    /// Whether its peak fits.
    pub verdict: Verdict,
    /// What all replicas and services use on average.
    pub usage: Usage,
    /// What that costs.
    pub bill: Bill,
}

/// The memory that one replica may use before the kernel kills.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// Bytes.
    pub bytes: f64,
    /// Whether the user set it below the tier's.
    pub set_by_user: bool,
}

/// Whether a peak fits a limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// Even the high end does; so much is left at the likely one.
    Fits {
        /// Bytes.
        left: f64,
    },
    /// The likely peak does, but the high end does not, or hardly anything is left.
    Tight {
        /// Bytes that are left at the likely peak.
        left: f64,
        /// Bytes that the high end is over by; zero if it is not.
        over_at_worst: f64,
    },
    /// The likely peak does not.
    Over {
        /// Bytes.
        by: f64,
    },
}

impl Budget {
    /// What one part takes.
    pub fn part(&self, id: PartId) -> &Ledger {
        let place = PartId::ALL.iter().position(|part| *part == id).unwrap_or_default();
        &self.parts[place].1
    }

    /// What the dashboard shows at rest: page cache is in Railway's metric.
    pub fn shown_at_rest(&self) -> Estimate {
        self.total.idle + self.total.cache
    }

    /// What is billed for one replica, before its neighbours.
    pub fn billed(&self) -> Estimate {
        self.total.average + self.total.cache
    }
}

/// The answer for one side, with its ranges. The other side has no part in it.
pub fn evaluate(plan: &Plan, side: SideId) -> Budget {
    evaluate_in(plan, side, &draws::USUAL)
}

/// The same, with the ranges from these worlds.
pub fn evaluate_in(plan: &Plan, side: SideId, draws: &Draws) -> Budget {
    let mut budget = outline(plan, side);
    let terms = plan.railway.terms_on(plan.railway.tier);
    ranges::spread(&mut budget, plan, side, &terms, draws);
    budget
}

/// The bill and the verdict of a budget if its plan were on another tier.
pub fn on_tier(budget: &Budget, railway: &Railway, tier: TierId) -> (Bill, Verdict) {
    let terms = railway.terms_on(tier);
    let verdict = verdict(budget.total.peak, limit(railway, &terms));
    (budget.bill.on(&terms, railway.month), verdict)
}

/// The likely figures alone: what ranges it holds are rough. Some hundred times sooner.
pub fn outline(plan: &Plan, side: SideId) -> Budget {
    outline_of(plan.side(side), &plan.railway)
}

/// The likely figures of a side that need not be a plan's.
pub fn outline_of(side: &Side, railway: &Railway) -> Budget {
    let terms = railway.terms_on(railway.tier);
    let crew = Crew::of(&side.workers, railway.host_cpus, side.service.seconds_between_deploys());
    let ledgers = ledgers(side, crew, World::Stated);
    let total = sum(&ledgers.each_ref().map(|ledger| ledger.demand));
    let worker = worker::one(&ledgers, crew);
    let parts = PartId::ALL.iter().copied().zip(ledgers).collect();
    let usage = usage(side, &total);
    let limit = limit(railway, &terms);
    Budget {
        connections: pooling::connections(&side.pooling, crew, side.service.replicas),
        verdict: verdict(total.peak, limit),
        bill: bill(&usage, &terms, railway.month),
        parts,
        total,
        worker,
        crew,
        limit,
        usage,
    }
}

/// With less than this part of the limit left, even an exact figure only just fits:
/// the same service measured twice differs by as much.
const HARDLY_ANYTHING: f64 = 0.05;

/// Whether a peak fits a limit.
pub fn verdict(peak: Estimate, limit: Limit) -> Verdict {
    let left = limit.bytes - peak.likely;
    let over_at_worst = (peak.high - limit.bytes).max(0.0);
    if left < 0.0 {
        Verdict::Over { by: -left }
    } else if over_at_worst > 0.0 || left < limit.bytes * HARDLY_ANYTHING {
        Verdict::Tight { left, over_at_worst }
    } else {
        Verdict::Fits { left }
    }
}

fn limit(railway: &Railway, terms: &Terms) -> Limit {
    match railway.limit {
        Some(own) if own.likely < terms.tier.memory => {
            Limit { bytes: own.likely, set_by_user: true }
        }
        Some(_) | None => Limit { bytes: terms.tier.memory, set_by_user: false },
    }
}

/// Exports and uploads share the workers' slots: the heavier jobs come first,
/// and what cannot run at the same time is not added up.
fn ledgers(side: &Side, crew: Crew, world: World<'_>) -> [Ledger; PartId::ALL.len()] {
    let no_cursors = side.pooling.pgbouncer;
    let modelled = |basis| matches!(basis, Basis::Workload);
    let (wanted_exports, wanted_uploads) = (
        if modelled(side.exports.basis) { side.exports.at_once } else { 0 },
        if modelled(side.uploads.basis) { side.uploads.at_once } else { 0 },
    );
    let exports_first = exports::one(&side.exports, no_cursors, world).likely
        >= uploads::one(&side.uploads, world).likely;
    let (exports_admitted, uploads_admitted) = if exports_first {
        let first = crew.admit(wanted_exports, 0);
        (first, crew.admit(wanted_uploads, first))
    } else {
        let first = crew.admit(wanted_uploads, 0);
        (crew.admit(wanted_exports, first), first)
    };
    let exports_around = exports::Around {
        crew,
        no_cursors,
        allocator: side.workers.allocator,
        admitted: exports_admitted,
    };
    let uploads_around = uploads::Around { crew, admitted: uploads_admitted };
    let service = &side.service;
    std::array::from_fn(|place| match PartId::ALL[place] {
        PartId::Workers => workers::ledger(&side.workers, crew, world),
        PartId::Exports => exports::ledger(&side.exports, exports_around, world),
        PartId::Uploads => uploads::ledger(&side.uploads, uploads_around, world),
        PartId::Logs => logs::ledger(&side.logs, service.seconds_between_deploys(), world),
        PartId::Pooling => pooling::ledger(&side.pooling, crew, world),
        PartId::Queries => queries::ledger(&side.queries, crew, world),
        PartId::Others => others::ledger(&side.others, world),
    })
}

/// What each part takes in one world, and one worker.
fn demands(side: &Side, crew: Crew, world: World<'_>) -> ([Demand; PartId::ALL.len()], Demand) {
    let ledgers = ledgers(side, crew, world);
    let worker = worker::one(&ledgers, crew);
    (ledgers.map(|ledger| ledger.demand), worker)
}

fn sum(parts: &[Demand]) -> Demand {
    let of = |figure: fn(&Demand) -> Estimate| Estimate::sum(parts.iter().map(figure));
    Demand {
        idle: of(|demand| demand.idle),
        average: of(|demand| demand.average),
        peak: of(|demand| demand.peak),
        cache: of(|demand| demand.cache),
        beside: of(|demand| demand.beside),
    }
}

/// Replicas multiply; at a deploy the old and the new one run together.
fn usage(side: &Side, total: &Demand) -> Usage {
    let service = &side.service;
    let overlapping =
        (service.deploys * service.overlap * (1.0 / 86_400.0)).at_most(Estimate::exact(1.0));
    let copies = (Estimate::exact(1.0) + overlapping) * f64::from(service.replicas);
    let vcpu_of_others = Estimate::sum(side.others.iter().map(|row| row.vcpu));
    Usage {
        memory: (total.average + total.cache) * copies + total.beside,
        vcpu: service.vcpu * copies + vcpu_of_others,
        egress: service.egress,
        volume: service.volume,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Service, fresh, note};
    use crate::units::{GB, MB};

    #[test]
    fn the_note_adds_up_as_it_is_written() {
        let (now, then) = (evaluate(&note(), SideId::Current), evaluate(&note(), SideId::Target));
        assert_eq!(now.total.idle.likely, 3750.0 * MB);
        assert_eq!(then.total.peak, Estimate::exact(910.0 * MB));
        assert_eq!(now.verdict, Verdict::Over { by: 2750.0 * MB });
        assert_eq!(then.verdict, Verdict::Fits { left: 90.0 * MB });
    }

    #[test]
    fn a_range_that_reaches_over_the_limit_is_tight() {
        let limit = Limit { bytes: GB, set_by_user: true };
        let found = verdict(Estimate::between(0.7 * GB, 1.1 * GB), limit);
        assert!(matches!(found, Verdict::Tight { .. }), "{found:?}");
    }

    #[test]
    fn an_exact_figure_just_below_the_limit_is_tight() {
        let limit = Limit { bytes: GB, set_by_user: true };
        let tight = |peak| {
            matches!(
                verdict(Estimate::exact(peak), limit),
                Verdict::Tight { over_at_worst: 0.0, .. }
            )
        };
        assert!(tight(0.97 * GB) && !tight(0.91 * GB));
    }

    #[test]
    fn replicas_and_deploys_multiply_the_bill_and_not_the_limit() {
        let mut plan = note();
        plan.target.service = Service {
            replicas: 2,
            deploys: Estimate::exact(24.0),
            overlap: Estimate::exact(360.0),
            ..Service::default()
        };
        let budget = evaluate(&plan, SideId::Target);
        assert_eq!(budget.total.peak, Estimate::exact(910.0 * MB));
        assert!((budget.usage.memory.likely - 2.0 * 1.1 * 910.0 * MB).abs() < 1.0);
    }

    #[test]
    fn a_side_rests_on_itself_and_railway_alone() {
        let mut plan = fresh();
        let before = evaluate(&plan, SideId::Current);
        plan.target = note().target;
        plan.name = "another".into();
        assert_eq!(evaluate(&plan, SideId::Current), before);
    }

    #[test]
    fn jobs_beyond_the_slots_wait() {
        let mut plan = fresh();
        plan.target.workers.count = 2;
        plan.target.exports.at_once = 2;
        plan.target.uploads.at_once = 0;
        let two = evaluate(&plan, SideId::Target).total.peak;
        plan.target.exports.at_once = 50;
        plan.target.uploads.at_once = 50;
        let all = evaluate(&plan, SideId::Target);
        assert_eq!(all.part(PartId::Exports).demand.peak, {
            plan.target.exports.at_once = 2;
            evaluate(&plan, SideId::Target).part(PartId::Exports).demand.peak
        });
        assert!(all.total.peak.likely < two.likely + 40.0 * MB, "uploads find no slot");
    }

    #[test]
    fn the_limit_is_the_lower_one() {
        let mut plan = fresh();
        assert_eq!(
            evaluate(&plan, SideId::Target).limit,
            Limit { bytes: 8.0 * GB, set_by_user: false }
        );
        plan.railway.limit = Some(Estimate::exact(90.0 * GB));
        assert_eq!(
            evaluate(&plan, SideId::Target).limit,
            Limit { bytes: 8.0 * GB, set_by_user: false }
        );
    }
}
