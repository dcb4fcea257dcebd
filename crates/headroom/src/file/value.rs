//! One value of a plan as JSON, and back.
//!
//! A size is written as a person would, `600 MB` or `400-800 MB`, where that
//! reads back to exactly the same number; otherwise as plain bytes, and a range
//! whose likely value is not its middle as three numbers.

use serde_json::Value as Json;

use super::json::Node;
use crate::setting::{Kind, Value};
use crate::units::{self, Decimal, Estimate, SIZE_UNITS, SizeUnit};

/// `600` alone could be bytes or megabytes: as text it needs its unit.
const NO_UNIT: SizeUnit = SizeUnit { name: "", bytes: f64::NAN };

/// Longer numbers are no help to a reader.
const MOST_DIGITS: usize = 9;

pub(super) fn to_json(kind: Kind, value: Value) -> Node {
    match (kind, value) {
        (Kind::Choice(names), Value::Choice(at)) => {
            Node::text(names.get(at).copied().unwrap_or_default())
        }
        (_, Value::Toggle(on)) => Node::Toggle(on),
        (_, Value::Number(number)) if kind.is_size() => size(number),
        (_, Value::Number(number)) => quantity(number),
        (_, Value::Choice(_) | Value::Nothing) => Node::Null,
    }
}

fn size(number: Estimate) -> Node {
    if let Some(text) = readable_size(number) {
        return Node::Text(text);
    }
    if number.is_exact() {
        return Node::number(number.likely)
            .unwrap_or_else(|| Node::Text(format!("{} B", number.likely)));
    }
    three(number, size)
}

fn quantity(number: Estimate) -> Node {
    if number.is_exact() {
        return Node::number(number.likely)
            .unwrap_or_else(|| Node::Text(number.likely.to_string()));
    }
    let text = format!("{}-{}", number.low, number.high);
    if text.len() <= 2 * MOST_DIGITS && units::quantity(&text, Decimal::Point) == Ok(number) {
        Node::Text(text)
    } else {
        three(number, quantity)
    }
}

fn three(number: Estimate, one: fn(Estimate) -> Node) -> Node {
    let bound = |value| one(Estimate::exact(value));
    Node::Object(vec![
        ("low", bound(number.low)),
        ("likely", bound(number.likely)),
        ("high", bound(number.high)),
    ])
}

/// `600 MB`, if a reader of it gets the same bytes.
fn readable_size(number: Estimate) -> Option<String> {
    const ORDER: [SizeUnit; 7] = [
        SIZE_UNITS[3],
        SIZE_UNITS[2],
        SIZE_UNITS[1],
        SIZE_UNITS[7],
        SIZE_UNITS[6],
        SIZE_UNITS[5],
        SIZE_UNITS[0],
    ];
    if number == Estimate::ZERO {
        return Some(String::from("0 MB"));
    }
    let texts = ORDER.iter().filter(|unit| number.high >= unit.bytes).filter_map(|unit| {
        let (low, high) =
            ((number.low / unit.bytes).to_string(), (number.high / unit.bytes).to_string());
        let text = if number.is_exact() {
            format!("{high} {}", unit.name)
        } else {
            format!("{low}-{high} {}", unit.name)
        };
        let short = low.len() <= MOST_DIGITS && high.len() <= MOST_DIGITS;
        (short && units::size(&text, *unit, Decimal::Point) == Ok(number)).then_some(text)
    });
    texts.min_by_key(String::len)
}

/// The value that JSON holds, not yet held within bounds; nothing if it is of the wrong kind.
pub(super) fn from_json(kind: Kind, found: &Json) -> Option<Value> {
    match (kind, found) {
        (Kind::Toggle, Json::Bool(on)) => Some(Value::Toggle(*on)),
        (Kind::Choice(names), Json::String(name)) => {
            names.iter().position(|known| *known == name.as_str()).map(Value::Choice)
        }
        (Kind::OptionalSize(_) | Kind::OptionalQuantity(_), Json::Null) => Some(Value::Nothing),
        (Kind::Toggle | Kind::Choice(_), _) => None,
        (Kind::Count(_), _) => {
            one(kind, found).filter(|number| number.is_exact()).map(Value::Number)
        }
        (
            Kind::Size(_) | Kind::Quantity(_) | Kind::OptionalSize(_) | Kind::OptionalQuantity(_),
            _,
        ) => one(kind, found).or_else(|| range(kind, found)).map(Value::Number),
    }
}

