//! The link: copied with one press, and shown where it can be copied by hand.

use headroom::link;
use headroom::text::page::{Ui, link_length, ui};
use leptos::prelude::*;

use crate::browser::{self, address};
use crate::desk::use_desk;
use crate::message::Message;

/// The button, and the panel that it opens.
#[component]
pub(crate) fn Share() -> impl IntoView {
    let desk = use_desk();
    let url = Memo::new(move |_| desk.settled.with(|plan| address::link(&link::encode(plan))));
    let copy = move |_| {
        let link = desk.plan.with_untracked(|plan| address::link(&link::encode(plan)));
        browser::copy(&link, move |copied| {
            let said = if copied { Ui::LinkCopied } else { Ui::CopyByHand };
            desk.message.set(Some(Message::done(said)));
        });
    };
    view! {
        <button type="button" id="share" class="primary" popovertarget="share-panel" on:click=copy>
            {move || ui(Ui::Share, desk.lang())}
        </button>
        <div id="share-panel" class="panel" popover="auto">
            <label for="share-link">{move || ui(Ui::ShareHint, desk.lang())}</label>
            <input id="share-link" type="text" readonly prop:value=move || url.get()
                on:focus:target=move |event| event.target().select()/>
            <p class="hint">{move || link_length(url.with(String::len), desk.lang())}</p>
            <button type="button" on:click=copy>{move || ui(Ui::Copy, desk.lang())}</button>
        </div>
    }
}
