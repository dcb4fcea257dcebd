//! What one export takes while it is built, by rows and cells.

use anyhow::Result;

use crate::least_squares::{Fit, Point, plane, proportion};
use crate::recipe::Recipe;
use crate::rows::{Notebook, Query};
use crate::spread::Spread;

const ROWS: &str = "MiB per 1,000 rows";
const CELLS: &str = "MiB per 1,000 cells";
const WORKBOOK: &str = "peak = workbook_row * rows + workbook_cell * rows * columns";
const CSV: &str = "peak = csv_row * rows + csv_cell * rows * columns";

pub(super) const RECIPES: &[Recipe] = &[
    Recipe { key: "workbook_row", unit: ROWS, section: "3", formula: WORKBOOK, fit: workbook_row },
    Recipe {
        key: "workbook_cell",
        unit: CELLS,
        section: "3",
        formula: WORKBOOK,
        fit: workbook_cell,
    },
    Recipe {
        key: "workbook_iterator_cell",
        unit: CELLS,
        section: "3",
        formula: "peak = workbook_iterator_cell * rows * columns",
        fit: workbook_iterator_cell,
    },
    Recipe {
        key: "loaded_row",
        unit: ROWS,
        section: "3",
        formula: "peak = loaded_row * rows",
        fit: loaded_row,
    },
    Recipe { key: "csv_row", unit: ROWS, section: "3", formula: CSV, fit: csv_row },
    Recipe { key: "csv_cell", unit: CELLS, section: "3", formula: CSV, fit: csv_cell },
    Recipe {
        key: "streamed_row",
        unit: ROWS,
        section: "3",
        formula: "peak = streamed_row * min(rows, 2 * chunk)",
        fit: streamed_row,
    },
];

/// Below this, free heap in the worker absorbs a part of the export that depends
/// on what it did before, and not on the export.
///
/// The fits are those of the lab's first run, which goes up to 100,000 rows. The
/// newer one goes up to 10,000 and lies one or two MiB below it whatever the size,
/// which would bend the slopes: it widens the ranges instead. Fitted to both, a
/// streamed row would be 2.77 instead of 3.01, a workbook's 2.96 instead of 3.01.
const LARGE: f64 = 5000.0;
/// The same for CSV: at 5,000 rows the fit is up to a fifth too high.
const LARGE_CSV: f64 = 10_000.0;

fn workbook_row(book: &mut Notebook<'_>) -> Result<Spread> {
    Ok(workbook(book)?.spread(0))
}

fn workbook_cell(book: &mut Notebook<'_>) -> Result<Spread> {
    Ok(workbook(book)?.spread(1))
}

/// Rows and cells count separately: the model instances of `list(queryset)` cost the
/// same however many of their columns are written. One term alone is wrong by up
/// to 520 % for small exports.
fn workbook(book: &mut Notebook<'_>) -> Result<Fit<2>> {
    let fit = plane(&older(book, "xlsx_naive", LARGE)?);
    Ok(fit.tried_on(&newer(book, "workbook_naive")?))
}

/// The rows are not kept, the cells are. No constant a row: with 5 columns it is a
/// tenth more than with 25, which is the high end.
fn workbook_iterator_cell(book: &mut Notebook<'_>) -> Result<Spread> {
    let of_cells = |points: Vec<Point<2>>| -> Vec<Point<1>> {
        points.iter().map(|([_, cells], peak)| ([*cells], *peak)).collect()
    };
    let fit = proportion(&of_cells(older(book, "xlsx_halfway", LARGE)?));
    Ok(fit.tried_on(&of_cells(newer(book, "workbook_iterator")?)).spread(0))
}

/// A list of model instances alone, and one that a write-only workbook reads.
fn loaded_row(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut points = older(book, "list_only", LARGE)?;
    points.extend(older(book, "xlsx_wo_list", LARGE)?);
    let of_rows: Vec<Point<1>> = points.iter().map(|([rows, _], y)| ([*rows], *y)).collect();
    Ok(proportion(&of_rows).spread(0))
}

fn csv_row(book: &mut Notebook<'_>) -> Result<Spread> {
    Ok(csv(book)?.spread(0))
}

fn csv_cell(book: &mut Notebook<'_>) -> Result<Spread> {
    Ok(csv(book)?.spread(1))
}

/// The list and its text. The text is small, so that cells count for little.
fn csv(book: &mut Notebook<'_>) -> Result<Fit<2>> {
    let fit = plane(&older(book, "csv_naive", LARGE_CSV)?);
    Ok(fit.tried_on(&newer(book, "csv_naive")?))
}

/// Two chunks are in memory at once, or everything where there is no server-side
/// cursor. Smaller chunks than 2,000 rows are left out: there the fixed cost of a
/// response shows. The newer run, with four thousand rows in memory at the most,
/// is the low end.
fn streamed_row(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut points = Vec::new();
    for case in ["xlsx_stream", "csv_stream", "xlsx_stream_noSSC", "csv_stream_noSSC"] {
        let query = Query::of("s3_export_peak", case).at_least("chunk", 2000.0);
        for one in book.take(&query, ["peak_delta"])? {
            let chunks = 2.0 * one.knob("chunk");
            let all = one.knob("rows");
            let buffered = if case.ends_with("noSSC") { all } else { all.min(chunks) };
            points.push(([buffered / 1000.0], one.values[0]));
        }
    }
    let mut warmer = Vec::new();
    for form in ["write_only", "csv_stream"] {
        let query = Query::of("exports", "exports").with(&format!("form={form}"));
        for one in book.take(&query, ["peak_1"])? {
            // The service's own chunk is 2,000 rows.
            warmer.push(([one.knob("rows").min(4000.0) / 1000.0], one.values[0]));
        }
    }
    Ok(proportion(&points).tried_on(&warmer).spread(0))
}

/// Thousands of rows and of cells, and the peak over idle, in the first run.
fn older(book: &mut Notebook<'_>, case: &'static str, least: f64) -> Result<Vec<Point<2>>> {
    let query = Query::of("s3_export_peak", case).at_least("rows", least);
    let measured = book.take(&query, ["peak_delta"])?;
    Ok(measured
        .iter()
        .map(|one| point(one.knob("rows"), one.knob("cols"), one.values[0]))
        .collect())
}

/// The same of the first export of a worker, in the newer run.
fn newer(book: &mut Notebook<'_>, form: &str) -> Result<Vec<Point<2>>> {
    let query =
        Query::of("exports", "exports").with(&format!("form={form}")).at_least("rows", LARGE);
    let measured = book.take(&query, ["peak_1"])?;
    Ok(measured
        .iter()
        .map(|one| point(one.knob("rows"), one.knob("columns"), one.values[0]))
        .collect())
}

fn point(rows: f64, columns: f64, peak: f64) -> Point<2> {
    ([rows / 1000.0, rows / 1000.0 * columns], peak)
}
