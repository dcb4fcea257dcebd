//! Workers against what each takes at once: for every pair the peak, the bill, and
//! whether it fits.

use crate::evaluate::{Budget, Verdict, outline, verdict};
use crate::part::workers::{CountFrom, WorkerClass};
use crate::plan::{Edit, FieldId, Plan, SideId};
use crate::setting::{Setting, Value};
use crate::units::Estimate;

/// Worker counts that are always on the grid; the plan's own joins them.
const WORKERS: [u32; 8] = [1, 2, 3, 4, 6, 8, 12, 16];
/// The same for threads.
const THREADS: [u32; 4] = [1, 2, 4, 8];
/// The same for greenlets.
const CONNECTIONS: [u32; 4] = [10, 100, 500, 1000];

/// The target side with other crews.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// What stands along the second axis.
    pub second: Second,
    /// The worker counts, one a row.
    pub workers: Vec<u32>,
    /// What one worker takes at once, one a column.
    pub slots: Vec<u32>,
    /// The plan's own pair.
    pub chosen: (u32, u32),
    /// Row after row.
    pub cells: Vec<Cell>,
}

/// What the second axis counts: it follows from the worker class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// Threads of a gthread worker.
    Threads,
    /// Threads, where the workers are sync: Gunicorn makes them gthread from two on.
    ThreadsOfSync,
    /// Connections of a gevent worker.
    Connections,
}

impl Second {
    /// What it is for a worker class.
    pub fn of(class: WorkerClass) -> Self {
        match class {
            WorkerClass::Sync => Self::ThreadsOfSync,
            WorkerClass::Gthread => Self::Threads,
            WorkerClass::Gevent => Self::Connections,
        }
    }
}

/// One pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// How many workers.
    pub workers: u32,
    /// What each takes at once.
    pub slots: u32,
    /// Bytes of one replica at the peak.
    pub peak: f64,
    /// Dollars a month, to pay.
    pub dollars: f64,
    /// Whether it fits.
    pub verdict: Verdict,
}

/// The grid of the target side, which `then` is the answer for. The range around a peak
/// is taken to be as wide, in proportion, as the plan's own.
pub fn grid(plan: &Plan, then: &Budget) -> Grid {
    let second = Second::of(plan.target.workers.class);
    let chosen = (then.crew.workers, then.crew.slots);
    let workers = with(&WORKERS, chosen.0);
    let slots = match second {
        Second::Threads | Second::ThreadsOfSync => with(&THREADS, chosen.1),
        Second::Connections => with(&CONNECTIONS, chosen.1),
    };
    let pairs =
        workers.iter().flat_map(|workers| slots.iter().map(move |slots| (*workers, *slots)));
    let cells = pairs.map(|(workers, slots)| cell(plan, then, workers, slots)).collect();
    Grid { second, workers, slots, chosen, cells }
}

/// The edit that makes a pair the target's own.
pub fn choose(plan: &Plan, workers: u32, slots: u32) -> Edit {
    let set = |id, value| Edit::Set(SideId::Target, id, value);
    let number = |count: u32| Value::Number(Estimate::exact(f64::from(count)));
    let mut edits = vec![
        set(FieldId::CountFrom, CountFrom::Number.value()),
        set(FieldId::Workers, number(workers)),
    ];
    match (plan.target.workers.class, slots) {
        (WorkerClass::Sync, 0 | 1) => {}
        (WorkerClass::Sync, _) => edits.extend([
            set(FieldId::WorkerClass, WorkerClass::Gthread.value()),
            set(FieldId::Threads, number(slots)),
        ]),
        (WorkerClass::Gthread, _) => edits.push(set(FieldId::Threads, number(slots))),
        (WorkerClass::Gevent, _) => edits.push(set(FieldId::WorkerConnections, number(slots))),
    }
    Edit::Many(edits)
}

impl Grid {
    /// A pair on the grid.
    pub fn cell(&self, workers: u32, slots: u32) -> Option<&Cell> {
        self.cells.iter().find(|cell| (cell.workers, cell.slots) == (workers, slots))
    }

    /// The pair so many rows below and columns to the right of another, held at the edge.
    pub fn beside(&self, (workers, slots): (u32, u32), down: i32, right: i32) -> (u32, u32) {
        (moved(&self.workers, workers, down), moved(&self.slots, slots, right))
    }
}

