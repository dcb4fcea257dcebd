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

/// Plans in which nothing was typed, when each version was published: the first; with what
/// was fitted to the lab's rows; with the lab's own rows of preload among them.
const DEFAULTS: [&str; 3] = [
    include_str!("../v1_defaults.json"),
    include_str!("../v2_defaults.json"),
    include_str!("../v3_defaults.json"),
];

/// Each is read when it is first asked for: a page asks for the latest.
static VERSIONS: [LazyLock<Frozen>; DEFAULTS.len()] = [
    LazyLock::new(|| Frozen::new('1', DEFAULTS[0])),
    LazyLock::new(|| Frozen::new('2', DEFAULTS[1])),
    LazyLock::new(|| Frozen::new('3', DEFAULTS[2])),
];

impl Frozen {
    /// What links are written with.
    pub(in crate::link) fn latest() -> &'static Self {
        let [.., latest] = &VERSIONS;
        latest
    }

    /// What a link of a version was written with.
    pub(in crate::link) fn of(version: char) -> Option<&'static Self> {
        let place = version.to_digit(10)?.checked_sub(1)?;
        VERSIONS.get(usize::try_from(place).ok()?).map(|frozen| &**frozen)
    }

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
        for (defaults, wanted) in
            DEFAULTS.into_iter().zip([2_109_992_530, 782_075_039, 1_816_589_024])
        {
            let checksum = Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(defaults.as_bytes());
            assert_eq!(checksum, wanted, "defaults are frozen: links rest on them");
        }
    }

    #[test]
    fn the_defaults_of_each_version_are_a_plan() {
        for defaults in DEFAULTS {
            let opened = file::read(defaults).unwrap();
            let older = |notice: &Notice| matches!(notice, Notice::OlderModel { .. });
            assert!(opened.notices.iter().all(older), "{:?}", opened.notices);
            assert_eq!(opened.plan.current, opened.plan.target);
        }
    }

    #[test]
    fn a_plan_in_which_nothing_was_typed_leaves_nothing_to_write() {
        assert_eq!(
            Frozen::latest().plan,
            fresh(),
            "defaults moved: a new version of the link keeps links short"
        );
    }
}
