//! Log files.
//!
//! ## What it sees
//! Lines go to files in the container.
//!
//! ## Why it costs
//! No process memory: their bytes are page cache, which Railway's metric counts
//! and bills, and which the kernel takes back before it kills.
//!
//! ## Fix
//! Standard output, which Railway collects.
//!
//! ## Source
//! Lab 5: 21 MiB written, 21 MiB of cache, 0.0 of RSS.

use super::evidence::Code;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::PartId;
use crate::part::logs::Sink;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::FileLogs,
    phase: Phase::Code,
    source: Source { at: "lab 5, s5_logs.csv", date: "2026-11" },
    rests_on: &[
        FieldId::LogSink,
        FieldId::LogsBasis,
        FieldId::LogsMeasured,
        FieldId::LogsMeasuredPeak,
    ],
    check,
};

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    if !matches!(side.logs.sink, Sink::File) {
        return None;
    }
    let demand = budget.part(PartId::Logs).demand;
    let evidence = Code::FileLogs {
        bytes: (demand.average + demand.cache).likely,
        handlers: side.logs.handlers,
    };
    let seen = Seen::new(Severity::Saves, evidence).fix(FieldId::LogSink, Sink::Stdout);
    Some(seen.no_longer_measured(side.logs.basis, FieldId::LogsBasis))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::plan::fresh;

    #[test]
    fn stdout_is_fine() {
        assert!(seen(&RULE, &target(|side| side.logs.sink = Sink::File)).is_some());
        assert!(seen(&RULE, &fresh()).is_none());
    }
}
