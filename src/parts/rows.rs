//! The free rows: Celery, Redis, Postgres, cron.

use headroom::file::RowPart;
use headroom::part::others::{Place, Row};
use headroom::plan::{Edit, RowEdit, SideId};
use headroom::setting::Value;
use headroom::text::page::Ui;
use headroom::units::Estimate;
use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
use crate::field::{Entry, Of, error_line};
use crate::live::{live, text};

/// The rows of the side that is being edited, and a button for one more.
#[component]
pub(crate) fn Rows() -> impl IntoView {
    let desk = use_desk();
    let count =
        Memo::new(move |_| desk.plan.with(|plan| plan.side(desk.editing.get()).others.len()));
    let add = move |name: &'static str| {
        let row = Row {
            name: name.to_owned(),
            memory: Estimate::exact(100e6),
            vcpu: Estimate::ZERO,
            place: Place::Beside,
        };
        let at = count.get_untracked();
        desk.dispatch_step(Edit::Row(desk.editing.get_untracked(), at, RowEdit::Add(row)));
    };
    let offer = move |name: &'static str| {
        view! { <button type="button" class="quiet" on:click=move |_| add(name)>{format!("+ {name}")}</button> }
    };
    view! {
        <p class="hint">{text(Ui::OthersHint)}</p>
        {live(move || {
            let side = desk.editing.get();
            (0..count.get()).map(|at| row(desk, side, at)).collect_view().into_any()
        })}
        <div class="actions">{["Postgres", "Celery", "Redis", "Cron"].map(offer).collect_view()}</div>
    }
}

fn row(desk: Desk, side: SideId, at: usize) -> impl IntoView {
    let of = move || desk.plan.with(|plan| plan.side(side).others.get(at).cloned());
    let change = move |change: &dyn Fn(&mut Row)| {
        if let Some(mut row) = untrack(of) {
            change(&mut row);
            desk.dispatch(Edit::Row(side, at, RowEdit::Put(row)));
        }
    };
    let id = move |what: &str| format!("row-{at}-{what}");
    let number = move |part: RowPart, label: Ui, id: String| {
        let value =
            Memo::new(move |_| of().and_then(|row| part.get(&row)).unwrap_or(Value::Nothing));
        let put = Callback::new(move |value| change(&|row| part.set(row, value)));
        let entry = Entry::new(desk, Of::Row(part), value, put);
        let error_id = format!("{id}-error");
        view! {
            <div class="field">
                <label for=id.clone()>{text(label)}</label>
                {entry.input(id, error_id.clone())}
                {error_line(error_id, entry.error())}
            </div>
        }
    };
    view! {
        <fieldset class="row">
            <legend class="sr-only">{live(move || of().map(|row| row.name))}</legend>
            <div class="field">
                <label for=id("name")>{text(Ui::RowName)}</label>
                <input type="text" id=id("name") maxlength=Row::NAME_LENGTH.to_string()
                    prop:value=live(move || of().map(|row| row.name).unwrap_or_default())
                    on:change:target=move |event| change(&|row| row.name = event.target().value())/>
            </div>
            {number(RowPart::Memory, Ui::RowMemory, id("memory"))}
            {number(RowPart::Vcpu, Ui::RowVcpu, id("vcpu"))}
            <div class="row-end">
                <label class="check">
                    <input type="checkbox" id=id("inside")
                        prop:checked=live(move || of().is_some_and(|row| row.place == Place::Inside))
                        on:change:target=move |event| {
                            let place = if event.target().checked() { Place::Inside } else { Place::Beside };
                            change(&|row| row.place = place);
                        }/>
                    <span>{text(Ui::RowInside)}</span>
                </label>
                <button type="button" class="quiet"
                    on:click=move |_| desk.dispatch_step(Edit::Row(side, at, RowEdit::Remove))>
                    {text(Ui::Remove)}
                </button>
            </div>
        </fieldset>
    }
}
