//! The page is made a piece a task, so that no task is long: a phone takes four times as
//! long for each, and meanwhile it answers to nothing.

use leptos::children::ChildrenFn;
use leptos::prelude::*;

use crate::browser;
use crate::live::{When, live};

/// How far the page is made.
#[derive(Clone, Copy)]
pub(crate) struct Making {
    made: RwSignal<u32>,
    pieces: StoredValue<u32>,
}

impl Making {
    pub(crate) fn new() -> Self {
        Self { made: RwSignal::new(0), pieces: StoredValue::new(0) }
    }

    /// The place of another piece in the order of making.
    fn turn(self) -> u32 {
        self.pieces.update_value(|pieces| *pieces += 1);
        self.pieces.get_value()
    }

    /// Makes piece after piece, also those that a piece brings along, and what is asked for
    /// `then`. What is made after that is made at once.
    pub(crate) fn go_on(self, then: Box<dyn FnOnce()>) {
        browser::later(move || {
            if self.made.get_untracked() < self.pieces.get_value() {
                self.made.update(|made| *made += 1);
                self.go_on(then);
            } else {
                self.made.set(u32::MAX);
                then();
            }
        });
    }
}

/// What can be made by itself.
#[component]
pub(crate) fn Piece(
    /// What it holds.
    children: ChildrenFn,
) -> impl IntoView {
    let making = expect_context::<Making>();
    let turn = making.turn();
    view! { <When holds=live(move || making.made.get() >= turn)>{children()}</When> }
}
