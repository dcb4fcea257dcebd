//! What a person measured: text that was pasted or dropped, as figures, and what
//! they mean for a plan.
//!
//! [`read`] takes any mix of the formats below, one after the other. A line that it
//! cannot read is named; the others count. [`adopt`] says which figure meets which
//! predicted one and makes an edit of it. `/proc` and `ps` write kB and mean KiB.

mod adopt;
mod amount;
mod cgroup;
mod compare;
mod docker;
mod dropped;
mod fit;
mod gunicorn;
mod merged;
mod meter;
mod monitor;
mod process;
mod railway;
mod reading;
mod recognised;
mod table;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod twice;

pub use adopt::{Adopted, Remark, adopt};
pub use compare::{Row, What, compare};
pub use dropped::{Dropped, dropped};
pub use fit::{Fit, FitKind, fits};
pub use meter::Meter;
pub use reading::read;
pub use recognised::Recognised;

use crate::units::Estimate;

/// The longest text that is read, in bytes.
pub const LONGEST: usize = 1_000_000;
/// So many unreadable lines are named.
pub const MOST_PROBLEMS: usize = 20;

/// Everything that could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observations {
    /// Each once, whatever it was measured with.
    pub processes: Vec<Process>,
    /// Figures of the whole container or service.
    pub totals: Vec<Total>,
    /// The lines that could not be read, the first [`MOST_PROBLEMS`] of them.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub more_problems: usize,
}

/// One process.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Process {
    /// Its number, if the text says.
    pub pid: Option<u32>,
    /// The number of its parent.
    pub parent: Option<u32>,
    /// Its command line or name, as far as the text has it.
    pub command: String,
    /// Whether log lines alone tell of it: it may have ended since.
    pub logged: bool,
    /// Where the text begins to tell of it, counted from 1.
    line: usize,
    /// Bytes by each meter, in the order of [`Meter::ALL`].
    figures: [Option<f64>; Meter::ALL.len()],
}

/// One figure of the whole container or service.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// Who counted.
    pub source: Source,
    /// What was counted.
    pub figure: Figure,
    /// Bytes.
    pub bytes: f64,
}

/// Who counted the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// The kernel, for the container.
    Cgroup,
    /// Railway's metrics, for all replicas.
    Railway,
    /// The log lines of the monitor middleware.
    Monitor,
    /// `docker stats`, which leaves idle page cache out.
    Docker,
}

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Everything, at rest.
    AtRest,
    /// Everything, over time.
    Average,
    /// Everything, at most.
    Peak,
    /// Without page cache.
    Held,
    /// Page cache alone.
    Cache,
}

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Counted from 1.
    pub line: usize,
    /// Its beginning.
    pub found: String,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is in none of the formats.
    Unknown,
    /// A size was wanted and something else was there.
    NotASize,
    /// The table above it has more columns.
    ShortRow,
    /// It begins as JSON and is none, from this column on.
    NotJson {
        /// Counted from 1.
        column: usize,
    },
    /// It is JSON without a figure of memory.
    NoMemory,
    /// It is one mapping of many: `smaps_rollup` has their sum.
    Mapping,
    /// A second container: the first one counts.
    AnotherContainer,
    /// It is a further number without the name of its file.
    Unnamed,
    /// The same was measured above: the first one counts.
    Again,
    /// A process above has this number and other figures: that one counts.
    SamePid,
    /// A rollup that has every figure of one above: it counts once.
    SameRollup,
    /// The highest figure is below the present one: it does not count.
    PeakBelow,
}

/// Why nothing at all could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObserveError {
    /// There is no text.
    Empty,
    /// It is longer than [`LONGEST`].
    TooLong {
        /// In bytes.
        found: usize,
    },
    /// Not one line is in a format that is known.
    Nothing(Vec<Problem>),
}

impl Process {
    /// What one meter shows, in bytes.
    pub fn figure(&self, meter: Meter) -> Option<f64> {
        self.figures[meter.place()]
    }

    fn put(&mut self, meter: Meter, bytes: f64) {
        self.figures[meter.place()] = Some(bytes);
    }
}

impl Observations {
    /// One figure of the whole, with who counted it: the most exact one there is.
    pub fn total(&self, figure: Figure) -> Option<Total> {
        Source::ALL.into_iter().find_map(|source| self.total_by(source, figure))
    }

    fn total_by(&self, source: Source, figure: Figure) -> Option<Total> {
        self.totals.iter().copied().find(|total| total.source == source && total.figure == figure)
    }

    fn is_empty(&self) -> bool {
        self.processes.is_empty() && self.totals.is_empty()
    }
}

impl Source {
    /// The most exact first.
    pub const ALL: [Self; 4] = [Self::Cgroup, Self::Railway, Self::Monitor, Self::Docker];
}

impl Total {
    /// What that is for all replicas together.
    pub fn of_service(self, replicas: u32) -> Estimate {
        match self.source {
            Source::Railway => Estimate::exact(self.bytes),
            Source::Cgroup | Source::Monitor | Source::Docker => {
                Estimate::exact(self.bytes * f64::from(replicas))
            }
        }
    }
}
