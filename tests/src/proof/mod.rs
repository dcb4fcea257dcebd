//! The proof: what the model predicts for whole services, beside what the lab measured.
//! None of these scenarios is used in a fit.

mod document;
mod measured;
mod plans;
mod scenario;

pub use document::documents;
pub use measured::{Measured, measured, versions};
pub use plans::{Moment, plan_of};
pub use scenario::{Scenario, scenarios};

use headroom::evaluate::evaluate;
use headroom::plan::SideId;
use headroom::units::{Estimate, MIB, count};

/// One figure of a scenario: predicted with its range, and measured, in MiB.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// What the model says.
    pub predicted: Estimate,
    /// The median of the repeats.
    pub measured: f64,
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

/// A scenario with both its figures.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its name in `lab/scenarios.json`.
    pub name: String,
    /// At rest after traffic.
    pub idle: Figure,
    /// The highest instant.
    pub peak: Figure,
}

/// The table in four numbers.
#[derive(Debug, Clone, Copy)]
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

impl Summary {
    /// Of some rows, idle and peak together.
    pub fn of(rows: &[Row]) -> Self {
        let figures: Vec<Figure> = rows.iter().flat_map(|row| [row.idle, row.peak]).collect();
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

/// All scenarios that were measured.
pub fn table() -> Vec<Row> {
    let measured = measured();
    let row = |scenario: Scenario| {
        let found = measured.get(&scenario.name)?;
        let total = |moment| evaluate(&plan_of(&scenario, moment), SideId::Current).total;
        let figure =
            |predicted: Estimate, measured| Figure { predicted: predicted * (1.0 / MIB), measured };
        Some(Row {
            idle: figure(total(Moment::Rest).idle, found.idle),
            peak: figure(total(Moment::Peak).peak, found.peak),
            name: scenario.name,
        })
    };
    scenarios().into_iter().filter_map(row).collect()
}
