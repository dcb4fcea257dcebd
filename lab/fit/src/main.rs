//! Writes `data/coefficients.toml` of the checkout that is named, or of this folder.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let checkout = env::args_os().nth(1).map_or_else(|| PathBuf::from("."), PathBuf::from);
    let file = headroom_fit::file(&checkout);
    fs::write(&file, headroom_fit::fit(&checkout)?)
        .with_context(|| format!("writing {}", file.display()))
}
