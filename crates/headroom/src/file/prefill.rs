//! The readable address: `?workers=3&threads=4&limit=1GB&class=gthread&tier=pro`.
//!
//! For links that people or other tools write. Short names are listed in
//! [`ALIASES`]; every setting also answers to its name in plan files, for both
//! sides (`workers.count`) or for one (`target.workers.count`).

use percent_encoding::percent_decode_str;

use super::input::{input_unit, typed};
use super::{Notice, Notices, Opened, Spot};
use crate::plan::{Field, FieldId, Plan, Scope, SideId, fresh};
use crate::setting::{Bounds, Kind, Value};
use crate::text::Reader;
use crate::units::Decimal;

/// The short names. Once published, a name keeps its meaning.
pub(crate) const ALIASES: &[(&str, FieldId)] = &[
    ("tier", FieldId::Tier),
    ("limit", FieldId::Limit),
    ("observed", FieldId::Observed),
    ("cpus", FieldId::HostCpus),
    ("workers", FieldId::Workers),
    ("worker", FieldId::WorkersMeasured),
    ("class", FieldId::WorkerClass),
    ("threads", FieldId::Threads),
    ("connections", FieldId::WorkerConnections),
    ("preload", FieldId::Preload),
    ("max_requests", FieldId::MaxRequests),
    ("jitter", FieldId::Jitter),
    ("under_way", FieldId::UnderWay),
    ("stack", FieldId::Stack),
    ("allocator", FieldId::Allocator),
    ("private", FieldId::PrivateMemory),
    ("growth", FieldId::Growth),
    ("requests", FieldId::Requests),
    ("rows", FieldId::ExportRows),
    ("columns", FieldId::ExportColumns),
    ("chunk", FieldId::ExportChunk),
    ("format", FieldId::ExportFormat),
    ("reading", FieldId::ExportReading),
    ("exports", FieldId::ExportsAtOnce),
    ("exports_a_day", FieldId::ExportsADay),
    ("upload", FieldId::UploadSize),
    ("copies", FieldId::UploadCopies),
    ("handling", FieldId::UploadHandling),
    ("uploads", FieldId::UploadsAtOnce),
    ("uploads_a_day", FieldId::UploadsADay),
    ("logs", FieldId::LogSink),
    ("conn_max_age", FieldId::ConnMaxAge),
    ("pool", FieldId::Pool),
    ("pgbouncer", FieldId::PgBouncer),
    ("max_connections", FieldId::MaxConnections),
    ("debug", FieldId::Debug),
    ("replicas", FieldId::Replicas),
    ("deploys", FieldId::Deploys),
    ("vcpu", FieldId::Vcpu),
    ("egress", FieldId::Egress),
    ("volume", FieldId::Volume),
];

/// Names that others hang onto addresses, and the page's own; no word about them.
const IGNORED: &[&str] = &["at", "embed", "fbclid", "gclid", "lang", "theme"];

/// Whether a query says anything of a plan, readable or not.
pub fn describes_a_plan(query: &str) -> bool {
    let query = query.trim().trim_start_matches('?');
    let mut names = query.split('&').map(|pair| pair.split('=').next().unwrap_or_default());
    names.any(|name| !name.is_empty() && !is_ignored(name))
}

fn is_ignored(name: &str) -> bool {
    name.starts_with("utm_") || IGNORED.contains(&name)
}

/// A fresh plan with what the query says, on both sides alike.
pub fn prefill(query: &str) -> Opened {
    let mut plan = fresh();
    let mut notices = Notices::default();
    let query = query.trim().trim_start_matches('?');
    let query = query.split('#').next().unwrap_or_default();
    let pairs: Vec<(String, String)> =
        query.split('&').filter(|pair| !pair.is_empty()).map(pair).collect();
    let wanted: Vec<_> =
        pairs.iter().filter_map(|(name, text)| Some((named(name)?, text))).collect();
    // What is given as measured counts as measured, unless the query says otherwise: that comes after.
    for ((side, field), _) in &wanted {
        if let Some(basis) = basis_of(field) {
            notices.set(&mut plan, *side, basis, Value::Choice(1));
        }
    }
    for ((side, field), text) in wanted {
        put(&mut plan, &mut notices, side, field, text);
    }
    for (name, text) in &pairs {
        if name == "name" {
            plan.name = notices.name(text, Plan::NAME_LENGTH, Spot::Name);
        } else if named(name).is_none() && !is_ignored(name) {
            notices.push(Notice::UnknownName { path: name.chars().take(80).collect() });
        }
    }
    Opened { plan, notices: notices.into_list() }
}

fn named(name: &str) -> Option<(Option<SideId>, &'static Field)> {
    if let Some((_, id)) = ALIASES.iter().find(|(alias, _)| *alias == name) {
        return Some((None, Field::of(*id)));
    }
    let of_side =
        |side: SideId| name.strip_prefix(side.key()).and_then(|rest| rest.strip_prefix('.'));
    let (side, path) = SideId::ALL
        .iter()
        .find_map(|side| Some((Some(*side), of_side(*side)?)))
        .unwrap_or((None, name));
    let (group, key) = path.split_once('.')?;
    let field = Field::named(group, key)?;
    (side.is_none() || field.scope() == Scope::Side).then_some((side, field))
}

/// The switch from workload to measured that belongs to a measured number.
fn basis_of(field: &Field) -> Option<&'static Field> {
    field.key.1.starts_with("measured").then(|| Field::named(field.key.0, "basis"))?
}

