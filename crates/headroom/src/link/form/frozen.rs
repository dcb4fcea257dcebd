//! What links leave out: the defaults of the day when their version was published.

use std::sync::LazyLock;

use crate::file;
use crate::plan::{FIELDS, Field, FieldId, Plan, Scope, fresh};

/// The defaults of a version, and the settings that it knows.
pub(in crate::link) struct Frozen {
    /// The link's first character.
    pub(in crate::link) version: char,
    pub(super) plan: Plan,
    pub(super) settings: Vec<(Scope, FieldId)>,
}

/// The first defaults.
pub(in crate::link) static V1: LazyLock<Frozen> = LazyLock::new(|| Frozen::new('1', DEFAULTS_1));

/// The defaults that were fitted to the lab's rows.
pub(in crate::link) static V2: LazyLock<Frozen> = LazyLock::new(|| Frozen::new('2', DEFAULTS_2));

/// Plans in which nothing was typed, when each version was published.
const DEFAULTS_1: &str = include_str!("../v1_defaults.json");
const DEFAULTS_2: &str = include_str!("../v2_defaults.json");

impl Frozen {
    fn new(version: char, defaults: &str) -> Self {
        let json: serde_json::Value = serde_json::from_str(defaults).unwrap_or_default();
        let known = |field: &&Field| {
            let (group, key) = field.key;
            let of = match field.scope() {
                Scope::Plan => json.get(group),
                Scope::Side => json.get("current").and_then(|side| side.get(group)),
            };
            of.is_some_and(|settings| settings.get(key).is_some())
        };
        let settings = FIELDS.iter().filter(known).map(|field| (field.scope(), field.id)).collect();
        let plan = file::read(defaults).map_or_else(|_| fresh(), |opened| opened.plan);
        Self { version, plan, settings }
    }
}

#[cfg(test)]
mod tests {
    use crc::Crc;

    use super::*;
    use crate::file::Notice;

    #[test]
    fn the_defaults_of_a_version_never_change() {
        for (defaults, wanted) in [(DEFAULTS_1, 2_109_992_530), (DEFAULTS_2, 782_075_039)] {
            let checksum = Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(defaults.as_bytes());
            assert_eq!(checksum, wanted, "defaults are frozen: links rest on them");
        }
    }

    #[test]
    fn the_defaults_of_each_version_are_a_plan() {
        for defaults in [DEFAULTS_1, DEFAULTS_2] {
            let opened = file::read(defaults).unwrap();
            let older = |notice: &Notice| matches!(notice, Notice::OlderModel { .. });
            assert!(opened.notices.iter().all(older), "{:?}", opened.notices);
            assert_eq!(opened.plan.current, opened.plan.target);
        }
    }

    #[test]
    fn a_plan_in_which_nothing_was_typed_leaves_nothing_to_write() {
        assert_eq!(V2.plan, fresh(), "defaults moved: a new version of the link keeps links short");
    }
}
