//! The settings that move a total most: a bar for each, in words, and as a table.

use headroom::explore::{Influence, Measure, Sensitivity as Found, sensitivity};
use headroom::text::Reader;
use headroom::text::explore::{What, held, measure, step, subject, what};
use headroom::text::number::{dollars, size};
use headroom::text::page::{Ui, ui};
use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
use crate::fold::Fold;
use crate::live::live;
use crate::tables::{head, row};

/// What is inside the fold.
#[component]
pub(super) fn Sensitivity() -> impl IntoView {
    let desk = use_desk();
    let by = RwSignal::new(Measure::Peak);
    let found = Memo::new(move |_| desk.answer.settled.with(|plan| sensitivity(plan, by.get())));
    let radio = move |one: Measure| {
        view! {
            <label class="radio">
                <input type="radio" name="ranked-by" id=format!("ranked-by-{}", one.key())
                    prop:checked=live(move || by.get() == one) on:change=move |_| by.set(one)/>
                <span>{live(move || measure(one, desk.lang()))}</span>
            </label>
        }
    };
    let summary = (move || what(What::AsTable, desk.lang())).into_any();
    view! {
        <div class="card-body">
            <p class="hint">{live(move || what(What::SensitivityHint, desk.lang()))}</p>
            <fieldset class="segments">
                <legend class="sr-only">{live(move || what(What::RankedBy, desk.lang()))}</legend>
                {Measure::ALL.iter().map(|one| radio(*one)).collect_view()}
            </fieldset>
            {live(move || found.with(|found| bars(found, desk.reader.get())))}
            <Fold id="sensitivity-table" summary=summary>
                {live(move || found.with(|found| table(found, desk)))}
            </Fold>
        </div>
    }
}

fn bars(found: &Found, reader: Reader) -> AnyView {
    if found.influences.is_empty() {
        return view! { <p>{what(What::NothingMoves, reader.lang)}</p> }.into_any();
    }
    let bars = found.influences.iter().map(|influence| bar(found, influence, reader));
    view! { <ol class="tornado">{bars.collect_view()}</ol> }.into_any()
}

fn bar(found: &Found, influence: &Influence, reader: Reader) -> AnyView {
    let (low, high) = found.span(influence);
    let base = found.base_place();
    let piece = |class: &'static str, from: f64, to: f64| {
        let wide = (to - from).max(0.0).to_string();
        view! { <rect class=class x=from.to_string() y="1" width=wide height="8"></rect> }
    };
    let steps = influence.steps.iter().map(|one| step(influence, one, found.by, reader));
    view! {
        <li>
            <span class="name">{subject(&influence.subject, reader.lang)}</span>
            <span class="was">{held(&influence.subject, influence.from, reader)}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                {piece("less", low, base)}
                {piece("more", base, high)}
                <line x1=base.to_string() x2=base.to_string() y1="0" y2="10"></line>
            </svg>
            <span class="steps">{steps.collect::<Vec<_>>().join(" · ")}</span>
        </li>
    }
    .into_any()
}

fn table(found: &Found, desk: Desk) -> AnyView {
    let reader = desk.reader.get();
    let lang = reader.lang;
    let rows = found.influences.iter().flat_map(|influence| {
        influence.steps.iter().map(move |one| {
            let cells = vec![
                held(&influence.subject, influence.from, reader),
                held(&influence.subject, one.to, reader),
                size(one.outcome.peak, reader),
                dollars(one.outcome.bill, lang),
            ];
            row(subject(&influence.subject, lang), cells)
        })
    });
    let heads =
        [What::Setting, What::IsNow, What::MovedTo, What::Peak].map(|words| what(words, lang));
    let heads = heads.into_iter().chain([ui(Ui::ToPay, lang)]).map(str::to_owned);
    view! {
        <div class="scroll" tabindex="0">
            <table>
                {head(heads.collect())}
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
