//! `cargo xtask lighthouse`: what Lighthouse says of the page as it is published, on a phone
//! (its own preset), over several runs; and what of that every test run checks.

mod report;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::compress::Encoding;
use crate::engines;
use crate::report::Tally;
use crate::server::StaticServer;
use crate::site::Site;
use crate::{browser, node, paths, process};
use report::Report;

/// As the tests start Chromium; Lighthouse adds what keeps it calm.
const CHROMIUM: &str = "--headless=new --no-sandbox --disable-dev-shm-usage --no-proxy-server";

/// What is asked of the task.
#[derive(Args)]
pub(crate) struct Wanted {
    /// How often the page is visited; the figures are medians
    #[arg(long, default_value_t = 5)]
    runs: u32,
    /// How the page is compressed on its way
    #[arg(long, value_enum, default_value_t = Encoding::Brotli)]
    encoding: Encoding,
    /// Only what every test run checks, in one visit
    #[arg(long, conflicts_with_all = ["runs", "encoding"])]
    check: bool,
}

/// Builds the page, visits it, and prints the figures and what is at fault.
pub(crate) fn measure(wanted: &Wanted) -> Result<()> {
    ensure!(wanted.runs > 0, "--runs takes 1 or more");
    let page = browser::build()?;
    if wanted.check {
        check(&page)?;
        println!("Accessibility, best practices and SEO are at 100, and nothing moves.");
        return Ok(());
    }
    let visits = Visits::prepare(&page, wanted.encoding)?;
    let reports: Vec<_> =
        (1..=wanted.runs).map(|run| visits.one(run, &[])).collect::<Result<_>>()?;
    report::print(&reports);
    println!("\nThe reports are in {}", visits.folder.display());
    Ok(())
}

/// What does not depend on the machine's speed: three categories are at 100, nothing
/// shifts, and few requests are made.
pub(crate) fn check(page: &Path) -> Result<Tally> {
    let visits = Visits::prepare(page, Encoding::Brotli)?;
    let seen = visits.one(
        0,
        &[
            "--only-categories=accessibility,best-practices,seo",
            "--only-audits=cumulative-layout-shift,network-requests",
        ],
    )?;
    seen.is_faultless()?;
    Ok(Tally::ONE_CHECK)
}

/// The page on a server of its own, and what visits it.
struct Visits {
    server: StaticServer,
    lighthouse: PathBuf,
    chromium: PathBuf,
    folder: PathBuf,
}

impl Visits {
    fn prepare(page: &Path, encoding: Encoding) -> Result<Self> {
        let home = paths::workspace().join("xtask/lighthouse");
        let modules = node::locked(&home, "lighthouse", "Lighthouse")?;
        let chromium = engines::chromium()?;
        let site = Site::compressed(page, browser::SUB_PATH, encoding)?;
        let server = StaticServer::of(site, browser::SUB_PATH, 0)?;
        let folder = paths::target().join("lighthouse");
        fs::create_dir_all(&folder)?;
        Ok(Self { server, lighthouse: modules.join("lighthouse/cli/index.js"), chromium, folder })
    }

    /// A first visit, by a browser that has seen nothing yet.
    fn one(&self, run: u32, more: &[&str]) -> Result<Report> {
        let file = self.folder.join(format!("{run}.json"));
        let mut output = OsString::from("--output-path=");
        output.push(&file);
        let mut command = Command::new(node::program()?);
        command.arg(&self.lighthouse).arg(&self.server.address);
        command.args(["--quiet", "--output=json", "--enable-error-reporting=false"]);
        command.arg(format!("--chrome-flags={CHROMIUM}")).arg(output).args(more);
        process::run(command.env("CHROME_PATH", &self.chromium))
            .context("Lighthouse could not visit the page")?;
        Report::read(&fs::read_to_string(file)?)
    }
}
