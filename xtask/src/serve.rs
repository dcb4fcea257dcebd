//! `cargo xtask serve`: build the page and serve it on this machine.

use std::path::Path;

use anyhow::Result;

use crate::server::StaticServer;
use crate::{paths, trunk};

/// Serves a folder that is built, and prints the address. Ends when it is stopped.
pub(crate) fn folder(folder: &Path, mount: &str) -> Result<()> {
    let server = StaticServer::start(folder, mount, 0)?;
    println!("{}", server.address);
    server.forever();
    Ok(())
}

/// Builds, serves, and prints the address last. Ends when it is stopped.
pub(crate) fn serve(port: u16) -> Result<()> {
    let folder = paths::workspace().join("dist");
    trunk::build(&folder, "./")?;
    let server = StaticServer::start(&folder, "/", port)?;
    println!("\nHeadroom is here until you press Ctrl+C:\n{}", server.address);
    server.forever();
    Ok(())
}
