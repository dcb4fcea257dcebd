//! Gunicorn's arbiter and its workers.
//!
//! ## What it counts
//! The arbiter once, each worker's private memory, further threads, and what
//! requests leave behind until a worker is recycled. Library pages that all
//! share are page cache: billed, but given back under pressure.
//!
//! ## Formula
//! `arbiter + workers * (private * un-shared part + (threads - 1) * thread) + growth`;
//! frozen, `workers * frozen private part` instead.
//! Growth is a saw-tooth: half of its height on average, all of it at the peak.
//!
//! ## Defaults and where they come from
//! `data/coefficients.toml`: a worker of plain Django + DRF + openpyxl holds 46 MiB
//! of its own, bare Django 36, Wagtail 86 (lab 1, 2, 16). Under preload most of
//! it is un-shared by the first full garbage collection (lab 16): the range begins
//! before it. With `gc.freeze()` in `when_ready` a worker's own part hardly depends
//! on what is imported: 17 to 20 MiB, 35 to 40 for Wagtail and Oscar.
//!
//! ## Where it is wrong
//! Imports do not add up package by package; an application with pandas or a
//! machine-learning framework needs its own measurement.

use super::crew::Crew;
use super::{Basis, Counts, Factor, Ledger, Noun, Origin, TermName};
use crate::coefficient::{World, measured};
use crate::setting::choices;
use crate::units::Estimate;

choices! {
    /// Where the number of workers comes from.
    CountFrom {
        /// A fixed number.
        Number = "number",
        /// `cpu_count() * 2 + 1`, with the CPUs that the container sees.
        Cpus = "cpus",
    }
}

choices! {
    /// Where the number is written, which decides what can change it.
    CountSet {
        /// Nowhere, or in `WEB_CONCURRENCY` alone.
        Variable = "variable",
        /// In a Gunicorn configuration file, where `WEB_CONCURRENCY` does nothing.
        File = "file",
        /// On the command line, which overrides everything.
        Command = "command",
        /// In two places that can disagree.
        Twice = "twice",
    }
}

choices! {
    /// How a worker takes requests.
    WorkerClass {
        /// One after another.
        Sync = "sync",
        /// In threads.
        Gthread = "gthread",
        /// In greenlets.
        Gevent = "gevent",
    }
}

choices! {
    /// Whether the application is loaded before the workers are forked.
    Preload {
        /// Each worker loads it.
        Off = "off",
        /// The arbiter loads it.
        On = "on",
        /// The arbiter loads it and freezes the heap.
        Frozen = "frozen",
    }
}

/// What the workers are given by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Workers {
    /// From the workload or measured.
    pub basis: Basis,
    /// One worker as measured, with all it holds at rest.
    pub measured: Estimate,
    /// Where the number of workers comes from.
    pub count_from: CountFrom,
    /// The fixed number.
    pub count: u32,
    /// Where it is written.
    pub count_set: CountSet,
    /// How a worker takes requests.
    pub class: WorkerClass,
    /// Threads of a gthread worker.
    pub threads: u32,
    /// Connections of a gevent worker.
    pub connections: u32,
    /// Whether the application is loaded before the fork.
    pub preload: Preload,
    /// Requests until a worker is recycled; zero is never.
    pub max_requests: u32,
    /// The most that is added to it at random.
    pub jitter: u32,
    /// What belongs to one worker alone.
    pub private: Estimate,
    /// What all workers share, counted once.
    pub shared: Estimate,
    /// Gunicorn's parent process.
    pub arbiter: Estimate,
    /// What a request leaves behind.
    pub growth: Estimate,
    /// Requests a second, over all workers.
    pub requests: Estimate,
    /// How many workers the user counted. What was measured counts as the origin of a
    /// setting for as long as the setting holds it.
    pub count_measured: Option<Estimate>,
    /// What the user measured of one worker's own memory.
    pub private_measured: Option<Estimate>,
    /// What the user measured of the pages that all share.
    pub shared_measured: Option<Estimate>,
    /// What the user measured of the arbiter.
    pub arbiter_measured: Option<Estimate>,
}

impl Default for Workers {
    fn default() -> Self {
        Self {
            basis: Basis::Workload,
            measured: measured::WORKER_PRIVATE.estimate,
            count_from: CountFrom::Number,
            count: 2,
            count_set: CountSet::Variable,
            class: WorkerClass::Sync,
            threads: 4,
            connections: 100,
            preload: Preload::Off,
            max_requests: 1000,
            jitter: 200,
            private: measured::WORKER_PRIVATE.estimate,
            shared: measured::SHARED_PAGES.estimate,
            arbiter: measured::ARBITER.estimate,
            growth: Estimate::ZERO,
            requests: Estimate::exact(1.0),
            count_measured: None,
            private_measured: None,
            shared_measured: None,
            arbiter_measured: None,
        }
    }
}

