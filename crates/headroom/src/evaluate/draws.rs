//! Worlds to try: for every number that is not known exactly, a value in each.
//!
//! Point `k` of a rank-1 lattice gives variable `v` the quantile
//! `((k * 76^v + shift_v) mod n + 1/2) / n`: each variable takes every quantile once, and
//! no two go together. There is no chance in it: every plan, both its sides, and every
//! machine see the same worlds, so that a difference between two plans is no noise.

use std::sync::LazyLock;

use crate::units::Estimate;
use crate::units::normal::quantile;

/// How far from the middle of a normal distribution the outer tenths begin.
const TENTH: f64 = 1.281_551_565_544_600_4;

/// Generates the lattice; its powers are all different up to the variables there can be.
const GENERATOR: usize = 76;

/// How many worlds the page tries: enough for an end of a range to stand to a few
/// hundredths of its width.
pub(crate) const WORLDS: u16 = 509;

pub(super) static USUAL: LazyLock<Draws> = LazyLock::new(|| Draws::new(WORLDS));

/// A number of worlds.
#[derive(Clone, Debug)]
pub struct Draws {
    /// Where each of the `n` equal slices of a normal distribution has its middle.
    slices: Vec<f64>,
}

/// One variable on its way through the worlds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unknown {
    estimate: Estimate,
    slice: usize,
    step: usize,
}

impl Draws {
    /// So many worlds; a prime of at least 509, or variables would go together.
    pub fn new(prime: u16) -> Self {
        let count = f64::from(prime);
        let slices = (0..prime).map(|slice| quantile((f64::from(slice) + 0.5) / count)).collect();
        Self { slices }
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.slices.len()
    }

    /// A variable in the first world.
    pub(super) fn unknown(&self, variable: usize, estimate: Estimate) -> Unknown {
        let count = self.count();
        let step = (0..variable).fold(1, |power, _| power * GENERATOR % count);
        // Any shift will do that keeps the variables from being lowest all at once.
        Unknown { estimate, slice: (variable + 1) * 7919 % count, step }
    }

    /// Its value in this world; then it is in the next.
    pub(super) fn next(&self, unknown: &mut Unknown) -> f64 {
        let at = self.slices[unknown.slice];
        unknown.slice += unknown.step;
        if unknown.slice >= self.count() {
            unknown.slice -= self.count();
        }
        let Estimate { low, likely, high } = unknown.estimate;
        let side = if at < 0.0 { likely - low } else { high - likely };
        (likely + at / TENTH * side).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// More than there are coefficients, settings and rows.
    const VARIABLES: usize = 250;

    #[test]
    fn each_variable_takes_every_slice_once() {
        let draws = Draws::new(509);
        let mut unknown = draws.unknown(17, Estimate::between(1.0, 2.0));
        let mut values: Vec<f64> = (0..draws.count()).map(|_| draws.next(&mut unknown)).collect();
        values.sort_by(f64::total_cmp);
        assert!(values.windows(2).all(|pair| pair[0] < pair[1]));
        let tenth = |rank: usize| values[rank];
        assert!((tenth(50) - 1.0).abs() < 0.01 && (tenth(458) - 2.0).abs() < 0.01);
        assert!((values[254] - 1.5).abs() < 1e-12);
    }

    #[test]
    fn no_two_variables_go_together_or_against_each_other() {
        for prime in [509, 10_007] {
            let draws = Draws::new(prime);
            let steps: Vec<usize> =
                (0..VARIABLES).map(|at| draws.unknown(at, Estimate::ZERO).step).collect();
            for (at, step) in steps.iter().enumerate() {
                let alike = |other: &usize| other == step || other + step == draws.count();
                assert!(!steps[..at].iter().any(alike), "{at}");
            }
        }
    }
}
