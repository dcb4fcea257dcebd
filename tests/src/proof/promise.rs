//! The promise: the note's service on the lab's stack, as the page predicts it, beside what
//! was measured before and after the exported files were put in place
//! (`lab/harness/promise.py`, `lab/rows/promise.csv`).

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use headroom::accuracy::Figure;
use headroom::evaluate::evaluate;
use headroom::part::exports::{Exports, Format};
use headroom::part::uploads::Uploads;
use headroom::part::workers::Workers;
use headroom::part::{Basis, logs::Logs, pooling::Pooling, queries::Queries};
use headroom::plan::{Plan, Side, SideId, note};
use headroom::units::{Estimate, MIB};

use super::measured::{median, rows};

/// What one day brings, as `lab/harness/promise.py` sends it: in each of so many rounds
/// an export and an upload, and so many small requests.
const ROUNDS: f64 = 12.0;
const LIGHT: f64 = 100.0;
const EXPORTED_ROWS: f64 = 5000.0;
const UPLOADED: f64 = 15e6;

/// The rows that the small requests list.
const LISTED_ROWS: f64 = 50.0;

/// The note's settings, on the lab's service instead of the note's 600 MB a worker: what
/// the note only measured is described, and nothing of it comes from these measurements.
pub fn plan() -> Plan {
    let mut plan = note();
    "The note's settings on the lab's service".clone_into(&mut plan.name);
    plan.railway.observed = None;
    described(&mut plan.current);
    described(&mut plan.target);
    // What the exported files write in place of what the note says: a workbook row by row,
    // and under gevent no connection that stays open.
    plan.target.exports.format = Format::WriteOnly;
    plan.target.pooling.conn_max_age = 0;
    plan
}

fn described(side: &mut Side) {
    let requests = Estimate::exact(ROUNDS * (LIGHT + 2.0) / 86_400.0);
    side.workers = Workers { basis: Basis::Workload, requests, ..side.workers };
    side.exports = Exports {
        basis: Basis::Workload,
        rows: Estimate::exact(EXPORTED_ROWS),
        at_once: 1,
        a_day: Estimate::exact(ROUNDS),
        ..side.exports
    };
    side.uploads = Uploads {
        basis: Basis::Workload,
        size: Estimate::exact(UPLOADED),
        at_once: 1,
        a_day: Estimate::exact(ROUNDS),
        ..side.uploads
    };
    side.logs = Logs { basis: Basis::Workload, ..side.logs };
    side.pooling = Pooling { basis: Basis::Workload, ..side.pooling };
    side.queries =
        Queries { basis: Basis::Workload, rows: Estimate::exact(LISTED_ROWS), ..side.queries };
}

/// One side: at rest and at the peak, predicted and measured, in bytes.
#[derive(Debug)]
pub struct Promise {
    /// Which.
    pub side: SideId,
    /// Between the rounds, on average over the day.
    pub idle: Figure,
    /// The highest of the day.
    pub peak: Figure,
}

/// Both sides.
///
/// # Panics
/// If the rows are missing, or hold nothing of a side.
pub fn promises() -> Vec<Promise> {
    let (plan, rows) = (plan(), rows("promise.csv"));
    let measured = |side: SideId, metric: &str| {
        let values: Vec<f64> = rows
            .iter()
            .filter(|row| row.metric == metric)
            .filter(|row| row.knobs.split(';').any(|knob| knob == format!("side={}", side.key())))
            .map(|row| row.value * MIB)
            .collect();
        assert!(!values.is_empty(), "promise.csv has no {metric} of {}", side.key());
        median(&values)
    };
    let of = |side: &SideId| {
        let total = evaluate(&plan, *side).total;
        let figure = |predicted, metric| Figure { predicted, measured: measured(*side, metric) };
        Promise {
            side: *side,
            idle: figure(total.idle, "idle_anon"),
            peak: figure(total.peak, "peak_anon"),
        }
    };
    SideId::ALL.iter().map(of).collect()
}

/// The table, for `docs/promise.md` and the README.
pub fn table() -> String {
    let mut text =
        String::from("| service | | predicted | measured | off |\n|---|---|---|---|---|\n");
    for Promise { side, idle, peak } in promises() {
        let name = match side {
            SideId::Current => "as the note has it: 5 sync workers, whole workbooks",
            SideId::Target => "with the exported files: 2 gevent workers, streams",
        };
        for (when, figure) in [("at rest", idle), ("peak", peak)] {
            let Figure { predicted, measured } = figure;
            let _ = writeln!(
                text,
                "| {name} | {when} | {:.0} ({:.0}–{:.0}) | {:.0}{} | {:+.0} % |",
                predicted.likely / MIB,
                predicted.low / MIB,
                predicted.high / MIB,
                measured / MIB,
                if figure.inside() { "" } else { " ✗" },
                figure.error() * 100.0,
            );
        }
    }
    text
}

/// Where the table stands, and what must stand there.
pub fn document() -> (PathBuf, String) {
    let versions = rows("promise.csv").first().map(|row| row.versions.replace('/', " "));
    let text = format!(
        "# What was promised\n\n\
         Written by `cargo xtask promise`; a test compares. The note's settings on the lab's service\n\
         (Django REST framework, openpyxl, 100,000 invoices): first as they are, then with the files that\n\
         Headroom exports for the target put where their heads say, and nothing else changed. The same day\n\
         for both, pressed into minutes: {ROUNDS} rounds of {LIGHT} small requests and, together, an export of\n\
         {EXPORTED_ROWS} rows of 25 columns and an upload of 15 MB, at workers drawn by chance. Three times\n\
         each; the medians. Anonymous memory of the whole service in MiB: at rest is the mean of what it held\n\
         five seconds after each round, the peak is the highest of a sample every 10 ms.\n\n\
         Measured with {}.\n\n\
         {}\n\
         ✗: outside the range. Nothing that was measured here went into the prediction; the plan is\n\
         `tests/src/proof/promise.rs`. Its target is the note's, but for what the exported files write in its\n\
         place: workbooks row by row, and under gevent no connection that is kept. Gunicorn's timeout alone\n\
         was raised for both, because the harness stops the workers that are not to serve.\n",
        versions.unwrap_or_default(),
        table(),
    );
    (Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/promise.md"), text)
}
