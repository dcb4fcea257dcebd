//! The scenarios as the lab reads them: `lab/scenarios.json`.

use std::fs;

use serde::Deserialize;

/// A service, and what it is given to do.
#[derive(Debug, Clone, Deserialize)]
pub struct Scenario {
    /// Its name in every table.
    pub name: String,
    /// sync, gthread or gevent.
    pub worker_class: String,
    /// How many.
    pub workers: u32,
    /// Of a gthread worker.
    pub threads: u32,
    /// Of a gevent worker.
    pub connections: u32,
    /// Whether the arbiter loads the application.
    pub preload: bool,
    /// Whether it freezes its heap before it forks.
    pub freeze: bool,
    /// What is imported.
    pub stack: String,
    /// Requests until a worker is recycled; 0: never.
    pub max_requests: u32,
    /// What is exported, if anything.
    pub exports: Option<Export>,
    /// What is uploaded, if anything.
    pub uploads: Option<Upload>,
}

/// Exports, in rounds.
#[derive(Debug, Clone, Deserialize)]
pub struct Export {
    /// How it is built.
    pub form: String,
    /// Rows of each.
    pub rows: u32,
    /// Columns of each.
    pub columns: u32,
    /// Rows that an iterator fetches at a time.
    pub chunk: u32,
    /// How many at once, over all workers.
    pub at_once: u32,
    /// How many each worker serves.
    pub repeated: u32,
}

/// Uploads, in rounds.
#[derive(Debug, Clone, Deserialize)]
pub struct Upload {
    /// How the view takes it.
    pub how: String,
    /// The size of each.
    pub megabytes: f64,
    /// How many at once, over all workers.
    pub at_once: u32,
    /// How many each worker serves.
    pub repeated: u32,
}

/// All of them, in the order of the file.
///
/// # Panics
/// If the file is missing or is none of scenarios.
pub fn scenarios() -> Vec<Scenario> {
    let path = super::measured::lab().join("scenarios.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}
