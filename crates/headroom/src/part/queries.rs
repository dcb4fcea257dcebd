//! What a list of rows holds while it is answered, and DEBUG's query log.
//!
//! ## What it counts
//! The rows of the largest list, in every request that builds one, and with
//! `DEBUG = True` the text of its queries.
//!
//! ## Formula
//! `requests at once * rows / 1000 * 4.4 MiB`; with DEBUG
//! `requests at once * min(queries, 9000) / 1000 * 1.1 MiB`.
//!
//! ## Defaults and where they come from
//! Lab 8: 1,000 rows with two relations took 4.1 MiB as N+1, 4.4 with `select_related`,
//! 4.5 with `prefetch_related`: the fix saves queries and time, not memory.
//!
//! ## Where it is wrong
//! `select_related` over few, large parents builds one parent a row and can take
//! four times as much.

use super::crew::Crew;
use super::{Basis, Counts, Factor, Ledger, Noun, Origin, TermName};
use crate::coefficient::{World, measured};
use crate::setting::choices;
use crate::units::Estimate;

/// The longest query log that Django keeps a connection.
const LOG_LENGTH: f64 = 9000.0;

choices! {
    /// How related rows are fetched.
    Related {
        /// A query a row.
        NPlusOne = "n_plus_one",
        /// In the same query.
        SelectRelated = "select_related",
        /// In one more query.
        PrefetchRelated = "prefetch_related",
    }
}

/// What queries are given by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Queries {
    /// From the workload or measured.
    pub basis: Basis,
    /// As measured, at rest.
    pub measured: Estimate,
    /// As measured, at the peak.
    pub measured_peak: Option<Estimate>,
    /// How related rows are fetched.
    pub related: Related,
    /// Rows of the largest list.
    pub rows: Estimate,
    /// Queries a request, besides those of N+1.
    pub queries: Estimate,
    /// Whether `DEBUG` is on.
    pub debug: bool,
}

impl Default for Queries {
    fn default() -> Self {
        Self {
            basis: Basis::Workload,
            measured: Estimate::ZERO,
            measured_peak: None,
            related: Related::SelectRelated,
            rows: Estimate::exact(100.0),
            queries: Estimate::exact(10.0),
            debug: false,
        }
    }
}

/// What queries take, and why.
pub fn ledger(queries: &Queries, crew: Crew, world: World<'_>) -> Ledger {
    if matches!(queries.basis, Basis::Measured) {
        return Ledger::measured(queries.measured, queries.measured_peak, world);
    }
    let start = Queries::default();
    let mut ledger = Ledger::new(world);
    let at_once = crew.workers.saturating_mul(crew.building());
    let at_once = Factor::count(Noun::RequestsAtOnce, at_once, Origin::Calculated);
    let rows_origin = Origin::of_start(&queries.rows, &start.rows);
    ledger.add(
        TermName::ListedRows,
        Counts::AtPeak,
        &[
            at_once,
            Factor::number(Noun::ThousandRows, queries.rows * 1e-3, rows_origin),
            Factor::measured(Noun::PerThousandRows, &measured::LISTED_ROW, world),
        ],
    );
    if queries.debug {
        let logged = logged(queries).at_most(Estimate::exact(LOG_LENGTH)) * 1e-3;
        ledger.add(
            TermName::QueryLog,
            Counts::AtPeak,
            &[
                at_once,
                Factor::number(Noun::ThousandQueries, logged, Origin::Calculated),
                Factor::measured(Noun::PerThousandQueries, &measured::QUERY_LOGGED, world),
            ],
        );
    }
    ledger
}

/// Queries of one request: N+1 adds one a row and relation, two of them in the lab.
fn logged(queries: &Queries) -> Estimate {
    match queries.related {
        Related::NPlusOne => queries.queries + queries.rows * 2.0,
        Related::SelectRelated | Related::PrefetchRelated => queries.queries,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::workers::WorkerClass;
    use crate::units::MIB;

    const ONE: Crew = Crew {
        workers: 1,
        slots: 1,
        class: WorkerClass::Sync,
        lifetime: Estimate::exact(86_400.0),
    };

    #[test]
    fn n_plus_one_costs_no_memory_over_select_related() {
        let n_plus_one = Queries { related: Related::NPlusOne, ..Queries::default() };
        assert_eq!(
            ledger(&n_plus_one, ONE, World::Stated).demand,
            ledger(&Queries::default(), ONE, World::Stated).demand
        );
    }

    #[test]
    fn debug_keeps_nine_thousand_queries_and_no_more() {
        let many = Queries {
            debug: true,
            rows: Estimate::ZERO,
            queries: Estimate::exact(12_000.0),
            ..Queries::default()
        };
        let mib = ledger(&many, ONE, World::Stated).demand.peak.likely / MIB;
        assert!((mib / 10.0 - 1.0).abs() < 0.04, "{mib} MiB, measured 10.0");
    }
}
