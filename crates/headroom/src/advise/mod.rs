//! What to change first: findings on a plan, ranked by what their fixes save.
//!
//! A rule looks at one side and says what it saw, with the edits that would
//! silence it. [`advise`] asks every rule on both sides: seen on the target is
//! open, seen on the current side alone was applied. Savings are never typed
//! in: the plan is edited and evaluated again.
//!
//! A figure that somebody measured describes the code as it was. Where a fix
//! changes that code, its edits set the part's basis back to the workload, and
//! the model's figure stands until it is measured again. Measured workers stay
//! measured: their number scales them, and nothing else here is known to.

pub mod evidence;
pub mod gap;
pub mod tiers;

mod conn_max_age;
mod cpu_count;
mod debug;
mod export_loads;
mod export_workbook;
mod file_logs;
mod gap_seen;
mod gevent_leak;
mod gevent_no_saving;
mod gevent_preload;
mod idle_variables;
mod jemalloc;
mod limit_not_in_force;
mod no_cursor;
mod no_limit;
mod no_recycling;
mod no_usage_limit;
mod pool_for_sync;
mod preload_thaws;
mod room;
mod rule;
mod select_related;
mod set_in_file;
mod short_jitter;
mod small_chunk;
mod small_reads;
mod temp_in_memory;
mod threads;
mod tier_too_large;
mod tier_too_small;
mod too_many_connections;
mod too_many_workers;
mod two_sources;
mod upload_copies;
mod upload_read;
mod worker_shrinks;

#[cfg(test)]
mod tests;

pub use evidence::Evidence;

use std::cmp::Ordering;

use crate::evaluate::{Budget, outline};
use crate::plan::{Edit, Field, FieldId, Plan, Scope, SideId};
use crate::setting::choices;
use rule::{Rule, Seen};

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

/// Every rule. The order is the one in which a phase is applied: what changes
/// the number of workers comes before what looks at it.
const RULES: &[&Rule] = &[
    &cpu_count::RULE,
    &too_many_workers::RULE,
    &threads::RULE,
    &no_recycling::RULE,
    &short_jitter::RULE,
    &preload_thaws::RULE,
    &gevent_leak::RULE,
    &gevent_preload::RULE,
    &gevent_no_saving::RULE,
    &jemalloc::RULE,
    &too_many_connections::RULE,
    &two_sources::RULE,
    &set_in_file::RULE,
    &idle_variables::RULE,
    &export_loads::RULE,
    &export_workbook::RULE,
    &small_chunk::RULE,
    &no_cursor::RULE,
    &upload_read::RULE,
    &upload_copies::RULE,
    &temp_in_memory::RULE,
    &small_reads::RULE,
    &file_logs::RULE,
    &debug::RULE,
    &pool_for_sync::RULE,
    &conn_max_age::RULE,
    &select_related::RULE,
    &tier_too_small::RULE,
    &tier_too_large::RULE,
    &no_limit::RULE,
    &no_usage_limit::RULE,
    &limit_not_in_force::RULE,
    &worker_shrinks::RULE,
    &gap_seen::RULE,
];

/// The three steps in which the note wants it done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Gunicorn's settings and variables.
    QuickWins,
    /// The project's code and settings.
    Code,
    /// Limits, alerts, and what to measure.
    Watch,
}

impl Phase {
    /// All three, in order.
    pub const ALL: [Self; 3] = [Self::QuickWins, Self::Code, Self::Watch];
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
    /// What the fix takes off: of the current side if it was seen there, of the
    /// target otherwise.
    pub saves: Saving,
    /// The numbers of its sentences.
    pub evidence: Evidence,
    /// Where its facts come from.
    pub source: Source,
}

/// A phase as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhaseTotal {
    /// Which.
    pub phase: Phase,
    /// What all its fixes together take off the current side.
    pub saves: Saving,
    /// Findings that are open.
    pub open: usize,
    /// Findings that were applied.
    pub applied: usize,
}

/// The whole advice on a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// Errors first, then by dollars, then by the peak.
    pub findings: Vec<Finding>,
    /// The three phases.
    pub phases: [PhaseTotal; 3],
}

/// Everything that the rules see in a plan.
pub fn advise(plan: &Plan) -> Advice {
    let now = outline(plan, SideId::Current);
    let then = outline(plan, SideId::Target);
    let mut findings: Vec<Finding> = Vec::new();
    for finding in RULES.iter().filter_map(|rule| find(rule, plan, &now, &then)) {
        let place = findings.partition_point(|other| rank(other, &finding).is_le());
        findings.insert(place, finding);
    }
    let phases = Phase::ALL.map(|phase| total(phase, &findings, plan, &now));
    Advice { findings, phases }
}

