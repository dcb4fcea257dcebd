//! The same service on other Pythons, beside the one that the coefficients come from.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::measured::{Row, median, rows};

/// What is compared: its name, the runs that it is seen in, and what of them.
const COMPARED: [(&str, &str, What); 8] = [
    ("a worker", "jobs=none;workers=1;preload=0;", What::Worker),
    ("a worker, preload", "jobs=none;workers=3;preload=1;eager=1;freeze=0;", What::Worker),
    ("a worker, frozen", "jobs=none;workers=3;preload=1;eager=1;freeze=1;", What::Worker),
    ("three workbooks, highest", "jobs=workbook;", What::Highest),
    ("three workbooks, kept", "jobs=workbook;", What::Kept),
    ("three CSV lists, highest", "jobs=csv;", What::Highest),
    ("three CSV lists, kept", "jobs=csv;", What::Kept),
    ("20 bodies of 15 MB, highest", "jobs=bodies;", What::Highest),
];

#[derive(Clone, Copy)]
enum What {
    /// A worker's own memory at the end.
    Worker,
    /// The highest of the service, over what it held before the jobs.
    Highest,
    /// What it holds at the end, over that.
    Kept,
}

/// The table, with a column for each Python that was measured.
///
/// # Panics
/// If the rows are missing.
pub(super) fn table() -> String {
    let mut runs: BTreeMap<String, BTreeMap<String, Vec<f64>>> = BTreeMap::new();
    let mut pythons = BTreeSet::new();
    for Row { knobs, metric, value, versions } in rows("pythons.csv") {
        let python = versions.split('/').find_map(|part| part.strip_prefix("py"));
        let of = knobs.split_once(';').map_or("", |(_, rest)| rest);
        let python = python.unwrap_or_default().to_owned();
        let run = runs.entry(format!("{python};{of}")).or_default();
        run.entry(metric).or_default().push(value);
        pythons.insert(python);
    }
    let mut text = String::from("|");
    for python in &pythons {
        let _ = write!(text, " | {python}");
    }
    let _ = writeln!(text, " |\n|---{}|", "|---".repeat(pythons.len()));
    for (name, knobs, what) in COMPARED {
        let _ = write!(text, "| {name}");
        for python in &pythons {
            let start = format!("{python};{knobs}");
            let run = runs.iter().find(|(run, _)| run.starts_with(&start));
            let cell = run.map(|(_, metrics)| format!("{:.0}", figure(metrics, what)));
            let _ = write!(text, " | {}", cell.unwrap_or_default());
        }
        text.push_str(" |\n");
    }
    text
}

fn figure(metrics: &BTreeMap<String, Vec<f64>>, what: What) -> f64 {
    let of = |metric: &str| median(&metrics[metric]);
    match what {
        What::Worker => of("worker_private_dirty"),
        What::Highest => of("peak_anon") - of("warm_cg_anon"),
        What::Kept => of("cg_anon") - of("warm_cg_anon"),
    }
}
