//! Version 1 of the link. Frozen: what is written here must open for ever.
//!
//! The frame: the length of the body, the body, and a CRC-16 of both. The body:
//! the model's version, the day of the prices, the name, then three sections of
//! records: the plan's settings, those of the current side that differ from
//! `v1_defaults.json`, and those of the target side that differ from the current.

mod read;
mod write;

use std::sync::LazyLock;

use base64::alphabet::URL_SAFE;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use crc::{CRC_16_IBM_SDLC, Crc};

pub(super) use read::decode;
pub(super) use write::encode;

use crate::evaluate::outline;
use crate::file;
use crate::part::others::{Place, Row};
use crate::plan::{FIELDS, Field, FieldId, Plan, Scope, SideId, fresh};
use crate::units::{Estimate, MB, integer};

/// A plan in which nothing was typed, when version 1 was published.
const DEFAULTS: &str = include_str!("../v1_defaults.json");

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

/// What a link leaves out: the frozen plan, and the settings that it knows.
struct Frozen {
    plan: Plan,
    settings: Vec<(Scope, FieldId)>,
}

static FROZEN: LazyLock<Frozen> = LazyLock::new(|| {
    let json: serde_json::Value = serde_json::from_str(DEFAULTS).unwrap_or_default();
    let known = |field: &&Field| {
        let (group, key) = field.key;
        let of = match field.scope() {
            Scope::Plan => json.get(group),
            Scope::Side => json.get("current").and_then(|side| side.get(group)),
        };
        of.is_some_and(|settings| settings.get(key).is_some())
    };
    let settings = FIELDS.iter().filter(known).map(|field| (field.scope(), field.id)).collect();
    Frozen { plan: file::read(DEFAULTS).map_or_else(|_| fresh(), |opened| opened.plan), settings }
});

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
    use super::*;

    #[test]
    fn the_defaults_of_version_1_never_change() {
        let checksum = Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(DEFAULTS.as_bytes());
        assert_eq!(checksum, 2_109_992_530, "v1_defaults.json is frozen: links rest on it");
    }

    #[test]
    fn the_defaults_of_version_1_are_a_plan() {
        let opened = file::read(DEFAULTS).unwrap();
        assert_eq!(opened.notices, []);
        assert_eq!(opened.plan.current, opened.plan.target);
    }

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
