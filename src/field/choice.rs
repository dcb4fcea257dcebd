//! A setting with a few choices: radio buttons in a row, or a list when they are many.

use headroom::setting::Value;
use headroom::text::fields::choices;
use leptos::prelude::*;

use super::Handle;
use super::frame::{described_by, notes};
use crate::live::live;

/// More than these do not fit side by side on a phone.
const IN_A_ROW: usize = 3;

pub(super) fn choice(handle: Handle, many: usize) -> impl IntoView {
    if many <= IN_A_ROW { radios(handle, many).into_any() } else { list(handle, many).into_any() }
}

fn name(handle: Handle, at: usize) -> &'static str {
    choices(handle.field.id, handle.desk.lang()).get(at).copied().unwrap_or_default()
}

fn radios(handle: Handle, many: usize) -> impl IntoView {
    let radio = move |at: usize| {
        view! {
            <label class="radio">
                <input
                    type="radio"
                    name=handle.id()
                    id=format!("{}-{at}", handle.id())
                    prop:checked=live(move || handle.value() == Value::Choice(at))
                    on:change=move |_| handle.set(Value::Choice(at))
                />
                <span>{live(move || name(handle, at))}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field" aria-describedby=described_by(handle)>
            <legend>{live(move || handle.label())}</legend>
            <div class="segments">{(0..many).map(radio).collect_view()}</div>
            {notes(handle, Signal::derive(|| None))}
        </fieldset>
    }
}

fn list(handle: Handle, many: usize) -> impl IntoView {
    let option = move |at: usize| {
        view! {
            <option value=at.to_string() prop:selected=live(move || handle.value() == Value::Choice(at))>
                {live(move || name(handle, at))}
            </option>
        }
    };
    let choose = move |text: String| {
        if let Ok(at) = text.parse() {
            handle.set(Value::Choice(at));
        }
    };
    view! {
        <div class="field">
            <label for=handle.id()>{live(move || handle.label())}</label>
            <select
                id=handle.id()
                aria-describedby=described_by(handle)
                on:change:target=move |event| choose(event.target().value())
            >
                {(0..many).map(option).collect_view()}
            </select>
            {notes(handle, Signal::derive(|| None))}
        </div>
    }
}
