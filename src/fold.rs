//! A fold whose content is made when it is first opened, or when the page is printed:
//! what nobody has looked at costs nothing as the plan changes.

use leptos::children::ChildrenFn;
use leptos::prelude::*;

use crate::desk::use_desk;
use crate::live::{When, live};

/// What a closed fold does with its content.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Closed {
    /// It stays, and follows the plan.
    #[default]
    Keeps,
    /// It goes: for what is dear to compute.
    Forgets,
}

/// The native element, with its summary always there.
#[component]
pub(crate) fn Fold(
    /// Its id in the document.
    #[prop(into)]
    id: String,
    /// For the style sheet.
    #[prop(optional)]
    class: &'static str,
    /// Whether it is open at first.
    #[prop(optional)]
    open: bool,
    /// What becomes of its content when it is closed.
    #[prop(optional)]
    closed: Closed,
    /// What is always to be seen.
    summary: AnyView,
    /// What is inside.
    children: ChildrenFn,
) -> impl IntoView {
    let desk = use_desk();
    let made = RwSignal::new(open);
    let toggled =
        move |open: bool| made.update(|made| *made = open || (*made && closed == Closed::Keeps));
    view! {
        <details id=id class=class open=open
            on:toggle:target=move |event| toggled(event.target().has_attribute("open"))>
            <summary>{summary}</summary>
            <When holds=live(move || made.get() || desk.printing.get())>{children()}</When>
        </details>
    }
}
