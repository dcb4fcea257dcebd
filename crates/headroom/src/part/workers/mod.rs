//! Gunicorn's arbiter and its workers.
//!
//! ## What it counts
//! The arbiter once, each worker's private memory, further threads, and what
//! requests leave behind until a worker is recycled. What is imported may be named
//! (`stack`) instead of measured. Library pages that all
//! share are page cache: billed, but given back under pressure.
//!
//! ## Formula
//! `arbiter + workers * (private * un-shared part + (threads - 1) * thread) + growth`;
//! frozen, `workers * frozen private part` instead. Under gevent each request beyond
//! four that a worker ever had under way at once leaves `greenlet` in it.
//! Growth is a saw-tooth: half of its height on average, all of it at the peak.
//!
//! ## Defaults and where they come from
//! `data/coefficients.toml`: a worker of plain Django + DRF + openpyxl holds 46 MiB
//! of its own, bare Django 36, Wagtail 85 to 88 (lab 1, 2, 31). Under preload most of
//! it is un-shared by the first full garbage collection (lab 18, 31): the range begins
//! before it. With `gc.freeze()` in `when_ready` a worker's own part hardly depends
//! on what is imported: 17 to 23 MiB, 36 to 47 for Wagtail and Oscar.
//!
//! ## Where it is wrong
//! Imports do not add up package by package; an application with pandas or a
//! machine-learning framework needs its own measurement.

mod given;

pub use given::{CountFrom, CountSet, Preload, WorkerClass, Workers};

use super::crew::Crew;
use super::{Basis, Counts, Factor, Ledger, Noun, Origin, TermName};
use crate::coefficient::{World, measured};
use crate::units::Estimate;

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

    let (_, private_origin) = workers.own(world);
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
    if gevent {
        add_greenlets(&mut ledger, workers, count, world);
    }
    if let Some(more) = workers.allocator.of_process() {
        let processes = Factor::count(Noun::Processes, crew.workers + 1, Origin::Calculated);
        let more = Factor::measured(Noun::PrivateMemory, more, world);
        ledger.add(TermName::Allocator, Counts::Always, &[processes, more]);
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

/// What a worker keeps of each request more that it had under way at the same time.
fn add_greenlets(ledger: &mut Ledger, workers: &Workers, count: Factor, world: World<'_>) {
    let further = workers.further_under_way();
    if further > 0 {
        let further = Factor::count(Noun::FurtherRequests, further, Origin::Yours);
        let each = Factor::measured(Noun::PerRequest, &measured::GREENLET, world);
        ledger.add(TermName::Greenlets, Counts::Always, &[count, further, each]);
    }
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
    let (own, _) = workers.own(world);
    match workers.class {
        WorkerClass::Sync | WorkerClass::Gthread => own,
        WorkerClass::Gevent => own + world.of(&measured::WORKER_GEVENT_EXTRA),
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
    use super::super::allocator::Allocator;
    use super::super::stack::Stack;
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
    fn a_named_stack_stands_for_the_figure_that_was_typed() {
        let wagtail = Workers { stack: Stack::Wagtail, count: 3, ..plain() };
        let private = measured::STACK_WAGTAIL.estimate;
        let typed = Workers { stack: Stack::Own, private, ..wagtail };
        assert_eq!(demand(&wagtail).idle.likely, demand(&typed).idle.likely);
        assert_eq!(wagtail.own(World::Stated).1, Origin::Default(&measured::STACK_WAGTAIL));
    }

    #[test]
    fn each_greenlet_beyond_four_leaves_its_part_up_to_the_connections() {
        let gevent = Workers { class: WorkerClass::Gevent, count: 2, ..plain() };
        let more = |under_way| {
            let idle = |under_way| demand(&Workers { under_way, ..gevent }).idle.likely;
            (idle(under_way) - idle(4)) / (2.0 * measured::GREENLET.estimate.likely)
        };
        let exact = |under_way, wanted: f64| (more(under_way) - wanted).abs() < 1e-9;
        assert!(exact(0, 0.0) && exact(40, 36.0) && exact(5000, 96.0), "{}", more(40));
        let sync = Workers { class: WorkerClass::Sync, under_way: 900, ..gevent };
        assert_eq!(demand(&sync), demand(&Workers { under_way: 4, ..sync }));
    }

    #[test]
    fn jemalloc_takes_its_part_in_every_process() {
        let with = demand(&Workers { count: 3, allocator: Allocator::Jemalloc, ..plain() });
        let without = demand(&Workers { count: 3, ..plain() });
        let more = with.idle.likely - without.idle.likely;
        assert!((more / measured::JEMALLOC_PROCESS.estimate.likely - 4.0).abs() < 1e-9);
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
