//! Data flows one way: a module of the core uses only what stands before it, and none
//! knows the browser.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules of the core from the ground up. Those of one layer may use each other:
/// sentences name what was found, and files ask for sentences.
const LAYERS: [&[&str]; 7] = [
    &["units"],
    &["setting", "coefficient", "accuracy", "riddle"],
    &["part", "railway"],
    &["plan"],
    &["evaluate"],
    &["advise", "explore", "chart"],
    &["file", "link", "place", "shelf", "observe", "export", "text"],
];

/// Crates that only a page has use for.
const OF_THE_BROWSER: [&str; 5] = ["web-sys", "js-sys", "wasm-bindgen", "gloo", "leptos"];

#[test]
fn a_module_uses_only_what_stands_before_it() {
    let mut seen = BTreeSet::new();
    for (file, text) in sources(&core().join("src")) {
        let Some((module, layer)) = place(&file) else { continue };
        seen.insert(module.clone());
        for used in modules(without_tests(&text)).filter(|used| *used != module) {
            let Some(below) = layer_of(&used) else { continue };
            assert!(
                below <= layer,
                "{} uses `{used}`, which stands above `{module}`",
                file.display()
            );
        }
    }
    let all: BTreeSet<String> = LAYERS.concat().into_iter().map(str::to_owned).collect();
    assert_eq!(seen, all, "each module of the core stands in one layer");
}

#[test]
fn the_core_knows_no_browser() {
    let manifest = fs::read_to_string(core().join("Cargo.toml")).unwrap_or_default();
    assert!(manifest.contains("[dependencies]"), "{manifest}");
    for name in OF_THE_BROWSER {
        let found = manifest.lines().find(|line| line.starts_with(name));
        assert_eq!(found, None, "the core depends on {name}");
    }
}

#[test]
fn what_is_imported_is_read_in_both_forms() {
    let text = "use crate::plan::{Edit, Plan};\nuse crate::{part::PartId, units};\nlet x = crate::text::say();";
    let found: Vec<String> = modules(text).collect();
    assert_eq!(found, ["plan", "part", "units", "text"]);
}

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/headroom")
}

/// Every file of Rust below a folder, but those of tests alone, and what it says.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths
        .flat_map(|path| {
            if path.is_dir() {
                return sources(&path);
            }
            let rust = path.extension().is_some_and(|it| it == "rs") && !path.ends_with("tests.rs");
            let text = fs::read_to_string(&path).unwrap_or_default();
            if rust { vec![(path, text)] } else { Vec::new() }
        })
        .collect()
}

/// The module that a file belongs to, and its layer; nothing for the crate's root.
fn place(file: &Path) -> Option<(String, usize)> {
    let source = core().join("src");
    let first = file.strip_prefix(source).ok()?.components().next()?;
    let module = first.as_os_str().to_str()?.trim_end_matches(".rs").to_owned();
    let layer = layer_of(&module);
    assert!(layer.is_some() || module == "lib", "`{module}` stands in no layer");
    Some((module, layer?))
}

fn layer_of(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

/// The modules that follow `crate::`, in a path or in braces.
fn modules(text: &str) -> impl Iterator<Item = String> {
    text.split("crate::").skip(1).flat_map(|rest| {
        let Some(braced) = rest.strip_prefix('{') else { return vec![name(rest)] };
        let mut depth = 0;
        let inside = braced.chars().take_while(|letter| {
            depth += match letter {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            depth >= 0
        });
        let mut depth = 0;
        let mut names = vec![String::new()];
        for letter in inside {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => names.push(String::new()),
                _ => {}
            }
            if let (0, Some(last)) = (depth, names.last_mut()) {
                last.push(letter);
            }
        }
        names.iter().map(|one| name(one.trim_start_matches([',', ' ', '\n']))).collect()
    })
}

fn name(path: &str) -> String {
    path.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}
