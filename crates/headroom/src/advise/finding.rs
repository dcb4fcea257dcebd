//! What a finding says: which, how bad, where it stands, what its fix takes off.

use super::{Evidence, Phase};
use crate::plan::Edit;
use crate::setting::choices;

/// One thing that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which.
    pub id: FindingId,
    /// When to do it.
    pub phase: Phase,
    /// How bad it is.
    pub severity: Severity,
    /// Where it stands.
    pub state: State,
    /// The edits of the target side (and of the plan) that answer it.
    pub fix: Vec<Edit>,
    /// Where it was applied: the settings that it rests on, as they are on the
    /// current side. Empty if those are the same and something else answered it.
    pub undo: Vec<Edit>,
    /// What the fix takes off the target, or took off the current side where it was
    /// applied.
    pub saves: Saving,
    /// The numbers of its sentences.
    pub evidence: Evidence,
    /// Where its facts come from.
    pub source: Source,
}

choices! {
    /// What can be found.
    FindingId {
        /// Workers from a CPU count, which on Railway is the host's.
        CpuCount = "cpu_count",
        /// More workers than the limit carries.
        TooManyWorkers = "too_many_workers",
        /// Sync workers where threads would do.
        Threads = "threads",
        /// Workers are never recycled.
        NoRecycling = "no_recycling",
        /// They are recycled all together.
        ShortJitter = "short_jitter",
        /// Preload without freezing the heap.
        PreloadThaws = "preload_thaws",
        /// gevent with persistent connections: a leak.
        GeventLeak = "gevent_leak",
        /// gevent with preload, patched too late.
        GeventPreload = "gevent_preload",
        /// gevent itself saves no memory.
        GeventNoSaving = "gevent_no_saving",
        /// jemalloc keeps more of exports.
        Jemalloc = "jemalloc",
        /// More connections than Postgres allows.
        TooManyConnections = "too_many_connections",
        /// Two sources for the number of workers.
        TwoSources = "two_sources",
        /// A file sets it: `WEB_CONCURRENCY` does nothing.
        SetInFile = "set_in_file",
        /// Variables that save no memory.
        IdleVariables = "idle_variables",
        /// Exports that load everything.
        ExportLoads = "export_loads",
        /// An iterator into an ordinary workbook.
        ExportWorkbook = "export_workbook",
        /// Tiny chunks of an iterator.
        SmallChunk = "small_chunk",
        /// `PgBouncer` takes the cursor from an iterator.
        NoCursor = "no_cursor",
        /// Uploads read whole.
        UploadRead = "upload_read",
        /// Copies of an upload.
        UploadCopies = "upload_copies",
        /// Temporary files in memory.
        TempInMemory = "temp_in_memory",
        /// Tiny chunks of an upload.
        SmallReads = "small_reads",
        /// Log files: billed as page cache.
        FileLogs = "file_logs",
        /// `DEBUG` is on.
        Debug = "debug",
        /// A pool for workers that use one connection.
        PoolForSync = "pool_for_sync",
        /// `CONN_MAX_AGE` lowered.
        ConnMaxAge = "conn_max_age",
        /// N+1 mended.
        SelectRelated = "select_related",
        /// The tier does not carry the service.
        TierTooSmall = "tier_too_small",
        /// A smaller tier would.
        TierTooLarge = "tier_too_large",
        /// No memory limit of one's own.
        NoLimit = "no_limit",
        /// No usage limit.
        NoUsageLimit = "no_usage_limit",
        /// More memory seen than the limit lets through.
        LimitNotInForce = "limit_not_in_force",
        /// A worker that became smaller without a reason.
        WorkerShrinks = "worker_shrinks",
        /// Memory seen that no part explains.
        Gap = "gap",
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It will break, whatever it costs.
    Error,
    /// It costs memory or money.
    Saves,
    /// Good to know: nothing breaks, and nothing is saved.
    Note,
}

/// Where a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The target has it, and the fix is at hand.
    Open,
    /// The current side has it, the target no longer does.
    Applied,
    /// The plan has nothing to change for it.
    Advice,
}

/// Where a rule's facts were measured or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// A URL, or a section of the lab.
    pub at: &'static str,
    /// The date of it.
    pub date: &'static str,
}

/// What a fix takes off. Nothing here is below zero: a measured figure can be
/// smaller than the model's, and then no saving is claimed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Saving {
    /// Bytes billed on average, all replicas and services.
    pub memory: f64,
    /// Bytes of the peak of one replica.
    pub peak: f64,
    /// Dollars a month of usage, before subscription and included usage.
    pub dollars: f64,
    /// Dollars that the bill really falls by: less where usage is below what
    /// the tier includes.
    pub bill: f64,
}
