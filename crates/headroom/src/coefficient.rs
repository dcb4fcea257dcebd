//! The measured numbers that the model rests on, from `data/coefficients.toml`.

use crate::units::Estimate;

/// A number with its range, its unit, where it was measured and when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coefficient {
    /// Its name in the file.
    pub key: &'static str,
    /// Its place among all of them.
    pub place: usize,
    /// In bytes, seconds or as a plain ratio.
    pub estimate: Estimate,
    /// As the file gives it.
    pub unit: &'static str,
    /// A section of the lab with its rows, or a URL.
    pub source: &'static str,
    /// When it was measured or read.
    pub date: &'static str,
}

/// The coefficients as a model sees them.
#[derive(Clone, Copy, Debug)]
pub enum World<'a> {
    /// Each with its range, as stated.
    Stated,
    /// One possible world: each is exactly this, by its place.
    Drawn(&'a [f64]),
}

impl World<'_> {
    /// What a coefficient is here.
    pub fn of(self, coefficient: &Coefficient) -> Estimate {
        match self {
            Self::Stated => coefficient.estimate,
            Self::Drawn(values) => Estimate::exact(values[coefficient.place]),
        }
    }
}

/// The coefficients themselves.
#[expect(clippy::unreadable_literal, reason = "written by the build script")]
pub mod measured {
    use super::{Coefficient, Estimate};

    include!(concat!(env!("OUT_DIR"), "/coefficients.rs"));
}
