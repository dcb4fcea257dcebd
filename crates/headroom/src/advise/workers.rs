//! How many workers, of which class, and for how long.

use super::rule::{Facts, Look, Seen, to};
use crate::evaluate::Verdict;
use crate::part::workers::{CountFrom, CountSet, Preload, WorkerClass, Workers};
use crate::plan::FieldId;

/// More than these are not proposed: Gunicorn's own page says that 4 to 12 workers
/// serve thousands of requests a second, and each costs memory all day.
const ENOUGH: u32 = 4;

/// Fewer than these let one slow request stop the service.
const FEWEST: u32 = 2;

/// What `cpu_count() * 2 + 1` gives on the two CPUs of a laptop or a small server.
const ON_TWO_CPUS: u32 = 5;

/// The workers come from the CPUs that the container sees, which are the host's:
/// openly, or as the five that the formula gave somewhere else.
pub(super) fn cpu_count(look: &Look<'_>) -> Option<Seen> {
    let workers = &look.side().workers;
    let from_file = workers.count == ON_TWO_CPUS
        && matches!(workers.count_set, CountSet::File | CountSet::Twice);
    let found = match workers.count_from {
        CountFrom::Cpus => look.budget.crew.workers,
        CountFrom::Number if from_file => workers.count,
        CountFrom::Number => return None,
    };
    let wanted = carried(look).min(ENOUGH);
    let facts = Facts {
        found: f64::from(found),
        wanted: f64::from(wanted),
        limit: f64::from(Workers::formula(look.plan.railway.host_cpus)),
    };
    Some(Seen::fix(
        facts,
        vec![to(FieldId::CountFrom, CountFrom::Number), to(FieldId::Workers, wanted)],
    ))
}

/// The peak is over the limit, and fewer workers would bring it nearer.
pub(super) fn too_many(look: &Look<'_>) -> Option<Seen> {
    let found = look.budget.crew.workers;
    if cpu_count(look).is_some() || !is_over(look.budget.verdict) {
        return None;
    }
    let wanted = carried(look);
    let facts = Facts {
        found: f64::from(found),
        wanted: f64::from(wanted),
        limit: look.budget.limit.bytes,
    };
    (wanted < found).then(|| Seen::fix(facts, vec![to(FieldId::Workers, wanted)]))
}

/// The most workers whose likely peak fits; two where not even they do.
fn carried(look: &Look<'_>) -> u32 {
    let fits = |count: u32| {
        let changes = [to(FieldId::CountFrom, CountFrom::Number), to(FieldId::Workers, count)];
        !is_over(look.after(&changes).verdict)
    };
    let (mut low, mut high) = (0, look.budget.crew.workers.max(ENOUGH).saturating_add(1));
    while high - low > 1 {
        let middle = u32::midpoint(low, high);
        if fits(middle) { low = middle } else { high = middle }
    }
    if low == 0 { FEWEST } else { low }
}

fn is_over(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Over { .. })
}

/// Two places can disagree, and the file wins.
pub(super) fn two_sources(look: &Look<'_>) -> Option<Seen> {
    let twice = matches!(look.side().workers.count_set, CountSet::Twice);
    twice.then(|| Seen::fix(Facts::default(), vec![to(FieldId::CountSet, CountSet::Variable)]))
}

/// A file fixes the number: what is exported must be able to override it.
pub(super) fn set_in_file(look: &Look<'_>) -> Option<Seen> {
    matches!(look.side().workers.count_set, CountSet::File).then(|| Seen::only(Facts::default()))
}

/// Many sync workers where fewer with threads answer as many requests at once.
pub(super) fn threads(look: &Look<'_>) -> Option<Seen> {
    let found = look.budget.crew.workers;
    let sync = matches!(look.side().workers.class, WorkerClass::Sync);
    if !sync || found < 4 || cpu_count(look).is_some() {
        return None;
    }
    let wanted = found.div_ceil(4).max(FEWEST);
    let changes = vec![
        to(FieldId::WorkerClass, WorkerClass::Gthread),
        to(FieldId::Threads, 4_u32),
        to(FieldId::Workers, wanted),
    ];
    Some(Seen::fix(
        Facts { found: f64::from(found), wanted: f64::from(wanted), limit: 4.0 },
        changes,
    ))
}

/// A worker that is never recycled keeps what it once took.
pub(super) fn no_recycling(look: &Look<'_>) -> Option<Seen> {
    let none = look.side().workers.max_requests == 0;
    none.then(|| {
        Seen::fix(
            Facts::default(),
            vec![to(FieldId::MaxRequests, 1000_u32), to(FieldId::Jitter, 200_u32)],
        )
    })
}

/// With little jitter workers that started together restart together.
pub(super) fn short_jitter(look: &Look<'_>) -> Option<Seen> {
    let Workers { max_requests, jitter, .. } = look.side().workers;
    let facts = Facts {
        found: f64::from(jitter),
        wanted: f64::from(max_requests / 5),
        limit: f64::from(max_requests),
    };
    let short = max_requests >= 10 && jitter.saturating_mul(10) <= max_requests;
    short.then(|| Seen::fix(facts, vec![to(FieldId::Jitter, max_requests / 5)]))
}

/// Preload shares little after the first full garbage collection, unless frozen.
pub(super) fn preload_thaws(look: &Look<'_>) -> Option<Seen> {
    let on = matches!(look.side().workers.preload, Preload::On);
    on.then(|| Seen::fix(Facts::default(), vec![to(FieldId::Preload, Preload::Frozen)]))
}