/// What the workers take, and why.
pub fn ledger(workers: &Workers, crew: Crew, world: World<'_>) -> Ledger {
    match workers.basis {
        Basis::Measured => as_measured(workers, crew, world),
        Basis::Workload => from_workload(workers, crew, world),
    }
}

fn as_measured(workers: &Workers, crew: Crew, world: World<'_>) -> Ledger {
    let mut ledger = Ledger::new(world);
    ledger.add(
        TermName::MeasuredRest,
        Counts::Always,
        &[
            Factor::count(Noun::Workers, crew.workers, count_origin(workers)),
            Factor::bytes(Noun::PrivateMemory, workers.measured, Origin::Measured),
        ],
    );
    ledger
}

fn from_workload(workers: &Workers, crew: Crew, world: World<'_>) -> Ledger {
    let mut ledger = Ledger::new(world);
    let start = Workers::default();
    let count = Factor::count(Noun::Workers, crew.workers, count_origin(workers));
    let gevent = matches!(workers.class, WorkerClass::Gevent);

    add_arbiter(&mut ledger, workers, gevent, world);

    let private_origin =
        Origin::of_default(&workers.private, &start.private, &measured::WORKER_PRIVATE)
            .or_measured(workers.private, workers.private_measured);
    let private =
        Factor::bytes(Noun::PrivateMemory, private_memory(workers, world), private_origin);
    match workers.preload {
        Preload::Off => ledger.add(TermName::Private, Counts::Always, &[count, private]),
        Preload::On => {
            let part = &measured::PRELOAD_UNSHARED;
            let part = Factor::ratio(Noun::Unshared, world.of(part), Origin::Default(part));
            ledger.add(TermName::Private, Counts::Always, &[count, private, part]);
        }
        Preload::Frozen => {
            let coefficient = &measured::PRELOAD_FROZEN;
            let own = world.of(coefficient).at_most(private.value());
            let own = Factor::bytes(Noun::PrivateMemory, own, Origin::Default(coefficient));
            ledger.add(TermName::Private, Counts::Always, &[count, own]);
        }
    }

    if matches!(workers.class, WorkerClass::Gthread) && workers.threads > 1 {
        let further = Factor::count(
            Noun::FurtherThreads,
            workers.threads - 1,
            Origin::of_start(&workers.threads, &start.threads),
        );
        ledger.add(
            TermName::Threads,
            Counts::Always,
            &[count, further, Factor::measured(Noun::PerThread, &measured::THREAD, world)],
        );
    }
    let shared_origin = Origin::of_default(&workers.shared, &start.shared, &measured::SHARED_PAGES)
        .or_measured(workers.shared, workers.shared_measured);
    ledger.add(
        TermName::SharedPages,
        Counts::Cache,
        &[Factor::bytes(Noun::Memory, workers.shared, shared_origin)],
    );
    add_growth(&mut ledger, workers, crew, count);
    ledger
}

/// Under preload the arbiter holds the application too.
fn add_arbiter(ledger: &mut Ledger, workers: &Workers, gevent: bool, world: World<'_>) {
    let own = workers.arbiter
        + if gevent { world.of(&measured::ARBITER_GEVENT_EXTRA) } else { Estimate::ZERO };
    let origin =
        Origin::of_default(&workers.arbiter, &Workers::default().arbiter, &measured::ARBITER)
            .or_measured(workers.arbiter, workers.arbiter_measured);
    let (bytes, origin) = match workers.preload {
        Preload::Off => (own, origin),
        Preload::On | Preload::Frozen => {
            (own.or_more(private_memory(workers, world)), Origin::Calculated)
        }
    };
    ledger.apart = bytes;
    ledger.add(TermName::Arbiter, Counts::Always, &[Factor::bytes(Noun::Memory, bytes, origin)]);
}

fn add_growth(ledger: &mut Ledger, workers: &Workers, crew: Crew, count: Factor) {
    if workers.growth == Estimate::ZERO {
        return;
    }
    let rate = workers.requests * (1.0 / f64::from(crew.workers.max(1)));
    let until_deploy = |seconds: f64| rate * seconds;
    let (mean, peak) = workers.requests_until_recycled().map_or_else(
        || (until_deploy(crew.lifetime.likely / 2.0), until_deploy(crew.lifetime.likely)),
        |mean| {
            let most = f64::from(workers.max_requests) + f64::from(workers.jitter);
            (Estimate::exact(mean / 2.0), Estimate::exact(most))
        },
    );
    let per_request = Factor::bytes(Noun::PerRequest, workers.growth, Origin::Yours);
    for (name, counts, requests) in
        [(TermName::GrowthMean, Counts::AtRest, mean), (TermName::GrowthPeak, Counts::AtPeak, peak)]
    {
        let requests = Factor::number(Noun::Requests, requests, Origin::Calculated);
        ledger.add(name, counts, &[count, requests, per_request]);
    }
}

