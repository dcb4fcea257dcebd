//! Tabs after the ARIA pattern: one stop for the tabulator key, arrows and Home and End
//! from tab to tab, and what a tab opens is open at once.

use headroom::text::Lang;
use headroom::text::page::Ui;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser;
use crate::desk::use_desk;
use crate::live::{live, text};

/// A row of tabs above the panel with the id `panel`. The open one has the id of the panel
/// and `-tab`, which names the panel.
#[component]
pub(super) fn Tabs<T>(
    /// What the row is called.
    label: Ui,
    /// The id of what they open.
    panel: &'static str,
    /// For the style sheet.
    class: &'static str,
    /// One for each tab.
    items: Vec<T>,
    /// The open one.
    #[prop(into)]
    chosen: Signal<T>,
    /// What a tab says.
    name: fn(T, Lang) -> &'static str,
    /// Opens one.
    choose: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let desk = use_desk();
    let row = StoredValue::new(items.clone());
    let open_tab = move || format!("{panel}-tab");
    let pressed = move |event: KeyboardEvent| {
        let to = row.with_value(|row| target(&event.key(), row, chosen.get_untracked()));
        let Some(to) = to else { return };
        event.prevent_default();
        choose.run(to);
        request_animation_frame(move || browser::focus_on(&open_tab()));
    };
    let tab = move |item: T| {
        let open = move || chosen.get() == item;
        view! {
            <button
                type="button" role="tab" id=live(move || open().then(open_tab)) aria-controls=panel
                aria-selected=live(move || open().to_string()) tabindex=live(move || if open() { "0" } else { "-1" })
                on:click=move |_| choose.run(item)
            >
                {live(move || name(item, desk.lang()))}
            </button>
        }
    };
    view! {
        <div class=class role="tablist" aria-label=text(label) on:keydown=pressed>
            {items.into_iter().map(tab).collect_view()}
        </div>
    }
}

/// Where a key leads from the open tab.
fn target<T: Copy + PartialEq>(key: &str, row: &[T], open: T) -> Option<T> {
    let at = row.iter().position(|item| *item == open)?;
    let to = match key {
        "ArrowRight" | "ArrowDown" => (at + 1) % row.len(),
        "ArrowLeft" | "ArrowUp" => (at + row.len() - 1) % row.len(),
        "Home" => 0,
        "End" => row.len() - 1,
        _ => return None,
    };
    row.get(to).copied()
}
