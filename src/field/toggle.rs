//! A setting that is off or on: a checkbox.

use headroom::setting::Value;
use leptos::prelude::*;

use super::Handle;
use super::frame::{described_by, notes};
use crate::live::live;

pub(super) fn toggle(handle: Handle) -> impl IntoView {
    let on = live(move || matches!(handle.value(), Value::Toggle(true)));
    view! {
        <div class="field">
            <label class="check">
                <input
                    type="checkbox"
                    id=handle.id()
                    aria-describedby=described_by(handle)
                    prop:checked=on
                    on:change:target=move |event| handle.set(Value::Toggle(event.target().checked()))
                />
                <span>{live(move || handle.label())}</span>
            </label>
            {notes(handle, Signal::derive(|| None))}
        </div>
    }
}
