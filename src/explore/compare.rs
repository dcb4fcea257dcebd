//! Kept plans side by side: their answers, and the settings that differ.

use headroom::evaluate::{Budget, evaluate};
use headroom::explore::differences;
use headroom::plan::{Plan, SideId};
use headroom::shelf::Shelf;
use headroom::text::Reader;
use headroom::text::explore::{What, difference, what};
use headroom::text::number::{dollar_range, size_range};
use headroom::text::page::{Ui, plan_name, ui, verdict};
use leptos::prelude::*;

use crate::desk::use_desk;
use crate::live::{live, text};
use crate::rim::Shelves;
use crate::tables::{head, row};

/// A plan with the answer for its target.
type Answer = (Plan, Budget);

/// What is inside the fold.
#[component]
pub(super) fn Compare() -> impl IntoView {
    let desk = use_desk();
    let shelf = expect_context::<Shelves>();
    let rows = Memo::new(move |_| shelf.with(Shelf::list));
    // What was switched by hand; otherwise the open plan and the newest other are shown.
    let switched = RwSignal::new(Vec::<(u32, bool)>::new());
    let picked = Memo::new(move |_| rows.with(|rows| switched.with(|by_hand| pick(rows, by_hand))));
    // The others stand still while the open one is edited.
    let others = Memo::new(move |_| picked.with(|picked| closed_ones(shelf, picked)));
    let switch = move |id: u32| {
        let on = picked.with_untracked(|picked| picked.contains(&id));
        switched.update(|by_hand| {
            by_hand.retain(|(other, _)| *other != id);
            by_hand.push((id, !on));
        });
    };
    let choice = move |kept: headroom::shelf::Row| {
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=live(move || picked.with(|picked| picked.contains(&kept.id)))
                    on:change=move |_| switch(kept.id)/>
                <span>{plan_name(&kept.name, desk.lang())}</span>
            </label>
        }
        .into_any()
    };
    let content = move || {
        let open = open_id(shelf);
        let all = picked.get().into_iter().filter_map(|id| {
            if Some(id) == open {
                return Some((desk.answer.settled.get(), desk.answer.then.get()));
            }
            others
                .with(|others| others.iter().find(|(other, _)| *other == id).map(|it| it.1.clone()))
        });
        let answers: Vec<Answer> = all.collect();
        (answers.len() > 1).then(|| table(&answers, desk.reader.get()))
    };
    view! {
        <div class="card-body">
            <p class="hint">
                {live(move || what(if rows.with(|rows| rows.len() > 1) { What::CompareHint } else { What::CompareOne }, desk.lang()))}
            </p>
            <fieldset class="picks">
                <legend class="sr-only">{text(Ui::KeptPlans)}</legend>
                {live(move || rows.get().into_iter().map(choice).collect_view())}
            </fieldset>
            {live(content)}
        </div>
    }
}

fn pick(rows: &[headroom::shelf::Row], switched: &[(u32, bool)]) -> Vec<u32> {
    let open = rows.iter().filter(|row| row.open).take(1);
    let other = rows.iter().filter(|row| !row.open).take(1);
    let usual: Vec<u32> = open.chain(other).map(|row| row.id).collect();
    let by_hand = |id: u32| switched.iter().find(|(other, _)| *other == id).map(|(_, on)| *on);
    let all = rows.iter().map(|row| row.id);
    all.filter(|id| by_hand(*id).unwrap_or_else(|| usual.contains(id))).collect()
}

fn open_id(shelf: Shelves) -> Option<u32> {
    shelf.with(|shelf| shelf.list().iter().find(|row| row.open).map(|row| row.id))
}

/// Those that are not on the desk, with their numbers.
fn closed_ones(shelf: Shelves, picked: &[u32]) -> Vec<(u32, Answer)> {
    let open = open_id(shelf);
    let closed = picked.iter().copied().filter(|id| Some(*id) != open);
    let answered = closed.filter_map(|id| {
        let plan = shelf.with(|shelf| shelf.plan(id).cloned())?;
        let budget = evaluate(&plan, SideId::Target);
        Some((id, (plan, budget)))
    });
    answered.collect()
}

fn table(answers: &[Answer], reader: Reader) -> AnyView {
    let lang = reader.lang;
    let names = answers.iter().map(|(plan, _)| plan_name(&plan.name, lang));
    let heads = [String::new()].into_iter().chain(names).collect();
    let line = |name: &str, of: &dyn Fn(&Budget) -> String| {
        row(name.to_owned(), answers.iter().map(|(_, budget)| of(budget)).collect())
    };
    let plans: Vec<&Plan> = answers.iter().map(|(plan, _)| plan).collect();
    let differing = differences(&plans);
    let same = differing.is_empty().then(|| view! { <p>{what(What::SameSettings, lang)}</p> });
    let differing = differing.iter().map(|found| {
        let (name, values) = difference(found, reader);
        row(name, values)
    });
    view! {
        <div class="scroll" tabindex="0">
            <table class="plans-compared">
                {head(heads)}
                <tbody>
                    {line(what(What::Fit, lang), &|budget| verdict(budget, reader))}
                    {line(ui(Ui::AtPeak, lang), &|budget| size_range(budget.total.peak, reader))}
                    {line(ui(Ui::OnAverage, lang), &|budget| size_range(budget.billed(), reader))}
                    {line(ui(Ui::AtRest, lang), &|budget| size_range(budget.shown_at_rest(), reader))}
                    {line(ui(Ui::ToPay, lang), &|budget| dollar_range(budget.bill.total, lang))}
                </tbody>
                <tbody>{differing.collect_view()}</tbody>
            </table>
        </div>
        {same}
    }
    .into_any()
}
