//! Going to a place on the page: what folds it away is opened, it is scrolled to, and
//! it has the focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::after_paint;

/// Opens what hides the element, and goes there.
pub(crate) fn reveal(id: &str) {
    let Some(place) = super::element(id) else { return };
    let around = std::iter::successors(Some(Element::from(place.clone())), |element| {
        element.parent_element()
    });
    for fold in around.filter(|element| element.tag_name() == "DETAILS") {
        let _ = fold.set_attribute("open", "");
    }
    // What was folded away is made before its place is known.
    after_paint(move || arrive(&place));
}

fn arrive(place: &HtmlElement) {
    let summary = || place.query_selector(":scope > summary").ok().flatten();
    let head = summary().and_then(|summary| summary.dyn_into::<HtmlElement>().ok());
    let head = head.unwrap_or_else(|| {
        place.set_tab_index(-1);
        place.clone()
    });
    let _ = head.focus();
    place.scroll_into_view();
}

/// Presses a button as a key does, so that what it opens follows in the order of stops.
pub(crate) fn press(id: &str) {
    if let Some(button) = super::element(id) {
        let _ = button.focus();
        button.click();
    }
}
