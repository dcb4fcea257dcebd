//! A number: a field that takes `600 MB` or `400-800`, and a slider where one helps.

use headroom::file::{InputError, at, read_input, show_input, slide, slides, step};
use headroom::setting::Value;
use headroom::text::problems;
use leptos::prelude::*;

use super::Handle;
use super::frame::{described_by, notes};
use crate::live::live;

/// What was typed, and the value that the setting had then. Once the setting
/// holds another (an undo, a slider), what was typed is history.
#[derive(Clone, PartialEq)]
struct Typed {
    text: String,
    value: Value,
    wrong: Option<InputError>,
}

pub(super) fn number(handle: Handle) -> impl IntoView {
    let typed = RwSignal::new(None::<Typed>);
    let standing = Memo::new(move |_| typed.get().filter(|typed| typed.value == handle.value()));
    let text = live(move || {
        standing.get().map_or_else(
            || show_input(handle.field, handle.value(), handle.desk.reader.get()),
            |typed| typed.text,
        )
    });
    let error = Signal::derive(move || {
        let typed = standing.get()?;
        let why = typed.wrong?;
        Some(problems::field(handle.field, &typed.text, &why, handle.desk.reader.get()))
    });
    let read = move |text: String| {
        let wrong = match read_input(handle.field, &text, handle.desk.reader.get_untracked()) {
            Ok(value) => {
                handle.set(value);
                None
            }
            Err(why) => Some(why),
        };
        typed.set(Some(Typed { text, value: untrack(|| handle.value()), wrong }));
    };
    let leave = move |_| {
        handle.desk.close_step();
        if typed.with_untracked(|typed| typed.as_ref().is_some_and(|typed| typed.wrong.is_none())) {
            typed.set(None);
        }
    };
    view! {
        <div class="field">
            <label for=handle.id()>{live(move || handle.label())}</label>
            <div class="number">
                <input
                    type="text"
                    inputmode="text"
                    autocomplete="off"
                    spellcheck="false"
                    id=handle.id()
                    aria-describedby=described_by(handle)
                    aria-invalid=live(move || error.get().is_some().then_some("true"))
                    prop:value=text
                    on:input:target=move |event| read(event.target().value())
                    on:change=leave
                />
                {slides(handle.field).then(|| slider(handle))}
            </div>
            {notes(handle, error)}
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
