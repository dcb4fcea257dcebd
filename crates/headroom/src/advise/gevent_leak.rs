//! gevent with persistent connections: a leak.
//!
//! ## What it sees
//! gevent, `CONN_MAX_AGE` above 0, and no pool.
//!
//! ## Why it costs
//! Django keeps one connection a thread, which under gevent is one a greenlet.
//! Nobody uses it again, and only the garbage collector closes it.
//!
//! ## Fix
//! `CONN_MAX_AGE = 0`.
//!
//! ## Source
//! Lab 6: 50, 100, 139 connections after three waves of 50 requests, whatever
//! the seconds; gunicorn issues 996 and 2730.

use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::GeventLeak,
    phase: Phase::QuickWins,
    source: Source { at: "lab 6, s6_pooling.csv", date: "2026-11" },
    rests_on: &[FieldId::ConnMaxAge, FieldId::WorkerClass, FieldId::Pool],
    check,
};

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    if !budget.connections.leaks {
        return None;
    }
    let evidence = Quick::GeventLeak {
        seconds: side.pooling.conn_max_age,
        allowed: budget.connections.allowed,
    };
    Some(Seen::new(Severity::Error, evidence).fix(FieldId::ConnMaxAge, 0))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::part::workers::WorkerClass;

    fn of(class: WorkerClass, conn_max_age: u32) -> Option<Seen> {
        seen(
            &RULE,
            &target(|side| {
                side.workers.class = class;
                side.pooling.conn_max_age = conn_max_age;
            }),
        )
    }

    #[test]
    fn any_age_leaks_under_gevent() {
        assert!(of(WorkerClass::Gevent, 60).is_some());
        assert!(of(WorkerClass::Gevent, 1).is_some());
    }

    #[test]
    fn zero_does_not_and_threads_do_not() {
        assert!(of(WorkerClass::Gevent, 0).is_none());
        assert!(of(WorkerClass::Gthread, 600).is_none());
    }
}
