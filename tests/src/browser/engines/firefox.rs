//! Firefox, by geckodriver.

use std::env;

use serde_json::json;
use thirtyfour::Capabilities;

use super::{Driver, Outcome, Visitor, VisitorFolder, program};

pub(super) fn start(folder: &VisitorFolder) -> Outcome<Driver> {
    let mut command = program("geckodriver");
    command.args(["--port", "0", "--websocket-port", "0", "--profile-root"]).arg(folder.profile());
    Driver::announced(&mut command, "Listening on 127.0.0.1:")
}

pub(super) fn capabilities(folder: &VisitorFolder, visitor: Visitor) -> Outcome<Capabilities> {
    let preferences = json!({
        "intl.accept_languages": visitor.language,
        "browser.download.folderList": 2,
        "browser.download.dir": folder.downloads(),
        "browser.helperApps.neverAsk.saveToDisk": "text/plain,application/json,image/png",
        // Light, however the machine is set: it has no other way to say so.
        "layout.css.prefers-color-scheme.content-override": 1,
    });
    let mut options = json!({ "args": ["-headless"], "prefs": preferences });
    if let Some(browser) = env::var_os("HEADROOM_BROWSER_PROGRAM") {
        options["binary"] = json!(browser.to_string_lossy());
    }
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "firefox")?;
    capabilities.set("moz:firefoxOptions", options)?;
    Ok(capabilities)
}
