//! Installing programs by the system's package manager, where a task may do that.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{paths, process};

/// How one package manager installs something.
#[derive(Debug)]
pub(crate) struct PackageManager {
    pub(crate) program: &'static str,
    pub(crate) needs_root: bool,
    pub(crate) commands: &'static [&'static [&'static str]],
}

/// Runs the commands of the first manager that this system has.
pub(crate) fn install(what: &str, managers: &[PackageManager]) -> Result<()> {
    let manager = managers
        .iter()
        .find(|manager| paths::on_search_path(&[manager.program]).is_some())
        .context("no package manager that is known here")?;
    let prefix = if manager.needs_root { as_root()? } else { Vec::new() };
    println!("Installing {what} by {}, once: one to three minutes.", manager.program);
    for arguments in manager.commands {
        let words = prefix.iter().chain([&manager.program]).chain(*arguments);
        let words: Vec<_> = words.copied().collect();
        process::run(
            Command::new(words[0]).args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive"),
        )?;
    }
    Ok(())
}

/// What to put before a command so that it runs as root, without asking for a password.
fn as_root() -> Result<Vec<&'static str>> {
    let user = process::output(Command::new("id").arg("-u"))?;
    if user.trim() == "0" {
        return Ok(Vec::new());
    }
    if process::output(Command::new("sudo").args(["-n", "true"])).is_ok() {
        return Ok(vec!["sudo", "-n"]);
    }
    bail!("it takes root, and sudo would ask for a password")
}
