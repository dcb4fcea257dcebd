//! Sentences in which code, and what somebody typed, stands in backticks.

/// The pieces of a sentence, each with whether it is code.
pub fn pieces(sentence: &str) -> impl Iterator<Item = (bool, &str)> {
    // A backtick without another is one.
    let paired = sentence.matches('`').count().is_multiple_of(2);
    let split = paired.then(|| sentence.split('`')).into_iter().flatten();
    let whole = (!paired).then_some((false, sentence));
    split.enumerate().map(|(at, piece)| (at % 2 == 1, piece)).chain(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_backticks_is_code() {
        let found: Vec<_> = pieces("`lots` is not a size.").collect();
        assert_eq!(found, [(false, ""), (true, "lots"), (false, " is not a size.")]);
        assert_eq!(pieces("one ` alone").collect::<Vec<_>>(), [(false, "one ` alone")]);
    }
}
