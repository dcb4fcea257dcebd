//! The plans that are kept under their names, as one text.

use serde_json::{Map, Value, json};

use crate::file;
use crate::plan::Plan;

/// All kept plans, one of them open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    kept: Vec<Kept>,
    open: u32,
    last: u32,
}

#[derive(Clone, Debug, PartialEq)]
struct Kept {
    id: u32,
    plan: Plan,
}

/// A kept plan in a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// Its number on the shelf.
    pub id: u32,
    /// Its name; may be empty.
    pub name: String,
    /// Whether it is the open one.
    pub open: bool,
}

/// The text held something else than plans; what could be read was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rubbish;

impl Shelf {
    /// Whether anything was ever put here.
    pub fn is_begun(&self) -> bool {
        !self.kept.is_empty()
    }

    /// Whether this very plan is here.
    pub fn holds(&self, plan: &Plan) -> bool {
        self.kept.iter().any(|kept| kept.plan == *plan)
    }

    /// The open plan.
    pub fn open_plan(&self) -> Option<&Plan> {
        self.kept.iter().find(|kept| kept.id == self.open).map(|kept| &kept.plan)
    }

    /// A kept plan by its number.
    pub fn plan(&self, id: u32) -> Option<&Plan> {
        self.kept.iter().find(|kept| kept.id == id).map(|kept| &kept.plan)
    }

    /// All of them, the newest first.
    pub fn list(&self) -> Vec<Row> {
        let row = |kept: &Kept| Row {
            id: kept.id,
            name: kept.plan.name.clone(),
            open: kept.id == self.open,
        };
        self.kept.iter().rev().map(row).collect()
    }

    /// The open plan has changed.
    pub fn put(&mut self, plan: &Plan) {
        match self.kept.iter_mut().find(|kept| kept.id == self.open) {
            Some(kept) => kept.plan.clone_from(plan),
            None => self.add(plan.clone()),
        }
    }

    /// Adds a plan and opens it; one that is here already is only opened.
    pub fn add(&mut self, plan: Plan) {
        if let Some(same) = self.kept.iter().find(|kept| kept.plan == plan) {
            self.open = same.id;
            return;
        }
        self.last = self.last.saturating_add(1);
        self.open = self.last;
        self.kept.push(Kept { id: self.last, plan });
    }

    /// Opens another one.
    pub fn take(&mut self, id: u32) -> Option<&Plan> {
        if self.kept.iter().any(|kept| kept.id == id) {
            self.open = id;
        }
        self.open_plan()
    }

    /// Takes the open one away and opens the newest of the others.
    pub fn remove_open(&mut self) -> Option<&Plan> {
        self.kept.retain(|kept| kept.id != self.open);
        self.open = self.kept.last().map_or(0, |kept| kept.id);
        self.open_plan()
    }

    /// All of it as one text.
    pub fn write(&self) -> String {
        let plans =
            self.kept.iter().map(|kept| json!({ "id": kept.id, "plan": file::write(&kept.plan) }));
        json!({ "shelf": 1, "open": self.open, "plans": plans.collect::<Vec<_>>() }).to_string()
    }

    /// Reads such a text. Plans that cannot be read are left out, and said so.
    pub fn read(text: &str) -> (Self, Option<Rubbish>) {
        let Ok(Value::Object(shelf)) = serde_json::from_str(text) else {
            return (Self::default(), Some(Rubbish));
        };
        let number = |object: &Map<String, Value>, name: &str| {
            object.get(name).and_then(Value::as_u64).and_then(|id| u32::try_from(id).ok())
        };
        let Some(plans) = shelf.get("plans").and_then(Value::as_array) else {
            return (Self::default(), Some(Rubbish));
        };
        let kept: Vec<Kept> = plans
            .iter()
            .filter_map(|entry| {
                let entry = entry.as_object()?;
                let plan = file::read(entry.get("plan")?.as_str()?).ok()?.plan;
                Some(Kept { id: number(entry, "id")?, plan })
            })
            .collect();
        let rubbish = (kept.len() < plans.len()).then_some(Rubbish);
        let last = kept.iter().map(|kept| kept.id).max().unwrap_or(0);
        let open = number(&shelf, "open")
            .filter(|open| kept.iter().any(|kept| kept.id == *open))
            .unwrap_or(last);
        (Self { kept, open, last }, rubbish)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{fresh, note};

    #[test]
    fn what_is_written_reads_back() {
        let mut shelf = Shelf::default();
        shelf.add(note());
        shelf.add(fresh());
        shelf.take(1);
        assert_eq!(Shelf::read(&shelf.write()), (shelf.clone(), None));
        assert_eq!((shelf.plan(2), shelf.plan(3)), (Some(&fresh()), None));
        assert_eq!(shelf.open_plan(), Some(&note()));
    }

    #[test]
    fn an_opened_plan_never_takes_anothers_place() {
        let mut shelf = Shelf::default();
        shelf.put(&note());
        shelf.add(fresh());
        shelf.put(&Plan { name: "mine".into(), ..fresh() });
        assert_eq!(shelf.list().len(), 2);
        assert!(shelf.holds(&note()) && !shelf.holds(&fresh()));
        shelf.add(note());
        assert_eq!(
            (shelf.list().len(), shelf.open_plan()),
            (2, Some(&note())),
            "the same one is opened, not added"
        );
    }

    #[test]
    fn after_removing_the_newest_is_open() {
        let mut shelf = Shelf::default();
        shelf.add(note());
        shelf.add(fresh());
        assert_eq!(shelf.remove_open(), Some(&note()));
        assert_eq!(shelf.remove_open(), None);
    }

    #[test]
    fn rubbish_is_said_and_what_can_be_read_is_kept() {
        assert_eq!(Shelf::read("not json"), (Shelf::default(), Some(Rubbish)));
        assert_eq!(Shelf::read("{}"), (Shelf::default(), Some(Rubbish)));
        let mut shelf = Shelf::default();
        shelf.add(note());
        let text = shelf.write().replace("\"plans\":[", "\"plans\":[{\"id\":7,\"plan\":\"{\"},");
        let (read, rubbish) = Shelf::read(&text);
        assert_eq!((read.list().len(), rubbish), (1, Some(Rubbish)));
    }
}
