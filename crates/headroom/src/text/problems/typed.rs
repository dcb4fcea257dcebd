//! What is wrong with what was typed, and what is wanted instead.

use crate::file::{InputError, RowPart};
use crate::plan::Field;
use crate::setting::Kind;
use crate::text::number::{exact, exact_size};
use crate::text::{Lang, Reader, say, word};
use crate::units::{Estimate, Misread};

/// What is wrong with the text in a field of the page.
pub fn field(field: &Field, found: &str, why: &InputError, reader: Reader) -> String {
    typed(field.kind, example(field.kind, reader.lang), found, why, reader)
}

/// What is wrong with the text in a field of a free row.
pub fn row(part: RowPart, found: &str, why: &InputError, reader: Reader) -> String {
    let Some(kind) = part.kind() else { return String::new() };
    let wanted = match part {
        RowPart::Vcpu => word!(reader.lang, "`0.1` or `0.5-2`", "`0,1` o `0,5-2`"),
        RowPart::Name | RowPart::Memory | RowPart::Place => example(kind, reader.lang),
    };
    typed(kind, wanted, found, why, reader)
}

fn typed(kind: Kind, wanted: &str, found: &str, why: &InputError, reader: Reader) -> String {
    let (lang, text) = (reader.lang, quoted(found));
    match why {
        InputError::Misread(Misread::Empty) => {
            say!(lang, "Nothing is here. Try {wanted}.", "Aquí no hay nada. Prueba {wanted}.")
        }
        InputError::Misread(Misread::UnknownUnit(unit))
            if kind.is_size() && unit.chars().all(char::is_alphanumeric) =>
        {
            let unit = quoted(unit);
            say!(
                lang,
                "{unit} is not a unit of memory. Try `MB` or `GB`: {wanted}.",
                "{unit} no es una unidad de memoria. Prueba `MB` o `GB`: {wanted}."
            )
        }
        InputError::Misread(_)
        | InputError::NotOne
        | InputError::NotWhole
        | InputError::NotTyped => match kind {
            Kind::Size(_) | Kind::OptionalSize(_) => {
                say!(
                    lang,
                    "{text} is not a size. Try {wanted}.",
                    "{text} no es un tamaño. Prueba {wanted}."
                )
            }
            Kind::Count(_) => {
                say!(
                    lang,
                    "{text} is not a whole number. Try {wanted}.",
                    "{text} no es un número entero. Prueba {wanted}."
                )
            }
            Kind::Quantity(_) | Kind::OptionalQuantity(_) | Kind::Toggle | Kind::Choice(_) => {
                say!(
                    lang,
                    "{text} is not a number. Try {wanted}.",
                    "{text} no es un número. Prueba {wanted}."
                )
            }
        },
        InputError::TooSmall { min } => {
            let min = bound(kind, *min, reader);
            say!(
                lang,
                "{text} is too small: at least {min}.",
                "{text} es demasiado poco: como mínimo, {min}."
            )
        }
        InputError::TooLarge { max } => {
            let max = bound(kind, *max, reader);
            say!(
                lang,
                "{text} is too much: at most {max}.",
                "{text} es demasiado: como máximo, {max}."
            )
        }
    }
}

pub(super) fn example(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Size(_) | Kind::OptionalSize(_) => {
            word!(lang, "`600 MB` or `400-800 MB`", "`600 MB` o `400-800 MB`")
        }
        Kind::Count(_) => "`4`",
        Kind::Quantity(_) => word!(lang, "`40` or `20-60`", "`40` o `20-60`"),
        Kind::OptionalQuantity(_) => word!(lang, "`12.50`", "`12,50`"),
        Kind::Toggle => word!(lang, "`true` or `false`", "`true` o `false`"),
        Kind::Choice(_) => "",
    }
}

pub(super) fn bound(kind: Kind, value: f64, reader: Reader) -> String {
    shown(kind, Estimate::exact(value), reader)
}

pub(super) fn shown(kind: Kind, value: Estimate, reader: Reader) -> String {
    if kind.is_size() { exact_size(value, reader) } else { exact(value, reader.lang) }
}

/// What somebody wrote, short enough for a sentence.
pub(super) fn quoted(found: &str) -> String {
    const LONGEST: usize = 40;

    let plain: String =
        found.trim().chars().map(|c| if c.is_control() || c == '`' { ' ' } else { c }).collect();
    if plain.chars().count() > LONGEST {
        let start: String = plain.chars().take(LONGEST).collect();
        format!("`{start}…`")
    } else {
        format!("`{plain}`")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{read_input, read_row_input};
    use crate::plan::FieldId;
    use crate::text::Sizes;

    const EN: Reader = Reader { lang: Lang::En, sizes: Sizes::Decimal };
    const ES: Reader = Reader { lang: Lang::Es, sizes: Sizes::Decimal };

    #[track_caller]
    fn says(id: FieldId, text: &str, reader: Reader, wanted: &str) {
        let why = read_input(Field::of(id), text, reader).unwrap_err();
        assert_eq!(field(Field::of(id), text, &why, reader).replace('\u{a0}', " "), wanted);
    }

    #[test]
    fn a_field_says_what_it_found_and_what_it_wants() {
        says(
            FieldId::WorkersMeasured,
            "6oo MB",
            EN,
            "`6oo MB` is not a size. Try `600 MB` or `400-800 MB`.",
        );
        says(
            FieldId::WorkersMeasured,
            "6oo MB",
            ES,
            "`6oo MB` no es un tamaño. Prueba `600 MB` o `400-800 MB`.",
        );
        says(
            FieldId::WorkersMeasured,
            "600 MX",
            EN,
            "`MX` is not a unit of memory. Try `MB` or `GB`: `600 MB` or `400-800 MB`.",
        );
        says(FieldId::WorkersMeasured, "2 TB", EN, "`2 TB` is too much: at most 1000 GB.");
        says(FieldId::Workers, "two", EN, "`two` is not a whole number. Try `4`.");
        says(FieldId::Workers, "2-4", EN, "`2-4` is not a whole number. Try `4`.");
        says(FieldId::Threads, "0", ES, "`0` es demasiado poco: como mínimo, 1.");
        says(FieldId::Limit, "1 kB", EN, "`1 kB` is too small: at least 64 MB.");
        says(FieldId::ExportRows, "", EN, "Nothing is here. Try `40` or `20-60`.");
    }

    #[test]
    fn a_free_row_says_what_it_found_and_what_it_wants() {
        let says = |part, text| {
            let why = read_row_input(part, text, EN).unwrap_err();
            row(part, text, &why, EN).replace('\u{a0}', " ")
        };
        assert_eq!(
            says(RowPart::Memory, "much"),
            "`much` is not a size. Try `600 MB` or `400-800 MB`."
        );
        assert_eq!(says(RowPart::Vcpu, "half"), "`half` is not a number. Try `0.1` or `0.5-2`.");
        assert_eq!(says(RowPart::Vcpu, "1e9"), "`1e9` is not a number. Try `0.1` or `0.5-2`.");
    }
}
