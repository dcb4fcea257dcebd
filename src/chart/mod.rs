//! The charts: what the core lays out, painted on canvases in the theme's colours.

mod canvas;
mod colours;
mod paint;
mod reading;

use headroom::chart::{Bars, Costs, bars, costs};
use headroom::plan::Plan;
use headroom::text::comforts::{Comfort, bar_mark, comfort, cost_mark};
use headroom::text::page::{bars_label, costs_label};
use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
use canvas::Canvas;
use reading::{Mark, Reading};

/// Memory by part against the limit.
#[component]
pub(crate) fn BarsChart() -> impl IntoView {
    let desk = use_desk();
    let data = Memo::new(move |_| bars_of(desk));
    let label = Signal::derive(move || {
        data.with(|data| bars_label(data, desk.figure.get(), desk.reader.get()))
    });
    let mark = Mark::new(None);
    let painter = move |area: &paint::Area<'_>, look: &colours::Look| {
        data.with(|data| paint::bars(area, look, data, mark.get(), desk.reader.get()));
    };
    let marks = Signal::derive(move || {
        let reader = desk.reader.get();
        let say = |data: &Bars| {
            let limit = |row: usize| data.rows.get(row).map(|row| row.limit);
            data.marks().iter().map(|mark| bar_mark(mark, limit(mark.row), reader)).collect()
        };
        data.with(say)
    });
    let hit = move |spot: reading::Spot| data.with_untracked(|data| paint::bar_at(data, spot));
    let name = Signal::derive(move || comfort(Comfort::ReadBars, desk.lang()));
    view! {
        <div class="read-chart">
            <Canvas class="chart bars-chart" label=label table="table-parts" painter=Box::new(painter)/>
            <Reading name=name mark=mark marks=marks hit=hit/>
        </div>
    }
}

/// The cost on each tier.
#[component]
pub(crate) fn CostsChart() -> impl IntoView {
    let desk = use_desk();
    let data = Memo::new(move |_| costs_of(desk));
    let label = Signal::derive(move || data.with(|data| costs_label(data, desk.lang())));
    let mark = Mark::new(None);
    let painter = move |area: &paint::Area<'_>, look: &colours::Look| {
        data.with(|data| paint::costs(area, look, data, mark.get(), desk.reader.get()));
    };
    let marks = Signal::derive(move || {
        data.with(|data| data.marks().iter().map(|mark| cost_mark(mark, desk.lang())).collect())
    });
    let hit = move |spot: reading::Spot| {
        data.with_untracked(|data| data.mark_at(spot.at.0 / spot.size.0.max(1.0)))
    };
    let name = Signal::derive(move || comfort(Comfort::ReadCosts, desk.lang()));
    view! {
        <div class="read-chart">
            <Canvas class="chart costs-chart" label=label table="table-costs" painter=Box::new(painter)/>
            <Reading name=name mark=mark marks=marks hit=hit/>
        </div>
    }
}

fn bars_of(desk: Desk) -> Bars {
    desk.answer.now.with(|now| desk.answer.then.with(|then| bars(now, then, desk.figure.get())))
}

fn costs_of(desk: Desk) -> Costs {
    let of = |plan: &Plan| {
        desk.answer.now.with(|now| desk.answer.then.with(|then| costs(plan, [now, then])))
    };
    desk.answer.settled.with(of)
}
