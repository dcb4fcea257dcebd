//! `gunicorn.conf.py`: the workers, their class, recycling, preload.

use askama::Template;

use super::ArtefactId;
use super::sheet::{DRAINING_SECONDS, GRACEFUL_SECONDS, Sheet, file};
use crate::part::pooling::Connections;
use crate::part::workers::{CountFrom, CountSet, Preload, WorkerClass, Workers};
use crate::text::artefacts::gunicorn::Remark;
use crate::text::artefacts::variables;

#[derive(Template)]
#[template(path = "gunicorn.conf.py", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    /// Why the number of workers is here, or is not.
    count_why: String,
    /// The number, if it is set here.
    count: Option<u32>,
    class: Vec<Line>,
    class_why: String,
    recycling: Vec<Line>,
    recycling_why: String,
    preload: Option<String>,
    patches: bool,
    freezes: bool,
    graceful: u32,
    graceful_why: String,
}

/// A setting of Gunicorn.
struct Line {
    name: &'static str,
    value: String,
    /// Where nobody chose the value: whose it is.
    whose: Option<Remark>,
}

impl Line {
    /// `start` is what a plan begins with, `default` what Gunicorn does without the line.
    fn new(name: &'static str, value: u32, start: u32, default: u32) -> Self {
        let whose = if value == default {
            Some(Remark::IsDefault)
        } else {
            (value == start).then_some(Remark::IsStart)
        };
        Self { name, value: value.to_string(), whose }
    }
}

pub(super) fn render(sheet: &Sheet<'_>) -> String {
    let workers = &sheet.side.workers;
    let (count, count_why) = count(sheet);
    let (recycling, recycling_why) = recycling(sheet, workers);
    let (class, class_why) = class(sheet, workers);
    let preloads = !matches!(workers.preload, Preload::Off);
    let freezes = matches!(workers.preload, Preload::Frozen);
    let preload = preloads
        .then(|| sheet.note(if freezes { &Remark::PreloadFrozen } else { &Remark::Preload }));
    file(&File {
        sheet,
        count_why,
        count,
        class,
        class_why,
        recycling,
        recycling_why,
        preload,
        patches: preloads && matches!(workers.class, WorkerClass::Gevent),
        freezes,
        graceful: GRACEFUL_SECONDS,
        graceful_why: sheet.note(&Remark::Graceful { draining: DRAINING_SECONDS }),
    })
}

/// A command line beats the file, so that a number here would be a second one.
fn count(sheet: &Sheet<'_>) -> (Option<u32>, String) {
    let (workers, count) = (&sheet.side.workers, sheet.budget.crew.workers);
    if count == 0 {
        return (None, sheet.note(&variables::Remark::NoWorkers));
    }
    if matches!(workers.count_set, CountSet::Command) {
        return (None, sheet.note(&Remark::CountElsewhere(count)));
    }
    let mut why = sheet.note(&Remark::CountHere(count));
    if matches!(workers.count_set, CountSet::File | CountSet::Twice) {
        why = format!("{why}\n{}", sheet.note(&Remark::NotWithOverride));
    }
    if matches!(workers.count_from, CountFrom::Cpus) {
        let cpus = sheet.plan.railway.host_cpus;
        why =
            format!("{why}\n{}", sheet.note(&variables::Remark::FromCpus { workers: count, cpus }));
    }
    (Some(count), why)
}

fn class(sheet: &Sheet<'_>, workers: &Workers) -> (Vec<Line>, String) {
    let start = Workers::default();
    let mut why = vec![];
    let mut lines = vec![Line {
        name: "worker_class",
        value: format!("\"{}\"", workers.class.key()),
        whose: matches!(workers.class, WorkerClass::Sync).then_some(Remark::IsDefault),
    }];
    match workers.class {
        WorkerClass::Sync => why.push(Remark::ClassDefault),
        WorkerClass::Gthread => {
            why.extend([Remark::Class(workers.class), Remark::Threads(workers.threads)]);
            lines.push(Line::new("threads", workers.threads, start.threads, 1));
        }
        WorkerClass::Gevent => {
            why.extend([Remark::Class(workers.class), Remark::GreenletsNeed]);
            let connections = workers.connections;
            lines.push(Line::new("worker_connections", connections, start.connections, 1000));
        }
    }
    let Connections { while_deploying: opened, allowed, .. } = sheet.budget.connections;
    if sheet.budget.connections.too_many() {
        why.push(Remark::Connections { opened, allowed });
    }
    (lines, sheet.notes(&why))
}

fn recycling(sheet: &Sheet<'_>, workers: &Workers) -> (Vec<Line>, String) {
    let Workers { max_requests: from, jitter, .. } = *workers;
    if from == 0 {
        return (Vec::new(), sheet.note(&Remark::NoRecycling));
    }
    let start = Workers::default();
    let mut why = vec![Remark::Recycling { from, to: from.saturating_add(jitter) }];
    if jitter == 0 {
        why.push(Remark::NoJitter);
    }
    let lines = vec![
        Line::new("max_requests", from, start.max_requests, 0),
        Line::new("max_requests_jitter", jitter, start.jitter, 0),
    ];
    (lines, sheet.notes(&why))
}
