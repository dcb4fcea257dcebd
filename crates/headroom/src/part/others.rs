//! Everything else that runs: Celery, Redis, Postgres, cron.
//!
//! ## What it counts
//! What the user says of each: inside this service it stands against the limit,
//! beside it only on the bill, as the services of a project share one credit.
//!
//! ## Where it is wrong
//! Postgres fills its memory with page cache up to its own limit: give what its
//! metric shows, not what it needs.

use super::{Counts, Factor, Ledger, Noun, Origin, TermName};
use crate::coefficient::World;
use crate::setting::choices;
use crate::units::Estimate;

choices! {
    /// Where something runs.
    Place {
        /// In this service's container.
        Inside = "inside",
        /// As a service of its own.
        Beside = "beside",
    }
}

/// One thing that runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the user calls it.
    pub name: String,
    /// Bytes that it holds.
    pub memory: Estimate,
    /// vCPUs that it uses on average.
    pub vcpu: Estimate,
    /// Where it runs.
    pub place: Place,
}

impl Row {
    /// The longest name that is kept.
    pub const NAME_LENGTH: usize = 60;
    /// The most rows of a side.
    pub const MOST: usize = 20;
}

/// What the rows take, and why.
pub fn ledger(rows: &[Row], world: World<'_>) -> Ledger {
    let mut ledger = Ledger::new(world);
    for row in rows {
        let counts = match row.place {
            Place::Inside => Counts::Always,
            Place::Beside => Counts::Beside,
        };
        ledger.add(
            TermName::Other,
            counts,
            &[Factor::bytes(Noun::Memory, row.memory, Origin::Yours)],
        );
    }
    ledger
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_beside_is_billed_but_not_killed() {
        let row = |place| Row {
            name: "Celery".into(),
            memory: Estimate::exact(1e8),
            vcpu: Estimate::ZERO,
            place,
        };
        let rows = [row(Place::Inside), row(Place::Beside), row(Place::Beside)];
        let demand = ledger(&rows, World::Stated).demand;
        assert_eq!((demand.peak, demand.beside), (Estimate::exact(1e8), Estimate::exact(2e8)));
    }
}
