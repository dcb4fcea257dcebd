//! `cargo xtask lab`: what the lab needs, and then its harness (`lab/README.md`);
//! `cargo xtask fit`: from its rows to the model's coefficients.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::report::Tally;
use crate::{install, paths, postgres, process};

/// The linter of the lab's Python.
const RUFF: &str = "0.17.6";

/// What to measure.
#[derive(Debug, clap::Args)]
pub(crate) struct Wanted {
    /// A few cases in two minutes, compared with the rows that are there
    #[arg(long)]
    quick: bool,
    /// How often each measurement is repeated
    #[arg(long, default_value_t = 3)]
    repeats: u32,
    /// Only the measurements whose knobs contain this
    #[arg(long, default_value = "")]
    only: String,
    /// The cases; all of them if none is named
    cases: Vec<String>,
}

/// What every service needs.
pub(crate) const PLAIN: &str = "requirements.txt";

/// A virtual environment for each kind of service: some packages import what else
/// they find, so each holds what its services need and nothing more.
const ENVIRONMENTS: [(&str, &str); 6] = [
    ("plain", PLAIN),
    ("celery", "requirements-celery.txt"),
    ("pandas", "requirements-pandas.txt"),
    ("science", "requirements-science.txt"),
    ("business", "requirements-business.txt"),
    ("apps", "requirements-apps.txt"),
];

/// Other interpreters that the case `pythons` measures with, where they are.
const PYTHONS: [&str; 3] = ["python3.11", "python3.12", "python3.13"];

/// Runs the wanted cases, or the quick check.
pub(crate) fn run(wanted: &Wanted) -> Result<ExitCode> {
    if wanted.quick {
        let tally = quick()?;
        return Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let mut command = harness(&ENVIRONMENTS)?;
    let asked_for =
        |case: &str| wanted.cases.is_empty() || wanted.cases.iter().any(|it| it == case);
    for python in PYTHONS.iter().filter(|_| asked_for("pythons")) {
        if process::output(Command::new(python).arg("--version")).is_ok() {
            add_environment(&mut command, python, &environment(python, python, PLAIN)?);
        }
    }
    command.arg("--repeats").arg(wanted.repeats.to_string()).arg("--only").arg(&wanted.only);
    process::run(command.args(&wanted.cases))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the coefficients that the rows give.
pub(crate) fn fit() -> Result<()> {
    let mut command = process::cargo();
    process::run(command.args(["run", "--quiet", "--package", "headroom-fit"]))?;
    println!("The coefficients are in data/coefficients.toml.");
    Ok(())
}

/// The quick check: each measurement in it counts as one.
pub(crate) fn quick() -> Result<Tally> {
    if !cfg!(target_os = "linux") {
        println!("Not run: the lab measures by Linux's /proc and control groups.");
        return Ok(Tally::default());
    }
    process::count_tests(harness(&ENVIRONMENTS[..1])?.arg("--quick"))
}

/// The lab's Python: its rules (`lab/ruff.toml`), and its form.
pub(crate) fn style() -> Result<Tally> {
    let environment = install::once(&format!("ruff-{RUFF}"), |folder| {
        println!("Installing ruff {RUFF}, once: a few seconds.");
        fill(folder, "python3", &[&format!("ruff=={RUFF}")])
    })?;
    for arguments in [&["check", "--no-cache"][..], &["format", "--check", "--no-cache"]] {
        process::run(
            Command::new(environment.join("bin/ruff")).args(arguments).current_dir(home()),
        )?;
    }
    Ok(Tally::ONE_CHECK)
}

/// The harness with everything that it needs.
fn harness(environments: &[(&str, &str)]) -> Result<Command> {
    let mut command = Command::new("python3");
    command.args(["-m", "harness"]).current_dir(home());
    command.arg("--postgres").arg(postgres::ensure()?);
    for (name, requirements) in environments {
        add_environment(&mut command, name, &environment(name, "python3", requirements)?);
    }
    Ok(command)
}

fn add_environment(harness: &mut Command, name: &str, folder: &Path) {
    harness.arg("--environment").arg(format!("{name}={}", folder.display()));
}

/// The virtual environment of one kind of service, made of exactly these requirements.
pub(crate) fn environment(name: &str, python: &str, requirements: &str) -> Result<PathBuf> {
    let version = process::output(Command::new(python).arg("--version"))
        .context("a Python 3 is needed (on Debian: apt install python3)")?;
    let mut hasher = DefaultHasher::new();
    version.hash(&mut hasher);
    for file in [requirements, PLAIN] {
        fs::read_to_string(home().join(file))?.hash(&mut hasher);
    }
    install::once(&format!("lab-{name}-{:016x}", hasher.finish()), |folder| {
        println!("Installing the lab's environment `{name}`, once: up to a minute.");
        fill(folder, python, &["--requirement", requirements])
    })
}

/// Makes a virtual environment of what pip is told to install.
pub(crate) fn fill(folder: &Path, python: &str, wanted: &[&str]) -> Result<()> {
    process::run(Command::new(python).args(["-m", "venv"]).arg(folder))
        .context("a Python 3 with venv is needed (on Debian: apt install python3-venv)")?;
    process::run(
        Command::new(folder.join("bin/python"))
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .args(wanted)
            .current_dir(home()),
    )
    .context("the Python packages could not be installed from PyPI")
}

/// The lab's folder.
pub(crate) fn home() -> PathBuf {
    paths::workspace().join("lab")
}
