//! How good the model is: whole services, predicted and measured, from `data/accuracy.toml`.

use crate::units::{Estimate, count};

/// A service that the lab ran, and no coefficient was fitted to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Service {
    /// Its name in the lab.
    pub name: &'static str,
    /// At rest after its last request.
    pub idle: Figure,
    /// At its highest.
    pub peak: Figure,
}

/// Bytes, predicted and measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// What the model says of it.
    pub predicted: Estimate,
    /// What was measured.
    pub measured: f64,
}

/// All of them in four numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// Half of all errors are smaller, as a part of what was measured.
    pub median: f64,
    /// The largest.
    pub worst: f64,
    /// The part of the figures whose measured value is inside the range.
    pub inside: f64,
    /// How many figures there are.
    pub figures: usize,
}

impl Figure {
    /// How far the likely figure is off, as a part of what was measured.
    pub fn error(self) -> f64 {
        self.predicted.likely / self.measured - 1.0
    }

    /// Whether what was measured lies in the stated range.
    pub fn inside(self) -> bool {
        (self.predicted.low..=self.predicted.high).contains(&self.measured)
    }
}

impl Summary {
    /// Of some services, idle and peak together.
    pub fn of(services: &[Service]) -> Self {
        let figures: Vec<Figure> =
            services.iter().flat_map(|service| [service.idle, service.peak]).collect();
        let mut errors: Vec<f64> = figures.iter().map(|figure| figure.error().abs()).collect();
        errors.sort_by(f64::total_cmp);
        let inside = figures.iter().filter(|figure| figure.inside()).count();
        Self {
            median: errors.get(errors.len() / 2).copied().unwrap_or_default(),
            worst: errors.last().copied().unwrap_or_default(),
            inside: count(inside) / count(figures.len().max(1)),
            figures: figures.len(),
        }
    }
}

/// The services themselves.
#[expect(clippy::unreadable_literal, reason = "written by the build script")]
mod measured {
    use super::{Estimate, Figure, Service};

    include!(concat!(env!("OUT_DIR"), "/accuracy.rs"));
}

pub use measured::{SERVICES, VERSIONS};
