//! Sentences in which code, and what somebody typed, stands in backticks.

use headroom::text::code::pieces;
use leptos::prelude::*;

/// The sentence, with what stands in backticks as code.
pub(crate) fn with_code(sentence: &str) -> AnyView {
    let views = pieces(sentence).map(|(is_code, piece)| {
        let piece = piece.to_owned();
        if is_code { view! { <code>{piece}</code> }.into_any() } else { piece.into_any() }
    });
    views.collect_view().into_any()
}
