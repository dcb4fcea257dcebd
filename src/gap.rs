//! The first line of the page, and what the plan's sum leaves unexplained.

use headroom::advise::gap::{Explanation, ExplanationKind, Gap as Unexplained, gap};
use headroom::plan::{fresh, note};
use headroom::text::observed::{Word, word};
use headroom::text::page::Ui;
use headroom::text::{Reader, findings};
use leptos::prelude::*;

use crate::desk::use_desk;
use crate::live::{When, live, text};
use crate::observed;
use crate::riddle::Riddle;
use crate::rim::{self, Shelves};

/// What to do here, as long as the plan is the example.
#[component]
pub(crate) fn Intro() -> impl IntoView {
    let desk = use_desk();
    let shelf = expect_context::<Shelves>();
    let example = Memo::new(move |_| desk.answer.settled.with(|plan| *plan == note()));
    view! {
        <When holds=live(move || example.get())>
            <p class="intro">
                {text(Ui::Intro)} " "
                <button type="button" id="begin" on:click=move |_| rim::lay_new(desk, shelf, fresh())>
                    {text(Ui::Begin)}
                </button>
            </p>
        </When>
    }
}

/// What was seen and is not in the sum, and the plans that would explain it.
#[component]
pub(crate) fn Gap() -> impl IntoView {
    let desk = use_desk();
    let found = Memo::new(move |_| desk.answer.settled.with(gap));
    let there = Memo::new(move |_| found.with(Option::is_some));
    let say = move |say: fn(&Unexplained, Reader) -> String| {
        live(move || found.with(|found| found.as_ref().map(|found| say(found, desk.reader.get()))))
    };
    let kinds = Memo::new(move |_| {
        let explanations = found.get().map(|found| found.explanations).unwrap_or_default();
        explanations.iter().map(|explanation| explanation.kind).collect::<Vec<_>>()
    });
    view! {
        <When holds=live(move || there.get())>
            <section class="gap" id="gap" aria-labelledby="gap-title">
                <h2 id="gap-title">{say(findings::gap_title)}</h2>
                <p>{say(findings::gap_sum)}</p>
                <ul>
                    <For each=move || kinds.get() key=|kind| *kind let:kind>
                        <Explained kind=kind found=found/>
                    </For>
                </ul>
                <Riddle/>
                <p>{live(move || findings::gap_tell_apart(desk.lang()))} " " <code>{findings::COUNT_PROCESSES}</code></p>
                <button type="button" id="measure" on:click=move |_| observed::begin()>
                    {live(move || word(Word::Have, desk.lang()))}
                </button>
            </section>
        </When>
    }
}

/// One explanation, looked up by its kind, so that its figures follow the plan.
#[component]
fn Explained(kind: ExplanationKind, found: Memo<Option<Unexplained>>) -> impl IntoView {
    let desk = use_desk();
    let one = move || {
        let explanations = found.get().map(|found| found.explanations).unwrap_or_default();
        explanations.into_iter().find(|explanation| explanation.kind == kind)
    };
    let say = move |say: fn(&Explanation, Reader) -> String| {
        live(move || one().map(|explanation| say(&explanation, desk.reader.get())))
    };
    let open = move |_| {
        if let Some(explanation) = untrack(one) {
            rim::replace(desk, explanation.plan);
        }
    };
    view! {
        <li>
            <p>{say(findings::explanation)}</p>
            <button type="button" on:click=open>
                {say(|explanation, reader| findings::open_explanation(explanation, reader.lang))}
            </button>
        </li>
    }
}
