//! Files that the service receives.
//!
//! ## What it counts
//! The copies of a file that a view makes, what a worker keeps of them, and the
//! temporary file where it lies in memory.
//!
//! ## Formula
//! Read whole: `copies * 1.02 * size`, `3.8 MiB` at least. In chunks: `3.8 MiB`, whatever
//! the size. A temporary folder in memory adds the file once more, and it cannot be
//! reclaimed. Of a file below 32 MB that is read once a worker keeps the last; of bodies
//! (`request.body`, JSON) it keeps one after the other until the garbage is collected.
//!
//! ## Defaults and where they come from
//! Lab 4: `file.read()` is one copy; `BytesIO(content)` and `ContentFile(content)` share
//! its bytes. Three copies need `BytesIO.write` and `getvalue`, base64 in JSON makes five.
//!
//! ## Where it is wrong
//! How many bodies are kept depends on when the garbage collector runs: on Python 3.13
//! it was half as many again. JSON with base64 takes five copies while it is read.

use super::crew::{Crew, Served};
use super::jobs::{self, Jobs};
use super::workers::WorkerClass;
use super::{Basis, Counts, Factor, Ledger, Noun, Origin, TermName};
use crate::coefficient::{World, measured};
use crate::setting::choices;
use crate::units::{Estimate, MIB};

choices! {
    /// How a view takes a file.
    Handling {
        /// `file.read()`.
        Read = "read",
        /// `file.chunks()`.
        Chunks = "chunks",
        /// `request.body`, or JSON: no file at all.
        Body = "body",
    }
}

choices! {
    /// Where files above `FILE_UPLOAD_MAX_MEMORY_SIZE` wait.
    TempFolder {
        /// On disk: page cache, reclaimable.
        Disk = "disk",
        /// In tmpfs: memory that cannot be reclaimed.
        Memory = "memory",
    }
}

/// What uploads are given by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uploads {
    /// From the workload or measured.
    pub basis: Basis,
    /// As measured, at rest.
    pub measured: Estimate,
    /// As measured, at the peak.
    pub measured_peak: Option<Estimate>,
    /// How a view takes a file.
    pub handling: Handling,
    /// The size of the largest file.
    pub size: Estimate,
    /// Copies that the view makes of it.
    pub copies: u32,
    /// How many arrive at the same time.
    pub at_once: u32,
    /// How many arrive in a day.
    pub a_day: Estimate,
    /// Where large files wait.
    pub temp: TempFolder,
}

impl Default for Uploads {
    fn default() -> Self {
        Self {
            basis: Basis::Workload,
            measured: Estimate::ZERO,
            measured_peak: None,
            handling: Handling::Read,
            size: Estimate::exact(15e6),
            copies: 1,
            at_once: 1,
            a_day: Estimate::exact(20.0),
            temp: TempFolder::Disk,
        }
    }
}

/// What the rest of the service decides about uploads.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// The workers.
    pub crew: Crew,
    /// How many can really run at once.
    pub admitted: u32,
}

/// What uploads take, and why.
pub fn ledger(uploads: &Uploads, around: Around, world: World<'_>) -> Ledger {
    match uploads.basis {
        Basis::Measured => Ledger::measured(uploads.measured, uploads.measured_peak, world),
        Basis::Workload => from_workload(uploads, around, world),
    }
}

/// Bytes that one upload takes while it is handled.
pub fn one(uploads: &Uploads, world: World<'_>) -> Estimate {
    let read = uploads.size * world.of(&measured::UPLOAD_COPY) * copies(uploads);
    let bytes = world.of(&measured::UPLOAD_FIXED).or_more(read);
    if matches!(uploads.temp, TempFolder::Memory) { bytes + uploads.size } else { bytes }
}

/// How many times a file is in memory while it is read.
fn copies(uploads: &Uploads) -> f64 {
    match uploads.handling {
        Handling::Read => f64::from(uploads.copies),
        Handling::Chunks => 0.0,
        Handling::Body => 1.0,
    }
}

/// The same with the likely numbers.
pub fn likely_one(uploads: &Uploads) -> f64 {
    one(uploads, World::Stated).likely
}

/// What a worker keeps of one. glibc serves files below 32 MB from the heap, from the
/// second on, and keeps one; further copies go back.
fn kept(uploads: &Uploads, world: World<'_>) -> Estimate {
    let small = uploads.size.likely < 32.0 * MIB;
    match uploads.handling {
        Handling::Read if small && uploads.copies == 1 => {
            uploads.size * world.of(&measured::KEPT_UPLOAD)
        }
        Handling::Body => uploads.size,
        Handling::Read | Handling::Chunks => Estimate::ZERO,
    }
}

