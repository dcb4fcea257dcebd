//! gevent itself saves no memory.
//!
//! ## What it sees
//! The target goes to gevent, as the note does for its memory.
//!
//! ## Why it costs
//! A gevent worker holds a little more than a sync one. Fewer workers save, and
//! threads need fewer workers as well. A driver that does not yield blocks all.
//!
//! ## Fix
//! None in the plan: psycopg 3.1.14 or newer, or psycogreen; gthread otherwise.
//!
//! ## Source
//! Lab 1: 50.1 MiB a worker, sync 45.7.

use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::coefficient::measured;
use crate::evaluate::Budget;
use crate::part::workers::WorkerClass;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::GeventNoSaving,
    phase: Phase::QuickWins,
    source: Source { at: "lab 1, baseline.csv", date: "2026-11" },
    rests_on: &[FieldId::WorkerClass],
    check,
};

fn check(side: &Side, plan: &Plan, _: &Budget) -> Option<Seen> {
    let gevent = |side: &Side| matches!(side.workers.class, WorkerClass::Gevent);
    let each = measured::WORKER_GEVENT_EXTRA.estimate.likely;
    (gevent(side) && !gevent(&plan.current))
        .then(|| Seen::new(Severity::Note, Quick::GeventNoSaving { each }))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    #[test]
    fn going_there_saves_nothing_and_being_there_is_no_news() {
        let mut plan = target(|side| side.workers.class = WorkerClass::Gevent);
        assert!(seen(&RULE, &plan).is_some());
        plan.current.workers.class = WorkerClass::Gevent;
        assert!(seen(&RULE, &plan).is_none());
    }
}
