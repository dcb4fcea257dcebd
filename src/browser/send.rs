//! The system's share sheet, where there is one.

use js_sys::Reflect;
use web_sys::ShareData;

use super::window;

/// Whether the browser has one.
pub(crate) fn can_send() -> bool {
    let navigator = window().map(|window| window.navigator());
    let share = navigator.and_then(|it| Reflect::get(it.as_ref(), &"share".into()).ok());
    share.is_some_and(|share| share.is_function())
}

/// Opens it with a link. That somebody closes it again is no error.
pub(crate) fn send(title: &str, url: &str) {
    let Some(window) = window() else { return };
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    let sent = window.navigator().share_with_data(&data);
    wasm_bindgen_futures::spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(sent).await;
    });
}
