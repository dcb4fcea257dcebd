//! What was seen while a plan was opened, as values; `text::problems` has the sentences.

use super::RowPart;
use crate::plan::{Field, FieldId, Plan, SideId};
use crate::setting::Value;
use crate::units::Estimate;

/// A plan that was opened, and what could not be taken over as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The plan: all of it can be evaluated.
    pub plan: Plan,
    /// What to tell the reader; empty if everything was in order.
    pub notices: Vec<Notice>,
}

/// A place in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The plan's name.
    Name,
    /// A setting, of one side, or of the plan or both sides.
    Setting(Option<SideId>, FieldId),
    /// A part of a free row, counted from 0.
    Row(SideId, usize, RowPart),
    /// A name that is not in the table, as it was found.
    Path(String),
}

/// One thing that differs from what was written.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A number is out of bounds, or not whole; the nearest one is used.
    Held {
        /// Where.
        spot: Spot,
        /// As written.
        found: Estimate,
        /// As used.
        held: Estimate,
    },
    /// A value is of the wrong kind; the default stays.
    NotRead {
        /// Where.
        spot: Spot,
        /// As written.
        found: String,
    },
    /// A name that this version does not know; it is left out.
    UnknownName {
        /// As written, with its groups.
        path: String,
    },
    /// A setting of a link that this version does not know; it is left out.
    UnknownNumber {
        /// Of which side, or of the plan.
        side: Option<SideId>,
        /// Its number on the wire.
        id: u64,
    },
    /// A name is too long, or holds control characters; a part of it is used.
    Shortened {
        /// Where.
        spot: Spot,
    },
    /// There are more free rows than a side can hold.
    RowsLeftOut {
        /// Which side.
        side: SideId,
        /// How many were written.
        found: usize,
    },
    /// The numbers were computed by an older model; today's is used.
    OlderModel {
        /// Its version.
        version: u64,
    },
    /// The plan comes from a page with a newer model.
    NewerModel {
        /// Its version.
        version: u64,
    },
    /// The prices were older; today's are used.
    OlderPrices {
        /// Their date, `2026-08-21`.
        date: String,
    },
    /// The plan comes from a page with newer prices.
    NewerPrices {
        /// Their date.
        date: String,
    },
    /// What an older model or older prices gave, and what holds now.
    Changed {
        /// For which side.
        side: SideId,
        /// When the link was made.
        then: Answer,
        /// With today's model and prices.
        now: Answer,
    },
    /// There are further notices, which are not listed.
    More,
}

/// What a side came to: enough to see whether a newer version says something else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// The likely peak in bytes, to the megabyte.
    pub peak: f64,
    /// The likely bill of a month in dollars, to the cent.
    pub dollars: f64,
}

impl Spot {
    /// As in a plan file: `target.workers.count`, `current.others[2].memory`.
    pub fn path(&self) -> String {
        match self {
            Self::Name => String::from("name"),
            Self::Setting(side, id) => {
                let (group, key) = Field::of(*id).key;
                match side {
                    Some(side) => format!("{}.{group}.{key}", side.key()),
                    None => format!("{group}.{key}"),
                }
            }
            Self::Row(side, at, part) => format!("{}.others[{at}].{}", side.key(), part.key()),
            Self::Path(path) => path.clone(),
        }
    }
}

/// Collects notices; a file full of rubbish does not get a list as long as itself.
#[derive(Debug, Default)]
pub(crate) struct Notices {
    list: Vec<Notice>,
}

impl Notices {
    const MOST: usize = 50;

    pub(crate) fn push(&mut self, notice: Notice) {
        if self.list.len() < Self::MOST {
            self.list.push(notice);
        } else if self.list.len() == Self::MOST {
            self.list.push(Notice::More);
        }
    }

    pub(crate) fn into_list(self) -> Vec<Notice> {
        self.list
    }

    /// Puts a value into a plan as far as it fits, and reports how far it did not.
    pub(crate) fn set(
        &mut self,
        plan: &mut Plan,
        side: Option<SideId>,
        field: &Field,
        value: Value,
    ) {
        let spot = Spot::Setting(side, field.id);
        let sides = side.map_or(SideId::ALL, |side| {
            if side == SideId::Current { &SideId::ALL[..1] } else { &SideId::ALL[1..] }
        });
        if let Some(value) = self.admit(field.kind, value, spot) {
            for side in sides {
                field.set(plan, *side, value);
            }
        }
    }

    /// The value that a kind can hold, if it can hold any of it.
    pub(crate) fn admit(
        &mut self,
        kind: crate::setting::Kind,
        value: Value,
        spot: Spot,
    ) -> Option<Value> {
        let admitted = kind.admit(value);
        match (value, admitted) {
            (Value::Number(found), Some(Value::Number(held))) if found != held => {
                self.push(Notice::Held { spot, found, held });
            }
            (_, None) => self.push(Notice::NotRead { spot, found: plainly(value) }),
            _ => {}
        }
        admitted
    }

    /// A name as far as it can be kept.
    pub(crate) fn name(&mut self, found: &str, longest: usize, spot: Spot) -> String {
        let kept: String = found.chars().filter(|c| !c.is_control()).take(longest).collect();
        if kept != found {
            self.push(Notice::Shortened { spot });
        }
        kept
    }
}

fn plainly(value: Value) -> String {
    match value {
        Value::Toggle(on) => on.to_string(),
        Value::Choice(at) => at.to_string(),
        Value::Number(number) if number.is_exact() => number.likely.to_string(),
        Value::Number(number) => format!("{}-{}", number.low, number.high),
        Value::Nothing => String::from("null"),
    }
}
