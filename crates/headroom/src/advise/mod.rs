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
mod finding;
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
mod phase;
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
pub use finding::{Finding, FindingId, Saving, Severity, Source, State};
pub use phase::{Phase, PhaseTotal, apply_phase};

use std::cmp::Ordering;

use crate::evaluate::{Budget, outline};
use crate::plan::{Edit, Field, FieldId, Plan, Scope, SideId};
use rule::{Rule, Seen};

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
    let phases = Phase::ALL.map(|phase| phase::total(phase, &findings, plan, &now));
    Advice { findings, phases }
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

fn find(rule: &Rule, plan: &Plan, now: &Budget, then: &Budget) -> Option<Finding> {
    let on_current = (rule.check)(&plan.current, plan, now);
    let on_target = (rule.check)(&plan.target, plan, then);
    let saves = match (&on_target, &on_current) {
        (Some(seen), _) => saved(seen, plan, SideId::Target, then),
        (None, Some(seen)) => saved(seen, plan, SideId::Current, now),
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
