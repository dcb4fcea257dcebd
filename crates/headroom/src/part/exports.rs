//! Files that are built from query results.
//!
//! ## What it counts
//! One export from its rows and columns, what it leaves in the worker, and all
//! that run at once (`jobs`).
//!
//! ## Formula
//! In thousands of rows `R` and of cells `R * columns`:
//! a workbook of everything `3.01 R + 0.317 cells` MiB; with an iterator but an
//! ordinary workbook `0.39 cells`; CSV of everything `3.31 R + 0.050 cells`; streamed
//! `3.0 * min(R, 2 chunks)`, or all of `R` where PgBouncer rules out server-side
//! cursors; write-only but loaded `3.5 R`. A worker keeps nine tenths of a workbook,
//! seven of loaded rows, two thirds of what a stream buffers.
//!
//! ## Defaults and where they come from
//! Lab 3: R2 1.000 from 1,000 to 100,000 rows of about 520 bytes.
//!
//! ## Where it is wrong
//! Wider text adds 1.6 to 2.6 bytes a byte; below 5,000 rows free heap absorbs
//! up to 12 %; through DRF serializers a workbook takes 12.3 MiB a thousand rows.

use super::allocator::Allocator;
use super::crew::Crew;
use super::jobs::{self, Jobs};
use super::workers::WorkerClass;
use super::{Basis, Counts, Factor, Ledger, Noun, Origin, TermName};
use crate::coefficient::{Coefficient, World, measured};
use crate::setting::choices;
use crate::units::Estimate;

choices! {
    /// How the rows are read.
    Reading {
        /// All rows into a list.
        Load = "load",
        /// Chunk by chunk, `.iterator()`.
        Iterator = "iterator",
    }
}

choices! {
    /// What is written.
    Format {
        /// openpyxl's ordinary workbook.
        Workbook = "workbook",
        /// openpyxl's write-only workbook.
        WriteOnly = "write_only",
        /// CSV.
        Csv = "csv",
    }
}

/// What exports are given by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exports {
    /// From the workload or measured.
    pub basis: Basis,
    /// As measured, at rest.
    pub measured: Estimate,
    /// As measured, at the peak.
    pub measured_peak: Option<Estimate>,
    /// How the rows are read.
    pub reading: Reading,
    /// What is written.
    pub format: Format,
    /// Rows of the largest export.
    pub rows: Estimate,
    /// Columns of it.
    pub columns: u32,
    /// Rows that an iterator fetches at a time.
    pub chunk: u32,
    /// How many run at the same time.
    pub at_once: u32,
    /// How many run in a day.
    pub a_day: Estimate,
}

impl Default for Exports {
    fn default() -> Self {
        Self {
            basis: Basis::Workload,
            measured: Estimate::ZERO,
            measured_peak: None,
            reading: Reading::Load,
            format: Format::Workbook,
            rows: Estimate::exact(10_000.0),
            columns: 25,
            chunk: 2000,
            at_once: 1,
            a_day: Estimate::exact(20.0),
        }
    }
}

/// What the rest of the service decides about exports.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// The workers.
    pub crew: Crew,
    /// Whether PgBouncer rules out server-side cursors.
    pub no_cursors: bool,
    /// What hands out the workers' memory.
    pub allocator: Allocator,
    /// How many can really run at once.
    pub admitted: u32,
}

/// What exports take, and why.
pub fn ledger(exports: &Exports, around: Around, world: World<'_>) -> Ledger {
    match exports.basis {
        Basis::Measured => Ledger::measured(exports.measured, exports.measured_peak, world),
        Basis::Workload => from_workload(exports, around, world),
    }
}

/// Bytes that one export takes while it is built.
pub fn one(exports: &Exports, no_cursors: bool, world: World<'_>) -> Estimate {
    let product = |factors: [Factor; 2]| factors[0].value() * factors[1].value();
    let (first, second) = products(exports, no_cursors, world);
    product(first) + second.map_or(Estimate::ZERO, product)
}

/// The same with the likely numbers.
pub fn likely_one(exports: &Exports, no_cursors: bool) -> f64 {
    one(exports, no_cursors, World::Stated).likely
}

