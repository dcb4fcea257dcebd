//! What Lighthouse wrote: the figures that are told, and the audits that found a fault.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::budget;

/// A figure, and where it stands in a report.
struct Figure {
    name: &'static str,
    at: &'static str,
    /// What a unit of the report is in the unit that is told.
    times: f64,
    decimals: usize,
}

/// In the order of their telling: the categories first.
const FIGURES: [Figure; 11] = [
    figure("performance", "/categories/performance/score", 100.0, 0),
    figure("accessibility", "/categories/accessibility/score", 100.0, 0),
    figure("best practices", "/categories/best-practices/score", 100.0, 0),
    figure("SEO", "/categories/seo/score", 100.0, 0),
    figure("first contentful paint, s", "/audits/first-contentful-paint/numericValue", 1e-3, 2),
    figure("largest contentful paint, s", "/audits/largest-contentful-paint/numericValue", 1e-3, 2),
    figure("total blocking time, ms", "/audits/total-blocking-time/numericValue", 1.0, 0),
    figure("speed index, s", "/audits/speed-index/numericValue", 1e-3, 2),
    figure("layout shift", SHIFT, 1.0, 3),
    figure("transferred, kB", "/audits/total-byte-weight/numericValue", 1e-3, 1),
    figure("requests", REQUESTED, 1.0, 0),
];
const SHIFT: &str = "/audits/cumulative-layout-shift/numericValue";
const REQUESTED: &str = "/audits/network-requests/details/items";

const fn figure(name: &'static str, at: &'static str, times: f64, decimals: usize) -> Figure {
    Figure { name, at, times, decimals }
}

/// The report of one visit.
pub(super) struct Report(Value);

impl Report {
    pub(super) fn read(text: &str) -> Result<Self> {
        let report: Value = serde_json::from_str(text).context("Lighthouse wrote no JSON")?;
        if let Some(error) = report.pointer("/runtimeError/message").and_then(Value::as_str) {
            bail!("Lighthouse could not measure: {error}");
        }
        Ok(Self(report))
    }

    fn list(&self, at: &str) -> &[Value] {
        self.0.pointer(at).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// A number, or how many there are of what is listed.
    fn number(&self, at: &str) -> Option<f64> {
        let value = self.0.pointer(at)?;
        match value.as_array() {
            Some(items) => u32::try_from(items.len()).ok().map(f64::from),
            None => value.as_f64(),
        }
    }

    /// The audits of its categories that found a fault, each with what it says.
    fn faults(&self) -> BTreeMap<String, String> {
        let categories = self.0["categories"].as_object().into_iter().flat_map(|all| all.values());
        let audits = categories.filter_map(|category| category["auditRefs"].as_array()).flatten();
        let names = audits.filter_map(|audit| audit["id"].as_str());
        let at_fault =
            |name: &&str| self.0["audits"][name]["score"].as_f64().is_some_and(|it| it < 1.0);
        names.filter(at_fault).map(|name| (name.to_owned(), self.says(name))).collect()
    }

    fn says(&self, audit: &str) -> String {
        let part = |name| self.0["audits"][audit][name].as_str().unwrap_or_default();
        [part("title"), part("displayValue")].join(" ").trim_end().to_owned()
    }

    /// Holds the categories in it to 100, and the page to its place.
    pub(super) fn is_faultless(&self) -> Result<()> {
        let faults = self.faults();
        let categories = self.0["categories"].as_object().context("no category was looked at")?;
        ensure!(!categories.is_empty(), "no category was looked at");
        for (name, category) in categories {
            let score = category["score"].as_f64().unwrap_or_default() * 100.0;
            ensure!(score >= 100.0, "Lighthouse gives {name} {score:.0} of 100: {faults:#?}");
        }
        let shift = self.number(SHIFT).context("no shift was measured")?;
        ensure!(shift == 0.0, "something moves while the page loads: a shift of {shift}");
        let requests = self.list(REQUESTED).len();
        ensure!(
            (1..=budget::REQUESTS).contains(&requests),
            "a first visit makes {requests} requests; {} is the most that xtask/src/budget.rs allows",
            budget::REQUESTS
        );
        Ok(())
    }
}

/// Prints the median of each figure with the lowest and the highest, and all faults.
pub(super) fn print(reports: &[Report]) {
    println!("\n| of {} visits | median | lowest | highest |\n|---|---|---|---|", reports.len());
    for Figure { name, at, times, decimals } in FIGURES {
        let mut all: Vec<_> = reports.iter().filter_map(|report| report.number(at)).collect();
        all.sort_by(f64::total_cmp);
        if let (Some(lowest), Some(highest)) = (all.first(), all.last()) {
            let [median, lowest, highest] =
                [median(&all), *lowest, *highest].map(|it| format!("{:.decimals$}", it * times));
            println!("| {name} | {median} | {lowest} | {highest} |");
        }
    }
    let mut faults: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (name, says) in reports.iter().flat_map(Report::faults) {
        faults.entry(name).and_modify(|(times, _)| *times += 1).or_insert((1, says));
    }
    println!();
    for (name, (times, says)) in &faults {
        println!("at fault in {times} of {}: {name}: {says}", reports.len());
    }
    if faults.is_empty() {
        println!("No audit found a fault.");
    }
}

/// Of sorted values, of which there is at least one: the middle one, the lower of two.
fn median(sorted: &[f64]) -> f64 {
    sorted[(sorted.len() - 1) / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(score: f64, shift: f64) -> Report {
        let text = format!(
            r#"{{ "categories": {{ "seo": {{ "score": {score},
                  "auditRefs": [{{ "id": "meta" }}, {{ "id": "lang" }}, {{ "id": "manual" }}] }} }},
                "audits": {{ "meta": {{ "score": {score}, "title": "No description", "displayValue": "1 page" }},
                  "lang": {{ "score": 1, "title": "Has a language" }}, "manual": {{ "score": null }},
                  "network-requests": {{ "details": {{ "items": [{{}}, {{}}] }} }},
                  "cumulative-layout-shift": {{ "numericValue": {shift} }} }} }}"#
        );
        Report::read(&text).unwrap()
    }

    #[test]
    fn what_misses_its_mark_is_named() {
        assert!(report(1.0, 0.0).is_faultless().is_ok());
        let many = r#"{ "categories": { "seo": { "score": 1 } }, "audits": {
            "cumulative-layout-shift": { "numericValue": 0 },
            "network-requests": { "details": { "items": [1, 2, 3, 4, 5, 6, 7, 8, 9] } } } }"#;
        let many = Report::read(many).unwrap().is_faultless().unwrap_err().to_string();
        assert!(many.contains("9 requests"), "{many}");
        let low = report(0.9, 0.0).is_faultless().unwrap_err().to_string();
        assert!(low.contains("seo 90") && low.contains("No description 1 page"), "{low}");
        assert!(!low.contains("lang") && !low.contains("manual"), "{low}");
        assert!(report(1.0, 0.01).is_faultless().is_err());
    }

    #[test]
    fn a_report_of_nothing_is_no_praise() {
        assert!(Report::read(r#"{ "audits": {} }"#).unwrap().is_faultless().is_err());
        assert!(Report::read(r#"{ "runtimeError": { "message": "no page" } }"#).is_err());
    }

    #[test]
    fn lists_count_and_the_middle_is_told() {
        let at = FIGURES.iter().find(|figure| figure.name == "requests").unwrap().at;
        assert_eq!(report(1.0, 0.0).number(at), Some(2.0));
        assert_eq!([median(&[1.0]), median(&[1.0, 2.0, 9.0])], [1.0, 2.0]);
    }
}
