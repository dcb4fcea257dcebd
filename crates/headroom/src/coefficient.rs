//! The measured numbers that the model rests on, from `data/coefficients.toml`.

use crate::units::Estimate;

/// A number with its range, its unit, where it was measured and when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coefficient {
    /// Its name in the file.
    pub key: &'static str,
    /// In bytes, seconds or as a plain ratio.
    pub estimate: Estimate,
    /// As the file gives it.
    pub unit: &'static str,
    /// A section of the lab with its rows, or a URL.
    pub source: &'static str,
    /// When it was measured or read.
    pub date: &'static str,
}

/// The coefficients themselves.
#[expect(clippy::unreadable_literal, reason = "written by the build script")]
pub mod measured {
    use super::{Coefficient, Estimate};

    include!(concat!(env!("OUT_DIR"), "/coefficients.rs"));
}
