//! What a part answers with: its demand, and the terms it is made of.

use crate::coefficient::{Coefficient, World};
use crate::units::Estimate;

/// The bytes that a part takes in one replica.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Demand {
    /// At rest, after traffic.
    pub idle: Estimate,
    /// Over time: what is billed.
    pub average: Estimate,
    /// At the worst instant of the stated workload: what the limit kills.
    pub peak: Estimate,
    /// Page cache: in the metric and on the bill, but given back under pressure.
    pub cache: Estimate,
    /// In another service of the project: on the bill, not against this limit.
    pub beside: Estimate,
}

/// A demand and how it came about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// The sum of the terms.
    pub demand: Demand,
    /// What is multiplied and added, in reading order.
    pub terms: Vec<Term>,
    /// Whether the terms are kept: a draw asks for the demand alone.
    explains: bool,
}

/// One product of factors, and which figures it counts in.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// What it stands for.
    pub name: TermName,
    /// What is multiplied.
    pub factors: Vec<Factor>,
    /// The product, in bytes.
    pub bytes: Estimate,
    /// Where it is added.
    pub counts: Counts,
}

/// The figures that a term is added to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// Idle, average and peak.
    Always,
    /// Idle and average.
    AtRest,
    /// Average alone.
    OnAverage,
    /// Peak alone.
    AtPeak,
    /// Page cache.
    Cache,
    /// Another service.
    Beside,
    /// Nothing: it explains a factor of another term.
    Nothing,
}

/// One number of a formula.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// What it counts.
    pub noun: Noun,
    /// How much.
    pub amount: Amount,
    /// Where the number comes from.
    pub origin: Origin,
}

/// A number of a formula, in the unit that it is shown in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// Bytes.
    Bytes(Estimate),
    /// Things.
    Number(Estimate),
    /// A part of one, shown in per cent.
    Ratio(Estimate),
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Origin {
    /// A default that was measured, or that a page states.
    Default(&'static Coefficient),
    /// A starting value of the form: it stands for nobody's service.
    Start,
    /// Typed by the user.
    Yours,
    /// Measured by the user.
    Measured,
    /// Follows from others.
    Calculated,
}

/// What a term stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermName {
    /// What somebody measured, at rest.
    MeasuredRest,
    /// What was measured on top of it, at the peak.
    MeasuredPeak,
    /// Gunicorn's parent process.
    Arbiter,
    /// What belongs to each worker alone.
    Private,
    /// Further threads.
    Threads,
    /// Library pages that all workers share.
    SharedPages,
    /// What requests leave behind, half-way to recycling.
    GrowthMean,
    /// The same at its end.
    GrowthPeak,
    /// One export or upload by itself.
    OneJob,
    /// What workers keep of jobs that are over.
    Kept,
    /// What jobs add while they run, over the day.
    RunningMean,
    /// What jobs add when all run at once.
    RunningPeak,
    /// Bytes of log files in the page cache.
    LogCache,
    /// Connections, on this side.
    Connections,
    /// Connections, in the Postgres service.
    Backends,
    /// The pool's own threads.
    PoolThreads,
    /// Rows of a list in memory.
    ListedRows,
    /// DEBUG's list of queries.
    QueryLog,
    /// A free row.
    Other,
}

/// What a factor counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// Workers.
    Workers,
    /// A worker's own memory.
    PrivateMemory,
    /// Private memory that preload cannot share.
    Unshared,
    /// Memory.
    Memory,
    /// Threads beyond the first.
    FurtherThreads,
    /// Memory of a thread.
    PerThread,
    /// Requests until a worker is recycled.
    Requests,
    /// Growth a request.
    PerRequest,
    /// Thousands of rows.
    ThousandRows,
    /// Bytes a thousand rows.
    PerThousandRows,
    /// Thousands of cells.
    ThousandCells,
    /// Bytes a thousand cells.
    PerThousandCells,
    /// The fixed cost of an upload.
    PerUpload,
    /// Copies of a file.
    Copies,
    /// The size of a file.
    FileSize,
    /// A job.
    Job,
    /// Jobs at once.
    JobsAtOnce,
    /// Jobs under way on average.
    JobsOnAverage,
    /// The part of a job that stays.
    KeptPart,
    /// Workers that have served one since they started.
    ServedPart,
    /// Handlers.
    Handlers,
    /// Lines.
    Lines,
    /// Bytes a line.
    PerLine,
    /// Connections.
    Connections,
    /// Bytes a connection.
    PerConnection,
    /// Thousands of queries.
    ThousandQueries,
    /// Bytes a thousand queries.
    PerThousandQueries,
    /// Requests at the same time.
    RequestsAtOnce,
}

impl Factor {
    /// A factor in bytes.
    pub const fn bytes(noun: Noun, amount: Estimate, origin: Origin) -> Self {
        Self { noun, amount: Amount::Bytes(amount), origin }
    }

    /// A factor that counts things.
    pub const fn number(noun: Noun, amount: Estimate, origin: Origin) -> Self {
        Self { noun, amount: Amount::Number(amount), origin }
    }

