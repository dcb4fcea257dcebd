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
    /// Whether Gunicorn would do the same without it.
    default: bool,
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
    let line = |name, value: u32, default| Line {
        name,
        value: value.to_string(),
        default: value == default,
    };
    let mut why = vec![];
    let mut lines = vec![];
    match workers.class {
        WorkerClass::Sync => why.push(Remark::ClassDefault),
        WorkerClass::Gthread => {
            why.extend([Remark::Class(workers.class), Remark::Threads(workers.threads)]);
            lines.push(line("threads", workers.threads, 1));
        }
        WorkerClass::Gevent => {
            why.extend([Remark::Class(workers.class), Remark::GreenletsNeed]);
            lines.push(line("worker_connections", workers.connections, 1000));
        }
    }
    let Connections { while_deploying: opened, allowed, .. } = sheet.budget.connections;
    if sheet.budget.connections.too_many() {
        why.push(Remark::Connections { opened, allowed });
    }
    let value = format!("\"{}\"", workers.class.key());
    lines.insert(
        0,
        Line { name: "worker_class", value, default: matches!(workers.class, WorkerClass::Sync) },
    );
    (lines, sheet.notes(&why))
}

fn recycling(sheet: &Sheet<'_>, workers: &Workers) -> (Vec<Line>, String) {
    let Workers { max_requests: from, jitter, .. } = *workers;
    if from == 0 {
        return (Vec::new(), sheet.note(&Remark::NoRecycling));
    }
    let line = |name, value: u32| Line { name, value: value.to_string(), default: value == 0 };
    let mut why = vec![Remark::Recycling { from, to: from.saturating_add(jitter) }];
    if jitter == 0 {
        why.push(Remark::NoJitter);
    }
    (vec![line("max_requests", from), line("max_requests_jitter", jitter)], sheet.notes(&why))
}
