//! A change of a plan. Applying one gives back the edit that undoes it.

use super::{Field, FieldId, Plan, SideId};
use crate::part::others::Row;
use crate::setting::Value;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A setting of one side (or of the plan) gets a value.
    Set(SideId, FieldId, Value),
    /// The plan gets a name.
    Rename(String),
    /// A free row changes.
    Row(SideId, usize, RowEdit),
    /// Another plan takes its place.
    Replace(Box<Plan>),
    /// Several changes that are one to the user.
    Many(Vec<Self>),
}

/// A change of one free row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowEdit {
    /// It is put in at this place.
    Add(Row),
    /// It is replaced.
    Put(Row),
    /// It is taken out.
    Remove,
}

impl Plan {
    /// Carries an edit out. What cannot be done (a row that is not there) is left out.
    pub fn apply(&mut self, edit: Edit) -> Edit {
        match edit {
            Edit::Set(side, id, value) => {
                let field = Field::of(id);
                let before = field.get(self, side);
                field.set(self, side, value);
                Edit::Set(side, id, before)
            }
            Edit::Rename(name) => {
                let name = shortened(&name, Self::NAME_LENGTH);
                Edit::Rename(std::mem::replace(&mut self.name, name))
            }
            Edit::Row(side, at, edit) => self.apply_row(side, at, edit),
            Edit::Replace(plan) => Edit::Replace(Box::new(std::mem::replace(self, *plan))),
            Edit::Many(edits) => {
                let mut undo: Vec<Edit> = edits.into_iter().map(|edit| self.apply(edit)).collect();
                undo.reverse();
                Edit::Many(undo)
            }
        }
    }

    fn apply_row(&mut self, side: SideId, at: usize, edit: RowEdit) -> Edit {
        let rows = &mut self.side_mut(side).others;
        let undo = match edit {
            RowEdit::Add(row) if rows.len() < Row::MOST => {
                let at = at.min(rows.len());
                rows.insert(at, row);
                return Edit::Row(side, at, RowEdit::Remove);
            }
            RowEdit::Put(row) if at < rows.len() => {
                let name = shortened(&row.name, Row::NAME_LENGTH);
                RowEdit::Put(std::mem::replace(&mut rows[at], Row { name, ..row }))
            }
            RowEdit::Remove if at < rows.len() => RowEdit::Add(rows.remove(at)),
            RowEdit::Add(_) | RowEdit::Put(_) | RowEdit::Remove => return Edit::Many(Vec::new()),
        };
        Edit::Row(side, at, undo)
    }
}

impl Edit {
    /// Whether this one goes on with the other: the same slider still moving.
    pub(super) fn continues(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Set(side, id, _), Self::Set(other_side, other_id, _)) => {
                side == other_side && id == other_id
            }
            (Self::Rename(_), Self::Rename(_)) => true,
            (
                Self::Row(side, at, RowEdit::Put(_)),
                Self::Row(other_side, other_at, RowEdit::Put(_)),
            ) => side == other_side && at == other_at,
            (
                Self::Set(..) | Self::Rename(_) | Self::Row(..) | Self::Replace(_) | Self::Many(_),
                _,
            ) => false,
        }
    }
}

/// The first so many characters, without control characters.
pub(super) fn shortened(text: &str, characters: usize) -> String {
    text.chars().filter(|c| !c.is_control()).take(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::others::Place;
    use crate::plan::note;
    use crate::units::Estimate;

    #[test]
    fn undoing_an_edit_gives_back_the_plan() {
        let before = note();
        let row = Row {
            name: "Celery".into(),
            memory: Estimate::exact(1e8),
            vcpu: Estimate::ZERO,
            place: Place::Beside,
        };
        let edits = Edit::Many(vec![
            Edit::Set(SideId::Target, FieldId::Workers, Value::Number(Estimate::exact(7.0))),
            Edit::Row(SideId::Target, 0, RowEdit::Add(row.clone())),
            Edit::Row(SideId::Target, 0, RowEdit::Put(Row { name: "Beat".into(), ..row })),
            Edit::Row(SideId::Target, 5, RowEdit::Remove),
            Edit::Rename("mine".into()),
        ]);
        let mut plan = before.clone();
        let undo = plan.apply(edits);
        assert_eq!((plan.target.workers.count, plan.target.others.len()), (7, 1));
        plan.apply(undo);
        assert_eq!(plan, before);
    }

    #[test]
    fn names_are_kept_short_and_plain() {
        let mut plan = note();
        plan.apply(Edit::Rename(format!("a\u{7}{}", "é".repeat(500))));
        assert_eq!(plan.name.chars().count(), Plan::NAME_LENGTH);
        assert!(!plan.name.contains('\u{7}'));
    }
}
