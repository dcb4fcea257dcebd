//! What was measured, taken over by the plan's current side. Where the target's worker
//! follows from the workload too, a setting that was the same goes along: it stays as it
//! is now until somebody plans otherwise.

use super::compare::{
    Row, arbiter, beside_arbiter, beside_private, compare, middle, one_worker, summed,
    workers_counted,
};
use super::fit::{Fit, fits};
use super::gunicorn::crew;
use super::{Figure, Meter, Observations, Source};
use crate::advise::gap::{Gap, gap};
use crate::coefficient::measured;
use crate::evaluate::outline;
use crate::part::Basis;
use crate::part::stack::Stack;
use crate::part::workers::{CountFrom, Preload};
use crate::plan::{Edit, Field, FieldId, Plan, Scope, SideId};
use crate::setting::Setting;
use crate::units::Estimate;

/// What the measurements come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Adopted {
    /// What was measured against the plan as it was.
    pub before: Vec<Row>,
    /// The changes, as one that can be undone.
    pub edit: Edit,
    /// The plan with them.
    pub plan: Plan,
    /// What was measured against that plan.
    pub after: Vec<Row>,
    /// What the figures show besides.
    pub remarks: Vec<Remark>,
    /// What is still not explained.
    pub gap: Option<Gap>,
    /// What would close it.
    pub fits: Vec<Fit>,
}

/// What figures show when they are laid side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remark {
    /// RSS summed over all processes counts shared pages once for each.
    SummedRss {
        /// That sum.
        sum: f64,
        /// What they really hold.
        truth: f64,
    },
    /// The plan's observed total is such a sum.
    ObservedIsSummedRss {
        /// In bytes.
        observed: f64,
    },
    /// The arbiter is as large as a worker: the application is loaded before the fork.
    Preloaded,
    /// The arbiter is small: the plan's preload is not in force.
    NotPreloaded,
    /// The largest worker holds so much more than the smallest: what jobs left.
    Uneven {
        /// In bytes.
        smallest: f64,
        /// In bytes.
        largest: f64,
    },
    /// The workers were read from a meter that also counts what they share.
    Inexact(Meter),
    /// Railway's command prints MB that are 1,024 to a GB; they were read so.
    RailwayUnits,
}

/// What the measurements mean for a plan.
pub fn adopt(plan: &Plan, seen: &Observations) -> Adopted {
    let mut edits = Edits { plan: plan.clone(), list: Vec::new() };
    edits.take_all(seen);
    let Edits { plan: after, list } = edits;
    Adopted {
        before: compare(plan, seen),
        edit: Edit::Many(list),
        after: compare(&after, seen),
        remarks: remarks(plan, seen),
        gap: gap(&after),
        fits: fits(&after, seen),
        plan: after,
    }
}

/// Edits with the plan that they make so far.
struct Edits {
    plan: Plan,
    list: Vec<Edit>,
}

impl Edits {
    fn set(&mut self, id: FieldId, value: impl Setting) {
        let field = Field::of(id);
        let was = field.get(&self.plan, SideId::Current);
        let both = field.scope() == Scope::Side
            && self.plan.target.workers.basis == Basis::Workload
            && field.get(&self.plan, SideId::Target) == was;
        let sides = if both { SideId::ALL } else { &[SideId::Current] };
        for side in sides {
            let edit = Edit::Set(*side, id, value.value());
            self.plan.apply(edit.clone());
            self.list.push(edit);
        }
    }

    /// With a word that it was measured.
    fn set_measured(&mut self, (id, measured): (FieldId, FieldId), value: Estimate) {
        self.set(measured, Some(value));
        self.set(id, value);
    }

    fn take_all(&mut self, seen: &Observations) {
        if let Some(preload) = preload(seen, self.plan.current.workers.preload) {
            self.set(FieldId::Preload, preload);
        }
        if let Some(workers) = workers_counted(seen) {
            self.set(FieldId::CountFrom, CountFrom::Number);
            self.set(FieldId::CountMeasured, Some(Estimate::exact(f64::from(workers))));
            self.set(FieldId::Workers, workers);
        }
        let workers = self.plan.current.workers;
        if let Some((_, private)) = one_worker(seen, workers.preload) {
            let private = without(private, beside_private(&workers));
            // Where it was taken over before, a worker that is given otherwise by now stays.
            if workers.private_measured != Some(private) {
                self.set(FieldId::WorkersBasis, Basis::Workload);
                self.set(FieldId::Stack, Stack::Own);
            }
            self.set_measured(PRIVATE, private);
        }
        if let Some((_, bytes)) = arbiter(seen) {
            self.set_measured(ARBITER, without(bytes, beside_arbiter(&workers)));
        }
        if let Some(total) = seen.total(Figure::Cache)
            && self.plan.current.workers.basis == Basis::Workload
        {
            let shared = self.plan.current.workers.shared.likely;
            let others = outline(&self.plan, SideId::Current).total.cache.likely - shared;
            self.set_measured(SHARED, Estimate::exact((total.bytes - others).max(0.0)));
        }
        if let Some(total) = seen.total(Figure::AtRest) {
            let observed = total.of_service(self.plan.current.service.replicas);
            self.set(FieldId::Observed, Some(observed));
        }
    }
}

