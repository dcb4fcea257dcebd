//! A pool for workers that use one connection.
//!
//! ## What it sees
//! psycopg's pool on sync workers.
//!
//! ## Why it costs
//! A sync worker answers one request at a time. The pool holds more connections
//! than it can use, and three threads.
//!
//! ## Fix
//! No pool.
//!
//! ## Source
//! Lab 6: 9 connections for 3 sync workers, 0.5 to 1 MiB a worker.

use super::evidence::Code;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::workers::WorkerClass;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::PoolForSync,
    phase: Phase::Code,
    source: Source { at: "lab 6, s6_pooling.csv", date: "2026-11" },
    rests_on: &[
        FieldId::Pool,
        FieldId::WorkerClass,
        FieldId::PoolingBasis,
        FieldId::PoolingMeasured,
        FieldId::PoolingMeasuredPeak,
    ],
    check,
};

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    if !side.pooling.pool || !matches!(side.workers.class, WorkerClass::Sync) {
        return None;
    }
    let workers = budget.crew.workers.saturating_mul(side.service.replicas);
    let evidence = Code::PoolForSync { opened: budget.connections.opened, workers };
    let seen = Seen::new(Severity::Saves, evidence).fix(FieldId::Pool, false);
    Some(seen.no_longer_measured(side.pooling.basis, FieldId::PoolingBasis))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    fn of(class: WorkerClass) -> Option<Seen> {
        seen(
            &RULE,
            &target(|side| {
                side.workers.class = class;
                side.pooling.pool = true;
            }),
        )
    }

    #[test]
    fn threads_and_greenlets_use_it() {
        assert_eq!(
            of(WorkerClass::Sync).unwrap().evidence,
            Code::PoolForSync { opened: 8, workers: 2 }.into()
        );
        assert!(of(WorkerClass::Gthread).is_none());
        assert!(of(WorkerClass::Gevent).is_none());
    }
}
