//! The only rooms that touch the browser beyond what Leptos draws.
//!
//! Each call that can fail answers with an `Option` or a `Result`: a page
//! without storage, clipboard or history still works.

pub(crate) mod address;
pub(crate) mod files;
pub(crate) mod focus;
pub(crate) mod keep;
pub(crate) mod picture;
pub(crate) mod places;
pub(crate) mod send;
pub(crate) mod theme;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::{ReadSignal, Update, signal};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Clipboard, CssStyleDeclaration, Document, Element, HtmlElement, MessageChannel, Window,
};

/// The window; there always is one where this module runs.
#[expect(clippy::disallowed_methods, reason = "this is the browser module")]
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// The clipboard; there is none on a page that did not come over a safe connection.
fn clipboard() -> Option<Clipboard> {
    window().filter(Window::is_secure_context).map(|window| window.navigator().clipboard())
}

/// An element of the document by its id.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Opens a fold and brings it into view.
pub(crate) fn open_fold(id: &str) {
    if let Some(fold) = element(id) {
        let _ = fold.set_attribute("open", "");
        fold.scroll_into_view();
    }
}

/// Whether the focus is on what matches, or inside it.
pub(crate) fn has_focus(css: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| focused.closest(css).ok().flatten().is_some())
}

/// The element with its attributes and nothing in it, not yet in the document.
pub(crate) fn empty_copy(element: &HtmlElement) -> Option<HtmlElement> {
    let copy: HtmlElement = element.clone_node().ok()?.dyn_into().ok()?;
    copy.set_inert(false);
    Some(copy)
}

/// Gives an element the focus.
pub(crate) fn focus_on(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Takes an element out of the document.
pub(crate) fn remove(id: &str) {
    if let Some(element) = element(id) {
        element.remove();
    }
}

/// How an element is styled.
pub(crate) fn style_of(element: &Element) -> Option<CssStyleDeclaration> {
    window()?.get_computed_style(element).ok().flatten()
}

/// Device pixels for each pixel of the style sheet.
pub(crate) fn pixel_ratio() -> f64 {
    window().map_or(1.0, |window| window.device_pixel_ratio()).max(0.5)
}

/// Whether there is room for two columns.
pub(crate) fn is_wide() -> bool {
    matches("(min-width: 1100px)")
}

/// Whether a media query holds.
pub(crate) fn matches(query: &str) -> bool {
    let list = window().and_then(|window| window.match_media(query).ok().flatten());
    list.is_some_and(|list| list.matches())
}

/// The languages that the reader prefers, best first.
pub(crate) fn languages() -> Vec<String> {
    let navigator = window().map(|window| window.navigator());
    navigator
        .map(|navigator| navigator.languages().iter().filter_map(|tag| tag.as_string()).collect())
        .unwrap_or_default()
}

/// Sets the language of the document. Setting the one that it has would style it all again.
pub(crate) fn set_language(lang: &str) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.filter(|root| root.get_attribute("lang").as_deref() != Some(lang)) {
        let _ = root.set_attribute("lang", lang);
    }
}

/// Sets the title of the document.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Calls back when the page is about to be left; it may never come back.
pub(crate) fn on_leave(leave: impl Fn() + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, "pagehide", move |_| leave()).forget();
    }
}

/// Calls back before and after the page is printed.
pub(crate) fn on_print(told: impl Fn(bool) + Copy + 'static) {
    let Some(window) = window() else { return };
    EventListener::new(&window, "beforeprint", move |_| told(true)).forget();
    EventListener::new(&window, "afterprint", move |_| told(false)).forget();
}

/// Calls back when a newer build of the page is kept and waits; boot.js tells.
pub(crate) fn on_newer_build(ready: impl Fn() + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, "headroom:newer", move |_| ready()).forget();
    }
}

/// Loads the newer build.
pub(crate) fn take_newer_build() {
    let event = web_sys::Event::new("headroom:take").ok();
    if let Some((window, event)) = window().zip(event) {
        let _ = window.dispatch_event(&event);
    }
}

/// Calls back once, when what has changed so far has been painted.
pub(crate) fn after_paint(then: impl FnOnce() + 'static) {
    let painting = Closure::once_into_js(move || Timeout::new(0, then).forget());
    if let Some(window) = window() {
        let _ = window.request_animation_frame(painting.unchecked_ref());
    }
}

/// Calls back in a task of its own, as soon as the browser has done what is more urgent.
/// A timer would wait, the longer the more there were, and for a second in a tab behind.
pub(crate) fn later(then: impl FnOnce() + 'static) {
    let Ok(channel) = MessageChannel::new() else { return then() };
    let then = Closure::once_into_js(then);
    channel.port1().set_onmessage(Some(then.unchecked_ref()));
    let _ = channel.port2().post_message(&JsValue::NULL);
}

/// Copies a text; tells afterwards whether it worked.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    write_text(text, Box::new(done));
}

fn write_text(text: &str, done: Box<dyn FnOnce(bool)>) {
    let Some(clipboard) = clipboard() else { return done(false) };
    let promise = clipboard.write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        done(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
    });
}

/// Counts up whenever the theme changes, by the switch or by the system.
pub(crate) fn theme_changes() -> ReadSignal<u32> {
    let (changes, set) = signal(0_u32);
    theme::on_change(move || set.update(|times| *times = times.wrapping_add(1)));
    changes
}
