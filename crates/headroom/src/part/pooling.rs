//! Database connections: a budget of their own.
//!
//! ## What it counts
//! The connections that the workers can hold, their few kilobytes here, and their
//! megabytes in the Postgres service, which share the bill but not this limit.
//!
//! ## Formula
//! A sync worker opens 1, gthread as many as threads, gevent as many as it answers
//! requests at once; with the psycopg pool `max_size` a worker. `CONN_MAX_AGE` decides
//! whether they stay open, not how much memory a worker needs.
//!
//! ## Defaults and where they come from
//! Lab 6: 19 kB a connection in the worker, 1.2 to 2.0 MiB in PostgreSQL 15. Railway's
//! Postgres allows 100 connections, 3 of them reserved.
//!
//! ## Where it is wrong
//! gevent with `CONN_MAX_AGE` above 0 leaks: one connection a greenlet, closed only by
//! the garbage collector. The count is then a lower bound, and `leaks` says so.

use super::crew::Crew;
use super::workers::WorkerClass;
use super::{Basis, Counts, Factor, Ledger, Noun, Origin, TermName};
use crate::coefficient::{World, measured};
use crate::units::Estimate;

/// Connections that PgBouncer keeps to Postgres: its default (`docs/facts.md`, 3).
pub const PGBOUNCER_SERVER_CONNECTIONS: u32 = 20;

/// Connections that Postgres keeps for superusers.
pub const RESERVED: u32 = 3;

/// What pooling is given by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pooling {
    /// From the workload or measured.
    pub basis: Basis,
    /// As measured, at rest.
    pub measured: Estimate,
    /// As measured, at the peak.
    pub measured_peak: Option<Estimate>,
    /// Seconds that Django keeps a connection open.
    pub conn_max_age: u32,
    /// Whether Django pings a kept connection first.
    pub health_checks: bool,
    /// Whether psycopg's pool is on.
    pub pool: bool,
    /// Its `max_size`, a worker.
    pub pool_max: u32,
    /// Whether PgBouncer stands between.
    pub pgbouncer: bool,
    /// What Postgres allows.
    pub max_connections: u32,
}

impl Default for Pooling {
    fn default() -> Self {
        Self {
            basis: Basis::Workload,
            measured: Estimate::ZERO,
            measured_peak: None,
            conn_max_age: 0,
            health_checks: false,
            pool: false,
            pool_max: 4,
            pgbouncer: false,
            max_connections: 100,
        }
    }
}

/// The connections of the service, against what Postgres allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connections {
    /// Opened by the workers of all replicas.
    pub opened: u32,
    /// The same while a deploy runs beside the old one.
    pub while_deploying: u32,
    /// That Postgres then sees: fewer behind PgBouncer.
    pub at_postgres: u32,
    /// That Postgres leaves to applications.
    pub allowed: u32,
    /// Whether the number grows without a bound.
    pub leaks: bool,
}

impl Connections {
    /// Whether Postgres will refuse some of them.
    pub fn too_many(self) -> bool {
        self.leaks || self.at_postgres > self.allowed
    }
}

/// The connections that these workers open.
pub fn connections(pooling: &Pooling, crew: Crew, replicas: u32) -> Connections {
    let opened = of_replica(pooling, crew).saturating_mul(replicas);
    let while_deploying = opened.saturating_mul(2);
    let at_postgres = if pooling.pgbouncer {
        while_deploying.min(PGBOUNCER_SERVER_CONNECTIONS)
    } else {
        while_deploying
    };
    Connections {
        opened,
        while_deploying,
        at_postgres,
        allowed: pooling.max_connections.saturating_sub(RESERVED),
        leaks: leaks(pooling, crew),
    }
}

/// gevent gives every greenlet a connection of its own, and nobody closes it.
pub fn leaks(pooling: &Pooling, crew: Crew) -> bool {
    matches!(crew.class, WorkerClass::Gevent) && pooling.conn_max_age > 0 && !pooling.pool
}

fn of_replica(pooling: &Pooling, crew: Crew) -> u32 {
    let each = if pooling.pool { pooling.pool_max } else { crew.slots };
    crew.workers.saturating_mul(each)
}

/// What connections take, and why.
pub fn ledger(pooling: &Pooling, crew: Crew, world: World<'_>) -> Ledger {
    if matches!(pooling.basis, Basis::Measured) {
        return Ledger::measured(pooling.measured, pooling.measured_peak, world);
    }
    let mut ledger = Ledger::new(world);
    let opened = of_replica(pooling, crew);
    let stay_open = pooling.pool || pooling.conn_max_age > 0;
    let held = if stay_open { Counts::Always } else { Counts::AtPeak };
    let connections = Factor::count(Noun::Connections, opened, Origin::Calculated);
    ledger.add(
        TermName::Connections,
        held,
        &[connections, Factor::measured(Noun::PerConnection, &measured::CONNECTION_CLIENT, world)],
    );
    if pooling.pool {
        let workers = Factor::count(Noun::Workers, crew.workers, Origin::Calculated);
        let threads = [workers, Factor::measured(Noun::Memory, &measured::POOL_HELPERS, world)];
        ledger.add(TermName::PoolThreads, Counts::Always, &threads);
    }
    let backends =
        if pooling.pgbouncer { opened.min(PGBOUNCER_SERVER_CONNECTIONS) } else { opened };
    let backends = Factor::count(Noun::Connections, backends, Origin::Calculated);
    let counts = if stay_open || pooling.pgbouncer { Counts::Beside } else { Counts::Nothing };
    ledger.add(
        TermName::Backends,
        counts,
        &[backends, Factor::measured(Noun::PerConnection, &measured::CONNECTION_SERVER, world)],
    );
    ledger
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crew(class: WorkerClass, workers: u32, slots: u32) -> Crew {
        Crew { workers, slots, class, lifetime: Estimate::exact(86_400.0) }
    }

    #[test]
    fn the_note_opens_a_thousand_and_leaks_them() {
        let note = Pooling { conn_max_age: 60, ..Pooling::default() };
        let found = connections(&note, crew(WorkerClass::Gevent, 2, 500), 1);
        assert_eq!((found.opened, found.allowed, found.leaks), (1000, 97, true));
        assert!(found.too_many());
    }

    #[test]
    fn sync_workers_open_one_each_and_twice_that_during_a_deploy() {
        let found = connections(&Pooling::default(), crew(WorkerClass::Sync, 40, 1), 1);
        assert_eq!((found.opened, found.at_postgres), (40, 80));
        assert!(!found.too_many());
        assert!(connections(&Pooling::default(), crew(WorkerClass::Sync, 40, 1), 2).too_many());
    }

    #[test]
    fn pgbouncer_and_the_pool_hold_the_number_down() {
        let bouncer = Pooling { pgbouncer: true, ..Pooling::default() };
        assert_eq!(connections(&bouncer, crew(WorkerClass::Gthread, 9, 16), 1).at_postgres, 20);
        let pool = Pooling { pool: true, conn_max_age: 60, ..Pooling::default() };
        let found = connections(&pool, crew(WorkerClass::Gevent, 2, 500), 1);
        assert_eq!((found.opened, found.leaks), (8, false));
    }

    #[test]
    fn conn_max_age_itself_takes_no_memory_worth_naming() {
        let kept = Pooling { conn_max_age: 600, ..Pooling::default() };
        let idle = ledger(&kept, crew(WorkerClass::Sync, 5, 1), World::Stated).demand.idle.likely;
        assert!(idle < 0.1e6, "{idle}");
    }
}
