//! What the first visit may cost: all that the page names, compressed as a host
//! compresses it, and how many requests that is.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::compress::Encoding;
use crate::report::Tally;

/// What was reached, and two in a hundred. Lower it with each gain; raise it for a
/// feature that is worth it, and say so in the commit.
const MOST: Cost = Cost { requests: REQUESTS, brotli: 430_000, gzip: 549_000 };

/// The most requests of a first visit, those that a browser makes by itself among them.
pub(crate) const REQUESTS: usize = 8;

/// What is asked for only when the page is put on a home screen.
const LATER: [&str; 2] = ["icon-192.png", "manifest.webmanifest"];

/// What a visit costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cost {
    requests: usize,
    brotli: usize,
    gzip: usize,
}

/// Holds the page in `folder` to its budget, and says where the bytes are.
pub(crate) fn check(folder: &Path) -> Result<Tally> {
    let page = fs::read_to_string(folder.join("index.html")).context("index.html is missing")?;
    let mut all = Cost::default();
    for name in loaded(&page) {
        let content = fs::read(folder.join(&name))
            .with_context(|| format!("index.html names {name}, which is missing"))?;
        let size = |encoding: Encoding| encoding.compress(&content).map(|small| small.len());
        let (brotli, gzip) = (size(Encoding::Brotli)?, size(Encoding::Gzip)?);
        let one = Cost { requests: 1, brotli, gzip };
        println!("{:>8} brotli {:>8} gzip  {name}", one.brotli, one.gzip);
        all = all.and(one);
    }
    println!("{:>8} brotli {:>8} gzip  in {} requests", all.brotli, all.gzip, all.requests);
    all.within(MOST)?;
    Ok(Tally::ONE_CHECK)
}

impl Cost {
    fn and(self, other: Self) -> Self {
        Self {
            requests: self.requests + other.requests,
            brotli: self.brotli + other.brotli,
            gzip: self.gzip + other.gzip,
        }
    }

    fn within(self, most: Self) -> Result<()> {
        for (what, found, most) in [
            ("requests", self.requests, most.requests),
            ("bytes with brotli", self.brotli, most.brotli),
            ("bytes with gzip", self.gzip, most.gzip),
        ] {
            ensure!(
                found <= most,
                "the first visit takes {found} {what}; {most} is the most that xtask/src/budget.rs allows"
            );
        }
        Ok(())
    }
}

/// The page itself, and each file that it names as something to load.
fn loaded(page: &str) -> BTreeSet<String> {
    let named = ["src", "href", "data-js", "data-wasm"].into_iter().flat_map(|attribute| {
        let start = format!(" {attribute}=\"");
        page.split(&start)
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or_default())
            .collect::<Vec<_>>()
    });
    // A fragment leads to a place in the page, and only files have an extension.
    let files = named.filter_map(|address| address.rsplit('/').next());
    let files =
        files.filter(|name| name.contains('.') && !name.contains('#') && !LATER.contains(name));
    files.map(str::to_owned).chain(["index.html".to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_loaded_is_counted_once() {
        let page = "<link rel=\"preload\" href=\"/x/a.wasm\"><script data-js=\"/x/a.js\" \
                    data-wasm=\"/x/a.wasm\"></script><a href=\"#parts\">";
        let names: Vec<String> = loaded(page).into_iter().collect();
        assert_eq!(names, ["a.js", "a.wasm", "index.html"]);
    }

    #[test]
    fn more_than_the_budget_is_said_with_both_figures() {
        let most = Cost { requests: 2, brotli: 100, gzip: 200 };
        assert!(most.within(most).is_ok());
        let said = Cost { brotli: 101, ..most }.within(most).unwrap_err().to_string();
        assert!(said.contains("101 bytes with brotli") && said.contains("100"), "{said}");
        assert!(Cost { requests: 3, ..most }.within(most).is_err());
        assert!(Cost { gzip: 201, ..most }.within(most).is_err());
    }
}
