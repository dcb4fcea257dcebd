//! JSON in the order in which it is written, with numbers that read back to the last bit.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::units::integer;

/// A JSON value that keeps the order of its keys.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Null,
    Toggle(bool),
    Whole(u64),
    Number(f64),
    Text(String),
    List(Vec<Self>),
    Object(Vec<(&'static str, Self)>),
}

impl Node {
    pub(super) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A number, if every JSON parser must read it back exactly.
    pub(super) fn number(value: f64) -> Option<Self> {
        if (0.0..9e15).contains(&value) && value.fract() == 0.0 {
            return Some(Self::Whole(integer(value)));
        }
        let digits = value.to_string();
        let (whole, fraction) = digits.split_once('.')?;
        let significant = format!("{whole}{fraction}");
        // Below 2^53 and down to 10^-22 one correctly rounded division gives the number.
        let exact = significant.trim_start_matches('0').len() <= 15 && fraction.len() <= 22;
        exact.then_some(Self::Number(value))
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::Toggle(on) => to.serialize_bool(*on),
            Self::Whole(number) => to.serialize_u64(*number),
            Self::Number(number) => to.serialize_f64(*number),
            Self::Text(text) => to.serialize_str(text),
            Self::List(items) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Object(entries) => {
                let mut map = to.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
