//! What to draw, as plain data: the painter only scales it.

mod bars;
mod costs;
mod reading;

pub use bars::{BarRow, Bars, Figure, Segment, bars};
pub use costs::{Cost, Costs, costs};
pub use reading::{BarMark, CostMark, Shown};

use crate::units::{count, integer};

/// Round values from zero up to `end` at most, about `wanted` of them.
pub fn ticks(end: f64, wanted: u32) -> Vec<f64> {
    if end <= 0.0 {
        return vec![0.0];
    }
    let rough = end / f64::from(wanted.max(1));
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|step| step * power)
        .find(|step| *step >= rough * 0.999);
    let step = step.unwrap_or(10.0 * power);
    let marks = usize::try_from(integer(libm::floor(end / step + 1e-9))).unwrap_or_default();
    (0..=marks).map(|at| step * count(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_go_no_further_than_the_end() {
        let values = ticks(3.9e9, 4);
        assert_eq!(values, [0.0, 1e9, 2e9, 3e9]);
        let values = ticks(40.0, 4);
        assert_eq!(values, [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(ticks(0.0, 4).len(), 1);
    }
}
