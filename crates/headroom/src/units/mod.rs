//! Numbers with units: sizes in bytes, estimates with a range, and what people type.
//!
//! The room of the core where `as` is allowed; elsewhere it is expected, with a reason.

pub(crate) mod decimal;
mod estimate;
pub(crate) mod normal;
mod parse;
mod size;

pub use estimate::Estimate;
pub use parse::{Decimal, Misread, number, quantity, size};
pub use size::{GB, GIB, KB, KIB, MB, MIB, SIZE_UNITS, SizeUnit, TB};

/// The whole number nearest to a value, held inside what `u32` can carry.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped first"
)]
pub fn whole(value: f64) -> u32 {
    if value.is_nan() { 0 } else { libm::round(value).clamp(0.0, f64::from(u32::MAX)) as u32 }
}

/// A value between 0 and 2^53 as an integer, rounded.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped first"
)]
pub fn integer(value: f64) -> u64 {
    if value.is_nan() { 0 } else { libm::round(value).clamp(0.0, 9_007_199_254_740_992.0) as u64 }
}

/// A count of things as a number to calculate with; exact below 2^53.
#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "counts of rows and parts are far below 2^53"
)]
pub fn count(things: usize) -> f64 {
    things as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_stay_inside_their_type() {
        assert_eq!(whole(2.5), 3);
        assert_eq!(whole(-7.0), 0);
        assert_eq!(whole(f64::NAN), 0);
        assert_eq!(whole(f64::INFINITY), u32::MAX);
        assert_eq!(integer(600e6), 600_000_000);
    }
}
