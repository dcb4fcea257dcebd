//! Finds the payload in a text that went through mail, chat and link scanners.

/// What may be a payload in the text, the likeliest first.
pub(super) fn payloads(text: &str) -> Vec<String> {
    let mut text = joined(text);
    // Link scanners escape what is escaped already.
    for _ in 0..3 {
        if text.contains('%') {
            text = percent_decoded(&text);
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

/// Percent escapes undone; what is no escape stays as it is.
pub(crate) fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = (byte == b'%')
            .then(|| Some(digit(*bytes.get(at + 1)?)? * 16 + digit(*bytes.get(at + 2)?)?));
        if let Some(Some(escaped)) = escaped {
            plain.push(escaped);
            at += 3;
        } else {
            plain.push(byte);
            at += 1;
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_and_other_per_cent_signs_stay() {
        assert_eq!(percent_decoded("a%23b%5F"), "a#b_");
        assert_eq!(percent_decoded("100% of %zz %2"), "100% of %zz %2");
        assert_eq!(percent_decoded("%C3%B1"), "ñ");
        assert_eq!(percent_decoded("%ff"), "\u{fffd}");
    }

    #[test]
    fn every_fragment_is_tried() {
        assert_eq!(payloads("see #5: https://x.test/#1abc."), ["5", "1abc"]);
        assert_eq!(payloads("(1abc)"), ["1abc"]);
        assert_eq!(payloads("https://x.test/"), Vec::<String>::new());
    }
}