/// The edits that apply a whole phase to the target. Each fix is worked out on
/// what the ones before it left, so that two that touch the same setting agree;
/// the fixes of the findings, applied one after another, need not.
pub fn apply_phase(plan: &Plan, phase: Phase) -> Vec<Edit> {
    apply_all(phase, plan, SideId::Target).1
}

fn find(rule: &Rule, plan: &Plan, now: &Budget, then: &Budget) -> Option<Finding> {
    let on_current = (rule.check)(&plan.current, plan, now);
    let on_target = (rule.check)(&plan.target, plan, then);
    let saves = match (&on_current, &on_target) {
        (Some(seen), _) => saved(seen, plan, SideId::Current, now),
        (None, Some(seen)) => saved(seen, plan, SideId::Target, then),
        (None, None) => return None,
    };
    let (state, undo, seen) = if let Some(seen) = on_target {
        (if seen.edits.is_empty() { State::Advice } else { State::Open }, Vec::new(), seen)
    } else {
        let seen = on_current.filter(|seen| !seen.edits.is_empty() && !of_the_plan_alone(rule))?;
        (State::Applied, undo(rule, plan), seen)
    };
    Some(Finding {
        id: rule.id,
        phase: rule.phase,
        severity: seen.severity,
        state,
        fix: if state == State::Open { seen.on(SideId::Target) } else { Vec::new() },
        undo,
        saves,
        evidence: seen.evidence,
        source: rule.source,
    })
}

/// What stands once in the plan is the same on both sides: it cannot be
/// answered on one of them.
fn of_the_plan_alone(rule: &Rule) -> bool {
    rule.rests_on.iter().all(|id| Field::of(*id).scope() == Scope::Plan)
}

fn undo(rule: &Rule, plan: &Plan) -> Vec<Edit> {
    let back = |id: &FieldId| {
        let field = Field::of(*id);
        let before = field.get(plan, SideId::Current);
        let differs = field.get(plan, SideId::Target) != before;
        differs.then_some(Edit::Set(SideId::Target, *id, before))
    };
    rule.rests_on.iter().filter_map(back).collect()
}

fn saved(seen: &Seen, plan: &Plan, side: SideId, before: &Budget) -> Saving {
    if seen.edits.is_empty() {
        return Saving::default();
    }
    let mut edited = plan.clone();
    for edit in seen.on(side) {
        edited.apply(edit);
    }
    saving(before, &outline(&edited, side))
}

fn saving(before: &Budget, after: &Budget) -> Saving {
    // Sums of floating-point numbers differ in their last digits.
    let claim =
        |before: f64, after: f64| if before - after > before * 1e-9 { before - after } else { 0.0 };
    Saving {
        memory: claim(before.usage.memory.likely, after.usage.memory.likely),
        peak: claim(before.total.peak.likely, after.total.peak.likely),
        dollars: claim(before.bill.usage.likely, after.bill.usage.likely),
        bill: claim(before.bill.total.likely, after.bill.total.likely),
    }
}

fn rank(one: &Finding, other: &Finding) -> Ordering {
    let breaks = |finding: &Finding| finding.severity == Severity::Error;
    let worth = |finding: &Finding| finding.saves.dollars.max(finding.saves.bill);
    // What was done goes behind what is still to do.
    let done = |finding: &Finding| finding.state == State::Applied;
    done(one)
        .cmp(&done(other))
        .then_with(|| breaks(other).cmp(&breaks(one)))
        .then_with(|| worth(other).total_cmp(&worth(one)))
        .then_with(|| other.saves.peak.total_cmp(&one.saves.peak))
        .then_with(|| one.phase.cmp(&other.phase))
}

fn total(phase: Phase, findings: &[Finding], plan: &Plan, now: &Budget) -> PhaseTotal {
    let in_state = |state| {
        findings.iter().filter(|finding| finding.phase == phase && finding.state == state).count()
    };
    let (applied, _) = apply_all(phase, plan, SideId::Current);
    PhaseTotal {
        phase,
        saves: saving(now, &outline(&applied, SideId::Current)),
        open: in_state(State::Open),
        applied: in_state(State::Applied),
    }
}

/// The plan with a phase applied to one side, rule after rule until none has
/// anything left to change.
fn apply_all(phase: Phase, plan: &Plan, side: SideId) -> (Plan, Vec<Edit>) {
    const ROUNDS: usize = 3;
    let mut edited = plan.clone();
    let mut edits = Vec::new();
    for _ in 0..ROUNDS {
        let before = edits.len();
        for rule in RULES.iter().filter(|rule| rule.phase == phase) {
            let budget = outline(&edited, side);
            let Some(seen) = (rule.check)(edited.side(side), &edited, &budget) else { continue };
            for edit in seen.on(side) {
                edited.apply(edit.clone());
                edits.push(edit);
            }
        }
        if edits.len() == before {
            break;
        }
    }
    (edited, edits)
}
