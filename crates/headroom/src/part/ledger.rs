//! What a part answers with: its demand, and the terms it is made of.

use crate::coefficient::{Coefficient, World};
use crate::setting::choices;
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
    /// What of it no worker holds.
    pub apart: Estimate,
    /// The most that one worker holds of it, where that is no equal share.
    pub busy: Option<Estimate>,
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

choices! {
    /// The figures that a term is added to.
    Counts {
        /// Idle, average and peak.
        Always = "always",
        /// Idle and average.
        AtRest = "at_rest",
        /// Average alone.
        OnAverage = "on_average",
        /// Peak alone.
        AtPeak = "at_peak",
        /// Page cache.
        Cache = "cache",
        /// Another service.
        Beside = "beside",
        /// Nothing: it explains a factor of another term.
        Nothing = "nothing",
    }
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

choices! {
    /// What a term stands for.
    TermName {
        /// What somebody measured, at rest.
        MeasuredRest = "measured_rest",
        /// What was measured on top of it, at the peak.
        MeasuredPeak = "measured_peak",
        /// Gunicorn's parent process.
        Arbiter = "arbiter",
        /// What belongs to each worker alone.
        Private = "private",
        /// Further threads.
        Threads = "threads",
        /// What further requests under way leave in a greenlet worker.
        Greenlets = "greenlets",
        /// What an allocator takes in each process.
        Allocator = "allocator",
        /// Library pages that all workers share.
        SharedPages = "shared_pages",
        /// What requests leave behind, half-way to recycling.
        GrowthMean = "growth_mean",
        /// The same at its end.
        GrowthPeak = "growth_peak",
        /// One export or upload by itself.
        OneJob = "one_job",
        /// What workers keep of jobs that are over.
        Kept = "kept",
        /// What jobs add while they run, over the day.
        RunningMean = "running_mean",
        /// What jobs add when all run at once.
        RunningPeak = "running_peak",
        /// Bytes of log files in the page cache.
        LogCache = "log_cache",
        /// Connections, on this side.
        Connections = "connections",
        /// Connections, in the Postgres service.
        Backends = "backends",
        /// The pool's own threads.
        PoolThreads = "pool_threads",
        /// Rows of a list in memory.
        ListedRows = "listed_rows",
        /// DEBUG's list of queries.
        QueryLog = "query_log",
        /// A free row.
        Other = "other",
    }
}

choices! {
    /// What a factor counts.
    Noun {
        /// Workers.
        Workers = "workers",
        /// A worker's own memory.
        PrivateMemory = "private_memory",
        /// Private memory that preload cannot share.
        Unshared = "unshared",
        /// Memory.
        Memory = "memory",
        /// Threads beyond the first.
        FurtherThreads = "further_threads",
        /// Memory of a thread.
        PerThread = "per_thread",
        /// Requests under way beyond the usual ones.
        FurtherRequests = "further_requests",
        /// Workers and their arbiter.
        Processes = "processes",
        /// Requests until a worker is recycled.
        Requests = "requests",
        /// Growth a request.
        PerRequest = "per_request",
        /// Thousands of rows.
        ThousandRows = "thousand_rows",
        /// Bytes a thousand rows.
        PerThousandRows = "per_thousand_rows",
        /// Thousands of cells.
        ThousandCells = "thousand_cells",
        /// Bytes a thousand cells.
        PerThousandCells = "per_thousand_cells",
        /// The fixed cost of an upload.
        PerUpload = "per_upload",
        /// Copies of a file.
        Copies = "copies",
        /// The size of a file.
        FileSize = "file_size",
        /// A job.
        Job = "job",
        /// Jobs at once.
        JobsAtOnce = "jobs_at_once",
        /// Jobs under way on average.
        JobsOnAverage = "jobs_on_average",
        /// The part of a job that stays.
        KeptPart = "kept_part",
        /// What stays with another allocator, as a part of what would.
        WithAllocator = "with_allocator",
        /// Workers that have served one since they started.
        ServedPart = "served_part",
        /// Handlers.
        Handlers = "handlers",
        /// Lines.
        Lines = "lines",
        /// Bytes a line.
        PerLine = "per_line",
        /// Connections.
        Connections = "connections",
        /// Bytes a connection.
        PerConnection = "per_connection",
        /// Thousands of queries.
        ThousandQueries = "thousand_queries",
        /// Bytes a thousand queries.
        PerThousandQueries = "per_thousand_queries",
        /// Requests at the same time.
        RequestsAtOnce = "requests_at_once",
    }
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
