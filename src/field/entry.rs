//! A text field that is read while it is typed: `600 MB`, `400-800`, `4`.

use headroom::file::{InputError, RowPart, read_input, read_row_input, show_input, show_row_input};
use headroom::plan::Field;
use headroom::setting::Value;
use headroom::text::{Reader, problems};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::live::live;

/// The field: what it holds, and what was typed into it.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    desk: Desk,
    of: Of,
    value: Memo<Value>,
    put: Callback<Value>,
    typed: RwSignal<Option<Typed>>,
}

/// Whose value it is.
#[derive(Clone, Copy)]
pub(crate) enum Of {
    Setting(&'static Field),
    Row(RowPart),
}

/// What was typed, and the value that there was then. Once there is another
/// (an undo, a slider), what was typed is history.
#[derive(Clone, PartialEq)]
struct Typed {
    text: String,
    value: Value,
    wrong: Option<InputError>,
}

impl Entry {
    /// A field for this value; `put` takes what is typed into the plan.
    pub(crate) fn new(desk: Desk, of: Of, value: Memo<Value>, put: Callback<Value>) -> Self {
        Self { desk, of, value, put, typed: RwSignal::new(None) }
    }

    /// The field itself. `described_by` names the line that shows [`Entry::error`].
    pub(crate) fn input(self, id: String, described_by: String) -> impl IntoView {
        let text = move || {
            self.standing().map_or_else(
                || self.of.show(self.value.get(), self.desk.reader.get()),
                |typed| typed.text,
            )
        };
        view! {
            <input
                type="text"
                inputmode="text"
                autocomplete="off"
                spellcheck="false"
                id=id
                aria-describedby=described_by
                aria-invalid=live(move || self.wrong().is_some().then_some("true"))
                prop:value=live(text)
                on:input:target=move |event| self.read(event.target().value())
                on:change=move |_| self.leave()
            />
        }
    }

    /// What is wrong with what was typed, and what is wanted.
    pub(crate) fn error(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            let (text, why) = self.wrong()?;
            Some(self.of.refuse(&text, &why, self.desk.reader.get()))
        })
    }

    fn standing(self) -> Option<Typed> {
        self.typed.get().filter(|typed| typed.value == self.value.get())
    }

    fn wrong(self) -> Option<(String, InputError)> {
        let typed = self.standing()?;
        Some((typed.text, typed.wrong?))
    }

    fn read(self, text: String) {
        let wrong = match self.of.read(&text, self.desk.reader.get_untracked()) {
            Ok(value) => {
                self.put.run(value);
                None
            }
            Err(why) => Some(why),
        };
        self.typed.set(Some(Typed { text, value: self.value.get_untracked(), wrong }));
    }

    fn leave(self) {
        self.desk.close_step();
        if self.typed.with_untracked(|typed| typed.as_ref().is_some_and(|it| it.wrong.is_none())) {
            self.typed.set(None);
        }
    }
}

impl Of {
    fn read(self, text: &str, reader: Reader) -> Result<Value, InputError> {
        match self {
            Self::Setting(field) => read_input(field, text, reader),
            Self::Row(part) => read_row_input(part, text, reader),
        }
    }

    fn show(self, value: Value, reader: Reader) -> String {
        match self {
            Self::Setting(field) => show_input(field, value, reader),
            Self::Row(part) => show_row_input(part, value, reader),
        }
    }

    fn refuse(self, text: &str, why: &InputError, reader: Reader) -> String {
        match self {
            Self::Setting(field) => problems::field(field, text, why, reader),
            Self::Row(part) => problems::row(part, text, why, reader),
        }
    }
}
