//! What to change first: findings, ranked by what they save.
//!
//! A rule looks at one side and answers with what it saw and the edits that mend
//! it. Nothing is saved by assertion: the edited plan is evaluated.

mod connections;
mod exports;
mod limits;
mod myths;
mod others;
mod rule;
mod uploads;
mod workers;

pub mod gap;
pub mod tiers;

pub use rule::{Facts, Source};

use crate::evaluate::{Budget, evaluate};
use crate::plan::{Edit, Field, FieldId, Plan, SideId};
use crate::setting::{Value, choices};
use rule::{Look, RULES, Rule, Seen};

choices! {
    /// What can be found.
    FindingId {
        /// Workers from a CPU count.
        CpuCount = "cpu_count",
        /// More workers than the limit carries.
        TooManyWorkers = "too_many_workers",
        /// The number is written twice.
        TwoSources = "two_sources",
        /// Sync where threads would do.
        Threads = "threads",
        /// No recycling.
        NoRecycling = "no_recycling",
        /// All workers restart together.
        ShortJitter = "short_jitter",
        /// Preload that does not last.
        PreloadThaws = "preload_thaws",
        /// gevent with persistent connections.
        GeventLeak = "gevent_leak",
        /// gevent with preload needs an early patch.
        GeventPreload = "gevent_preload",
        /// More connections than Postgres allows.
        TooManyConnections = "too_many_connections",
        /// A pool that sync workers cannot use.
        PoolForSync = "pool_for_sync",
        /// DEBUG is on.
        Debug = "debug",
        /// Exports that load everything.
        ExportLoads = "export_loads",
        /// An iterator into an ordinary workbook.
        ExportWorkbook = "export_workbook",
        /// A very small chunk.
        SmallChunk = "small_chunk",
        /// PgBouncer takes the cursor away.
        NoCursor = "no_cursor",
        /// Uploads read whole.
        UploadRead = "upload_read",
        /// A temporary folder in memory.
        TempInMemory = "temp_in_memory",
        /// Logs to files.
        FileLogs = "file_logs",
        /// The tier is too small, or larger than needed.
        Tier = "tier",
        /// No memory limit is set.
        NoLimit = "no_limit",
        /// No usage limit is set.
        NoUsageLimit = "no_usage_limit",
        /// More was seen than the limit allows.
        LimitNotInForce = "limit_not_in_force",
        /// A worker that shrinks for no stated reason.
        WorkerShrinks = "worker_shrinks",
        /// A file fixes the number, so that the variable does nothing.
        SetInFile = "set_in_file",
        /// `CONN_MAX_AGE` saves no memory.
        ConnMaxAge = "conn_max_age",
        /// `select_related` saves no memory.
        SelectRelated = "select_related",
        /// 8 KiB chunks save no memory.
        SmallReads = "small_reads",
        /// Variables that save no memory.
        IdleVariables = "idle_variables",
    }
}

choices! {
    /// The note's three phases.
    Phase {
        /// Settings.
        QuickWins = "quick_wins",
        /// Code.
        Code = "code",
        /// Keeping an eye on it.
        Watch = "watch",
    }
}

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something will break.
    Error,
    /// It holds memory that costs.
    Saves,
    /// Good to know; 0 MB.
    Note,
}

/// Where a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The target still has it.
    Open,
    /// The target has it no more.
    Applied,
    /// There is nothing in the plan to change.
    Advice,
}

/// What an edit saves: the figures before, less those after.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Saving {
    /// Bytes billed on average, over all replicas.
    pub memory: f64,
    /// Bytes at the peak of one replica.
    pub peak: f64,
    /// Dollars of usage a month, whether or not the subscription hides them.
    pub dollars: f64,
    /// Dollars that the bill falls by.
    pub bill: f64,
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which.
    pub id: FindingId,
    /// When to do it.
    pub phase: Phase,
    /// How much it matters.
    pub severity: Severity,
    /// Where it stands.
    pub state: State,
    /// What mends the target.
    pub fix: Vec<Edit>,
    /// What gives the target back what it has now.
    pub undo: Vec<Edit>,
    /// What it saves.
    pub saves: Saving,
    /// The numbers that its sentences need.
    pub facts: Facts,
    /// Where it is known from.
    pub source: Source,
}

/// A phase as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhaseTotal {
    /// Which.
    pub phase: Phase,
    /// What all its fixes save on the current side, together.
    pub saves: Saving,
    /// How many are to do.
    pub open: usize,
    /// How many are done.
    pub applied: usize,
}

