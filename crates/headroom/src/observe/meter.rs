//! The meters of one process, and how far each can be trusted.
//!
//! The model wants what belongs to one worker alone, as its siblings see it. On real
//! applications (lab 16; `docs/facts.md`, 5) `Private_Dirty` of one warm worker predicts two and four
//! within 0.4 %; USS of a lone worker overshoots by 3-15 %, PSS by 4-13 %, RSS by 9-27 %.

use crate::units::{Estimate, MIB};

/// What a process's memory was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meter {
    /// `Private_Dirty` in `smaps_rollup`.
    PrivateDirty,
    /// `RssAnon` in `status`, or `Anonymous` in `smaps_rollup`.
    RssAnon,
    /// Pages that no other process maps.
    Uss,
    /// Each page divided by those who map it.
    Pss,
    /// Every page that is mapped.
    Rss,
}

/// What a worker has from its arbiter and never wrote to.
const FROM_ARBITER: f64 = 3.6 * MIB;
/// The same in a bare service of Gunicorn 27, which starts a control thread.
const FROM_ARBITER_AT_MOST: f64 = 6.2 * MIB;
/// Anonymous pages that the arbiter still shares with its workers.
const OF_ARBITER_SHARED: f64 = 3.7 * MIB;
/// File pages in a worker's RSS, and what it has from the arbiter.
const IN_RSS: f64 = 16.3 * MIB;
/// File pages in the arbiter's RSS.
const IN_ARBITERS_RSS: f64 = 10.1 * MIB;

impl Meter {
    /// From the most exact to the least.
    pub const ALL: [Self; 5] = [Self::PrivateDirty, Self::RssAnon, Self::Uss, Self::Pss, Self::Rss];

    pub(super) fn place(self) -> usize {
        Self::ALL.iter().position(|meter| *meter == self).unwrap_or_default()
    }

    /// What a worker has for itself if this meter shows so much. Beside siblings,
    /// USS no longer counts the library pages that all of them map.
    pub fn private(self, shown: f64, has_siblings: bool) -> Estimate {
        match self {
            Self::PrivateDirty => spread(shown, [0.99, 1.0, 1.01]),
            Self::RssAnon => {
                let likely = (shown - FROM_ARBITER).max(0.0);
                let low = (shown - FROM_ARBITER_AT_MOST).max(0.0);
                Estimate { low: low.min(likely * 0.99), likely, high: likely * 1.01 }
            }
            Self::Uss if has_siblings => spread(shown, [0.95, 0.99, 1.0]),
            Self::Uss => spread(shown, [0.87, 0.92, 0.97]),
            Self::Pss => spread(shown, [0.88, 0.92, 0.96]),
            Self::Rss => {
                let likely = (shown * 0.82).min((shown - IN_RSS).max(0.0));
                Estimate { low: likely * 0.89, likely, high: shown * 0.91 }
            }
        }
    }

    /// What the arbiter holds if this meter shows so much.
    pub fn arbiter(self, shown: f64) -> Estimate {
        match self {
            Self::RssAnon => spread(shown, [0.99, 1.0, 1.01]),
            Self::PrivateDirty | Self::Uss => spread(shown + OF_ARBITER_SHARED, [0.95, 1.0, 1.15]),
            Self::Pss => spread(shown + OF_ARBITER_SHARED, [0.9, 1.0, 1.1]),
            Self::Rss => spread((shown - IN_ARBITERS_RSS).max(shown * 0.5), [0.85, 1.0, 1.15]),
        }
    }

    /// The order in which the arbiter's meters are asked.
    pub(super) const FOR_ARBITER: [Self; 5] =
        [Self::RssAnon, Self::PrivateDirty, Self::Uss, Self::Pss, Self::Rss];
}

fn spread(value: f64, [low, likely, high]: [f64; 3]) -> Estimate {
    Estimate { low: value * low, likely: value * likely, high: value * high }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A worker of our bare service, measured with all meters at once.
    #[test]
    fn every_meter_s_range_holds_what_private_dirty_shows() {
        let truth = 25_040.0 * 1024.0;
        for (meter, kib) in [
            (Meter::RssAnon, 31_280.0),
            (Meter::Uss, 25_040.0),
            (Meter::Pss, 27_197.0),
            (Meter::Rss, 39_928.0),
        ] {
            let found = meter.private(kib * 1024.0, true);
            assert!(found.low <= truth && truth <= found.high, "{meter:?} {found:?}");
        }
    }

    #[test]
    fn ranges_keep_their_order_at_any_size() {
        for meter in Meter::ALL {
            for shown in [0.0, 1.0, 5.0 * MIB, 60.0 * MIB, 1e12] {
                for found in
                    [meter.private(shown, false), meter.private(shown, true), meter.arbiter(shown)]
                {
                    assert!(
                        0.0 <= found.low && found.low <= found.likely && found.likely <= found.high
                    );
                }
            }
        }
    }
}
