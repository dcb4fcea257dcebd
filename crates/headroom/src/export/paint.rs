//! Which part of an artefact is a comment, a string, a number or a word of its language:
//! just enough to colour what is exported, line by line.

use super::ArtefactId;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Anything else.
    Plain,
    /// A comment, or a heading in Markdown.
    Comment,
    /// A string.
    Text,
    /// A number.
    Number,
    /// A word of the language.
    Word,
}

/// The pieces of one line; together they are the line.
pub fn paint(id: ArtefactId, line: &str) -> Vec<(Ink, &str)> {
    let Some(language) = language(id) else { return vec![(Ink::Plain, line)] };
    let mut pieces: Vec<(Ink, usize)> = Vec::new();
    let mut at = 0;
    while let Some(first) = line[at..].chars().next() {
        let (ink, length) = piece(&language, &line[at..], line[..at].chars().next_back());
        at += length.max(first.len_utf8());
        match pieces.last_mut() {
            Some((last, end)) if *last == ink => *end = at,
            Some(_) | None => pieces.push((ink, at)),
        }
    }
    let starts = std::iter::once(0).chain(pieces.iter().map(|(_, end)| *end));
    pieces.iter().zip(starts).map(|((ink, end), start)| (*ink, &line[start..*end])).collect()
}

/// What a language is told by.
struct Language {
    comment: &'static str,
    quotes: &'static str,
    words: &'static [&'static str],
}

const PYTHON: &[&str] = &[
    "False", "None", "True", "and", "as", "class", "def", "elif", "else", "except", "for", "from",
    "if", "import", "in", "is", "not", "or", "return", "try", "while", "with", "yield",
];

const SHELL: &[&str] =
    &["case", "do", "done", "echo", "esac", "exit", "fi", "if", "in", "set", "then"];

fn language(id: ArtefactId) -> Option<Language> {
    let (comment, quotes, words): (_, _, &[&str]) = match id.key().rsplit('.').next()? {
        "py" => ("#", "\"'", PYTHON),
        "sh" => ("#", "\"'", SHELL),
        "ts" => ("//", "\"'", &["const", "true"]),
        "env" | "yaml" => ("#", "\"", &[]),
        "Dockerfile" => ("#", "\"", &["ENV"]),
        "json" => ("", "\"", &["false", "null", "true"]),
        "md" => ("#", "", &[]),
        _ => return None,
    };
    Some(Language { comment, quotes, words })
}

/// What the text begins with, and how long that is.
fn piece(language: &Language, rest: &str, before: Option<char>) -> (Ink, usize) {
    let first = rest.chars().next().unwrap_or_default();
    let starts_word = before.is_none_or(|c| !c.is_alphanumeric() && c != '_');
    let opens = before.is_none_or(char::is_whitespace);
    if opens && !language.comment.is_empty() && rest.starts_with(language.comment) {
        return (Ink::Comment, rest.len());
    }
    if language.quotes.contains(first) {
        return (Ink::Text, quoted(rest, first));
    }
    let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    if starts_word && first.is_ascii_digit() {
        return (Ink::Number, length);
    }
    if starts_word && language.words.contains(&&rest[..length]) {
        return (Ink::Word, length);
    }
    (Ink::Plain, length)
}

/// The length of a string with its quotes, or of the line if it does not end there.
fn quoted(rest: &str, quote: char) -> usize {
    let triple = quote.to_string().repeat(3);
    if rest.starts_with(&triple) {
        return rest[3..].find(&triple).map_or(rest.len(), |end| end + 6);
    }
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_of_python_is_told_apart() {
        assert_eq!(
            paint(ArtefactId::Gunicorn, "workers = int(\"2\" or 2)  # it's"),
            [
                (Ink::Plain, "workers = int("),
                (Ink::Text, "\"2\""),
                (Ink::Plain, " "),
                (Ink::Word, "or"),
                (Ink::Plain, " "),
                (Ink::Number, "2"),
                (Ink::Plain, ")  "),
                (Ink::Comment, "# it's"),
            ]
        );
        assert_eq!(
            paint(ArtefactId::Settings, r#""""It's \"so\".""" + 'a\'#b'"#)[0],
            (Ink::Text, r#""""It's \"so\".""""#)
        );
        assert_eq!(paint(ArtefactId::VariablesSh, "a#b")[0], (Ink::Plain, "a#b"));
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_line(line in "[a-z#'\"\\\\ 0-9ñ/\u{202e}]{0,40}", at in 0..ArtefactId::ALL.len()) {
            let pieces = paint(ArtefactId::ALL[at], &line);
            prop_assert_eq!(pieces.iter().map(|(_, text)| *text).collect::<String>(), line);
        }
    }
}
