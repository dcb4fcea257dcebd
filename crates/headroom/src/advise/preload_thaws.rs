//! Preload without freezing the heap.
//!
//! ## What it sees
//! `preload_app = True`, and no `gc.freeze()` before the fork.
//!
//! ## Why it costs
//! The first full garbage collection in a worker writes to every object that it
//! visits: of what a worker would hold it then holds three quarters of its own.
//!
//! ## Fix
//! `gc.freeze()` in `when_ready`; with one worker, no preload at all.
//!
//! ## Source
//! Lab 18: 35 MiB a worker after 1,000 requests, 18 with the heap frozen, 47 without preload.

use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::workers::Preload;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::PreloadThaws,
    phase: Phase::QuickWins,
    source: Source { at: "lab 18 and 31, preload.csv, long_runs.csv", date: "2026-11" },
    rests_on: &[FieldId::Preload],
    check,
};

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    if !matches!(side.workers.preload, Preload::On) {
        return None;
    }
    let to = if budget.crew.workers < 2 { Preload::Off } else { Preload::Frozen };
    Some(Seen::new(Severity::Saves, Quick::PreloadThaws { to }).fix(FieldId::Preload, to))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    fn of(preload: Preload, count: u32) -> Option<Seen> {
        seen(
            &RULE,
            &target(|side| {
                side.workers.preload = preload;
                side.workers.count = count;
            }),
        )
    }

    #[test]
    fn it_is_frozen_or_left_out() {
        assert_eq!(
            of(Preload::On, 3).unwrap().evidence,
            Quick::PreloadThaws { to: Preload::Frozen }.into()
        );
        assert_eq!(
            of(Preload::On, 1).unwrap().evidence,
            Quick::PreloadThaws { to: Preload::Off }.into()
        );
    }

    #[test]
    fn frozen_is_fine() {
        assert!(of(Preload::Frozen, 3).is_none());
    }
}
