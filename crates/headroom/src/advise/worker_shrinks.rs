//! A worker that became smaller without a reason.
//!
//! ## What it sees
//! A measured worker on both sides, the target's smaller by a twentieth or more.
//!
//! ## Why it costs
//! No listed setting makes a worker smaller: fewer workers are not smaller ones.
//! What it kept of large jobs can go, and that must be measured.
//!
//! ## Fix
//! Count the worker as it was measured, until it is measured again.
//!
//! ## Source
//! Lab 1. The note goes from 600 to 400 MB.

use super::evidence::Watch;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::Basis;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::WorkerShrinks,
    phase: Phase::Watch,
    source: Source { at: "lab 1, s1_baseline.csv", date: "2026-11" },
    rests_on: &[FieldId::WorkersMeasured],
    check,
};

fn check(side: &Side, plan: &Plan, _: &Budget) -> Option<Seen> {
    let (was, is) = (&plan.current.workers, &side.workers);
    let both = matches!((was.basis, is.basis), (Basis::Measured, Basis::Measured));
    let (from, to) = (was.measured.likely, is.measured.likely);
    if !both || was.preload != is.preload || to >= from * 0.95 {
        return None;
    }
    let seen = Seen::new(Severity::Note, Watch::WorkerShrinks { from, to });
    Some(seen.fix(FieldId::WorkersMeasured, was.measured))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::seen;
    use super::*;
    use crate::plan::{fresh, note};
    use crate::units::MB;

    #[test]
    fn the_notes_worker_loses_200_mb_on_the_way() {
        let found = seen(&RULE, &note()).unwrap();
        assert_eq!(
            found.evidence,
            Watch::WorkerShrinks { from: 600.0 * MB, to: 400.0 * MB }.into()
        );
    }

    #[test]
    fn a_worker_of_the_model_is_calculated() {
        assert!(seen(&RULE, &fresh()).is_none());
    }
}
