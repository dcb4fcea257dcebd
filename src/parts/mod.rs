//! The parts as cards, for the side that is being edited, and Railway's own settings.

mod card;
mod fields;
mod rows;
mod why;

use headroom::part::PartId;
use headroom::plan::{Group, SideId};
use headroom::text::page::{Ui, side_name};
use leptos::prelude::*;

use crate::desk::use_desk;
use crate::live::{live, text};
use crate::making::Piece;
use card::{PartCard, SettingsCard};

/// The column of cards.
#[component]
pub(crate) fn Parts() -> impl IntoView {
    let desk = use_desk();
    let choice = move |side: SideId, id: &'static str| {
        view! {
            <label class="radio">
                <input
                    type="radio"
                    name="side"
                    id=id
                    prop:checked=live(move || desk.editing.get() == side)
                    on:change=move |_| desk.editing.set(side)
                />
                <span>{live(move || side_name(side, desk.lang()))}</span>
            </label>
        }
    };
    view! {
        <section class="parts" id="parts" aria-labelledby="parts-title">
            <div class="section-head">
                <h2 id="parts-title">{text(Ui::Parts)}</h2>
                <fieldset class="segments side-choice">
                    <legend class="sr-only">{text(Ui::SideToEdit)}</legend>
                    {choice(SideId::Current, "side-current")}
                    {choice(SideId::Target, "side-target")}
                </fieldset>
            </div>
            <Piece><SettingsCard group=Group::Railway/></Piece>
            {PartId::ALL.iter().map(|part| view! { <Piece><PartCard part=*part/></Piece> }).collect_view()}
            <Piece><SettingsCard group=Group::Service/></Piece>
            <Piece><SettingsCard group=Group::Overrides/></Piece>
        </section>
    }
}
