//! What the lab measured in each scenario: `lab/rows/scenarios.csv`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use headroom::units::MIB;

/// The medians of a scenario's repeats, in bytes.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    /// Anonymous memory of the whole service, five seconds after its last request.
    pub idle: f64,
    /// The highest that it was, sampled every 10 ms.
    pub peak: f64,
}

/// By the scenario's name.
///
/// # Panics
/// If the file is missing or holds no such rows.
pub fn measured() -> BTreeMap<String, Measured> {
    let mut values: BTreeMap<String, BTreeMap<String, Vec<f64>>> = BTreeMap::new();
    for Row { knobs, metric, value, .. } in rows("scenarios.csv") {
        let name = knobs.split(';').find_map(|knob| knob.strip_prefix("name="));
        let of_scenario = values.entry(name.unwrap_or_default().to_owned()).or_default();
        of_scenario.entry(metric).or_default().push(value);
    }
    let found = values.into_iter().filter_map(|(name, of)| {
        let bytes = |metric: &str| Some(median(of.get(metric)?) * MIB);
        Some((name, Measured { idle: bytes("idle_cg_anon")?, peak: bytes("peak_anon")? }))
    });
    found.collect()
}

/// What it was measured with, as the rows say.
///
/// # Panics
/// If the file is missing or holds no rows.
pub fn versions() -> String {
    rows("scenarios.csv").first().map(|row| row.versions.replace('/', " ")).unwrap_or_default()
}

/// One row of the lab.
#[derive(serde::Deserialize)]
pub(super) struct Row {
    pub(super) versions: String,
    pub(super) knobs: String,
    pub(super) metric: String,
    pub(super) value: f64,
}

/// All rows of a file.
pub(super) fn rows(file: &str) -> Vec<Row> {
    let path = lab().join("rows").join(file);
    let read = csv::Reader::from_path(&path).and_then(|mut reader| reader.deserialize().collect());
    read.unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

pub(super) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    f64::midpoint(sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2])
}

/// The lab's folder.
pub(super) fn lab() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../lab")
}