/// Bytes that a worker keeps of it.
pub fn kept(exports: &Exports, no_cursors: bool, world: World<'_>) -> Estimate {
    one(exports, no_cursors, world) * world.of(kept_part(exports))
}

fn from_workload(exports: &Exports, around: Around, world: World<'_>) -> Ledger {
    let mut ledger = Ledger::new(world);
    let (first, second) = products(exports, around.no_cursors, world);
    for factors in [first].iter().chain(&second) {
        ledger.add(TermName::OneJob, Counts::Nothing, factors);
    }
    let start = Exports::default();
    let jobs = Jobs {
        each: one(exports, around.no_cursors, world),
        kept: kept(exports, around.no_cursors, world),
        allocator: around.allocator.kept(around.crew.class),
        repeated: if matches!(exports.format, Format::Workbook) {
            world.of(&measured::REPEATED_WORKBOOK)
        } else {
            Estimate::exact(1.0)
        },
        overlap: overlap(exports, around, world),
        each_stays: None,
        at_once: around.admitted,
        a_day: exports.a_day,
        origins: (
            Origin::of_start(&exports.at_once, &start.at_once),
            Origin::of_start(&exports.a_day, &start.a_day),
        ),
    };
    jobs::add(&mut ledger, &jobs, around.crew, world);
    ledger
}

/// The one or two products whose sum is one export.
type Products = ([Factor; 2], Option<[Factor; 2]>);

fn products(exports: &Exports, no_cursors: bool, world: World<'_>) -> Products {
    let start = Exports::default();
    let thousand = exports.rows * 1e-3;
    let rows_origin = Origin::of_start(&exports.rows, &start.rows);
    let rows = Factor::number(Noun::ThousandRows, thousand, rows_origin);
    let cells =
        Factor::number(Noun::ThousandCells, thousand * f64::from(exports.columns), rows_origin);
    let chunks = Estimate::exact(2.0 * f64::from(exports.chunk.max(1)) * 1e-3);
    let buffered = if no_cursors { thousand } else { thousand.at_most(chunks) };
    let buffered = Factor::number(Noun::ThousandRows, buffered, Origin::Calculated);
    let per_row = |coefficient| Factor::measured(Noun::PerThousandRows, coefficient, world);
    let per_cell = |coefficient| Factor::measured(Noun::PerThousandCells, coefficient, world);
    match (exports.reading, exports.format) {
        (Reading::Load, Format::Workbook) => (
            [rows, per_row(&measured::WORKBOOK_ROW)],
            Some([cells, per_cell(&measured::WORKBOOK_CELL)]),
        ),
        (Reading::Load, Format::WriteOnly) => ([rows, per_row(&measured::LOADED_ROW)], None),
        (Reading::Load, Format::Csv) => {
            ([rows, per_row(&measured::CSV_ROW)], Some([cells, per_cell(&measured::CSV_CELL)]))
        }
        (Reading::Iterator, Format::Workbook) => {
            ([cells, per_cell(&measured::WORKBOOK_ITERATOR_CELL)], None)
        }
        (Reading::Iterator, Format::WriteOnly | Format::Csv) => {
            ([buffered, per_row(&measured::STREAMED_ROW)], None)
        }
    }
}

/// Whether the whole export is in memory at some instant.
pub fn holds_everything(exports: &Exports) -> bool {
    matches!(exports.reading, Reading::Load) || matches!(exports.format, Format::Workbook)
}

fn kept_part(exports: &Exports) -> &'static Coefficient {
    match (exports.format, exports.reading) {
        (Format::Workbook, _) => &measured::KEPT_WORKBOOK,
        (_, Reading::Load) => &measured::KEPT_ROWS,
        (_, Reading::Iterator) => &measured::KEPT_STREAMED,
    }
}

