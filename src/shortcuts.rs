//! Keys that do something by themselves: the list of them, and what they do. Never
//! while somebody types, and not at all where they are switched off.

use headroom::chart::Figure;
use headroom::plan::SideId;
use headroom::text::comforts::{Comfort, Shortcut, comfort, modified_keys, shortcut};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::browser::{keep, places};
use crate::desk::{Desk, use_desk};
use crate::live::live;

type Dialog = NodeRef<html::Dialog>;

/// Where letters are letters.
const TYPING: &str = "input:not([type=radio], [type=checkbox], [type=range], [type=file]), \
     textarea, select, [contenteditable], dialog[open]";

/// The button and the list that it opens.
#[component]
pub(crate) fn Shortcuts() -> impl IntoView {
    let desk = use_desk();
    let list = Dialog::new();
    let on = RwSignal::new(keep::read("keys").is_none_or(|kept| kept != "off"));
    let switch = move |wanted: bool| {
        keep::write("keys", if wanted { "on" } else { "off" });
        on.set(wanted);
    };
    window_event_listener(leptos::ev::keydown, move |event| {
        if on.get_untracked() && is_by_itself(&event) {
            follow(desk, list, &event);
        }
    });
    let close = move |_| {
        if let Some(list) = list.get_untracked() {
            list.close();
        }
    };
    let single = move |key: Shortcut| line(key.key(), move || shortcut(key, desk.lang()));
    let modified = move |at: usize| {
        line(modified_keys(desk.lang())[at].0, move || modified_keys(desk.lang())[at].1)
    };
    view! {
        <button type="button" id="keys" class="quiet" aria-haspopup="dialog" on:click=move |_| show(list)
            aria-label=live(move || comfort(Comfort::Shortcuts, desk.lang()))
            title=live(move || comfort(Comfort::Shortcuts, desk.lang()))>"?"</button>
        <dialog id="shortcuts" class="shortcuts" node_ref=list aria-labelledby="shortcuts-title">
            <h2 id="shortcuts-title">{live(move || comfort(Comfort::Shortcuts, desk.lang()))}</h2>
            <dl>
                {Shortcut::ALL.iter().map(|key| single(*key)).collect_view()}
                {live(move || [0, 1].map(modified).collect_view())}
            </dl>
            <label class="check">
                <input id="keys-on" type="checkbox" prop:checked=live(move || on.get())
                    on:change:target=move |event| switch(event.target().checked())/>
                <span>{live(move || comfort(Comfort::ShortcutsOn, desk.lang()))}</span>
            </label>
            <p class="hint">{live(move || comfort(Comfort::ShortcutsHint, desk.lang()))}</p>
            <button type="button" autofocus on:click=close>{live(move || comfort(Comfort::Close, desk.lang()))}</button>
        </dialog>
    }
}

fn line(
    key: &'static str,
    does: impl Fn() -> &'static str + Send + Sync + 'static,
) -> impl IntoView {
    view! { <div><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div> }
}

fn show(list: Dialog) {
    if let Some(list) = list.get_untracked().filter(|list| !list.open()) {
        let _ = list.show_modal();
    }
}

/// No modifier but Shift, which `?` needs on many keyboards, and no text to type into.
fn is_by_itself(event: &KeyboardEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat();
    let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typing = at.is_some_and(|at| at.closest(TYPING).ok().flatten().is_some());
    !held && !typing && !event.default_prevented()
}

fn follow(desk: Desk, list: Dialog, event: &KeyboardEvent) {
    let pressed = event.key();
    let key = Shortcut::ALL.iter().find(|key| key.key() == pressed);
    let Some(key) = key else { return };
    event.prevent_default();
    match key {
        Shortcut::List => show(list),
        Shortcut::Findings => places::reveal("findings"),
        Shortcut::Settings => places::reveal("parts"),
        Shortcut::Explore => places::reveal("explore"),
        Shortcut::TakeAway => places::reveal("export"),
        Shortcut::OtherSide => desk.editing.update(|side| *side = other(*side)),
        Shortcut::Figure => desk.figure.update(|figure| *figure = next(*figure)),
        Shortcut::Plans => places::press("plans"),
        Shortcut::Share => places::press("share"),
    }
}

fn other(side: SideId) -> SideId {
    match side {
        SideId::Current => SideId::Target,
        SideId::Target => SideId::Current,
    }
}

fn next(figure: Figure) -> Figure {
    match figure {
        Figure::Idle => Figure::Average,
        Figure::Average => Figure::Peak,
        Figure::Peak => Figure::Idle,
    }
}
