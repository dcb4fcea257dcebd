//! The three engines that the page is tried in, and what drives each.

mod chromium;
mod firefox;
mod webkit;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::fonts;

/// An engine, under the name that `--browser` takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// Chromium, by chromedriver
    Chromium,
    /// Firefox, by geckodriver
    Firefox,
    /// WebKitGTK's small browser, by `WebKitWebDriver`
    Webkit,
}

/// Chromium itself, for what drives it without a driver. Installs it if it is missing.
pub(crate) fn chromium() -> Result<PathBuf> {
    chromium::ensure()?;
    chromium::program().context("Chromium is not on the search path")
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// Why this system cannot have the engine, however much is installed.
    pub(crate) fn missing_here(self) -> Option<&'static str> {
        (self == Self::Webkit && !cfg!(target_os = "linux"))
            .then_some("WebKit is driven as GTK programs embed it, which only Linux has")
    }

    /// What a program that drives it is told by its environment. Installs what is missing.
    pub(crate) fn ensure(self) -> Result<Vec<(&'static str, PathBuf)>> {
        let told = |variable, value: PathBuf| (variable, value);
        let name = self.to_possible_value().map(|value| value.get_name().to_owned());
        let mut all = vec![told("HEADROOM_BROWSER", name.unwrap_or_default().into())];
        match self {
            Self::Chromium => all.extend([
                told("HEADROOM_DRIVER", chromium::ensure()?),
                told("FONTCONFIG_FILE", fonts::ensure()?),
            ]),
            Self::Firefox => {
                let (driver, browser) = firefox::ensure()?;
                all.extend([
                    told("HEADROOM_DRIVER", driver),
                    told("HEADROOM_BROWSER_PROGRAM", browser),
                ]);
            }
            Self::Webkit => all.push(told("HEADROOM_DRIVER", webkit::ensure()?)),
        }
        Ok(all)
    }
}
