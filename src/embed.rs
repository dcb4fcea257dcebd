//! `?embed`: the answer and the charts alone, for a frame in another page. Nothing is
//! written here: neither the address nor what this browser keeps.

use headroom::link;
use headroom::place::Asked;
use headroom::text::comforts::{Comfort, comfort};
use headroom::text::page::plan_name;
use leptos::prelude::*;

use crate::browser::address;
use crate::desk::use_desk;
use crate::live::live;
use crate::message::MessageBar;
use crate::verdict::Verdict;

/// The whole of it.
#[component]
pub(crate) fn Embedded() -> impl IntoView {
    let desk = use_desk();
    let whole =
        move || desk.plan.with(|plan| address::link_to(Asked::default(), &link::encode(plan)));
    view! {
        <MessageBar/>
        <main class="embed">
            <p class="whole">
                <b>{live(move || desk.plan.with(|plan| plan_name(&plan.name, desk.lang())))}</b>
                <a href=whole target="_blank" rel="noopener">{live(move || comfort(Comfort::OpenWhole, desk.lang()))}</a>
            </p>
            <Verdict/>
        </main>
    }
}
