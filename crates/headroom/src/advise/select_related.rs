//! `select_related`.
//!
//! ## What it sees
//! The target fetches related rows along, where the current side asks for each.
//!
//! ## Why it costs
//! Nothing is saved, in memory: it saves queries and time.
//!
//! ## Fix
//! None in the plan; do it for the time.
//!
//! ## Source
//! Lab 8: 1,000 rows took 4.1 MiB with N+1, 4.4 with `select_related`, 4.5 with prefetch.

use super::evidence::Code;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::queries::Related;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::SelectRelated,
    phase: Phase::Code,
    source: Source { at: "lab 8, s8_debug_nplus1.csv", date: "2026-11" },
    rests_on: &[FieldId::Related],
    check,
};

fn check(side: &Side, plan: &Plan, _: &Budget) -> Option<Seen> {
    let n_plus_one = |side: &Side| matches!(side.queries.related, Related::NPlusOne);
    (n_plus_one(&plan.current) && !n_plus_one(side))
        .then(|| Seen::new(Severity::Note, Code::SelectRelated))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::seen;
    use super::*;
    use crate::plan::{fresh, note};

    #[test]
    fn the_note_counts_on_it_and_a_fresh_plan_has_it_already() {
        assert!(seen(&RULE, &note()).is_some());
        assert!(seen(&RULE, &fresh()).is_none());
    }
}
