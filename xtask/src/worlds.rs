//! `cargo xtask speed --worlds`: ten thousand worlds of one plan, natively, as WebAssembly
//! and with numpy, one after the other. The last column of the table says that all three
//! computed the same.

use std::process::Command;

use anyhow::Result;

use crate::{install, lab, node, paths, process, tools};

/// What the model is written in for comparison.
const NUMPY: &str = "2.4.6";
const PACKAGE: &str = "headroom-worlds";

/// Builds all three, and prints what each takes.
pub(crate) fn compare() -> Result<()> {
    let folder = paths::workspace().join("tests/worlds");
    let module = module()?;
    let python = install::once(&format!("numpy-{NUMPY}"), |environment| {
        println!("Installing numpy {NUMPY}, once: a few seconds.");
        lab::fill(environment, "python3", &[&format!("numpy=={NUMPY}")])
    })?;
    let native = ["run", "--quiet", "--release", "--package", PACKAGE];
    println!(
        "| 10,007 worlds | median of 51 | fastest | idle and peak: low, likely, high in MiB |"
    );
    println!("|---|---|---|---|");
    process::run(process::cargo().args(native))?;
    process::run(Command::new(node::program()?).arg(folder.join("worlds.mjs")).arg(module))?;
    process::run(Command::new(python.join("bin/python")).arg(folder.join("worlds.py")))
}

/// The library as a module of Node's, with the page's optimisation.
fn module() -> Result<std::path::PathBuf> {
    tools::ensure_wasm_target()?;
    let bindgen = tools::WASM_BINDGEN.ensure()?;
    let build = ["build", "--quiet", "--release", "--lib", "--package", PACKAGE, "--target"];
    process::run(process::cargo().args(build).arg(tools::WASM))?;
    let wasm = paths::target().join(tools::WASM).join("release/headroom_worlds.wasm");
    let folder = paths::target().join("worlds");
    process::run(
        Command::new(bindgen.join("wasm-bindgen"))
            .args(["--target", "nodejs", "--out-dir"])
            .arg(&folder)
            .arg(wasm),
    )?;
    Ok(folder.join("headroom_worlds.js"))
}
