//! Log files and their page cache.
//!
//! ## What it counts
//! No process memory at all: what is written to files becomes page cache, which
//! Railway's metric counts and bills, and which the kernel takes back before it kills.
//!
//! ## Formula
//! `min(lines * bytes a line since the deploy, size of the files) * handlers`
//!
//! ## Defaults and where they come from
//! Lab 5: 100,000 lines of 220 bytes, 21 MiB written, 21 MiB of cache, 0.0 of RSS.
//!
//! ## Where it is wrong
//! The kernel may have dropped a part of the cache already; `MemoryHandler` does hold
//! its records in memory.

use super::{Basis, Counts, Factor, Ledger, Noun, Origin, TermName};
use crate::coefficient::{World, measured};
use crate::setting::choices;
use crate::units::Estimate;

choices! {
    /// Where log lines go.
    Sink {
        /// Files in the container.
        File = "file",
        /// Standard output, which Railway collects.
        Stdout = "stdout",
    }
}

/// What logs are given by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Logs {
    /// From the workload or measured.
    pub basis: Basis,
    /// As measured, at rest.
    pub measured: Estimate,
    /// As measured, at the peak.
    pub measured_peak: Option<Estimate>,
    /// Where lines go.
    pub sink: Sink,
    /// What one handler's files may grow to, with their backups.
    pub size: Estimate,
    /// Handlers that write the same line.
    pub handlers: u32,
    /// Lines a second.
    pub lines: Estimate,
}

impl Default for Logs {
    fn default() -> Self {
        Self {
            basis: Basis::Workload,
            measured: Estimate::ZERO,
            measured_peak: None,
            sink: Sink::Stdout,
            size: Estimate::exact(50e6),
            handlers: 1,
            lines: Estimate::exact(2.0),
        }
    }
}

/// What logs take, and why.
pub fn ledger(logs: &Logs, seconds_between_deploys: f64, world: World<'_>) -> Ledger {
    let mut ledger = Ledger::new(world);
    match (logs.basis, logs.sink) {
        (Basis::Measured, _) => return Ledger::measured(logs.measured, logs.measured_peak, world),
        (Basis::Workload, Sink::Stdout) => {}
        (Basis::Workload, Sink::File) => {
            let start = Logs::default();
            let lines = logs.lines * seconds_between_deploys;
            let written = lines * world.of(&measured::LOG_LINE);
            let on_disk = written.at_most(logs.size);
            let size = if written.likely <= logs.size.likely {
                vec![
                    Factor::number(Noun::Lines, lines, Origin::of_start(&logs.lines, &start.lines)),
                    Factor::measured(Noun::PerLine, &measured::LOG_LINE, world),
                ]
            } else {
                vec![Factor::bytes(
                    Noun::FileSize,
                    logs.size,
                    Origin::of_start(&logs.size, &start.size),
                )]
            };
            let handlers = Factor::count(
                Noun::Handlers,
                logs.handlers,
                Origin::of_start(&logs.handlers, &start.handlers),
            );
            let factors: Vec<Factor> = size.into_iter().chain([handlers]).collect();
            ledger.add_bytes(
                TermName::LogCache,
                Counts::Cache,
                &factors,
                on_disk * f64::from(logs.handlers),
            );
        }
    }
    ledger
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_cost_page_cache_and_nothing_that_is_killed() {
        let files = Logs {
            sink: Sink::File,
            handlers: 3,
            lines: Estimate::exact(100.0),
            ..Logs::default()
        };
        let demand = ledger(&files, 86_400.0, World::Stated).demand;
        assert_eq!(demand.cache, Estimate::exact(150e6));
        assert_eq!((demand.idle, demand.peak), (Estimate::ZERO, Estimate::ZERO));
    }

    #[test]
    fn stdout_costs_nothing() {
        assert_eq!(
            ledger(&Logs::default(), 86_400.0, World::Stated).demand,
            crate::part::Demand::default()
        );
    }

    #[test]
    fn the_lab_wrote_21_mib_in_100_000_lines() {
        let lines = Logs { sink: Sink::File, lines: Estimate::exact(100_000.0), ..Logs::default() };
        let mib = ledger(&lines, 1.0, World::Stated).demand.cache.likely / 1_048_576.0;
        assert!((mib - 21.0).abs() < 0.1, "{mib}");
    }
}
