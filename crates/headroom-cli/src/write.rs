//! Writes files, and none over another's content unasked.

use std::fs;
use std::path::{Path, PathBuf};

use headroom::text::Lang;
use headroom::text::report::{Failure, failure};

/// Writes all of them, or none where one would replace what is there.
pub(crate) fn files(files: &[(PathBuf, Vec<u8>)], force: bool, lang: Lang) -> Result<(), String> {
    if !force {
        spare(files, lang)?;
    }
    for (path, content) in files {
        fs::write(path, content).map_err(|why| unwritable(path, &why, lang))?;
    }
    Ok(())
}

/// Somebody's own gunicorn.conf.py is not lost to ours.
fn spare(files: &[(PathBuf, Vec<u8>)], lang: Lang) -> Result<(), String> {
    let other = |(path, content): &&(PathBuf, Vec<u8>)| {
        path.exists() && fs::read(path).ok().as_ref() != Some(content)
    };
    match files.iter().find(other) {
        Some((path, _)) => Err(failure(Failure::InTheWay(&path.display().to_string()), lang)),
        None => Ok(()),
    }
}

/// That a file or a folder could not be written.
pub(crate) fn unwritable(path: &Path, why: &std::io::Error, lang: Lang) -> String {
    failure(Failure::Unwritable(&path.display().to_string(), &why.to_string()), lang)
}
