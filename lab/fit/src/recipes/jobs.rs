//! What an export leaves in its worker, and what further ones at the same time add.

use anyhow::Result;

use crate::recipe::Recipe;
use crate::rows::{Measured, Notebook, Query};
use crate::spread::{Spread, largest, median, smallest};

const KEPT: &str = "kept = peak * kept part";
const AT_ONCE: &str = "in flight = peak * (1 + (jobs - 1) * overlap)";

pub(super) const RECIPES: &[Recipe] = &[
    Recipe { key: "kept_loaded", unit: "ratio", section: "3b", formula: KEPT, fit: kept_loaded },
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

/// After several exports, over the peak of the first: what a worker of a busy
/// service holds. Only exports of 5,000 rows and more: of smaller ones a worker
/// keeps up to 1.5 times, but those are a few MiB. One value a service.
fn kept_loaded(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut parts = Vec::new();
    for (view, rows, kind, last) in [
        ("xlsx_naive", 10_000, "sync", "3"),
        ("csv_naive", 10_000, "sync", "20"),
        ("list_only", 10_000, "sync", "20"),
        ("csv_naive", 5000, "gthread", "20"),
    ] {
        let of = |exports: &str| {
            let knobs = format!("view={view};rows={rows};kind={kind};alloc=default");
            Query::of("s3_export_retention", "retention")
                .with(&knobs)
                .with(&format!("exports={exports}"))
        };
        let first = median(&book.values(&of("1"), "peak_delta")?);
        // At once after the last, and after fifty small requests more.
        for exports in [last.to_owned(), format!("{last}+50req")] {
            parts.push(median(&book.values(&of(&exports), "retained_delta")?) / first);
        }
    }
    for form in ["workbook_naive", "workbook_iterator", "csv_naive"] {
        let query =
            Query::of("exports", "exports").with(&format!("form={form}")).at_least("rows", 5000.0);
        let measured = book.take(&query, ["kept_3", "peak_1"])?;
        parts.extend(Measured::over_repeats(&measured).iter().map(part));
    }
    Ok(Spread::of(&parts))
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
