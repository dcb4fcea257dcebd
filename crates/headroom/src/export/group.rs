//! What an artefact belongs to.

use super::{ARTEFACTS, ArtefactId};

/// What artefacts are shown under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArtefactGroup {
    /// The variables, in each of their forms.
    Variables,
    /// Gunicorn's configuration.
    Gunicorn,
    /// Settings and code of the project.
    Django,
    /// What Railway is told.
    Railway,
    /// What people read.
    Report,
}

impl ArtefactGroup {
    /// Every group, in order.
    pub const ALL: [Self; 5] =
        [Self::Variables, Self::Gunicorn, Self::Django, Self::Railway, Self::Report];

    /// Its artefacts.
    pub fn artefacts(self) -> impl Iterator<Item = ArtefactId> {
        ARTEFACTS.iter().copied().filter(move |id| id.group() == self)
    }
}

impl ArtefactId {
    /// What it is shown under.
    pub fn group(self) -> ArtefactGroup {
        match self {
            Self::VariablesEnv
            | Self::VariablesJson
            | Self::VariablesSh
            | Self::Dockerfile
            | Self::Compose => ArtefactGroup::Variables,
            Self::Gunicorn => ArtefactGroup::Gunicorn,
            Self::Settings
            | Self::ExportView
            | Self::UploadHash
            | Self::ListQueries
            | Self::MemoryMonitor => ArtefactGroup::Django,
            Self::RailwayLimit
            | Self::Collect
            | Self::RailwayEnvironment
            | Self::RailwayTs
            | Self::RailwayPy => ArtefactGroup::Railway,
            Self::ReportMd
            | Self::ReportHtml
            | Self::PartsCsv
            | Self::MemoryChart
            | Self::CostChart => ArtefactGroup::Report,
        }
    }

    /// Whether it describes one side, so that the other side's differs from it in what changes.
    pub fn is_of_one_side(self) -> bool {
        self != Self::Collect && self.group() != ArtefactGroup::Report
    }

    /// Whether it is a drawing.
    pub fn is_drawing(self) -> bool {
        matches!(self, Self::MemoryChart | Self::CostChart)
    }
}
