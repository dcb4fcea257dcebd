//! Writes what the rows say of the checkout that is named, or of this folder:
//! `data/coefficients.toml` and `data/riddle.toml`.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let checkout = env::args_os().nth(1).map_or_else(|| PathBuf::from("."), PathBuf::from);
    write(&headroom_fit::riddle_file(&checkout), &headroom_fit::riddle(&checkout)?)?;
    write(&headroom_fit::file(&checkout), &headroom_fit::fit(&checkout)?)
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("writing {}", file.display()))
}
