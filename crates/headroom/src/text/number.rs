//! Numbers as the reader writes them: `3.75 GB`, `0,91 GB`, `$4.10`, `0.7–1.2 GB`.

use super::{Lang, Reader, Sizes};
use crate::units::{Estimate, GB, GIB, KB, KIB, MB, MIB};

/// A size in three significant digits.
pub fn size(bytes: f64, reader: Reader) -> String {
    let (scale, unit) = size_unit(bytes, reader.sizes);
    format!("{}\u{a0}{unit}", significant(bytes / scale, reader.lang))
}

/// A range of sizes with one unit, or the size if there is no range.
pub fn size_range(value: Estimate, reader: Reader) -> String {
    let (scale, unit) = size_unit(value.high, reader.sizes);
    let low = significant(value.low / scale, reader.lang);
    let high = significant(value.high / scale, reader.lang);
    if low == high { size(value.likely, reader) } else { format!("{low}–{high}\u{a0}{unit}") }
}

/// A size for a field: all its digits, so that it reads back as it was.
pub fn exact_size(value: Estimate, reader: Reader) -> String {
    let (scale, unit) = size_unit(value.high, reader.sizes);
    exact_in(value, scale, &format!("\u{a0}{unit}"), reader.lang)
}

/// A number for a field: all its digits.
pub fn exact(value: Estimate, lang: Lang) -> String {
    exact_in(value, 1.0, "", lang)
}

fn exact_in(value: Estimate, scale: f64, unit: &str, lang: Lang) -> String {
    let digits = |number: f64| localised(&trimmed(&format!("{:.6}", number / scale)), lang);
    if value.is_exact() {
        format!("{}{unit}", digits(value.likely))
    } else {
        format!("{}–{}{unit}", digits(value.low), digits(value.high))
    }
}

/// A plain number in three significant digits, thousands grouped.
pub fn plain(number: f64, lang: Lang) -> String {
    significant(number, lang)
}

/// A range of plain numbers.
pub fn plain_range(value: Estimate, lang: Lang) -> String {
    let (low, high) = (significant(value.low, lang), significant(value.high, lang));
    if low == high { significant(value.likely, lang) } else { format!("{low}–{high}") }
}

/// Dollars and cents.
pub fn dollars(amount: f64, lang: Lang) -> String {
    let cents = if amount.abs() < 0.005 { 0.0 } else { amount };
    in_dollars(&localised(&grouped(&format!("{cents:.2}"), lang), lang), lang)
}

/// An amount where there is room for whole dollars only.
pub fn whole_dollars(amount: f64, lang: Lang) -> String {
    in_dollars(&grouped(&format!("{:.0}", libm::round(amount)), lang), lang)
}

/// A range of dollars; whole ones from ten up.
pub fn dollar_range(value: Estimate, lang: Lang) -> String {
    let amount = |number: f64| {
        let text = if value.high >= 10.0 { format!("{number:.0}") } else { format!("{number:.2}") };
        localised(&grouped(&text, lang), lang)
    };
    let (low, high) = (amount(value.low), amount(value.high));
    if low == high {
        dollars(value.likely, lang)
    } else {
        match lang {
            Lang::En | Lang::Es => format!("${low}–{high}"),
        }
    }
}

/// A part of one, in per cent.
pub fn percent(part: f64, lang: Lang) -> String {
    let number = significant(part * 100.0, lang);
    match lang {
        Lang::En => format!("{number}%"),
        Lang::Es => format!("{number}\u{a0}%"),
    }
}

fn in_dollars(amount: &str, lang: Lang) -> String {
    match lang {
        // In Latin America the sign comes first.
        Lang::En | Lang::Es => format!("${amount}"),
    }
}

fn size_unit(bytes: f64, sizes: Sizes) -> (f64, &'static str) {
    // 999.6 MB rounds to 1,000 MB, which is 1 GB.
    let units: [(f64, &str); 4] = match sizes {
        Sizes::Decimal => [(GB, "GB"), (MB, "MB"), (KB, "kB"), (1.0, "B")],
        Sizes::Binary => [(GIB, "GiB"), (MIB, "MiB"), (KIB, "KiB"), (1.0, "B")],
    };
    let zero = units[1];
    if bytes == 0.0 {
        return zero;
    }
    units.into_iter().find(|(scale, _)| bytes.abs() >= scale * 0.9995).unwrap_or(units[3])
}

fn significant(number: f64, lang: Lang) -> String {
    let size = number.abs();
    let text = if size >= 99.95 {
        format!("{number:.0}")
    } else if size >= 9.995 {
        format!("{number:.1}")
    } else if size >= 0.0995 {
        format!("{number:.2}")
    } else {
        format!("{number:.3}")
    };
    localised(&grouped(&trimmed(&text), lang), lang)
}

