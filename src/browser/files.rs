//! Files: those that are picked or dropped, and one to keep.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, File, FileList, HtmlAnchorElement, HtmlInputElement, Node,
    Url,
};

/// What became of a file.
pub(crate) enum Read {
    /// Its name and its text.
    Text { name: String, text: String },
    /// It is neither a plan nor a measurement, by its size alone.
    TooLarge(usize),
    /// The browser could not read it.
    Failed,
}

/// Reads the files that an input holds, and empties the input for the next ones.
pub(crate) fn read_picked(input: &HtmlInputElement, done: impl Fn(Read) + Clone + 'static) {
    if let Some(files) = input.files() {
        read_all(&files, Box::new(done));
    }
    input.set_value("");
}

/// Calls back with each file that is dropped anywhere on the page, and whether that was
/// inside the element with this id.
pub(crate) fn on_drop(place: &'static str, done: impl Fn(Read, bool) + Clone + 'static) {
    let Some(body) = super::document().and_then(|document| document.body()) else { return };
    let active = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&body, "dragover", active, web_sys::Event::prevent_default)
        .forget();
    EventListener::new_with_options(&body, "drop", active, move |event| {
        let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else {
            return;
        };
        if let Some(files) = data.files().filter(|files| files.length() > 0) {
            event.prevent_default();
            let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
            let place = super::element(place);
            let inside = place.is_some_and(|place| place.contains(target.as_ref()));
            let done = done.clone();
            read_all(&files, Box::new(move |read| done(read, inside)));
        }
    })
    .forget();
}

/// One after the other, so that they keep their order.
fn read_all(files: &FileList, done: Box<dyn Fn(Read)>) {
    let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    spawn_local(async move {
        for file in files {
            done(read(&file).await);
        }
    });
}

async fn read(file: &File) -> Read {
    // Nothing larger is even read: a plan has a few kilobytes.
    let found = headroom::units::integer(file.size());
    let found = usize::try_from(found).unwrap_or(usize::MAX);
    if found > headroom::file::LONGEST {
        return Read::TooLarge(found);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.map_or(Read::Failed, |text| Read::Text { name: file.name(), text })
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
