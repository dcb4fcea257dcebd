//! The environment variables, with one source for the number of workers: the one
//! that takes effect for this user.

pub(super) mod compose;
pub(super) mod dockerfile;
pub(super) mod env;
pub(super) mod json;
pub(super) mod sh;

use super::sheet::{DRAINING_SECONDS, Sheet};
use crate::part::allocator::Allocator;
use crate::part::workers::{CountFrom, CountSet, Preload, WorkerClass, Workers};
use crate::text::artefacts::variables::Remark;

/// A variable that is set, and why.
pub(super) struct Variable {
    pub(super) key: &'static str,
    pub(super) value: String,
    pub(super) why: Vec<Remark>,
}

/// What is set, and what has to be said besides.
pub(super) struct Variables {
    pub(super) set: Vec<Variable>,
    /// A package of Debian that what is set needs.
    pub(super) package: Option<&'static str>,
    /// A change of the start command, which no variable can stand in for.
    pub(super) command: Option<Command>,
    /// What is not set, and why.
    left_out: Vec<Remark>,
}

/// A start command, and why it must change.
pub(super) struct Command {
    pub(super) why: Vec<Remark>,
    pub(super) line: String,
}

impl Variables {
    /// Without those that Railway itself reads: they mean nothing inside the container.
    pub(super) fn in_container(mut self) -> Self {
        self.set.retain(|variable| ![DRAINING, PACKAGES].contains(&variable.key));
        self
    }
}

/// What Railpack installs into the image that it builds.
const PACKAGES: &str = "RAILPACK_DEPLOY_APT_PACKAGES";

/// Debian's package of jemalloc.
const JEMALLOC: &str = "libjemalloc2";

/// How long Railway waits for a service that is to end.
const DRAINING: &str = "RAILWAY_DEPLOYMENT_DRAINING_SECONDS";

pub(super) fn variables(sheet: &Sheet<'_>) -> Variables {
    let workers = &sheet.side.workers;
    let mut set = Vec::new();
    let mut command = None;
    let why = why(sheet);
    match workers.count_set {
        CountSet::Variable if sheet.budget.crew.workers > 0 => {
            set.push(Variable {
                key: "WEB_CONCURRENCY",
                value: sheet.budget.crew.workers.to_string(),
                why,
            });
        }
        CountSet::Variable => {}
        CountSet::File | CountSet::Twice => {
            set.push(Variable { key: "GUNICORN_CMD_ARGS", value: options(sheet), why });
        }
        CountSet::Command => {
            command = Some(Command {
                why,
                line: format!("gunicorn {} YOUR_PROJECT.wsgi", options(sheet)),
            });
        }
    }
    set.extend(of_allocator(workers.allocator));
    set.push(Variable {
        key: DRAINING,
        value: DRAINING_SECONDS.to_string(),
        why: vec![Remark::Draining { seconds: DRAINING_SECONDS }],
    });
    let package = matches!(workers.allocator, Allocator::Jemalloc).then_some(JEMALLOC);
    Variables { set, package, command, left_out: left_out(sheet) }
}

/// What makes a process use the plan's allocator.
fn of_allocator(allocator: Allocator) -> Vec<Variable> {
    /// Where Debian's package puts it.
    const LIBRARY: &str = "/usr/lib/x86_64-linux-gnu/libjemalloc.so.2";

    let variable = |key, value: &str, why| Variable { key, value: value.to_owned(), why };
    match allocator {
        Allocator::Glibc => Vec::new(),
        Allocator::TwoArenas => {
            vec![variable("MALLOC_ARENA_MAX", "2", vec![Remark::TwoArenas])]
        }
        Allocator::Jemalloc => vec![
            variable("LD_PRELOAD", LIBRARY, vec![Remark::Jemalloc]),
            variable(PACKAGES, JEMALLOC, vec![Remark::JemallocPackage]),
        ],
    }
}

