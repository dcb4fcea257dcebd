//! `railway metrics --json`, `--raw --json`, and what the API behind them answers.
//!
//! The command prints a thousand and twenty-fourth of a GB as "MB": 1 GB is 1,024 of
//! them. Samples are 30 seconds apart for an hour and 4 hours apart for a month, so a
//! long window hides peaks.

use serde_json::Value as Json;

use super::amount::known;
use super::reading::Taken;
use super::{Figure, Observations, Source, Total, Why};
use crate::units::{GB, count};

/// What it says is noted if it is the first of these.
pub(super) fn json(json: &Json, seen: &mut Observations) -> Taken {
    let mut found = summary(json);
    if let Some(samples) = samples(json) {
        found.extend(of_samples(samples));
    }
    let totals = found.into_iter().filter_map(|(figure, gb)| {
        let bytes = known(gb * GB)?;
        Some(Total { source: Source::Railway, figure, bytes })
    });
    let totals: Vec<Total> = totals.collect();
    if totals.is_empty() {
        return Taken::No;
    }
    if seen.totals.iter().any(|total| total.source == Source::Railway) {
        return Taken::Wrong(Why::Again);
    }
    seen.totals.extend(totals);
    Taken::Yes
}

fn summary(json: &Json) -> Vec<(Figure, f64)> {
    let Some(memory) = json.get("memory") else { return Vec::new() };
    [(Figure::AtRest, "current_mb"), (Figure::Average, "average_mb"), (Figure::Peak, "max_mb")]
        .into_iter()
        .filter_map(|(figure, key)| Some((figure, memory.get(key)?.as_f64()? / 1024.0)))
        .collect()
}

fn samples(json: &Json) -> Option<Vec<f64>> {
    const NAME: &str = "MEMORY_USAGE_GB";
    let of_command = json.get("measurements").and_then(|all| all.get(NAME));
    let of_api = || {
        let metrics = json.get("data").unwrap_or(json).get("metrics")?.as_array()?;
        let named = |one: &&Json| one.get("measurement").and_then(Json::as_str) == Some(NAME);
        metrics.iter().find(named)?.get("values")
    };
    let values = of_command.or_else(of_api)?.as_array()?;
    Some(
        values.iter().filter_map(|one| one.get("value")?.as_f64()).filter(|gb| *gb > 0.0).collect(),
    )
}

/// At rest is what nine in ten samples exceed: the quiet hours.
fn of_samples(mut samples: Vec<f64>) -> Vec<(Figure, f64)> {
    samples.sort_by(f64::total_cmp);
    let (Some(rest), Some(peak)) = (samples.get(samples.len() / 10), samples.last()) else {
        return Vec::new();
    };
    let average = samples.iter().sum::<f64>() / count(samples.len());
    vec![(Figure::AtRest, *rest), (Figure::Average, average), (Figure::Peak, *peak)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(Figure, f64)> {
        let mut seen = Observations::default();
        assert!(matches!(json(&serde_json::from_str(text).unwrap(), &mut seen), Taken::Yes));
        seen.totals.iter().map(|total| (total.figure, total.bytes)).collect()
    }

    #[test]
    fn the_command_s_mb_are_1024_to_a_gb() {
        let found = of(include_str!("samples/railway_metrics.json"));
        assert_eq!(found, [(Figure::AtRest, 5e9), (Figure::Average, 4.5e9), (Figure::Peak, 6e9)]);
    }

    #[test]
    fn samples_give_rest_average_and_peak() {
        let found = of(include_str!("samples/railway_raw.json"));
        assert_eq!(found[0], (Figure::AtRest, 0.4e9));
        assert!((found[1].1 - 0.55e9).abs() < 1.0, "{found:?}");
        assert_eq!(found[2], (Figure::Peak, 0.9e9));
    }
}
