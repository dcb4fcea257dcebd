//! Building the page with the pinned Trunk.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{paths, process, shell, tools};

/// Builds the page into `folder`, to be published under `public_url`.
pub(crate) fn build(folder: &Path, public_url: &str) -> Result<()> {
    tools::ensure_wasm_target()?;
    let wasm_bindgen = tools::WASM_BINDGEN.ensure()?;
    let trunk = tools::TRUNK.ensure()?;
    println!("Building the page: about 3 minutes the first time, seconds after a change.");
    process::run(
        Command::new(trunk.join("trunk"))
            .args(["build", "--release", "--locked", "--skip-version-check", "--public-url"])
            .arg(public_url)
            .arg("--dist")
            .arg(folder)
            .current_dir(paths::workspace())
            // Trunk takes a tool that it finds, if the version is right, and downloads no other.
            .env("PATH", search_path(&[wasm_bindgen])?)
            // Its errors are about files; where in Trunk they arose helps nobody here.
            .env("RUST_LIB_BACKTRACE", "0")
            // Trunk wants `true` or `false` in it and stops at the usual `1`.
            .env_remove("NO_COLOR"),
    )
    .context("the page could not be built")?;
    shell::complete(folder)
}

/// The search path with `first` before it, and cargo's own folder after that.
fn search_path(first: &[PathBuf]) -> Result<std::ffi::OsString> {
    let cargo = env::var_os("CARGO").map(PathBuf::from);
    let cargo = cargo.as_deref().and_then(Path::parent).map(Path::to_path_buf);
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = first.iter().cloned().chain(env::split_paths(&inherited)).chain(cargo);
    env::join_paths(folders).context("a folder of the search path holds a separator")
}
