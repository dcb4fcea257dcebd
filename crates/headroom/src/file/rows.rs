//! The settings of a free row, which the table does not hold.

use crate::part::others::{Place, Row};
use crate::setting::{Bounds, Kind, Setting, Value, choices};
use crate::units::{Estimate, GB, TB};

choices! {
    /// One setting of a free row.
    RowPart {
        /// What the user calls it.
        Name = "name",
        /// Bytes that it holds.
        Memory = "memory",
        /// vCPUs that it uses.
        Vcpu = "vcpu",
        /// Inside this service or beside it.
        Place = "place",
    }
}

impl RowPart {
    /// What it may hold; nothing for the name.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Name => None,
            Self::Memory => Some(Kind::Size(Bounds { min: 0.0, max: TB, slider: 2.0 * GB })),
            Self::Vcpu => Some(Kind::Quantity(Bounds { min: 0.0, max: 2400.0, slider: 4.0 })),
            Self::Place => Some(Kind::Choice(Place::KEYS)),
        }
    }

    /// What a row holds here.
    pub fn get(self, row: &Row) -> Option<Value> {
        match self {
            Self::Name => None,
            Self::Memory => Some(row.memory.value()),
            Self::Vcpu => Some(row.vcpu.value()),
            Self::Place => Some(row.place.value()),
        }
    }

    /// Puts a value in that its kind admits.
    pub fn set(self, row: &mut Row, value: Value) {
        let Some(value) = self.kind().and_then(|kind| kind.admit(value)) else { return };
        match self {
            Self::Name => {}
            Self::Memory => row.memory = Estimate::from_value(value).unwrap_or(row.memory),
            Self::Vcpu => row.vcpu = Estimate::from_value(value).unwrap_or(row.vcpu),
            Self::Place => row.place = Place::from_value(value).unwrap_or(row.place),
        }
    }
}

/// What a row holds where nothing is said.
pub(crate) fn empty() -> Row {
    Row { name: String::new(), memory: Estimate::ZERO, vcpu: Estimate::ZERO, place: Place::Inside }
}
