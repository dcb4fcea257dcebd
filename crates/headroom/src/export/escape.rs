//! A stranger's text, made safe for the language that it lands in.
//!
//! A link is a stranger's input and an artefact is code that will be run: a name
//! must not end a string, start a command, open another line or look like other
//! text than it is.

use std::fmt::Write as _;

/// The longest text that a comment quotes.
const LONGEST: usize = 120;

/// For a comment of one line, in any of the languages: without line ends, without
/// control characters, without signs that turn the direction of writing or cannot
/// be seen, and without Railway's `${{`.
///
/// It must not stand in the first two lines of a Python file, where a comment can
/// name the file's encoding.
pub fn comment(text: &str) -> String {
    let kept: String =
        text.chars().map(plain_space).filter(|c| is_plain(*c)).take(LONGEST).collect();
    without_references(&kept)
}

/// For a comment that holds an address: whole, and nothing but what addresses are made of.
pub fn address(link: &str) -> String {
    let kept: String = link.chars().filter(char::is_ascii_graphic).collect();
    without_references(&kept)
}

/// A Python string, all of it in ASCII.
pub fn python(text: &str) -> String {
    let mut literal = String::from("\"");
    for c in text.chars() {
        match (c, u32::from(c)) {
            ('"' | '\\', _) => literal.extend(['\\', c]),
            (' '..='~', _) => literal.push(c),
            (_, code @ 0..=0xff) => write_to(&mut literal, format_args!("\\x{code:02x}")),
            (_, code @ 0x100..=0xffff) => write_to(&mut literal, format_args!("\\u{code:04x}")),
            (_, code) => write_to(&mut literal, format_args!("\\U{code:08x}")),
        }
    }
    literal + "\""
}

/// One word of a shell command, in single quotes. A shell's word cannot hold NUL.
pub fn shell(text: &str) -> String {
    format!("'{}'", text.replace('\0', "").replace('\'', r"'\''"))
}

/// A value in a `.env` file: bare if it is one plain word, or else in double
/// quotes. Line ends become spaces; control characters are left out, and so is the `$`
/// of Railway's references: there is no way to quote them.
pub fn env(text: &str) -> String {
    let bare =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | ':' | '@' | '+');
    if !text.is_empty() && text.chars().all(bare) {
        return text.to_owned();
    }
    let kept: String = text.chars().map(plain_space).filter(|c| is_plain(*c)).collect();
    let mut value = String::from("\"");
    for c in without_references(&kept).chars() {
        if matches!(c, '"' | '\\' | '$' | '`') {
            value.push('\\');
        }
        value.push(c);
    }
    value + "\""
}

/// A value of Dockerfile's `ENV`, in double quotes and on one line. `$` and `\` mean
/// themselves; what cannot be seen is left out.
pub fn dockerfile(text: &str) -> String {
    let kept: String = text.chars().map(plain_space).filter(|c| is_plain(*c)).collect();
    let mut value = String::from("\"");
    for c in kept.chars() {
        if matches!(c, '"' | '\\' | '$') {
            value.push('\\');
        }
        value.push(c);
    }
    value + "\""
}

/// A string in a compose file: YAML's double quotes, and `$` for itself. What cannot be
/// seen is left out: YAML allows less than JSON.
pub fn compose(text: &str) -> String {
    let kept: String = text.chars().map(plain_space).filter(|c| is_plain(*c)).collect();
    serde_json::Value::from(kept).to_string().replace('$', "$$")
}

/// A JSON string, all of it in ASCII but for letters and signs that can be seen.
pub fn json(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    let mut value = String::new();
    for c in quoted.chars() {
        if is_plain(c) {
            value.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                write_to(&mut value, format_args!("\\u{unit:04x}"));
            }
        }
    }
    value
}

/// Plain words in Markdown, on one line: every sign that could mean something is quoted.
pub fn markdown(text: &str) -> String {
    let mut words = String::new();
    for c in comment(text).chars() {
        if c.is_ascii_punctuation() {
            words.push('\\');
        }
        words.push(c);
    }
    words
}

