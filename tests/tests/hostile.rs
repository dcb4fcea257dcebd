//! No way in: whatever a stranger writes into the names and the link of a plan, each
//! artefact means what it means with plain ones. `snippets.rs` runs some of them, and
//! `export/escape.rs` has the properties of each language's quotes.

use headroom::export::{ARTEFACTS, ArtefactId, Context, artefact, escape};
use headroom::part::others::{Place, Row};
use headroom::plan::{Plan, note};
use headroom::text::Lang;
use headroom::units::Estimate;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

const BASE: &str = "https://headroom.example/#2";

/// What strangers try, and anything at all between.
fn hostile() -> impl Strategy<Value = String> {
    let tries = [
        "'",
        "\"",
        "\"\"\"",
        "\\",
        "\r\n",
        "\n",
        "\0",
        "\u{1b}[31m",
        "$(id)",
        "`id`",
        "${{Postgres.PASSWORD}}",
        "\u{202e}\u{2066}\u{2028}\u{85}\u{feff}",
        "# -*- coding: utf-7 -*-",
        "# escape=`",
        "*/",
        "//",
        "-->",
        "]]>",
        "<script>alert(1)</script>",
        "<!--",
        "&amp;",
        "javascript:",
        "[a](b)",
        "![a](b)",
        "| a |",
        "\n# a",
        "```",
        "=HYPERLINK(\"x\")",
        "+1",
        "-1",
        "@SUM(A1)",
        ",",
        ";",
        "\t",
        "JSON",
        "EOF",
        "../",
        "\\",
        "%0a",
    ];
    let piece = prop_oneof![
        6 => (0..tries.len()).prop_map(move |at| tries[at].to_owned()),
        1 => any::<String>(),
        1 => Just("a".repeat(5000)),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// The note's plan with these words in it: its own name, one in each side.
fn named(name: &str) -> Plan {
    let row = |place| Row {
        name: name.to_owned(),
        memory: Estimate::exact(1e7),
        vcpu: Estimate::exact(0.0),
        place,
    };
    let mut plan = Plan { name: name.to_owned(), ..note() };
    plan.current.others = vec![row(Place::Inside)];
    plan.target.others = vec![row(Place::Inside), row(Place::Beside)];
    plan
}

fn made(id: ArtefactId, name: &str, link: &str, lang: Lang) -> String {
    artefact(id, &Context { plan: &named(name), link, lang }).content
}

/// What stays of a file without the places where a stranger's words may stand.
fn meaning(id: ArtefactId, content: &str) -> Vec<String> {
    match id.key().rsplit('.').next().unwrap_or_default() {
        "html" | "svg" => tags(content),
        "md" => structure(content),
        "csv" => cells(content),
        "ts" => without(content, "//"),
        _ => without(content, "#"),
    }
}

/// Lines of code. Two of them hold the name, each as one quoted word.
fn without(content: &str, mark: &str) -> Vec<String> {
    let code = content.lines().filter(|line| !line.trim_start().starts_with(mark));
    let nameless = |line: &str| match line.split_once("--message '") {
        Some((before, _)) => before.to_owned(),
        None if line.starts_with("PLAN = \"") => "PLAN".to_owned(),
        None => line.to_owned(),
    };
    code.map(nameless).collect()
}

/// The tags with their attributes, but for the address of the link.
fn tags(content: &str) -> Vec<String> {
    let tag = |rest: &str| {
        let tag = rest.split_once('>').map_or(rest, |(tag, _)| tag);
        if tag.starts_with("a href=\"") || tag.starts_with("!--") {
            tag[..3].to_owned()
        } else {
            tag.to_owned()
        }
    };
    content.split('<').skip(1).map(tag).collect()
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the other events are text")]
fn structure(content: &str) -> Vec<String> {
    let tables = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let kind = |event: Event<'_>| match event {
        Event::Start(tag) => format!("{tag:?}"),
        Event::End(tag) => format!("{tag:?}"),
        Event::Html(html) | Event::InlineHtml(html) => format!("markup {html}"),
        Event::Code(_) => "code".to_owned(),
        _ => String::new(),
    };
    Parser::new_ext(content, tables).map(kind).filter(|kind| !kind.is_empty()).collect()
}

/// The cells but the third, the name, and the last, the link.
fn cells(content: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(content.as_bytes());
    let mut cells = Vec::new();
    for record in reader.records() {
        let record = record.unwrap_or_else(|why| panic!("{why}: {content}"));
        assert!(record.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{record:?}");
        let link = record.len() - 1;
        let kept = record.iter().enumerate().filter(|(at, _)| ![2, link].contains(at));
        cells.push(kept.map(|(_, cell)| cell).collect::<Vec<_>>().join(","));
    }
    cells
}

/// The words of the first heading.
#[expect(clippy::wildcard_enum_match_arm, reason = "only text inside counts")]
fn heading(content: &str) -> String {
    let mut inside = false;
    let mut words = String::new();
    for event in Parser::new(content) {
        match event {
            Event::Start(Tag::Heading { .. }) => inside = true,
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(text) if inside => words.push_str(&text),
            _ => {}
        }
    }
    words
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_artefact_means_the_same_whatever_it_is_called(
        name in hostile(), link in hostile(), spanish in any::<bool>(),
    ) {
        let lang = if spanish { Lang::Es } else { Lang::En };
        let (name, link) = (format!("a{name}"), format!("{BASE}{link}"));
        for id in ARTEFACTS {
            let found = made(*id, &name, &link, lang);
            prop_assert!(!found.contains("${{"), "{}", found);
            prop_assert_eq!(
                meaning(*id, &found), meaning(*id, &made(*id, "a", BASE, lang)), "{}: {}", id.key(), found
            );
        }
    }

    #[test]
    fn the_reports_title_is_the_name_as_it_can_be_seen(name in hostile()) {
        let seen = escape::comment(name.trim());
        prop_assume!(seen.trim() == seen && !seen.is_empty() && !seen.contains("  "));
        let found = made(ArtefactId::ReportMd, &name, BASE, Lang::En);
        prop_assert_eq!(heading(&found), seen.clone());
        let found = made(ArtefactId::ReportHtml, &name, BASE, Lang::En);
        let title = format!("<h1>{}</h1>", escape::html(&seen));
        prop_assert!(found.contains(&title), "{}", title);
    }
}

#[test]
fn a_million_characters_do_not_make_a_file_long() {
    let name = "<\"'`$(x)".repeat(125_000);
    for id in ARTEFACTS {
        let content = made(*id, &name, BASE, Lang::En);
        assert!(content.len() < 60_000, "{}: {}", id.key(), content.len());
    }
}

#[test]
fn only_an_address_of_the_web_becomes_a_link() {
    for link in ["javascript:alert(1)#2A", "data:text/html,x#2A", "#2A"] {
        assert!(!made(ArtefactId::ReportHtml, "a", link, Lang::En).contains("<a "), "{link}");
    }
    assert!(
        made(ArtefactId::ReportHtml, "a", BASE, Lang::En).contains(&format!("<a href=\"{BASE}\""))
    );
}

#[test]
fn a_report_runs_and_loads_nothing() {
    let report = made(ArtefactId::ReportHtml, "a", BASE, Lang::En);
    let tags = tags(&report);
    let named = |name: &str| tags.iter().any(|tag| tag.split_whitespace().next() == Some(name));
    assert!(["script", "link", "img", "iframe", "object"].iter().all(|name| !named(name)));
    assert!(tags.iter().all(|tag| !tag.contains(" on") && !tag.contains("style=")), "{tags:?}");
    assert!(report.contains("default-src 'none'; style-src 'sha256-"));
}
