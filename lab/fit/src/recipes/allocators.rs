//! What other allocators change in what a worker keeps.

use anyhow::Result;

use crate::recipe::Recipe;
use crate::rows::{Notebook, Query};
use crate::spread::{Spread, median};

const KEPT: &str = "kept with this allocator = kept * ratio";

pub(super) const RECIPES: &[Recipe] = &[
    Recipe {
        key: "kept_two_arenas",
        unit: "ratio",
        section: "3b and 24",
        formula: KEPT,
        fit: kept_two_arenas,
    },
    Recipe {
        key: "kept_jemalloc",
        unit: "ratio",
        section: "3b and 24",
        formula: KEPT,
        fit: kept_jemalloc,
    },
    Recipe {
        key: "jemalloc_process",
        unit: "MiB",
        section: "24",
        formula: "processes * jemalloc_process",
        fit: jemalloc_process,
    },
];

/// Threads alone: a sync worker kept the same with two arenas as with all of them, in
/// both runs. With threads they do not agree even with themselves (a seventh less, and a
/// twentieth more), so the range is all that was seen.
fn kept_two_arenas(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut parts = Vec::new();
    for jobs in ["workbooks", "csv"] {
        parts.extend(newer(book, "arena_max=2", jobs)?);
    }
    for (view, rows) in [("xlsx_naive", 2000), ("csv_naive", 5000)] {
        parts.extend(older(book, "arena_max2", &format!("view={view};rows={rows};kind=gthread"))?);
    }
    Ok(Spread::within(&parts))
}

/// Threads at once and exports in turn. Right after the jobs, and after some light
/// requests more: jemalloc gives back while it is used, and not while it waits.
fn kept_jemalloc(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut parts = Vec::new();
    for jobs in ["workbooks", "csv", "workbook-in-turn", "csv-in-turn"] {
        parts.extend(newer(book, "jemalloc", jobs)?);
    }
    for knobs in [
        "view=xlsx_naive;rows=2000;kind=gthread",
        "view=csv_naive;rows=5000;kind=gthread",
        "view=xlsx_naive;rows=2000;kind=sync",
        "view=csv_naive;rows=10000;kind=sync",
    ] {
        parts.extend(older(book, "jemalloc", knobs)?);
    }
    Ok(Spread::of(&parts))
}

/// The arbiter and the worker before any job, each half of what both hold more: 1.7 where
/// the worker has four threads, 0.6 where it has none.
fn jemalloc_process(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut more = Vec::new();
    for jobs in ["workbooks", "csv", "uploads", "workbook-in-turn", "csv-in-turn"] {
        let of = |allocator: &str| {
            Query::of("arenas", "arenas").with(&format!("allocator={allocator};jobs={jobs}"))
        };
        let glibc = median(&book.values(&of("default"), "warm_cg_anon")?);
        let warm = book.values(&of("jemalloc"), "warm_cg_anon")?;
        more.extend(warm.iter().map(|warm| (warm - glibc) / 2.0));
    }
    Ok(Spread::within(&more))
}

/// What is kept over what glibc keeps of the same jobs, in the two moments at rest.
fn newer(book: &mut Notebook<'_>, allocator: &str, jobs: &str) -> Result<Vec<f64>> {
    let mut kept = |allocator: &str, metric: &str| -> Result<f64> {
        let query =
            Query::of("arenas", "arenas").with(&format!("allocator={allocator};jobs={jobs}"));
        let found = book.take(&query, [metric, "warm_cg_anon"])?;
        Ok(median(&found.iter().map(|one| one.values[0] - one.values[1]).collect::<Vec<_>>()))
    };
    ["idle_cg_anon", "after_light_cg_anon"]
        .iter()
        .map(|metric| Ok(kept(allocator, metric)? / kept("default", metric)?))
        .collect()
}

/// The same of the first run, after twenty exports and after fifty light requests more.
fn older(book: &mut Notebook<'_>, allocator: &str, knobs: &str) -> Result<Vec<f64>> {
    let mut kept = |allocator: &str, exports: &str| -> Result<f64> {
        let query = Query::of("s3_export_retention", "retention")
            .with(&format!("{knobs};alloc={allocator};exports={exports}"));
        Ok(median(&book.values(&query, "retained_delta")?))
    };
    ["20", "20+50req"]
        .iter()
        .map(|exports| Ok(kept(allocator, exports)? / kept("default", exports)?))
        .collect()
}
