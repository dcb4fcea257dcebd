//! The controls of one setting: a labelled native input with its hint and its error.
//!
//! They know nothing of any particular setting: the table of fields says what
//! each may hold, and its text what it is called.

mod choice;
mod entry;
mod frame;
mod number;
mod toggle;

use headroom::plan::{Edit, Field, FieldId, SideId};
use headroom::setting::{Kind, Value};
use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
pub(crate) use entry::{Entry, Of};
pub(crate) use frame::error_line;

/// A setting on a side, as a control sees it.
#[derive(Clone, Copy)]
pub(crate) struct Handle {
    desk: Desk,
    field: &'static Field,
    side: Signal<SideId>,
    /// What it holds: what is drawn from it is drawn again only if that changes.
    value: Memo<Value>,
}

impl Handle {
    /// What it holds.
    fn value(self) -> Value {
        self.value.get()
    }

    /// Puts a value in.
    fn set(self, value: Value) {
        let side = self.field.side(self.side.get_untracked());
        self.desk.dispatch(Edit::Set(side, self.field.id, value));
    }

    /// The id of its input in the document.
    fn id(self) -> String {
        format!("field-{}-{}", self.field.key.0, self.field.key.1)
    }

    fn label(self) -> &'static str {
        headroom::text::fields::label(self.field.id, self.desk.lang())
    }
}

/// The control of a setting.
#[component]
pub(crate) fn Control(
    /// Which setting.
    id: FieldId,
    /// The side that it belongs to.
    #[prop(into)]
    side: Signal<SideId>,
) -> impl IntoView {
    let (desk, field) = (use_desk(), Field::of(id));
    let value = Memo::new(move |_| desk.plan.with(|plan| field.get(plan, side.get())));
    let handle = Handle { desk, field, side, value };
    match handle.field.kind {
        Kind::Toggle => toggle::toggle(handle).into_any(),
        Kind::Choice(keys) => choice::choice(handle, keys.len()).into_any(),
        Kind::Count(_)
        | Kind::Size(_)
        | Kind::Quantity(_)
        | Kind::OptionalSize(_)
        | Kind::OptionalQuantity(_) => number::number(handle).into_any(),
    }
}
