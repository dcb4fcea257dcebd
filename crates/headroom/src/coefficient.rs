//! The numbers that the model rests on: fitted to the lab's rows
//! (`data/coefficients.toml`) or read on a page (`data/cited.toml`).

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
    /// The formula that it belongs to.
    pub formula: &'static str,
    /// A section of the lab with its rows, or a URL.
    pub source: &'static str,
    /// How many measured rows it was fitted to; none where the source is a page.
    pub rows: u32,
    /// The part of their variance that the fit explains, where it is a fit.
    pub r2: Option<f64>,
    /// What was measured; empty where the source is a page.
    pub versions: &'static str,
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

#[cfg(test)]
mod tests {
    use super::measured::ALL;

    #[test]
    fn each_was_measured_or_read_on_a_page() {
        for (place, coefficient) in ALL.iter().enumerate() {
            let key = coefficient.key;
            assert_eq!(coefficient.place, place, "{key}");
            assert!(!coefficient.formula.is_empty(), "{key}");
            let read = coefficient.source.starts_with("https://") && coefficient.rows == 0;
            let fitted = coefficient.source.starts_with("lab ") && coefficient.rows > 0;
            assert!(read != fitted, "{key}: {}", coefficient.source);
            assert_eq!(fitted, !coefficient.versions.is_empty(), "{key}");
            assert!(coefficient.r2.is_none_or(|r2| r2 > 0.95), "{key}");
        }
    }
}
