//! The seven parts of the memory bill, one file each.
//!
//! A part knows its own inputs and, of the others, only what [`crew::Crew`]
//! says of the workers. It answers with a [`Ledger`]: what it takes, and the
//! terms that the figure is made of, each with its origin.

pub mod allocator;
pub mod crew;
pub mod exports;
pub mod jobs;
pub mod logs;
pub mod others;
pub mod pooling;
pub mod queries;
pub mod stack;
pub mod uploads;
pub mod workers;

mod ledger;

pub use ledger::{Amount, Counts, Demand, Factor, Ledger, Noun, Origin, Term, TermName};

use crate::setting::choices;

choices! {
    /// One part of the memory bill.
    PartId {
        /// Gunicorn's arbiter and its workers.
        Workers = "workers",
        /// Files built from query results.
        Exports = "exports",
        /// Files received.
        Uploads = "uploads",
        /// Log files and their page cache.
        Logs = "logs",
        /// Database connections.
        Pooling = "pooling",
        /// What a list of rows holds, and DEBUG's query log.
        Queries = "queries",
        /// Everything else that runs, inside the service or beside it.
        Others = "others",
    }
}

choices! {
    /// How a part is given.
    Basis {
        /// From its workload, through the model.
        Workload = "workload",
        /// As somebody measured it.
        Measured = "measured",
    }
}
