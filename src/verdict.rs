//! The answer, always in sight: does it fit, what does it cost, for both sides.

use headroom::chart::Figure;
use headroom::evaluate::{Budget, Verdict as Outcome};
use headroom::plan::{FieldId, SideId};
use headroom::text::number::{dollar_range, dollars, size, size_range};
use headroom::text::page::{
    Ui, connections, credit, figure_name, overage, side_name, verdict, verdict_line,
};
use leptos::prelude::*;

use crate::chart::{BarsChart, CostsChart};
use crate::desk::use_desk;
use crate::field::Control;
use crate::live::{live, text};
use crate::making::Piece;

/// The band below the header.
#[component]
pub(crate) fn Verdict() -> impl IntoView {
    let desk = use_desk();
    let spoken = live(move || {
        let reader = desk.reader.get();
        desk.answer.then.with(|then| verdict_line(SideId::Target, then, reader))
    });
    view! {
        <section class="verdict" id="verdict" aria-labelledby="verdict-title">
            <h1 id="verdict-title" class="sr-only">{text(Ui::VerdictTitle)}</h1>
            <output class="sr-only" aria-live="polite">{spoken}</output>
            <div class="answer">
                <Piece><Answer side=SideId::Current/></Piece>
                <Piece><Answer side=SideId::Target/></Piece>
                <div class="bars">
                    <FigureChoice/>
                    <Piece><BarsChart/></Piece>
                </div>
            </div>
            <div class="tiers">
                {(!desk.embedded).then(|| view! { <Control id=FieldId::Tier side=SideId::Target/> })}
                <Piece><CostsChart/></Piece>
            </div>
        </section>
    }
}

/// One side in a line of figures.
#[component]
fn Answer(side: SideId) -> impl IntoView {
    let desk = use_desk();
    let budget = desk.budget(side);
    let of = move |say: fn(&Budget, headroom::text::Reader) -> String| {
        live(move || budget.with(|budget| say(budget, desk.reader.get())))
    };
    let state = live(move || {
        budget.with(|budget| match budget.verdict {
            Outcome::Fits { .. } => "state good",
            Outcome::Tight { .. } => "state tight",
            Outcome::Over { .. } => "state over",
        })
    });
    let note = live(move || {
        budget.with(|budget| {
            let reader = desk.reader.get();
            [connections(budget.connections, reader.lang), credit(&budget.bill, reader.lang)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        })
    });
    let class = match side {
        SideId::Current => "side now",
        SideId::Target => "side then",
    };
    view! {
        <div class=class>
            <h2>{live(move || side_name(side, desk.lang()))}</h2>
            <p class="peak">
                <b>{of(|budget, reader| size(budget.total.peak.likely, reader))}</b>
                <span class="range">{of(|budget, reader| range_of(budget.total.peak, reader))}</span>
            </p>
            <p class=state>{of(verdict)}</p>
            <p class="cost">
                <b>{of(|budget, reader| dollars(budget.bill.total.likely, reader.lang))}</b>
                <span class="unit">{text(Ui::AMonth)}</span>
                <span class="range">{of(|budget, reader| money_range_of(budget.bill.total, reader))}</span>
            </p>
            <p class="overage">{of(|budget, reader| overage(&budget.bill, reader.lang))}</p>
            <p class="others">
                <span>{text(Ui::AtRest)} " "
                    <b>{of(|budget, reader| size(budget.shown_at_rest().likely, reader))}</b></span>
                <span>{text(Ui::OnAverage)} " "
                    <b>{of(|budget, reader| size(budget.billed().likely, reader))}</b></span>
            </p>
            <p class="warn">{note}</p>
        </div>
    }
}

/// The range, if there is one: an exact figure needs none.
fn range_of(value: headroom::units::Estimate, reader: headroom::text::Reader) -> String {
    if value.is_exact() { String::new() } else { size_range(value, reader) }
}

fn money_range_of(value: headroom::units::Estimate, reader: headroom::text::Reader) -> String {
    if value.is_exact() { String::new() } else { dollar_range(value, reader.lang) }
}

/// Which figure the bars and the cards show.
#[component]
fn FigureChoice() -> impl IntoView {
    let desk = use_desk();
    let radio = move |figure: Figure| {
        view! {
            <label class="radio">
                <input type="radio" name="figure" prop:checked=live(move || desk.figure.get() == figure)
                    on:change=move |_| desk.figure.set(figure)/>
                <span>{live(move || figure_name(figure, desk.lang()))}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segments figure-choice">
            <legend class="sr-only">{text(Ui::FigureShown)}</legend>
            {Figure::ALL.iter().map(|figure| radio(*figure)).collect_view()}
        </fieldset>
    }
}
