//! More database connections than Postgres allows.
//!
//! ## What it sees
//! All workers at their busiest, twice while a deploy runs, against `max_connections`.
//!
//! ## Why it costs
//! Postgres refuses the rest with "too many clients already": requests fail, and
//! so does everything else that shares the database.
//!
//! ## Fix
//! Fewer at once in a worker, where that still leaves two; `PgBouncer` otherwise.
//!
//! ## Source
//! `docs/facts.md`, 3: 300 requests at once on 2 x 500 greenlets, 114 refused.

use super::evidence::{Quick, Remedy};
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::part::pooling::{PGBOUNCER_SERVER_CONNECTIONS, Pooling, RESERVED};
use crate::part::workers::WorkerClass;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::TooManyConnections,
    phase: Phase::QuickWins,
    source: Source {
        at: "https://docs.djangoproject.com/en/5.2/ref/databases/#connection-management",
        date: "2026-11-24",
    },
    rests_on: &[
        FieldId::WorkerClass,
        FieldId::Workers,
        FieldId::WorkerConnections,
        FieldId::Threads,
        FieldId::Pool,
        FieldId::PoolMax,
        FieldId::PgBouncer,
        FieldId::MaxConnections,
        FieldId::Replicas,
    ],
    check,
};

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    let found = budget.connections;
    if found.at_postgres <= found.allowed {
        return None;
    }
    let processes = budget.crew.workers.saturating_mul(side.service.replicas).saturating_mul(2);
    let each = found.allowed / processes.max(1);
    let remedy = remedy(side, each);
    let evidence =
        Quick::TooManyConnections { opened: found.at_postgres, allowed: found.allowed, remedy };
    let seen = Seen::new(Severity::Error, evidence);
    Some(match remedy {
        Remedy::Greenlets(each) => seen.fix(FieldId::WorkerConnections, each),
        Remedy::Threads(each) => seen.fix(FieldId::Threads, each),
        Remedy::Pool(each) => seen.fix(FieldId::PoolMax, each),
        Remedy::PgBouncer => with_pgbouncer(seen, found.allowed),
    })
}

fn remedy(side: &Side, each: u32) -> Remedy {
    match (side.pooling.pool, side.workers.class) {
        (true, _) if each >= 1 => Remedy::Pool(each),
        (false, WorkerClass::Gevent) if each >= 2 => Remedy::Greenlets(each),
        (false, WorkerClass::Gthread) if each >= 2 => Remedy::Threads(each),
        (_, WorkerClass::Sync | WorkerClass::Gthread | WorkerClass::Gevent) => Remedy::PgBouncer,
    }
}

/// Its own connections must find room as well.
fn with_pgbouncer(seen: Seen, allowed: u32) -> Seen {
    let seen = seen.fix(FieldId::PgBouncer, true);
    if allowed < PGBOUNCER_SERVER_CONNECTIONS {
        seen.fix(
            FieldId::MaxConnections,
            Pooling::default().max_connections.max(allowed + RESERVED),
        )
    } else {
        seen
    }
}

#[cfg(test)]
mod tests {
    use super::super::Evidence;
    use super::super::rule::testing::{seen, target};
    use super::*;

    fn of(class: WorkerClass, count: u32, change: impl FnOnce(&mut Side)) -> Option<Evidence> {
        let plan = target(|side| {
            side.workers.class = class;
            side.workers.count = count;
            side.workers.connections = 500;
            change(side);
        });
        seen(&RULE, &plan).map(|seen| seen.evidence)
    }

    fn found(opened: u32, remedy: Remedy) -> Evidence {
        Quick::TooManyConnections { opened, allowed: 97, remedy }.into()
    }

    #[test]
    fn the_notes_thousand_greenlets_become_as_many_as_postgres_bears() {
        assert_eq!(of(WorkerClass::Gevent, 2, |_| {}), Some(found(2000, Remedy::Greenlets(24))));
    }

    #[test]
    fn what_cannot_shrink_gets_a_pooler() {
        assert_eq!(of(WorkerClass::Sync, 97, |_| {}), Some(found(194, Remedy::PgBouncer)));
        let pool = of(WorkerClass::Gevent, 8, |side| {
            side.pooling.pool = true;
            side.pooling.pool_max = 10;
        });
        assert_eq!(pool, Some(found(160, Remedy::Pool(6))));
    }

    #[test]
    fn two_sync_workers_are_no_trouble() {
        assert_eq!(of(WorkerClass::Sync, 2, |_| {}), None);
    }
}
