//! The address bar: a plan in the fragment, a readable prefill in the query.

use gloo::events::EventListener;
use headroom::place::Asked;
use wasm_bindgen::JsValue;

/// The fragment without `#`; empty if there is none.
pub(crate) fn fragment() -> String {
    let hash = super::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The query without `?`; empty if there is none.
pub(crate) fn query() -> String {
    let search =
        super::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}

/// The address of the page with this fragment and without a query.
pub(crate) fn link(payload: &str) -> String {
    link_to(Asked::default(), payload)
}

/// The same, with where to begin.
pub(crate) fn link_to(asked: Asked, payload: &str) -> String {
    let location = super::window().map(|window| window.location());
    let part = |of: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|place| of(place).ok())
    };
    let origin = part(web_sys::Location::origin).unwrap_or_default();
    let path = part(web_sys::Location::pathname).unwrap_or_default();
    format!("{origin}{path}{}#{payload}", headroom::place::query(asked))
}

/// Puts a plan into the address without a step in the history. Browsers refuse
/// this when it comes too often; the next change tries again.
pub(crate) fn write(payload: &str) {
    if fragment() == payload {
        return;
    }
    let history = super::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&link(payload)));
    }
}

/// Calls back when somebody pastes another link into the same tab.
pub(crate) fn on_change(changed: impl Fn() + 'static) {
    if let Some(window) = super::window() {
        EventListener::new(&window, "hashchange", move |_| changed()).forget();
    }
}
