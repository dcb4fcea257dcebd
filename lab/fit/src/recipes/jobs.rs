//! What an export leaves in its worker, and what further ones at the same time add.

use anyhow::Result;

use crate::recipe::Recipe;
use crate::rows::{Measured, Notebook, Query};
use crate::spread::{Spread, largest, median, smallest};

const KEPT: &str = "kept = peak * kept part";
const AT_ONCE: &str = "in flight = peak * (1 + (jobs - 1) * overlap)";

pub(super) const RECIPES: &[Recipe] = &[
    Recipe {
        key: "kept_workbook",
        unit: "ratio",
        section: "3b",
        formula: KEPT,
        fit: kept_workbook,
    },
    Recipe { key: "kept_rows", unit: "ratio", section: "3b", formula: KEPT, fit: kept_rows },
    Recipe {
        key: "repeated_workbook",
        unit: "ratio",
        section: "3b",
        formula: "highest = peak * repeated_workbook",
        fit: repeated_workbook,
    },
    Recipe {
        key: "kept_streamed",
        unit: "ratio",
        section: "3b",
        formula: KEPT,
        fit: kept_streamed,
    },
    Recipe {
        key: "thread_overlap",
        unit: "ratio",
        section: "3b",
        formula: AT_ONCE,
        fit: thread_overlap,
    },
    Recipe {
        key: "greenlet_waiting_row",
        unit: "MiB per 1,000 rows",
        section: "3b",
        formula: "in flight = peak + (jobs - 1) * greenlet_waiting_row * rows",
        fit: greenlet_waiting_row,
    },
    Recipe {
        key: "greenlet_stream_overlap",
        unit: "ratio",
        section: "3b",
        formula: AT_ONCE,
        fit: greenlet_stream_overlap,
    },
];

/// After several workbooks, over the peak of the first: what a worker of a busy
/// service holds. Only exports of 5,000 rows and more: of smaller ones a worker
/// keeps up to 1.5 times, but those are a few MiB. One value a service.
fn kept_workbook(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut parts = after_several(book, "xlsx_naive", 10_000, "sync", "3")?;
    for form in WORKBOOKS {
        let measured = book.take(&newer(form), ["kept_3", "peak_1"])?;
        parts.extend(Measured::over_repeats(&measured).iter().map(part));
    }
    Ok(Spread::of(&parts))
}

/// The same of CSV from a list: the rows stay, their text goes back. (Of a list alone
/// 0.97 stays, of a smaller peak.) Low is what stays of the first export of a worker,
/// which gives back more than any later one.
fn kept_rows(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut parts = after_several(book, "csv_naive", 10_000, "sync", "20")?;
    parts.extend(after_several(book, "csv_naive", 5000, "gthread", "20")?);
    let measured = book.take(&newer("csv_naive"), ["kept_3", "kept_1", "peak_1"])?;
    parts.extend(measured.iter().map(|one| one.values[0] / one.values[2]));
    let first: Vec<f64> = measured.iter().map(|one| one.values[1] / one.values[2]).collect();
    Ok(Spread::of(&parts).down_to(median(&first)))
}

/// The highest peak of several workbooks in one worker, over the first: the heap
/// that the others left is in pieces. Low is a worker that has built none before.
fn repeated_workbook(book: &mut Notebook<'_>) -> Result<Spread> {
    let of = |exports: &str| retention("xlsx_naive", 10_000, "sync", exports);
    let first = median(&book.values(&of("1"), "peak_delta")?);
    let mut parts = vec![median(&book.values(&of("3"), "peak_delta")?) / first];
    for form in WORKBOOKS {
        let measured = book.take(&newer(form), ["peak_3", "peak_1"])?;
        parts.extend(Measured::over_repeats(&measured).iter().map(part));
    }
    Ok(Spread::of(&parts).down_to(1.0))
}

/// The forms of the newer run that build an ordinary workbook.
const WORKBOOKS: [&str; 2] = ["workbook_naive", "workbook_iterator"];

