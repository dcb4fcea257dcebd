//! What one setting would have to be for the plan to show what was seen.

use super::Observations;
use super::adopt::PRIVATE;
use super::compare::{one_worker, workers_counted};
use crate::advise::gap::{ExplanationKind, gap};
use crate::coefficient::World;
use crate::evaluate::outline;
use crate::part::Basis;
use crate::part::stack::Stack;
use crate::part::workers::CountFrom;
use crate::plan::{Edit, FieldId, Plan, SideId};
use crate::setting::{Setting, Value};
use crate::units::Estimate;

/// A setting that would close the gap alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Which.
    pub kind: FitKind,
    /// What it would have to be: bytes, or workers.
    pub value: f64,
    /// What was measured of it, or what the plan says where nothing was.
    pub instead_of: f64,
    /// Whether it was measured otherwise: then this is not the reason.
    pub contradicts: bool,
    /// The plan with it.
    pub plan: Plan,
    /// What that plan shows at rest, in all its replicas.
    pub shows: Estimate,
}

/// Which setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FitKind {
    /// What each worker keeps from large jobs.
    Kept,
    /// What one worker has for itself.
    Private,
    /// The number of workers.
    Workers,
}

/// More than any service has: 2000 workers, or a terabyte in one.
const MOST_WORKERS: u32 = 2000;
const MOST_PRIVATE: f64 = 1e12;
/// Whole workers seldom add up exactly: so near they must come.
const NEAR: f64 = 0.1;

/// The settings that would close the gap, those first that nothing contradicts.
pub fn fits(plan: &Plan, seen: &Observations) -> Vec<Fit> {
    let (Some(gap), Some(observed)) = (gap(plan), plan.railway.observed) else { return Vec::new() };
    let kept = gap.explanations.into_iter().find_map(|explanation| {
        (explanation.kind == ExplanationKind::KeptByWorkers).then_some(Fit {
            kind: FitKind::Kept,
            value: explanation.each,
            instead_of: 0.0,
            contradicts: false,
            shows: explanation.explains,
            plan: Plan { name: plan.name.clone(), ..explanation.plan },
        })
    });
    let found = [kept, private(plan, observed.likely, seen), workers(plan, observed.likely, seen)];
    let (against, mut fits): (Vec<Fit>, Vec<Fit>) =
        found.into_iter().flatten().partition(|fit| fit.contradicts);
    fits.extend(against);
    fits
}

/// The private memory with which the plan shows so much, found by halving.
fn private(plan: &Plan, observed: f64, seen: &Observations) -> Option<Fit> {
    let workers = plan.current.workers;
    if workers.basis != Basis::Workload {
        return None;
    }
    let with = |bytes: f64| {
        let bytes = Estimate::exact(bytes);
        let (private, measured) = PRIVATE;
        let own = (FieldId::Stack, Stack::Own.value());
        changed(plan, &[own, (private, bytes.value()), (measured, Some(bytes).value())])
    };
    let (mut below, mut above) = (0.0, MOST_PRIVATE);
    if shown(&with(below)).likely > observed || shown(&with(above)).likely < observed {
        return None;
    }
    for _ in 0..64 {
        let middle = f64::midpoint(below, above);
        if shown(&with(middle)).likely < observed { below = middle } else { above = middle }
    }
    let measured = one_worker(seen, workers.preload);
    let contradicts = measured.is_some_and(|(_, found)| above < found.low || found.high < above);
    Some(fit(
        FitKind::Private,
        above,
        workers.own(World::Stated).0.likely,
        contradicts,
        with(above),
    ))
}

/// The number of workers that comes nearest.
fn workers(plan: &Plan, observed: f64, seen: &Observations) -> Option<Fit> {
    let now = outline(plan, SideId::Current).crew.workers;
    let with = |count: u32| {
        changed(
            plan,
            &[
                (FieldId::CountFrom, CountFrom::Number.value()),
                (FieldId::CountMeasured, Some(Estimate::exact(f64::from(count))).value()),
                (FieldId::Workers, count.value()),
            ],
        )
    };
    let off = |count: u32| (shown(&with(count)).likely - observed).abs();
    let (mut below, mut above) = (1, MOST_WORKERS);
    while above - below > 1 {
        let middle = u32::midpoint(below, above);
        if shown(&with(middle)).likely < observed { below = middle } else { above = middle }
    }
    let nearest = if off(below) <= off(above) { below } else { above };
    let fits = nearest != now && off(nearest) < observed * NEAR;
    let contradicts = workers_counted(seen).is_some_and(|found| found != nearest);
    fits.then(|| {
        fit(FitKind::Workers, f64::from(nearest), f64::from(now), contradicts, with(nearest))
    })
}

fn fit(kind: FitKind, value: f64, instead_of: f64, contradicts: bool, plan: Plan) -> Fit {
    Fit { kind, value, instead_of, contradicts, shows: shown(&plan), plan }
}

fn changed(plan: &Plan, settings: &[(FieldId, Value)]) -> Plan {
    let mut plan = plan.clone();
    for (id, value) in settings {
        plan.apply(Edit::Set(SideId::Current, *id, *value));
    }
    plan
}

fn shown(plan: &Plan) -> Estimate {
    outline(plan, SideId::Current).shown_at_rest() * f64::from(plan.current.service.replicas)
}
