//! WebKit as GTK programs embed it, with its WebDriver server and the virtual screen
//! that it needs, from the system's package manager if they are missing.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::packages::{self, PackageManager};
use crate::paths;

/// Names the driver to use, for a system that keeps it elsewhere.
const DRIVER_VARIABLE: &str = "HEADROOM_WEBKITDRIVER";

const DRIVER: &str = "WebKitWebDriver";
/// It has no mode without a screen.
const SCREEN: &str = "Xvfb";

const PACKAGE_MANAGERS: [PackageManager; 4] = [
    PackageManager {
        program: "apt-get",
        needs_root: true,
        commands: &[
            &["update", "-qq"],
            &["install", "-y", "-qq", "--no-install-recommends", "webkit2gtk-driver", "xvfb"],
        ],
    },
    PackageManager {
        program: "dnf",
        needs_root: true,
        commands: &[&["install", "-y", "webkit2gtk4.1", "xorg-x11-server-Xvfb"]],
    },
    PackageManager {
        program: "pacman",
        needs_root: true,
        commands: &[&["-S", "--noconfirm", "--needed", "webkit2gtk-4.1", "xorg-server-xvfb"]],
    },
    PackageManager {
        program: "zypper",
        needs_root: true,
        commands: &[&[
            "--non-interactive",
            "install",
            "webkit2gtk3-minibrowser",
            "xorg-x11-server-Xvfb",
        ]],
    },
];

/// The path of the WebDriver server.
pub(super) fn ensure() -> Result<PathBuf> {
    if let Some(driver) = installed() {
        return Ok(driver);
    }
    packages::install("WebKitGTK's driver", &PACKAGE_MANAGERS).with_context(|| {
        format!(
            "WebKit cannot be driven here: it takes {DRIVER} and {SCREEN}, which Linux has \
             (`webkit2gtk-driver` and `xvfb` on Debian and Ubuntu). {DRIVER_VARIABLE} may name the driver; \
             `cargo xtask e2e` without `--browser` needs Chromium alone"
        )
    })?;
    installed().with_context(|| {
        format!("{DRIVER} and {SCREEN} were installed, but not found after that; {DRIVER_VARIABLE} may name the driver")
    })
}

fn installed() -> Option<PathBuf> {
    let driver = paths::set(DRIVER_VARIABLE).or_else(|| paths::on_search_path(&[DRIVER]));
    driver.filter(|_| paths::on_search_path(&[SCREEN]).is_some())
}
