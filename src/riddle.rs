//! What was measured of services that hold gigabytes at rest, and of the note's fixes.

use headroom::riddle::{Measured, SERVICES};
use headroom::text::Reader;
use headroom::text::number::{percent, size};
use headroom::text::riddle::{about, columns, origin, service, title};
use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
use crate::fold::Fold;
use crate::live::live;
use crate::tables::{head, row};

/// A fold below the explanations of the gap.
#[component]
pub(crate) fn Riddle() -> impl IntoView {
    let desk = use_desk();
    let heading = live(move || title(desk.lang())).into_any();
    view! { <Fold id="riddle" summary=heading>{live(move || content(desk))}</Fold> }
}

fn content(desk: Desk) -> AnyView {
    let reader = desk.reader.get();
    let lang = reader.lang;
    let heads = [""].into_iter().chain(columns(lang)).map(str::to_owned).collect();
    view! {
        <p>{about(lang)}</p>
        <div class="scroll" tabindex="0">
            <table>
                {head(heads)}
                <tbody>{SERVICES.iter().map(|measured| cells(measured, reader)).collect_view()}</tbody>
            </table>
        </div>
        <p class="origin">{origin(lang)}</p>
    }
    .into_any()
}

fn cells(measured: &Measured, reader: Reader) -> impl IntoView + use<> {
    let saves = measured.saves().map(|part| percent(part, reader.lang)).unwrap_or_default();
    let Measured { rest, peak, rss, .. } = *measured;
    let cells = vec![size(rest, reader), saves, size(peak, reader), size(rss, reader)];
    row(service(measured.id, reader.lang).to_owned(), cells)
}
