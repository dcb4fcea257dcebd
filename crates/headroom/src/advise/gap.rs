//! What was seen at rest and is not in the sum of the parts, and what would explain it.

use crate::coefficient::measured;
use crate::evaluate::evaluate;
use crate::part::Basis;
use crate::part::workers::{CountFrom, CountSet, WorkerClass, Workers};
use crate::plan::{Plan, SideId};
use crate::units::Estimate;

/// The difference is worth a word from here.
const WORTH_NAMING: f64 = 0.05;

/// What the sum of the parts leaves open.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// Bytes that the dashboard shows at rest.
    pub observed: f64,
    /// Bytes in the sum of the current side's parts.
    pub explained: f64,
    /// The one less the other; below zero where the sum is larger.
    pub unexplained: f64,
    /// What would explain it, the likelier first.
    pub explanations: Vec<Explanation>,
}

/// Something that would explain it, as a plan that can be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Which.
    pub kind: ExplanationKind,
    /// The plan, with its current side changed.
    pub plan: Plan,
    /// Workers in it.
    pub workers: u32,
    /// Bytes: of one worker, or those that each one keeps.
    pub each: f64,
    /// Bytes that it explains in all.
    pub total: Estimate,
}

/// Two ways for an idle service to hold gigabytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExplanationKind {
    /// Many workers of ordinary size, from the host's CPUs.
    ManyWorkers,
    /// The stated workers, each keeping a part of its largest job.
    KeptByWorkers,
}

/// The gap of a plan, if something was observed and the sum differs from it.
pub fn gap(plan: &Plan) -> Option<Gap> {
    let observed = plan.railway.observed?.likely;
    let budget = evaluate(plan, SideId::Current);
    let explained = budget.shown_at_rest().likely;
    let unexplained = observed - explained;
    if unexplained.abs() <= observed * WORTH_NAMING {
        return None;
    }
    let explanations = if unexplained > 0.0 {
        [many_workers(plan), kept_by_workers(plan, budget.crew.workers, unexplained)]
            .into_iter()
            .flatten()
            .collect()
    } else {
        Vec::new()
    };
    Some(Gap { observed, explained, unexplained, explanations })
}

/// `cpu_count() * 2 + 1` on the host, each worker of ordinary size, nothing kept.
fn many_workers(plan: &Plan) -> Option<Explanation> {
    let workers = Workers::formula(plan.railway.host_cpus);
    let each = measured::WORKER_PRIVATE.estimate.likely;
    let mut plan = plan.clone();
    let side = &mut plan.current;
    if matches!(side.workers.count_from, CountFrom::Cpus) {
        return None;
    }
    side.workers = Workers {
        basis: Basis::Workload,
        count_from: CountFrom::Cpus,
        count_set: CountSet::File,
        class: WorkerClass::Sync,
        private: Estimate::exact(each),
        ..side.workers
    };
    side.exports.basis = Basis::Measured;
    side.exports.measured = Estimate::ZERO;
    side.uploads.basis = Basis::Measured;
    side.uploads.measured = Estimate::ZERO;
    Some(explanation(ExplanationKind::ManyWorkers, plan, workers, each))
}

/// As many workers as stated, each of them with its share of the gap.
fn kept_by_workers(plan: &Plan, workers: u32, unexplained: f64) -> Option<Explanation> {
    if workers == 0 {
        return None;
    }
    let each = unexplained / f64::from(workers);
    let mut plan = plan.clone();
    let own = &mut plan.current.workers;
    let memory = match own.basis {
        Basis::Measured => &mut own.measured,
        Basis::Workload => &mut own.private,
    };
    *memory = memory.map(|bytes| bytes + each);
    Some(explanation(ExplanationKind::KeptByWorkers, plan, workers, each))
}

fn explanation(kind: ExplanationKind, plan: Plan, workers: u32, each: f64) -> Explanation {
    let total = evaluate(&plan, SideId::Current).shown_at_rest();
    Explanation { kind, plan, workers, each, total }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{fresh, note};
    use crate::units::{GB, MB};

    #[test]
    fn the_note_leaves_1250_mb_and_two_things_explain_them() {
        let gap = gap(&note()).unwrap();
        assert_eq!((gap.observed, gap.unexplained), (5.0 * GB, 1250.0 * MB));
        let [many, kept] = &gap.explanations[..] else { panic!("two") };
        assert_eq!((many.kind, many.workers), (ExplanationKind::ManyWorkers, 97));
        assert!(many.total.likely > 4.2 * GB && many.total.likely < 5.2 * GB, "{:?}", many.total);
        assert_eq!((kept.workers, kept.each), (5, 250.0 * MB));
        assert_eq!(kept.total.likely, 5.0 * GB);
    }

    #[test]
    fn nothing_is_left_where_nothing_was_seen_or_it_is_explained() {
        assert_eq!(gap(&fresh()), None);
        let explained = gap(&note()).unwrap().explanations[1].plan.clone();
        assert_eq!(gap(&explained), None);
    }
}
