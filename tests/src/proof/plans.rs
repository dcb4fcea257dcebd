//! A scenario as the plan that a user would make of it.
//!
//! What a user knows, the plan is told: workers, class, preload, the jobs, how many at
//! once, and the stack's own worker as it was measured alone. Nothing comes from the
//! scenario's own measurement.

use headroom::coefficient::measured;
use headroom::part::exports::{Exports, Format, Reading};
use headroom::part::queries::Queries;
use headroom::part::uploads::{Handling, Uploads};
use headroom::part::workers::{Preload, WorkerClass, Workers};
use headroom::plan::{Plan, fresh};
use headroom::units::{Estimate, MIB};

use super::Scenario;
use super::scenario::{Export, Upload};

/// So many a day that every worker has served some.
const EVERY_WORKER: f64 = 1e9;

/// The moment of a service that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// After its last request: workers that were recycled are new.
    Rest,
    /// At its peak: every worker has served its share.
    Peak,
}

/// The plan whose current side is the service at that moment. A plan speaks of a day
/// and not of a moment, so how many jobs a day are told says how worn the workers are.
pub fn plan_of(scenario: &Scenario, moment: Moment) -> Plan {
    let mut plan = fresh();
    let side = &mut plan.current;
    side.workers = Workers {
        count: scenario.workers,
        class: class(&scenario.worker_class),
        threads: scenario.threads,
        connections: scenario.connections,
        preload: match (scenario.preload, scenario.freeze) {
            (false, _) => Preload::Off,
            (true, false) => Preload::On,
            (true, true) => Preload::Frozen,
        },
        // Recycled workers are looked at when they are new again; a deploy ends the others.
        max_requests: 0,
        private: worker_of(&scenario.stack),
        arbiter: without_control_socket(),
        ..Workers::default()
    };
    let worn = Worn { renewed: moment == Moment::Rest && scenario.max_requests > 0, moment };
    side.exports =
        scenario.exports.as_ref().map_or(
            Exports { at_once: 0, a_day: Estimate::ZERO, ..Exports::default() },
            |wanted| exports(wanted, worn),
        );
    side.uploads =
        scenario.uploads.as_ref().map_or(
            Uploads { at_once: 0, a_day: Estimate::ZERO, ..Uploads::default() },
            |wanted| uploads(wanted, worn, scenario.workers),
        );
    // Its light requests list 50 rows a page, one after the other in each worker.
    side.queries = Queries { rows: Estimate::ZERO, ..Queries::default() };
    plan
}

/// The lab's services run without Gunicorn's control socket, which is the low end of
/// what an arbiter takes.
pub(super) fn without_control_socket() -> Estimate {
    let arbiter = measured::ARBITER.estimate;
    Estimate::between(arbiter.low * 0.99, arbiter.low * 1.01)
}

/// How worn the workers are.
#[derive(Clone, Copy)]
struct Worn {
    renewed: bool,
    moment: Moment,
}

impl Worn {
    /// Jobs a day of which a worker keeps the largest.
    fn a_day(self) -> Estimate {
        Estimate::exact(if self.renewed { 0.0 } else { EVERY_WORKER })
    }

    /// Bodies a day, of which a worker keeps each: at rest it has taken all of them, which
    /// over a day is the mean of twice as many.
    fn bodies_a_day(self, taken: u32) -> Estimate {
        let times = if self.moment == Moment::Rest { 2.0 } else { 1.0 };
        if self.renewed { Estimate::ZERO } else { Estimate::exact(f64::from(taken) * times) }
    }
}

fn class(name: &str) -> WorkerClass {
    match name {
        "gthread" => WorkerClass::Gthread,
        "gevent" => WorkerClass::Gevent,
        _ => WorkerClass::Sync,
    }
}

/// One warm worker of a stack, measured alone (lab 1, 2, 15 and 16): low on Python 3.12,
/// high after a thousand requests.
fn worker_of(stack: &str) -> Estimate {
    let (low, likely, high) = match stack {
        "django" => (34.0, 36.0, 38.0),
        "pandas" => (74.0, 78.0, 82.0),
        "business" => (118.0, 127.0, 133.0),
        _ => (43.6, 46.3, 49.0),
    };
    Estimate { low: low * MIB, likely: likely * MIB, high: high * MIB }
}

fn exports(wanted: &Export, worn: Worn) -> Exports {
    let (reading, format) = match wanted.form.as_str() {
        "workbook_naive" => (Reading::Load, Format::Workbook),
        "workbook_iterator" => (Reading::Iterator, Format::Workbook),
        "write_only" => (Reading::Iterator, Format::WriteOnly),
        "csv_naive" => (Reading::Load, Format::Csv),
        _ => (Reading::Iterator, Format::Csv),
    };
    Exports {
        reading,
        format,
        rows: Estimate::exact(f64::from(wanted.rows)),
        columns: wanted.columns,
        chunk: wanted.chunk,
        at_once: wanted.at_once,
        a_day: worn.a_day(),
        ..Exports::default()
    }
}

fn uploads(wanted: &Upload, worn: Worn, workers: u32) -> Uploads {
    let (handling, copies) = match wanted.how.as_str() {
        "chunks" => (Handling::Chunks, 0),
        "body" => (Handling::Body, 1),
        "copies" => (Handling::Read, 3),
        _ => (Handling::Read, 1),
    };
    Uploads {
        handling,
        copies,
        size: Estimate::exact(wanted.megabytes * 1e6),
        at_once: wanted.at_once,
        a_day: match handling {
            Handling::Body => worn.bodies_a_day(wanted.repeated * workers),
            Handling::Read | Handling::Chunks => worn.a_day(),
        },
        ..Uploads::default()
    }
}
