//! What a static host answers: files below one path, as GitHub Pages serves a
//! project, and nothing else.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::compress::Encoding;

/// What is small already.
const COMPRESSED: [&str; 2] = ["png", "woff2"];

/// A folder that is served below a path.
pub(crate) struct Site {
    folder: PathBuf,
    mount: String,
    small: HashMap<PathBuf, Vec<u8>>,
    encoding: Option<Encoding>,
}

/// An answer, short of what every answer has.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: &'static str,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

impl Site {
    /// `mount` begins and ends with a slash.
    pub(crate) fn new(folder: &Path, mount: &str) -> Self {
        let (folder, mount) = (folder.to_path_buf(), mount.to_owned());
        Self { folder, mount, small: HashMap::new(), encoding: None }
    }

    /// As a host serves it: each file that gains by it is compressed, here once and before
    /// anybody asks.
    pub(crate) fn compressed(folder: &Path, mount: &str, encoding: Encoding) -> Result<Self> {
        let mut small = HashMap::new();
        for entry in fs::read_dir(folder)? {
            let file = entry?.path();
            let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
            if file.is_file() && !COMPRESSED.contains(&kind) {
                small.insert(file.clone(), encoding.compress(&fs::read(&file)?)?);
            }
        }
        Ok(Self { small, encoding: Some(encoding), ..Self::new(folder, mount) })
    }

    /// Answers a request for `target`, which is what stands after the method, of a client
    /// that `accepts` these encodings.
    pub(crate) fn answer(&self, method: &str, target: &str, accepts: &str) -> Answer {
        if !["GET", "HEAD"].contains(&method) {
            return Answer::plain("405 Method Not Allowed").with("Allow", "GET, HEAD");
        }
        let path = target.split(['?', '#']).next().unwrap_or_default();
        if format!("{path}/") == self.mount {
            return Answer::plain("301 Moved Permanently").with("Location", &self.mount);
        }
        let found = self.file(path).and_then(|file| Some((self.read(&file, accepts)?, file)));
        match found {
            Some((answer, file)) => answer
                .with("Content-Type", media_type(&file))
                .with("X-Content-Type-Options", "nosniff"),
            None => Answer::plain("404 Not Found"),
        }
    }

    fn read(&self, file: &Path, accepts: &str) -> Option<Answer> {
        let ok = |body| Answer { status: "200 OK", headers: Vec::new(), body };
        let wanted = |encoding: &Encoding| {
            accepts.split(',').any(|accepted| accepted.trim() == encoding.token())
        };
        let encoding = self.encoding.filter(wanted);
        match self.small.get(file).zip(encoding) {
            Some((small, encoding)) => Some(
                ok(small.clone())
                    .with("Content-Encoding", encoding.token())
                    .with("Vary", "Accept-Encoding"),
            ),
            None => Some(ok(fs::read(file).ok()?)),
        }
    }

    /// The file that a path may name; it need not exist.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let inside = path.strip_prefix(&self.mount)?;
        let inside = if inside.is_empty() { "index.html" } else { inside };
        inside.split('/').all(is_plain_name).then(|| self.folder.join(inside))
    }
}

impl Answer {
    fn plain(status: &'static str) -> Self {
        let body = format!("{status}\n").into_bytes();
        Self { status, headers: Vec::new(), body }.with("Content-Type", "text/plain; charset=utf-8")
    }

    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }
}

/// What the build names its files with. All else, `..` and `%2e` too, leads nowhere.
fn is_plain_name(segment: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    !segment.starts_with('.') && !segment.is_empty() && segment.chars().all(plain)
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "toml" | "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The status that this crate's own folder, served below `/x/`, answers with.
    fn status(method: &str, target: &str) -> &'static str {
        Site::new(Path::new(env!("CARGO_MANIFEST_DIR")), "/x/").answer(method, target, "").status
    }

    #[test]
    fn files_below_the_mount_are_served() {
        for target in ["/x/Cargo.toml", "/x/src/main.rs?a=b"] {
            assert_eq!(status("GET", target), "200 OK", "{target}");
        }
        assert_eq!(status("HEAD", "/x/Cargo.toml"), "200 OK");
    }

    #[test]
    fn nothing_else_is_served() {
        let targets = [
            "",
            "/",
            "/Cargo.toml",
            "/x/",
            "/x/src",
            "/x/none",
            "/x/../Cargo.toml",
            "/x//Cargo.toml",
            "/x/%2e%2e/Cargo.toml",
            "/x/..\\Cargo.toml",
            "/x/./Cargo.toml",
            "http://x/x/Cargo.toml",
        ];
        for target in targets {
            assert_eq!(status("GET", target), "404 Not Found", "{target}");
        }
    }

    #[test]
    fn a_file_is_compressed_for_who_accepts_it() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let site = Site::compressed(folder, "/x/", Encoding::Gzip).unwrap();
        let plain = fs::read(folder.join("Cargo.toml")).unwrap();
        let packed = site.answer("GET", "/x/Cargo.toml", "br, gzip");
        assert!(packed.headers.contains(&("Content-Encoding", "gzip".to_owned())));
        assert!(packed.body.len() < plain.len());
        for accepts in ["", "br", "gzipped"] {
            assert_eq!(site.answer("GET", "/x/Cargo.toml", accepts).body, plain, "{accepts}");
        }
    }

    #[test]
    fn the_mount_without_its_slash_leads_to_the_page() {
        assert_eq!(status("GET", "/x"), "301 Moved Permanently");
    }

    #[test]
    fn only_reading_is_allowed() {
        assert_eq!(status("POST", "/x/Cargo.toml"), "405 Method Not Allowed");
    }
}
