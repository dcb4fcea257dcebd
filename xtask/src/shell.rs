//! What is done to the page that Trunk built, so that it is there before WebAssembly:
//! the first screen of the example stands in it, with its style and its starter, and
//! the policy names the two by their hash.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::paths;

/// The languages whose first screen `cargo xtask opening` wrote.
pub(crate) const LANGUAGES: [&str; 2] = ["en", "es"];

/// Completes the page in `folder`.
pub(crate) fn complete(folder: &Path) -> Result<()> {
    let file = folder.join("index.html");
    let mut page = fs::read_to_string(&file).context("Trunk wrote no index.html")?;
    for language in LANGUAGES {
        let screen = fs::read_to_string(first_screen(language))?;
        page = put(&page, &format!("<!-- opening: {language} -->"), screen.trim_end())?;
    }
    let style = inline_sheets(&mut page, folder)?;
    let starter = inline_starter(&mut page, folder)?;
    page = put(&page, "style-src 'self'", &format!("style-src {}", hash(&style)))?;
    page = put(&page, "script-src 'self'", &format!("script-src 'self' {}", hash(&starter)))?;
    fs::write(&file, page).context("index.html cannot be written")
}

/// Where the first screen in a language is.
pub(crate) fn first_screen(language: &str) -> std::path::PathBuf {
    paths::workspace().join("opening").join(format!("{language}.html"))
}

/// As a policy names what stands between a tag and its end.
pub(crate) fn hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

fn put(page: &str, place: &str, what: &str) -> Result<String> {
    let (before, after) =
        page.split_once(place).with_context(|| format!("index.html lacks {place}"))?;
    Ok(format!("{before}{what}{after}"))
}

/// Puts all sheets where the first is linked, as one, and gives it back.
fn inline_sheets(page: &mut String, folder: &Path) -> Result<String> {
    let mut style = String::new();
    let mut place = None;
    while let Some((from, to)) = tag(page, "<link rel=\"stylesheet\"", ">") {
        style += &take_file(folder, attribute(&page[from..to], "href")?)?;
        page.replace_range(from..to, "");
        place = place.or(Some(from));
    }
    page.insert_str(place.context("no sheet is linked")?, &format!("<style>{style}</style>"));
    Ok(style)
}

/// Puts the starter where its file is named, and gives it back. It runs before anything
/// is painted; a module, as Trunk.toml has it for a page without this, would run after.
fn inline_starter(page: &mut String, folder: &Path) -> Result<String> {
    let (from, to) = tag(page, "<script type=\"module\"", "</script>").context("no starter")?;
    let (js, wasm) =
        (attribute(&page[from..to], "data-js")?, attribute(&page[from..to], "data-wasm")?);
    let starter = take_file(folder, attribute(&page[from..to], "src")?)?;
    let tag = format!("<script data-js=\"{js}\" data-wasm=\"{wasm}\">{starter}</script>");
    page.replace_range(from..to, &tag);
    Ok(starter)
}

/// From the start to the end of the first such tag.
fn tag(page: &str, start: &str, end: &str) -> Option<(usize, usize)> {
    let from = page.find(start)?;
    let to = from + page[from..].find(end)? + end.len();
    Some((from, to))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Result<&'a str> {
    tag.split_once(&format!("{name}=\""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(value, _)| value)
        .with_context(|| format!("{tag} lacks {name}"))
}

/// The text of a file that nothing asks for any more. The address may begin with where
/// the page will be published.
fn take_file(folder: &Path, address: &str) -> Result<String> {
    let name = address.rsplit('/').next().unwrap_or(address);
    let file = folder.join(name);
    let text = fs::read_to_string(&file).with_context(|| format!("{name} was not built"))?;
    fs::remove_file(&file)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_what_a_browser_computes() {
        // Of nothing, as `openssl dgst -sha256 -binary | base64` prints it.
        assert_eq!(hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }

    #[test]
    fn an_attribute_is_found_in_its_tag() {
        let tag = "<script src=\"./a.js\" data-js=\"/x/b.js\">";
        assert_eq!(attribute(tag, "data-js").unwrap(), "/x/b.js");
        assert!(attribute(tag, "data-wasm").is_err());
    }
}
