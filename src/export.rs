//! What to take away: the artefacts of the target side, one at a time.

use headroom::export::{ARTEFACTS, ArtefactId, Context, artefact};
use headroom::link;
use headroom::text::artefacts as words;
use headroom::text::page::{Ui, ui};
use leptos::prelude::*;

use crate::browser::{self, address, files};
use crate::desk::use_desk;
use crate::message::Message;

/// The section at the foot of the page.
#[component]
pub(crate) fn TakeAway() -> impl IntoView {
    let desk = use_desk();
    let chosen = RwSignal::new(ARTEFACTS[0]);
    let shown = Memo::new(move |_| {
        desk.settled.with(|plan| {
            let link = address::link(&link::encode(plan));
            artefact(chosen.get(), &Context { plan, link: &link, lang: desk.lang() })
        })
    });
    let copy = move |_| {
        browser::copy(&shown.with_untracked(|artefact| artefact.content.clone()), move |copied| {
            desk.message.set(Some(Message::done(if copied { Ui::Copied } else { Ui::CopyByHand })));
        });
    };
    let download = move |_| {
        let _ =
            shown.with_untracked(|artefact| files::download(artefact.file_name, &artefact.content));
    };
    view! {
        <section class="take-away" id="export" aria-labelledby="export-title">
            <h2 id="export-title">{move || ui(Ui::TakeAway, desk.lang())}</h2>
            <p class="hint">{move || ui(Ui::TakeAwayHint, desk.lang())}</p>
            <div class="tabs" role="group" aria-labelledby="export-title">
                {ARTEFACTS.iter().map(|id| view! { <Tab id=*id chosen=chosen/> }).collect_view()}
            </div>
            <div class="artefact">
                <div class="section-head">
                    <p id="artefact-where">{move || words::goes_where(chosen.get(), desk.lang())}</p>
                    <button type="button" id="copy-artefact" on:click=copy>{move || ui(Ui::Copy, desk.lang())}</button>
                    <button type="button" id="download-artefact" on:click=download>
                        {move || ui(Ui::Download, desk.lang())}
                    </button>
                </div>
                <pre tabindex="0" aria-describedby="artefact-where"><code>
                    {move || shown.with(|artefact| artefact.content.clone())}
                </code></pre>
            </div>
        </section>
    }
}

#[component]
fn Tab(id: ArtefactId, chosen: RwSignal<ArtefactId>) -> impl IntoView {
    let desk = use_desk();
    view! {
        <button type="button" aria-pressed=move || (chosen.get() == id).to_string() on:click=move |_| chosen.set(id)>
            {move || words::name(id, desk.lang())}
        </button>
    }
}
