//! Where on the page an address leads: `?at=workers#2...` opens a plan at a card.
//!
//! The fragment stays the plan's alone, so every link that was ever made opens as before.
//! `?embed` asks for the answer without the rest.

use crate::export::{ARTEFACTS, ArtefactId};
use crate::part::PartId;
use crate::plan::Group;

/// A place that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A card of settings.
    Card(Group),
    /// What to change first.
    Findings,
    /// One's own measurements.
    Observed,
    /// Which setting moves the total most.
    Sensitivity,
    /// Workers against threads.
    Grid,
    /// The kept plans side by side.
    Compare,
    /// One of the files to take away.
    Artefact(ArtefactId),
}

/// What an address asks for besides its plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Where to begin.
    pub at: Option<Place>,
    /// Only the answer, for a frame in another page.
    pub embed: bool,
}

impl Place {
    /// All of them, in the order of the page.
    pub fn all() -> impl Iterator<Item = Self> {
        let cards = PartId::ALL.iter().map(|part| Self::Card(Group::Part(*part)));
        let files = ARTEFACTS.iter().map(|id| Self::Artefact(*id));
        [Self::Observed, Self::Findings, Self::Card(Group::Railway)]
            .into_iter()
            .chain(cards)
            .chain([Self::Card(Group::Service), Self::Card(Group::Overrides)])
            .chain([Self::Sensitivity, Self::Grid, Self::Compare])
            .chain(files)
    }

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Card(Group::Railway) => "railway",
            Self::Card(Group::Overrides) => "overrides",
            Self::Card(Group::Service) => "service",
            Self::Card(Group::Part(part)) => part.key(),
            Self::Findings => "findings",
            Self::Observed => "observed",
            Self::Sensitivity => "sensitivity",
            Self::Grid => "grid",
            Self::Compare => "compare",
            Self::Artefact(id) => id.key(),
        }
    }

    /// The place of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|place| place.key() == name)
    }

    /// The place whose element this is.
    pub fn of_element(id: &str) -> Option<Self> {
        Self::all().find(|place| place.element() == id)
    }

    /// The id of its element on the page.
    pub fn element(self) -> String {
        match self {
            Self::Card(Group::Part(part)) => format!("part-{}", part.key()),
            Self::Card(Group::Railway | Group::Overrides | Group::Service) => {
                format!("group-{}", self.key())
            }
            Self::Findings | Self::Observed => self.key().to_owned(),
            Self::Sensitivity | Self::Grid | Self::Compare => format!("explore-{}", self.key()),
            Self::Artefact(_) => "export".to_owned(),
        }
    }
}

/// Whether a fragment is an element of the page, and no plan: the skip link's, say.
pub fn is_anchor(fragment: &str) -> bool {
    matches!(fragment, "parts" | "explore" | "tables" | "verdict" | "gap")
        || Place::of_element(fragment).is_some()
}

/// What the query of an address asks for; unknown places are the top of the page.
pub fn asked(query: &str) -> Asked {
    let query = query.trim_start_matches('?');
    let mut asked = Asked::default();
    for pair in query.split('&') {
        match pair.split_once('=').unwrap_or((pair, "")) {
            ("at", name) => asked.at = Place::named(name),
            ("embed", _) => asked.embed = true,
            _ => {}
        }
    }
    asked
}

/// What to put between the page's address and the `#`.
pub fn query(asked: Asked) -> String {
    let at = asked.at.map(|place| format!("at={}", place.key()));
    let embed = asked.embed.then(|| "embed".to_owned());
    let pairs: Vec<String> = at.into_iter().chain(embed).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link;
    use crate::plan::note;

    #[test]
    fn every_place_is_found_again_by_its_name() {
        let all: Vec<Place> = Place::all().collect();
        for (at, place) in all.iter().enumerate() {
            let wanted = Asked { at: Some(*place), embed: false };
            assert_eq!(asked(&query(wanted)), wanted, "{place:?}");
            assert!(all[at + 1..].iter().all(|other| other.key() != place.key()), "{place:?}");
        }
    }

    #[test]
    fn an_address_with_a_place_opens_its_plan() {
        let asked_for = Asked { at: Place::named("logs"), embed: true };
        let address =
            format!("https://x.test/headroom/{}#{}", query(asked_for), link::encode(&note()));
        assert!(address.contains("/?at=logs&embed#3"), "{address}");
        assert_eq!(link::decode(&address).map(|opened| opened.plan), Ok(note()));
    }

    #[test]
    fn an_element_of_the_page_is_no_plan_and_a_plan_no_element() {
        assert!(is_anchor("parts") && is_anchor("part-logs") && is_anchor("export"));
        assert!(!is_anchor(&link::encode(&note())) && !is_anchor("2") && !is_anchor(""));
        assert_eq!(Place::of_element("group-railway"), Some(Place::Card(Group::Railway)));
    }

    #[test]
    fn what_is_not_known_is_the_top_of_the_page() {
        assert_eq!(asked("?at=nowhere&workers=3"), Asked::default());
        assert_eq!(asked(""), Asked::default());
        assert!(asked("workers=3&embed=1").embed);
    }
}
