//! The whole page, from top to bottom.

use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
use crate::embed::Embedded;
use crate::explore::Explore;
use crate::export::TakeAway;
use crate::findings::Findings;
use crate::gap::{Gap, Intro};
use crate::header::Header;
use crate::live::{follow, live, text};
use crate::making::{Making, Piece};
use crate::message::MessageBar;
use crate::observed::Observed;
use crate::parts::Parts;
use crate::rim;
use crate::tables::Tables;
use crate::verdict::Verdict;
use headroom::plan::SideId;
use headroom::text::page::Ui;

/// Puts the app into the document, in place of the first screen that stands there.
pub(crate) fn mount() {
    crate::browser::later(|| {
        let begun = rim::open();
        crate::browser::later(|| make(begun));
    });
}

fn make(rim::Begun { desk, shelf, at }: rim::Begun) {
    let Some(place) = crate::browser::element("app") else { return };
    let Some(app) = crate::browser::empty_copy(&place) else { return };
    let making = Making::new();
    mount_to(app.clone(), move || {
        provide_context(desk);
        provide_context(making);
        provide_context(shelf);
        let whole = move || {
            if desk.embedded {
                view! { <Embedded/> }.into_any()
            } else {
                view! { <App/> }.into_any()
            }
        };
        view! {
            <Piece>{whole()}</Piece>
            <Piece>{rim::watch(desk, shelf)}</Piece>
            <Piece>{keep_focus(desk)}</Piece>
        }
    })
    .forget();
    making.go_on(Box::new(move || {
        // In one go, so that nothing is painted between the first screen and the app.
        let _ = place.replace_with_with_node_1(&app);
        crate::browser::remove("boot");
        if let Some(at) = at {
            rim::go(desk, at);
        }
    }));
}

/// Follows what is pressed: a button can go at once, or with the answer.
fn keep_focus(desk: Desk) {
    crate::browser::focus::watch();
    follow(move || {
        desk.answer.rested.track();
        crate::browser::focus::keep();
    });
}

#[component]
fn App() -> impl IntoView {
    let desk: Desk = use_desk();
    let compute = move |side: SideId| desk.budget(side).with_untracked(|_| ());
    view! {
        <a class="skip" href="#parts">{text(Ui::SkipToParts)}</a>
        <Piece>{compute(SideId::Current)}</Piece>
        <Piece>{compute(SideId::Target)}</Piece>
        <Piece>{desk.answer.advice.with_untracked(|_| ())}</Piece>
        <Piece><Header/></Piece>
        <MessageBar/>
        <main>
            <Piece><Verdict/></Piece>
            <Piece><Intro/></Piece>
            <Piece><Gap/></Piece>
            <Piece><Observed/></Piece>
            <div class="columns">
                <Findings/>
                <Parts/>
            </div>
            <Piece><Explore/></Piece>
            <Piece><TakeAway/></Piece>
            <Piece><Tables/></Piece>
        </main>
        <footer class="foot">
            <p>{live(move || headroom::text::page::footer(desk.lang()))}</p>
        </footer>
    }
}