    /// A count of things that is known.
    pub fn count(noun: Noun, amount: u32, origin: Origin) -> Self {
        Self::number(noun, Estimate::exact(f64::from(amount)), origin)
    }

    /// A part of one.
    pub const fn ratio(noun: Noun, amount: Estimate, origin: Origin) -> Self {
        Self { noun, amount: Amount::Ratio(amount), origin }
    }

    /// A measured coefficient in bytes.
    pub fn measured(noun: Noun, coefficient: &'static Coefficient, world: World<'_>) -> Self {
        Self::bytes(noun, world.of(coefficient), Origin::Default(coefficient))
    }

    /// The number itself.
    pub const fn value(self) -> Estimate {
        match self.amount {
            Amount::Bytes(value) | Amount::Number(value) | Amount::Ratio(value) => value,
        }
    }
}

impl Origin {
    /// A setting that still holds its measured default, or the user's own.
    pub fn of_default<T: PartialEq>(
        value: &T,
        default: &T,
        coefficient: &'static Coefficient,
    ) -> Self {
        if value == default { Self::Default(coefficient) } else { Self::Yours }
    }

    /// A setting that still holds the form's starting value, or the user's own.
    pub fn of_start<T: PartialEq>(value: &T, default: &T) -> Self {
        if value == default { Self::Start } else { Self::Yours }
    }

    /// The same, unless the setting holds what was measured of it.
    #[must_use]
    pub fn or_measured(self, value: Estimate, measured: Option<Estimate>) -> Self {
        if measured == Some(value) { Self::Measured } else { self }
    }
}

impl Ledger {
    /// An empty one, that explains itself where the numbers are the stated ones.
    pub fn new(world: World<'_>) -> Self {
        Self { explains: matches!(world, World::Stated), ..Self::default() }
    }

    /// Adds a product of factors.
    pub fn add(&mut self, name: TermName, counts: Counts, factors: &[Factor]) {
        let bytes = factors.iter().fold(Estimate::exact(1.0), |product, factor| {
            let value = factor.value();
            if value.is_exact() { product * value.likely } else { product * value }
        });
        self.add_bytes(name, counts, factors, bytes);
    }

    /// Adds a term whose bytes are not simply the product of its factors.
    pub fn add_bytes(
        &mut self,
        name: TermName,
        counts: Counts,
        factors: &[Factor],
        bytes: Estimate,
    ) {
        let demand = &mut self.demand;
        let figures: &mut [&mut Estimate] = match counts {
            Counts::Always => &mut [&mut demand.idle, &mut demand.average, &mut demand.peak],
            Counts::AtRest => &mut [&mut demand.idle, &mut demand.average],
            Counts::OnAverage => &mut [&mut demand.average],
            Counts::AtPeak => &mut [&mut demand.peak],
            Counts::Cache => &mut [&mut demand.cache],
            Counts::Beside => &mut [&mut demand.beside],
            Counts::Nothing => &mut [],
        };
        for figure in figures {
            **figure = **figure + bytes;
        }
        if self.explains {
            self.terms.push(Term { name, factors: factors.to_vec(), bytes, counts });
        }
    }

    /// The ledger of a part that was measured: what it holds, and its peak if known.
    pub fn measured(rest: Estimate, peak: Option<Estimate>, world: World<'_>) -> Self {
        let mut ledger = Self::new(world);
        let factor = |bytes| [Factor::bytes(Noun::Memory, bytes, Origin::Measured)];
        match peak {
            None => ledger.add(TermName::MeasuredRest, Counts::Always, &factor(rest)),
            Some(peak) => {
                ledger.add(TermName::MeasuredRest, Counts::AtRest, &factor(rest));
                ledger.add(TermName::MeasuredPeak, Counts::AtPeak, &factor(peak.or_more(rest)));
            }
        }
        ledger
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demand_is_the_sum_of_the_terms_that_count_in_it() {
        let mut ledger = Ledger::default();
        let of = |bytes| [Factor::bytes(Noun::Memory, Estimate::exact(bytes), Origin::Yours)];
        ledger.add(TermName::Private, Counts::Always, &of(10.0));
        ledger.add(TermName::Kept, Counts::AtRest, &of(5.0));
        ledger.add(TermName::RunningPeak, Counts::AtPeak, &of(7.0));
        ledger.add(TermName::LogCache, Counts::Cache, &of(3.0));
        ledger.add(TermName::OneJob, Counts::Nothing, &of(99.0));
        let demand = ledger.demand;
        assert_eq!(demand.idle, Estimate::exact(15.0));
        assert_eq!(demand.average, Estimate::exact(15.0));
        assert_eq!(demand.peak, Estimate::exact(17.0));
        assert_eq!(demand.cache, Estimate::exact(3.0));
    }

    #[test]
    fn a_measured_part_counts_everywhere_until_its_peak_is_known() {
        let held = Estimate::exact(500e6);
        let flat = Ledger::measured(held, None, World::Stated).demand;
        assert_eq!((flat.idle, flat.average, flat.peak), (held, held, held));
        let peaked = Ledger::measured(held, Some(Estimate::exact(900e6)), World::Stated).demand;
        assert_eq!((peaked.idle, peaked.peak), (held, Estimate::exact(900e6)));
    }
}
