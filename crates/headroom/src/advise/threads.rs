//! Sync workers where threads would do.
//!
//! ## What it sees
//! Four or more sync workers that are busy less than half of the time, so that
//! most of them wait: for the database, for other services, for clients.
//!
//! ## Why it costs
//! A process is a whole copy of the application, a thread about 1 MiB.
//!
//! ## Fix
//! Fewer gthread workers with the same number of requests at once, two at least.
//!
//! ## Source
//! Lab 17 and 26: 1.1 MiB a thread in the lab's own application, 0.9 in real ones.

use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::workers::{CountFrom, WorkerClass};
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::Threads,
    phase: Phase::QuickWins,
    source: Source { at: "lab 17 and 26, baseline.csv, apps.csv", date: "2026-11" },
    rests_on: &[FieldId::WorkerClass, FieldId::Workers, FieldId::Threads],
    check,
};

/// Below this there is nothing to gather into threads.
const SEVERAL: u32 = 4;
/// More threads than this share one interpreter badly.
const THREADS: u32 = 4;

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    let workers = &side.workers;
    let sync =
        matches!((workers.class, workers.count_from), (WorkerClass::Sync, CountFrom::Number));
    let busy = side.service.vcpu.likely / f64::from(budget.crew.workers.max(1));
    if !sync || workers.count < SEVERAL || busy >= 0.5 {
        return None;
    }
    let threads = workers.count.div_ceil(2).min(THREADS);
    let to = workers.count.div_ceil(threads);
    let seen = Seen::new(Severity::Saves, Quick::Threads { workers: workers.count, to, threads });
    let seen = seen.fix(FieldId::WorkerClass, WorkerClass::Gthread);
    Some(seen.fix(FieldId::Workers, to).fix(FieldId::Threads, threads))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::units::Estimate;

    #[test]
    fn the_same_requests_at_once_in_fewer_processes() {
        let to = |count| {
            let found = seen(&RULE, &target(|side| side.workers.count = count)).unwrap();
            found.evidence
        };
        assert_eq!(to(4), Quick::Threads { workers: 4, to: 2, threads: 2 }.into());
        assert_eq!(to(5), Quick::Threads { workers: 5, to: 2, threads: 3 }.into());
        assert_eq!(to(17), Quick::Threads { workers: 17, to: 5, threads: 4 }.into());
    }

    #[test]
    fn few_or_busy_workers_stay() {
        assert!(seen(&RULE, &target(|side| side.workers.count = 3)).is_none());
        let busy = target(|side| {
            side.workers.count = 4;
            side.service.vcpu = Estimate::exact(3.0);
        });
        assert!(seen(&RULE, &busy).is_none());
    }
}
