//! PostgreSQL's programs, from the system's package manager if they are missing.
//! The lab starts a server of its own with them; it uses none that is running.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::packages::{self, PackageManager};
use crate::paths;

/// Names the folder of the programs, for a system that keeps it elsewhere.
const FOLDER_VARIABLE: &str = "HEADROOM_POSTGRES";

/// Debian keeps the servers off the search path, one folder for each version.
const DEBIAN: &str = "/usr/lib/postgresql";

const PACKAGE_MANAGERS: [PackageManager; 2] = [
    PackageManager {
        program: "apt-get",
        needs_root: true,
        commands: &[
            &["update", "-qq"],
            &["install", "-y", "-qq", "--no-install-recommends", "postgresql"],
        ],
    },
    PackageManager {
        program: "dnf",
        needs_root: true,
        commands: &[&["install", "-y", "postgresql-server"]],
    },
];

/// The folder that holds `initdb` and `postgres`; installs them if they are missing.
pub(crate) fn ensure() -> Result<PathBuf> {
    if let Some(folder) = installed() {
        return Ok(folder);
    }
    packages::install("PostgreSQL", &PACKAGE_MANAGERS).with_context(|| {
        format!(
            "PostgreSQL is missing. Install its server (`postgresql` on Debian), or let \
             {FOLDER_VARIABLE} name the folder that holds initdb"
        )
    })?;
    installed().with_context(|| {
        format!("PostgreSQL was installed, but not found after that; {FOLDER_VARIABLE} may name its folder")
    })
}

fn installed() -> Option<PathBuf> {
    paths::set(FOLDER_VARIABLE).or_else(on_path).or_else(|| newest(Path::new(DEBIAN)))
}

/// Where `initdb` really lies; what is on the search path may be a link to it alone.
fn on_path() -> Option<PathBuf> {
    let program = paths::on_search_path(&["initdb"])?.canonicalize().ok()?;
    Some(program.parent()?.to_path_buf())
}

/// The programs of the newest version below `folder`.
fn newest(folder: &Path) -> Option<PathBuf> {
    let versions = fs::read_dir(folder).ok()?.flatten();
    let version = |path: &Path| path.file_name()?.to_str()?.parse::<u32>().ok();
    versions
        .map(|entry| entry.path())
        .filter(|path| path.join("bin/initdb").is_file())
        .max_by_key(|path| version(path))
        .map(|path| path.join("bin"))
}
