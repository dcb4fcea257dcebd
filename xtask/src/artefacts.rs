//! `cargo xtask artefacts`: what is exported, run (`lab/artefacts`);
//! `cargo xtask promise`: the lab's service before and after, beside what was predicted.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::report::Tally;
use crate::{lab, node, paths, postgres, process};

/// What the promised service is given, of all that is exported.
const PROMISED: [&str; 6] = [
    "variables.env",
    "gunicorn.conf.py",
    "settings_memory.py",
    "export_view.py",
    "upload_hash.py",
    "memory_monitor.py",
];

/// Exports the plans of the matrix by the command, and runs all of it.
pub(crate) fn check(sections: &[String]) -> Result<Tally> {
    if !cfg!(target_os = "linux") {
        println!("Could not run: the harness counts processes by Linux's /proc.");
        return Ok(Tally { passed: 0, failed: 1 });
    }
    let plans = fresh("artefacts")?;
    built("headroom-tests", "matrix", &[plans.as_os_str()])?;
    let environment = lab::environment("artefacts", "python3", "requirements-artefacts.txt")?;
    let mut harness = Command::new(environment.join("bin/python"));
    harness.args(["-m", "artefacts"]).current_dir(lab::home()).env("PYTHONDONTWRITEBYTECODE", "1");
    harness.arg("--headroom").arg(headroom()?).arg("--plans").arg(plans);
    harness.arg("--postgres").arg(postgres::ensure()?);
    harness.arg("--node").arg(node::program()?);
    harness.arg("--node-modules").arg(node_modules()?);
    harness.arg("--environment").arg(environment);
    process::count_tests(harness.args(sections))
}

/// Measures both sides of the promise, and writes the table.
pub(crate) fn promise(repeats: u32) -> Result<()> {
    let folder = fresh("promise")?;
    built("headroom-tests", "promise", &[folder.as_os_str()])?;
    let headroom = headroom()?;
    for file in PROMISED {
        let mut export = Command::new(&headroom);
        let text = process::output(export.arg("export").arg(folder.join("plan.json")).arg(file))?;
        fs::write(folder.join(file), text)?;
    }
    let mut harness = Command::new("python3");
    harness.args(["-m", "harness.promise"]).current_dir(lab::home());
    harness.arg("--postgres").arg(postgres::ensure()?);
    let plain = lab::environment("plain", "python3", lab::PLAIN)?;
    harness.arg("--environment").arg(format!("plain={}", plain.display()));
    harness.arg("--exports").arg(folder).arg("--repeats").arg(repeats.to_string());
    process::run(&mut harness)?;
    built("headroom-tests", "promise", &[])
}

/// An empty folder for one task.
fn fresh(name: &str) -> Result<PathBuf> {
    let folder = paths::target().join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("{} could not be emptied", folder.display()))?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Builds and runs one of the workspace's programs.
fn built(package: &str, program: &str, arguments: &[&std::ffi::OsStr]) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--package", package, "--bin", program, "--"]);
    process::run(cargo.args(arguments))
}

/// The command, built as the native tests build it.
fn headroom() -> Result<PathBuf> {
    process::run(process::cargo().args(["build", "--quiet", "--package", "headroom-cli"]))?;
    let program = format!("debug/headroom{}", std::env::consts::EXE_SUFFIX);
    Ok(paths::target().join(program))
}

/// Railway's SDK and the TypeScript compiler.
fn node_modules() -> Result<PathBuf> {
    node::locked(&lab::home().join("artefacts"), "artefacts", "Railway's SDK and TypeScript")
}
