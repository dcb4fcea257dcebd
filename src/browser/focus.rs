//! A press that takes its own button away does not throw the reader to the top of
//! the page: the focus goes to what is left around the button.

use std::cell::RefCell;

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

/// What was pressed last, and what stands around it.
struct Pressed {
    element: Element,
    around: Vec<HtmlElement>,
}

thread_local! {
    static PRESSED: RefCell<Option<Pressed>> = const { RefCell::new(None) };
}

/// Follows every press on the page.
pub(crate) fn watch() {
    let Some(document) = document() else { return };
    let before_anyone_else = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document, "click", before_anyone_else, |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        PRESSED.set(pressed.map(|element| Pressed { around: ancestors(&element), element }));
        after_paint(keep);
    })
    .forget();
}

/// Keeps the focus where it was if what was pressed is gone by now.
pub(crate) fn keep() {
    let gone = PRESSED
        .with_borrow_mut(|pressed| pressed.take_if(|pressed| !pressed.element.is_connected()));
    if let Some(gone) = gone.filter(|_| nothing_has_focus()) {
        focus_first(&gone.around);
    }
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
