//! Chromium, by chromedriver.

use serde_json::json;
use thirtyfour::{
    BrowserCapabilitiesHelper, Capabilities, ChromiumLikeCapabilities, DesiredCapabilities,
    LoggingPrefsLogLevel,
};

use super::{Driver, Outcome, Surroundings, Visitor, VisitorFolder, program};

/// Calm, and no request of the browser's own. As root, Chromium starts only without its sandbox.
const ARGUMENTS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
    // Letters and colours as on any other machine.
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
];

pub(super) fn start(around: &Surroundings) -> Outcome<Driver> {
    let log = around.output.join("chromedriver.log");
    let mut command = program("chromedriver");
    command.arg("--port=0").arg(format!("--log-path={}", log.display()));
    Driver::announced(&mut command, "started successfully on port ")
}

pub(super) fn capabilities(folder: &VisitorFolder, visitor: Visitor) -> Outcome<Capabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for argument in ARGUMENTS {
        capabilities.add_arg(argument)?;
    }
    capabilities.add_arg(&format!("--accept-lang={}", visitor.language))?;
    capabilities.add_arg(&format!("--user-data-dir={}", folder.profile().display()))?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    capabilities.set_browser_option("excludeSwitches", json!(["enable-automation"]))?;
    Ok(capabilities.into())
}
