//! What must hold for the built folder, whatever the page does: it carries its
//! policy, runs nothing inline, and names no other origin as something to load.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::report::Tally;
use crate::shell;

/// The directives without which the policy would be no protection.
const REQUIRED: [&str; 2] = ["default-src 'none'", "connect-src 'self'"];
/// What the policy must never allow.
const FORBIDDEN: [&str; 2] = ["'unsafe-inline'", "'unsafe-eval'"];
/// Names that look like addresses and are never fetched.
const NAMESPACES: &str = "www.w3.org/";

/// Checks the policy, and each file that could make the browser load something.
pub(crate) fn check(folder: &Path) -> Result<Tally> {
    let page = fs::read_to_string(folder.join("index.html")).context("index.html is missing")?;
    check_policy(&page)?;
    check_inline(&page)?;
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let kind = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if ["html", "css", "js", "svg", "webmanifest"].contains(&kind) {
            let text = fs::read_to_string(&file)?;
            let foreign =
                foreign_address(&if kind == "html" { without_words(&text) } else { text });
            ensure!(foreign.is_none(), "{} names {}", file.display(), foreign.unwrap_or_default());
        }
    }
    Ok(Tally::ONE_CHECK)
}

fn check_policy(page: &str) -> Result<()> {
    let policy = page
        .split_once("http-equiv=\"Content-Security-Policy\" content=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .context("index.html carries no policy")?
        .0;
    for directive in REQUIRED {
        ensure!(policy.split("; ").any(|own| own == directive), "the policy lacks {directive}");
    }
    for source in FORBIDDEN {
        ensure!(!policy.contains(source), "the policy allows {source}");
    }
    Ok(())
}

fn check_inline(page: &str) -> Result<()> {
    for kind in ["script", "style"] {
        for element in page.split(&format!("<{kind}")).skip(1) {
            let (tag, rest) = element.split_once('>').unwrap_or_default();
            let content = rest.split(&format!("</{kind}>")).next().unwrap_or_default();
            let named = page.contains(&shell::hash(content));
            ensure!(
                tag.contains(" src=\"") || named,
                "an inline {kind} without its hash: <{kind}{tag}>"
            );
        }
    }
    ensure!(!page.contains(" style=\""), "an inline style");
    Ok(())
}

/// Tags, scripts and styles: an address between words, such as a price's source, loads nothing.
fn without_words(page: &str) -> String {
    let mut kept = String::new();
    let mut rest = page;
    while let Some((_, element)) = rest.split_once('<') {
        let code = ["script", "style"].iter().find(|kind| element.starts_with(**kind));
        let end = match code {
            Some(kind) => element.find(&format!("</{kind}")),
            None => element.find('>'),
        };
        let end = end.unwrap_or(element.len());
        kept.push('<');
        kept.push_str(&element[..end]);
        rest = &element[end..];
    }
    kept
}

fn foreign_address(text: &str) -> Option<String> {
    ["http://", "https://", "url(//", "src=\"//", "href=\"//"].iter().find_map(|start| {
        let (_, rest) = text
            .split(start)
            .enumerate()
            .skip(1)
            .find(|(_, rest)| !rest.starts_with(NAMESPACES))?;
        Some(format!("{start}{}", rest.chars().take(40).collect::<String>()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inline_script_or_sheet_without_its_hash_is_found() {
        assert!(check_inline("<script type=\"module\" src=\"boot.js\"></script>").is_ok());
        for (start, content, end) in
            [("<script>", "import('x')", "</script>"), ("<style>", "p {}", "</style>")]
        {
            let inline = format!("{start}{content}{end}");
            assert!(check_inline(&inline).is_err());
            let policy = format!("<meta content=\"{}\">", shell::hash(content));
            assert!(check_inline(&format!("{policy}{inline}")).is_ok());
        }
        assert!(check_inline("<p style=\"color: red\">").is_err());
    }

    #[test]
    fn a_foreign_address_is_found_and_a_namespace_is_not() {
        assert_eq!(foreign_address("xmlns=\"http://www.w3.org/2000/svg\""), None);
        assert!(foreign_address("@import url(//fonts.example/a.css)").is_some());
        assert!(foreign_address("fetch('https://example.org')").is_some());
    }

    #[test]
    fn words_load_nothing_and_tags_and_code_do() {
        let found = |page: &str| foreign_address(&without_words(page)).is_some();
        assert!(!found("<p class=\"origin\">Prices: https://example.org</p>"));
        assert!(found("<p>Prices</p><img alt=\"\" src=\"https://example.org/a.png\">"));
        assert!(found("<script>if (1 < 2 && 3 > 2) fetch('https://example.org')</script>"));
        assert!(found("<style>p { background: url(//example.org/a.png) }</style>"));
    }

    #[test]
    fn a_policy_with_a_hole_is_found() {
        let with = |policy: &str| {
            check_policy(&format!(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
            ))
        };
        let good = REQUIRED.join("; ");
        assert!(with(&good).is_ok());
        assert!(with(&format!("{good}; style-src-attr 'unsafe-inline'")).is_err());
        assert!(with("default-src 'none'").is_err());
    }
}
