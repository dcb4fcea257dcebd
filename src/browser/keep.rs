//! Local storage. It may be blocked, full, or hold what another program wrote.

use web_sys::Storage;

use super::window;

/// What was kept under a name.
pub(crate) fn read(name: &str) -> Option<String> {
    storage()?.get_item(&key(name)).ok().flatten()
}

/// Keeps a text; false where the browser refuses.
pub(crate) fn write(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&key(name), text).is_ok())
}

/// Where it is blocked, merely asking for it is an error (and a panic in gloo-storage).
fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

fn key(name: &str) -> String {
    format!("headroom.{name}")
}
