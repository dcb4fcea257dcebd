//! Chromium and its WebDriver server, from the system's package manager if they
//! are missing.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::packages::{self, PackageManager};
use crate::paths;

/// Names the driver to use, for a system that keeps it elsewhere.
const DRIVER_VARIABLE: &str = "HEADROOM_CHROMEDRIVER";

const BROWSERS: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const DRIVERS: [&str; 2] = ["chromedriver", "chromium.chromedriver"];
const MAC_APPLICATIONS: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const PACKAGE_MANAGERS: [PackageManager; 6] = [
    PackageManager {
        program: "apt-get",
        needs_root: true,
        commands: &[
            &["update", "-qq"],
            // The page is looked at, too: without a font it would have no letters.
            &[
                "install",
                "-y",
                "-qq",
                "--no-install-recommends",
                "chromium",
                "chromium-driver",
                "fonts-dejavu-core",
            ],
        ],
    },
    PackageManager {
        program: "dnf",
        needs_root: true,
        commands: &[&["install", "-y", "chromium", "chromedriver"]],
    },
    PackageManager {
        program: "pacman",
        needs_root: true,
        commands: &[&["-S", "--noconfirm", "--needed", "chromium"]],
    },
    PackageManager {
        program: "zypper",
        needs_root: true,
        commands: &[&["--non-interactive", "install", "chromium", "chromedriver"]],
    },
    PackageManager {
        program: "apk",
        needs_root: true,
        commands: &[&["add", "chromium", "chromium-chromedriver"]],
    },
    PackageManager {
        program: "brew",
        needs_root: false,
        commands: &[&["install", "--cask", "chromium", "chromedriver"]],
    },
];

/// The path of the WebDriver server; installs it and the browser if either is missing.
pub(super) fn ensure() -> Result<PathBuf> {
    if let Some(driver) = installed() {
        return Ok(driver);
    }
    packages::install("Chromium", &PACKAGE_MANAGERS).with_context(|| {
        format!(
            "Chromium and its driver are missing. Install both, in one version: \
             `chromium` and `chromium-driver` on Debian, `chromium` and `chromedriver` elsewhere; \
             on Ubuntu `snap install chromium`. {DRIVER_VARIABLE} may name the driver"
        )
    })?;
    installed().with_context(|| {
        format!("Chromium was installed, but not found after that; {DRIVER_VARIABLE} may name its driver")
    })
}

/// The browser itself.
pub(super) fn program() -> Option<PathBuf> {
    let application = || MAC_APPLICATIONS.iter().map(PathBuf::from).find(|it| it.exists());
    paths::on_search_path(&BROWSERS).or_else(application)
}

fn installed() -> Option<PathBuf> {
    let browser = program().is_some();
    let driver = paths::set(DRIVER_VARIABLE).or_else(|| paths::on_search_path(&DRIVERS));
    driver.filter(|_| browser)
}