fn cell(plan: &Plan, then: &Budget, workers: u32, slots: u32) -> Cell {
    let mut other = plan.clone();
    other.apply(choose(plan, workers, slots));
    let budget = outline(&other, SideId::Target);
    let peak = budget.total.peak.likely;
    let own = then.total.peak;
    let widest = if own.likely > 0.0 { own.high / own.likely } else { 1.0 };
    let range = Estimate { low: peak, likely: peak, high: peak * widest };
    let dollars = budget.bill.total.likely;
    Cell { workers, slots, peak, dollars, verdict: verdict(range, then.limit) }
}

fn moved(all: &[u32], from: u32, by: i32) -> u32 {
    let place = all.iter().position(|one| *one == from).unwrap_or_default();
    let steps = usize::try_from(by.unsigned_abs()).unwrap_or(usize::MAX);
    let to = if by < 0 { place.saturating_sub(steps) } else { place.saturating_add(steps) };
    all.get(to).or(all.last()).copied().unwrap_or(from)
}

fn with(usual: &[u32], own: u32) -> Vec<u32> {
    let mut all = usual.to_vec();
    if let Err(place) = all.binary_search(&own) {
        all.insert(place, own);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::evaluate;
    use crate::plan::{fresh, note};
    use crate::units::MB;

    fn of(plan: &Plan) -> Grid {
        grid(plan, &evaluate(plan, SideId::Target))
    }

    #[test]
    fn the_plans_own_cell_says_what_the_page_says() {
        for class in WorkerClass::ALL {
            let mut plan = fresh();
            plan.target.workers.class = *class;
            plan.target.workers.count = 5;
            let then = evaluate(&plan, SideId::Target);
            let grid = grid(&plan, &then);
            assert!(grid.workers.contains(&5), "{:?}", grid.workers);
            let own = grid.cell(grid.chosen.0, grid.chosen.1).unwrap();
            assert_eq!((own.peak, own.verdict), (then.total.peak.likely, then.verdict));
            assert_eq!(own.dollars, then.bill.total.likely);
        }
    }

    #[test]
    fn choosing_a_pair_makes_the_plan_that_the_cell_describes() {
        for class in WorkerClass::ALL {
            let mut plan = fresh();
            plan.target.workers.class = *class;
            plan.target.workers.count_from = CountFrom::Cpus;
            let before = of(&plan);
            let wanted = before.cells[2];
            let undo = plan.apply(choose(&plan, wanted.workers, wanted.slots));
            let after = of(&plan);
            assert_eq!(after.chosen, (wanted.workers, wanted.slots), "{class:?}");
            assert_eq!(outline(&plan, SideId::Target).total.peak.likely, wanted.peak);
            plan.apply(undo);
            assert_eq!(of(&plan), before);
        }
    }

    #[test]
    fn a_sync_worker_with_threads_is_a_gthread_worker() {
        let mut plan = fresh();
        plan.target.workers.class = WorkerClass::Sync;
        let grid = of(&plan);
        assert_eq!((grid.second, grid.chosen.1), (Second::ThreadsOfSync, 1));
        plan.apply(choose(&plan, 2, 4));
        assert_eq!(plan.target.workers.class, WorkerClass::Gthread);
        assert_eq!(plan.target.workers.threads, 4);
    }

    #[test]
    fn a_step_over_the_edge_stays_at_it() {
        let grid = of(&note());
        assert_eq!(grid.beside((2, 500), 1, 0), (3, 500));
        assert_eq!(grid.beside((2, 500), -9, 1), (1, 1000));
        assert_eq!(grid.beside((2, 500), i32::MAX, i32::MIN), (16, 10));
    }

    #[test]
    fn more_workers_take_more_until_they_do_not_fit() {
        let grid = of(&note());
        assert_eq!(grid.second, Second::Connections);
        let peak = |workers| grid.cell(workers, 500).unwrap().peak / MB;
        assert_eq!((peak(1), peak(2), peak(4)), (510.0, 910.0, 1710.0));
        assert!(matches!(grid.cell(1, 500).unwrap().verdict, Verdict::Fits { .. }));
        assert!(matches!(grid.cell(3, 500).unwrap().verdict, Verdict::Over { .. }));
    }
}
