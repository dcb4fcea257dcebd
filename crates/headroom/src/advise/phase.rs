//! The three phases: what each saves as a whole, and the edits that apply it.

use super::{Finding, RULES, Saving, State, saving};
use crate::evaluate::{Budget, outline};
use crate::plan::{Edit, Plan, SideId};

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

/// The edits that apply a whole phase to the target. Each fix is worked out on
/// what the ones before it left, so that two that touch the same setting agree;
/// the fixes of the findings, applied one after another, need not.
pub fn apply_phase(plan: &Plan, phase: Phase) -> Vec<Edit> {
    apply_all(phase, plan, SideId::Target).1
}

pub(super) fn total(phase: Phase, findings: &[Finding], plan: &Plan, now: &Budget) -> PhaseTotal {
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
