//! WebKit as GTK programs embed it, by `WebKitWebDriver`, on a virtual screen.

use std::fs;
use std::net::TcpListener;

use serde_json::json;
use thirtyfour::Capabilities;

use super::{Driver, Outcome, Surroundings, Visitor, VisitorFolder, program};

pub(super) fn start(
    around: &Surroundings,
    folder: &VisitorFolder,
    visitor: Visitor,
) -> Outcome<Driver> {
    // It takes a port and names none; this one was free a moment ago.
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let settings = folder.profile();
    fs::create_dir_all(&settings)?;
    let downloads = folder.downloads();
    // Where the desktop's convention says that downloads go.
    let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    fs::write(settings.join("user-dirs.dirs"), folders)?;
    let mut command = program("WebKitWebDriver");
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", around.screen.as_ref().map_or("", |screen| screen.name.as_str()))
        .env_remove("WAYLAND_DISPLAY")
        .env("XDG_CONFIG_HOME", settings)
        .env("LC_ALL", format!("{}.UTF-8", visitor.language.replace('-', "_")));
    Driver::told(&mut command, port)
}

pub(super) fn capabilities() -> Outcome<Capabilities> {
    let mut capabilities = Capabilities::new();
    capabilities.set("webkitgtk:browserOptions", json!({ "args": ["--automation"] }))?;
    Ok(capabilities)
}
