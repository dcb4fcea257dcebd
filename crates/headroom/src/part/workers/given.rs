//! What the workers are given by: Gunicorn's settings, and what one of them holds.

use super::super::allocator::Allocator;
use super::super::stack::Stack;
use super::super::{Basis, Origin};
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
    /// The most requests that a gevent worker has under way.
    pub under_way: u32,
    /// Whether the application is loaded before the fork.
    pub preload: Preload,
    /// Requests until a worker is recycled; zero is never.
    pub max_requests: u32,
    /// The most that is added to it at random.
    pub jitter: u32,
    /// What is imported, where it has a name.
    pub stack: Stack,
    /// What belongs to one worker alone, where it has none.
    pub private: Estimate,
    /// What all workers share, counted once.
    pub shared: Estimate,
    /// Gunicorn's parent process.
    pub arbiter: Estimate,
    /// What hands out memory.
    pub allocator: Allocator,
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
            under_way: USUALLY_UNDER_WAY,
            preload: Preload::Off,
            max_requests: 1000,
            jitter: 200,
            stack: Stack::Own,
            private: measured::WORKER_PRIVATE.estimate,
            shared: measured::SHARED_PAGES.estimate,
            arbiter: measured::ARBITER.estimate,
            allocator: Allocator::Glibc,
            growth: Estimate::ZERO,
            requests: Estimate::exact(1.0),
            count_measured: None,
            private_measured: None,
            shared_measured: None,
            arbiter_measured: None,
        }
    }
}

/// Requests that a gevent worker had under way at once when its memory was measured.
const USUALLY_UNDER_WAY: u32 = 4;

impl Workers {
    /// One worker's own memory before its class adds to it, and where that comes from.
    pub fn own(&self, world: World<'_>) -> (Estimate, Origin) {
        if let Some(stack) = self.stack.coefficient() {
            return (world.of(stack), Origin::Default(stack));
        }
        let start = &measured::WORKER_PRIVATE;
        let origin = Origin::of_default(&self.private, &start.estimate, start);
        (self.private, origin.or_measured(self.private, self.private_measured))
    }

    /// Requests that one greenlet worker has under way, beyond those that it was measured with.
    pub fn further_under_way(&self) -> u32 {
        match self.class {
            WorkerClass::Sync | WorkerClass::Gthread => 0,
            WorkerClass::Gevent => {
                self.under_way.min(self.connections).saturating_sub(USUALLY_UNDER_WAY)
            }
        }
    }
}
