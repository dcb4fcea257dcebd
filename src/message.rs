//! What the page has to say: a line that was done, or a problem that stays until dismissed.

use std::sync::Arc;

use headroom::text::Reader;
use headroom::text::page::{Ui, ui};
use leptos::prelude::*;

use crate::code::with_code;
use crate::desk::use_desk;
use crate::live::{live, text};

/// A sentence in both languages, made when it is shown.
#[derive(Clone)]
pub(crate) struct Message {
    /// How it is shown.
    pub(crate) tone: Tone,
    /// Its sentences, one a line.
    pub(crate) lines: Vec<Line>,
    /// What can be done about it.
    pub(crate) action: Option<Action>,
}

/// A sentence for any reader. It belongs to nobody: the button that led to it may be gone
/// before it is shown.
#[derive(Clone)]
pub(crate) struct Line(Arc<dyn Fn(Reader) -> String + Send + Sync>);

/// A button beside the sentences.
#[derive(Clone)]
pub(crate) struct Action {
    /// What it says.
    pub(crate) label: Ui,
    /// What it does.
    pub(crate) run: Arc<dyn Fn() + Send + Sync>,
}

/// How a message is shown.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Tone {
    /// Something was done.
    Done,
    /// Something is wrong, and nothing was lost.
    Problem,
}

impl Line {
    pub(crate) fn new(say: impl Fn(Reader) -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(say))
    }
}

impl Message {
    /// Something was done.
    pub(crate) fn done(label: Ui) -> Self {
        Self::done_with(Line::new(move |reader| ui(label, reader.lang).to_owned()))
    }

    /// Something was done that has its own sentence.
    pub(crate) fn done_with(line: Line) -> Self {
        Self { tone: Tone::Done, lines: vec![line], action: None }
    }

    /// Something is wrong.
    pub(crate) fn problem(lines: Vec<Line>) -> Self {
        Self { tone: Tone::Problem, lines, action: None }
    }

    /// With a button.
    pub(crate) fn with(self, label: Ui, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self { action: Some(Action { label, run: Arc::new(run) }), ..self }
    }
}

/// The bar below the header. Both regions are always there, so that they are announced.
#[component]
pub(crate) fn MessageBar() -> impl IntoView {
    let desk = use_desk();
    let of = move |tone: Tone| {
        live(move || desk.message.get().filter(|message| message.tone == tone).map(shown))
    };
    view! {
        <div class="messages">
            <div role="status">{of(Tone::Done)}</div>
            <div role="alert">{of(Tone::Problem)}</div>
        </div>
    }
}

fn shown(message: Message) -> AnyView {
    let desk = use_desk();
    let dismiss = move || {
        desk.message.set(None);
        desk.link_held.set(false);
    };
    let class = match message.tone {
        Tone::Done => "message done",
        Tone::Problem => "message problem",
    };
    let lines = message.lines.into_iter();
    let lines =
        lines.map(|Line(say)| view! { <p>{live(move || with_code(&say(desk.reader.get())))}</p> });
    let action = message.action.map(|action| {
        let run = move |_| {
            dismiss();
            (action.run)();
        };
        view! { <button type="button" on:click=run>{text(action.label)}</button> }
    });
    view! {
        <div class=class>
            <div>{lines.collect_view()}</div>
            {action}
            <button type="button" class="quiet" on:click=move |_| dismiss()>
                {text(Ui::Dismiss)}
            </button>
        </div>
    }
    .into_any()
}
