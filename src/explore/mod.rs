//! "What if": what moves the total, other crews, other plans. Each is computed while
//! its fold is open and not otherwise.

mod compare;
mod grid;
mod sensitivity;

use headroom::explore::Second;
use headroom::text::explore::{What, grid_title, what};
use leptos::prelude::*;

use crate::desk::use_desk;
use crate::fold::{Closed, Fold};
use crate::live::live;

/// The three of them, folded away.
#[component]
pub(crate) fn Explore() -> impl IntoView {
    let desk = use_desk();
    let named = move |words: What| {
        view! { <span class="name">{live(move || what(words, desk.lang()))}</span> }.into_any()
    };
    let second =
        Memo::new(move |_| desk.answer.settled.with(|plan| Second::of(plan.target.workers.class)));
    let crews =
        view! { <span class="name">{live(move || grid_title(second.get(), desk.lang()))}</span> };
    view! {
        <section class="explore" id="explore" aria-labelledby="explore-title">
            <h2 id="explore-title">{live(move || what(What::Title, desk.lang()))}</h2>
            <Fold class="card" id="explore-sensitivity" closed=Closed::Forgets summary=named(What::SensitivityTitle)>
                <sensitivity::Sensitivity/>
            </Fold>
            <Fold class="card" id="explore-grid" closed=Closed::Forgets summary=crews.into_any()>
                <grid::Grid/>
            </Fold>
            <Fold class="card" id="explore-compare" closed=Closed::Forgets summary=named(What::CompareTitle)>
                <compare::Compare/>
            </Fold>
        </section>
    }
}
