//! The whole page, from top to bottom.

use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
use crate::embed::Embedded;
use crate::explore::Explore;
use crate::export::TakeAway;
use crate::findings::Findings;
use crate::gap::{Gap, Intro};
use crate::header::Header;
use crate::message::MessageBar;
use crate::observed::Observed;
use crate::parts::Parts;
use crate::rim;
use crate::tables::Tables;
use crate::verdict::Verdict;
use headroom::text::page::{Ui, ui};

/// Puts the page into the document in place of the loading line.
pub(crate) fn mount() {
    let rim::Begun { desk, shelf, at } = rim::open();
    let Some(place) = crate::browser::element("app") else { return };
    mount_to(place, move || {
        provide_context(desk);
        provide_context(shelf);
        rim::watch(desk, shelf);
        crate::browser::focus::watch();
        if desk.embedded { view! { <Embedded/> }.into_any() } else { view! { <App/> }.into_any() }
    })
    .forget();
    crate::browser::remove("boot");
    if let Some(at) = at {
        rim::go(desk, at);
    }
}

#[component]
fn App() -> impl IntoView {
    let desk: Desk = use_desk();
    view! {
        <a class="skip" href="#parts">{move || ui(Ui::SkipToParts, desk.lang())}</a>
        <Header/>
        <MessageBar/>
        <main>
            <Verdict/>
            <Intro/>
            <Gap/>
            <Observed/>
            <div class="columns">
                <Findings/>
                <Parts/>
            </div>
            <Explore/>
            <TakeAway/>
            <Tables/>
        </main>
        <footer class="foot">
            <p>{move || headroom::text::page::footer(desk.lang())}</p>
        </footer>
    }
}
