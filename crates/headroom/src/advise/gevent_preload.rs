//! gevent with preload, patched too late.
//!
//! ## What it sees
//! gevent and preload together. Whether `monkey.patch_all()` runs first, the
//! plan cannot say.
//!
//! ## Why it costs
//! gevent patches in the worker, after preload has imported Django: connections
//! then belong to the thread and not to the greenlet, and requests fail.
//!
//! ## Fix
//! The patch as the first line of `gunicorn.conf.py`; the exported file has it.
//!
//! ## Source
//! Lab 10: 20 of 20 concurrent requests failed, and 20 of 20 were fine with the early patch.

use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::workers::{Preload, WorkerClass};
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::GeventPreload,
    phase: Phase::QuickWins,
    source: Source { at: "lab 10, s12_gevent_preload.csv", date: "2026-11" },
    rests_on: &[FieldId::WorkerClass, FieldId::Preload],
    check,
};

fn check(side: &Side, _: &Plan, _: &Budget) -> Option<Seen> {
    let gevent = matches!(side.workers.class, WorkerClass::Gevent);
    let preload = !matches!(side.workers.preload, Preload::Off);
    (gevent && preload).then(|| Seen::new(Severity::Error, Quick::GeventPreload))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    fn of(class: WorkerClass, preload: Preload) -> Option<Seen> {
        seen(
            &RULE,
            &target(|side| {
                side.workers.class = class;
                side.workers.preload = preload;
            }),
        )
    }

    #[test]
    fn both_together_need_care() {
        assert!(of(WorkerClass::Gevent, Preload::Frozen).is_some());
        assert!(of(WorkerClass::Gevent, Preload::Off).is_none());
        assert!(of(WorkerClass::Sync, Preload::On).is_none());
    }
}
