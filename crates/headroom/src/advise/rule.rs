//! What a rule is, and what it answers.

use super::{Evidence, FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::Basis;
use crate::plan::{Edit, FieldId, Plan, Side, SideId};
use crate::setting::{Setting, Value};

/// One finding in the making.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) id: FindingId,
    pub(super) phase: Phase,
    pub(super) source: Source,
    /// The settings that the check looks at: taking its fix back restores them.
    pub(super) rests_on: &'static [FieldId],
    pub(super) check: fn(&Side, &Plan, &Budget) -> Option<Seen>,
}

/// What a rule saw on a side.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) evidence: Evidence,
    pub(super) severity: Severity,
    /// What silences it on that side; empty where the plan has no setting for it.
    pub(super) edits: Vec<(FieldId, Value)>,
}

impl Seen {
    pub(super) fn new(severity: Severity, evidence: impl Into<Evidence>) -> Self {
        Self { evidence: evidence.into(), severity, edits: Vec::new() }
    }

    /// With an edit that belongs to the fix.
    pub(super) fn fix(mut self, id: FieldId, value: impl Setting) -> Self {
        self.edits.push((id, value.value()));
        self
    }

    /// A measured figure described the code as it was: the model's stands from now on.
    pub(super) fn no_longer_measured(self, basis: Basis, id: FieldId) -> Self {
        match basis {
            Basis::Workload => self,
            Basis::Measured => self.fix(id, Basis::Workload),
        }
    }

    /// The edits of one side.
    pub(super) fn on(&self, side: SideId) -> Vec<Edit> {
        self.edits.iter().map(|(id, value)| Edit::Set(side, *id, *value)).collect()
    }
}

/// What decides how exports are built, and their measured figures.
pub(super) const EXPORTS: &[FieldId] = &[
    FieldId::ExportReading,
    FieldId::ExportFormat,
    FieldId::ExportsBasis,
    FieldId::ExportsMeasured,
    FieldId::ExportsMeasuredPeak,
];

/// What decides how uploads are taken, and their measured figures.
pub(super) const UPLOADS: &[FieldId] = &[
    FieldId::UploadHandling,
    FieldId::UploadCopies,
    FieldId::UploadTemp,
    FieldId::UploadsBasis,
    FieldId::UploadsMeasured,
    FieldId::UploadsMeasuredPeak,
];

/// Rules looked at one by one, on the target of a plan.
#[cfg(test)]
pub(super) mod testing {
    use super::{Rule, Seen};
    use crate::evaluate::outline;
    use crate::plan::{Plan, Side, SideId, fresh};

    /// A fresh plan with these changes of its target.
    pub(crate) fn target(change: impl FnOnce(&mut Side)) -> Plan {
        let mut plan = fresh();
        change(&mut plan.target);
        plan
    }

    /// What a rule sees there.
    pub(crate) fn seen(rule: &Rule, plan: &Plan) -> Option<Seen> {
        (rule.check)(&plan.target, plan, &outline(plan, SideId::Target))
    }
}
