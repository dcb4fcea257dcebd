//! The plan file.

use super::json::Node;
use super::{RowPart, VERSION, value};
use crate::MODEL_VERSION;
use crate::part::others::Row;
use crate::plan::{FIELDS, Plan, Scope, SideId};
use crate::railway::LIST_DATE;

/// The plan as a file: JSON that a person can read and change.
pub fn write(plan: &Plan) -> String {
    let mut top = vec![
        ("headroom", Node::Whole(VERSION)),
        ("model", Node::Whole(MODEL_VERSION.into())),
        ("prices", Node::text(LIST_DATE)),
        ("name", Node::text(&plan.name)),
    ];
    top.extend(groups(plan, Scope::Plan, SideId::Current));
    for side in SideId::ALL {
        let mut entries = groups(plan, Scope::Side, *side);
        entries.push(("others", Node::List(plan.side(*side).others.iter().map(row).collect())));
        top.push((side.key(), Node::Object(entries)));
    }
    // Writing values into a string cannot fail.
    serde_json::to_string_pretty(&Node::Object(top)).unwrap_or_default() + "\n"
}

/// The settings of one scope, group by group, in the order of the table.
fn groups(plan: &Plan, scope: Scope, side: SideId) -> Vec<(&'static str, Node)> {
    let mut groups: Vec<(&'static str, Vec<(&'static str, Node)>)> = Vec::new();
    for field in FIELDS.iter().filter(|field| field.scope() == scope) {
        let (group, key) = field.key;
        let entry = (key, value::to_json(field.kind, field.get(plan, side)));
        match groups.iter_mut().find(|(name, _)| *name == group) {
            Some((_, entries)) => entries.push(entry),
            None => groups.push((group, vec![entry])),
        }
    }
    groups.into_iter().map(|(group, entries)| (group, Node::Object(entries))).collect()
}

fn row(row: &Row) -> Node {
    let entry = |part: &RowPart| {
        let node = match (part.kind(), part.get(row)) {
            (Some(kind), Some(value)) => value::to_json(kind, value),
            _ => Node::text(&row.name),
        };
        (part.key(), node)
    };
    Node::Object(RowPart::ALL.iter().map(entry).collect())
}