/// Why the number of workers stands where it does.
fn why(sheet: &Sheet<'_>) -> Vec<Remark> {
    let (workers, count) = (&sheet.side.workers, sheet.budget.crew.workers);
    let before = sheet.plan.current.workers.count_set;
    let mut why = vec![match workers.count_set {
        CountSet::Variable => Remark::CountInVariable,
        CountSet::File => Remark::CountInOverride(count),
        CountSet::Twice => Remark::CountTwice,
        CountSet::Command => Remark::CountInCommand,
    }];
    match (workers.count_set, before) {
        (CountSet::Variable, CountSet::File | CountSet::Twice) => why.push(Remark::TakeOutOfFile),
        (CountSet::Variable, CountSet::Command) => why.push(Remark::TakeOutOfCommand),
        (CountSet::Variable, CountSet::Variable) => {}
        (CountSet::File | CountSet::Twice | CountSet::Command, _) => {
            why.push(Remark::OverrideIsWhole);
            match (workers.preload, workers.class) {
                (Preload::Off, _) | (Preload::On, WorkerClass::Sync | WorkerClass::Gthread) => {}
                (Preload::On | Preload::Frozen, WorkerClass::Gevent) => {
                    why.push(Remark::OverrideNeedsPatch);
                }
                (Preload::Frozen, WorkerClass::Sync | WorkerClass::Gthread) => {
                    why.push(Remark::OverrideNeedsFreeze);
                }
            }
        }
    }
    if untouched(sheet) {
        why.push(Remark::CountIsStart(count));
    }
    if matches!(workers.count_from, CountFrom::Cpus) {
        why.push(Remark::FromCpus { workers: count, cpus: sheet.plan.railway.host_cpus });
    }
    if matches!(workers.count_set, CountSet::Command) {
        why.rotate_left(1); // its sentence ends where the command begins
    }
    why
}

/// Whether nobody has chosen the number of workers yet.
fn untouched(sheet: &Sheet<'_>) -> bool {
    let (now, then, start) = (&sheet.plan.current.workers, &sheet.side.workers, Workers::default());
    [now, then]
        .iter()
        .all(|workers| (workers.count_from, workers.count) == (start.count_from, start.count))
}

/// All that the plan decides about Gunicorn, as its command line has it. Under gevent
/// preload is left out: it needs a patch that only a file can make.
fn options(sheet: &Sheet<'_>) -> String {
    let workers = &sheet.side.workers;
    let mut options = Vec::new();
    if sheet.budget.crew.workers > 0 {
        options.push(format!("--workers {}", sheet.budget.crew.workers));
    }
    options.push(format!("--worker-class {}", workers.class.key()));
    match workers.class {
        WorkerClass::Sync => options.push("--threads 1".to_owned()),
        WorkerClass::Gthread => options.push(format!("--threads {}", workers.threads)),
        WorkerClass::Gevent => {
            options.push(format!("--worker-connections {}", workers.connections));
        }
    }
    options.push(format!("--max-requests {}", workers.max_requests));
    if workers.max_requests > 0 {
        options.push(format!("--max-requests-jitter {}", workers.jitter));
    }
    if !matches!(workers.preload, Preload::Off) && !matches!(workers.class, WorkerClass::Gevent) {
        options.push("--preload".to_owned());
    }
    options.join(" ")
}

fn left_out(sheet: &Sheet<'_>) -> Vec<Remark> {
    let workers = &sheet.side.workers;
    let mut left_out = Vec::new();
    if sheet.budget.crew.workers == 0 {
        left_out.push(Remark::NoWorkers);
    }
    if matches!(workers.count_set, CountSet::Variable) {
        left_out.push(Remark::RestInFile);
    }
    left_out.push(Remark::LeftOut);
    if matches!((workers.class, workers.allocator), (WorkerClass::Gthread, Allocator::Glibc)) {
        left_out.push(Remark::ArenaMax);
    }
    left_out
}
