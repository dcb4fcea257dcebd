//! Exports that hold more than they need.

use super::rule::{Facts, Look, Seen, remeasure, to};
use crate::part::PartId;
use crate::part::exports::{Format, Reading};
use crate::plan::FieldId;

/// A chunk below this costs round trips and saves next to nothing.
const SMALL: u32 = 500;

/// Every row is in a list before the first is written.
pub(super) fn loads(look: &Look<'_>) -> Option<Seen> {
    let exports = &look.side().exports;
    if !matches!(exports.reading, Reading::Load) {
        return None;
    }
    let format = match exports.format {
        Format::Workbook | Format::WriteOnly => Format::WriteOnly,
        Format::Csv => Format::Csv,
    };
    let mut changes =
        vec![to(FieldId::ExportReading, Reading::Iterator), to(FieldId::ExportFormat, format)];
    changes.extend(remeasure(look, PartId::Exports, FieldId::ExportsBasis));
    Some(Seen::fix(Facts { found: exports.rows.likely, ..Facts::default() }, changes))
}

/// The rows come one by one, but the workbook keeps every cell.
pub(super) fn workbook(look: &Look<'_>) -> Option<Seen> {
    let exports = &look.side().exports;
    let half = matches!((exports.reading, exports.format), (Reading::Iterator, Format::Workbook));
    half.then(|| {
        let mut changes = vec![to(FieldId::ExportFormat, Format::WriteOnly)];
        changes.extend(remeasure(look, PartId::Exports, FieldId::ExportsBasis));
        Seen::fix(Facts::default(), changes)
    })
}

/// Chunks of a hundred make twenty times the round trips for a few megabytes.
pub(super) fn small_chunk(look: &Look<'_>) -> Option<Seen> {
    let exports = &look.side().exports;
    let small = matches!(exports.reading, Reading::Iterator) && exports.chunk < SMALL;
    let facts = Facts { found: f64::from(exports.chunk), wanted: 2000.0, ..Facts::default() };
    small.then(|| Seen::fix(facts, vec![to(FieldId::ExportChunk, 2000_u32)]))
}

/// Behind PgBouncer in transaction mode there is no cursor: the whole result comes.
pub(super) fn no_cursor(look: &Look<'_>) -> Option<Seen> {
    let side = look.side();
    let lost = side.pooling.pgbouncer && matches!(side.exports.reading, Reading::Iterator);
    lost.then(|| Seen::only(Facts { found: side.exports.rows.likely, ..Facts::default() }))
}
