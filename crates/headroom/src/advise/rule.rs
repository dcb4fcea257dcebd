//! The table of rules, and what a rule is given and gives.

use super::{
    FindingId, Phase, Severity, connections, exports, limits, myths, others, uploads, workers,
};
use crate::evaluate::{Budget, evaluate};
use crate::part::PartId;
use crate::plan::{Edit, FieldId, Plan, Side, SideId};
use crate::setting::{Setting, Value};
use crate::units::Estimate;

/// One rule.
pub(super) struct Rule {
    pub(super) id: FindingId,
    pub(super) phase: Phase,
    pub(super) severity: Severity,
    pub(super) check: fn(&Look<'_>) -> Option<Seen>,
    /// Whether it looks at the plan as a whole rather than at each side.
    pub(super) of_plan: bool,
    pub(super) source: Source,
}

/// Where a finding is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// A section of the lab, or a URL.
    pub at: &'static str,
    /// When it was measured or read.
    pub date: &'static str,
}

/// What a rule looks at.
pub(super) struct Look<'a> {
    pub(super) plan: &'a Plan,
    pub(super) id: SideId,
    pub(super) budget: &'a Budget,
}

/// What a rule saw.
pub(super) struct Seen {
    pub(super) facts: Facts,
    pub(super) changes: Vec<(FieldId, Value)>,
}

/// Numbers for the sentences of a finding; which are meant, its rule says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Facts {
    /// As it is.
    pub found: f64,
    /// As it should be.
    pub wanted: f64,
    /// What it is held against.
    pub limit: f64,
}

impl Look<'_> {
    /// The side.
    pub(super) fn side(&self) -> &Side {
        self.plan.side(self.id)
    }

    /// The budget of this side after changes.
    pub(super) fn after(&self, changes: &[(FieldId, Value)]) -> Budget {
        let mut plan = self.plan.clone();
        plan.apply(Edit::Many(
            changes.iter().map(|(id, value)| Edit::Set(self.id, *id, *value)).collect(),
        ));
        evaluate(&plan, self.id)
    }

    /// Whether a part is given as measured, so that a change of code needs the model.
    pub(super) fn is_measured(&self, part: PartId) -> bool {
        use crate::part::Basis::Measured;
        let side = self.side();
        match part {
            PartId::Workers => side.workers.basis == Measured,
            PartId::Exports => side.exports.basis == Measured,
            PartId::Uploads => side.uploads.basis == Measured,
            PartId::Logs => side.logs.basis == Measured,
            PartId::Pooling => side.pooling.basis == Measured,
            PartId::Queries => side.queries.basis == Measured,
            PartId::Others => false,
        }
    }
}

impl Seen {
    /// Something to know, nothing to change.
    pub(super) fn only(facts: Facts) -> Self {
        Self { facts, changes: Vec::new() }
    }

    /// Something to change.
    pub(super) fn fix(facts: Facts, changes: Vec<(FieldId, Value)>) -> Self {
        Self { facts, changes }
    }
}

/// A setting and the value that it should have.
pub(super) fn to<T: Setting>(id: FieldId, value: T) -> (FieldId, Value) {
    (id, value.value())
}

/// The measurement described the code as it was: from here on the model's figure stands.
pub(super) fn remeasure(look: &Look<'_>, part: PartId, basis: FieldId) -> Option<(FieldId, Value)> {
    look.is_measured(part).then(|| to(basis, crate::part::Basis::Workload))
}

/// A number as a setting holds it.
pub(super) fn number(value: f64) -> Estimate {
    Estimate::exact(value)
}

const LAB: &str = "2026-11";
const READ: &str = "2026-11-24";

macro_rules! rules {
    ($($id:ident $phase:ident $severity:ident $scope:ident $check:path, $at:literal $date:expr;)+) => {
        /// Every rule.
        pub(super) const RULES: &[Rule] = &[$(Rule {
            id: FindingId::$id,
            phase: Phase::$phase,
            severity: Severity::$severity,
            check: $check,
            of_plan: rules!(@ $scope),
            source: Source { at: $at, date: $date },
        },)+];
    };
    (@ side) => { false };
    (@ plan) => { true };
}

rules! {
    CpuCount QuickWins Saves side workers::cpu_count, "lab 15" LAB;
    TooManyWorkers QuickWins Saves side workers::too_many, "lab 1" LAB;
    TwoSources QuickWins Error side workers::two_sources, "https://docs.gunicorn.org/en/stable/settings.html#workers" READ;
    Threads QuickWins Saves side workers::threads, "lab 1, 16" LAB;
    NoRecycling QuickWins Saves side workers::no_recycling, "lab 3b, 7" LAB;
    ShortJitter QuickWins Note side workers::short_jitter, "https://docs.gunicorn.org/en/stable/settings.html#max-requests-jitter" READ;
    PreloadThaws QuickWins Saves side workers::preload_thaws, "lab 16" LAB;
    GeventLeak QuickWins Error side connections::gevent_leak, "lab 6" LAB;
    GeventPreload Code Error side connections::gevent_preload, "lab 1 (s12_gevent_preload.csv)" LAB;
    TooManyConnections QuickWins Error side connections::too_many, "lab 6" LAB;
    PoolForSync QuickWins Note side connections::pool_for_sync, "lab 6" LAB;
    Debug QuickWins Error side others::debug, "lab 8" LAB;
    ExportLoads Code Saves side exports::loads, "lab 3" LAB;
    ExportWorkbook Code Saves side exports::workbook, "lab 3" LAB;
    SmallChunk Code Note side exports::small_chunk, "lab 3" LAB;
    NoCursor Code Note side exports::no_cursor, "lab 3" LAB;
    UploadRead Code Saves side uploads::read, "lab 4" LAB;
    TempInMemory Code Saves side uploads::temp_in_memory, "lab 4" LAB;
    FileLogs Code Saves side others::file_logs, "lab 5" LAB;
    Tier QuickWins Saves plan limits::tier, "https://docs.railway.com/pricing/plans" "2026-08-21";
    NoLimit Watch Note plan limits::no_limit, "https://docs.railway.com/guides/right-size-cpu-memory" "2026-07-29";
    NoUsageLimit Watch Note plan limits::no_usage_limit, "https://docs.railway.com/pricing/cost-control" "2026-08-21";
    LimitNotInForce Watch Note plan limits::not_in_force, "https://docs.railway.com/guides/right-size-cpu-memory" "2026-07-29";
    WorkerShrinks Watch Note plan myths::worker_shrinks, "lab 16" LAB;
    SetInFile Watch Note side workers::set_in_file, "https://docs.gunicorn.org/en/stable/configure.html" READ;
    ConnMaxAge Code Note plan myths::conn_max_age, "lab 6" LAB;
    SelectRelated Code Note plan myths::select_related, "lab 8" LAB;
    SmallReads Code Note plan myths::small_reads, "lab 4" LAB;
    IdleVariables Watch Note plan myths::idle_variables, "https://docs.gunicorn.org/en/stable/settings.html" READ;
}
