//! What one worker takes: its share at rest and over time, and the most that a busy one
//! reaches.

use crate::part::crew::Crew;
use crate::part::{Demand, Ledger, PartId};
use crate::units::Estimate;

/// One worker of a side with these ledgers. A part that was measured says nothing of
/// single workers: each has an equal share of it.
pub(super) fn one(ledgers: &[Ledger; PartId::ALL.len()], crew: Crew) -> Demand {
    if crew.workers == 0 {
        return Demand::default();
    }
    let share = 1.0 / f64::from(crew.workers);
    let mut worker = Demand::default();
    let mut jobs = [Estimate::ZERO; 2];
    for (part, ledger) in PartId::ALL.iter().zip(ledgers) {
        let demand = ledger.demand;
        let of_one = |bytes: Estimate| without(bytes, ledger.apart) * share;
        match part {
            PartId::Workers | PartId::Pooling | PartId::Queries => {
                worker.peak = worker.peak + of_one(demand.peak);
            }
            PartId::Exports => jobs[0] = ledger.busy.unwrap_or_else(|| of_one(demand.peak)),
            PartId::Uploads => jobs[1] = ledger.busy.unwrap_or_else(|| of_one(demand.peak)),
            PartId::Logs | PartId::Others => continue,
        }
        worker.idle = worker.idle + of_one(demand.idle);
        worker.average = worker.average + of_one(demand.average);
    }
    // What one job leaves serves the next; only in several slots do they meet.
    let [exports, uploads] = jobs;
    let both = if crew.slots > 1 { exports + uploads } else { exports.or_more(uploads) };
    worker.peak = worker.peak + both;
    worker
}

/// A part of a sum taken away again, each end from its own.
fn without(sum: Estimate, part: Estimate) -> Estimate {
    Estimate {
        low: (sum.low - part.low).max(0.0),
        likely: (sum.likely - part.likely).max(0.0),
        high: (sum.high - part.high).max(0.0),
    }
}

#[cfg(test)]
mod tests {
    use crate::evaluate::evaluate;
    use crate::part::PartId;
    use crate::part::workers::WorkerClass;
    use crate::plan::{Plan, SideId, fresh, note};

    #[test]
    fn the_note_s_five_workers_share_all_that_was_measured_but_the_logs() {
        let budget = evaluate(&note(), SideId::Current);
        let logs = budget.part(PartId::Logs).demand.idle.likely;
        let shared = budget.worker.idle.likely * 5.0 + logs;
        assert!((shared - budget.total.idle.likely).abs() < 1.0, "{shared}");
        assert!(budget.worker.idle.low < budget.worker.idle.high);
    }

    #[test]
    fn a_busy_worker_holds_the_larger_job_or_both_in_threads() {
        let mut plan = fresh();
        plan.current.exports.at_once = 1;
        plan.current.uploads.at_once = 1;
        let worker = |plan: &Plan| evaluate(plan, SideId::Current).worker;
        let sync = worker(&plan);
        assert!(sync.peak.likely > sync.idle.likely);
        plan.current.workers.class = WorkerClass::Gthread;
        let threads = worker(&plan);
        let gained = threads.peak.likely - sync.peak.likely;
        assert!(gained > threads.idle.likely - sync.idle.likely, "{gained}");
    }

    #[test]
    fn no_workers_take_nothing() {
        let mut plan = fresh();
        plan.current.workers.count = 0;
        assert_eq!(evaluate(&plan, SideId::Current).worker.peak.high, 0.0);
    }
}
