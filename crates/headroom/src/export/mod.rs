//! The files to take away: the target side of a plan as configuration and code.
//!
//! One file here for each artefact, and where it is text a template under the name that
//! the user will see. `tests/tests/snippets.rs` runs them. No text of a plan reaches an
//! artefact but through [`escape`].

pub mod escape;

mod bundle;
mod carried;
mod changes;
mod charts;
mod collect;
mod export_view;
mod group;
mod gunicorn_conf;
mod list_queries;
mod memory_monitor;
mod paint;
mod parts_csv;
mod railway_environment;
mod railway_fragment;
mod railway_limit;
mod report;
mod settings_memory;
mod sheet;
mod upload_hash;
mod variables;

pub use bundle::bundle;
pub use carried::{carried, carriers};
pub use changes::{Change, changes};
pub use collect::COLLECT;
pub use group::ArtefactGroup;
pub use paint::{Ink, paint};

use crate::plan::{Plan, SideId};
use crate::setting::choices;
use crate::text::Lang;
use sheet::Sheet;

choices! {
    /// One exported file, by its name.
    ArtefactId {
        /// Variables for Railway's raw editor.
        VariablesEnv = "variables.env",
        /// The same as JSON.
        VariablesJson = "variables.json",
        /// The same as a command.
        VariablesSh = "variables.sh",
        /// The same for an image of one's own.
        Dockerfile = "variables.Dockerfile",
        /// The service on one's own machine, under the same limit.
        Compose = "compose.memory.yaml",
        /// Gunicorn's configuration.
        Gunicorn = "gunicorn.conf.py",
        /// Django settings: logs, database, uploads.
        Settings = "settings_memory.py",
        /// An export that streams.
        ExportView = "export_view.py",
        /// The hash of an upload, in chunks.
        UploadHash = "upload_hash.py",
        /// Lists with their relations, and loops over all rows.
        ListQueries = "list_queries.py",
        /// A middleware that logs memory.
        MemoryMonitor = "memory_monitor.py",
        /// The memory limit and the usage alert.
        RailwayLimit = "railway_limit.sh",
        /// What a running service holds.
        Collect = "collect.sh",
        /// The limit and what a deploy needs, for `railway environment edit`.
        RailwayEnvironment = "railway_environment.json",
        /// The same for `.railway/railway.ts`.
        RailwayTs = "railway.fragment.ts",
        /// The same for `.railway/railway.py`.
        RailwayPy = "railway_fragment.py",
        /// What the team reads, in Markdown.
        ReportMd = "report.md",
        /// The same as one page that prints.
        ReportHtml = "report.html",
        /// The parts as a table of bytes.
        PartsCsv = "parts.csv",
        /// Memory by part against the limit.
        MemoryChart = "memory.svg",
        /// What a month costs on each tier.
        CostChart = "cost.svg",
    }
}

/// Every artefact, in the order in which they are shown.
pub const ARTEFACTS: &[ArtefactId] = ArtefactId::ALL;

/// An exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artefact {
    /// Which.
    pub id: ArtefactId,
    /// What to call it.
    pub file_name: &'static str,
    /// What is in it.
    pub content: String,
}

/// What artefacts are made from.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The plan; its target side is exported.
    pub plan: &'a Plan,
    /// The link to the plan, or nothing.
    pub link: &'a str,
    /// The language of the comments.
    pub lang: Lang,
}

/// One artefact.
pub fn artefact(id: ArtefactId, context: &Context<'_>) -> Artefact {
    made(id, &Sheet::new(context, SideId::Target))
}

/// The same file as the current side would have it, to see what changes.
pub fn before(id: ArtefactId, context: &Context<'_>) -> Artefact {
    made(id, &Sheet::new(context, SideId::Current))
}

/// All of them.
pub fn artefacts(context: &Context<'_>) -> Vec<Artefact> {
    let sheet = Sheet::new(context, SideId::Target);
    ARTEFACTS.iter().map(|id| made(*id, &sheet)).collect()
}

/// All that goes into the project as one text, each under its name.
pub fn joined(context: &Context<'_>) -> String {
    let files = artefacts(context).into_iter().filter(|file| file.id.is_of_one_side());
    let files = files.map(|file| format!("==> {} <==\n{}", file.file_name, file.content));
    files.collect::<Vec<_>>().join("\n")
}

fn made(id: ArtefactId, sheet: &Sheet<'_>) -> Artefact {
    let content = match id {
        ArtefactId::VariablesEnv => variables::env::render(sheet),
        ArtefactId::VariablesJson => variables::json::render(sheet),
        ArtefactId::VariablesSh => variables::sh::render(sheet),
        ArtefactId::Dockerfile => variables::dockerfile::render(sheet),
        ArtefactId::Compose => variables::compose::render(sheet),
        ArtefactId::Gunicorn => gunicorn_conf::render(sheet),
        ArtefactId::Settings => settings_memory::render(sheet),
        ArtefactId::ExportView => export_view::render(sheet),
        ArtefactId::UploadHash => upload_hash::render(sheet),
        ArtefactId::ListQueries => list_queries::render(sheet),
        ArtefactId::MemoryMonitor => memory_monitor::render(sheet),
        ArtefactId::RailwayLimit => railway_limit::render(sheet),
        ArtefactId::Collect => collect::render(sheet),
        ArtefactId::RailwayEnvironment => railway_environment::render(sheet),
        ArtefactId::RailwayTs => railway_fragment::typescript(sheet),
        ArtefactId::RailwayPy => railway_fragment::python(sheet),
        ArtefactId::ReportMd => report::markdown(sheet),
        ArtefactId::ReportHtml => report::html(sheet),
        ArtefactId::PartsCsv => parts_csv::render(sheet),
        ArtefactId::MemoryChart => charts::memory(sheet),
        ArtefactId::CostChart => charts::cost(sheet),
    };
    Artefact { id, file_name: id.key(), content }
}
