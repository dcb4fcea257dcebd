//! Finds the payload in a text that went through mail, chat and link scanners.

use percent_encoding::percent_decode_str;

/// What may be a payload in the text, the likeliest first.
pub(super) fn payloads(text: &str) -> Vec<String> {
    let mut text = joined(text);
    // Link scanners escape what is escaped already.
    for _ in 0..3 {
        if text.contains('%') {
            text = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        }
    }
    let fragments: Vec<&str> = text.split('#').skip(1).collect();
    if !fragments.is_empty() {
        return fragments
            .into_iter()
            .map(alphabet)
            .filter(|payload| !payload.is_empty())
            .take(20)
            .collect();
    }
    if text.contains("://") {
        return Vec::new();
    }
    let bare = text.trim_start_matches(|c: char| c.is_ascii_punctuation());
    vec![alphabet(bare)]
}

/// In one line, without quoting marks and characters that nobody sees.
fn joined(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim_start_matches(['>', ' ', '\t']));
    let seen = |c: &char| {
        !c.is_whitespace()
            && !c.is_control()
            && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    lines.flat_map(str::chars).filter(seen).collect()
}

/// The characters of base64url from the start, plain base64 turned into it.
fn alphabet(text: &str) -> String {
    text.chars()
        .filter(|c| *c != '=')
        .map_while(|c| match c {
            '+' => Some('-'),
            '/' => Some('_'),
            c if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') => Some(c),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_as_often_as_they_were_made() {
        assert_eq!(payloads("https://x.test/%231abc%5F"), ["1abc_"]);
        assert_eq!(payloads("https://x.test/%25231abc"), ["1abc"]);
        assert_eq!(payloads("100% sure: https://x.test/#1abc"), ["1abc"]);
    }

    #[test]
    fn every_fragment_is_tried() {
        assert_eq!(payloads("see #5: https://x.test/#1abc."), ["5", "1abc"]);
        assert_eq!(payloads("(1abc)"), ["1abc"]);
        assert_eq!(payloads("https://x.test/"), Vec::<String>::new());
    }
}
