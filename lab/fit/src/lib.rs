//! The fit: from the rows that the lab measured to `data/coefficients.toml`.
//!
//! Start with [`recipes::ALL`], where each coefficient says which rows it comes from
//! and how; [`Notebook`] hands out the rows and remembers which were taken, so that
//! the file can name them. `cargo xtask fit` writes it, a test refits and compares.

mod document;
mod least_squares;
mod recipe;
pub mod recipes;
mod riddle;
mod rows;
mod spread;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

pub use least_squares::{Fit, Point, line, plane, proportion};
pub use recipe::{Coefficient, Recipe};
pub use rows::{Knobs, Lab, Measured, Notebook, Query};
pub use spread::{Spread, median, percentile};

/// Fits every coefficient to the rows of a checkout: the text of its file.
///
/// # Errors
/// When rows cannot be read, or a recipe does not find those that it names.
pub fn fit(checkout: &Path) -> Result<String> {
    let lab = Lab::read(&checkout.join("lab/rows"))?;
    let mut coefficients = Vec::new();
    for recipe in recipes::ALL.iter().copied().flatten() {
        let coefficient =
            recipe.coefficient(&lab).with_context(|| format!("fitting `{}`", recipe.key))?;
        coefficients.push(coefficient);
    }
    Ok(document::text(&coefficients))
}

/// The riddle's services as the page shows them: the text of their file.
///
/// # Errors
/// When rows cannot be read, or a service is not among them.
pub fn riddle(checkout: &Path) -> Result<String> {
    riddle::text(&Lab::read(&checkout.join("lab/rows"))?)
}

/// Where the riddle's services of a checkout are.
pub fn riddle_file(checkout: &Path) -> PathBuf {
    checkout.join("data/riddle.toml")
}

/// Where the coefficients of a checkout are.
pub fn file(checkout: &Path) -> PathBuf {
    checkout.join("data/coefficients.toml")
}