fn one(kind: Kind, found: &Json) -> Option<Estimate> {
    match found {
        // Adding zero makes -0 a plain 0.
        Json::Number(number) => number.as_f64().map(|value| Estimate::exact(value + 0.0)),
        Json::String(text) if kind.is_size() => {
            units::size(text, NO_UNIT, Decimal::Point).ok().filter(|size| size.likely.is_finite())
        }
        Json::String(text) => units::quantity(text, Decimal::Point).ok(),
        Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
    }
}

fn range(kind: Kind, found: &Json) -> Option<Estimate> {
    let bound = |key| {
        one(kind, found.get(key)?).filter(|number| number.is_exact()).map(|number| number.likely)
    };
    let (low, high) = (bound("low")?, bound("high")?);
    let likely =
        if found.get("likely").is_some() { bound("likely")? } else { f64::midpoint(low, high) };
    (low <= likely && likely <= high).then_some(Estimate { low, likely, high })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setting::Bounds;
    use crate::units::MIB;

    const SIZE: Kind = Kind::Size(Bounds { min: 0.0, max: 1e12, slider: 0.0 });
    const NUMBER: Kind = Kind::Quantity(Bounds { min: 0.0, max: 1e12, slider: 0.0 });

    #[track_caller]
    fn written(kind: Kind, number: Estimate, wanted: &str) {
        let text = serde_json::to_string(&to_json(kind, Value::Number(number))).unwrap();
        assert_eq!(text, wanted);
        let back = from_json(kind, &serde_json::from_str(&text).unwrap());
        assert_eq!(back, Some(Value::Number(number)), "{text}");
    }

    #[test]
    fn sizes_are_written_as_people_write_them_where_nothing_is_lost() {
        written(SIZE, Estimate::exact(600e6), "\"600 MB\"");
        written(SIZE, Estimate::exact(5e9), "\"5 GB\"");
        written(SIZE, Estimate::exact(46.3 * MIB), "\"46.3 MiB\"");
        written(SIZE, Estimate::between(400e6, 800e6), "\"400-800 MB\"");
        written(SIZE, Estimate::between(0.0, 1.5e9), "\"0-1.5 GB\"");
        written(SIZE, Estimate::ZERO, "\"0 MB\"");
        written(SIZE, Estimate::exact(0.5), "0.5");
        written(SIZE, Estimate::exact(123_456_789.123_456_79), "\"123456789.12345679 B\"");
        let skewed = Estimate { low: 36.0 * MIB, likely: 46.3 * MIB, high: 86.0 * MIB };
        written(SIZE, skewed, r#"{"low":"36 MiB","likely":"46.3 MiB","high":"86 MiB"}"#);
    }

    #[test]
    fn numbers_too() {
        written(NUMBER, Estimate::exact(5.0), "5");
        written(NUMBER, Estimate::exact(0.1), "0.1");
        written(NUMBER, Estimate::exact(0.1 + 0.2), "\"0.30000000000000004\"");
        written(NUMBER, Estimate::exact(5e-324), &format!("\"{}\"", 5e-324));
        written(NUMBER, Estimate::between(0.5, 2.0), "\"0.5-2\"");
        written(
            NUMBER,
            Estimate { low: 1.0, likely: 2.0, high: 9.0 },
            r#"{"low":1,"likely":2,"high":9}"#,
        );
    }

    #[test]
    fn what_cannot_be_meant_is_not_read() {
        let read = |kind, text: &str| from_json(kind, &serde_json::from_str(text).unwrap());
        assert_eq!(read(SIZE, "\"600\""), None, "600 of what");
        assert_eq!(read(SIZE, "\"6oo MB\""), None);
        assert_eq!(read(SIZE, "null"), None);
        assert_eq!(read(SIZE, r#"{"low":3,"likely":2,"high":1}"#), None);
        assert_eq!(read(NUMBER, r#"{"low":1,"high":{}}"#), None);
        assert_eq!(read(NUMBER, "[1]"), None);
        assert_eq!(read(NUMBER, "true"), None);
        assert_eq!(read(NUMBER, "-0.0"), Some(Value::Number(Estimate::exact(0.0))));
    }
}
