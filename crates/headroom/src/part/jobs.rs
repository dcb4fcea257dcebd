//! Memory that a job takes while it runs, and what a worker keeps of it after.
//!
//! ## What it counts
//! Exports and uploads alike: at rest what the workers that have served one
//! keep; on average the jobs under way as well; at the peak all that run at once.
//!
//! ## Formula
//! Jobs in flight on one worker: one when sync, `1 + (n - 1) * overlap` otherwise.
//! `kept = kept part * jobs in flight`: a worker keeps of all that it ever ran at once.
//! Idle `= kept * workers * part of them that served`; peak `= busy workers *
//! max(kept, jobs in flight) + kept * the others`.
//!
//! ## Where it is wrong
//! The first job after a restart may start from less; threads whose jobs never
//! really met keep less.

use super::{Counts, Factor, Ledger, Noun, Origin, TermName};
use crate::coefficient::{Coefficient, World, measured};
use crate::part::crew::{Crew, Served};
use crate::units::Estimate;

/// Jobs of one sort.
#[derive(Clone, Copy, Debug)]
pub struct Jobs {
    /// Bytes of one.
    pub each: Estimate,
    /// Bytes that a worker keeps of one.
    pub kept: Estimate,
    /// What stays of that with the workers' allocator, where it is not glibc as it comes.
    pub allocator: Option<&'static Coefficient>,
    /// The highest that one takes when others went before, as a part of the first.
    pub repeated: Estimate,
    /// What a further job in the same worker adds, as a part of the first.
    pub overlap: Estimate,
    /// How many run at once, as far as there are slots.
    pub at_once: u32,
    /// How many arrive in a day.
    pub a_day: Estimate,
    /// How many a worker keeps where each stays, not the largest: over its life, and at
    /// its end.
    pub each_stays: Option<Served>,
    /// Where the user's numbers come from: how many at once, how many a day.
    pub origins: (Origin, Origin),
}

