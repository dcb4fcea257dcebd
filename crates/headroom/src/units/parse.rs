//! Reads what a person types into a field: `600 MB`, `0,6 GB`, `400-800`.

use super::{Estimate, SIZE_UNITS, SizeUnit, decimal};

/// Which sign stands before the fraction in the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

/// Why a text is not a number, with what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// Nothing was typed.
    Empty,
    /// No number can be made of this.
    NotANumber(String),
    /// The number is fine, what follows is no unit that we know.
    UnknownUnit(String),
}

/// A size in bytes, or a range of sizes. Without a unit it counts in `default`.
///
/// # Errors
/// When the text holds no number, or a unit that is not one of [`SIZE_UNITS`].
pub fn size(text: &str, default: SizeUnit, decimal: Decimal) -> Result<Estimate, Misread> {
    range(text, decimal, |unit| match unit {
        "" => Ok(None),
        name => find_unit(name)
            .map(|unit| Some(unit.bytes))
            .ok_or_else(|| Misread::UnknownUnit(name.to_owned())),
    })
    .map(|(low, high, shared)| {
        let shared = shared.unwrap_or(default.bytes);
        // `500-1 GB`: nobody means 500 GB.
        let smaller = low.unit.is_none()
            && low.value * shared > high.value * shared
            && low.value * default.bytes <= high.value * shared;
        let low = if smaller { Number { unit: Some(default.bytes), ..low } } else { low };
        bounds(&low, &high, shared)
    })
}

/// A plain number or a range.
///
/// # Errors
/// When the text holds no number, or something else behind it.
pub fn quantity(text: &str, decimal: Decimal) -> Result<Estimate, Misread> {
    range(text, decimal, |unit| {
        if unit.is_empty() { Ok(None) } else { Err(Misread::UnknownUnit(unit.to_owned())) }
    })
    .map(|(low, high, _)| bounds(&low, &high, 1.0))
}

fn bounds(low: &Number, high: &Number, scale: f64) -> Estimate {
    let (low, high) =
        (low.value * low.unit.unwrap_or(scale), high.value * high.unit.unwrap_or(scale));
    if low.total_cmp(&high).is_eq() {
        Estimate::exact(low)
    } else {
        Estimate::between(low.min(high), low.max(high))
    }
}

struct Number {
    value: f64,
    unit: Option<f64>,
}

type UnitReader<'a> = dyn Fn(&str) -> Result<Option<f64>, Misread> + 'a;

/// Both ends and the unit that a bare end takes over from the other.
fn range(
    text: &str,
    decimal: Decimal,
    unit: impl Fn(&str) -> Result<Option<f64>, Misread>,
) -> Result<(Number, Number, Option<f64>), Misread> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Misread::Empty);
    }
    let (low, high) = split_range(text).unwrap_or((text, text));
    let low = one(low, decimal, &unit).map_err(|why| whole_text(why, text))?;
    let high = one(high, decimal, &unit).map_err(|why| whole_text(why, text))?;
    let shared = high.unit.or(low.unit);
    Ok((low, high, shared))
}

/// A number that cannot be read is reported with all that was typed.
fn whole_text(why: Misread, text: &str) -> Misread {
    match why {
        Misread::NotANumber(_) => Misread::NotANumber(text.to_owned()),
        Misread::Empty | Misread::UnknownUnit(_) => why,
    }
}

fn one(text: &str, decimal: Decimal, unit: &UnitReader<'_>) -> Result<Number, Misread> {
    let text = text.trim();
    let end = text
        .find(|c: char| !matches!(c, '0'..='9' | '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '_'))
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let value = number(digits, decimal).ok_or_else(|| Misread::NotANumber(text.to_owned()))?;
    Ok(Number { value, unit: unit(rest.trim())? })
}

/// Where a range is parted: a dash of any kind, `..`, or the word between.
fn split_range(text: &str) -> Option<(&str, &str)> {
    const BETWEEN: [&str; 8] = ["..", "-", "\u{2013}", "\u{2014}", "\u{2212}", " to ", " a ", "~"];
    BETWEEN.iter().find_map(|sign| {
        let (low, high) = text.split_once(sign)?;
        (!low.trim().is_empty() && !high.trim().is_empty()).then_some((low, high))
    })
}

/// A number in the reader's notation. The other language's decimal sign counts
/// as one too, unless exactly three digits follow it: then it groups thousands.
pub fn number(text: &str, decimal: Decimal) -> Option<f64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '_').collect();
    let (own, other) = match decimal {
        Decimal::Point => ('.', ','),
        Decimal::Comma => (',', '.'),
    };
    if text.is_empty() || text.matches(own).count() > 1 {
        return None;
    }
    let (whole, fraction) = text.split_once(own).unwrap_or((&text, ""));
    if fraction.contains(other) {
        return None;
    }
    let mut groups = whole.split(other);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let thousands =
        rest.iter().all(|group| group.len() == 3) && !first.starts_with('0') && !first.is_empty();
    let plain = if rest.is_empty() || thousands {
        format!("{first}{}.{fraction}", rest.concat())
    } else if rest.len() == 1 && fraction.is_empty() && !text.contains(own) {
        format!("{first}.{}", rest.concat())
    } else {
        return None;
    };
    decimal::read(&plain).filter(|value| value.is_finite())
}

