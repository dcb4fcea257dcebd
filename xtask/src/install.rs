//! Installing something once for all checkouts: it appears under its final name
//! only when it is complete, so an interrupted installation is never used.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::paths;

/// The folder `name` in the cache of tools, filled by `fill` if it is not there yet.
///
/// `fill` gets a folder with another name, which is renamed at the end.
pub(crate) fn once(name: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let tools = paths::tools()?;
    let complete = tools.join(name);
    if complete.is_dir() {
        return Ok(complete);
    }
    fs::create_dir_all(&tools).with_context(|| format!("{} could not be made", tools.display()))?;
    let _lock = lock(&tools.join(format!(".{name}.lock")), name)?;
    if complete.is_dir() {
        return Ok(complete); // Another checkout installed it while this one waited.
    }
    let partial = tools.join(format!(".{name}.partial"));
    remove(&partial)?;
    fs::create_dir_all(&partial)?;
    if let Err(error) = fill(&partial) {
        remove(&partial)?;
        return Err(error);
    }
    fs::rename(&partial, &complete)
        .with_context(|| format!("{} could not be put in place", complete.display()))?;
    Ok(complete)
}

/// The system gives the lock back when the process ends, however it ends.
fn lock(path: &Path, name: &str) -> Result<File> {
    let file = File::create(path)?;
    match file.try_lock() {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) => {
            println!("Waiting for another checkout that is installing {name} …");
        }
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    file.lock()?;
    Ok(file)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("{} could not be removed", folder.display()))?;
    }
    Ok(())
}
