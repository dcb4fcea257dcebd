//! The form of a link. Frozen: what is written here must open for ever.
//!
//! The frame: the length of the body, the body, and a CRC-16 of both. The body:
//! the model's version, the day of the prices, the name, then three sections of
//! records: the plan's settings, those of the current side that differ from the
//! version's frozen defaults, and those of the target side that differ from the
//! current. Versions differ in their defaults alone.

mod frozen;
mod read;
mod write;

use base64::alphabet::URL_SAFE;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use crc::{CRC_16_IBM_SDLC, Crc};

pub(super) use frozen::Frozen;
pub(super) use read::decode;
pub(super) use write::encode;

use crate::evaluate::outline;
use crate::part::others::{Place, Row};
use crate::plan::{Plan, SideId};
use crate::units::{Estimate, MB, integer};

/// The number of the record that holds what the plan came to.
const ANSWERS: u64 = 19;
/// The number that a side's settings count from.
const SIDE: u64 = 19;
/// The number of the record that holds a side's free rows.
const ROWS: u64 = 200;

const CHECKSUM: Crc<u16> = Crc::<u16>::new(&CRC_16_IBM_SDLC);
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Peak in megabytes and bill in cents.
fn answer(plan: &Plan, side: SideId) -> (u64, u64) {
    let budget = outline(plan, side);
    (integer(budget.total.peak.likely / MB), integer(budget.bill.total.likely * 100.0))
}

/// What a row holds where a link says nothing; frozen.
fn empty_row() -> Row {
    Row { name: String::new(), memory: Estimate::ZERO, vcpu: Estimate::ZERO, place: Place::Inside }
}

#[cfg(test)]
mod tests {
    use super::{ANSWERS, ROWS, SIDE};
    use crate::plan::{FIELDS, Scope};

    #[test]
    fn no_setting_takes_a_number_of_the_frame() {
        for field in FIELDS {
            assert!(!matches!(u64::from(field.wire), 0 | ANSWERS | ROWS), "{:?}", field.id);
            assert_eq!(
                field.scope() == Scope::Side,
                u64::from(field.wire) > SIDE,
                "{:?}",
                field.id
            );
        }
    }
}
