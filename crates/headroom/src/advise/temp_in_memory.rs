//! Temporary files in memory.
//!
//! ## What it sees
//! The folder for uploads lies in a tmpfs.
//!
//! ## Why it costs
//! The whole file is memory that the kernel cannot take back, until the request ends.
//!
//! ## Fix
//! A folder on disk, Django's default.
//!
//! ## Source
//! Lab 4: 50 MB in `/dev/shm`, 47.7 MiB that could not be reclaimed.

use super::evidence::Code;
use super::rule::{Rule, Seen, UPLOADS};
use super::upload_read::happen;
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::uploads::TempFolder;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::TempInMemory,
    phase: Phase::Code,
    source: Source { at: "lab 4, s10_extra.csv", date: "2026-11" },
    rests_on: UPLOADS,
    check,
};

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    if !matches!(side.uploads.temp, TempFolder::Memory) || !happen(budget) {
        return None;
    }
    let seen = Seen::new(Severity::Saves, Code::TempInMemory { size: side.uploads.size.likely });
    let seen = seen.fix(FieldId::UploadTemp, TempFolder::Disk);
    Some(seen.no_longer_measured(side.uploads.basis, FieldId::UploadsBasis))
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::plan::fresh;

    #[test]
    fn the_disk_is_fine() {
        assert!(seen(&RULE, &target(|side| side.uploads.temp = TempFolder::Memory)).is_some());
        assert!(seen(&RULE, &fresh()).is_none());
    }
}
