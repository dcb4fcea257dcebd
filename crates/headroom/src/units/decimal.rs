//! Decimal digits of a number, and the number of decimal digits.
//!
//! The standard library reads any text to the last bit, with a table of 10 kB that
//! no compression makes smaller. Here the digits of a number are read back to the
//! last bit, and longer ones than any number has to the last bit but few.

/// A power of ten that is a number without rounding, and the largest.
const EXACT: (i32, f64) = (22, 1e22);
/// Up to here every whole number is one without rounding.
const WHOLE: u64 = 1 << 53;
/// No number has an exponent as far from zero.
const FAR: i32 = 400;
/// What scaling in steps can miss by, in neighbouring numbers.
const MISSED: usize = 16;

/// The shortest digits that read back as this number, from zero up: `(25, -1)` for 2.5.
pub(crate) fn digits(value: f64) -> (u64, i32) {
    let text = format!("{value:e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let shift = i32::try_from(fraction.len()).unwrap_or_default();
    (format!("{whole}{fraction}").parse().unwrap_or_default(), exponent - shift)
}

/// The number with these digits.
pub(crate) fn number(mantissa: u64, exponent: i32) -> f64 {
    let near = scaled(mantissa, exponent);
    if exponent == 0 || mantissa <= WHOLE && exponent.abs() <= EXACT.0 {
        return near;
    }
    let is_it = |value: &f64| digits(*value) == (mantissa, exponent);
    let above = std::iter::successors(Some(near), |value| Some(value.next_up()));
    let below = std::iter::successors(Some(near), |value| Some(value.next_down()));
    above.zip(below).take(MISSED).flat_map(<[f64; 2]>::from).find(is_it).unwrap_or(near)
}

/// The number that plain digits say, with at most one point among them: `0.25`.
pub(crate) fn read(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let (mut mantissa, mut left_out) = (0_u64, 0);
    for digit in whole.chars().chain(fraction.chars()) {
        let digit = digit.to_digit(10)?;
        let more = mantissa.checked_mul(10).and_then(|tens| tens.checked_add(digit.into()));
        match more.filter(|_| left_out == 0) {
            Some(more) => mantissa = more,
            None => left_out += 1,
        }
    }
    let shift = i32::try_from(fraction.len()).ok()?;
    (text.len() > text.matches('.').count()).then(|| number(mantissa, left_out - shift))
}

#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "the number nearest to the digits is what is wanted"
)]
fn scaled(mantissa: u64, exponent: i32) -> f64 {
    let mut value = mantissa as f64;
    let mut left = exponent.clamp(-FAR, FAR);
    while left != 0 {
        let step = left.clamp(-EXACT.0, EXACT.0);
        let power = (0..step.abs()).fold(1.0, |power, _| power * 10.0);
        value = if step < 0 { value / power } else { value * power };
        left -= step;
    }
    value
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plain_digits_are_read_as_the_standard_library_reads_them() {
        for text in ["0", "0.6", "600", "1.", ".5", "00012.50", "123456789.123456", "0.000001"] {
            assert_eq!(read(text), text.parse().ok(), "{text}");
        }
        let long = "12345678901234567890123.5";
        assert!((read(long).unwrap() / long.parse::<f64>().unwrap() - 1.0).abs() < 1e-15);
        for wrong in ["", ".", "1.2.3", "-1", "1e3", "inf", "٣"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_no_number_can_be_is_endless_or_nothing() {
        assert_eq!(number(1, 400), f64::INFINITY);
        assert_eq!(number(1, i32::MAX), f64::INFINITY);
        assert_eq!(number(u64::MAX, i32::MIN), 0.0);
    }

    proptest! {
        #[test]
        fn digits_of_any_number_read_back_to_the_last_bit(bits in 0..f64::INFINITY.to_bits()) {
            let value = f64::from_bits(bits);
            let (mantissa, exponent) = digits(value);
            prop_assert_eq!(number(mantissa, exponent).to_bits(), bits);
        }

        #[test]
        fn usual_digits_are_read_as_the_standard_library_reads_them(
            mantissa in 0..=WHOLE,
            exponent in -22..=22_i32,
        ) {
            let text = format!("{mantissa}e{exponent}");
            prop_assert_eq!(number(mantissa, exponent), text.parse::<f64>().unwrap());
        }
    }
}
