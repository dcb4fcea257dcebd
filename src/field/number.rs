//! A number: a field that takes `600 MB` or `400-800`, and a slider where one helps.

use headroom::file::{at, show_input, slide, slides, step};
use leptos::prelude::*;

use super::Handle;
use super::entry::{Entry, Of};
use super::frame::{described_by, notes};
use crate::live::live;

pub(super) fn number(handle: Handle) -> impl IntoView {
    let put = Callback::new(move |value| handle.set(value));
    let entry = Entry::new(handle.desk, Of::Setting(handle.field), handle.value, put);
    view! {
        <div class="field">
            <label for=handle.id()>{live(move || handle.label())}</label>
            <div class="number">
                {entry.input(handle.id(), described_by(handle))}
                {slides(handle.field).then(|| slider(handle))}
            </div>
            {notes(handle, entry.error())}
        </div>
    }
}

/// A drag is one step to undo, and so are the key presses until the focus leaves.
fn slider(handle: Handle) -> impl IntoView {
    let by_key = StoredValue::new(false);
    let drag = move |position: f64| {
        handle.set(at(handle.field, position, untrack(|| handle.value())));
    };
    view! {
        <input
            type="range"
            min="0"
            max="1000"
            step=step(handle.field).to_string()
            aria-label=live(move || handle.label())
            aria-valuetext=live(move || show_input(handle.field, handle.value(), handle.desk.reader.get()))
            prop:value=live(move || slide(handle.field, handle.value()).to_string())
            on:input:target=move |event| drag(event.target().value_as_number())
            on:keydown=move |_| by_key.set_value(true)
            on:pointerdown=move |_| by_key.set_value(false)
            on:change=move |_| if !by_key.get_value() { handle.desk.close_step() }
            on:blur=move |_| handle.desk.close_step()
        />
    }
}
