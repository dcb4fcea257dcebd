//! What drives a real browser over the built page: the end-to-end stories and the
//! pictures. The page is built as it is published and served below a sub-path.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::engines::Engine;
use crate::report::Tally;
use crate::server::StaticServer;
use crate::{node, offline, paths, process, shell, trunk};

/// GitHub Pages serves a project below its name, and so do the tests.
pub(crate) const SUB_PATH: &str = "/headroom/";

/// `cargo xtask e2e`: builds the page and runs the stories whose name contains `filter`.
pub(crate) fn stories(engine: Engine, filter: Option<&str>) -> Result<ExitCode> {
    let page = build()?;
    let tally = run_stories(engine, &page, filter)?;
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `cargo xtask pictures`: keeps the page as it looks now, in docs/pictures.
pub(crate) fn pictures() -> Result<()> {
    let page = build()?;
    let driven = Engine::Chromium.ensure()?;
    let server = StaticServer::start(&page, SUB_PATH, 0)?;
    let mut command = e2e(Some("pictures::"));
    process::run(over(&mut command, &server, driven).env("HEADROOM_PICTURES", "keep"))
}

/// Builds the page as it is published, and returns its folder.
pub(crate) fn build() -> Result<PathBuf> {
    let folder = paths::target().join("page-under-test");
    trunk::build(&folder, SUB_PATH)?;
    offline::seal(&folder)?;
    Ok(folder)
}

/// Runs the stories against the built page in `folder`.
pub(crate) fn run_stories(engine: Engine, folder: &Path, filter: Option<&str>) -> Result<Tally> {
    let mut driven = engine.ensure()?;
    driven.extend([
        ("HEADROOM_AXE", node::axe()?),
        // For the stories that take the server away, or put another build on it.
        ("HEADROOM_TASKS", env::current_exe()?),
        ("HEADROOM_FOLDER", folder.to_path_buf()),
    ]);
    let server = StaticServer::start(folder, SUB_PATH, 0)?;
    let mut command = e2e(filter);
    process::count_tests(over(&mut command, &server, driven))
}

/// `cargo xtask shots`: pictures of the whole page in every size, scheme and language.
pub(crate) fn shots(directory: &Path, only: Option<&str>, at: &str) -> Result<()> {
    // Relative to where the user is, not to the checkout that cargo runs in.
    let directory = std::path::absolute(directory)
        .with_context(|| format!("{} is not a path", directory.display()))?;
    let page = build()?;
    let driven = Engine::Chromium.ensure()?;
    let server = StaticServer::start(&page, SUB_PATH, 0)?;
    let mut command = program("shots");
    command.arg("--").arg(directory).arg(at).args(only);
    process::run(over(&mut command, &server, driven))
}

/// `cargo xtask icons`: the icons of an installed page, drawn from the tab's.
pub(crate) fn icons() -> Result<()> {
    let page = build()?;
    let driven = Engine::Chromium.ensure()?;
    let server = StaticServer::start(&page, SUB_PATH, 0)?;
    process::run(over(&mut program("icons"), &server, driven))
}

/// `cargo xtask speed`: how long the core computes, and how long an input takes to its paint.
pub(crate) fn speed() -> Result<()> {
    process::run(process::cargo().args([
        "bench",
        "--quiet",
        "--package",
        "headroom",
        "--bench",
        "evaluate",
    ]))?;
    let page = build()?;
    let driven = Engine::Chromium.ensure()?;
    let server = StaticServer::start(&page, SUB_PATH, 0)?;
    process::run(over(&mut program("speed"), &server, driven))
}

/// `cargo xtask opening`: writes the first screen that the page is built with, as the
/// page itself shows it.
pub(crate) fn opening() -> Result<()> {
    let page = build()?;
    let driven = Engine::Chromium.ensure()?;
    let server = StaticServer::start(&page, SUB_PATH, 0)?;
    for language in shell::LANGUAGES {
        let mut command = program("opening");
        command.arg("--").arg(language).arg(shell::first_screen(language));
        process::run(over(&mut command, &server, driven.clone()))?;
    }
    Ok(())
}

/// The stories whose name contains `filter`.
fn e2e(filter: Option<&str>) -> Command {
    let mut command = process::cargo();
    command.args(["test", "--package", "headroom-tests", "--features", "e2e"]);
    command.args(["--test", "e2e", "--"]).args(filter);
    command
}

/// One of the programs that drive the browser and are no tests.
fn program(name: &str) -> Command {
    let mut command = process::cargo();
    command.args(["run", "--quiet", "--package", "headroom-tests", "--features", "e2e"]);
    command.args(["--bin", name]);
    command
}

/// Tells a browser program where the page and the driver are.
fn over<'a>(
    command: &'a mut Command,
    server: &StaticServer,
    driven: Vec<(&'static str, PathBuf)>,
) -> &'a mut Command {
    command
        .env("HEADROOM_PAGE", &server.address)
        .envs(driven)
        .env("HEADROOM_E2E_OUTPUT", paths::target().join("e2e"))
        // Both servers are on this machine; a proxy of the environment would not reach them.
        .env("NO_PROXY", "127.0.0.1")
        .env("no_proxy", "127.0.0.1")
}
