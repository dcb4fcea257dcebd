//! `report.html`: the report as one page without scripts. Its policy lets nothing run and
//! nothing load; the one style is named by its hash.

use askama::Template;

use super::{Block, Report, Text};
use crate::export::escape;
use crate::export::sheet::file;
use crate::text::Lang;
use crate::text::code::pieces;

const STYLE: &str = include_str!("../../../../../templates/report.css");

/// The style's SHA-256, for the policy.
const STYLE_HASH: &str = "sha256-KEE6RLQ/XnDHvFqEb9cHysSWg/fLhTknqC7vevm9TIk=";

#[derive(Template)]
#[template(path = "report.html", escape = "none")]
struct Page<'a> {
    report: &'a Report,
    lang: &'static str,
    style: &'static str,
    style_hash: &'static str,
}

pub(super) fn write(report: &Report, lang: Lang) -> String {
    file(&Page { report, lang: lang.code(), style: STYLE, style_hash: STYLE_HASH })
}

impl Page<'_> {
    #[expect(clippy::unused_self, reason = "askama calls methods")]
    fn words(&self, text: &Text) -> String {
        match text {
            Text::Ours(text) => with_code(&escape::html(text)),
            Text::Theirs(text) => escape::html(&escape::comment(text)),
        }
    }

    /// Anything else as an address would be a way in.
    #[expect(clippy::unused_self, reason = "askama calls methods")]
    fn leads_to_a_page(&self, link: &str) -> bool {
        link.starts_with("https://") || link.starts_with("http://")
    }
}

/// What stands in backticks is code.
fn with_code(html: &str) -> String {
    let piece = |(is_code, piece): (bool, &str)| {
        if is_code { format!("<code>{piece}</code>") } else { piece.to_owned() }
    };
    pieces(html).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    #[test]
    fn the_policy_names_the_style() {
        assert_eq!(STYLE_HASH, format!("sha256-{}", STANDARD.encode(Sha256::digest(STYLE))));
    }
}
