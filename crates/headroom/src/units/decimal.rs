//! Decimal digits of a number, and the number of decimal digits.

use lexical_parse_float::FromLexical as _;

/// The shortest digits that read back as this number, from zero up: `(25, -1)` for 2.5.
pub(crate) fn digits(value: f64) -> (u64, i32) {
    let text = format!("{value:e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let shift = i32::try_from(fraction.len()).unwrap_or_default();
    (format!("{whole}{fraction}").parse().unwrap_or_default(), exponent - shift)
}

/// The number with these digits; endless if none is as large.
pub(crate) fn number(mantissa: u64, exponent: i32) -> f64 {
    parse(&format!("{mantissa}e{exponent}")).unwrap_or(f64::INFINITY)
}

/// The number that plain digits say, with at most one point among them: `0.25`.
pub(crate) fn read(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    plain.then(|| parse(text)).flatten()
}

/// The number nearest to what the text says: `2.5e-1`.
pub(crate) fn parse(text: &str) -> Option<f64> {
    f64::from_lexical(text.as_bytes()).ok()
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
            mantissa in 0..=1_u64 << 53,
            exponent in -22..=22_i32,
        ) {
            let text = format!("{mantissa}e{exponent}");
            prop_assert_eq!(number(mantissa, exponent), text.parse::<f64>().unwrap());
        }
    }
}
