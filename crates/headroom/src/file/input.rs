//! What a person types into a field of the page, and what the field shows.

use super::RowPart;
use crate::plan::{Field, FieldId};
use crate::setting::{Bounds, Kind, Value};
use crate::text::number::{exact, exact_size};
use crate::text::{Reader, Sizes};
use crate::units::{self, Decimal, Estimate, Misread, SIZE_UNITS, SizeUnit};

/// Why a typed text is not taken; `text::problems::field` has the sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum InputError {
    /// It is no number, or no size.
    Misread(Misread),
    /// A count is a single number, not a range.
    NotOne,
    /// A count is whole.
    NotWhole,
    /// It is below what the setting can hold.
    TooSmall {
        /// The least, in the kind's base unit.
        min: f64,
    },
    /// It is above what the setting can hold.
    TooLarge {
        /// The most, in the kind's base unit.
        max: f64,
    },
    /// The setting is chosen, not typed.
    NotTyped,
}

/// The unit that a bare number counts in.
pub fn input_unit(id: FieldId, reader: Reader) -> SizeUnit {
    let [_, kb, mb, gb, _, kib, mib, gib] = SIZE_UNITS;
    let (decimal, binary) = if matches!(id, FieldId::Egress | FieldId::Volume) {
        (gb, gib)
    } else if matches!(id, FieldId::Growth) {
        (kb, kib)
    } else {
        (mb, mib)
    };
    match reader.sizes {
        Sizes::Decimal => decimal,
        Sizes::Binary => binary,
    }
}

/// The value that was typed for a setting. An empty optional setting holds nothing.
///
/// # Errors
/// When the text is no value that the setting can hold.
pub fn read_input(field: &Field, text: &str, reader: Reader) -> Result<Value, InputError> {
    typed(field.kind, text, input_unit(field.id, reader), reader.lang.decimal())
}

/// The value that was typed for a free row's memory or CPU.
///
/// # Errors
/// When the text is no value that it can hold.
pub fn read_row_input(part: RowPart, text: &str, reader: Reader) -> Result<Value, InputError> {
    let kind = part.kind().ok_or(InputError::NotTyped)?;
    typed(kind, text, input_unit(FieldId::WorkersMeasured, reader), reader.lang.decimal())
}

/// What a field shows of a value: all digits, and a unit that reads back.
pub fn show_input(field: &Field, value: Value, reader: Reader) -> String {
    shown(field.kind, value, reader)
}

/// What a free row's field shows of a value.
pub fn show_row_input(part: RowPart, value: Value, reader: Reader) -> String {
    part.kind().map(|kind| shown(kind, value, reader)).unwrap_or_default()
}

fn shown(kind: Kind, value: Value, reader: Reader) -> String {
    match value {
        Value::Number(number) if kind.is_size() => exact_size(number, reader),
        Value::Number(number) => exact(number, reader.lang),
        Value::Toggle(_) | Value::Choice(_) | Value::Nothing => String::new(),
    }
}

pub(super) fn typed(
    kind: Kind,
    text: &str,
    unit: SizeUnit,
    decimal: Decimal,
) -> Result<Value, InputError> {
    if kind.is_optional() && text.trim().is_empty() {
        return Ok(Value::Nothing);
    }
    let (number, bounds) = match kind {
        Kind::Toggle | Kind::Choice(_) => return Err(InputError::NotTyped),
        Kind::Size(bounds) | Kind::OptionalSize(bounds) => {
            (units::size(text, unit, decimal), bounds)
        }
        Kind::Quantity(bounds) => (units::quantity(text, decimal), bounds),
        // Dollars, with their sign or without.
        Kind::OptionalQuantity(bounds) => {
            (units::quantity(text.trim().trim_matches('$'), decimal), bounds)
        }
        Kind::Count(bounds) => (whole(text, decimal)?, bounds),
    };
    within(number.map_err(InputError::Misread)?, bounds)
}

fn whole(text: &str, decimal: Decimal) -> Result<Result<Estimate, Misread>, InputError> {
    let number = units::quantity(text, decimal);
    match &number {
        Ok(number) if !number.is_exact() => Err(InputError::NotOne),
        Ok(number) if number.likely.fract() != 0.0 => Err(InputError::NotWhole),
        Ok(_) | Err(_) => Ok(number),
    }
}