/// All that was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// Errors first, then by what they save.
    pub findings: Vec<Finding>,
    /// The three phases.
    pub phases: [PhaseTotal; 3],
}

/// Looks at both sides of a plan.
pub fn advise(plan: &Plan) -> Advice {
    let budgets = [evaluate(plan, SideId::Current), evaluate(plan, SideId::Target)];
    let mut findings: Vec<Finding> =
        RULES.iter().filter_map(|rule| find(rule, plan, &budgets)).collect();
    findings.sort_by(|a, b| {
        a.severity
            .cmp(&b.severity)
            .then(b.saves.dollars.total_cmp(&a.saves.dollars))
            .then(b.saves.peak.total_cmp(&a.saves.peak))
    });
    let phases = [Phase::QuickWins, Phase::Code, Phase::Watch]
        .map(|phase| total(phase, plan, &budgets, &findings));
    Advice { findings, phases }
}

fn find(rule: &Rule, plan: &Plan, budgets: &[Budget; 2]) -> Option<Finding> {
    let look = |side: SideId| Look {
        plan,
        id: side,
        budget: &budgets[usize::from(side == SideId::Target)],
    };
    let now = if rule.of_plan { None } else { (rule.check)(&look(SideId::Current)) };
    let then = (rule.check)(&look(SideId::Target));
    let state = match (&now, &then) {
        (_, Some(seen)) if seen.changes.is_empty() => State::Advice,
        (_, Some(_)) => State::Open,
        (Some(seen), None) if !seen.changes.is_empty() => State::Applied,
        (Some(_) | None, None) => return None,
    };
    let undo = now.as_ref().map(|seen| back_to_now(plan, &seen.changes)).unwrap_or_default();
    let fix = then.as_ref().map(|seen| edits(SideId::Target, &seen.changes)).unwrap_or_default();
    let (side, seen) = match (now, then) {
        (Some(seen), _) => (SideId::Current, seen),
        (None, Some(seen)) => (SideId::Target, seen),
        (None, None) => return None,
    };
    Some(Finding {
        id: rule.id,
        phase: rule.phase,
        severity: rule.severity,
        state,
        fix,
        undo,
        saves: saving(plan, side, &budgets[usize::from(side == SideId::Target)], &seen.changes),
        facts: seen.facts,
        source: rule.source,
    })
}

fn edits(side: SideId, changes: &[(FieldId, Value)]) -> Vec<Edit> {
    changes.iter().map(|(id, value)| Edit::Set(side, *id, *value)).collect()
}

fn back_to_now(plan: &Plan, changes: &[(FieldId, Value)]) -> Vec<Edit> {
    let now = |id: FieldId| Field::of(id).get(plan, SideId::Current);
    changes.iter().map(|(id, _)| Edit::Set(SideId::Target, *id, now(*id))).collect()
}

/// What changes on a side save, by evaluating the changed plan.
fn saving(plan: &Plan, side: SideId, before: &Budget, changes: &[(FieldId, Value)]) -> Saving {
    if changes.is_empty() {
        return Saving::default();
    }
    let mut edited = plan.clone();
    edited.apply(Edit::Many(edits(side, changes)));
    let after = evaluate(&edited, side);
    let less = |of: fn(&Budget) -> f64| (of(before) - of(&after)).max(0.0);
    Saving {
        memory: less(|budget| budget.usage.memory.likely),
        peak: less(|budget| budget.total.peak.likely),
        dollars: less(|budget| budget.bill.usage.likely),
        bill: less(|budget| budget.bill.total.likely),
    }
}

