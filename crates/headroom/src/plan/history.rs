//! Undo and redo: the edits that lead back, and forth again.

use super::{Edit, Plan};

/// How many steps can be taken back.
const LONGEST: usize = 200;

/// What was done to a plan, as the edits that undo it.
#[derive(Clone, Debug, Default)]
pub struct History {
    back: Vec<Step>,
    forth: Vec<Edit>,
}

#[derive(Clone, Debug)]
struct Step {
    undo: Edit,
    /// Whether a further edit of the same setting belongs to this step.
    open: bool,
}

impl History {
    /// Applies an edit and remembers how to undo it. Moves of one slider are one step.
    pub fn apply(&mut self, plan: &mut Plan, edit: Edit) {
        self.forth.clear();
        let goes_on = self.back.last().is_some_and(|step| step.open && edit.continues(&step.undo));
        let undo = plan.apply(edit);
        if !goes_on {
            self.back.push(Step { undo, open: true });
            if self.back.len() > LONGEST {
                self.back.remove(0);
            }
        }
    }

    /// Ends the step: the next edit is one of its own, even of the same setting.
    pub fn close_step(&mut self) {
        if let Some(step) = self.back.last_mut() {
            step.open = false;
        }
    }

    /// Takes the last step back; false if there is none.
    pub fn undo(&mut self, plan: &mut Plan) -> bool {
        let Some(step) = self.back.pop() else { return false };
        self.forth.push(plan.apply(step.undo));
        self.close_step();
        true
    }

    /// Does the last undone step again; false if there is none.
    pub fn redo(&mut self, plan: &mut Plan) -> bool {
        let Some(edit) = self.forth.pop() else { return false };
        let undo = plan.apply(edit);
        self.back.push(Step { undo, open: false });
        true
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.forth.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{FieldId, SideId, note};
    use crate::setting::Value;
    use crate::units::Estimate;

    fn workers(count: f64) -> Edit {
        Edit::Set(SideId::Target, FieldId::Workers, Value::Number(Estimate::exact(count)))
    }

    #[test]
    fn a_drag_is_one_step_back_and_one_forth() {
        let (mut plan, mut history) = (note(), History::default());
        for count in [3.0, 4.0, 5.0] {
            history.apply(&mut plan, workers(count));
        }
        assert!(history.undo(&mut plan));
        assert_eq!(plan, note());
        assert!(!history.can_undo());
        assert!(history.redo(&mut plan));
        assert_eq!(plan.target.workers.count, 5);
    }

    #[test]
    fn a_closed_step_is_taken_back_by_itself() {
        let (mut plan, mut history) = (note(), History::default());
        history.apply(&mut plan, workers(3.0));
        history.close_step();
        history.apply(&mut plan, workers(9.0));
        assert!(history.undo(&mut plan));
        assert_eq!(plan.target.workers.count, 3);
    }

    #[test]
    fn a_new_edit_ends_what_could_be_redone() {
        let (mut plan, mut history) = (note(), History::default());
        history.apply(&mut plan, workers(3.0));
        history.undo(&mut plan);
        history.apply(&mut plan, workers(4.0));
        assert!(!history.redo(&mut plan));
        assert_eq!(plan.target.workers.count, 4);
    }
}
