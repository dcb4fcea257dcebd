//! Light, dark, or as the system has it: an attribute on the root element.

use std::cell::RefCell;

use gloo::events::EventListener;

use super::{document, keep, window};

/// The choices, as they are kept and as the style sheet knows them.
pub(crate) const THEMES: [&str; 3] = ["auto", "light", "dark"];

thread_local! {
    static LISTENERS: RefCell<Vec<Box<dyn Fn()>>> = RefCell::default();
}

/// The one that was chosen.
pub(crate) fn chosen() -> usize {
    let kept = keep::read("theme").unwrap_or_default();
    THEMES.iter().position(|theme| *theme == kept).unwrap_or(0)
}

/// Chooses one.
pub(crate) fn choose(at: usize) {
    let theme = THEMES.get(at).copied().unwrap_or("auto");
    keep::write("theme", theme);
    apply(theme);
    tell();
}

/// Shows the one that was chosen before.
pub(crate) fn apply_chosen() {
    apply(THEMES[chosen()]);
    let dark = window()
        .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
    if let Some(list) = dark {
        EventListener::new(&list, "change", |_| tell()).forget();
    }
    // Paper is light, and what is drawn for a dark screen would not be seen on it.
    on_window("beforeprint", || apply("light"));
    on_window("afterprint", || apply(THEMES[chosen()]));
}

fn on_window(event: &'static str, act: fn()) {
    if let Some(window) = window() {
        let told = move |_: &_| {
            act();
            tell();
        };
        EventListener::new(&window, event, told).forget();
    }
}

/// Calls back after each change.
pub(crate) fn on_change(listener: impl Fn() + 'static) {
    LISTENERS.with_borrow_mut(|listeners| listeners.push(Box::new(listener)));
}

fn apply(theme: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-theme", theme);
    }
}

fn tell() {
    LISTENERS.with_borrow(|listeners| {
        for listener in listeners {
            listener();
        }
    });
}
