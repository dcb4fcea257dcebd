//! Sentences in which what somebody typed, or could type, stands in backticks.

use leptos::prelude::*;

/// The sentence, with what stands in backticks as code.
pub(crate) fn with_code(sentence: &str) -> AnyView {
    let pieces = sentence.split('`').enumerate().map(|(at, piece)| {
        let piece = piece.to_owned();
        if at % 2 == 1 { view! { <code>{piece}</code> }.into_any() } else { piece.into_any() }
    });
    pieces.collect_view().into_any()
}
