//! The bar at the top: the plan's name, undo, share, open, and how the page is read.

use headroom::plan::Edit;
use headroom::text::page::{Ui, theme_name};
use headroom::text::{Lang, Reader, Sizes};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use crate::browser::theme;
use crate::desk::{Desk, use_desk};
use crate::live::{live, text};
use crate::making::Piece;
use crate::plans::PlansMenu;
use crate::rim;
use crate::share::Share;
use crate::shortcuts::Shortcuts;

/// The bar.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let desk = use_desk();
    let name = live(move || desk.plan.with(|plan| plan.name.clone()));
    window_event_listener(leptos::ev::keydown, move |event| undo_by_key(desk, &event));
    view! {
        <header class="top">
            <span class="brand">"Headroom"</span>
            <label class="sr-only" for="plan-name">{text(Ui::PlanName)}</label>
            <input
                id="plan-name"
                class="plan-name"
                type="text"
                maxlength="80"
                prop:value=name
                placeholder=text(Ui::Unnamed)
                on:input:target=move |event| desk.dispatch(Edit::Rename(event.target().value()))
                on:change=move |_| desk.close_step()
            />
            <Piece><PlansMenu/></Piece>
            <div class="bar-group">
                <button type="button" id="undo" aria-disabled=live(move || (!desk.can_undo()).to_string()) on:click=move |_| desk.undo()>
                    {text(Ui::Undo)}
                </button>
                <button type="button" id="redo" aria-disabled=live(move || (!desk.can_redo()).to_string()) on:click=move |_| desk.redo()>
                    {text(Ui::Redo)}
                </button>
            </div>
            <Piece><Share/></Piece>
            <Piece><Reading/></Piece>
        </header>
    }
}

/// Ctrl+Z and Ctrl+Shift+Z, except while a text is being typed, which has its own.
fn undo_by_key(desk: Desk, event: &KeyboardEvent) {
    let typing = event.target().is_some_and(|target| {
        let text = target.dyn_ref::<HtmlInputElement>().is_some_and(|it| it.type_() == "text");
        text || target.has_type::<HtmlTextAreaElement>()
    });
    if typing || !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    match (event.key().as_str(), event.shift_key()) {
        ("z", false) => desk.undo(),
        ("Z" | "z", true) | ("y", false) => desk.redo(),
        _ => return,
    }
    event.prevent_default();
}

/// Language, units and theme.
#[component]
fn Reading() -> impl IntoView {
    let desk = use_desk();
    let read_as = move |change: &dyn Fn(&mut Reader)| {
        let mut reader = desk.reader.get_untracked();
        change(&mut reader);
        rim::choose_reader(desk, reader);
    };
    let language = move |lang: Lang| {
        view! {
            <button type="button" lang=lang.code() title=lang.own_name()
                id=format!("lang-{}", lang.code())
                aria-pressed=live(move || (desk.lang() == lang).to_string())
                on:click=move |_| read_as(&|reader| reader.lang = lang)>
                {lang.code().to_ascii_uppercase()}
            </button>
        }
    };
    let chosen = theme::chosen();
    let option = move |at: usize| {
        view! { <option value=at.to_string() selected=at == chosen>{live(move || theme_name(at, desk.lang()))}</option> }
    };
    let binary = move || desk.reader.get().sizes == Sizes::Binary;
    view! {
        <div class="bar-group reading">
            <div class="segments" role="group" aria-label=text(Ui::Language)>
                {Lang::ALL.map(language).collect_view()}
            </div>
            <button type="button" id="units" aria-pressed=live(move || binary().to_string())
                title=text(Ui::BinaryUnits)
                on:click=move |_| read_as(&|reader| reader.sizes = other(reader.sizes))>
                {live(move || if binary() { "MiB" } else { "MB" })}
            </button>
            <label class="sr-only" for="theme">{text(Ui::Theme)}</label>
            <select id="theme" on:change:target=move |event| theme::choose(event.target().value().parse().unwrap_or(0))>
                {(0..theme::THEMES.len()).map(option).collect_view()}
            </select>
            <Piece><Shortcuts/></Piece>
        </div>
    }
}

fn other(sizes: Sizes) -> Sizes {
    match sizes {
        Sizes::Decimal => Sizes::Binary,
        Sizes::Binary => Sizes::Decimal,
    }
}
