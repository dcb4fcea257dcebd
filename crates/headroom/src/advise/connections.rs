//! Database connections that run out.

use super::rule::{Facts, Look, Seen, to};
use crate::part::pooling;
use crate::part::workers::{CountFrom, Preload, WorkerClass};
use crate::plan::FieldId;

/// gevent gives every greenlet a connection of its own, and nobody closes it.
pub(super) fn gevent_leak(look: &Look<'_>) -> Option<Seen> {
    let pooling = &look.side().pooling;
    let facts = Facts {
        found: f64::from(pooling.conn_max_age),
        wanted: 0.0,
        limit: f64::from(look.budget.connections.allowed),
    };
    pooling::leaks(pooling, look.budget.crew)
        .then(|| Seen::fix(facts, vec![to(FieldId::ConnMaxAge, 0_u32)]))
}

/// Without an early patch Django's connections are shared between greenlets.
pub(super) fn gevent_preload(look: &Look<'_>) -> Option<Seen> {
    let workers = &look.side().workers;
    let both =
        matches!(workers.class, WorkerClass::Gevent) && !matches!(workers.preload, Preload::Off);
    both.then(|| Seen::only(Facts::default()))
}

/// More than Postgres allows, counted with a deploy under way.
pub(super) fn too_many(look: &Look<'_>) -> Option<Seen> {
    let found = look.budget.connections;
    if found.leaks || !found.too_many() {
        return None;
    }
    let copies = look.side().service.replicas.saturating_mul(2).max(1);
    let crew = look.budget.crew;
    let each = found.allowed / copies.saturating_mul(crew.workers).max(1);
    let (wanted, changes) = if each == 0 {
        let workers = (found.allowed / copies).max(1);
        let count = vec![to(FieldId::CountFrom, CountFrom::Number), to(FieldId::Workers, workers)];
        let pool = [to(FieldId::Pool, false), to(FieldId::WorkerClass, WorkerClass::Sync)];
        (workers, count.into_iter().chain(pool).collect())
    } else if matches!(crew.class, WorkerClass::Gevent) && !look.side().pooling.pool {
        (each, vec![to(FieldId::WorkerConnections, each)])
    } else {
        let pool = vec![
            to(FieldId::Pool, true),
            to(FieldId::PoolMax, each),
            to(FieldId::ConnMaxAge, 0_u32),
        ];
        (each, pool)
    };
    let facts = Facts {
        found: f64::from(found.at_postgres),
        wanted: f64::from(wanted),
        limit: f64::from(found.allowed),
    };
    Some(Seen::fix(facts, changes))
}

/// A sync worker can use one connection; a pool opens several.
pub(super) fn pool_for_sync(look: &Look<'_>) -> Option<Seen> {
    let sync = matches!(look.side().workers.class, WorkerClass::Sync);
    let pooling = &look.side().pooling;
    let facts = Facts { found: f64::from(pooling.pool_max), ..Facts::default() };
    (sync && pooling.pool).then(|| Seen::fix(facts, vec![to(FieldId::Pool, false)]))
}
