//! What is often advised and saves no memory: said, and credited 0 MB.

use super::rule::{Facts, Look, Seen};
use crate::part::Basis;
use crate::part::queries::Related;
use crate::part::uploads::Handling;
use crate::part::workers::WorkerClass;

/// `CONN_MAX_AGE` is lowered to save memory.
pub(super) fn conn_max_age(look: &Look<'_>) -> Option<Seen> {
    let (now, then) =
        (look.plan.current.pooling.conn_max_age, look.plan.target.pooling.conn_max_age);
    (then < now)
        .then(|| Seen::only(Facts { found: f64::from(now), wanted: f64::from(then), limit: 0.0 }))
}

/// N+1 is mended to save memory.
pub(super) fn select_related(look: &Look<'_>) -> Option<Seen> {
    let mended = matches!(look.plan.current.queries.related, Related::NPlusOne)
        && !matches!(look.plan.target.queries.related, Related::NPlusOne);
    mended.then(|| Seen::only(Facts::default()))
}

/// Chunks are made smaller than the default of 64 KiB.
pub(super) fn small_reads(look: &Look<'_>) -> Option<Seen> {
    matches!(look.plan.target.uploads.handling, Handling::Chunks)
        .then(|| Seen::only(Facts::default()))
}

/// Variables that set nothing that holds memory.
#[expect(clippy::unnecessary_wraps, reason = "a rule like the others; it is always good to know")]
pub(super) fn idle_variables(_: &Look<'_>) -> Option<Seen> {
    Some(Seen::only(Facts::default()))
}

/// The target's workers are smaller, and no setting of it makes them so.
pub(super) fn worker_shrinks(look: &Look<'_>) -> Option<Seen> {
    let (now, then) = (&look.plan.current.workers, &look.plan.target.workers);
    let measured = matches!((now.basis, then.basis), (Basis::Measured, Basis::Measured));
    let same = now.preload == then.preload || matches!(then.class, WorkerClass::Gevent);
    let smaller = then.measured.likely < now.measured.likely * 0.95;
    let facts = Facts { found: now.measured.likely, wanted: then.measured.likely, limit: 0.0 };
    (measured && same && smaller).then(|| Seen::only(facts))
}
