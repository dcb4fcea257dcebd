//! The pinned tools that build and drive the page, and the target it is built for.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{install, paths, process};

/// What the page is compiled to.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// A program from the crate registry, at one version.
#[derive(Debug)]
pub(crate) struct Tool {
    name: &'static str,
    version: &'static str,
    arguments: &'static [&'static str],
    usual_time: &'static str,
}

/// Trunk, without its server's encryption, which is a third of the time to compile it.
pub(crate) const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    arguments: &["--no-default-features"],
    usual_time: "about 3 minutes on two cores",
};

/// Must have the version of the `wasm-bindgen` crate, which Cargo.toml pins.
pub(crate) const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.129",
    arguments: &[],
    usual_time: "about 2 minutes on two cores",
};

/// What drives Firefox.
pub(crate) const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.1",
    arguments: &[],
    usual_time: "about a minute on two cores",
};

impl Tool {
    /// The folder that holds the tool's program; installs it if it is missing.
    pub(crate) fn ensure(&self) -> Result<PathBuf> {
        let folder = install::once(&format!("{}-{}", self.name, self.version), |folder| {
            println!("Installing {} {}, once: {}.", self.name, self.version, self.usual_time);
            self.compile(folder)
        })?;
        Ok(folder.join("bin"))
    }

    fn compile(&self, folder: &Path) -> Result<()> {
        let objects = folder.join("build");
        process::run(
            process::cargo()
                .args(["install", self.name, "--version", self.version, "--locked"])
                .args(self.arguments)
                .arg("--root")
                .arg(folder)
                .arg("--target-dir")
                .arg(&objects)
                // It runs for seconds a build; its own release profile takes three times as long to compile.
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env_remove("CARGO_BUILD_TARGET"),
        )
        .with_context(|| {
            format!(
                "{} {} could not be installed; it needs a network and a C compiler \
                 (on Debian: apt install build-essential)",
                self.name, self.version
            )
        })?;
        std::fs::remove_dir_all(&objects)?;
        Ok(())
    }
}

/// Adds the target for the browser to the toolchain that rust-toolchain.toml names.
pub(crate) fn ensure_wasm_target() -> Result<()> {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]).current_dir(paths::workspace());
    let libraries = process::output(&mut rustc).context("there is no working Rust compiler")?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    if paths::on_search_path(&["rustup"]).is_none() {
        bail!(
            "this Rust cannot compile for {WASM}, and there is no rustup to add it: \
             install Rust by rustup (https://rustup.rs), or your system's package for that target"
        );
    }
    println!("Adding the target {WASM} to the toolchain, once: a few seconds.");
    process::run(
        Command::new("rustup").args(["target", "add", WASM]).current_dir(paths::workspace()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tool_and_the_crate_are_one_version() {
        let pin = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(include_str!("../../Cargo.toml").contains(&pin), "Cargo.toml does not have {pin}");
    }
}