/// Adds what the jobs take to a ledger that already explains one of them.
pub fn add(ledger: &mut Ledger, jobs: &Jobs, crew: Crew, world: World<'_>) {
    let workers = f64::from(crew.workers);
    let busy = f64::from(jobs.at_once.min(crew.workers));
    let in_worker = if busy > 0.0 { f64::from(jobs.at_once) / busy } else { 1.0 };
    let flying = Estimate::exact(1.0) + jobs.overlap * (in_worker - 1.0);
    // Jobs that come together in one worker reach it once.
    let served = jobs.each_stays.unwrap_or_else(|| crew.served(jobs.a_day * (1.0 / in_worker)));
    let kept = if jobs.each_stays.is_some() { jobs.kept } else { jobs.kept * flying };
    let part = Factor::bytes(Noun::KeptPart, kept, Origin::Calculated);
    let count = Factor::count(Noun::Workers, crew.workers, Origin::Calculated);
    let reached = match jobs.each_stays {
        None => Factor::ratio(Noun::ServedPart, served.mean, Origin::Calculated),
        Some(_) => Factor::number(Noun::Copies, served.mean, Origin::Calculated),
    };
    let with_allocator = jobs.allocator.map(|allocator| {
        Factor::ratio(Noun::WithAllocator, world.of(allocator), Origin::Default(allocator))
    });
    match with_allocator {
        None => ledger.add(TermName::Kept, Counts::AtRest, &[part, count, reached]),
        Some(with) => ledger.add(TermName::Kept, Counts::AtRest, &[part, count, reached, with]),
    }
    let kept = with_allocator.map_or(kept, |part| kept * part.value());
    let kept_mean = kept * served.mean;

    let under_way = jobs.a_day * (1.0 / 86_400.0) * world.of(&measured::JOB_SECONDS);
    let under_way = under_way.at_most(Estimate::exact(f64::from(jobs.at_once)));
    // A worker's kept memory serves one of the jobs under way in it, not each.
    let reused = kept_mean * (workers / under_way.likely.max(workers).max(1.0));
    let in_flight = if busy > 0.0 { jobs.each * flying * jobs.repeated } else { Estimate::ZERO };
    let kept_end = kept * served.end;
    ledger.busy = Some(in_flight.or_more(kept_end));
    let peak = in_flight.or_more(kept_end) * busy + kept_end * (workers - busy);
    let running = [
        Factor::number(Noun::JobsOnAverage, under_way, Origin::Default(&measured::JOB_SECONDS)),
        Factor::bytes(Noun::Job, jobs.each.beyond(reused), Origin::Calculated),
    ];
    let room = peak.beyond(kept_mean * workers);
    if running[0].value().likely * running[1].value().likely <= room.likely {
        ledger.add(TermName::RunningMean, Counts::OnAverage, &running);
    } else {
        // Jobs without a pause: on average it is as at the worst moment.
        ledger.add_bytes(TermName::RunningMean, Counts::OnAverage, &running, room);
    }
    ledger.add_bytes(
        TermName::RunningPeak,
        Counts::AtPeak,
        &[
            Factor::count(Noun::JobsAtOnce, jobs.at_once, jobs.origins.0),
            Factor::bytes(Noun::Job, jobs.each, Origin::Calculated),
        ],
        peak,
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::workers::{WorkerClass, Workers};

    fn jobs(at_once: u32, a_day: f64) -> Jobs {
        Jobs {
            each: Estimate::exact(100.0),
            kept: Estimate::exact(80.0),
            allocator: None,
            repeated: Estimate::exact(1.0),
            each_stays: None,
            overlap: Estimate::exact(0.5),
            at_once,
            a_day: Estimate::exact(a_day),
            origins: (Origin::Yours, Origin::Yours),
        }
    }

    fn crew(workers: u32, class: WorkerClass) -> Crew {
        Crew::of(&Workers { count: workers, class, threads: 4, ..Workers::default() }, 2, 86_400.0)
    }

    #[track_caller]
    fn demand(jobs: &Jobs, crew: Crew) -> crate::part::Demand {
        let mut ledger = Ledger::default();
        add(&mut ledger, jobs, crew, World::Stated);
        ledger.demand
    }

    #[test]
    fn after_many_jobs_every_worker_keeps_its_part() {
        let idle = demand(&jobs(1, 1e9), crew(3, WorkerClass::Sync)).idle.likely;
        assert!((idle - 240.0).abs() < 0.1, "{idle}");
    }

    #[test]
    fn the_peak_is_the_job_in_one_worker_and_what_the_others_keep() {
        let peak = demand(&jobs(1, 1e9), crew(3, WorkerClass::Sync)).peak.likely;
        assert!((peak - (100.0 + 2.0 * 80.0)).abs() < 0.1, "{peak}");
    }

    #[test]
    fn threads_of_one_worker_add_their_overlap() {
        let peak = demand(&jobs(4, 0.0), crew(1, WorkerClass::Gthread)).peak.likely;
        assert!((peak - (100.0 + 3.0 * 50.0)).abs() < 1e-9, "{peak}");
    }

    #[test]
    fn a_worker_keeps_of_all_that_it_ran_at_once() {
        let idle = demand(&jobs(4, 1e9), crew(2, WorkerClass::Gthread)).idle.likely;
        assert!((idle - 2.0 * 80.0 * 1.5).abs() < 0.1, "{idle}");
    }

    #[test]
    fn what_a_worker_keeps_serves_one_of_the_jobs_under_way_in_it() {
        // Ten seconds each: eight greenlets of one worker, which keeps 40 of each of ten.
        let apart = Estimate::exact(1.0);
        let jobs = Jobs { kept: Estimate::exact(40.0), overlap: apart, ..jobs(10, 69_120.0) };
        let demand = demand(&jobs, crew(1, WorkerClass::Gevent));
        let running = demand.average.likely - demand.idle.likely;
        assert!((running - (8.0 * 100.0 - 40.0 * 10.0)).abs() < 5.0, "{running}");
    }

    #[test]
    fn without_a_pause_the_average_is_the_peak_and_no_more() {
        let demand = demand(&jobs(4, 100_000.0), crew(1, WorkerClass::Gthread));
        assert_eq!(demand.average.likely, demand.peak.likely);
    }

    #[test]
    fn without_workers_nothing_runs() {
        assert_eq!(demand(&jobs(0, 50.0), crew(0, WorkerClass::Sync)).peak, Estimate::ZERO);
    }
}
