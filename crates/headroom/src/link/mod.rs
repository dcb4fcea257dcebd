//! The share link: a whole plan in the fragment of an address.
//!
//! `#3` and base64url: the first character is the version, which says what a link
//! leaves out. Every version that was ever published stays readable; `tests/links`
//! holds that.
//! Links are opened as they arrive, after a walk through mail and chat.

mod arrival;
mod date;
mod form;
mod qr;
mod wire;

use crate::file::Opened;
use crate::plan::Plan;

pub use qr::{Qr, qr};

/// Longer texts are not looked at: a plan is a few hundred characters.
pub const LONGEST: usize = 100_000;

/// Why a text is no link that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// There is no link of this page in it.
    NotALink,
    /// The text is longer than [`LONGEST`].
    TooLong,
    /// It was made by a later version of the page.
    Newer {
        /// The version's character.
        version: char,
    },
    /// Its end is missing.
    Truncated {
        /// Characters of the payload that arrived.
        found: usize,
        /// Characters that it had.
        wanted: usize,
    },
    /// Something in it was changed.
    Damaged,
}

/// The payload of the link to a plan: what comes after the `#`.
pub fn encode(plan: &Plan) -> String {
    form::encode(plan, form::Frozen::latest())
}

/// The plan of a link: a whole address, a fragment or a payload.
///
/// # Errors
/// When there is no link in the text, or it cannot be read to its end.
pub fn decode(text: &str) -> Result<Opened, LinkError> {
    if text.len() > LONGEST {
        return Err(LinkError::TooLong);
    }
    let mut first = None;
    for payload in arrival::payloads(text) {
        match open(&payload) {
            Ok(opened) => return Ok(opened),
            Err(LinkError::NotALink) => {}
            Err(why) => first = first.or(Some(why)),
        }
    }
    Err(first.unwrap_or(LinkError::NotALink))
}

fn open(payload: &str) -> Result<Opened, LinkError> {
    /// Shorter than any link: an anchor such as `#4`.
    const SHORTEST: usize = 8;

    let version = payload.chars().next().ok_or(LinkError::NotALink)?;
    match form::Frozen::of(version) {
        Some(frozen) => form::decode(&payload[1..], frozen),
        None if matches!(version, '4'..='9' | 'A'..='Z') && payload.len() >= SHORTEST => {
            Err(LinkError::Newer { version })
        }
        None => Err(LinkError::NotALink),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{fresh, note};

    #[test]
    fn links_are_short() {
        // Settings that are newer than the version have no default in it and are written out.
        assert!(encode(&fresh()).len() < 24, "{}", encode(&fresh()));
        assert!(encode(&note()).len() < 150, "{} {}", encode(&note()).len(), encode(&note()));
    }

    #[test]
    fn a_plan_comes_back_as_it_was() {
        for plan in [fresh(), note()] {
            assert_eq!(decode(&encode(&plan)), Ok(Opened { plan, notices: Vec::new() }));
        }
    }

    #[test]
    fn links_survive_mail_and_chat() {
        let payload = encode(&note());
        let (start, end) = payload.split_at(50);
        let arrivals = [
            format!("#{payload}"),
            format!("  {payload}\n"),
            format!("%23{payload}"),
            format!("https://someone.github.io/headroom/#{payload}."),
            format!("Look at this: https://someone.github.io/headroom/#{payload} and tell me"),
            format!("<https://someone.github.io/headroom/#{payload}>, (see #5)"),
            format!("(https://someone.github.io/headroom/#{payload})."),
            format!("https://x.test/?a=b#{start}\r\n{end}"),
            format!("> https://x.test/#{start}=\n> {end}"),
            format!("https://x.test/#{start}\u{200b}{end}\""),
            format!("https://safe.test/?url=https%3A%2F%2Fx.test%2F%2523{payload}&data=05%7C02"),
            payload.replace('-', "%2D").replace('_', "%5f"),
            payload.replace('-', "+").replace('_', "/"),
            payload.replace('-', "%2B").replace('_', "%2F"),
        ];
        for text in arrivals {
            let opened = decode(&text);
            assert_eq!(opened.map(|opened| opened.plan), Ok(note()), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_link_is_named() {
        let payload = encode(&note());
        assert_eq!(decode(""), Err(LinkError::NotALink));
        assert_eq!(decode("#parts"), Err(LinkError::NotALink));
        assert_eq!(decode("https://x.test/"), Err(LinkError::NotALink));
        assert_eq!(decode(&format!("Z{}", &payload[1..])), Err(LinkError::Newer { version: 'Z' }));
        let next = char::from(payload.as_bytes()[0] + 1);
        let newer = format!("{next}{}", &payload[1..]);
        assert_eq!(decode(&newer), Err(LinkError::Newer { version: next }));
        let wanted = payload.len();
        assert_eq!(
            decode(&payload[..wanted - 1]),
            Err(LinkError::Truncated { found: wanted - 1, wanted })
        );
        assert_eq!(decode(&payload[..40]), Err(LinkError::Truncated { found: 40, wanted }));
        let changed = if payload.as_bytes()[60] == b'A' { "B" } else { "A" };
        let damaged = format!("{}{changed}{}", &payload[..60], &payload[61..]);
        assert_eq!(decode(&damaged), Err(LinkError::Damaged));
        assert_eq!(decode(&"2".repeat(LONGEST + 1)), Err(LinkError::TooLong));
    }
}
