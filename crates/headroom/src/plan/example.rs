//! The plans that the page opens with: the note's service, and a fresh one.
//!
//! The note is somebody's written plan for a Django service that held about
//! 5 GB at rest. Its numbers are kept as it gives them, right or wrong.

use super::{Plan, Railway, Service, Side};
use crate::part::Basis;
use crate::part::exports::{Exports, Format, Reading};
use crate::part::logs::{Logs, Sink};
use crate::part::pooling::Pooling;
use crate::part::queries::{Queries, Related};
use crate::part::uploads::{Handling, Uploads};
use crate::part::workers::{CountFrom, CountSet, WorkerClass, Workers};
use crate::railway::TierId;
use crate::units::{Estimate, GB, MB};

/// A plan in which nothing was typed yet.
pub fn fresh() -> Plan {
    Plan {
        name: String::new(),
        railway: Railway::default(),
        current: Side::default(),
        target: Side::default(),
    }
}

/// The note's service, as measured there: 3,750 MB now, 910 MB then, 5 GB observed.
pub fn note() -> Plan {
    Plan {
        name: String::from("The note's service"),
        railway: Railway {
            tier: TierId::Hobby,
            limit: Some(Estimate::exact(GB)),
            observed: Some(Estimate::exact(5.0 * GB)),
            ..Railway::default()
        },
        current: note_now(),
        target: note_then(),
    }
}

/// `cpu_count() * 2 + 1`, which the note takes for five; each of 400 to 800 MB.
fn note_now() -> Side {
    Side {
        workers: Workers {
            basis: Basis::Measured,
            measured: Estimate::between(400.0 * MB, 800.0 * MB),
            count_from: CountFrom::Number,
            count: 5,
            count_set: CountSet::File,
            max_requests: 0,
            jitter: 0,
            ..Workers::default()
        },
        exports: Exports {
            basis: Basis::Measured,
            measured: Estimate::exact(500.0 * MB),
            ..Exports::default()
        },
        uploads: Uploads {
            basis: Basis::Measured,
            measured: Estimate::exact(200.0 * MB),
            copies: 3,
            ..Uploads::default()
        },
        logs: Logs {
            basis: Basis::Measured,
            measured: Estimate::exact(50.0 * MB),
            sink: Sink::File,
            handlers: 2,
            ..Logs::default()
        },
        pooling: Pooling { basis: Basis::Measured, conn_max_age: 600, ..Pooling::default() },
        queries: Queries {
            basis: Basis::Measured,
            related: Related::NPlusOne,
            ..Queries::default()
        },
        others: Vec::new(),
        service: Service::default(),
    }
}

/// The note's own plan: two gevent workers of 400 MB, streams, stdout.
fn note_then() -> Side {
    let now = note_now();
    Side {
        workers: Workers {
            measured: Estimate::exact(400.0 * MB),
            count: 2,
            count_set: CountSet::Twice,
            class: WorkerClass::Gevent,
            connections: 500,
            max_requests: 500,
            jitter: 50,
            ..now.workers
        },
        exports: Exports {
            measured: Estimate::exact(50.0 * MB),
            reading: Reading::Iterator,
            format: Format::Workbook,
            chunk: 100,
            ..now.exports
        },
        uploads: Uploads {
            measured: Estimate::exact(50.0 * MB),
            handling: Handling::Chunks,
            copies: 1,
            ..now.uploads
        },
        logs: Logs {
            measured: Estimate::exact(10.0 * MB),
            sink: Sink::Stdout,
            handlers: 1,
            ..now.logs
        },
        pooling: Pooling { conn_max_age: 60, health_checks: true, ..now.pooling },
        queries: Queries { related: Related::SelectRelated, ..now.queries },
        ..now
    }
}
