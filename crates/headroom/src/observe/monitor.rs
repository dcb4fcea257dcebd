//! The log lines of the monitor middleware that this project exports: JSON with its
//! figures in decimal MB, or the message alone.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::amount::{held, number};
use super::reading::Taken;
use super::{Figure, Meter, Process, Source, Total};
use crate::units::MB;

/// What all the lines say.
#[derive(Default)]
pub(super) struct Monitor {
    container: Vec<f64>,
    held: Vec<f64>,
    peak: Option<f64>,
    /// The last figure of each process: it has done the most.
    workers: BTreeMap<u32, f64>,
}

impl Monitor {
    /// `memory: container 102 MB, of it held 95 MB; worker 27 MB`, or the object that
    /// stands behind a date.
    pub(super) fn take(&mut self, line: &str) -> Taken {
        if let Some(start) = line.find('{').filter(|_| line.contains("\"container_mb\"")) {
            let object = serde_json::from_str(&line[start..]).unwrap_or(Json::Null);
            return json(&object, self);
        }
        let Some((_, rest)) = line.split_once("memory: container ") else { return Taken::No };
        let after = |words: &str| {
            let (_, rest) = rest.split_once(words)?;
            number(rest.split_whitespace().next()?)
        };
        let container = rest.split_whitespace().next().and_then(number);
        self.note(container, after("held "), None);
        if container.is_some() { Taken::Yes } else { Taken::No }
    }

    /// Whether they are there.
    fn figures(&mut self, place: &Json) -> bool {
        let figure = |key: &str| match place.get(key)? {
            Json::Number(number) => number.as_f64().and_then(held),
            Json::String(text) => number(text),
            Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
        };
        let pid = place.get("worker_pid").and_then(|pid| match pid.as_str() {
            Some(text) => text.parse().ok(),
            None => u32::try_from(pid.as_u64()?).ok(),
        });
        let Some(container) = figure("container_mb") else { return false };
        self.note(Some(container), figure("container_held_mb"), figure("container_peak_mb"));
        let worker = pid.zip(figure("worker_mb")).filter(|(_, worker)| *worker > 0.0);
        self.workers.extend(worker);
        true
    }

    fn note(&mut self, container: Option<f64>, held: Option<f64>, peak: Option<f64>) {
        // Who does not know writes 0.
        let known = |figure: Option<f64>| figure.filter(|mb| *mb > 0.0);
        self.container.extend(known(container));
        self.held.extend(known(held));
        self.peak = known(peak).into_iter().chain(self.peak).reduce(f64::max);
    }

    pub(super) fn processes(&self) -> Vec<Process> {
        let one = |(pid, mb): (&u32, &f64)| {
            let mut process = Process {
                pid: Some(*pid),
                command: "gunicorn: worker".to_owned(),
                logged: true,
                ..Process::default()
            };
            process.put(Meter::Pss, mb * MB);
            process
        };
        self.workers.iter().map(one).collect()
    }

    pub(super) fn totals(self) -> impl Iterator<Item = Total> {
        let found = [
            (Figure::AtRest, quiet(self.container)),
            (Figure::Held, quiet(self.held)),
            (Figure::Peak, self.peak),
        ];
        found.into_iter().filter_map(|(figure, mb)| {
            Some(Total { source: Source::Monitor, figure, bytes: held(mb? * MB)? })
        })
    }
}

/// What a line of the middleware says is noted: its figures, or else its message, under
/// whatever name a logger puts it.
pub(super) fn json(json: &Json, monitor: &mut Monitor) -> Taken {
    let places = || [Some(json), json.get("attributes")].into_iter().flatten();
    if places().any(|place| monitor.figures(place)) {
        return Taken::Yes;
    }
    let all = places().filter_map(Json::as_object).flat_map(serde_json::Map::values);
    let mut texts = all.filter_map(Json::as_str);
    let is_message = |text| matches!(monitor.take(text), Taken::Yes);
    if texts.any(is_message) { Taken::Yes } else { Taken::No }
}

