//! Memory seen that no part explains, or parts that add up to more than was seen.
//!
//! ## What it sees
//! The dashboard's figure and the current side at rest differ by over a twentieth.
//!
//! ## Why it costs
//! The plan is about another service than the one that runs.
//!
//! ## Fix
//! None in the plan: count the processes, measure a worker; see [`super::gap`].
//!
//! ## Source
//! Lab 15: 97 workers of ordinary size explain the note's 5 GB.

use super::evidence::Watch;
use super::gap::{Figures, figures};
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::Gap,
    phase: Phase::Watch,
    source: Source { at: "lab 15 and 22, riddle.csv", date: "2026-11-24" },
    rests_on: &[FieldId::Observed],
    check,
};

fn check(_: &Side, plan: &Plan, _: &Budget) -> Option<Seen> {
    let Figures { observed, explained, .. } = figures(plan)?;
    Some(Seen::new(Severity::Note, Watch::Gap { observed, explained }))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::seen;
    use super::*;
    use crate::plan::{fresh, note};

    #[test]
    fn the_note_saw_more_than_it_added_up() {
        assert!(seen(&RULE, &note()).is_some());
        assert!(seen(&RULE, &fresh()).is_none());
    }
}