fn within(number: Estimate, bounds: Bounds) -> Result<Value, InputError> {
    if number.low < bounds.min {
        Err(InputError::TooSmall { min: bounds.min })
    } else if number.high > bounds.max {
        Err(InputError::TooLarge { max: bounds.max })
    } else {
        Ok(Value::Number(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{FIELDS, SideId, note};
    use crate::text::Lang;
    use crate::units::{GB, KB, MB, MIB};

    const EN: Reader = Reader { lang: Lang::En, sizes: Sizes::Decimal };
    const ES: Reader = Reader { lang: Lang::Es, sizes: Sizes::Decimal };
    const BINARY: Reader = Reader { lang: Lang::En, sizes: Sizes::Binary };

    #[track_caller]
    fn reads(id: FieldId, text: &str, reader: Reader, wanted: Estimate) {
        assert_eq!(read_input(Field::of(id), text, reader), Ok(Value::Number(wanted)), "{text}");
    }

    #[track_caller]
    fn refuses(id: FieldId, text: &str, wanted: InputError) {
        assert_eq!(read_input(Field::of(id), text, EN), Err(wanted), "{text}");
    }

    #[test]
    fn a_bare_number_counts_in_the_unit_of_its_field() {
        reads(FieldId::WorkersMeasured, "600", EN, Estimate::exact(600.0 * MB));
        reads(FieldId::WorkersMeasured, "600", BINARY, Estimate::exact(600.0 * MIB));
        reads(FieldId::WorkersMeasured, "0,6 GB", ES, Estimate::exact(600.0 * MB));
        reads(FieldId::WorkersMeasured, "400-800", EN, Estimate::between(400.0 * MB, 800.0 * MB));
        reads(FieldId::Egress, "20", EN, Estimate::exact(20.0 * GB));
        reads(FieldId::Growth, "4", EN, Estimate::exact(4.0 * KB));
        reads(FieldId::Workers, "10", ES, Estimate::exact(10.0));
        reads(FieldId::MemoryPrice, "$12.50", EN, Estimate::exact(12.5));
    }

    #[test]
    fn what_is_refused_says_why() {
        refuses(FieldId::Workers, "2-4", InputError::NotOne);
        refuses(FieldId::Workers, "2.5", InputError::NotWhole);
        refuses(FieldId::Workers, "2001", InputError::TooLarge { max: 2000.0 });
        refuses(FieldId::Threads, "0", InputError::TooSmall { min: 1.0 });
        refuses(FieldId::Limit, "10 MB", InputError::TooSmall { min: 64.0 * MB });
        refuses(FieldId::Workers, "", InputError::Misread(Misread::Empty));
        refuses(FieldId::Tier, "pro", InputError::NotTyped);
        assert_eq!(read_input(Field::of(FieldId::Limit), " ", EN), Ok(Value::Nothing));
    }

    #[test]
    fn what_a_field_shows_it_also_reads() {
        let plan = note();
        for field in FIELDS {
            let value = field.get(&plan, SideId::Current);
            for reader in [EN, ES] {
                let shown = show_input(field, value, reader);
                match (value, read_input(field, &shown, reader)) {
                    (Value::Number(wanted), Ok(Value::Number(found))) => {
                        let error =
                            (found.high - wanted.high).abs().max((found.low - wanted.low).abs());
                        assert!(error <= 1e-6 * wanted.high, "{:?} {shown}", field.id);
                    }
                    (Value::Nothing, found) => assert_eq!(found, Ok(Value::Nothing)),
                    (Value::Toggle(_) | Value::Choice(_), found) => {
                        assert_eq!(found, Err(InputError::NotTyped));
                    }
                    (Value::Number(_), found) => panic!("{:?} {shown}: {found:?}", field.id),
                }
            }
        }
    }

    #[test]
    fn rows_are_typed_too() {
        assert_eq!(
            read_row_input(RowPart::Memory, "90", EN),
            Ok(Value::Number(Estimate::exact(90.0 * MB)))
        );
        assert_eq!(
            read_row_input(RowPart::Vcpu, "0,5", ES),
            Ok(Value::Number(Estimate::exact(0.5)))
        );
        assert_eq!(
            show_row_input(RowPart::Memory, Value::Number(Estimate::exact(90.0 * MB)), EN),
            "90\u{a0}MB"
        );
    }
}
