//! What was seen on the dashboard and is in no part of the plan.
//!
//! Two things hold gigabytes at rest: more workers than anybody thinks, because
//! `cpu_count()` is the host's, and workers that each keep the largest job they
//! ever served. Each is offered as a plan that can be opened. Counting the
//! processes tells them apart.

use crate::coefficient::measured;
use crate::evaluate::outline;
use crate::part::exports::Exports;
use crate::part::logs::Logs;
use crate::part::stack::Stack;
use crate::part::uploads::Uploads;
use crate::part::workers::{CountFrom, Workers};
use crate::part::{Basis, PartId};
use crate::plan::{Edit, Plan, SideId};
use crate::units::{Estimate, MB, whole};

/// A difference that is worth explaining, as a part of what was seen.
const TOLERANCE: f64 = 0.05;
/// How near an explanation must come to be the likelier one.
const NEAR: f64 = 0.2;

/// Memory that was seen against what the parts explain.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// Bytes seen at rest.
    pub observed: f64,
    /// Bytes of the current side at rest, page cache and all replicas included.
    pub explained: f64,
    /// What is left; below zero where the parts add up to more than was seen.
    pub unexplained: f64,
    /// What would explain it.
    pub explanations: Vec<Explanation>,
}

/// Which explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExplanationKind {
    /// `cpu_count() * 2 + 1` on the host.
    ManyWorkers,
    /// Workers that keep what large jobs left.
    KeptByWorkers,
}

/// One explanation, as a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Which.
    pub kind: ExplanationKind,
    /// The plan whose current side would show what was seen.
    pub plan: Plan,
    /// What that side shows at rest.
    pub explains: Estimate,
    /// How many workers there are in it.
    pub workers: u32,
    /// Bytes that each of them holds, or keeps.
    pub each: f64,
    /// Whether it is the likelier one.
    pub likelier: bool,
}

/// What was seen, what the parts explain, and the difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figures {
    pub(super) observed: f64,
    pub(super) explained: f64,
    pub(super) unexplained: f64,
}

/// The gap of a plan, if something was seen and it differs by more than a twentieth.
pub fn gap(plan: &Plan) -> Option<Gap> {
    let Figures { observed, explained, unexplained } = figures(plan)?;
    let mut explanations = Vec::new();
    if unexplained > 0.0 {
        let many = many_workers(plan, observed, unexplained);
        let kept =
            kept_by_workers(plan, unexplained, !many.as_ref().is_some_and(|many| many.likelier));
        explanations.extend(many);
        explanations.extend(kept);
    }
    Some(Gap { observed, explained, unexplained, explanations })
}

pub(super) fn figures(plan: &Plan) -> Option<Figures> {
    let observed = plan.railway.observed?.likely;
    let explained = shown(plan).likely;
    let unexplained = observed - explained;
    (unexplained.abs() > observed * TOLERANCE).then_some(Figures {
        observed,
        explained,
        unexplained,
    })
}

/// What the dashboard would show of the current side: all its replicas.
fn shown(plan: &Plan) -> Estimate {
    outline(plan, SideId::Current).shown_at_rest() * f64::from(plan.current.service.replicas)
}

/// Ordinary workers explain it by themselves: nothing is kept, nothing else is large.
fn many_workers(plan: &Plan, observed: f64, unexplained: f64) -> Option<Explanation> {
    let workers = Workers::formula(plan.railway.host_cpus);
    let each = plan.current.workers.stack.coefficient().unwrap_or(&measured::WORKER_PRIVATE);
    let each = each.estimate.likely;
    if workers <= outline(plan, SideId::Current).crew.workers {
        return None;
    }
    let mut many = plan.clone();
    let side = &mut many.current;
    side.workers = Workers {
        basis: Basis::Workload,
        count_from: CountFrom::Cpus,
        stack: Stack::Own,
        private: Estimate::exact(each),
        growth: Estimate::ZERO,
        ..side.workers
    };
    let nothing = (Basis::Measured, Estimate::ZERO, None);
    let (basis, measured, measured_peak) = nothing;
    side.exports = Exports { basis, measured, measured_peak, ..side.exports };
    side.uploads = Uploads { basis, measured, measured_peak, ..side.uploads };
    side.logs = Logs { basis, measured, measured_peak, ..side.logs };
    rename(&mut many, &format!("{workers} workers"));
    let explains = shown(&many);
    let off = (observed - explains.likely).abs();
    let likelier = off <= observed * NEAR;
    (off < unexplained).then_some(Explanation {
        kind: ExplanationKind::ManyWorkers,
        plan: many,
        explains,
        workers,
        each,
        likelier,
    })
}

