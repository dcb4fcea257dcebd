//! The checks of `.github/workflows`: the schema of a workflow, and a linter that
//! looks for what makes one unsafe. Both are Python programs, pinned, in a folder of
//! their own in the cache of tools.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::report::Tally;
use crate::{install, paths, process};

const CHECK_JSONSCHEMA: &str = "0.39.0";
const ZIZMOR: &str = "1.32.0";

/// Each workflow against the schema that comes with the checker.
pub(crate) fn schema() -> Result<Tally> {
    let folder = paths::workspace().join(".github/workflows");
    let mut files: Vec<PathBuf> =
        fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.sort();
    process::run(
        Command::new(environment()?.join("bin/python"))
            .args(["-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"])
            .args(files)
            .current_dir(paths::workspace()),
    )?;
    Ok(Tally::ONE_CHECK)
}

/// The security linter, offline: it asks no server about the actions.
pub(crate) fn security() -> Result<Tally> {
    process::run(
        Command::new(environment()?.join("bin/zizmor"))
            .args(["--offline", "--no-progress", ".github/workflows"])
            .current_dir(paths::workspace()),
    )?;
    Ok(Tally::ONE_CHECK)
}

/// The virtual environment with both programs.
fn environment() -> Result<PathBuf> {
    let name = format!("workflow-checks-{CHECK_JSONSCHEMA}-{ZIZMOR}");
    install::once(&name, |folder| {
        println!("Installing check-jsonschema and zizmor, once: half a minute.");
        fill(folder)
    })
}

fn fill(folder: &Path) -> Result<()> {
    process::run(Command::new("python3").args(["-m", "venv"]).arg(folder)).context(
        "a Python 3 with venv is needed to check the workflows \
         (on Debian: apt install python3-venv)",
    )?;
    process::run(
        Command::new(folder.join("bin/python"))
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .arg(format!("check-jsonschema=={CHECK_JSONSCHEMA}"))
            .arg(format!("zizmor=={ZIZMOR}")),
    )
    .context("the checks of the workflows could not be installed from PyPI")
}
