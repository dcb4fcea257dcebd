//! Gigabytes at rest, measured: services of the lab that hold them, and the same with
//! each of the note's fixes. From `data/riddle.toml`, which the fit writes.

/// A service that was started and measured, in bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Which.
    pub id: RiddleId,
    /// As soon as it had started.
    pub boot: f64,
    /// After its first requests.
    pub warm: f64,
    /// At rest, at the end.
    pub rest: f64,
    /// At its highest.
    pub peak: f64,
    /// RSS added up over all processes at rest, which counts what they share for each.
    pub rss: f64,
}

/// A service of the riddle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiddleId {
    /// `cpu_count() * 2 + 1` with the host's 48 CPUs.
    NinetySeven,
    /// The same formula with two.
    Five,
    /// After two workbooks of 15,000 rows on each.
    AfterExports,
    /// The same with an iterator into an ordinary workbook.
    Iterator,
    /// The same on two gthread workers.
    TwoWorkers,
    /// The same on two gevent workers.
    TwoGevent,
    /// The same write-only, in chunks.
    Streamed,
    /// The same, then recycled.
    Recycled,
    /// Two workers, streamed, recycled.
    Everything,
}

/// One of them.
pub fn measured(id: RiddleId) -> Measured {
    SERVICES.iter().find(|service| service.id == id).copied().unwrap_or(SERVICES[0])
}

impl Measured {
    /// What a fix saves at rest, as a part of what the five hold after their exports.
    pub fn saves(self) -> Option<f64> {
        let before = measured(RiddleId::AfterExports).rest;
        match self.id {
            RiddleId::NinetySeven | RiddleId::Five | RiddleId::AfterExports => None,
            RiddleId::Iterator
            | RiddleId::TwoWorkers
            | RiddleId::TwoGevent
            | RiddleId::Streamed
            | RiddleId::Recycled
            | RiddleId::Everything => Some(1.0 - self.rest / before),
        }
    }
}

/// The services themselves.
#[expect(clippy::unreadable_literal, reason = "written by the build script")]
mod rows {
    use super::{Measured, RiddleId};

    include!(concat!(env!("OUT_DIR"), "/riddle.rs"));
}

pub use rows::{DATE, SERVICES};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_at_rest_is_no_more_than_the_peak() {
        for service in SERVICES {
            assert_eq!(measured(service.id), *service);
            let Measured { boot, warm, rest, peak, rss, .. } = *service;
            assert!(boot <= warm && rest <= peak * 1.01 && rest < rss, "{service:?}");
        }
    }

    #[test]
    fn the_half_fix_saves_little_and_streaming_most() {
        let saves = |id| measured(id).saves().unwrap();
        assert!(saves(RiddleId::Iterator) < 0.1, "{}", saves(RiddleId::Iterator));
        assert!(saves(RiddleId::Streamed) > 0.7 && saves(RiddleId::Everything) > 0.85);
        assert_eq!(measured(RiddleId::NinetySeven).saves(), None);
    }
}
