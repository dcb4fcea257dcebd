//! How to get measurements out of a running service.

use headroom::export::COLLECT;
use headroom::text::observed::{Word, word};
use headroom::text::page::Ui;
use leptos::prelude::*;

use crate::browser;
use crate::desk::use_desk;
use crate::live::live;
use crate::message::Message;

/// Open a shell, run one line, paste what it prints.
#[component]
pub(crate) fn Steps() -> impl IntoView {
    let desk = use_desk();
    let say = move |name: Word| live(move || word(name, desk.lang()));
    let copy = move |_| {
        browser::copy(COLLECT, move |copied| {
            desk.message.set(Some(Message::done(if copied { Ui::Copied } else { Ui::CopyByHand })));
        });
    };
    view! {
        <ol class="steps">
            <li>{say(Word::StepShell)} " " <code>"railway ssh"</code></li>
            <li>
                {say(Word::StepRun)} " "
                <button type="button" id="copy-collect" on:click=copy>{say(Word::CopyLine)}</button>
                <pre tabindex="0"><code>{COLLECT}</code></pre>
                <p class="hint">{say(Word::Exact)}</p>
            </li>
            <li>{say(Word::StepPaste)}</li>
        </ol>
    }
}
