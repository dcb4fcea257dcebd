//! How good the numbers are: services that were measured, beside what the model says.

use headroom::accuracy::{Figure, SERVICES, Service, Summary, VERSIONS};
use headroom::text::Reader;
use headroom::text::accuracy::{columns, limits, measured_with, summary, title};
use headroom::text::number::{size, size_range};
use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
use crate::fold::Fold;
use crate::live::live;
use crate::tables::{head, row};

/// A fold at the end of the tables.
#[component]
pub(crate) fn Accuracy() -> impl IntoView {
    let desk = use_desk();
    let heading = live(move || title(desk.lang())).into_any();
    view! { <Fold id="table-accuracy" summary=heading>{live(move || content(desk))}</Fold> }
}

fn content(desk: Desk) -> AnyView {
    let reader = desk.reader.get();
    let lang = reader.lang;
    let heads = [""].into_iter().chain(columns(lang)).map(str::to_owned).collect();
    let limit = |text: &'static str| view! { <li>{text}</li> };
    view! {
        <p>{summary(&Summary::of(SERVICES), lang)}</p>
        <ul class="limits">{limits(lang).map(limit).collect_view()}</ul>
        <div class="scroll" tabindex="0">
            <table>
                {head(heads)}
                <tbody>{SERVICES.iter().map(|service| service_row(service, reader)).collect_view()}</tbody>
            </table>
        </div>
        <p class="origin">{measured_with(VERSIONS, lang)}</p>
    }
    .into_any()
}

fn service_row(service: &Service, reader: Reader) -> impl IntoView + use<> {
    let predicted = |figure: Figure| {
        let outside = if figure.inside() { "" } else { " ✗" };
        format!("{}{outside}", size_range(figure.predicted, reader))
    };
    let cells = [service.idle, service.peak]
        .into_iter()
        .flat_map(|figure| [size(figure.measured, reader), predicted(figure)]);
    row(service.name.to_owned(), cells.collect())
}