/// What is kept at once after the last of several exports, and after fifty small
/// requests more, over the peak of the first.
fn after_several(
    book: &mut Notebook<'_>,
    view: &str,
    rows: u32,
    kind: &str,
    last: &str,
) -> Result<Vec<f64>> {
    let of = |exports: &str| retention(view, rows, kind, exports);
    let first = median(&book.values(&of("1"), "peak_delta")?);
    [last.to_owned(), format!("{last}+50req")]
        .iter()
        .map(|exports| Ok(median(&book.values(&of(exports), "retained_delta")?) / first))
        .collect()
}

fn retention(view: &str, rows: u32, kind: &str, exports: &str) -> Query {
    let knobs = format!("view={view};rows={rows};kind={kind};alloc=default;exports={exports}");
    Query::of("s3_export_retention", "retention").with(&knobs)
}

fn newer(form: &str) -> Query {
    Query::of("exports", "exports").with(&format!("form={form}")).at_least("rows", 5000.0)
}

/// A stream's buffers are small, and what stays of them changes with every run.
fn kept_streamed(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut measured = Vec::new();
    for case in ["xlsx_stream", "csv_stream"] {
        let query = Query::of("s3_export_peak", case).at_least("chunk", 2000.0);
        measured.extend(book.take(&query, ["retained_delta", "peak_delta"])?);
    }
    for form in ["write_only", "csv_stream"] {
        let query = Query::of("exports", "exports").with(&format!("form={form}"));
        measured.extend(book.take(&query, ["kept_3", "peak_1"])?);
    }
    Ok(Spread::of(&measured.iter().map(part).collect::<Vec<_>>()))
}

fn part(one: &Measured<2>) -> f64 {
    one.values[0] / one.values[1]
}

/// What each further export in the same worker adds, as a part of the first. The
/// 0.84 to 0.94 of the lab's report are the peak over `jobs` times one, which
/// counts the first itself: this is the number that the model's formula wants.
fn thread_overlap(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut parts = Vec::new();
    for view in ["xlsx_naive", "xlsx_drf", "csv_naive", "xlsx_stream", "csv_stream"] {
        parts.extend(overlap(book, "gthread", view, 4)?);
    }
    parts.extend(overlap(book, "gthread", "xlsx_naive", 2)?);
    Ok(Spread::within(&parts))
}

/// Streams give way at every fetch, so that greenlets do add up.
fn greenlet_stream_overlap(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut parts = overlap(book, "gevent", "xlsx_stream", 4)?;
    parts.extend(overlap(book, "gevent", "csv_stream", 4)?);
    Ok(Spread::within(&parts))
}

/// Building does not give way: a further export waits with its result set, of a list
/// for CSV (low), for a workbook (likely), or through serializers. The second
/// alone costs more than each of the next three, and is the high end.
fn greenlet_waiting_row(book: &mut Notebook<'_>) -> Result<Spread> {
    /// Rows of each export, in thousands.
    const ROWS: f64 = 3.0;
    let mut waiting = |view: &str, jobs: u32| -> Result<Vec<f64>> {
        let first = median(&peaks(book, "gevent", view, 1)?);
        let further = f64::from(jobs - 1);
        let all = peaks(book, "gevent", view, jobs)?;
        Ok(all.iter().map(|peak| (peak - first) / further / ROWS).collect())
    };
    let list = waiting("csv_naive", 4)?;
    let workbook = waiting("xlsx_naive", 4)?;
    let serialized = waiting("xlsx_drf", 4)?;
    let second = waiting("xlsx_naive", 2)?;
    Ok(Spread {
        low: smallest(&list),
        likely: median(&workbook),
        high: largest(&[serialized, second].concat()),
        r2: None,
    })
}

fn overlap(book: &mut Notebook<'_>, kind: &str, view: &str, jobs: u32) -> Result<Vec<f64>> {
    let first = median(&peaks(book, kind, view, 1)?);
    let further = f64::from(jobs - 1);
    let all = peaks(book, kind, view, jobs)?;
    Ok(all.iter().map(|peak| (peak / first - 1.0) / further).collect())
}

fn peaks(book: &mut Notebook<'_>, kind: &str, view: &str, jobs: u32) -> Result<Vec<f64>> {
    let knobs = format!("view={view};kind={kind};simultaneous={jobs};alloc=default");
    let query = Query::of("s3_export_concurrency", "concurrency").with(&knobs);
    book.values(&query, "peak_delta")
}
