//! The report for the team, as plain data: headings, sentences, tables and charts. The two
//! forms of it say the same.

mod content;
mod html;
mod markdown;

use super::sheet::Sheet;

/// Everything that the report says.
struct Report {
    title: Text,
    sections: Vec<Section>,
}

/// What stands under one heading; the first has none.
struct Section {
    heading: &'static str,
    blocks: Vec<Block>,
}

enum Block {
    Sentence(Text),
    List(Vec<Text>),
    Table {
        heads: Vec<String>,
        rows: Vec<Vec<Text>>,
    },
    /// A drawing, what it shows, and the name of its file.
    Chart {
        drawing: String,
        label: String,
        file: &'static str,
    },
    Link(String),
}

/// A text, and whose it is: only ours may have markup.
enum Text {
    Ours(String),
    Theirs(String),
}

pub(super) fn markdown(sheet: &Sheet<'_>) -> String {
    markdown::write(&content::report(sheet))
}

pub(super) fn html(sheet: &Sheet<'_>) -> String {
    html::write(&content::report(sheet), sheet.lang)
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Ours(text)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Ours(text.to_owned())
    }
}
