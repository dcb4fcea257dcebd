//! Preload without freezing the heap.
//!
//! ## What it sees
//! `preload_app = True`, and no `gc.freeze()` before the fork.
//!
//! ## Why it costs
//! The first full garbage collection in a worker writes to every object that it
//! visits, and so un-shares about 0.8 of what preload shared.
//!
//! ## Fix
//! `gc.freeze()` in `when_ready`; with one worker, no preload at all.
//!
//! ## Source
//! Lab 16: 43 MiB a worker after 1,000 requests, 27 with the heap frozen, 55 without preload.

use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::workers::Preload;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::PreloadThaws,
    phase: Phase::QuickWins,
    source: Source { at: "lab 16, s13_preload_stacks.csv", date: "2026-11" },
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
