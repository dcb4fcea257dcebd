//! Files: one that is picked or dropped, and one to keep.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, DragEvent, File, HtmlAnchorElement, HtmlInputElement, Url};

/// What became of a file.
pub(crate) enum Read {
    /// Its text.
    Text(String),
    /// It is no plan, by its size alone.
    TooLarge(usize),
    /// The browser could not read it.
    Failed,
}

/// Reads the file that an input holds, and empties the input for the next one.
pub(crate) fn read_picked(input: &HtmlInputElement, done: impl FnOnce(Read) + 'static) {
    let file = input.files().and_then(|files| files.get(0));
    if let Some(file) = file {
        read(&file, done);
    }
    input.set_value("");
}

/// Calls back with each file that is dropped anywhere on the page.
pub(crate) fn on_drop(done: impl Fn(Read) + Clone + 'static) {
    let Some(body) = super::document().and_then(|document| document.body()) else { return };
    let active = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&body, "dragover", active, web_sys::Event::prevent_default)
        .forget();
    EventListener::new_with_options(&body, "drop", active, move |event| {
        let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else {
            return;
        };
        if let Some(file) = data.files().and_then(|files| files.get(0)) {
            event.prevent_default();
            read(&file, done.clone());
        }
    })
    .forget();
}

fn read(file: &File, done: impl FnOnce(Read) + 'static) {
    // Nothing larger is even read: a plan has a few kilobytes.
    let found = headroom::units::integer(file.size());
    let found = usize::try_from(found).unwrap_or(usize::MAX);
    if found > headroom::file::LONGEST {
        return done(Read::TooLarge(found));
    }
    let text = file.text();
    spawn_local(async move {
        let text = JsFuture::from(text).await.ok().and_then(|text| text.as_string());
        done(text.map_or(Read::Failed, Read::Text));
    });
}

/// Offers bytes as a file.
pub(crate) fn download(name: &str, bytes: &[u8], kind: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    offer(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?)
}

/// Offers a blob as a file.
pub(super) fn offer(name: &str, blob: &Blob) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let anchor: HtmlAnchorElement = super::document()?.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    Url::revoke_object_url(&url).ok()
}

/// A drawing as the address of a picture.
pub(crate) fn as_address(drawing: &str) -> String {
    format!("data:image/svg+xml,{}", String::from(js_sys::encode_uri_component(drawing)))
}
