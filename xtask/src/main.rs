//! The project's tasks: `cargo xtask serve`, `build`, `test`, `e2e`, `shots`, `pictures`,
//! `speed`, `lighthouse`, `opening`, `artefacts`, `promise`, `lab`, `fit` and `proof`.
//!
//! They need Rust by rustup and a network the first time; everything else is
//! installed by them, pinned, into a cache folder outside the checkout.

mod artefacts;
mod browser;
mod budget;
mod compress;
mod dist;
mod engines;
mod fonts;
mod install;
mod lab;
mod lighthouse;
mod node;
mod offline;
mod packages;
mod paths;
mod postgres;
mod process;
mod report;
mod serve;
mod server;
mod shell;
mod site;
mod test;
mod tools;
mod trunk;
mod workflows;
mod worlds;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::engines::Engine;
use crate::report::Tally;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Headroom's tasks", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the page and serve it on this machine
    Serve {
        /// The port to begin with; the next free one is taken
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Build the page into dist/, ready to be published
    Build {
        /// The path it will be published under; ./ works under any
        #[arg(long, default_value = "./")]
        public_url: String,
    },
    /// Run every check and test, in a real browser too
    Test,
    /// Run the browser tests only
    E2e {
        /// The browser that they run in
        #[arg(long, value_enum, default_value_t = Engine::Chromium)]
        browser: Engine,
        /// Only the stories whose name contains this
        filter: Option<String>,
    },
    /// Run what is exported: Gunicorn, Django, PostgreSQL, the shell, Railway's SDKs
    Artefacts {
        /// Only these sections
        sections: Vec<String>,
    },
    /// Measure the lab's service before and after the exported files, beside the prediction
    Promise {
        /// How often each side is measured
        #[arg(long, default_value_t = 3)]
        repeats: u32,
    },
    /// Write what the model predicts beside what the lab measured
    Proof,
    /// Measure: the core's time for an input, and from an input to the next paint
    Speed {
        /// Only ten thousand worlds: natively, as WebAssembly, and the same with numpy
        #[arg(long)]
        worlds: bool,
    },
    /// Measure the first visit on a phone with Lighthouse, and name what it finds fault with
    Lighthouse(lighthouse::Wanted),
    /// Write the example's first screen, which the page holds before WebAssembly is there
    Opening,
    /// Keep the pictures of the page in docs/pictures as it looks now
    Pictures,
    /// Take pictures of the page: phone, narrow and desktop, light and dark, both languages
    Shots {
        /// The folder for the pictures
        directory: PathBuf,
        /// Only the pictures whose name contains this, such as phone-dark
        #[arg(long)]
        only: Option<String>,
        /// What to open, such as a link's fragment
        #[arg(long, default_value = "")]
        at: String,
    },
    /// Measure the lab's service again; the rows of the cases that run are replaced
    Lab(lab::Wanted),
    /// Draw the icons from public/favicon.svg
    Icons,
    /// Serve a built folder as it is, for the stories that take the server away
    #[command(hide = true)]
    Static {
        folder: PathBuf,
        #[arg(long)]
        mount: String,
    },
    /// Tell the service worker of a built folder what it keeps
    #[command(hide = true)]
    Seal { folder: PathBuf },
    /// Fit the coefficients to the lab's rows, and write them to data/coefficients.toml
    Fit,
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    match task {
        Task::Serve { port } => serve::serve(port)?,
        Task::Build { public_url } => {
            let folder = paths::workspace().join("dist");
            trunk::build(&folder, &public_url)?;
            offline::seal(&folder)?;
            println!("The page is in {}", folder.display());
        }
        Task::Icons => browser::icons()?,
        Task::Static { folder, mount } => serve::folder(&folder, &mount)?,
        Task::Seal { folder } => offline::seal(&folder)?,
        Task::Test => return Ok(test::test()),
        Task::E2e { browser, filter } => return browser::stories(browser, filter.as_deref()),
        Task::Artefacts { sections } => return Ok(code(artefacts::check(&sections)?)),
        Task::Promise { repeats } => artefacts::promise(repeats)?,
        Task::Proof => process::run(process::cargo().args([
            "run",
            "--quiet",
            "--package",
            "headroom-tests",
            "--bin",
            "proof",
        ]))?,
        Task::Speed { worlds: true } => worlds::compare()?,
        Task::Speed { worlds: false } => browser::speed()?,
        Task::Lighthouse(wanted) => lighthouse::measure(&wanted)?,
        Task::Opening => browser::opening()?,
        Task::Pictures => browser::pictures()?,
        Task::Lab(wanted) => return lab::run(&wanted),
        Task::Fit => lab::fit()?,
        Task::Shots { directory, only, at } => browser::shots(&directory, only.as_deref(), &at)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn code(tally: Tally) -> ExitCode {
    if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
