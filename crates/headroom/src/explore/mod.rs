//! Looking around a plan: what moves its total, what other crews would take, how it
//! stands beside others.
//!
//! Likely figures only ([`crate::evaluate::outline`]): there are hundreds of them.

mod compare;
mod grid;
mod sensitivity;

pub use compare::{Difference, differences};
pub use grid::{Cell, Grid, Second, choose, grid};
pub use sensitivity::{Influence, Measure, Outcome, Sensitivity, Step, Subject, sensitivity};