fn private_memory(workers: &Workers, world: World<'_>) -> Estimate {
    match workers.class {
        WorkerClass::Sync | WorkerClass::Gthread => workers.private,
        WorkerClass::Gevent => workers.private + world.of(&measured::WORKER_GEVENT_EXTRA),
    }
}

/// What a worker would hold without preload, of which so much is its own with it.
/// Frozen, its own part says nothing of what it shares.
pub(crate) fn without_preload(own: Estimate, preload: Preload) -> Option<Estimate> {
    match preload {
        Preload::Off => Some(own),
        Preload::On => {
            let part = measured::PRELOAD_UNSHARED.estimate;
            Some(Estimate {
                low: own.low / part.high.max(0.01),
                likely: own.likely / part.likely.max(0.01),
                high: own.high / part.low.max(0.01),
            })
        }
        Preload::Frozen => None,
    }
}

fn count_origin(workers: &Workers) -> Origin {
    match workers.count_from {
        CountFrom::Cpus => Origin::Calculated,
        CountFrom::Number => Origin::of_start(&workers.count, &Workers::default().count)
            .or_measured(Estimate::exact(f64::from(workers.count)), workers.count_measured),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::MIB;

    fn demand(workers: &Workers) -> crate::part::Demand {
        ledger(workers, Crew::of(workers, 48, 86_400.0), World::Stated).demand
    }

    fn plain() -> Workers {
        Workers {
            private: Estimate::exact(46.3 * MIB),
            arbiter: Estimate::exact(14.0 * MIB),
            ..Workers::default()
        }
    }

    #[test]
    fn five_measured_workers_are_five_times_one() {
        let workers = Workers {
            basis: Basis::Measured,
            count: 5,
            measured: Estimate::exact(600e6),
            ..Workers::default()
        };
        assert_eq!(demand(&workers).idle, Estimate::exact(3e9));
    }

    #[test]
    fn the_lab_fit_of_three_sync_workers_is_153_mib() {
        let idle = demand(&Workers { count: 3, ..plain() }).idle.likely / MIB;
        assert!((idle - 152.9).abs() < 0.01, "{idle}");
    }

    #[test]
    fn preload_moves_one_copy_into_the_arbiter_and_shares_little_of_it_for_long() {
        let off = demand(&Workers { count: 4, ..plain() }).idle.likely;
        let on = demand(&Workers { count: 4, preload: Preload::On, ..plain() }).idle.likely;
        let frozen = demand(&Workers { count: 4, preload: Preload::Frozen, ..plain() }).idle.likely;
        assert!(frozen < on && on < off);
        let alone = demand(&Workers { count: 1, ..plain() }).idle.likely;
        assert!(demand(&Workers { count: 1, preload: Preload::On, ..plain() }).idle.likely > alone);
    }

    #[test]
    fn growth_is_a_saw_tooth_until_the_worker_is_recycled() {
        let leaking = Workers {
            count: 1,
            max_requests: 500,
            jitter: 50,
            growth: Estimate::exact(20_000.0),
            ..plain()
        };
        let (with, without) =
            (demand(&leaking), demand(&Workers { growth: Estimate::ZERO, ..leaking }));
        assert_eq!(with.idle.likely - without.idle.likely, 262.5 * 20_000.0);
        assert_eq!(with.peak.likely - without.peak.likely, 550.0 * 20_000.0);
    }

    #[test]
    fn what_was_measured_is_the_origin_until_another_number_is_typed() {
        let found = Estimate::between(24e6, 26e6);
        let origin = |workers: &Workers| {
            let terms = ledger(workers, Crew::of(workers, 48, 86_400.0), World::Stated).terms;
            let private = terms.iter().find(|term| term.name == TermName::Private);
            private.map(|term| term.factors[1].origin)
        };
        let adopted = Workers { private: found, private_measured: Some(found), ..plain() };
        assert_eq!(origin(&adopted), Some(Origin::Measured));
        let typed = Workers { private: Estimate::exact(30e6), ..adopted };
        assert_eq!(origin(&typed), Some(Origin::Yours));
    }

    #[test]
    fn shared_pages_are_cache_and_not_against_the_limit() {
        let more = Workers { shared: Estimate::exact(90e6), ..plain() };
        assert_eq!(demand(&more).peak, demand(&plain()).peak);
        assert_eq!(demand(&more).cache, Estimate::exact(90e6));
    }
}
