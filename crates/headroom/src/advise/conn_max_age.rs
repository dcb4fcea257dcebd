//! `CONN_MAX_AGE` lowered.
//!
//! ## What it sees
//! The target keeps connections for a shorter time than the current side. Zero
//! under gevent does not count: there it closes a leak.
//!
//! ## Why it costs
//! Nothing is saved: a connection takes 19 kB in a worker, open or not.
//!
//! ## Fix
//! None in the plan: it trades latency against idle connections in Postgres.
//!
//! ## Source
//! Lab 6: 600 and 60 differ in neither memory nor count.

use super::evidence::Code;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::coefficient::measured;
use crate::evaluate::Budget;
use crate::part::workers::WorkerClass;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::ConnMaxAge,
    phase: Phase::Code,
    source: Source { at: "lab 6, s6_pooling.csv", date: "2026-11" },
    rests_on: &[FieldId::ConnMaxAge],
    check,
};

fn check(side: &Side, plan: &Plan, _: &Budget) -> Option<Seen> {
    let (from, to) = (plan.current.pooling.conn_max_age, side.pooling.conn_max_age);
    let closes_a_leak = to == 0 && matches!(side.workers.class, WorkerClass::Gevent);
    let each = measured::CONNECTION_CLIENT.estimate.likely;
    (to < from && !closes_a_leak)
        .then(|| Seen::new(Severity::Note, Code::ConnMaxAge { from, to, each }))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    fn of(from: u32, to: u32, class: WorkerClass) -> Option<Seen> {
        let mut plan = target(|side| {
            side.pooling.conn_max_age = to;
            side.workers.class = class;
        });
        plan.current.pooling.conn_max_age = from;
        seen(&RULE, &plan)
    }

    #[test]
    fn the_notes_600_to_60_saves_nothing() {
        assert!(of(600, 60, WorkerClass::Gevent).is_some());
        assert!(of(60, 60, WorkerClass::Sync).is_none());
        assert!(of(600, 0, WorkerClass::Gevent).is_none());
    }
}
