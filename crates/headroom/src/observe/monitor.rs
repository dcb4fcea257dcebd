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

    fn note(&mut self, container: Option<f64>, held: Option<f64>, peak: Option<f64>) {
        self.container.extend(container);
        self.held.extend(held);
        self.peak = peak.into_iter().chain(self.peak).reduce(f64::max);
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

/// What a line of the middleware says is noted.
pub(super) fn json(json: &Json, monitor: &mut Monitor) -> Taken {
    let place =
        if json.get("container_mb").is_some() { Some(json) } else { json.get("attributes") };
    let Some(place) = place else { return Taken::No };
    let figure = |key: &str| match place.get(key)? {
        Json::Number(number) => number.as_f64().and_then(held),
        Json::String(text) => number(text),
        Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
    };
    let container = figure("container_mb");
    monitor.note(container, figure("container_held_mb"), figure("container_peak_mb"));
    if let (Some(pid), Some(worker)) = (place.get("worker_pid"), figure("worker_mb")) {
        let pid = pid.as_u64().and_then(|pid| u32::try_from(pid).ok());
        monitor.workers.extend(pid.filter(|_| worker > 0.0).map(|pid| (pid, worker)));
    }
    if container.is_some() { Taken::Yes } else { Taken::No }
}

/// What nine in ten lines exceed.
fn quiet(mut all: Vec<f64>) -> Option<f64> {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 10).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn the_message_alone_will_do() {
        let mut monitor = Monitor::default();
        let line = "[web] memory: container 102 MB, of it held 95 MB; worker 27 MB";
        assert!(matches!(monitor.take(line), Taken::Yes));
        assert_eq!((monitor.container, monitor.held), (vec![102.0], vec![95.0]));
    }
}
