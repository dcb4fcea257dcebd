//! `export_view.py`: an export whose memory does not grow with its rows.

use askama::Template;

use super::ArtefactId;
use super::sheet::{Sheet, file};
use crate::part::exports::{self, Format, Reading};
use crate::text::artefacts::views::Remark;

/// Django's own chunk size.
const DJANGO_CHUNK: u32 = 2000;

/// Smaller chunks cost more round trips than they save memory.
const SMALL_CHUNK: u32 = 500;

#[derive(Template)]
#[template(path = "export_view.py", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    why: String,
    chunk: u32,
    chunk_why: String,
    csv: bool,
}

pub(super) fn render(sheet: &Sheet<'_>) -> String {
    let exports = &sheet.side.exports;
    file(&File {
        sheet,
        why: sheet.notes(&why(sheet)),
        chunk: exports.chunk,
        chunk_why: sheet.notes(&chunk_why(exports.chunk)),
        csv: matches!(exports.format, Format::Csv),
    })
}

fn why(sheet: &Sheet<'_>) -> Vec<Remark> {
    let (exports, no_cursors) = (sheet.side.exports, sheet.side.pooling.pgbouncer);
    let written =
        if matches!(exports.format, Format::Csv) { Format::Csv } else { Format::WriteOnly };
    let streamed = exports::Exports { reading: Reading::Iterator, format: written, ..exports };
    let whole = exports::Exports { reading: Reading::Load, format: Format::Workbook, ..exports };
    let mut why = vec![Remark::Memory {
        streamed: exports::likely_one(&streamed, no_cursors),
        of: exports::likely_one(&whole, no_cursors),
    }];
    if matches!(exports.format, Format::Workbook) {
        why.push(Remark::OrdinaryWorkbook);
    }
    if no_cursors {
        why.push(Remark::NoCursors);
    }
    why
}

fn chunk_why(chunk: u32) -> Vec<Remark> {
    let mut why = vec![Remark::Chunk(chunk)];
    if chunk == DJANGO_CHUNK {
        why.push(Remark::ChunkDefault);
    }
    if chunk < SMALL_CHUNK {
        why.push(Remark::ChunkSmall(DJANGO_CHUNK.div_ceil(chunk.max(1))));
    }
    why
}
