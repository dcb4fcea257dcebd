//! The numbers of the charts as tables, the bill line by line, and which tier fits.

use headroom::advise::tiers::tiers;
use headroom::chart::costs;
use headroom::part::PartId;
use headroom::plan::SideId;
use headroom::railway::Resource;
use headroom::text::fields::part as part_name;
use headroom::text::number::{dollar_range, dollars, size_range};
use headroom::text::page::{Ui, resource_name, side_name, sources, tier_name, ui};
use headroom::text::{Reader, findings};
use leptos::prelude::*;

use crate::accuracy::Accuracy;
use crate::desk::{Desk, use_desk};
use crate::fold::Fold;
use crate::live::{live, text};

/// All of them, folded away.
#[component]
pub(crate) fn Tables() -> impl IntoView {
    let desk = use_desk();
    let title = move |words: Ui| text(words).into_any();
    view! {
        <section class="tables" id="tables" aria-labelledby="tables-title">
            <h2 id="tables-title">{title(Ui::Tables)}</h2>
            <Fold id="table-parts" summary=title(Ui::TableParts)>{live(move || parts(desk))}</Fold>
            <Fold id="table-bill" summary=title(Ui::TableBill)>{live(move || bill(desk))}</Fold>
            <Fold id="table-costs" summary=title(Ui::TableCosts)>{live(move || tier_rows(desk))}</Fold>
            <Accuracy/>
            <p class="origin">{live(move || sources(desk.plan.with(|plan| plan.railway.terms()), desk.lang()))}</p>
        </section>
    }
}

pub(crate) fn head(cells: Vec<String>) -> impl IntoView {
    // Above the names of the rows stands nothing, which is no heading.
    let cell = |text: String| match text.as_str() {
        "" => view! { <td></td> }.into_any(),
        _ => view! { <th scope="col">{text}</th> }.into_any(),
    };
    view! { <thead><tr>{cells.into_iter().map(cell).collect_view()}</tr></thead> }
}

pub(crate) fn row(name: String, cells: Vec<String>) -> impl IntoView {
    let cell = |text: String| view! { <td>{text}</td> };
    view! { <tr><th scope="row">{name}</th>{cells.into_iter().map(cell).collect_view()}</tr> }
}

/// Both sides, one column for each figure.
fn side_heads(desk: Desk, figures: &[Ui]) -> Vec<String> {
    let lang = desk.lang();
    let heads = [SideId::Current, SideId::Target].into_iter().flat_map(|side| {
        figures
            .iter()
            .map(move |figure| format!("{}: {}", side_name(side, lang), ui(*figure, lang)))
    });
    [String::new()].into_iter().chain(heads).collect()
}

fn parts(desk: Desk) -> AnyView {
    let reader = desk.reader.get();
    let cells = move |of: &dyn Fn(&headroom::evaluate::Budget) -> headroom::part::Demand| {
        let side = |budget: &headroom::evaluate::Budget| {
            let demand = of(budget);
            [demand.idle, demand.average, demand.peak, demand.cache]
                .map(|figure| size_range(figure, reader))
        };
        let (now, then) = (desk.answer.now.with(side), desk.answer.then.with(side));
        now.into_iter().chain(then).collect::<Vec<_>>()
    };
    let one = |part: &PartId| {
        row(part_name(*part, reader.lang).to_owned(), cells(&|budget| budget.part(*part).demand))
    };
    view! {
        <div class="scroll" tabindex="0">
            <table>
                {head(side_heads(desk, &[Ui::AtRest, Ui::OnAverage, Ui::AtPeak, Ui::PageCache]))}
                <tbody>
                    {PartId::ALL.iter().map(one).collect_view()}
                    {row(ui(Ui::Total, reader.lang).to_owned(), cells(&|budget| budget.total))}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

fn bill(desk: Desk) -> AnyView {
    let Reader { lang, .. } = desk.reader.get();
    let both = |of: &dyn Fn(&headroom::evaluate::Budget) -> String| {
        vec![desk.answer.now.with(of), desk.answer.then.with(of)]
    };
    let line = |at: usize, resource: Resource| {
        row(
            resource_name(resource, lang).to_owned(),
            both(&|budget| dollar_range(budget.bill.lines[at].dollars, lang)),
        )
    };
    let resources = [Resource::Memory, Resource::Vcpu, Resource::Egress, Resource::Volume];
    let lines =
        resources.into_iter().enumerate().map(|(at, resource)| line(at, resource)).collect_view();
    let name = |words| ui(words, lang).to_owned();
    view! {
        <div class="scroll" tabindex="0">
            <table>
                {head(side_heads(desk, &[Ui::AMonth]))}
                <tbody>
                    {lines}
                    {row(name(Ui::Usage), both(&|budget| dollar_range(budget.bill.usage, lang)))}
                    {row(name(Ui::Included), both(&|budget| dollars(budget.bill.included, lang)))}
                    {row(name(Ui::Overage), both(&|budget| dollar_range(budget.bill.overage, lang)))}
                    {row(name(Ui::ToPay), both(&|budget| dollar_range(budget.bill.total, lang)))}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

fn tier_rows(desk: Desk) -> AnyView {
    let Reader { lang, .. } = desk.reader.get();
    let (costs, choices) = desk.answer.settled.with(|plan| {
        desk.answer.now.with(|now| {
            desk.answer
                .then
                .with(|then| (costs(plan, [now, then]), tiers(plan, SideId::Target, then)))
        })
    });
    let one = |choice: &headroom::advise::tiers::TierChoice| {
        let now = costs
            .tiers
            .iter()
            .find(|cost| cost.tier == choice.tier)
            .map(|cost| dollar_range(cost.dollars[0], lang));
        let cells = vec![
            now.unwrap_or_else(|| "–".to_owned()),
            dollar_range(choice.bill.total, lang),
            findings::tier_choice(choice, desk.reader.get()),
        ];
        row(tier_name(choice.tier, lang).to_owned(), cells)
    };
    let heads =
        [Ui::Tier, Ui::CostNow, Ui::CostThen, Ui::FitsThen].map(|words| ui(words, lang).to_owned());
    view! {
        <div class="scroll" tabindex="0">
            <table>
                {head(heads.to_vec())}
                <tbody>{choices.iter().map(one).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
