//! Telling the service worker what it keeps: each file of the built page with its
//! digest, and a version that follows from them. The last step of a build that is published.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

const WORKER: &str = "sw.js";
/// What the page is made of; the schema and the large icons are not.
const KEPT: [&str; 6] = ["css", "html", "js", "svg", "wasm", "webmanifest"];
/// The line of the worker that this writes.
const LINE: &str = "const BUILD = ";
/// The starter's tag, the only one; the worker's name is put into it.
const STARTER: &str = "<script ";

/// Writes the list into the built worker, and its name into the built page. Done again, it
/// starts anew.
pub(crate) fn seal(folder: &Path) -> Result<()> {
    name_the_worker(&folder.join("index.html"))?;
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if KEPT.contains(&kind) && name != WORKER {
            files.insert(name.to_owned(), digest(&fs::read(&file)?));
        }
    }
    ensure!(files.len() >= 4, "{} holds no built page", folder.display());
    let worker = folder.join(WORKER);
    let text = fs::read_to_string(&worker).context("the service worker is missing")?;
    fs::write(worker, sealed(&text, &files)?)?;
    Ok(())
}

fn name_the_worker(page: &Path) -> Result<()> {
    let text = fs::read_to_string(page).context("index.html is missing")?;
    let named = format!("{STARTER}data-worker=\"{WORKER}\" ");
    if text.contains(&named) {
        return Ok(());
    }
    ensure!(text.contains(STARTER), "index.html does not start the page");
    Ok(fs::write(page, text.replacen(STARTER, &named, 1))?)
}

/// The worker's text with the list in it.
fn sealed(worker: &str, files: &BTreeMap<String, String>) -> Result<String> {
    ensure!(
        worker.matches(&format!("\n{LINE}")).count() == 1,
        "{WORKER} has no place for the list"
    );
    let list: Vec<_> = files.iter().map(|(name, digest)| format!("{name:?}: {digest:?}")).collect();
    let list = list.join(", ");
    let version = digest(list.as_bytes());
    let written = format!("{LINE}{{ version: {version:?}, files: {{ {list} }} }};");
    let line = |line: &str| if line.starts_with(LINE) { written.clone() } else { line.to_owned() };
    let lines: Vec<_> = worker.lines().map(line).collect();
    Ok(lines.join("\n") + "\n")
}

/// As the browser's `integrity` wants it.
fn digest(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = include_str!("../../public/sw.js");

    #[test]
    fn the_version_follows_the_files() {
        let list = |text: &str| BTreeMap::from([("a.js".to_owned(), digest(text.as_bytes()))]);
        let (one, other) = (sealed(PLAIN, &list("1")).unwrap(), sealed(PLAIN, &list("2")).unwrap());
        assert_ne!(one, other, "another file makes another worker");
        assert_eq!(sealed(&one, &list("2")).unwrap(), other, "an older list is replaced");
        assert!(one.contains("\"a.js\": \"sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=\""));
    }
}
