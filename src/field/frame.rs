//! What stands around every input: its hint and its error, wired to it by id.

use leptos::prelude::*;

use super::Handle;
use crate::code::with_code;
use crate::live::live;

/// The lines below a control.
pub(super) fn notes(handle: Handle, error: Signal<Option<String>>) -> impl IntoView {
    let hint = move || headroom::text::fields::hint(handle.field.id, handle.desk.lang());
    view! {
        <p class="hint" id=format!("{}-hint", handle.id()) hidden=live(move || hint().is_none())>{live(hint)}</p>
        {error_line(format!("{}-error", handle.id()), error)}
    }
}

/// What is wrong with what was typed: always in the document, so that it is announced.
pub(crate) fn error_line(id: String, error: Signal<Option<String>>) -> impl IntoView {
    view! {
        <p class="error" id=id role="alert" hidden=live(move || error.get().is_none())>
            {live(move || error.get().map(|sentence| with_code(&sentence)))}
        </p>
    }
}

/// The ids of those lines, for `aria-describedby`.
pub(super) fn described_by(handle: Handle) -> String {
    format!("{0}-hint {0}-error", handle.id())
}