/// A cell of a CSV file. One that a spreadsheet would take for a formula begins with `'`.
pub fn csv(text: &str) -> String {
    let kept = comment(text);
    let starts =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '|' | '%');
    let guard = if kept.trim_start().starts_with(starts) { "'" } else { "" };
    format!("\"{guard}{}\"", kept.replace('"', "\"\""))
}

/// Text in HTML and in SVG, between tags or in quotes. Figures keep the space that does not
/// break.
pub fn html(text: &str) -> String {
    let mut words = String::new();
    let space = |c| if c == '\u{a0}' { c } else { plain_space(c) };
    for c in text.chars().map(space).filter(|c| is_plain(*c)) {
        match c {
            '&' => words.push_str("&amp;"),
            '<' => words.push_str("&lt;"),
            '>' => words.push_str("&gt;"),
            '"' => words.push_str("&quot;"),
            '\'' => words.push_str("&#39;"),
            _ => words.push(c),
        }
    }
    words
}

/// Writing to a string cannot fail.
fn write_to(text: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = text.write_fmt(what);
}

/// Without any `$` before a `{`.
fn without_references(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '{' {
            kept.truncate(kept.trim_end_matches('$').len());
        }
        kept.push(c);
    }
    kept
}

/// A line end becomes a space, so that the words beside it stay apart.
fn plain_space(c: char) -> char {
    if c.is_whitespace() { ' ' } else { c }
}

