//! A number that is not known exactly: low, likely, high (the central 80 %).

use std::ops::{Add, Mul};

/// A value with its range. All three are finite and `low <= likely <= high`.
///
/// Sums and products treat their operands as independent, so that spreads add
/// in quadrature: five unknowns seldom all come out high at once.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// One in ten comes out below.
    pub low: f64,
    /// The value to expect.
    pub likely: f64,
    /// One in ten comes out above.
    pub high: f64,
}

impl Estimate {
    /// Nothing, exactly.
    pub const ZERO: Self = Self::exact(0.0);

    /// A value without a range.
    pub const fn exact(value: f64) -> Self {
        Self { low: value, likely: value, high: value }
    }

    /// A range as a person types it: the middle is the likely value.
    pub fn between(low: f64, high: f64) -> Self {
        Self { low, likely: f64::midpoint(low, high), high }
    }

    /// Whether there is no range.
    pub fn is_exact(self) -> bool {
        self.low.total_cmp(&self.high).is_eq()
    }

    /// What is left after taking a part away; never below zero.
    #[must_use]
    pub fn beyond(self, part: Self) -> Self {
        self.each(part, |all, taken| (all - taken).max(0.0))
    }

    /// The larger of two, bound by bound.
    #[must_use]
    pub fn or_more(self, other: Self) -> Self {
        self.each(other, f64::max)
    }

    /// The smaller of two, bound by bound.
    #[must_use]
    pub fn at_most(self, other: Self) -> Self {
        self.each(other, f64::min)
    }

    /// Held between two bounds.
    #[must_use]
    pub fn clamp(self, min: f64, max: f64) -> Self {
        self.map(|value| value.clamp(min, max))
    }

    /// A rising function of the value, applied to each bound.
    #[must_use]
    pub fn map(self, rising: impl Fn(f64) -> f64) -> Self {
        Self { low: rising(self.low), likely: rising(self.likely), high: rising(self.high) }
    }

    /// The sum of many.
    pub fn sum(all: impl IntoIterator<Item = Self>) -> Self {
        all.into_iter().fold(Self::ZERO, Self::add)
    }

    fn each(self, other: Self, of: impl Fn(f64, f64) -> f64) -> Self {
        let likely = of(self.likely, other.likely);
        Self {
            low: of(self.low, other.low).min(likely),
            likely,
            high: of(self.high, other.high).max(likely),
        }
    }

    fn below(self) -> f64 {
        self.likely - self.low
    }

    fn above(self) -> f64 {
        self.high - self.likely
    }
}

impl Add for Estimate {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let likely = self.likely + other.likely;
        Self {
            low: likely - hypotenuse(self.below(), other.below()),
            likely,
            high: likely + hypotenuse(self.above(), other.above()),
        }
    }
}

impl Mul<f64> for Estimate {
    type Output = Self;

    /// The same unknown, `times` over: its spread grows with it.
    fn mul(self, times: f64) -> Self {
        self.map(|value| value * times)
    }
}

impl Mul for Estimate {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let likely = self.likely * other.likely;
        let below = hypotenuse(self.below() * other.likely, other.below() * self.likely);
        let above = hypotenuse(self.above() * other.likely, other.above() * self.likely);
        Self { low: (likely - below).max(0.0).min(likely), likely, high: likely + above }
    }
}

/// `sqrt` is exact to the last bit everywhere, which `hypot` is not.
fn hypotenuse(a: f64, b: f64) -> f64 {
    if a == 0.0 {
        b
    } else if b == 0.0 {
        a
    } else {
        (a * a + b * b).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_numbers_stay_exact() {
        let total = Estimate::exact(600.0) * 5.0 + Estimate::exact(500.0) + Estimate::exact(250.0);
        assert_eq!(total, Estimate::exact(3750.0));
    }

    #[test]
    fn spreads_add_in_quadrature() {
        let sum = Estimate::between(7.0, 13.0) + Estimate::between(6.0, 14.0);
        assert_eq!(sum, Estimate { low: 15.0, likely: 20.0, high: 25.0 });
    }

    #[test]
    fn one_unknown_five_times_over_is_as_wide_as_it_is_large() {
        assert_eq!(Estimate::between(400.0, 800.0) * 5.0, Estimate::between(2000.0, 4000.0));
    }

    #[test]
    fn a_product_keeps_its_order() {
        let product = Estimate { low: 0.0, likely: 1.0, high: 9.0 }
            * Estimate { low: 0.0, likely: 5.0, high: 6.0 };
        assert!(product.low <= product.likely && product.likely <= product.high);
        assert!(product.low >= 0.0);
    }

    #[test]
    fn nothing_is_left_below_zero() {
        assert_eq!(Estimate::exact(3.0).beyond(Estimate::exact(5.0)), Estimate::ZERO);
    }
}
