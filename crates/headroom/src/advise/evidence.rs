//! The numbers that a finding's sentences need, one variant for each thing seen.

use super::tiers::Unfit;
use crate::part::workers::Preload;
use crate::railway::{TierId, UsageLimits};
use crate::units::Estimate;

/// What was seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Evidence {
    /// In Gunicorn's settings and variables.
    Quick(Quick),
    /// In the project's code and settings.
    Code(Code),
    /// In limits and measurements.
    Watch(Watch),
}

/// Gunicorn's settings and variables. Sizes are bytes, here and below.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are named as in the sentences that print them")]
pub enum Quick {
    /// Workers from a CPU count.
    CpuCount { workers: u32, cpus: u32, to: u32 },
    /// A number that looks like it; `there` is what the formula gives on Railway.
    CpuFormula { workers: u32, cpus: u32, there: u32 },
    /// Processes where threads would do.
    Threads { workers: u32, to: u32, threads: u32 },
    /// More than the limit carries.
    TooManyWorkers { workers: u32, to: u32, peak: f64, limit: f64 },
    /// Never recycled.
    NoRecycling { max_requests: u32, jitter: u32 },
    /// Recycled together.
    ShortJitter { max_requests: u32, jitter: u32, to: u32 },
    /// Preload without freezing.
    PreloadThaws { to: Preload },
    /// A leak of connections.
    GeventLeak { seconds: u32, allowed: u32 },
    /// Patched too late.
    GeventPreload,
    /// What a gevent worker takes more than a sync one.
    GeventNoSaving { each: f64 },
    /// What jemalloc keeps of exports over what glibc does, and takes in each process.
    Jemalloc { kept: Estimate, each: f64 },
    /// Connections at Postgres while a deploy runs.
    TooManyConnections { opened: u32, allowed: u32, remedy: Remedy },
    /// Written in two places.
    TwoSources,
    /// A file sets the number.
    SetInFile { workers: u32 },
    /// `PYTHONUNBUFFERED` and its like.
    IdleVariables,
}

/// What holds the number of connections down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// So many greenlets a worker.
    Greenlets(u32),
    /// So many threads a worker.
    Threads(u32),
    /// A smaller pool.
    Pool(u32),
    /// A pooler in between.
    PgBouncer,
}

/// The project's code and settings.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are named as in the sentences that print them")]
pub enum Code {
    /// One export takes `each`, and `then` after the fix.
    ExportLoads { rows: f64, chunk: u32, each: f64, kept: f64, then: f64, no_cursors: bool },
    /// The same of an iterator into a workbook.
    ExportWorkbook { each: f64, whole: f64, then: f64 },
    /// `more` is what the usual chunk takes while an export runs.
    SmallChunk { chunk: u32, to: u32, more: f64 },
    /// `then` is with a cursor.
    NoCursor { each: f64, then: f64 },
    /// One upload takes `each`, and `then` after the fix.
    UploadRead { size: f64, each: f64, then: f64 },
    /// Copies of a file.
    UploadCopies { copies: u32 },
    /// A file waits in memory.
    TempInMemory { size: f64 },
    /// Tiny chunks of an upload.
    SmallReads,
    /// What the files hold.
    FileLogs { bytes: f64, handlers: u32 },
    /// What a full query log takes.
    Debug { log: f64 },
    /// What the pools may open, and what the workers use.
    PoolForSync { opened: u32, workers: u32 },
    /// Lowered from and to, and what one connection takes.
    ConnMaxAge { from: u32, to: u32, each: f64 },
    /// N+1 mended.
    SelectRelated,
}

/// Limits and measurements.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are named as in the sentences that print them")]
pub enum Watch {
    /// `until` is where the tier's own limit stands.
    NoLimit { peak: f64, to: f64, until: f64 },
    /// Dollars for an alert and for the hard limit.
    NoUsageLimit(UsageLimits),
    /// `to` is the cheapest one that fits, with its subscription.
    TierTooSmall { tier: TierId, unfit: Unfit, to: Option<(TierId, f64)> },
    /// The bills on both.
    TierTooLarge { tier: TierId, to: TierId, bill: f64, then: f64 },
    /// More was seen than the limit lets through.
    LimitNotInForce { observed: f64, limit: f64 },
    /// One worker, measured and planned.
    WorkerShrinks { from: f64, to: f64 },
    /// Seen, and explained by the parts.
    Gap { observed: f64, explained: f64 },
}

impl From<Quick> for Evidence {
    fn from(evidence: Quick) -> Self {
        Self::Quick(evidence)
    }
}

impl From<Code> for Evidence {
    fn from(evidence: Code) -> Self {
        Self::Code(evidence)
    }
}

impl From<Watch> for Evidence {
    fn from(evidence: Watch) -> Self {
        Self::Watch(evidence)
    }
}