/// What nine in ten lines exceed.
fn quiet(mut all: Vec<f64>) -> Option<f64> {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 10).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::{What, adopt, read};
    use crate::plan::fresh;
    use crate::units::Estimate;

    #[test]
    fn lines_of_the_middleware() {
        let mut monitor = Monitor::default();
        for line in include_str!("samples/monitor.jsonl").lines() {
            let line = serde_json::from_str(line).unwrap();
            assert!(matches!(json(&line, &mut monitor), Taken::Yes), "{line}");
        }
        assert_eq!(monitor.processes().len(), 3);
        let totals: Vec<_> = monitor.totals().map(|total| (total.figure, total.bytes)).collect();
        assert_eq!(totals, [(Figure::AtRest, 97e6), (Figure::Held, 97e6), (Figure::Peak, 97e6)]);
    }

    #[test]
    fn figures_and_the_message_inside_another_logger_s_line() {
        let message = "memory: container 97 MB, of it held 90 MB; worker 28 MB";
        for line in [
            format!(r#"{{"timestamp":"2026-11-23T09:00:00Z","message":"{message}"}}"#),
            format!(r#"{{"level":30,"attributes":{{"event":"{message}"}}}}"#),
        ] {
            let mut monitor = Monitor::default();
            let line = serde_json::from_str(&line).unwrap();
            assert!(matches!(json(&line, &mut monitor), Taken::Yes), "{line}");
            assert_eq!((monitor.container, monitor.held), (vec![97.0], vec![90.0]));
        }
        let mut monitor = Monitor::default();
        let line = r#"{"container_mb":"97","worker_mb":"28","worker_pid":"24814"}"#;
        json(&serde_json::from_str(line).unwrap(), &mut monitor);
        assert_eq!(monitor.processes()[0].pid, Some(24814));
        let other = r#"{"message":"memory: none","container_mb":null}"#;
        assert!(matches!(json(&serde_json::from_str(other).unwrap(), &mut monitor), Taken::No));
    }

    #[test]
    fn the_message_alone_will_do() {
        let mut monitor = Monitor::default();
        let line = "[web] memory: container 102 MB, of it held 95 MB; worker 27 MB";
        assert!(matches!(monitor.take(line), Taken::Yes));
        assert_eq!((monitor.container, monitor.held), (vec![102.0], vec![95.0]));
    }

    /// Twenty lines of workers that took one another's place.
    fn logged() -> String {
        let line = |pid: u32| {
            format!("{{\"container_mb\": 97, \"worker_mb\": {pid}, \"worker_pid\": {pid}}}\n")
        };
        (30..50).map(line).collect()
    }

    #[test]
    fn log_lines_say_what_a_worker_holds_and_not_how_many_run() {
        let adopted = adopt(&fresh(), &read(&logged()).unwrap());
        assert_eq!(adopted.plan.current.workers.count, fresh().current.workers.count);
        let rows: Vec<What> = adopted.after.iter().map(|row| row.what).collect();
        let whole = What::Whole(Figure::AtRest, Source::Monitor);
        assert_eq!(rows, [What::OneWorker(Meter::Pss), whole]);
    }

    #[test]
    fn a_zero_is_what_the_monitor_could_not_read() {
        let line =
            "{\"container_mb\": 0, \"container_peak_mb\": 0, \"worker_mb\": 40, \"worker_pid\": 7}";
        let adopted = adopt(&fresh(), &read(line).unwrap());
        let rows: Vec<What> = adopted.after.iter().map(|row| row.what).collect();
        assert_eq!(rows, [What::OneWorker(Meter::Pss)]);
    }

    #[test]
    fn beside_a_list_log_lines_tell_of_its_processes_alone() {
        let ps = "PID RSS COMMAND\n7 26000 gunicorn: master\n48 90000 gunicorn: worker\n49 90000 gunicorn: worker\n\n";
        let seen = read(&format!("{ps}{}", logged())).unwrap();
        let found = seen.recognised();
        assert_eq!((found.processes, found.workers, found.logged), (3, 2, false));
        let rows = adopt(&fresh(), &seen).after;
        assert_eq!(rows[0].measured, Estimate::exact(2.0));
        assert_eq!(rows[1].measured, Meter::Pss.private(48.0 * MB, true));
        let arbiter = "PID RSS COMMAND\n7 26000 gunicorn: master\n\n";
        let rows = adopt(&fresh(), &read(&format!("{arbiter}{}", logged())).unwrap()).after;
        assert_eq!(rows[0].what, What::OneWorker(Meter::Pss));
    }
}
