//! Least squares with relative weights: a percent counts the same at 5 MiB and at 1,000.

use crate::spread::{Spread, percentile};

/// A sum of up to two terms through measured points.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit<const N: usize> {
    /// What each term is multiplied by.
    pub coefficients: [f64; N],
    /// The part of the points' variance that it explains.
    pub r2: f64,
    /// Each point over what the fit says there.
    pub ratios: Vec<f64>,
}

/// A point: its terms, and what was measured.
pub type Point<const N: usize> = ([f64; N], f64);

/// `y = a x`.
pub fn proportion(points: &[Point<1>]) -> Fit<1> {
    let sum = |of: fn(f64) -> f64| points.iter().map(|([x], y)| of(x / y)).sum::<f64>();
    fit(points, [sum(|r| r) / sum(|r| r * r)])
}

/// `y = a + b x`, from points of `[x]`.
pub fn line(points: &[Point<1>]) -> Fit<2> {
    plane(&points.iter().map(|([x], y)| ([1.0, *x], *y)).collect::<Vec<_>>())
}

/// `y = a x1 + b x2`.
pub fn plane(points: &[Point<2>]) -> Fit<2> {
    // With everything divided by y, each point asks that a u + b v be 1.
    let sum = |of: fn(f64, f64) -> f64| {
        points.iter().map(|([x1, x2], y)| of(x1 / y, x2 / y)).sum::<f64>()
    };
    let (uu, uv, vv) = (sum(|u, _| u * u), sum(|u, v| u * v), sum(|_, v| v * v));
    let (u, v) = (sum(|u, _| u), sum(|_, v| v));
    let determinant = uu * vv - uv * uv;
    fit(points, [(u * vv - v * uv) / determinant, (v * uu - u * uv) / determinant])
}

fn fit<const N: usize>(points: &[Point<N>], coefficients: [f64; N]) -> Fit<N> {
    let found = Fit { coefficients, r2: 0.0, ratios: Vec::new() };
    let count = f64::from(u32::try_from(points.len()).unwrap_or(u32::MAX));
    let mean = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let squares = |of: &dyn Fn(&Point<N>) -> f64| {
        points.iter().map(|point| of(point) * of(point)).sum::<f64>()
    };
    let left = squares(&|(terms, y)| y - found.at(terms));
    let all = squares(&|(_, y)| y - mean);
    Fit { r2: 1.0 - left / all, ..found }.tried_on(points)
}

impl<const N: usize> Fit<N> {
    /// What it says at a point.
    pub fn at(&self, terms: &[f64; N]) -> f64 {
        terms.iter().zip(self.coefficients).map(|(term, coefficient)| term * coefficient).sum()
    }

    /// The same fit, its range widened by points that it was not fitted to.
    #[must_use]
    pub fn tried_on(mut self, points: &[Point<N>]) -> Self {
        let ratios: Vec<f64> = points.iter().map(|(terms, y)| y / self.at(terms)).collect();
        self.ratios.extend(ratios);
        self
    }

    /// One of its coefficients, with the range in which it alone would explain nine
    /// of ten points.
    pub fn spread(&self, term: usize) -> Spread {
        let likely = self.coefficients[term];
        Spread {
            low: likely * percentile(&self.ratios, 0.1).min(1.0),
            likely,
            high: likely * percentile(&self.ratios, 0.9).max(1.0),
            r2: Some(self.r2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is<const N: usize>(found: &Fit<N>, wanted: [f64; N]) {
        for (found, wanted) in found.coefficients.iter().zip(wanted) {
            assert!((found - wanted).abs() < 1e-9, "{found} for {wanted}");
        }
    }

    #[test]
    fn what_lies_on_a_line_is_found_again() {
        let points: Vec<_> = [1.0, 2.0, 5.0].map(|n| ([n], 14.0 + 46.0 * n)).into();
        let found = line(&points);
        is(&found, [14.0, 46.0]);
        assert!((found.r2 - 1.0).abs() < 1e-12);
        assert!((found.spread(1).high - 46.0).abs() < 1e-9);
    }

    #[test]
    fn what_lies_on_a_plane_is_found_again() {
        let points: Vec<_> = [(1.0, 5.0), (10.0, 25.0), (50.0, 5.0), (100.0, 25.0)]
            .map(|(rows, columns)| ([rows, rows * columns], 3.09 * rows + 0.312 * rows * columns))
            .into();
        is(&plane(&points), [3.09, 0.312]);
    }

    #[test]
    fn a_percent_counts_the_same_for_the_small_and_for_the_large() {
        let found = proportion(&[([1.0], 1.1), ([1000.0], 900.0)]);
        assert!((found.coefficients[0] - 0.99).abs() < 0.01, "{found:?}");
        let spread = found.spread(0);
        assert!(spread.low < 0.95 && spread.high > 1.05, "{spread:?}");
    }

    #[test]
    fn other_points_widen_the_range_and_do_not_move_the_fit() {
        let own = proportion(&[([1.0], 3.0), ([2.0], 6.0)]);
        let tried = own.clone().tried_on(&[([1.0], 2.4), ([2.0], 4.8)]);
        assert_eq!(tried.coefficients, own.coefficients);
        assert!(tried.spread(0).low < 2.5 && tried.spread(0).high == own.spread(0).high);
    }

    #[test]
    fn noise_lowers_r2() {
        let found = line(&[([1.0], 10.0), ([2.0], 25.0), ([3.0], 30.0), ([4.0], 45.0)]);
        assert!((0.9..0.99).contains(&found.r2), "{found:?}");
    }
}
