//! Firefox, from the system's package manager if it is missing, and its WebDriver
//! server, which few systems package: it is built from the crate registry.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::packages::{self, PackageManager};
use crate::{paths, tools};

/// Names the driver to use, for a system that has one.
const DRIVER_VARIABLE: &str = "HEADROOM_GECKODRIVER";

const BROWSERS: [&str; 2] = ["firefox", "firefox-esr"];
const MAC_APPLICATION: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

const PACKAGE_MANAGERS: [PackageManager; 6] = [
    PackageManager {
        program: "apt-get",
        needs_root: true,
        commands: &[
            &["update", "-qq"],
            &["install", "-y", "-qq", "--no-install-recommends", "firefox-esr"],
        ],
    },
    PackageManager { program: "dnf", needs_root: true, commands: &[&["install", "-y", "firefox"]] },
    PackageManager {
        program: "pacman",
        needs_root: true,
        commands: &[&["-S", "--noconfirm", "--needed", "firefox"]],
    },
    PackageManager {
        program: "zypper",
        needs_root: true,
        commands: &[&["--non-interactive", "install", "MozillaFirefox"]],
    },
    PackageManager { program: "apk", needs_root: true, commands: &[&["add", "firefox"]] },
    PackageManager {
        program: "brew",
        needs_root: false,
        commands: &[&["install", "--cask", "firefox"]],
    },
];

/// The driver and the browser.
pub(super) fn ensure() -> Result<(PathBuf, PathBuf)> {
    if installed().is_none() {
        packages::install("Firefox", &PACKAGE_MANAGERS).context(
            "Firefox is missing. Install it so that `firefox` or `firefox-esr` is on the search path: \
             `firefox-esr` on Debian, `firefox` elsewhere",
        )?;
    }
    let browser = installed().context("Firefox was installed, but not found after that")?;
    Ok((driver()?, browser))
}

fn installed() -> Option<PathBuf> {
    let mac = Path::new(MAC_APPLICATION);
    paths::on_search_path(&BROWSERS).or_else(|| mac.exists().then(|| mac.to_path_buf()))
}

fn driver() -> Result<PathBuf> {
    match paths::set(DRIVER_VARIABLE) {
        Some(driver) => Ok(driver),
        None => Ok(tools::GECKODRIVER.ensure()?.join("geckodriver")),
    }
}
