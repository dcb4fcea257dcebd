//! Real applications, calibrated by one observation: the private memory of one warm
//! sync worker. Everything else is predicted from it.

use std::collections::BTreeMap;

use headroom::accuracy::Figure;
use headroom::evaluate::evaluate;
use headroom::part::exports::Exports;
use headroom::part::uploads::Uploads;
use headroom::part::workers::{Preload, WorkerClass, Workers};
use headroom::plan::{SideId, fresh};
use headroom::units::{Estimate, MIB};

use super::measured::{Row, median, rows};
use super::plans::without_control_socket;

/// One way of running an application.
#[derive(Debug, Clone)]
pub struct Application {
    /// Which, and how it was run.
    pub name: String,
    /// Whether the arbiter loaded it.
    pub preload: bool,
    /// At rest after thirty requests a worker.
    pub idle: Figure,
}

/// All but the runs that they are calibrated by.
///
/// # Panics
/// If the rows are missing.
pub fn applications() -> Vec<Application> {
    let mut runs: BTreeMap<String, BTreeMap<String, Vec<f64>>> = BTreeMap::new();
    for Row { knobs, metric, value, .. } in rows("apps.csv") {
        runs.entry(knobs).or_default().entry(metric).or_default().push(value);
    }
    let of = |knobs: &str, metric: &str| median(&runs[knobs][metric]) * MIB;
    let all = runs.keys().map(|knobs| {
        let knob = |name: &str| {
            let found =
                knobs.split(';').find_map(|knob| knob.strip_prefix(name)?.strip_prefix('='));
            found.unwrap_or_default()
        };
        let (app, workers) = (knob("app"), knob("workers"));
        let alone = runs.keys().find(|other| {
            other.starts_with(&format!("app={app};workers=1;worker_class=sync;"))
                && other.contains(";preload=0;")
        });
        let worker = of(alone.map_or(knobs, |alone| alone), "worker_private_dirty");
        let threads = knob("threads").parse().unwrap_or(1);
        let (preload, how) = match (knob("preload"), knob("eager"), knob("freeze")) {
            ("0", ..) => (Preload::Off, ""),
            (_, "0", _) => (Preload::On, ", preload"),
            (_, _, "0") => (Preload::On, ", preload with the URLs"),
            _ => (Preload::Frozen, ", preload, frozen"),
        };
        let class = if threads > 1 { WorkerClass::Gthread } else { WorkerClass::Sync };
        let predicted = at_rest(&Workers {
            count: workers.parse().unwrap_or(1),
            class,
            threads,
            preload,
            private: Estimate::between(worker * 0.99, worker * 1.01),
            arbiter: without_control_socket(),
            ..Workers::default()
        });
        let threads = if threads > 1 { format!(", {threads} threads") } else { String::new() };
        let measured = of(knobs, "cg_anon");
        let calibrates = alone.is_some_and(|alone| alone == knobs);
        let plural = if workers == "1" { "" } else { "s" };
        let name = format!("{app}, {workers} worker{plural}{threads}{how}");
        (!calibrates).then_some(Application {
            name,
            preload: preload != Preload::Off,
            idle: Figure { predicted, measured },
        })
    });
    all.flatten().collect()
}

/// Nothing but light requests.
fn at_rest(workers: &Workers) -> Estimate {
    let mut plan = fresh();
    let side = &mut plan.current;
    side.workers = Workers { max_requests: 0, ..*workers };
    side.exports = Exports { at_once: 0, a_day: Estimate::ZERO, ..Exports::default() };
    side.uploads = Uploads { at_once: 0, a_day: Estimate::ZERO, ..Uploads::default() };
    evaluate(&plan, SideId::Current).total.idle
}
