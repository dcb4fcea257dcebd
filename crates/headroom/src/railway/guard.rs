//! What to set against a service that runs away: a memory limit, an alert, a hard stop.

use crate::coefficient::measured::LIMIT_OVER_PEAK;
use crate::units::MB;

/// In what steps a memory limit is rounded up.
const STEP: f64 = 50.0 * MB;

/// The lowest memory limit that a plan can hold.
const LEAST_LIMIT: f64 = 64.0 * MB;

/// The memory limit for a replica whose peak may come this high.
pub(crate) fn memory_limit(highest_peak: f64) -> f64 {
    let wanted = highest_peak * LIMIT_OVER_PEAK.estimate.likely;
    (libm::ceil(wanted / STEP) * STEP).max(LEAST_LIMIT)
}

/// Whole dollars of usage a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UsageLimits {
    /// Where an e-mail is sent.
    pub soft: f64,
    /// Where all stops.
    pub hard: f64,
}

impl UsageLimits {
    /// Railway's lowest.
    const LEAST: Self = Self { soft: 5.0, hard: 10.0 };

    /// An alert a quarter above what is usual, a stop at twice that.
    pub(crate) fn around(usage: f64) -> Self {
        Self {
            soft: libm::ceil(usage * 1.25).max(Self::LEAST.soft),
            hard: libm::ceil(usage * 2.0).max(Self::LEAST.hard),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_half_as_high_again_in_steps() {
        assert_eq!(memory_limit(910.0 * MB), 1400.0 * MB);
        assert_eq!(memory_limit(0.0), LEAST_LIMIT);
    }

    #[test]
    fn alert_and_stop_are_never_below_what_railway_takes() {
        assert_eq!(UsageLimits::around(9.1), UsageLimits { soft: 12.0, hard: 19.0 });
        assert_eq!(UsageLimits::around(0.5), UsageLimits { soft: 5.0, hard: 10.0 });
    }
}
