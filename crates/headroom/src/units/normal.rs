//! The quantiles of the normal distribution.
//!
//! Libraries for this call the platform's logarithm, whose last bit differs between
//! machines; here it is libm's everywhere.

#![expect(
    clippy::unreadable_literal,
    clippy::excessive_precision,
    reason = "digits as they were published"
)]

/// Below which part of all values so many lie. Acklam's rational approximation
/// (relative error below 1.2e-9), for a part strictly between 0 and 1.
pub(crate) fn quantile(part: f64) -> f64 {
    const MIDDLE: f64 = 0.02425;
    if part < MIDDLE {
        tail(part)
    } else if part > 1.0 - MIDDLE {
        -tail(1.0 - part)
    } else {
        middle(part - 0.5)
    }
}

fn middle(from_half: f64) -> f64 {
    let square = from_half * from_half;
    let above = polynomial(
        square,
        &[
            -3.969683028665376e+01,
            2.209460984245205e+02,
            -2.759285104469687e+02,
            1.383577518672690e+02,
            -3.066479806614716e+01,
            2.506628277459239e+00,
        ],
    );
    let below = polynomial(
        square,
        &[
            -5.447609879822406e+01,
            1.615858368580409e+02,
            -1.556989798598866e+02,
            6.680131188771972e+01,
            -1.328068155288572e+01,
            1.0,
        ],
    );
    from_half * above / below
}

fn tail(part: f64) -> f64 {
    let far = (-2.0 * libm::log(part)).sqrt();
    let above = polynomial(
        far,
        &[
            -7.784894002430293e-03,
            -3.223964580411365e-01,
            -2.400758277161838e+00,
            -2.549732539343734e+00,
            4.374664141464968e+00,
            2.938163982698783e+00,
        ],
    );
    let below = polynomial(
        far,
        &[
            7.784695709041462e-03,
            3.224671290700398e-01,
            2.445134137142996e+00,
            3.754408661907416e+00,
            1.0,
        ],
    );
    above / below
}

/// The highest power first.
fn polynomial(at: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().fold(0.0, |sum, coefficient| sum * at + coefficient)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantiles_of_the_tables() {
        for (part, wanted) in [
            (0.5, 0.0),
            (0.9, 1.281_551_565_545),
            (0.1, -1.281_551_565_545),
            (0.975, 1.959_963_984_540),
            (0.001, -3.090_232_306_168),
        ] {
            assert!((quantile(part) - wanted).abs() < 1e-8, "{part}: {}", quantile(part));
        }
    }
}