/// `mb` and `MB` are one unit; `Mib` and `MiB` too.
fn find_unit(name: &str) -> Option<SizeUnit> {
    let long = match name {
        "k" | "K" => "kB",
        "m" | "M" => "MB",
        "g" | "G" => "GB",
        other => other,
    };
    SIZE_UNITS.into_iter().find(|unit| unit.name.eq_ignore_ascii_case(long))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::MB;

    const IN_MB: SizeUnit = SIZE_UNITS[2];

    #[track_caller]
    fn reads(text: &str, decimal: Decimal, low: f64, high: f64) {
        let found = size(text, IN_MB, decimal);
        let wanted = if low.total_cmp(&high).is_eq() {
            Estimate::exact(low)
        } else {
            Estimate::between(low, high)
        };
        assert_eq!(found, Ok(wanted), "{text:?}");
    }

    #[test]
    fn sizes() {
        reads("600 MB", Decimal::Point, 600e6, 600e6);
        reads("0.6 GB", Decimal::Point, 600e6, 600e6);
        reads("0,6 gb", Decimal::Comma, 600e6, 600e6);
        reads("600", Decimal::Point, 600e6, 600e6);
        reads("46.3MiB", Decimal::Point, 46.3 * 1_048_576.0, 46.3 * 1_048_576.0);
        reads("512 KiB", Decimal::Point, 524_288.0, 524_288.0);
    }

    #[test]
    fn ranges() {
        reads("400-800", Decimal::Point, 400e6, 800e6);
        reads("400 – 800 MB", Decimal::Point, 400e6, 800e6);
        reads("0.4 to 0.8 GB", Decimal::Point, 400e6, 800e6);
        reads("400 a 800 MB", Decimal::Comma, 400e6, 800e6);
        reads("800-400", Decimal::Point, 400e6, 800e6);
        reads("900 MB-1.2 GB", Decimal::Point, 900e6, 1.2e9);
        reads("500-1 GB", Decimal::Point, 500e6, 1e9);
        reads("800-400 MB", Decimal::Point, 400e6, 800e6);
    }

    #[test]
    fn thousands_follow_the_language() {
        assert_eq!(number("1,024", Decimal::Point), Some(1024.0));
        assert_eq!(number("1,024", Decimal::Comma), Some(1.024));
        assert_eq!(number("1.024", Decimal::Comma), Some(1024.0));
        assert_eq!(number("1.5", Decimal::Comma), Some(1.5));
        assert_eq!(number("0,600", Decimal::Point), Some(0.6));
        assert_eq!(number("10.000,5", Decimal::Comma), Some(10_000.5));
        assert_eq!(number("1,2,3", Decimal::Point), None);
        assert_eq!(number(".", Decimal::Point), None);
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(
            size("6oo MB", IN_MB, Decimal::Point),
            Err(Misread::UnknownUnit("oo MB".into()))
        );
        assert_eq!(size("many", IN_MB, Decimal::Point), Err(Misread::NotANumber("many".into())));
        assert_eq!(size("600 MX", IN_MB, Decimal::Point), Err(Misread::UnknownUnit("MX".into())));
        assert_eq!(size("-5", IN_MB, Decimal::Point), Err(Misread::NotANumber("-5".into())));
        assert_eq!(size("  ", IN_MB, Decimal::Point), Err(Misread::Empty));
        assert_eq!(quantity("3 GB", Decimal::Point), Err(Misread::UnknownUnit("GB".into())));
        assert_eq!(MB, 1e6);
    }
}
