//! The plan file: what is written is read back, and the published schema fits it.

mod arbitrary;

use std::fs;
use std::path::Path;

use headroom::file::{self, FileError, Opened};
use headroom::plan::{fresh, note};
use headroom::text::{Lang, Reader, problems};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_comes_back_to_the_last_bit(plan in arbitrary::plan()) {
        let text = file::write(&plan);
        prop_assert_eq!(file::read(&text), Ok(Opened { plan, notices: Vec::new() }), "{}", text);
    }

    #[test]
    fn whatever_is_read_is_a_plan_or_an_error(at in 0_usize..6000, length in 0_usize..40, text in ".{0,12}") {
        let mut json = file::write(&note());
        let (start, end) = (floor(&json, at), floor(&json, at + length));
        json.replace_range(start..end, &text);
        match file::read(&json) {
            Ok(opened) => {
                let written = file::write(&opened.plan);
                prop_assert_eq!(file::read(&written).map(|again| again.plan), Ok(opened.plan));
                for notice in &opened.notices {
                    prop_assert!(!problems::notice(notice, Reader::default()).is_empty());
                }
            }
            Err(why) => prop_assert!(!problems::file(&why, Lang::Es).is_empty()),
        }
    }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

#[test]
fn the_published_schema_is_the_one_of_this_version() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/plan.schema.json");
    let published = fs::read_to_string(&path).unwrap();
    assert!(
        published == format!("{:#}\n", file::schema()),
        "run `cargo run -p headroom-cli -- schema > public/plan.schema.json`"
    );
}

#[test]
fn the_schema_has_every_setting_that_is_written() {
    let schema = file::schema();
    let plan: serde_json::Value = serde_json::from_str(&file::write(&fresh())).unwrap();
    let side = &schema["$defs"]["side"]["properties"];
    for (key, value) in plan.as_object().unwrap() {
        let described = &schema["properties"][key];
        assert!(described.is_object(), "{key}");
        if key == "current" {
            for (group, settings) in value.as_object().unwrap() {
                assert!(side[group].is_object(), "{group}");
                for key in settings.as_object().into_iter().flat_map(serde_json::Map::keys) {
                    assert!(
                        side[group]["properties"][key]["description"].is_string(),
                        "{group}.{key}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_file_of_another_program_is_refused() {
    assert_eq!(file::read(r#"{"name": "left-pad", "version": "1.3.0"}"#), Err(FileError::NotAPlan));
    assert_eq!(
        file::read(r#"{"headroom": 7, "current": {}}"#),
        Err(FileError::Newer { version: 7 })
    );
}
