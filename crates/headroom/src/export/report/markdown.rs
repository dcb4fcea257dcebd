//! `report.md`: the report for tickets and wikis, in GitHub's Markdown.

use std::fmt::Write as _;

use super::{Block, Report, Text};
use crate::export::escape;

pub(super) fn write(report: &Report) -> String {
    let mut page = format!("# {}\n", words(&report.title));
    for section in &report.sections {
        if !section.heading.is_empty() {
            let _ = write!(page, "\n## {}\n", section.heading);
        }
        for block in &section.blocks {
            let _ = write!(page, "\n{}\n", self::block(block));
        }
    }
    page
}

fn block(block: &Block) -> String {
    match block {
        Block::Sentence(text) => words(text),
        Block::List(items) => {
            let items = items.iter().map(|item| format!("- {}", words(item)));
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Table { heads, rows } => {
            let rule = heads.iter().enumerate().map(|(at, _)| if at == 0 { "---" } else { "---:" });
            let mut lines = vec![line(heads.iter().cloned()), line(rule.map(str::to_owned))];
            lines.extend(rows.iter().map(|row| line(row.iter().map(words))));
            lines.join("\n")
        }
        Block::Chart { label, file, .. } => format!("![{label}]({file})"),
        Block::Link(link) => format!("`{}`", link.replace('`', "%60")),
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |", cells.join(" | "))
}

/// Our own may hold code in backticks; a pipe or a tag it never does.
fn words(text: &Text) -> String {
    match text {
        Text::Ours(text) => text.replace('\u{a0}', " ").replace('|', "\\|").replace('<', "\\<"),
        Text::Theirs(text) => escape::markdown(text),
    }
}
