//! Where things are: the checkout, cargo's target folder, the cache of tools.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The folder of the checkout that this task was started from.
///
/// `cargo xtask` says which; what was compiled in may name another checkout where
/// two share a target folder.
pub(crate) fn workspace() -> PathBuf {
    let here = set("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    here.parent().unwrap_or(&here).to_path_buf()
}

/// Cargo's target folder, where what the tests leave behind goes too.
pub(crate) fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(moved) => workspace().join(moved),
        None => workspace().join("target"),
    }
}

/// The folder that all checkouts share for installed tools.
///
/// `HEADROOM_CACHE` moves it; otherwise it is where the XDG convention puts caches.
pub(crate) fn tools() -> Result<PathBuf> {
    let cache = match (set("HEADROOM_CACHE"), set("XDG_CACHE_HOME")) {
        (Some(own), _) => workspace().join(own),
        (None, Some(shared)) => shared.join("headroom"),
        (None, None) => set("HOME")
            .or_else(|| set("USERPROFILE"))
            .context("no home folder: set HEADROOM_CACHE to a folder for the tools")?
            .join(".cache/headroom"),
    };
    Ok(cache.join("tools"))
}

/// The first of `names` that is an executable file on the search path.
pub(crate) fn on_search_path(names: &[&str]) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    names.iter().find_map(|name| {
        env::split_paths(&folders)
            .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    })
}

/// A variable that holds a path; an empty one counts as not set.
pub(crate) fn set(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
