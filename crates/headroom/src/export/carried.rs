//! Which files carry out what a finding asks for.

use super::ArtefactId::{
    self, Compose, Dockerfile, ExportView, Gunicorn, ListQueries, MemoryMonitor,
};
use super::ArtefactId::{
    RailwayEnvironment, RailwayLimit, RailwayPy, RailwayTs, Settings, UploadHash,
};
use super::ArtefactId::{VariablesEnv, VariablesJson, VariablesSh};
use crate::advise::{Advice, Finding, FindingId, State};

/// The files that a finding's fix is in; none where it is a choice of the plan alone.
pub fn carriers(id: FindingId) -> &'static [ArtefactId] {
    match id {
        FindingId::CpuCount
        | FindingId::TooManyWorkers
        | FindingId::Threads
        | FindingId::TwoSources
        | FindingId::SetInFile => &[
            Gunicorn,
            VariablesEnv,
            VariablesJson,
            VariablesSh,
            Dockerfile,
            Compose,
            RailwayTs,
            RailwayPy,
        ],
        FindingId::NoRecycling
        | FindingId::ShortJitter
        | FindingId::PreloadThaws
        | FindingId::GeventPreload
        | FindingId::GeventNoSaving => &[Gunicorn],
        FindingId::IdleVariables | FindingId::Jemalloc => {
            &[VariablesEnv, VariablesJson, VariablesSh, Dockerfile]
        }
        FindingId::GeventLeak
        | FindingId::TooManyConnections
        | FindingId::ConnMaxAge
        | FindingId::PoolForSync
        | FindingId::FileLogs
        | FindingId::Debug
        | FindingId::TempInMemory => &[Settings],
        FindingId::ExportLoads | FindingId::ExportWorkbook | FindingId::SmallChunk => &[ExportView],
        FindingId::NoCursor => &[ExportView, Settings],
        FindingId::UploadRead | FindingId::UploadCopies | FindingId::SmallReads => &[UploadHash],
        FindingId::SelectRelated => &[ListQueries],
        FindingId::NoLimit => &[RailwayLimit, RailwayEnvironment, RailwayTs, RailwayPy, Compose],
        FindingId::LimitNotInForce => &[RailwayLimit, RailwayEnvironment, RailwayTs, RailwayPy],
        FindingId::NoUsageLimit => &[RailwayLimit],
        FindingId::WorkerShrinks | FindingId::Gap => &[MemoryMonitor],
        FindingId::TierTooSmall | FindingId::TierTooLarge => &[],
    }
}

/// The findings that were applied to the plan and that this file carries out.
pub fn carried(id: ArtefactId, advice: &Advice) -> impl Iterator<Item = &Finding> {
    let done = |finding: &&Finding| finding.state == State::Applied;
    advice.findings.iter().filter(done).filter(move |finding| carriers(finding.id).contains(&id))
}