/// Bodies stay one after the other until the garbage collector takes them all.
fn bodies(uploads: &Uploads, crew: Crew, world: World<'_>) -> Served {
    let each = uploads.a_day * crew.lifetime * (1.0 / 86_400.0 / f64::from(crew.workers.max(1)));
    let most = world.of(&measured::KEPT_BODIES);
    let mean = |taken: f64, most: f64| {
        if taken > most { most * (1.0 - most / taken / 2.0) } else { taken / 2.0 }
    };
    Served {
        mean: Estimate {
            low: mean(each.low, most.low),
            likely: mean(each.likely, most.likely),
            high: mean(each.high, most.high),
        },
        end: each.at_most(most),
    }
}

fn from_workload(uploads: &Uploads, around: Around, world: World<'_>) -> Ledger {
    let mut ledger = Ledger::new(world);
    let start = Uploads::default();
    let size =
        Factor::bytes(Noun::FileSize, uploads.size, Origin::of_start(&uploads.size, &start.size));
    let mut explain = |factors: &[Factor]| ledger.add(TermName::OneJob, Counts::Nothing, factors);
    let fixed = Factor::measured(Noun::PerUpload, &measured::UPLOAD_FIXED, world);
    let read = uploads.size.likely * copies(uploads);
    if read > fixed.value().likely {
        let origin = Origin::of_start(&uploads.copies, &start.copies);
        let copies = Estimate::exact(copies(uploads));
        explain(&[Factor::number(Noun::Copies, copies, origin), size]);
    } else {
        explain(&[fixed]);
    }
    if matches!(uploads.temp, TempFolder::Memory) {
        explain(&[size]);
    }
    let jobs = Jobs {
        each: one(uploads, world),
        kept: kept(uploads, world),
        allocator: None,
        each_stays: matches!(uploads.handling, Handling::Body)
            .then(|| bodies(uploads, around.crew, world)),
        repeated: Estimate::exact(1.0),
        overlap: match around.crew.class {
            WorkerClass::Sync => Estimate::ZERO,
            WorkerClass::Gthread | WorkerClass::Gevent => Estimate::exact(1.0),
        },
        at_once: around.admitted,
        a_day: uploads.a_day,
        origins: (
            Origin::of_start(&uploads.at_once, &start.at_once),
            Origin::of_start(&uploads.a_day, &start.a_day),
        ),
    };
    jobs::add(&mut ledger, &jobs, around.crew, world);
    ledger
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn one_is(uploads: &Uploads, mib: f64) {
        let found = one(uploads, World::Stated).likely / MIB;
        assert!((found / mib - 1.0).abs() < 0.06, "{found} MiB, measured {mib}");
    }

    #[test]
    fn the_measured_uploads_of_the_lab() {
        let read = Uploads { size: Estimate::exact(50.0 * MIB), ..Uploads::default() };
        one_is(&read, 50.0 * 1.01);
        one_is(&Uploads { copies: 3, ..read }, 3.0 * 50.0 * 1.01);
        one_is(&Uploads { handling: Handling::Chunks, ..read }, 3.8);
        one_is(
            &Uploads { handling: Handling::Chunks, temp: TempFolder::Memory, ..read },
            50.0 + 3.8,
        );
    }

    fn keeps(uploads: &Uploads) -> f64 {
        kept(uploads, World::Stated).likely
    }

    #[test]
    fn one_small_file_is_kept_and_large_ones_and_copies_given_back() {
        let small = Uploads::default();
        assert!(keeps(&small) > 0.0);
        assert_eq!(keeps(&Uploads { size: Estimate::exact(100e6), ..small }), 0.0);
        assert_eq!(keeps(&Uploads { copies: 3, ..small }), 0.0);
        assert_eq!(keeps(&Uploads { handling: Handling::Chunks, ..small }), 0.0);
    }

    #[test]
    fn bodies_are_kept_one_after_the_other_up_to_a_collection() {
        let alone =
            crate::part::workers::Workers { count: 1, max_requests: 0, ..Default::default() };
        let of = |a_day| {
            let body = Uploads { a_day: Estimate::exact(a_day), ..Uploads::default() };
            bodies(&body, Crew::of(&alone, 2, 86_400.0), World::Stated)
        };
        assert_eq!((of(5.0).mean.likely, of(5.0).end.likely), (2.5, 5.0));
        assert_eq!(of(1000.0).end.likely, measured::KEPT_BODIES.estimate.likely);
        assert!(of(1000.0).mean.likely < of(1000.0).end.likely);
    }
}
