//! `cargo xtask test`: everything that must hold, in the order of how soon it fails.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::engines::Engine;
use crate::report::{Report, Tally};
use crate::{artefacts, browser, budget, dist, lab, lighthouse, process, tools, workflows};

/// Runs every step, also after one that failed, and ends with the totals.
pub(crate) fn test() -> ExitCode {
    let mut report = Report::default();
    report.step("formatting", || check(cargo("fmt --all --check")));
    report.step("the workflows' schema", workflows::schema);
    report.step("the workflows' security", workflows::security);
    report.step("the lab's Python", lab::style);
    report.step("clippy, on this machine", || {
        check(cargo("clippy --workspace --all-targets --all-features -- -D warnings"))
    });
    report.step("clippy, for the browser", || {
        tools::ensure_wasm_target()?;
        let target = format!("--target {}", tools::WASM);
        check(cargo(&format!("clippy --package headroom-page {target} -- -D warnings")))
    });
    report.step("the core's documentation", || {
        check(cargo("doc --package headroom --no-deps").env("RUSTDOCFLAGS", "-Dwarnings"))
    });
    report.step("native tests", || {
        process::count_tests(&mut cargo("test --workspace --no-fail-fast"))
    });
    let mut page = None;
    report.step("the page's release build", || {
        let folder = browser::build()?;
        page = Some(folder);
        Ok(Tally::ONE_CHECK)
    });
    report.step("the built files", || dist::check(page.as_deref().context(NOT_BUILT)?));
    report.step("what a first visit costs", || budget::check(page.as_deref().context(NOT_BUILT)?));
    report.step("what Lighthouse finds", || lighthouse::check(page.as_deref().context(NOT_BUILT)?));
    for engine in Engine::ALL {
        report.step(&format!("the page in {engine:?}"), || match engine.missing_here() {
            Some(reason) => {
                println!("Not run: {reason}");
                Ok(Tally::default())
            }
            None => browser::run_stories(engine, page.as_deref().context(NOT_BUILT)?, None),
        });
    }
    report.step("what is exported, run", || artefacts::check(&[]));
    report.step("the lab, a small part of it", lab::quick);
    report.finish()
}

const NOT_BUILT: &str = "there is no page to look at, because it did not build";

fn cargo(arguments: &str) -> Command {
    let mut command = process::cargo();
    command.args(arguments.split(' '));
    command
}

fn check(mut command: impl std::borrow::BorrowMut<Command>) -> Result<Tally> {
    process::run(command.borrow_mut())?;
    Ok(Tally::ONE_CHECK)
}