/// Each worker as it is in the plan, and its share of what is not explained on top.
fn kept_by_workers(plan: &Plan, unexplained: f64, likelier: bool) -> Option<Explanation> {
    let budget = outline(plan, SideId::Current);
    let workers = budget.crew.workers;
    if workers == 0 {
        return None;
    }
    let count = f64::from(workers);
    let each = unexplained / (count * f64::from(plan.current.service.replicas));
    let of_workers = budget.part(PartId::Workers).demand;
    let mut kept = plan.clone();
    kept.current.workers.basis = Basis::Measured;
    kept.current.workers.measured =
        (of_workers.idle + of_workers.cache) * (1.0 / count) + Estimate::exact(each);
    rename(&mut kept, &format!("{workers} workers + {} MB", whole(each / MB)));
    Some(Explanation {
        kind: ExplanationKind::KeptByWorkers,
        explains: shown(&kept),
        plan: kept,
        workers,
        each,
        likelier,
    })
}

/// The same words in every language: a name is the user's, not a sentence.
fn rename(plan: &mut Plan, what: &str) {
    let name =
        if plan.name.is_empty() { what.to_owned() } else { format!("{}: {what}", plan.name) };
    plan.apply(Edit::Rename(name));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{fresh, note};
    use crate::units::GB;

    fn of(gap: &Gap, kind: ExplanationKind) -> Explanation {
        gap.explanations.iter().find(|explanation| explanation.kind == kind).cloned().unwrap()
    }

    #[test]
    fn the_note_leaves_1250_mb_unexplained() {
        let gap = gap(&note()).unwrap();
        assert_eq!(
            (gap.observed, gap.explained, gap.unexplained),
            (5.0 * GB, 3750.0 * MB, 1250.0 * MB)
        );
    }

    #[test]
    fn ninety_seven_ordinary_workers_explain_it() {
        let many = of(&gap(&note()).unwrap(), ExplanationKind::ManyWorkers);
        assert_eq!((many.workers, many.likelier), (97, true));
        assert!((4.2 * GB..5.2 * GB).contains(&many.explains.likely), "{:?}", many.explains);
        assert_eq!(outline(&many.plan, SideId::Current).crew.workers, 97);
        assert_eq!(many.plan.name, "The note's service: 97 workers");
    }

    #[test]
    fn five_workers_that_keep_250_mb_each_explain_it_exactly() {
        let kept = of(&gap(&note()).unwrap(), ExplanationKind::KeptByWorkers);
        assert_eq!((kept.workers, kept.each, kept.likelier), (5, 250.0 * MB, false));
        assert_eq!(kept.explains.likely, 5.0 * GB);
        assert_eq!(gap(&kept.plan), None);
    }

    #[test]
    fn workers_from_the_workload_can_keep_it_too() {
        let mut plan = fresh();
        plan.railway.observed = Some(Estimate::exact(GB));
        plan.current.service.replicas = 2;
        let kept = of(&gap(&plan).unwrap(), ExplanationKind::KeptByWorkers);
        assert!((kept.explains.likely - GB).abs() < 1.0, "{:?}", kept.explains);
    }

    #[test]
    fn parts_that_add_up_to_more_are_a_gap_without_an_explanation() {
        let mut plan = note();
        plan.railway.observed = Some(Estimate::exact(GB));
        let gap = gap(&plan).unwrap();
        assert_eq!((gap.unexplained, gap.explanations.len()), (-2750.0 * MB, 0));
    }

    #[test]
    fn nothing_seen_or_nearly_the_same_is_no_gap() {
        assert_eq!(gap(&fresh()), None);
        let mut plan = note();
        plan.railway.observed = Some(Estimate::exact(3.9 * GB));
        assert_eq!(gap(&plan), None);
    }
}
