//! Low, likely and high: what many measurements of one quantity say together.

/// A number with its range, and how well the fit that gave it explains the rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Nine of ten measurements lie above it, unless the recipe says otherwise.
    pub low: f64,
    /// The fit, or the median.
    pub likely: f64,
    /// Nine of ten measurements lie below it, unless the recipe says otherwise.
    pub high: f64,
    /// The part of the variance that the fit explains.
    pub r2: Option<f64>,
}

impl Spread {
    /// The median with the 10th and the 90th percentile.
    pub fn of(values: &[f64]) -> Self {
        Self {
            low: percentile(values, 0.1),
            likely: median(values),
            high: percentile(values, 0.9),
            r2: None,
        }
    }

    /// The median with the smallest and the largest: for few values.
    pub fn within(values: &[f64]) -> Self {
        Self { low: smallest(values), high: largest(values), ..Self::of(values) }
    }

    /// The same with another low end.
    #[must_use]
    pub fn down_to(self, low: f64) -> Self {
        Self { low, ..self }
    }

    /// The same with another high end.
    #[must_use]
    pub fn up_to(self, high: f64) -> Self {
        Self { high, ..self }
    }

    /// As the file states it: four digits, of R2 the first five after the point.
    #[must_use]
    pub(crate) fn rounded(self) -> Self {
        Self {
            low: four_digits(self.low),
            likely: four_digits(self.likely),
            high: four_digits(self.high),
            r2: self.r2.map(|r2| (r2 * 1e5).round() / 1e5),
        }
    }
}

/// The middle of them; of an even number, the middle of the middle two.
pub fn median(values: &[f64]) -> f64 {
    percentile(values, 0.5)
}

/// The value below which this part of them lies, interpolated; NaN of nothing.
pub fn percentile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut left =
        part * f64::from(u32::try_from(sorted.len()).unwrap_or(u32::MAX).saturating_sub(1));
    for pair in sorted.windows(2) {
        if left < 1.0 {
            return pair[0] + left * (pair[1] - pair[0]);
        }
        left -= 1.0;
    }
    sorted.last().copied().unwrap_or(f64::NAN)
}

/// The smallest of them.
pub(crate) fn smallest(values: &[f64]) -> f64 {
    percentile(values, 0.0)
}

/// The largest of them.
pub(crate) fn largest(values: &[f64]) -> f64 {
    percentile(values, 1.0)
}

/// No measurement here is better than its fourth digit, and the last bits of a
/// sum may differ between machines.
fn four_digits(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_interpolated() {
        let values = [5.0, 1.0, 3.0, 2.0, 4.0];
        assert_eq!(Spread::of(&values), Spread { low: 1.4, likely: 3.0, high: 4.6, r2: None });
        assert_eq!(Spread::within(&values).high, 5.0);
        assert_eq!(median(&[1.0, 2.0]), 1.5);
        assert_eq!(percentile(&[7.0], 0.9), 7.0);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn the_file_has_four_digits() {
        let spread = Spread { low: 0.123_46, likely: 1088.4, high: 16.0, r2: Some(0.999_996) };
        let wanted = Spread { low: 0.1235, likely: 1088.0, high: 16.0, r2: Some(1.0) };
        assert_eq!(spread.rounded(), wanted);
    }
}
