//! Writes the plans of the matrix as files, each beside what it says in plain values, for
//! `lab/artefacts`: `matrix FOLDER`. `cargo xtask artefacts` runs it.

use std::env;
use std::fs;
use std::io::{Error, Result};
use std::path::PathBuf;

use headroom::file;
use headroom::plan::Plan;
use headroom_tests::matrix::{Case, cases, wanted};

/// A file above 1 MB is refused as a whole; the library itself is given a longer name.
const LONGEST_NAME: usize = 100_000;

fn main() -> Result<()> {
    let into = env::args_os().nth(1).map(PathBuf::from);
    let into = into.ok_or_else(|| Error::other("the folder for the plans is missing"))?;
    for (at, case) in cases().into_iter().enumerate() {
        let folder = into.join(format!("{at:02}"));
        fs::create_dir_all(&folder)?;
        let name = case.plan.name.chars().take(LONGEST_NAME).collect();
        let text = file::write(&Plan { name, ..case.plan });
        // What the command will make of it: a name, for one, is cut to what is kept.
        let opened = file::read(&text).map_err(|why| Error::other(format!("{at}: {why:?}")))?;
        fs::write(folder.join("plan.json"), text)?;
        let read = Case { plan: opened.plan, ..case };
        fs::write(folder.join("wanted.json"), format!("{:#}\n", wanted(&read)))?;
    }
    Ok(())
}
