//! The settings of a group, those that mean something on the side.

use headroom::plan::{Edit, Field, Group, SideId, shown};
use headroom::text::page::Ui;
use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
use crate::field::Control;
use crate::live::{When, live, text};

/// The controls of a group.
#[component]
pub(crate) fn Fields(group: Group) -> impl IntoView {
    let desk = use_desk();
    let side = Signal::derive(move || desk.editing.get());
    let control = move |field: &'static Field| {
        let visible =
            Memo::new(move |_| desk.plan.with(|plan| shown(field.id, plan.side(side.get()))));
        view! {
            <When holds=live(move || visible.get())>
                <Control id=field.id side=side/>
            </When>
        }
    };
    // A form of their own, which is never sent: a browser that fills forms in looks at the
    // whole form with each key, and where there is none at every field of the page.
    view! {
        <form class="fields" on:submit=move |event| event.prevent_default()>
            {Field::of_group(group).map(control).collect_view()}
        </form>
    }
}

/// Back to the defaults, or to what it is now.
#[component]
pub(crate) fn ResetButtons(group: Group) -> impl IntoView {
    let desk = use_desk();
    let as_now = move || is_part(group) && desk.editing.get() == SideId::Target;
    view! {
        <div class="actions">
            <When holds=live(as_now)>
                <button type="button" class="quiet" on:click=move |_| take(desk, Desk::as_now, group)>
                    {text(Ui::AsNow)}
                </button>
            </When>
            <button type="button" class="quiet" on:click=move |_| take(desk, Desk::reset, group)>
                {text(Ui::Reset)}
            </button>
        </div>
    }
}

fn is_part(group: Group) -> bool {
    matches!(group, Group::Part(_) | Group::Service)
}

fn take(desk: Desk, edit: fn(Desk, Group) -> Edit, group: Group) {
    desk.dispatch_step(edit(desk, group));
}

impl Desk {
    fn as_now(self, group: Group) -> Edit {
        self.plan.with_untracked(|plan| plan.as_now(group))
    }

    fn reset(self, group: Group) -> Edit {
        self.plan.with_untracked(|plan| plan.reset(self.editing.get_untracked(), group))
    }
}
