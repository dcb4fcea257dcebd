//! What a static host answers: files below one path, as GitHub Pages serves a
//! project, and nothing else.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder that is served below a path.
pub(crate) struct Site {
    folder: PathBuf,
    mount: String,
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
        Self { folder: folder.to_path_buf(), mount: mount.to_owned() }
    }

    /// Answers a request for `target`, which is what stands after the method.
    pub(crate) fn answer(&self, method: &str, target: &str) -> Answer {
        if !["GET", "HEAD"].contains(&method) {
            return Answer::plain("405 Method Not Allowed").with("Allow", "GET, HEAD");
        }
        let path = target.split(['?', '#']).next().unwrap_or_default();
        if format!("{path}/") == self.mount {
            return Answer::plain("301 Moved Permanently").with("Location", &self.mount);
        }
        let found = self.file(path).and_then(|file| Some((fs::read(&file).ok()?, file)));
        match found {
            Some((body, file)) => Answer { status: "200 OK", headers: Vec::new(), body }
                .with("Content-Type", media_type(&file))
                .with("X-Content-Type-Options", "nosniff"),
            None => Answer::plain("404 Not Found"),
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
        Site::new(Path::new(env!("CARGO_MANIFEST_DIR")), "/x/").answer(method, target).status
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
    fn the_mount_without_its_slash_leads_to_the_page() {
        assert_eq!(status("GET", "/x"), "301 Moved Permanently");
    }

    #[test]
    fn only_reading_is_allowed() {
        assert_eq!(status("POST", "/x/Cargo.toml"), "405 Method Not Allowed");
    }
}
