//! The engines, and what each driver wants: one file for each.

mod chromium;
mod firefox;
mod webkit;

use std::env;
use std::path::PathBuf;
use std::process::Command;

use thirtyfour::Capabilities;

use super::driver::Driver;
use super::session::{Surroundings, VisitorFolder};
use super::{Outcome, Trouble, Visitor};

/// What draws the page and runs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The one that `HEADROOM_BROWSER` names.
    pub(super) fn wanted() -> Outcome<Self> {
        let name = env::var("HEADROOM_BROWSER").unwrap_or_else(|_| "chromium".to_owned());
        match name.as_str() {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::WebKit),
            _ => Err(Trouble::new(format!("HEADROOM_BROWSER names {name:?}, which is no engine"))),
        }
    }

    /// A driver for one visitor: most serve one session at a time.
    pub(super) fn start(
        self,
        around: &Surroundings,
        folder: &VisitorFolder,
        visitor: Visitor,
    ) -> Outcome<Driver> {
        match self {
            Self::Chromium => chromium::start(around),
            Self::Firefox => firefox::start(folder),
            Self::WebKit => webkit::start(around, folder, visitor),
        }
    }

    /// What is asked of the driver for a session.
    pub(super) fn capabilities(
        self,
        folder: &VisitorFolder,
        visitor: Visitor,
    ) -> Outcome<Capabilities> {
        match self {
            Self::Chromium => chromium::capabilities(folder, visitor),
            Self::Firefox => firefox::capabilities(folder, visitor),
            Self::WebKit => webkit::capabilities(),
        }
    }
}

/// The driver's program.
fn program(usual: &str) -> Command {
    Command::new(env::var_os("HEADROOM_DRIVER").map_or_else(|| usual.into(), PathBuf::from))
}
