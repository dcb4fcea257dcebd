//! `DEBUG` is on.
//!
//! ## What it sees
//! `DEBUG = True`.
//!
//! ## Why it costs
//! Error pages show code and settings to strangers, and Django keeps the text of
//! up to 9,000 queries a connection.
//!
//! ## Fix
//! `DEBUG = False`.
//!
//! ## Source
//! Lab 8: 1.1 MiB per 1,000 queries; Django's deployment checklist.

use super::evidence::Code;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::coefficient::measured;
use crate::evaluate::Budget;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::Debug,
    phase: Phase::Code,
    source: Source {
        at: "https://docs.djangoproject.com/en/5.2/howto/deployment/checklist/#debug",
        date: "2026-11-24",
    },
    rests_on: &[
        FieldId::Debug,
        FieldId::QueriesBasis,
        FieldId::QueriesMeasured,
        FieldId::QueriesMeasuredPeak,
    ],
    check,
};

/// Thousands of queries that Django keeps a connection.
const FULL_LOG: f64 = 9.0;

fn check(side: &Side, _: &Plan, _: &Budget) -> Option<Seen> {
    if !side.queries.debug {
        return None;
    }
    let log = measured::QUERY_LOGGED.estimate.likely * FULL_LOG;
    let seen = Seen::new(Severity::Error, Code::Debug { log }).fix(FieldId::Debug, false);
    Some(seen.no_longer_measured(side.queries.basis, FieldId::QueriesBasis))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::plan::fresh;

    #[test]
    fn off_is_fine() {
        assert!(seen(&RULE, &target(|side| side.queries.debug = true)).is_some());
        assert!(seen(&RULE, &fresh()).is_none());
    }
}
