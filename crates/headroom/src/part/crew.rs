//! What the other parts need to know of the workers.

use super::workers::{CountFrom, WorkerClass, Workers};
use crate::units::{Estimate, whole};

/// The workers of one replica, as a job or a connection sees them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crew {
    /// How many processes.
    pub workers: u32,
    /// How many requests one of them can have under way.
    pub slots: u32,
    /// How they take requests.
    pub class: WorkerClass,
    /// Seconds until a worker is recycled or the service is deployed again.
    pub lifetime: Estimate,
}

impl Crew {
    /// The crew that these settings start, on a container that shows so many CPUs.
    pub fn of(workers: &Workers, visible_cpus: u32, seconds_between_deploys: f64) -> Self {
        let count = match workers.count_from {
            CountFrom::Number => workers.count,
            CountFrom::Cpus => visible_cpus.saturating_mul(2).saturating_add(1),
        };
        let slots = match workers.class {
            WorkerClass::Sync => 1,
            WorkerClass::Gthread => workers.threads.max(1),
            WorkerClass::Gevent => workers.connections.max(1),
        };
        let lifetime = workers.requests_until_recycled().map_or(
            Estimate::exact(seconds_between_deploys),
            |requests| {
                let workers_each = f64::from(count.max(1));
                let seconds = |rate: f64| {
                    if rate > 0.0 {
                        (requests * workers_each / rate).min(seconds_between_deploys)
                    } else {
                        seconds_between_deploys
                    }
                };
                let rate = workers.requests;
                Estimate {
                    low: seconds(rate.high),
                    likely: seconds(rate.likely),
                    high: seconds(rate.low),
                }
            },
        );
        Self { workers: count, slots, class: workers.class, lifetime }
    }

    /// All requests that can be under way at once.
    pub fn all_slots(self) -> u32 {
        self.workers.saturating_mul(self.slots)
    }

    /// Requests that really build something at the same time in one worker:
    /// greenlets wait together but compute one after another.
    pub fn building(self) -> u32 {
        match self.class {
            WorkerClass::Sync | WorkerClass::Gevent => 1,
            WorkerClass::Gthread => self.slots,
        }
    }

    /// The part of the workers that have served a job since they started, over
    /// a worker's life and at its end, with so many jobs a day over all of them.
    pub fn served(self, jobs_a_day: Estimate) -> Served {
        if self.workers == 0 {
            return Served { mean: Estimate::ZERO, end: Estimate::ZERO };
        }
        let jobs = |a_day: f64, life: f64| a_day / 86_400.0 / f64::from(self.workers) * life;
        let expected = Estimate {
            low: jobs(jobs_a_day.low, self.lifetime.low),
            likely: jobs(jobs_a_day.likely, self.lifetime.likely),
            high: jobs(jobs_a_day.high, self.lifetime.high),
        };
        Served { mean: expected.map(mean_served), end: expected.map(|jobs| -libm::expm1(-jobs)) }
    }

    /// As many of the jobs as the slots can hold.
    pub fn admit(self, jobs: u32, slots_taken: u32) -> u32 {
        jobs.min(self.all_slots().saturating_sub(slots_taken))
    }
}

/// The part of the workers that a job has reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Served {
    /// Averaged over a worker's life.
    pub mean: Estimate,
    /// At its end.
    pub end: Estimate,
}

/// The mean over a life in which `expected` jobs arrive at random times. Near zero
/// the closed form cancels, and its series takes over.
fn mean_served(expected: f64) -> f64 {
    if expected < 1e-2 {
        expected / 2.0 * (1.0 - expected / 3.0 * (1.0 - expected / 4.0 * (1.0 - expected / 5.0)))
    } else {
        1.0 + libm::expm1(-expected) / expected
    }
}

impl Workers {
    /// Requests that one worker answers before it is recycled, on average.
    pub fn requests_until_recycled(&self) -> Option<f64> {
        (self.max_requests > 0).then(|| f64::from(self.max_requests) + f64::from(self.jitter) / 2.0)
    }

    /// The number of workers that this host makes of `cpu_count() * 2 + 1`.
    pub fn formula(cpus: u32) -> u32 {
        whole(f64::from(cpus) * 2.0 + 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_that_shows_48_cpus_gets_97_workers() {
        let workers = Workers { count_from: CountFrom::Cpus, ..Workers::default() };
        assert_eq!(Crew::of(&workers, 48, 86_400.0).workers, 97);
        assert_eq!(Workers::formula(48), 97);
    }

    #[test]
    fn recycling_shortens_a_life() {
        let recycled = Workers {
            count: 2,
            max_requests: 1000,
            jitter: 200,
            requests: Estimate::exact(10.0),
            ..Workers::default()
        };
        assert_eq!(Crew::of(&recycled, 2, 86_400.0).lifetime, Estimate::exact(1100.0 * 2.0 / 10.0));
        let forever = Workers { max_requests: 0, ..recycled };
        assert_eq!(Crew::of(&forever, 2, 86_400.0).lifetime, Estimate::exact(86_400.0));
    }

    #[test]
    fn few_jobs_keep_their_digits() {
        for exponent in 1..12 {
            let few = libm::pow(10.0, -f64::from(exponent));
            let (less, more) = (mean_served(few) / few, mean_served(few * 0.999) / (few * 0.999));
            assert!(less < more && more < 0.5, "{few}: {less} {more}");
        }
    }

    #[test]
    fn many_jobs_reach_every_worker_and_none_reach_nobody() {
        let crew = Crew::of(&Workers::default(), 2, 86_400.0);
        assert_eq!(crew.served(Estimate::ZERO).mean, Estimate::ZERO);
        assert!(crew.served(Estimate::exact(1e6)).mean.likely > 0.999);
        let some = crew.served(Estimate::exact(4.0));
        assert!(some.mean.likely < some.end.likely);
    }
}
