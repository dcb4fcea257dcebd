//! The charts: what the core lays out, painted on canvases in the theme's colours.

mod canvas;
mod colours;
mod paint;

use headroom::chart::{bars, costs};
use headroom::text::page::{bars_label, costs_label};
use leptos::prelude::*;

use crate::desk::use_desk;
use canvas::Canvas;

/// Memory by part against the limit.
#[component]
pub(crate) fn BarsChart() -> impl IntoView {
    let desk = use_desk();
    let data = Memo::new(move |_| {
        desk.now.with(|now| desk.then.with(|then| bars(now, then, desk.figure.get())))
    });
    let label = Signal::derive(move || {
        data.with(|data| bars_label(data, desk.figure.get(), desk.reader.get()))
    });
    let painter = move |area: &paint::Area<'_>, look: &colours::Look| {
        data.with(|data| paint::bars(area, look, data, desk.reader.get()));
    };
    view! { <Canvas class="chart bars-chart" label=label table="table-parts" painter=painter/> }
}

/// The cost on each tier.
#[component]
pub(crate) fn CostsChart() -> impl IntoView {
    let desk = use_desk();
    let railway = Memo::new(move |_| desk.settled.with(|plan| plan.railway));
    let data = Memo::new(move |_| {
        desk.now
            .with(|now| desk.then.with(|then| railway.with(|railway| costs(railway, [now, then]))))
    });
    let label = Signal::derive(move || data.with(|data| costs_label(data, desk.lang())));
    let painter = move |area: &paint::Area<'_>, look: &colours::Look| {
        data.with(|data| paint::costs(area, look, data, desk.reader.get()));
    };
    view! { <Canvas class="chart costs-chart" label=label table="table-costs" painter=painter/> }
}
