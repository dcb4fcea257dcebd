//! The first line of the page, and what the plan's sum leaves unexplained.

use headroom::advise::gap::{Explanation, Gap as Unexplained, gap};
use headroom::plan::{fresh, note};
use headroom::text::findings;
use headroom::text::page::{Ui, ui};
use leptos::prelude::*;

use crate::desk::use_desk;
use crate::rim::{self, Shelves};

/// What to do here, as long as the plan is the example.
#[component]
pub(crate) fn Intro() -> impl IntoView {
    let desk = use_desk();
    let shelf = expect_context::<Shelves>();
    let example = Memo::new(move |_| desk.plan.with(|plan| *plan == note()));
    view! {
        <Show when=move || example.get()>
            <p class="intro">
                {move || ui(Ui::Intro, desk.lang())} " "
                <button type="button" id="begin" on:click=move |_| rim::lay_new(desk, shelf, fresh())>
                    {move || ui(Ui::Begin, desk.lang())}
                </button>
            </p>
        </Show>
    }
}

/// What was seen and is not in the sum, and the plans that would explain it.
#[component]
pub(crate) fn Gap() -> impl IntoView {
    let desk = use_desk();
    let found = Memo::new(move |_| desk.plan.with(gap));
    view! { {move || found.get().map(|found| view! { <Explained found=found/> })} }
}

#[component]
fn Explained(found: Unexplained) -> impl IntoView {
    let desk = use_desk();
    let reader = desk.reader.get();
    let explanation = |explanation: &Explanation| {
        let plan = explanation.plan.clone();
        view! {
            <li>
                <p>{findings::explanation(explanation, reader)}</p>
                <button type="button" on:click=move |_| rim::replace(desk, plan.clone())>
                    {findings::open_explanation(explanation, reader.lang)}
                </button>
            </li>
        }
    };
    view! {
        <section class="gap" id="gap" aria-labelledby="gap-title">
            <h2 id="gap-title">{findings::gap_title(&found, reader)}</h2>
            <p>{findings::gap_sum(&found, reader)}</p>
            <ul>{found.explanations.iter().map(explanation).collect_view()}</ul>
            <p>{findings::gap_tell_apart(reader.lang)} " " <code>{findings::COUNT_PROCESSES}</code></p>
        </section>
    }
}
