//! The menu of kept plans: open one, begin one, copy, delete, files.

use headroom::file;
use headroom::plan::{fresh, note};
use headroom::shelf::Shelf;
use headroom::text::page::{Ui, file_stem, plan_name};
use leptos::html;
use leptos::prelude::*;

use crate::browser::files;
use crate::desk::{Desk, use_desk};
use crate::live::{When, live, text};
use crate::message::Message;
use crate::rim::{self, Shelves};

/// It closes with each choice: what the page then says stands below it.
const PANEL: &str = "plans-panel";

/// The button and its panel.
#[component]
pub(crate) fn PlansMenu() -> impl IntoView {
    let desk = use_desk();
    let shelf = expect_context::<Shelves>();
    let picker = NodeRef::<html::Input>::new();
    let pick = move |_| {
        if let Some(input) = picker.get_untracked() {
            files::read_picked(&input, move |read| rim::open_read(desk, shelf, read));
        }
    };
    let save = move |_| {
        let (name, text) =
            desk.plan.with_untracked(|plan| (file_stem(&plan.name), file::write(plan)));
        let _ =
            files::download(&format!("{name}.json"), text.as_bytes(), "text/plain;charset=utf-8");
    };
    let command = move |id: &'static str, label: Ui, run: fn(Desk, Shelves)| {
        view! {
            <button type="button" id=id class="quiet" popovertarget=PANEL popovertargetaction="hide"
                on:click=move |_| run(desk, shelf)>
                {text(label)}
            </button>
        }
    };
    view! {
        <button type="button" id="plans" popovertarget=PANEL>{text(Ui::Plans)}</button>
        <div id=PANEL class="panel" popover="auto">
            <h2>{text(Ui::KeptPlans)}</h2>
            <List/>
            <div class="actions">
                {command("plan-new", Ui::NewPlan, |desk, shelf| rim::lay_new(desk, shelf, fresh()))}
                {command("plan-example", Ui::OpenExample, |desk, shelf| rim::lay_new(desk, shelf, note()))}
                {command("plan-duplicate", Ui::Duplicate, duplicate)}
                {command("plan-delete", Ui::Delete, delete)}
            </div>
            <hr/>
            <div class="field">
                <label for="open-file">{text(Ui::OpenFile)}</label>
                <input id="open-file" type="file" accept=".json,application/json" node_ref=picker on:change=pick/>
            </div>
            <button type="button" id="save-file" on:click=save>{text(Ui::SaveFile)}</button>
        </div>
    }
}

/// The plans that are kept.
#[component]
fn List() -> impl IntoView {
    let desk = use_desk();
    let shelf = expect_context::<Shelves>();
    let rows = Memo::new(move |_| shelf.with(Shelf::list));
    let is_open = move |id: u32| rows.with(|rows| rows.iter().any(|row| row.id == id && row.open));
    let take = move |id: u32| {
        rim::settle(desk, shelf);
        let mut taken = None;
        shelf.update(|shelf| taken = shelf.take(id).cloned());
        if let Some(plan) = taken {
            desk.lay(plan);
        }
    };
    view! {
        <When holds=live(move || rows.with(Vec::is_empty))>
            <p class="hint">{text(Ui::NoPlans)}</p>
        </When>
        <ul class="plan-list">
            // Which one is open is not in the key: the pressed row would be another before it closes the panel.
            <For each=move || rows.get() key=|row| (row.id, row.name.clone()) let:row>
                <li>
                    <button type="button" class="quiet" popovertarget=PANEL popovertargetaction="hide"
                        aria-current=live(move || is_open(row.id).then_some("true"))
                        on:click=move |_| take(row.id)>
                        {let name = row.name.clone(); move || plan_name(&name, desk.lang())}
                    </button>
                </li>
            </For>
        </ul>
    }
}

fn duplicate(desk: Desk, shelf: Shelves) {
    let mut plan = desk.plan.get_untracked();
    plan.name = headroom::text::page::copy_of(&plan.name, desk.reader.get_untracked().lang);
    rim::lay_new(desk, shelf, plan);
}

/// Deletes the open plan, and offers to bring it back.
fn delete(desk: Desk, shelf: Shelves) {
    let plan = desk.plan.get_untracked();
    let bring_back = move || rim::lay_new(desk, shelf, plan.clone());
    let mut next = None;
    shelf.update(|shelf| next = shelf.remove_open().cloned());
    desk.lay(next.unwrap_or_else(note));
    rim::keep_shelf(desk, shelf);
    desk.message.set(Some(Message::done(Ui::Deleted).with(Ui::BringBack, bring_back)));
}
