//! Whole groups of settings back to where they came from.

use super::{Edit, FIELDS, Field, Group, Plan, RowEdit, Scope, SideId, fresh};
use crate::part::PartId;

impl Plan {
    /// The edit that gives a group of a side its defaults.
    pub fn reset(&self, side: SideId, group: Group) -> Edit {
        self.take_over(side, group, &fresh(), side)
    }

    /// The edit that makes a group of the target as it is on the current side.
    pub fn as_now(&self, group: Group) -> Edit {
        self.take_over(SideId::Target, group, self, SideId::Current)
    }

    fn take_over(&self, side: SideId, group: Group, from: &Self, from_side: SideId) -> Edit {
        let fields = FIELDS.iter().filter(|field| field.group() == group);
        let settings =
            fields.map(|field: &Field| Edit::Set(side, field.id, field.get(from, from_side)));
        let mut edits: Vec<Edit> = settings.collect();
        if group == Group::Part(PartId::Others) {
            let own = &self.side(side).others;
            let remove = (0..own.len()).rev().map(|at| Edit::Row(side, at, RowEdit::Remove));
            let rows = from.side(from_side).others.iter().cloned().enumerate();
            let add = rows.map(|(at, row)| Edit::Row(side, at, RowEdit::Add(row)));
            edits.extend(remove);
            edits.extend(add);
        }
        Edit::Many(edits)
    }
}

impl Field {
    /// The settings of a group, in order.
    pub fn of_group(group: Group) -> impl Iterator<Item = &'static Self> {
        FIELDS.iter().filter(move |field| field.group() == group)
    }

    /// The side that an edit of this field names: the plan's own settings have none.
    pub fn side(&self, editing: SideId) -> SideId {
        match self.scope() {
            Scope::Plan => SideId::Target,
            Scope::Side => editing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::others::{Place, Row};
    use crate::plan::note;
    use crate::units::Estimate;

    #[test]
    fn a_part_goes_back_to_its_defaults_alone() {
        let mut plan = note();
        assert_ne!(plan.target.logs, fresh().target.logs);
        let edit = plan.reset(SideId::Target, Group::Part(PartId::Logs));
        plan.apply(edit);
        assert_eq!(plan.target.logs, fresh().target.logs);
        assert_eq!(plan.target.workers, note().target.workers);
    }

    #[test]
    fn the_target_can_be_made_as_it_is_now() {
        let mut plan = note();
        let row = Row {
            name: "beat".into(),
            memory: Estimate::exact(1.0),
            vcpu: Estimate::ZERO,
            place: Place::Inside,
        };
        plan.current.others = vec![row.clone(), row.clone()];
        plan.target.others = vec![Row { name: "old".into(), ..row }];
        for group in [Group::Part(PartId::Others), Group::Part(PartId::Workers)] {
            let edit = plan.as_now(group);
            plan.apply(edit);
        }
        assert_eq!(plan.target.others, plan.current.others);
        assert_eq!(plan.target.workers, plan.current.workers);
    }
}
