//! The plan as text: the file, its schema, the readable address, a page's fields.
//!
//! All of it is made from the one table of settings, [`crate::plan::FIELDS`].
//! Reading is lenient by setting: what cannot be used is reported as a
//! [`Notice`], and the rest opens.

mod input;
mod json;
mod notice;
mod prefill;
mod read;
mod rows;
mod schema;
mod slider;
mod value;
mod write;

pub use input::{InputError, input_unit, read_input, read_row_input, show_input, show_row_input};
pub(crate) use notice::Notices;
pub use notice::{Answer, Notice, Opened, Spot};
pub use prefill::{describes_a_plan, prefill};
pub use read::{FileError, LONGEST, read};
pub use rows::RowPart;
pub use schema::schema;
pub use slider::{at, slide, slides, step};
pub use write::write;

/// The version of the plan file's form.
pub const VERSION: u64 = 1;
