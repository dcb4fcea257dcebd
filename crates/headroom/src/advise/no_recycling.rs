//! Workers are never recycled.
//!
//! ## What it sees
//! `max_requests = 0`, as in two thirds of public configurations.
//!
//! ## Why it costs
//! A worker keeps most of the largest job that it ever served, and all that its
//! requests leave behind, until the next deploy.
//!
//! ## Fix
//! `max_requests = 1000`, with a fifth of it as jitter.
//!
//! ## Source
//! Lab 3b: 0.8 to 1.0 of a full export is kept.

use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::workers::Workers;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::NoRecycling,
    phase: Phase::QuickWins,
    source: Source { at: "lab 3b, s3_export_retention.csv", date: "2026-11" },
    rests_on: &[FieldId::MaxRequests, FieldId::Jitter],
    check,
};

fn check(side: &Side, _: &Plan, _: &Budget) -> Option<Seen> {
    if side.workers.max_requests > 0 {
        return None;
    }
    let Workers { max_requests, jitter, .. } = Workers::default();
    let seen = Seen::new(Severity::Saves, Quick::NoRecycling { max_requests, jitter });
    Some(seen.fix(FieldId::MaxRequests, max_requests).fix(FieldId::Jitter, jitter))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    #[test]
    fn zero_is_never() {
        assert!(seen(&RULE, &target(|side| side.workers.max_requests = 0)).is_some());
        assert!(seen(&RULE, &target(|side| side.workers.max_requests = 5000)).is_none());
    }
}
