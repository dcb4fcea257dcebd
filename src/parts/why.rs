//! The formula of a part with its numbers, and where each number comes from.

use headroom::part::{Counts, Origin, PartId, Term};
use headroom::text::number::size_range;
use headroom::text::page::{Ui, counts_in, ui};
use headroom::text::terms;
use leptos::prelude::*;

use crate::desk::use_desk;
use crate::fold::Fold;
use crate::live::{live, text};

/// "Why this much?"
#[component]
pub(crate) fn Why(part: PartId) -> impl IntoView {
    let desk = use_desk();
    let all =
        move || desk.budget(desk.editing.get()).with(|budget| budget.part(part).terms.clone());
    let list = move || match all() {
        terms if terms.is_empty() => {
            view! { <p>{ui(Ui::TakesNothing, desk.lang())}</p> }.into_any()
        }
        terms => view! { <ul>{terms.iter().map(line).collect_view()}</ul> }.into_any(),
    };
    let summary = text(Ui::Why).into_any();
    view! { <Fold id=format!("why-{}", part.key()) class="why" summary=summary>{live(list)}</Fold> }
}

fn line(term: &Term) -> impl IntoView + use<> {
    let reader = use_desk().reader.get();
    let mut origins: Vec<String> = Vec::new();
    for factor in &term.factors {
        let origin = terms::origin(factor.origin, reader.lang);
        if !matches!(factor.origin, Origin::Calculated) && !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    let counts = (term.counts != Counts::Always).then(|| counts_in(term.counts, reader.lang));
    view! {
        <li>
            <span class="term">{terms::term(term.name, reader.lang)}</span>
            <span class="formula">{terms::formula(term, reader)} " = " <b>{size_range(term.bytes, reader)}</b></span>
            <span class="counts">{counts}</span>
            <span class="origin">{origins.join(" · ")}</span>
        </li>
    }
}
