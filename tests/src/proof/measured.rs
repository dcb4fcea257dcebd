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
    let path = lab().join("rows/scenarios.csv");
    let mut values: BTreeMap<(String, String), Vec<f64>> = BTreeMap::new();
    let mut reader =
        csv::Reader::from_path(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    for row in reader.deserialize::<Row>() {
        let row = row.unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        let name = row.knobs.split(';').find_map(|knob| knob.strip_prefix("name="));
        values
            .entry((name.unwrap_or_default().to_owned(), row.metric))
            .or_default()
            .push(row.value);
    }
    let mut found = BTreeMap::new();
    for (name, _) in values.keys() {
        let median =
            |metric: &str| values.get(&(name.clone(), metric.to_owned())).map(|all| median(all));
        if let (Some(idle), Some(peak)) = (median("idle_cg_anon"), median("peak_anon")) {
            found.insert(name.clone(), Measured { idle: idle * MIB, peak: peak * MIB });
        }
    }
    found
}

/// What it was measured with, as the rows say.
///
/// # Panics
/// If the file is missing or holds no rows.
pub fn versions() -> String {
    let path = lab().join("rows/scenarios.csv");
    let mut reader =
        csv::Reader::from_path(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    let first = reader.deserialize::<Row>().next().and_then(Result::ok);
    first.unwrap_or_else(|| panic!("{}: no rows", path.display())).versions.replace('/', " ")
}

#[derive(serde::Deserialize)]
struct Row {
    versions: String,
    knobs: String,
    metric: String,
    value: f64,
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    f64::midpoint(sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2])
}

/// The lab's folder.
pub(super) fn lab() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../lab")
}
