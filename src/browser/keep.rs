//! Local storage. It may be blocked, full, or hold what another program wrote.

use gloo::storage::{LocalStorage, Storage};

/// What was kept under a name.
pub(crate) fn read(name: &str) -> Option<String> {
    LocalStorage::raw().get_item(&format!("headroom.{name}")).ok().flatten()
}

/// Keeps a text; false where the browser refuses.
pub(crate) fn write(name: &str, text: &str) -> bool {
    LocalStorage::raw().set_item(&format!("headroom.{name}"), text).is_ok()
}