/// Neither a control character nor one of Unicode's signs without a shape: joiners,
/// direction marks, tags, line and paragraph separators.
fn is_plain(c: char) -> bool {
    let shapeless = matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{600}'..='\u{605}'
            | '\u{61c}'
            | '\u{6dd}'
            | '\u{70f}'
            | '\u{115f}'..='\u{1160}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    );
    !c.is_control() && !shapeless
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What strangers try, and anything at all between.
    fn hostile() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("'".to_owned()),
            Just("\"\"\"".to_owned()),
            Just("\\".to_owned()),
            Just("\r\n".to_owned()),
            Just("\0".to_owned()),
            Just("$(id)".to_owned()),
            Just("${{Postgres.DATABASE_URL}}".to_owned()),
            Just("$${{A}}".to_owned()),
            Just("`id`".to_owned()),
            Just("\u{202e}\u{2028}\u{85}\u{feff}".to_owned()),
            Just("# -*- coding: utf-7 -*-".to_owned()),
            Just("=HYPERLINK(\"x\")".to_owned()),
            Just("<script>&amp;</script><!--".to_owned()),
            Just("[a](javascript:b) |\n# c".to_owned()),
            Just("a".repeat(3000)),
            any::<String>(),
        ];
        prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
    }

    fn has_reference(text: &str) -> bool {
        text.contains("${")
    }

    /// Reads a Python string that holds only the escapes used here.
    fn read_python(literal: &str) -> Option<String> {
        let mut rest = literal.strip_prefix('"')?.strip_suffix('"')?.chars();
        let mut text = String::new();
        while let Some(c) = rest.next() {
            if c == '"' {
                return None;
            }
            let digits = match if c == '\\' { rest.next()? } else { '.' } {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                quoted @ ('"' | '\\') => {
                    text.push(quoted);
                    continue;
                }
                _ => {
                    text.push(c);
                    continue;
                }
            };
            let code: String = rest.by_ref().take(digits).collect();
            text.push(char::from_u32(u32::from_str_radix(&code, 16).ok()?)?);
        }
        Some(text)
    }

    /// Reads one shell word of single quotes and quoted quotes.
    fn read_shell(word: &str) -> Option<String> {
        let mut text = String::new();
        let mut rest = word;
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix(r"\'") {
                text.push('\'');
                rest = after;
            } else {
                let (inside, after) = rest.strip_prefix('\'')?.split_once('\'')?;
                text.push_str(inside);
                rest = after;
            }
        }
        Some(text)
    }

    proptest! {
        #[test]
        fn a_comment_is_one_line_of_what_can_be_seen(text in hostile()) {
            let comment = comment(&text);
            prop_assert!(comment.chars().all(|c| is_plain(c) && !matches!(c, '\n' | '\r')));
            prop_assert!(comment.chars().count() <= LONGEST);
            prop_assert!(!has_reference(&comment));
        }

        #[test]
        fn an_address_is_one_word(text in hostile()) {
            let address = address(&text);
            prop_assert!(address.chars().all(|c| c.is_ascii_graphic()));
            prop_assert!(!has_reference(&address));
        }

        #[test]
        fn python_reads_the_text_itself(text in hostile()) {
            let literal = python(&text);
            prop_assert!(literal.is_ascii() && !literal.contains('\n'));
            prop_assert_eq!(read_python(&literal), Some(text));
        }

        #[test]
        fn a_shell_reads_the_text_itself_but_for_nul(text in hostile()) {
            prop_assert_eq!(read_shell(&shell(&text)), Some(text.replace('\0', "")));
        }

        #[test]
        fn an_env_value_is_one_line_and_refers_to_nothing(text in hostile()) {
            let value = env(&text);
            prop_assert!(value.chars().all(is_plain));
            prop_assert!(!has_reference(&value));
            let inside = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
            if let Some(inside) = inside {
                let unquoted = inside.replace(r"\\", "").replace("\\\"", "").replace(r"\$", "").replace(r"\`", "");
                prop_assert!(!unquoted.contains(['"', '$', '`', '\\']), "{value}");
            }
        }

        #[test]
        fn a_dockerfile_value_is_one_line_and_refers_to_nothing(text in hostile()) {
            let value = dockerfile(&text);
            prop_assert!(value.chars().all(is_plain));
            let inside = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap();
            let unquoted = inside.replace(r"\\", "").replace("\\\"", "").replace(r"\$", "");
            prop_assert!(!unquoted.contains(['"', '$', '\\']), "{value}");
        }

        #[test]
        fn a_compose_value_is_one_line_and_refers_to_nothing(text in hostile()) {
            let value = compose(&text);
            prop_assert!(value.chars().all(is_plain));
            prop_assert!(!value.replace("$$", "").contains('$'), "{value}");
            let read = serde_json::from_str::<String>(&value.replace("$$", "$")).ok();
            prop_assert_eq!(read, Some(text.chars().map(plain_space).filter(|c| is_plain(*c)).collect()));
        }

        #[test]
        fn markdown_reads_the_text_itself(text in hostile()) {
            let words = markdown(&text);
            let mut read = String::new();
            let mut rest = words.chars();
            while let Some(c) = rest.next() {
                prop_assert!(c == '\\' || !c.is_ascii_punctuation(), "{words}");
                read.extend(if c == '\\' { rest.next() } else { Some(c) });
            }
            prop_assert_eq!(read, comment(&text));
        }

        #[test]
        fn a_csv_cell_is_one_cell_and_no_formula(text in hostile()) {
            let cell = csv(&text);
            let inside = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap();
            prop_assert!(!inside.replace("\"\"", "").contains('"') && inside.chars().all(is_plain));
            prop_assert!(!inside.trim_start().starts_with(['=', '+', '-', '@']));
            let read = inside.replace("\"\"", "\"");
            prop_assert_eq!(read.strip_prefix('\'').unwrap_or(&read).to_owned(),
                comment(&text).strip_prefix('\'').unwrap_or(&comment(&text)).to_owned());
        }

        #[test]
        fn html_is_text_and_nothing_else(text in hostile()) {
            let words = html(&text);
            prop_assert!(words.chars().all(is_plain) && !words.contains(['<', '>', '"', '\'']));
            let read = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
            let read = read.replace("&amp;", "&");
            let seen = |text: &str| text.chars().map(plain_space).filter(|c| is_plain(*c)).collect::<String>();
            prop_assert_eq!(seen(&read), seen(&text));
        }

        #[test]
        fn json_reads_the_text_itself(text in hostile()) {
            let value = json(&text);
            prop_assert!(value.chars().all(is_plain));
            prop_assert_eq!(serde_json::from_str::<String>(&value).ok(), Some(text));
        }
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        assert_eq!(comment("El servicio de la nota, 5 GB"), "El servicio de la nota, 5 GB");
        assert_eq!(python("naïve"), r#""na\xefve""#);
        assert_eq!(shell("it's"), r"'it'\''s'");
        assert_eq!(env("2"), "2");
        assert_eq!(env("--workers 2"), "\"--workers 2\"");
        assert_eq!(json("a \"b\""), r#""a \"b\"""#);
    }
}