fn put(
    plan: &mut Plan,
    notices: &mut Notices,
    side: Option<SideId>,
    field: &'static Field,
    text: &str,
) {
    let spot = Spot::Setting(side, field.id);
    match value(field, text) {
        Some(value) => notices.set(plan, side, field, value),
        None => notices.push(Notice::NotRead { spot, found: text.chars().take(80).collect() }),
    }
}

fn value(field: &Field, text: &str) -> Option<Value> {
    let lower = text.trim().to_ascii_lowercase().replace('-', "_");
    match field.kind {
        Kind::Toggle => match lower.as_str() {
            "1" | "true" | "yes" | "on" | "" => Some(Value::Toggle(true)),
            "0" | "false" | "no" | "off" => Some(Value::Toggle(false)),
            _ => None,
        },
        Kind::Choice(names) => names.iter().position(|name| *name == lower).map(Value::Choice),
        kind @ (Kind::Count(_)
        | Kind::Size(_)
        | Kind::Quantity(_)
        | Kind::OptionalSize(_)
        | Kind::OptionalQuantity(_)) => {
            typed(unbounded(kind), text, input_unit(field.id, Reader::default()), Decimal::Point)
                .ok()
        }
    }
}

/// The same kind without bounds: what is out of them is held and reported.
fn unbounded(kind: Kind) -> Kind {
    let free = Bounds { min: 0.0, max: f64::MAX, slider: 0.0 };
    match kind {
        Kind::Toggle | Kind::Choice(_) => kind,
        Kind::Count(_) => Kind::Count(free),
        Kind::Size(_) => Kind::Size(free),
        Kind::Quantity(_) => Kind::Quantity(free),
        Kind::OptionalSize(_) => Kind::OptionalSize(free),
        Kind::OptionalQuantity(_) => Kind::OptionalQuantity(free),
    }
}

fn pair(text: &str) -> (String, String) {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    (decoded(name), decoded(value))
}

/// Percent escapes undone and `+` as a space; what is no escape stays as it is.
fn decoded(text: &str) -> String {
    let plain = text.replace('+', " ");
    percent_decode_str(&plain).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::Basis;
    use crate::part::workers::WorkerClass;
    use crate::railway::TierId;
    use crate::units::Estimate;

    #[test]
    fn short_names_set_both_sides() {
        let Opened { plan, notices } = prefill(
            "?workers=3&threads=4&limit=1GB&class=gthread&tier=pro&name=My+caf%C3%A9&utm_source=x",
        );
        assert_eq!(notices, []);
        for side in [&plan.current, &plan.target] {
            assert_eq!((side.workers.count, side.workers.threads), (3, 4));
            assert_eq!(side.workers.class, WorkerClass::Gthread);
        }
        assert_eq!(
            (plan.railway.tier, plan.railway.limit),
            (TierId::Pro, Some(Estimate::exact(1e9)))
        );
        assert_eq!(plan.name, "My café");
    }

    #[test]
    fn a_full_name_sets_one_side() {
        let plan =
            prefill("current.workers.count=5&target.workers.count=2&exports.rows=20000").plan;
        assert_eq!((plan.current.workers.count, plan.target.workers.count), (5, 2));
        assert_eq!(plan.current.exports.rows, Estimate::exact(20_000.0));
    }

    #[test]
    fn a_measured_worker_is_a_measured_part() {
        let workers = prefill("worker=400-800MB").plan.target.workers;
        assert_eq!(
            (workers.basis, workers.measured),
            (Basis::Measured, Estimate::between(400e6, 800e6))
        );
        let workers = prefill("worker=600&workers.basis=workload").plan.target.workers;
        assert_eq!((workers.basis, workers.measured), (Basis::Workload, Estimate::exact(600e6)));
    }

    #[test]
    fn what_is_unknown_or_bad_is_reported() {
        let Opened { plan, notices } =
            prefill("workres=3&class=uvicorn&workers=9999&debug=maybe&limit=%zz");
        assert_eq!(plan.target.workers.count, 2000);
        let path = |notice: &Notice| {
            if let Notice::UnknownName { path } = notice {
                path.clone()
            } else if let Notice::NotRead { spot, .. } | Notice::Held { spot, .. } = notice {
                spot.path()
            } else {
                format!("{notice:?}")
            }
        };
        let paths: Vec<String> = notices.iter().map(path).collect();
        assert_eq!(
            paths,
            ["workers.class", "workers.count", "queries.debug", "railway.limit", "workres"]
        );
    }

    #[test]
    fn nothing_says_nothing() {
        assert_eq!(prefill(""), Opened { plan: fresh(), notices: Vec::new() });
        assert_eq!(prefill("?&&"), Opened { plan: fresh(), notices: Vec::new() });
    }

    #[test]
    fn what_others_hang_on_describes_no_plan() {
        assert!(!describes_a_plan("?utm_source=x&at=workers&embed&lang=es"));
        assert!(!describes_a_plan(""));
        assert!(describes_a_plan("?utm_source=x&workers=3"));
        assert!(describes_a_plan("workres=3"), "it is told that this is no setting");
        assert_eq!(prefill("at=workers&embed").notices, []);
    }

    #[test]
    fn every_short_name_is_given_once() {
        for (at, (name, id)) in ALIASES.iter().enumerate() {
            for (other, other_id) in &ALIASES[at + 1..] {
                assert!(name != other && id != other_id, "{name} {other}");
            }
        }
    }
}
