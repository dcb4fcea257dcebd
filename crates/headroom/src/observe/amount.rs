//! Sizes as tools write them.

use crate::units::{KIB, SIZE_UNITS, decimal};

/// Nothing that was measured is larger.
const LARGEST: f64 = 1e15;

/// Bytes of a number in kB as `/proc` and `ps` mean it, KiB; `smem -k` writes `9.7M`.
pub(super) fn kibibytes(text: &str) -> Option<f64> {
    let text = text.strip_suffix("iB").or_else(|| text.strip_suffix('B')).unwrap_or(text);
    let last = text.chars().last()?;
    let (digits, scale) = match last.to_ascii_lowercase() {
        'k' => (&text[..text.len() - 1], KIB),
        'm' => (&text[..text.len() - 1], KIB * KIB),
        'g' => (&text[..text.len() - 1], KIB * KIB * KIB),
        _ => (text, KIB),
    };
    held(number(digits)? * scale)
}

/// Bytes of a number with its unit close to it: `97.62MiB`.
pub(super) fn with_unit(text: &str) -> Option<f64> {
    let at = text.find(|c: char| c.is_ascii_alphabetic())?;
    let (digits, unit) = text.split_at(at);
    let unit = SIZE_UNITS.into_iter().find(|known| known.name.eq_ignore_ascii_case(unit))?;
    held(number(digits)? * unit.bytes)
}

/// A plain number, not below zero.
pub(super) fn number(text: &str) -> Option<f64> {
    decimal::read(text).and_then(held)
}

/// What is no memory of any machine is no figure.
pub(super) fn held(value: f64) -> Option<f64> {
    (0.0..=LARGEST).contains(&value).then_some(value)
}

/// A total: nothing holds nothing, and who does not know writes 0.
pub(super) fn known(value: f64) -> Option<f64> {
    held(value).filter(|bytes| *bytes > 0.0)
}

/// Of one thing, a moment apart, two figures differ by less.
const A_MOMENT: f64 = 0.02;

/// Whether two figures can be of the same.
pub(super) fn alike(one: f64, other: f64) -> bool {
    (one - other).abs() <= one * A_MOMENT
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::MIB;

    #[test]
    fn sizes_of_proc_smem_and_docker() {
        assert_eq!(kibibytes("26492"), Some(26492.0 * KIB));
        assert_eq!(kibibytes("9.5M"), Some(9.5 * MIB));
        assert_eq!(with_unit("97.62MiB"), Some(97.62 * MIB));
        assert_eq!(with_unit("1.5GB"), Some(1.5e9));
        for wrong in ["", "k", "-5", "1.2.3", "1e3", "12%", "é", "inf"] {
            assert_eq!((kibibytes(wrong), with_unit(wrong)), (None, None), "{wrong}");
        }
    }
}
