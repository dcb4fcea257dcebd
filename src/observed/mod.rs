//! The panel "Your own measurements": how to get them, where to paste them, what they say.

mod comparison;
mod steps;

use headroom::observe::{self, Dropped, ObserveError, Problem};
use headroom::text::observed::{self as words, Word, word};
use leptos::html;
use leptos::prelude::*;

use crate::browser::files::{self, Read};
use crate::browser::{focus, open_fold};
use crate::code::with_code;
use crate::desk::{Desk, use_desk};
use crate::fold::Fold;
use crate::live::{When, live};
use crate::rim::{self, Shelves};
use comparison::Comparison;
use steps::Steps;

/// The panel's fold in the document. What is dropped on it is meant for it.
pub(crate) const PANEL: &str = "observed";
const INPUT: &str = "observed-text";

/// The panel, folded until somebody has something to put in.
#[component]
pub(crate) fn Observed() -> impl IntoView {
    let desk = use_desk();
    let say = move |name: Word| live(move || word(name, desk.lang()));
    let summary = view! {
        <h2>{say(Word::Title)}</h2>
        <span class="hint">{say(Word::Lead)}</span>
    };
    view! {
        <section class="observed" aria-label=say(Word::Title)>
            <Fold id=PANEL summary=summary.into_any()>
                <Steps/>
                <Input/>
                <Answer/>
            </Fold>
        </section>
    }
}

/// Opens the panel and goes to its field.
pub(crate) fn begin() {
    open_fold(PANEL);
    focus::go(INPUT);
}

/// Adds a file to what was pasted. A plan is opened instead; so is, elsewhere on the
/// page, what is neither, because there a plan was expected.
pub(crate) fn take(desk: Desk, shelf: Shelves, read: Read, in_panel: bool) {
    let what = match &read {
        Read::Text { text, .. } => observe::dropped(text),
        Read::TooLarge(_) | Read::Failed => Dropped::Neither,
    };
    match (what, read) {
        (Dropped::Measurement, Read::Text { name, text }) => add(desk, &name, &text),
        (Dropped::Neither, Read::Text { name, text }) if in_panel => add(desk, &name, &text),
        (Dropped::Plan | Dropped::Measurement | Dropped::Neither, read) => {
            rim::open_read(desk, shelf, read);
        }
    }
}

fn add(desk: Desk, name: &str, text: &str) {
    desk.measured.update(|all| {
        if !all.trim().is_empty() {
            all.push_str("\n\n");
        }
        // A heading that is read over, as `head` writes them.
        all.extend(["==> ", name, " <==\n", text]);
    });
    begin();
}

/// The text, and files.
#[component]
fn Input() -> impl IntoView {
    let desk = use_desk();
    let shelf = expect_context::<Shelves>();
    let picker = NodeRef::<html::Input>::new();
    let pick = move |_| {
        if let Some(input) = picker.get_untracked() {
            files::read_picked(&input, move |read| take(desk, shelf, read, true));
        }
    };
    let say = move |name: Word| live(move || word(name, desk.lang()));
    view! {
        <div class="field">
            <label for=INPUT>{say(Word::Label)}</label>
            <textarea
                id=INPUT
                rows="6"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-describedby="observed-formats"
                prop:value=live(move || desk.measured.get())
                on:input:target=move |event| desk.measured.set(event.target().value())
            ></textarea>
            <label for="observed-files">{say(Word::Choose)}</label>
            <input type="file" id="observed-files" multiple node_ref=picker on:change=pick/>
            <p class="hint" id="observed-formats">{say(Word::Formats)}</p>
            <p class="hint">{say(Word::Nothing)}</p>
        </div>
    }
}

/// What the text holds: recognised, not read, and what it means for the plan.
#[component]
fn Answer() -> impl IntoView {
    let desk = use_desk();
    let seen = Memo::new(move |_| desk.measured.with(|text| observe::read(text)));
    let recognised = move || {
        seen.with(|seen| match seen {
            Ok(seen) => words::recognised(&seen.recognised(), desk.lang()),
            Err(ObserveError::Empty) => String::new(),
            Err(why) => words::error(why, desk.reader.get()),
        })
    };
    let is_wrong = move || {
        seen.with(|seen| {
            matches!(seen, Err(ObserveError::Nothing(_) | ObserveError::TooLong { .. }))
        })
    };
    let problems = move || seen.with(|seen| problems(seen, desk));
    let observations = Memo::new(move |_| seen.with(|seen| seen.as_ref().ok().cloned()));
    let there = Memo::new(move |_| observations.with(Option::is_some));
    view! {
        <p role="status" id="observed-recognised" class:error=live(is_wrong)>{live(recognised)}</p>
        <ul id="observed-problems" class="error">{live(problems)}</ul>
        <When holds=live(move || there.get())>
            <Comparison seen=observations/>
        </When>
    }
}

/// The lines that could not be read, one by one as far as they are named.
fn problems(seen: &Result<observe::Observations, ObserveError>, desk: Desk) -> AnyView {
    let lang = desk.lang();
    let (named, more): (&[Problem], usize) = match seen {
        Ok(seen) => (&seen.problems, seen.more_problems),
        Err(ObserveError::Nothing(problems)) => (problems, 0),
        Err(ObserveError::Empty | ObserveError::TooLong { .. }) => (&[], 0),
    };
    let named = named.iter().map(|one| words::problem(one, lang));
    let more = (more > 0).then(|| words::more_problems(more, lang));
    named.chain(more).map(|line| view! { <li>{with_code(&line)}</li> }).collect_view().into_any()
}
