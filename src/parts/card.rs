//! A card: what a part takes, its controls, and why.

use headroom::part::{Demand, PartId};
use headroom::plan::{Group, SideId};
use headroom::text::fields::{group as group_name, part as part_name};
use headroom::text::number::{size, size_range};
use headroom::text::page::{Ui, now_was};
use leptos::prelude::*;

use super::fields::{Fields, ResetButtons};
use super::rows::Rows;
use super::why::Why;
use crate::desk::use_desk;
use crate::fold::Fold;
use crate::live::{When, live, text};

/// One part.
#[component]
pub(crate) fn PartCard(part: PartId) -> impl IntoView {
    let desk = use_desk();
    let key = part.key();
    let demand =
        Memo::new(move |_| desk.budget(desk.editing.get()).with(|budget| budget.part(part).demand));
    let before = Memo::new(move |_| desk.answer.now.with(|budget| budget.part(part).demand));
    let figure = live(move || size(desk.figure.get().of(&demand.get()).likely, desk.reader.get()));
    let was = live(move || {
        (desk.editing.get() == SideId::Target)
            .then(|| now_was(desk.figure.get().of(&before.get()).likely, desk.reader.get()))
    });
    let summary = view! {
        <span class=format!("swatch {key}") aria-hidden="true"></span>
        <span class="name">{live(move || part_name(part, desk.lang()))}</span>
        <span class="figure">{figure}</span>
        <span class="was">{was}</span>
    };
    let body = move || match part {
        PartId::Others => view! { <Rows/> }.into_any(),
        PartId::Workers
        | PartId::Exports
        | PartId::Uploads
        | PartId::Logs
        | PartId::Pooling
        | PartId::Queries => view! { <Fields group=Group::Part(part)/> }.into_any(),
    };
    view! {
        <Fold class="card" id=format!("part-{key}") summary=summary.into_any()
            open=part == PartId::Workers && crate::browser::is_wide()>
            <div class="card-body">
                <Figures demand=demand/>
                {body()}
                <Why part=part/>
                <ResetButtons group=Group::Part(part)/>
            </div>
        </Fold>
    }
}

/// Settings that are no part of the memory.
#[component]
pub(crate) fn SettingsCard(group: Group) -> impl IntoView {
    let desk = use_desk();
    let key = match group {
        Group::Railway => "railway",
        Group::Overrides => "overrides",
        Group::Service => "service",
        Group::Part(_) => "part",
    };
    let summary = view! {
        <span class="name">{live(move || group_name(group, desk.lang()))}</span>
        <span class="figure">{live(move || settings_figure(group))}</span>
    };
    view! {
        <Fold class="card" id=format!("group-{key}") summary=summary.into_any()>
            <div class="card-body">
                <Fields group=group/>
                <ResetButtons group=group/>
            </div>
        </Fold>
    }
}

/// What a closed card says of its settings.
fn settings_figure(group: Group) -> Option<String> {
    let desk = use_desk();
    matches!(group, Group::Railway).then(|| {
        desk.answer.then.with(|budget| {
            headroom::text::page::tier_and_limit(
                desk.answer.settled.with(|plan| plan.railway.tier),
                budget.limit,
                desk.reader.get(),
            )
        })
    })
}

/// Idle, average and peak of a part.
#[component]
fn Figures(demand: Memo<Demand>) -> impl IntoView {
    let desk = use_desk();
    let row = move |label: Ui, of: fn(&Demand) -> headroom::units::Estimate| {
        view! {
            <div>
                <dt>{text(label)}</dt>
                <dd>{live(move || size_range(of(&demand.get()), desk.reader.get()))}</dd>
            </div>
        }
    };
    let nonzero = move |of: fn(&Demand) -> headroom::units::Estimate| {
        live(move || of(&demand.get()).likely > 0.0)
    };
    view! {
        <dl class="figures">
            {row(Ui::AtRest, |demand| demand.idle)}
            {row(Ui::OnAverage, |demand| demand.average)}
            {row(Ui::AtPeak, |demand| demand.peak)}
            <When holds=nonzero(|demand| demand.cache)>{row(Ui::PageCache, |demand| demand.cache)}</When>
            <When holds=nonzero(|demand| demand.beside)>{row(Ui::Beside, |demand| demand.beside)}</When>
        </dl>
    }
}