fn total(phase: Phase, plan: &Plan, budgets: &[Budget; 2], findings: &[Finding]) -> PhaseTotal {
    let look = Look { plan, id: SideId::Current, budget: &budgets[0] };
    let rules = RULES.iter().filter(|rule| rule.phase == phase && !rule.of_plan);
    let changes: Vec<_> =
        rules.filter_map(|rule| (rule.check)(&look)).flat_map(|seen: Seen| seen.changes).collect();
    let count = |state| {
        findings.iter().filter(|finding| finding.phase == phase && finding.state == state).count()
    };
    PhaseTotal {
        phase,
        saves: saving(plan, SideId::Current, &budgets[0], &changes),
        open: count(State::Open),
        applied: count(State::Applied),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{fresh, note};
    use crate::text::{Lang, Reader, findings as words};

    fn of(plan: &Plan, id: FindingId) -> Option<Finding> {
        advise(plan).findings.into_iter().find(|finding| finding.id == id)
    }

    /// Plans in which, together, every rule has something to say.
    fn troubled() -> Vec<Plan> {
        use crate::part::logs::Sink;
        use crate::part::uploads::TempFolder;
        use crate::part::workers::{CountFrom, Preload, WorkerClass};
        let mut plans = vec![note(), fresh()];
        let mut with = |change: &dyn Fn(&mut crate::plan::Side)| {
            let mut plan = fresh();
            change(&mut plan.current);
            change(&mut plan.target);
            plans.push(plan);
        };
        with(&|side| side.workers.count_from = CountFrom::Cpus);
        with(&|side| side.workers.count = 300);
        with(&|side| side.workers.count = 6);
        with(&|side| side.workers.count_set = crate::part::workers::CountSet::File);
        with(&|side| side.workers.max_requests = 0);
        with(&|side| side.workers.preload = Preload::On);
        with(&|side| {
            (side.workers.class, side.workers.preload) = (WorkerClass::Gevent, Preload::Frozen);
        });
        with(&|side| (side.workers.class, side.workers.threads) = (WorkerClass::Gthread, 60));
        with(&|side| side.pooling.pool = true);
        with(&|side| side.queries.debug = true);
        with(&|side| side.uploads.temp = TempFolder::Memory);
        with(&|side| side.logs.sink = Sink::File);
        with(&|side| {
            side.pooling.pgbouncer = true;
            side.exports.reading = crate::part::exports::Reading::Iterator;
            side.exports.format = crate::part::exports::Format::Csv;
        });
        plans
    }

    #[test]
    fn the_notes_worker_fix_saves_what_evaluating_it_says() {
        let finding = of(&note(), FindingId::CpuCount).unwrap();
        assert_eq!(finding.state, State::Applied);
        assert_eq!((finding.saves.memory, finding.saves.peak), (1.8e9, 1.8e9));
        assert!((finding.saves.dollars - 18.0).abs() < 1e-9);
    }

    #[test]
    fn the_notes_own_traps_are_errors_on_its_target() {
        for id in [FindingId::GeventLeak, FindingId::TwoSources] {
            let finding = of(&note(), id).unwrap();
            assert_eq!((finding.severity, finding.state), (Severity::Error, State::Open), "{id:?}");
        }
        for id in [
            FindingId::ConnMaxAge,
            FindingId::SelectRelated,
            FindingId::SmallReads,
            FindingId::IdleVariables,
        ] {
            assert_eq!(of(&note(), id).unwrap().saves, Saving::default(), "{id:?}");
        }
    }

    #[test]
    fn every_rule_fires_somewhere() {
        let plans = troubled();
        for rule in RULES {
            assert!(plans.iter().any(|plan| of(plan, rule.id).is_some()), "{:?}", rule.id);
        }
        assert_eq!(RULES.len(), FindingId::ALL.len());
    }

    #[test]
    fn a_fix_silences_its_rule_and_taking_it_back_brings_it_again() {
        for plan in troubled() {
            for finding in advise(&plan).findings {
                let mut changed = plan.clone();
                match finding.state {
                    State::Open => {
                        changed.apply(Edit::Many(finding.fix));
                        let after = of(&changed, finding.id);
                        assert!(
                            after.is_none_or(|after| after.state != State::Open),
                            "{:?}",
                            finding.id
                        );
                    }
                    State::Applied => {
                        changed.apply(Edit::Many(finding.undo));
                        let after = of(&changed, finding.id).unwrap();
                        assert_ne!(after.state, State::Applied, "{:?}", finding.id);
                    }
                    State::Advice => {}
                }
            }
        }
    }

    #[test]
    fn every_finding_has_its_sentences_and_its_source() {
        for plan in troubled() {
            for finding in advise(&plan).findings {
                for lang in Lang::ALL {
                    let reader = Reader { lang, ..Reader::default() };
                    let sentences = [
                        words::title(&finding, reader),
                        words::why(&finding, reader),
                        words::fix(&finding, reader),
                        words::cost(&finding, reader),
                        words::source(&finding, lang),
                    ];
                    assert!(
                        sentences.iter().all(|sentence| !sentence.is_empty()),
                        "{:?} {lang:?}",
                        finding.id
                    );
                    assert_eq!(finding.state == State::Open, !finding.fix.is_empty());
                }
            }
        }
    }
}