/// A setting, and what was measured of it.
pub(super) const PRIVATE: (FieldId, FieldId) = (FieldId::PrivateMemory, FieldId::PrivateMeasured);
const ARBITER: (FieldId, FieldId) = (FieldId::ArbiterMemory, FieldId::ArbiterMeasured);
const SHARED: (FieldId, FieldId) = (FieldId::SharedMemory, FieldId::SharedMeasured);

/// A part that is known taken away: the range stays as wide as it was measured.
fn without(value: Estimate, part: Estimate) -> Estimate {
    value.map(|bytes| (bytes - part.likely).max(0.0))
}

/// An arbiter that holds at least so much of what a worker does has the application.
const AS_LARGE: f64 = 0.8;
/// One that holds less than this has not.
const SMALL: f64 = 0.65;
/// Nor one that is not clearly larger than Gunicorn alone, however small the workers are.
const CLEARLY_LARGER: f64 = 1.25;

/// What the arbiter's size says of preload, where the plan says otherwise.
fn preload(seen: &Observations, stated: Preload) -> Option<Preload> {
    let crew = crew(&seen.processes);
    let anonymous = [Meter::RssAnon];
    let (_, arbiter) = middle(&[crew.arbiter?], &anonymous)?;
    let (_, worker) = middle(&crew.workers, &anonymous)?;
    let bare = measured::ARBITER.estimate.high * CLEARLY_LARGER;
    match stated {
        Preload::Off if arbiter >= (worker * AS_LARGE).max(bare) => Some(Preload::On),
        Preload::On | Preload::Frozen if arbiter < worker * SMALL => Some(Preload::Off),
        Preload::Off | Preload::On | Preload::Frozen => None,
    }
}

/// Workers that differ by more than this have kept what jobs left.
const UNEVEN: f64 = 1.25;
/// Sums that differ by less are the same.
const SAME: f64 = 0.03;

fn remarks(plan: &Plan, seen: &Observations) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let held = seen.total(Figure::Held).map(|total| total.bytes);
    if let Some(sum) = summed(seen, Meter::Rss) {
        let truth = summed(seen, Meter::Pss).or(held);
        if let Some(truth) = truth.filter(|truth| *truth > 0.0 && sum > truth * (1.0 + SAME)) {
            remarks.push(Remark::SummedRss { sum, truth });
        }
        let observed = plan.railway.observed.map(|observed| observed.likely);
        let same = |one: f64, other: f64| (one - other).abs() <= other * SAME;
        if let Some(observed) = observed.filter(|observed| same(*observed, sum))
            && truth.is_none_or(|truth| !same(observed, truth))
        {
            remarks.push(Remark::ObservedIsSummedRss { observed });
        }
    }
    remarks.extend(preload(seen, plan.current.workers.preload).map(|found| match found {
        Preload::Off => Remark::NotPreloaded,
        Preload::On | Preload::Frozen => Remark::Preloaded,
    }));
    let crew = crew(&seen.processes);
    if let Some((meter, _)) = middle(&crew.workers, &Meter::ALL) {
        if matches!(meter, Meter::Uss | Meter::Pss | Meter::Rss) {
            remarks.push(Remark::Inexact(meter));
        }
        let shown = crew.workers.iter().filter_map(|worker| worker.figure(meter));
        let (smallest, largest) = shown
            .fold((f64::INFINITY, 0.0_f64), |(smallest, largest), one| {
                (smallest.min(one), largest.max(one))
            });
        if largest > smallest * UNEVEN {
            remarks.push(Remark::Uneven { smallest, largest });
        }
    }
    if seen.totals.iter().any(|total| total.source == Source::Railway) {
        remarks.push(Remark::RailwayUnits);
    }
    remarks
}