/// Without zeros after the decimal point that say nothing.
fn trimmed(text: &str) -> String {
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Thousands apart: from 1,000 in English, from 10.000 in Spanish (as its academy has it).
fn grouped(text: &str, lang: Lang) -> String {
    let (whole, fraction) =
        text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let digits = whole.trim_start_matches('-');
    let shortest = match lang {
        Lang::En => 4,
        Lang::Es => 5,
    };
    if digits.len() < shortest {
        return text.to_owned();
    }
    let sign = &whole[..whole.len() - digits.len()];
    let first = digits.len() % 3;
    let groups: Vec<&str> = [&digits[..first]]
        .into_iter()
        .filter(|group| !group.is_empty())
        .chain((first..digits.len()).step_by(3).map(|at| &digits[at..at + 3]))
        .collect();
    let whole = format!("{sign}{}", groups.join(","));
    fraction.map_or_else(|| whole.clone(), |rest| format!("{whole}.{rest}"))
}

/// A number of things as each language counts them, by the word for one and for any other
/// number: `1 day`, `2 days`, `0.5 days`.
pub fn counted(number: f64, en: [&str; 2], es: [&str; 2], lang: Lang) -> String {
    let said = plain(number, lang);
    let [one, many] = match lang {
        Lang::En => en,
        Lang::Es => es,
    };
    format!("{said} {}", if said == "1" { one } else { many })
}

/// The same in both languages: Gunicorn's word is a worker everywhere.
pub fn workers(number: f64, lang: Lang) -> String {
    let forms = ["worker", "workers"];
    counted(number, forms, forms, lang)
}

/// Point and comma change places in Spanish.
fn localised(text: &str, lang: Lang) -> String {
    match lang {
        Lang::En => text.to_owned(),
        Lang::Es => text
            .chars()
            .map(|c| match c {
                '.' => ',',
                ',' => '.',
                other => other,
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{self, SIZE_UNITS};

    const EN: Reader = Reader { lang: Lang::En, sizes: Sizes::Decimal };
    const ES: Reader = Reader { lang: Lang::Es, sizes: Sizes::Decimal };

    #[test]
    fn one_is_counted_as_one() {
        let days = |number, lang| counted(number, ["day", "days"], ["día", "días"], lang);
        assert_eq!(days(1.0, Lang::En), "1 day");
        assert_eq!(days(0.5, Lang::Es), "0,5 días");
        assert_eq!(days(1.0, Lang::Es), "1 día");
    }

    #[test]
    fn sizes_have_three_digits_and_a_unit() {
        assert_eq!(size(3.75e9, EN), "3.75\u{a0}GB");
        assert_eq!(size(910e6, ES), "910\u{a0}MB");
        assert_eq!(size(3.75e9, ES), "3,75\u{a0}GB");
        assert_eq!(size(999.9e6, EN), "1\u{a0}GB");
        assert_eq!(size(0.0, EN), "0\u{a0}MB");
        assert_eq!(size(46.3 * MIB, Reader { sizes: Sizes::Binary, ..EN }), "46.3\u{a0}MiB");
        assert_eq!(size_range(Estimate::between(0.7e9, 1.2e9), EN), "0.7–1.2\u{a0}GB");
    }

    #[test]
    fn money_has_cents_and_its_sign_where_the_language_puts_it() {
        assert_eq!(dollars(37.5, Lang::En), "$37.50");
        assert_eq!(dollars(1234.5, Lang::En), "$1,234.50");
        assert_eq!(dollars(4.1, Lang::Es), "$4,10");
        assert_eq!(dollar_range(Estimate::between(27.5, 47.5), Lang::En), "$28–48");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(plain(10_000.0, Lang::En), "10,000");
        assert_eq!(plain(10_000.0, Lang::Es), "10.000");
        assert_eq!(plain(2000.0, Lang::Es), "2000");
        assert_eq!(plain(0.58, Lang::Es), "0,58");
    }

    #[test]
    fn what_a_field_shows_reads_back_as_it_was() {
        for reader in [EN, ES, Reader { sizes: Sizes::Binary, ..EN }] {
            for bytes in [600e6, 1.5e9, 46.3 * MIB, 15e6, 5e9, 608.0] {
                let shown = exact_size(Estimate::exact(bytes), reader);
                let read = units::size(&shown, SIZE_UNITS[2], reader.lang.decimal()).unwrap();
                assert!((read.likely - bytes).abs() <= bytes * 1e-6, "{shown}: {read:?}");
            }
        }
        let range = exact_size(Estimate::between(400e6, 800e6), ES);
        assert_eq!(
            units::size(&range, SIZE_UNITS[2], ES.lang.decimal()),
            Ok(Estimate::between(400e6, 800e6))
        );
    }
}
