//! `list_queries.py`: a list in one query, and a loop over all rows that keeps none.

use askama::Template;

use super::ArtefactId;
use super::sheet::{Sheet, file, grouped};
use crate::part::queries::Related;
use crate::text::artefacts::views::Remark;
use crate::units::integer;

#[derive(Template)]
#[template(path = "list_queries.py", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    rows: String,
    chunk: u32,
    /// How a list gets its relations.
    related: &'static str,
    related_why: String,
    each_why: String,
}

pub(super) fn render(sheet: &Sheet<'_>) -> String {
    let queries = &sheet.side.queries;
    let (related, why) = match queries.related {
        Related::PrefetchRelated => ("prefetch_related", vec![Remark::Prefetch]),
        Related::SelectRelated => ("select_related", vec![Remark::Select]),
        Related::NPlusOne => ("select_related", vec![Remark::OnceARow, Remark::Select]),
    };
    let mut each = vec![Remark::Each];
    if sheet.side.pooling.pgbouncer {
        each.push(Remark::NoCursors);
    }
    file(&File {
        sheet,
        rows: grouped(integer(libm::ceil(queries.rows.likely)).max(1)),
        chunk: sheet.side.exports.chunk,
        related,
        related_why: sheet.notes(&why),
        each_why: sheet.notes(&each),
    })
}
