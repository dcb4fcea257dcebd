//! A press that takes its own button away does not throw the reader to the top of
//! the page: the focus goes to what is left around the button.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use super::{after_paint, document};

/// Puts the focus on an element by its id. It may be in a fold that has just been opened,
/// which makes its content after the next paint.
pub(crate) fn go(id: &'static str) {
    after_paint(move || {
        after_paint(move || {
            if let Some(element) = super::element(id) {
                let _ = element.focus();
            }
        });
    });
}

/// Follows every press on the page.
pub(crate) fn watch() {
    let Some(document) = document() else { return };
    let before_anyone_else = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document, "click", before_anyone_else, |event| {
        let Some(pressed) = event.target().and_then(|target| target.dyn_into::<Element>().ok())
        else {
            return;
        };
        let around = ancestors(&pressed);
        // One paint for the controls, one for what follows from them.
        after_paint(move || {
            after_paint(move || {
                if !pressed.is_connected() && nothing_has_focus() {
                    focus_first(&around);
                }
            });
        });
    })
    .forget();
}

fn ancestors(element: &Element) -> Vec<HtmlElement> {
    std::iter::successors(element.parent_element(), |element| element.parent_element())
        .filter_map(|element| element.dyn_into().ok())
        .collect()
}

fn nothing_has_focus() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_none_or(|focused| focused.tag_name() == "BODY")
}

fn focus_first(elements: &[HtmlElement]) {
    let left = elements.iter().find(|element| Node::is_connected(element));
    if let Some(element) = left {
        element.set_tab_index(-1);
        let _ = element.focus();
    }
}
