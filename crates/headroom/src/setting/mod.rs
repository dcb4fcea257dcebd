//! What one setting of a plan can hold, and what it may hold.
//!
//! Every setting, whatever its type, can be read as a [`Value`] and set from
//! one. That is what lets one table of fields drive the page's controls, the
//! plan file, its schema and the share link alike.

use crate::units::Estimate;

/// What a setting holds at the moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Off or on.
    Toggle(bool),
    /// One of the kind's choices, by its place in the list.
    Choice(usize),
    /// A number or a range, in the kind's base unit (bytes for sizes).
    Number(Estimate),
    /// Left open: the calculated or the listed value holds.
    Nothing,
}

/// What a setting may hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Off or on.
    Toggle,
    /// One of these, by their names in plan files.
    Choice(&'static [&'static str]),
    /// A whole number.
    Count(Bounds),
    /// Bytes; a value or a range.
    Size(Bounds),
    /// A plain number; a value or a range.
    Quantity(Bounds),
    /// As `Size`, or nothing.
    OptionalSize(Bounds),
    /// As `Quantity`, or nothing.
    OptionalQuantity(Bounds),
}

/// The smallest and the largest value, and where a slider ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Nothing below is taken.
    pub min: f64,
    /// Nothing above is taken.
    pub max: f64,
    /// The usual range, which a slider spans; zero means no slider.
    pub slider: f64,
}

/// A type that a setting can have.
pub trait Setting: Copy {
    /// The value to show or to write.
    fn value(self) -> Value;
    /// The setting that a value makes, if it is of the right shape.
    fn from_value(value: Value) -> Option<Self>;
}

impl Kind {
    /// The bounds of a number.
    pub fn bounds(self) -> Option<Bounds> {
        match self {
            Self::Toggle | Self::Choice(_) => None,
            Self::Count(bounds)
            | Self::Size(bounds)
            | Self::Quantity(bounds)
            | Self::OptionalSize(bounds)
            | Self::OptionalQuantity(bounds) => Some(bounds),
        }
    }

    /// Whether it counts bytes.
    pub fn is_size(self) -> bool {
        matches!(self, Self::Size(_) | Self::OptionalSize(_))
    }

    /// Whether it may be left open.
    pub fn is_optional(self) -> bool {
        matches!(self, Self::OptionalSize(_) | Self::OptionalQuantity(_))
    }

    /// The nearest value that this kind can hold, or nothing if the shape is wrong.
    pub fn admit(self, value: Value) -> Option<Value> {
        match (self, value) {
            (Self::Toggle, Value::Toggle(_))
            | (Self::OptionalSize(_) | Self::OptionalQuantity(_), Value::Nothing) => Some(value),
            (Self::Choice(names), Value::Choice(index)) => (index < names.len()).then_some(value),
            (Self::Count(bounds), Value::Number(number)) => {
                let rounded = libm::round(number.likely.clamp(bounds.min, bounds.max));
                number.likely.is_finite().then_some(Value::Number(Estimate::exact(rounded)))
            }
            (
                Self::Size(bounds)
                | Self::Quantity(bounds)
                | Self::OptionalSize(bounds)
                | Self::OptionalQuantity(bounds),
                Value::Number(number),
            ) => ordered(number).then(|| Value::Number(number.clamp(bounds.min, bounds.max))),
            (
                Self::Toggle
                | Self::Choice(_)
                | Self::Count(_)
                | Self::Size(_)
                | Self::Quantity(_)
                | Self::OptionalSize(_)
                | Self::OptionalQuantity(_),
                _,
            ) => None,
        }
    }
}

fn ordered(number: Estimate) -> bool {
    let Estimate { low, likely, high } = number;
    low.is_finite() && likely.is_finite() && high.is_finite() && low <= likely && likely <= high
}

impl Setting for bool {
    fn value(self) -> Value {
        Value::Toggle(self)
    }

    fn from_value(value: Value) -> Option<Self> {
        if let Value::Toggle(on) = value { Some(on) } else { None }
    }
}

impl Setting for u32 {
    fn value(self) -> Value {
        Value::Number(Estimate::exact(f64::from(self)))
    }

    fn from_value(value: Value) -> Option<Self> {
        if let Value::Number(number) = value {
            Some(crate::units::whole(number.likely))
        } else {
            None
        }
    }
}

impl Setting for Estimate {
    fn value(self) -> Value {
        Value::Number(self)
    }

    fn from_value(value: Value) -> Option<Self> {
        if let Value::Number(number) = value { Some(number) } else { None }
    }
}

impl Setting for Option<Estimate> {
    fn value(self) -> Value {
        self.map_or(Value::Nothing, Value::Number)
    }

    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Number(number) => Some(Some(number)),
            Value::Nothing => Some(None),
            Value::Toggle(_) | Value::Choice(_) => None,
        }
    }
}

/// An enum whose variants are the choices of a setting, with their file names.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $key:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// Every choice, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
            /// Their names in plan files, in the same order.
            pub const KEYS: &[&str] = &[$($key),+];

            /// Its own name in plan files.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }
        }

        impl $crate::setting::Setting for $name {
            fn value(self) -> $crate::setting::Value {
                $crate::setting::Value::Choice(Self::ALL.iter().position(|choice| *choice == self).unwrap_or_default())
            }

            fn from_value(value: $crate::setting::Value) -> Option<Self> {
                if let $crate::setting::Value::Choice(index) = value { Self::ALL.get(index).copied() } else { None }
            }
        }
    };
}
pub(crate) use choices;

#[cfg(test)]
mod tests {
    use super::*;

    const COUNT: Kind = Kind::Count(Bounds { min: 1.0, max: 9.0, slider: 9.0 });

    #[test]
    fn what_is_out_of_range_is_held_at_the_bound() {
        assert_eq!(
            COUNT.admit(Value::Number(Estimate::exact(40.0))),
            Some(Value::Number(Estimate::exact(9.0)))
        );
        assert_eq!(
            COUNT.admit(Value::Number(Estimate::exact(2.4))),
            Some(Value::Number(Estimate::exact(2.0)))
        );
    }

    #[test]
    fn what_has_the_wrong_shape_is_refused() {
        assert_eq!(COUNT.admit(Value::Toggle(true)), None);
        assert_eq!(COUNT.admit(Value::Nothing), None);
        assert_eq!(COUNT.admit(Value::Number(Estimate::exact(f64::NAN))), None);
        let backwards = Estimate { low: 3.0, likely: 2.0, high: 1.0 };
        assert_eq!(
            Kind::Size(Bounds { min: 0.0, max: 9.0, slider: 0.0 }).admit(Value::Number(backwards)),
            None
        );
        assert_eq!(Kind::Choice(&["a", "b"]).admit(Value::Choice(2)), None);
    }
}