/// Threads add up; greenlets wait with their result set and build in turn.
fn overlap(exports: &Exports, around: Around, world: World<'_>) -> Estimate {
    match around.crew.class {
        WorkerClass::Sync => Estimate::ZERO,
        WorkerClass::Gthread => world.of(&measured::THREAD_OVERLAP),
        WorkerClass::Gevent if !holds_everything(exports) => {
            world.of(&measured::GREENLET_STREAM_OVERLAP)
        }
        WorkerClass::Gevent => {
            let each = one(exports, around.no_cursors, world).likely;
            let waiting = world.of(&measured::GREENLET_WAITING_ROW) * (exports.rows.likely * 1e-3);
            if each > 0.0 {
                (waiting * (1.0 / each)).at_most(Estimate::exact(1.0))
            } else {
                Estimate::ZERO
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::MIB;

    #[track_caller]
    fn one_is(exports: &Exports, mib: f64) {
        let found = one(exports, false, World::Stated).likely / MIB;
        assert!((found / mib - 1.0).abs() < 0.03, "{found} MiB, measured {mib}");
    }

    #[test]
    fn the_measured_exports_of_the_lab() {
        let all = Exports::default();
        one_is(&all, 109.9);
        one_is(&Exports { rows: Estimate::exact(100_000.0), ..all }, 1088.0);
        one_is(&Exports { reading: Reading::Iterator, ..all }, 97.5);
        one_is(&Exports { format: Format::WriteOnly, ..all }, 35.4);
        one_is(&Exports { format: Format::Csv, ..all }, 45.1);
        let streamed = Exports { reading: Reading::Iterator, format: Format::Csv, ..all };
        one_is(&streamed, 11.9);
        one_is(&Exports { rows: Estimate::exact(100_000.0), ..streamed }, 12.0);
    }

    #[test]
    fn pgbouncer_takes_the_cursor_away_and_chunks_stop_mattering() {
        let streamed = Exports {
            reading: Reading::Iterator,
            format: Format::WriteOnly,
            rows: Estimate::exact(50_000.0),
            ..Exports::default()
        };
        let found = one(&streamed, true, World::Stated).likely / MIB;
        assert!((found / 152.6 - 1.0).abs() < 0.03, "{found}");
    }

    #[test]
    fn an_allocator_changes_what_is_kept_as_far_as_it_was_measured() {
        let idle = |class, allocator| {
            let crew = Crew { workers: 1, slots: 4, class, lifetime: Estimate::exact(1e9) };
            let around = Around { crew, no_cursors: false, allocator, admitted: 1 };
            ledger(&Exports::default(), around, World::Stated).demand.idle.likely
        };
        let over_glibc = |class, allocator| idle(class, allocator) / idle(class, Allocator::Glibc);
        let is = |found: f64, part: &Coefficient| (found / part.estimate.likely - 1.0).abs() < 1e-9;
        let gthread = over_glibc(WorkerClass::Gthread, Allocator::TwoArenas);
        assert!(is(gthread, &measured::KEPT_TWO_ARENAS), "{gthread}");
        assert_eq!(over_glibc(WorkerClass::Sync, Allocator::TwoArenas), 1.0);
        let sync = over_glibc(WorkerClass::Sync, Allocator::Jemalloc);
        assert!(is(sync, &measured::KEPT_JEMALLOC), "{sync}");
    }

    #[test]
    fn greenlets_wait_with_their_result_set_only() {
        let exports = Exports { rows: Estimate::exact(3000.0), ..Exports::default() };
        let crew = |class| Crew { workers: 1, slots: 4, class, lifetime: Estimate::exact(1.0) };
        let peak = |class| {
            let allocator = Allocator::Glibc;
            let around = Around { crew: crew(class), no_cursors: false, allocator, admitted: 4 };
            ledger(&Exports { a_day: Estimate::ZERO, ..exports }, around, World::Stated)
                .demand
                .peak
                .likely
                / MIB
        };
        let (threads, greenlets) = (peak(WorkerClass::Gthread), peak(WorkerClass::Gevent));
        assert!((threads / 112.0 - 1.0).abs() < 0.15, "{threads} MiB, measured 112");
        // The lab's worker had built no workbook before; the model's has.
        assert!((greenlets / 46.0 - 1.0).abs() < 0.2, "{greenlets} MiB, measured 46");
    }
}
