//! `cargo xtask serve`: build the page and serve it on this machine.

use anyhow::Result;

use crate::server::StaticServer;
use crate::{paths, trunk};

/// Builds, serves, and prints the address last. Ends when it is stopped.
pub(crate) fn serve(port: u16) -> Result<()> {
    let folder = paths::workspace().join("dist");
    trunk::build(&folder, "./")?;
    let server = StaticServer::start(&folder, "/", port)?;
    println!("\nHeadroom is here until you press Ctrl+C:\n{}", server.address);
    server.forever();
    Ok(())
}
