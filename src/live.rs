//! What follows signals, in few types. A closure is a type of its own, and the code
//! that draws a view is in the download once for each type.

use headroom::text::page::{Ui, ui};
use leptos::children::ChildrenFn;
use leptos::prelude::*;

use crate::desk::use_desk;

/// A value that is read again whenever a signal that it reads changes.
pub(crate) type Live<T> = Box<dyn Fn() -> T + Send + Sync>;

/// A closure as one of few types.
pub(crate) fn live<T>(read: impl Fn() -> T + Send + Sync + 'static) -> Live<T> {
    Box::new(read)
}

/// Fixed words, in the reader's language.
pub(crate) fn text(words: Ui) -> Live<&'static str> {
    let desk = use_desk();
    live(move || ui(words, desk.lang()))
}

/// What is there as long as a condition holds.
#[component]
pub(crate) fn When(
    /// The condition.
    holds: Live<bool>,
    /// What is there.
    children: ChildrenFn,
) -> impl IntoView {
    view! { <Show when=holds>{children()}</Show> }
}

/// Does something now, and again whenever a signal that it reads changes.
pub(crate) fn follow(what: impl Fn() + 'static) {
    repeat(Box::new(what));
}

fn repeat(what: Box<dyn Fn()>) {
    Effect::new(move |_| what());
}
