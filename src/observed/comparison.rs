//! Measured beside predicted, what is not explained, and what can be adopted.

use headroom::observe::{Adopted, Fit, FitKind, Observations, Row, adopt};
use headroom::plan::{Edit, Plan, SideId};
use headroom::text::Reader;
use headroom::text::observed::{self as words, Word, word};
use headroom::text::page::Ui;
use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
use crate::live::{When, live};
use crate::message::{Line, Message};
use crate::tables::head;

/// The answer to what was measured. It follows the plan's current side.
#[component]
pub(crate) fn Comparison(
    /// What was read; nothing only while this goes away.
    seen: Memo<Option<Observations>>,
) -> impl IntoView {
    let desk = use_desk();
    // The target is left out: a slider of it changes nothing here.
    let current = Memo::new(move |_| {
        desk.answer.settled.with(|plan| Plan { target: plan.current.clone(), ..plan.clone() })
    });
    let adopted = Memo::new(move |_| {
        seen.with(|seen| seen.as_ref().map(|seen| current.with(|plan| adopt(plan, seen))))
    });
    let with = move |show: fn(&Adopted, Reader) -> AnyView| {
        live(move || adopted.with(|adopted| adopted.as_ref().map(|it| show(it, desk.reader.get()))))
    };
    let is_adopted = Memo::new(move |_| {
        adopted.with(|adopted| {
            adopted.as_ref().is_some_and(|adopted| current.with(|plan| *plan == adopted.plan))
        })
    });
    let adopt_all = move |_| {
        let edit = seen.with_untracked(|seen| {
            seen.as_ref().map(|seen| desk.plan.with_untracked(|plan| adopt(plan, seen).edit))
        });
        if let Some(edit) = edit {
            take_over(desk, edit);
        }
    };
    let kinds = Memo::new(move |_| {
        adopted.with(|adopted| {
            let fits = adopted.as_ref().map(|adopted| adopted.fits.as_slice());
            fits.unwrap_or_default().iter().map(|fit| fit.kind).collect::<Vec<_>>()
        })
    });
    let label =
        move || adopted.with(|adopted| words::adopt(&adopted.as_ref()?.before, desk.reader.get()));
    let offered = Memo::new(move |_| label().is_some() && !is_adopted.get());
    view! {
        {with(remarks)}
        <h3>{live(move || word(Word::Table, desk.lang()))}</h3>
        {with(table)}
        <When holds=live(move || offered.get())>
            <button type="button" id="adopt" class="primary" on:click=adopt_all>{live(label)}</button>
        </When>
        <When holds=live(move || is_adopted.get())>
            <p id="adopted">{live(move || word(Word::Adopted, desk.lang()))}</p>
        </When>
        {with(explained)}
        <ul class="fits">
            <For each=move || kinds.get() key=|kind| *kind let:kind>
                <Offer kind=kind adopted=adopted seen=seen/>
            </For>
        </ul>
    }
}

/// A setting that would close the gap, with the button that adopts it too.
#[component]
fn Offer(
    kind: FitKind,
    adopted: Memo<Option<Adopted>>,
    seen: Memo<Option<Observations>>,
) -> impl IntoView {
    let desk = use_desk();
    let say = move |say: fn(&Fit, Reader) -> String| {
        live(move || {
            adopted.with(|adopted| {
                let found = adopted.as_ref()?.fits.iter().find(|fit| fit.kind == kind)?;
                Some(say(found, desk.reader.get()))
            })
        })
    };
    let contradicts = move || {
        adopted.with(|adopted| {
            let fits = adopted.iter().flat_map(|adopted| &adopted.fits);
            fits.into_iter().any(|fit| fit.kind == kind && fit.contradicts)
        })
    };
    let take = move |_| {
        let adopted = seen.with_untracked(|seen| {
            seen.as_ref().map(|seen| desk.plan.with_untracked(|plan| adopt(plan, seen)))
        });
        let fits = adopted.map(|adopted| adopted.fits).unwrap_or_default();
        if let Some(fit) = fits.into_iter().find(|fit| fit.kind == kind) {
            take_over(desk, Edit::Replace(Box::new(fit.plan)));
        }
    };
    view! {
        <li>
            <p>{say(words::fit)}</p>
            <When holds=live(move || !contradicts())>
                <button type="button" on:click=take>{say(words::open_fit)}</button>
            </When>
        </li>
    }
}

/// One step that can be undone; the side that changed is shown.
fn take_over(desk: Desk, edit: Edit) {
    desk.dispatch_step(edit);
    desk.editing.set(SideId::Current);
    let line = Line::new(|reader| word(Word::AdoptedNow, reader.lang).to_owned());
    desk.message.set(Some(Message::done_with(line).with(Ui::Undo, move || desk.undo())));
}

fn remarks(adopted: &Adopted, reader: Reader) -> AnyView {
    let said = adopted.remarks.iter().map(|one| words::remark(*one, reader));
    let said = said.map(|line| view! { <li>{line}</li> });
    view! { <ul class="remarks">{said.collect_view()}</ul> }.into_any()
}

fn table(adopted: &Adopted, reader: Reader) -> AnyView {
    let heads = [Word::WhatItIs, Word::Measured, Word::Predicted, Word::Difference];
    let heads = heads.map(|name| word(name, reader.lang).to_owned());
    let rows = adopted.before.iter().map(|one| row(one, reader)).collect_view();
    view! {
        <div class="scroll" tabindex="0">
            <table id="observed-table">
                {head(heads.to_vec())}
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Each figure with its range below it.
fn row(row: &Row, reader: Reader) -> impl IntoView + use<> {
    let [measured, predicted, range, difference] = words::cells(row, reader);
    let cell = |figure: String, below: String| {
        view! { <td>{figure}<span class="range">{below}</span></td> }
    };
    view! {
        <tr>
            <th scope="row">{words::what(row.what, reader.lang)}</th>
            {cell(measured, words::measured_range(row, reader).unwrap_or_default())}
            {cell(predicted, range)}
            {cell(difference, words::agreement(row, reader.lang).unwrap_or_default().to_owned())}
        </tr>
    }
}

fn explained(adopted: &Adopted, reader: Reader) -> AnyView {
    let observed = adopted.plan.railway.observed.is_some();
    observed
        .then(|| {
            view! {
                <h3>{word(Word::After, reader.lang)}</h3>
                <p id="explained">{words::explained(adopted.gap.as_ref(), reader)}</p>
            }
        })
        .into_any()
}
