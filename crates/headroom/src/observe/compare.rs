//! Which measured figure meets which predicted one.

use super::gunicorn::crew;
use super::{Figure, Meter, Observations, Process, Source};
use crate::coefficient::{World, measured};
use crate::evaluate::{Budget, evaluate};
use crate::part::Basis;
use crate::part::workers::{Preload, WorkerClass, Workers, without_preload};
use crate::plan::{Plan, SideId};
use crate::units::{Estimate, count};

/// A measured figure and the one that the plan predicts, of its current side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub what: What,
    /// With the range that its meter deserves; bytes, or processes.
    pub measured: Estimate,
    /// Bytes, or processes.
    pub predicted: Estimate,
}

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// The number of workers.
    Workers,
    /// What one worker has for itself.
    OneWorker(Meter),
    /// The arbiter.
    Arbiter(Meter),
    /// A figure of the whole.
    Whole(Figure, Source),
}

/// A process's figure and what it was read from.
pub(super) type Metered = (Meter, Estimate);

impl What {
    /// Whether it counts processes and not bytes.
    pub fn is_count(self) -> bool {
        matches!(self, Self::Workers)
    }

    /// Whether the plan takes it over; the others show whether the sum is right.
    pub fn is_setting(self) -> bool {
        match self {
            Self::Workers | Self::OneWorker(_) | Self::Arbiter(_) => true,
            Self::Whole(figure, _) => matches!(figure, Figure::Cache | Figure::AtRest),
        }
    }
}

impl Row {
    /// How much more was measured than predicted.
    pub fn difference(&self) -> f64 {
        self.measured.likely - self.predicted.likely
    }

    /// Whether the two ranges meet.
    pub fn agrees(&self) -> bool {
        self.measured.low <= self.predicted.high && self.predicted.low <= self.measured.high
    }
}

/// All figures that were measured against the plan's current side.
pub fn compare(plan: &Plan, seen: &Observations) -> Vec<Row> {
    let budget = evaluate(plan, SideId::Current);
    let workers = &plan.current.workers;
    let mut rows = Vec::new();
    let mut row = |what, measured, predicted| rows.push(Row { what, measured, predicted });
    if let Some(found) = workers_counted(seen) {
        let predicted = Estimate::exact(f64::from(budget.crew.workers));
        row(What::Workers, Estimate::exact(f64::from(found)), predicted);
    }
    if let Some((meter, private)) = one_worker(seen, workers.preload) {
        let predicted = match workers.basis {
            Basis::Measured => workers.measured,
            Basis::Workload => workers.own(World::Stated).0 + beside_private(workers),
        };
        row(What::OneWorker(meter), private, predicted);
    }
    if let Some((meter, bytes)) = arbiter(seen).filter(|_| workers.basis == Basis::Workload) {
        row(What::Arbiter(meter), bytes, workers.arbiter + beside_arbiter(workers));
    }
    for figure in [Figure::Held, Figure::Cache, Figure::AtRest, Figure::Average, Figure::Peak] {
        let Some(total) = seen.total(figure) else { continue };
        let replicas = plan.current.service.replicas;
        let predicted = predicted(&budget, figure) * f64::from(replicas);
        row(What::Whole(figure, total.source), total.of_service(replicas), predicted);
    }
    rows
}

/// What one replica should show.
fn predicted(budget: &Budget, figure: Figure) -> Estimate {
    match figure {
        Figure::AtRest => budget.shown_at_rest(),
        Figure::Average => budget.billed(),
        Figure::Peak => budget.total.peak + budget.total.cache,
        Figure::Held => budget.total.idle,
        Figure::Cache => budget.total.cache,
    }
}

/// How many workers run, where the list has their arbiter: then it has them all.
pub(super) fn workers_counted(seen: &Observations) -> Option<u32> {
    let crew = crew(&seen.processes);
    let count = u32::try_from(crew.workers.len()).ok()?;
    (crew.arbiter.is_some() && count > 0 && !crew.is_logged()).then_some(count)
}

/// What one worker has for itself: the middle one, by the most exact meter there is.
pub(super) fn one_worker(seen: &Observations, preload: Preload) -> Option<Metered> {
    let crew = crew(&seen.processes);
    let (meter, shown) = middle(&crew.workers, &Meter::ALL)?;
    let private = meter.private(shown, crew.workers.len() > 1);
    // What is still shared with the arbiter is the application too; RssAnon counts it.
    let private =
        if meter == Meter::RssAnon { private } else { without_preload(private, preload)? };
    Some((meter, private))
}

/// What the arbiter holds.
pub(super) fn arbiter(seen: &Observations) -> Option<Metered> {
    let crew = crew(&seen.processes);
    let (meter, shown) = middle(&[crew.arbiter?], &Meter::FOR_ARBITER)?;
    Some((meter, meter.arbiter(shown)))
}

/// The middle of what a meter shows, the first meter that all have.
pub(super) fn middle(processes: &[&Process], meters: &[Meter]) -> Option<(Meter, f64)> {
    let shown = |meter: Meter| {
        let mut shown: Vec<f64> = processes.iter().filter_map(|one| one.figure(meter)).collect();
        shown.sort_by(f64::total_cmp);
        Some((meter, *shown.get(shown.len().checked_sub(1)? / 2)?, shown.len()))
    };
    let found: Vec<_> = meters.iter().filter_map(|meter| shown(*meter)).collect();
    let most = found.iter().map(|(_, _, measured)| *measured).max()?;
    let (meter, bytes, _) = found.into_iter().find(|(_, _, measured)| *measured == most)?;
    Some((meter, bytes))
}

/// What one worker has that its `private` setting does not count.
pub(super) fn beside_private(workers: &Workers) -> Estimate {
    match workers.class {
        WorkerClass::Sync => Estimate::ZERO,
        WorkerClass::Gevent => {
            let further = f64::from(workers.further_under_way());
            measured::WORKER_GEVENT_EXTRA.estimate + measured::GREENLET.estimate * further
        }
        WorkerClass::Gthread => {
            measured::THREAD.estimate * f64::from(workers.threads.saturating_sub(1))
        }
    }
}

/// What the arbiter has that its setting does not count.
pub(super) fn beside_arbiter(workers: &Workers) -> Estimate {
    match workers.class {
        WorkerClass::Gevent => measured::ARBITER_GEVENT_EXTRA.estimate,
        WorkerClass::Sync | WorkerClass::Gthread => Estimate::ZERO,
    }
}

/// One meter summed over Gunicorn's processes, if all have it.
pub(super) fn summed(seen: &Observations, meter: Meter) -> Option<f64> {
    let crew = crew(&seen.processes);
    let all: Vec<&Process> = crew.arbiter.into_iter().chain(crew.workers).collect();
    let shown: Vec<f64> = all.iter().filter_map(|process| process.figure(meter)).collect();
    (shown.len() == all.len() && count(all.len()) > 1.0).then(|| shown.iter().sum())
}
