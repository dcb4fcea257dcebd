//! The link: copied with one press, sent, scanned, framed; and the charts as pictures.

use headroom::export::{ArtefactId, Context, artefact};
use headroom::link::{self, qr};
use headroom::place::{Asked, Place};
use headroom::text::artefacts;
use headroom::text::comforts::{Comfort, comfort, frame, place as place_name};
use headroom::text::page::{Ui, link_length, plan_name};
use leptos::prelude::*;

use crate::browser::{self, address, send};
use crate::desk::{Desk, use_desk};
use crate::fold::{Closed, Fold};
use crate::live::{live, text};
use crate::making::Piece;
use crate::message::{Line, Message};

/// Where the link begins.
type At = RwSignal<Option<Place>>;

/// The button, and the panel that it opens.
#[component]
pub(crate) fn Share() -> impl IntoView {
    let desk = use_desk();
    let at = At::new(None);
    let link = move |place| desk.plan.with_untracked(|plan| link_at(place, &link::encode(plan)));
    let url = Memo::new(move |_| {
        let place = at.get();
        desk.at_rest(|| link(place))
    });
    let copy = move |_| {
        browser::copy(&link(at.get_untracked()), move |copied| {
            let said = if copied { Ui::LinkCopied } else { Ui::CopyByHand };
            desk.message.set(Some(Message::done(said)));
        });
    };
    let hand_on = move |_| {
        let name = desk.plan.with_untracked(|plan| plan.name.clone());
        send::send(&plan_name(&name, desk.reader.get_untracked().lang), &link(at.get_untracked()));
    };
    let title = move |words: Comfort| live(move || comfort(words, desk.lang())).into_any();
    view! {
        <button type="button" id="share" class="primary" popovertarget="share-panel" on:click=copy>
            {text(Ui::Share)}
        </button>
        <div id="share-panel" class="panel" popover="auto">
            <label for="share-link">{text(Ui::ShareHint)}</label>
            <input id="share-link" type="text" readonly prop:value=live(move || url.get())
                on:focus:target=move |event| event.target().select()/>
            <p class="hint">{live(move || link_length(url.with(String::len), desk.lang()))}</p>
            <Piece><OpensAt at=at/></Piece>
            <div class="actions">
                <button type="button" on:click=copy>{text(Ui::Copy)}</button>
                {send::can_send().then(|| view! {
                    <button type="button" id="share-with" on:click=hand_on>{title(Comfort::ShareWith)}</button>
                })}
            </div>
            <hr/>
            <Pictures/>
            <hr/>
            <Fold id="share-qr" closed=Closed::Forgets summary=title(Comfort::QrTitle)>
                {live(move || url.with(|url| code(url, desk)))}
            </Fold>
            <Fold id="share-frame" closed=Closed::Forgets summary=title(Comfort::EmbedTitle)><Frame/></Fold>
        </div>
    }
}

fn link_at(at: Option<Place>, payload: &str) -> String {
    address::link_to(Asked { at, embed: false }, payload)
}

/// Which card the link opens.
#[component]
fn OpensAt(at: At) -> impl IntoView {
    let desk = use_desk();
    let option = move |place: Place| {
        view! { <option value=place.key()>{live(move || place_name(place, desk.lang()))}</option> }
    };
    view! {
        <div class="field">
            <label for="share-at">{live(move || comfort(Comfort::OpensAt, desk.lang()))}</label>
            <select id="share-at" on:change:target=move |event| at.set(Place::named(&event.target().value()))>
                <option value="">{live(move || comfort(Comfort::TheTop, desk.lang()))}</option>
                {Place::all().map(option).collect_view()}
            </select>
        </div>
    }
}

/// The charts, copied as pictures.
#[component]
fn Pictures() -> impl IntoView {
    let desk = use_desk();
    let button = move |id: &'static str, chart: ArtefactId| {
        view! {
            <button type="button" id=id on:click=move |_| copy_picture(desk, chart)>
                {live(move || artefacts::name(chart, desk.lang()))}
            </button>
        }
    };
    view! {
        <p id="pictures-title">{live(move || comfort(Comfort::Pictures, desk.lang()))}</p>
        <div class="actions" role="group" aria-labelledby="pictures-title">
            {button("picture-memory", ArtefactId::MemoryChart)}
            {button("picture-costs", ArtefactId::CostChart)}
        </div>
    }
}

fn copy_picture(desk: Desk, chart: ArtefactId) {
    let lang = desk.reader.get_untracked().lang;
    let drawing = desk.plan.with_untracked(|plan| {
        let link = address::link(&link::encode(plan));
        artefact(chart, &Context { plan, link: &link, lang })
    });
    let name = drawing.file_name.replace(".svg", ".png");
    browser::picture::copy(name, &drawing.content, move |copied| {
        let said = if copied { Comfort::PictureCopied } else { Comfort::PictureSaved };
        let line = Line::new(move |reader| comfort(said, reader.lang).to_owned());
        desk.message.set(Some(Message::done_with(line)));
    });
}

/// The link as a code, dark on light in every theme: readers want it so.
fn code(url: &str, desk: Desk) -> AnyView {
    let Some(code) = qr(url) else {
        return view! { <p>{comfort(Comfort::QrTooLong, desk.lang())}</p> }.into_any();
    };
    let side = code.side.to_string();
    let whole = format!("0 0 {side} {side}");
    view! {
        <svg class="qr" viewBox=whole role="img"
            aria-label=comfort(Comfort::QrTitle, desk.lang())>
            <rect width=side.clone() height=side></rect>
            <path d=code.path></path>
        </svg>
    }
    .into_any()
}

/// The plan as a frame for another page.
#[component]
fn Frame() -> impl IntoView {
    let desk = use_desk();
    let text = Memo::new(move |_| {
        desk.answer.settled.with(|plan| {
            let embed = Asked { at: None, embed: true };
            let title = format!("{} · Headroom", plan_name(&plan.name, desk.lang()));
            frame(&address::link_to(embed, &link::encode(plan)), &title)
        })
    });
    let copy = move |_| {
        browser::copy(&text.get_untracked(), move |copied| {
            let said = if copied { Ui::Copied } else { Ui::CopyByHand };
            desk.message.set(Some(Message::done(said)));
        });
    };
    view! {
        <label for="frame-text" class="hint">{live(move || comfort(Comfort::EmbedHint, desk.lang()))}</label>
        <input id="frame-text" type="text" readonly prop:value=live(move || text.get())
            on:focus:target=move |event| event.target().select()/>
        <button type="button" id="copy-frame" on:click=copy>
            {live(move || comfort(Comfort::CopyEmbed, desk.lang()))}
        </button>
    }
}
