//! Logs, connections and queries.

use anyhow::Result;

use crate::least_squares::proportion;
use crate::recipe::Recipe;
use crate::rows::{Measured, Notebook, Query};
use crate::spread::{Spread, largest, median, smallest};

pub(super) const RECIPES: &[Recipe] = &[
    Recipe {
        key: "log_line",
        unit: "B",
        section: "5 and 28",
        formula: "cache = min(lines * log_line, size) * handlers",
        fit: log_line,
    },
    Recipe {
        key: "connection_client",
        unit: "kB",
        section: "6",
        formula: "connections * connection_client",
        fit: connection_client,
    },
    Recipe {
        key: "connection_server",
        unit: "MiB",
        section: "6",
        formula: "in Postgres: connections * connection_server",
        fit: connection_server,
    },
    Recipe {
        key: "pool_helpers",
        unit: "MiB",
        section: "6",
        formula: "workers * pool_helpers",
        fit: pool_helpers,
    },
    Recipe {
        key: "query_logged",
        unit: "MiB per 1,000 queries",
        section: "8",
        formula: "requests at once * min(queries, 9000) * query_logged",
        fit: query_logged,
    },
    Recipe {
        key: "listed_row",
        unit: "MiB per 1,000 rows",
        section: "8",
        formula: "requests at once * rows * listed_row",
        fit: listed_row,
    },
];

/// Bytes on disk by lines, of every handler that writes one file. Likely is the lab's
/// line, with its time, level and a sentence. Low is a line with a message of 50
/// characters, high one of 500, as JSON with a request's fields takes: the cache held
/// exactly what was written of those too.
fn log_line(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut lengths = Vec::new();
    for mode in ["file", "rot1", "rot1delay", "rot1out"] {
        let query = Query::of("s5_logs", "logs").with(&format!("mode={mode}"));
        for one in book.take(&query, ["log_bytes_on_disk"])? {
            lengths.push(one.values[0] * 1_048_576.0 / one.knob("lines"));
        }
    }
    let mut cached = |message: u32| -> Result<f64> {
        /// What each run of the newer case writes.
        const LINES: f64 = 100_000.0;
        let query = Query::of("logs", "logs").with(&format!("handler=file;message={message}"));
        Ok(median(&book.values(&query, "cg_file_delta")?) * 1_048_576.0 / LINES)
    };
    let (short, long) = (cached(50)?, cached(500)?);
    Ok(Spread::of(&lengths).down_to(short).up_to(long))
}

/// Fifty connections and more: fewer disappear in free heap.
fn connection_client(book: &mut Notebook<'_>) -> Result<Spread> {
    let query = Query::of("s6_pooling", "client_conn").at_least("open", 50.0);
    let points: Vec<_> = book
        .take(&query, ["rss_delta"])?
        .iter()
        .map(|one| ([one.knob("open")], one.values[0] * 1048.576))
        .collect();
    Ok(proportion(&points).spread(0))
}

/// A backend's anonymous memory by what it has done, from nothing to twenty lists:
/// one value a state, as a service's connections are in all of them.
fn connection_server(book: &mut Notebook<'_>) -> Result<Spread> {
    let measured = book.take(&Query::of("s6_pooling", "server_backend"), ["pss_anon"])?;
    let states: Vec<f64> =
        Measured::over_repeats(&measured).iter().map(|one| one.values[0]).collect();
    Ok(Spread::within(&states))
}

/// The pool's three threads: a sync worker with it, less one without. Threads and
/// greenlets share connections through it, so that there the difference is less.
fn pool_helpers(book: &mut Notebook<'_>) -> Result<Spread> {
    let of = |knobs: &str| {
        Query::of("pooling", "pooling").with("worker_class=sync;workers=3").with(knobs)
    };
    let with = book.values(&of("pool=2-4"), "worker_private_dirty")?;
    let without = median(&book.values(&of("conn_max_age=60"), "worker_private_dirty")?);
    let extra: Vec<f64> = with.iter().map(|with| with - without).collect();

    let older = |knobs: &str| {
        Query::of("s6_pooling", "conn_count").with("kind=sync;workers=3;wave=2").with(knobs)
    };
    let with = book.values(&older("pool=2-4"), "workers_rss_delta")?;
    let without = median(&book.values(&older("pool="), "workers_rss_delta")?);
    let in_rss: Vec<f64> = with.iter().map(|with| (with - without) / 3.0).collect();
    Ok(Spread::of(&extra).down_to(smallest(&in_rss)).up_to(largest(&extra)))
}

/// In a request, and in a command that never resets the log: SQL of about 900
/// characters. Django keeps 9,000 of them a connection.
fn query_logged(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut each = Vec::new();
    for (case, knob, metric) in [
        ("debug_qlog", "queries_in_request", "peak_delta"),
        ("debug_qlog_command", "queries", "rss_delta"),
    ] {
        let query = Query::of("s8_debug_nplus1", case).with("debug=1").at_most(knob, 9000.0);
        for one in book.take(&query, [metric])? {
            each.push(one.values[0] / one.knob(knob) * 1000.0);
        }
    }
    Ok(Spread::within(&each))
}

/// Rows with two relations, however they are fetched: the way costs queries and
/// time, not memory.
fn listed_row(book: &mut Notebook<'_>) -> Result<Spread> {
    let query = Query::of("s8_debug_nplus1", "nplus1").with("debug=0");
    let measured = book.take(&query, ["peak_delta"])?;
    let each: Vec<f64> =
        measured.iter().map(|one| one.values[0] / one.knob("rows") * 1000.0).collect();
    Ok(Spread::within(&each))
}
