//! What hands out a worker's memory, and what that changes.
//!
//! ## What it counts
//! The part of an export's kept memory that stays with another allocator than
//! glibc's usual one, and what jemalloc takes in each process before any job.
//!
//! ## Where it is wrong
//! Measured on exports alone. Two arenas change something only where threads allocate
//! at the same time; a service whose memory grows in some other way may gain from
//! jemalloc what this one loses by it.

use super::workers::WorkerClass;
use crate::coefficient::{Coefficient, measured};
use crate::setting::choices;

choices! {
    /// What hands out memory.
    Allocator {
        /// glibc, eight arenas for each CPU that it sees.
        Glibc = "glibc",
        /// glibc with `MALLOC_ARENA_MAX=2`.
        TwoArenas = "two_arenas",
        /// jemalloc, by `LD_PRELOAD`.
        Jemalloc = "jemalloc",
    }
}

impl Allocator {
    /// What a worker keeps of exports, over what it keeps with glibc's default.
    pub fn kept(self, class: WorkerClass) -> Option<&'static Coefficient> {
        match (self, class) {
            (Self::Glibc, _) | (Self::TwoArenas, WorkerClass::Sync | WorkerClass::Gevent) => None,
            (Self::TwoArenas, WorkerClass::Gthread) => Some(&measured::KEPT_TWO_ARENAS),
            (Self::Jemalloc, _) => Some(&measured::KEPT_JEMALLOC),
        }
    }

    /// What each process holds more.
    pub fn of_process(self) -> Option<&'static Coefficient> {
        match self {
            Self::Glibc | Self::TwoArenas => None,
            Self::Jemalloc => Some(&measured::JEMALLOC_PROCESS),
        }
    }
}
