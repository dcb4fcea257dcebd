//! Tiny chunks of an upload.
//!
//! ## What it sees
//! The target goes from `read()` to `chunks()`: the moment to choose a size.
//!
//! ## Why it costs
//! The note's 8 KiB save 56 KB over the usual 64 KiB, for eight times the turns.
//! Files up to 2.5 MB are in memory and come in one piece, whatever is asked for.
//!
//! ## Fix
//! None in the plan: leave the size out.
//!
//! ## Source
//! Django: `InMemoryUploadedFile.chunks()` ignores `chunk_size` (run on 5.2.19).

use super::evidence::Code;
use super::rule::{Rule, Seen, UPLOADS};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::uploads::Handling;
use crate::plan::{Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::SmallReads,
    phase: Phase::Code,
    source: Source {
        at: "https://docs.djangoproject.com/en/5.2/ref/files/uploads/",
        date: "2026-11-24",
    },
    rests_on: UPLOADS,
    check,
};

fn check(side: &Side, plan: &Plan, _: &Budget) -> Option<Seen> {
    let whole = |side: &Side| !matches!(side.uploads.handling, Handling::Chunks);
    (whole(&plan.current) && !whole(side)).then(|| Seen::new(Severity::Note, Code::SmallReads))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::plan::fresh;

    #[test]
    fn it_is_said_where_chunks_are_new() {
        assert!(seen(&RULE, &target(|side| side.uploads.handling = Handling::Chunks)).is_some());
        assert!(seen(&RULE, &fresh()).is_none());
    }
}
