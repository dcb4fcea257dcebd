//! jemalloc in glibc's place.
//!
//! ## What it sees
//! The side runs with jemalloc.
//!
//! ## Why it costs
//! In the lab it kept more of exports than glibc did, and took its own in every process.
//! `MALLOC_ARENA_MAX=2` is no finding: a tenth less of what threads keep in one run,
//! two in a hundred more in the other.
//!
//! ## Fix
//! glibc as it comes. A service whose memory grows otherwise may find the opposite.
//!
//! ## Source
//! Lab 3b and 24: exports by threads at once and by one worker in turn.

use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::coefficient::measured;
use crate::evaluate::Budget;
use crate::part::allocator::Allocator;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::Jemalloc,
    phase: Phase::QuickWins,
    source: Source { at: "lab 3b and 24, arenas.csv", date: "2026-11" },
    rests_on: &[FieldId::Allocator],
    check,
};

fn check(side: &Side, _: &Plan, _: &Budget) -> Option<Seen> {
    let evidence = Quick::Jemalloc {
        kept: measured::KEPT_JEMALLOC.estimate,
        each: measured::JEMALLOC_PROCESS.estimate.likely,
    };
    matches!(side.workers.allocator, Allocator::Jemalloc)
        .then(|| Seen::new(Severity::Saves, evidence).fix(FieldId::Allocator, Allocator::Glibc))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    #[test]
    fn glibc_is_left_alone_with_any_number_of_arenas() {
        let with = |allocator| seen(&RULE, &target(|side| side.workers.allocator = allocator));
        assert!(with(Allocator::Jemalloc).is_some());
        assert!(with(Allocator::Glibc).is_none() && with(Allocator::TwoArenas).is_none());
    }
}
