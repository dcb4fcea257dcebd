//! Every setting of a plan, in one table.
//!
//! One row gives a setting its number in share links, its name in plan files,
//! what it may hold, and how to read and write it. The page's controls, the
//! file, its schema, the readable address and the link are all made from here.
//! A number is never used twice and never changed: links rest on it.

use super::{Overrides, Plan, SideId};
use crate::part::allocator::Allocator;
use crate::part::exports::{Format, Reading};
use crate::part::logs::Sink;
use crate::part::queries::Related;
use crate::part::stack::Stack;
use crate::part::uploads::{Handling, TempFolder};
use crate::part::workers::{CountFrom, CountSet, Preload, WorkerClass};
use crate::part::{Basis, PartId};
use crate::railway::{Month, TierId};
use crate::setting::{Bounds, Kind, Setting, Value};
use crate::units::{GB, MB, TB};

/// A setting that is described.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Which.
    pub id: FieldId,
    /// Its number in share links.
    pub wire: u16,
    /// Its name in plan files: group and setting.
    pub key: (&'static str, &'static str),
    /// What it may hold.
    pub kind: Kind,
    get: fn(&Plan, SideId) -> Value,
    set: fn(&mut Plan, SideId, Value),
}

/// Where a setting lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Once in the plan.
    Plan,
    /// Once in each side.
    Side,
}

/// What a setting belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What Railway sells and shows.
    Railway,
    /// The user's own prices and limits.
    Overrides,
    /// One of the parts.
    Part(PartId),
    /// How the service runs.
    Service,
}

impl Field {
    /// What the setting holds.
    pub fn get(&self, plan: &Plan, side: SideId) -> Value {
        (self.get)(plan, side)
    }

    /// Puts a value in, held within the bounds; one of the wrong shape is left out.
    pub fn set(&self, plan: &mut Plan, side: SideId, value: Value) {
        if let Some(value) = self.kind.admit(value) {
            (self.set)(plan, side, value);
        }
    }

    /// Whether the plan has it once or each side does.
    pub fn scope(&self) -> Scope {
        match self.group() {
            Group::Railway | Group::Overrides => Scope::Plan,
            Group::Part(_) | Group::Service => Scope::Side,
        }
    }

    /// What it belongs to.
    pub fn group(&self) -> Group {
        match self.key.0 {
            "railway" => Group::Railway,
            "overrides" => Group::Overrides,
            "service" => Group::Service,
            part => {
                let place = PartId::KEYS.iter().position(|key| *key == part).unwrap_or_default();
                Group::Part(PartId::ALL[place])
            }
        }
    }

    /// Its row in the table.
    pub fn of(id: FieldId) -> &'static Self {
        FIELDS.iter().find(|field| field.id == id).unwrap_or(&FIELDS[0])
    }

    /// The field with this name in plan files.
    pub fn named(group: &str, key: &str) -> Option<&'static Self> {
        FIELDS.iter().find(|field| field.key == (group, key))
    }

    /// The field with this number in links.
    pub fn on_wire(wire: u16) -> Option<&'static Self> {
        FIELDS.iter().find(|field| field.wire == wire)
    }
}

macro_rules! fields {
    ($($wire:literal $id:ident: $owner:ident $(. $inner:ident)* $kind:expr;)+) => {
        /// A setting, by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "named as in the table, which says what each is")]
        pub enum FieldId { $($id,)+ }

        /// All settings, in the order in which they are written and shown.
        pub const FIELDS: &[Field] = &[$(Field {
            id: FieldId::$id,
            wire: $wire,
            key: key(stringify!($owner $(. $inner)*)),
            kind: $kind,
            get: |plan, side| fields!(@read plan side $owner $(. $inner)*).value(),
            set: |plan, side, value| {
                if let Some(value) = Setting::from_value(value) {
                    fields!(@place plan side $owner $(. $inner)*) = value;
                }
            },
        },)+];
    };
    (@read $plan:ident $side:ident railway $(. $inner:ident)*) => {{ let _ = $side; $plan.railway $(. $inner)* }};
    (@place $plan:ident $side:ident railway $(. $inner:ident)*) => { *{ let _ = $side; &mut $plan.railway $(. $inner)* } };
    (@read $plan:ident $side:ident $owner:ident $(. $inner:ident)*) => { $plan.side($side).$owner $(. $inner)* };
    (@place $plan:ident $side:ident $owner:ident $(. $inner:ident)*) => { $plan.side_mut($side).$owner $(. $inner)* };
}

/// `railway . overrides . included` is `included` of the group `overrides`.
const fn key(path: &'static str) -> (&'static str, &'static str) {
    let bytes = path.as_bytes();
    let (mut start, mut first, mut last) = (0, 0, 0);
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'.' {
            start = if last == 0 { 0 } else { last + 1 };
            first = at;
            last = at;
        }
        at += 1;
    }
    let (group, _) = path.split_at(first);
    let (_, group) = group.split_at(start);
    let (_, name) = path.split_at(last + 1);
    (group.trim_ascii(), name.trim_ascii())
}

const fn count(min: u32, max: u32, slider: u32) -> Kind {
    #[expect(clippy::as_conversions, reason = "lossless, and `from` is not const")]
    Kind::Count(Bounds { min: min as f64, max: max as f64, slider: slider as f64 })
}

const fn size(max: f64, slider: f64) -> Kind {
    Kind::Size(Bounds { min: 0.0, max, slider })
}

const fn quantity(max: f64, slider: f64) -> Kind {
    Kind::Quantity(Bounds { min: 0.0, max, slider })
}

const fn perhaps_size(min: f64, max: f64) -> Kind {
    Kind::OptionalSize(Bounds { min, max, slider: 0.0 })
}

const fn perhaps_quantity(max: f64) -> Kind {
    Kind::OptionalQuantity(Bounds { min: 0.0, max, slider: 0.0 })
}

fields! {
    1 Tier: railway.tier Kind::Choice(TierId::KEYS);
    2 Limit: railway.limit perhaps_size(64.0 * MB, 3.0 * TB);
    3 Month: railway.month Kind::Choice(Month::KEYS);
    4 Observed: railway.observed perhaps_size(0.0, 3.0 * TB);
    5 HostCpus: railway.host_cpus count(1, 1024, 64);
    6 UsageLimit: railway.usage_limit Kind::Toggle;
    7 Subscription: railway.overrides.subscription perhaps_quantity(1e6);
    8 Included: railway.overrides.included perhaps_quantity(1e6);
    9 MemoryLimit: railway.overrides.memory perhaps_size(64.0 * MB, 3.0 * TB);
    10 MemoryPrice: railway.overrides.memory_price perhaps_quantity(1e4);
    11 VcpuPrice: railway.overrides.vcpu_price perhaps_quantity(1e4);
    12 EgressPrice: railway.overrides.egress_price perhaps_quantity(1e4);
    13 VolumePrice: railway.overrides.volume_price perhaps_quantity(1e4);

    20 WorkersBasis: workers.basis Kind::Choice(Basis::KEYS);
    21 WorkersMeasured: workers.measured size(TB, GB);
    22 CountFrom: workers.count_from Kind::Choice(CountFrom::KEYS);
    23 Workers: workers.count count(0, 2000, 16);
    24 CountSet: workers.count_set Kind::Choice(CountSet::KEYS);
    25 WorkerClass: workers.class Kind::Choice(WorkerClass::KEYS);
    26 Threads: workers.threads count(1, 500, 16);
    27 WorkerConnections: workers.connections count(1, 10_000, 1000);
    52 UnderWay: workers.under_way count(0, 10_000, 200);
    28 Preload: workers.preload Kind::Choice(Preload::KEYS);
    29 MaxRequests: workers.max_requests count(0, 1_000_000, 5000);
    30 Jitter: workers.jitter count(0, 1_000_000, 1000);
    50 Stack: workers.stack Kind::Choice(Stack::KEYS);
    31 PrivateMemory: workers.private size(TB, GB);
    32 SharedMemory: workers.shared size(TB, 0.3 * GB);
    33 ArbiterMemory: workers.arbiter size(TB, 0.3 * GB);
    51 Allocator: workers.allocator Kind::Choice(Allocator::KEYS);
    34 Growth: workers.growth size(GB, 0.2 * MB);
    35 Requests: workers.requests quantity(1e6, 100.0);
    36 CountMeasured: workers.count_measured perhaps_quantity(2000.0);
    37 PrivateMeasured: workers.private_measured perhaps_size(0.0, TB);
    38 SharedMeasured: workers.shared_measured perhaps_size(0.0, TB);
    39 ArbiterMeasured: workers.arbiter_measured perhaps_size(0.0, TB);

    40 ExportsBasis: exports.basis Kind::Choice(Basis::KEYS);
    41 ExportsMeasured: exports.measured size(TB, 2.0 * GB);
    42 ExportsMeasuredPeak: exports.measured_peak perhaps_size(0.0, TB);
    43 ExportReading: exports.reading Kind::Choice(Reading::KEYS);
    44 ExportFormat: exports.format Kind::Choice(Format::KEYS);
    45 ExportRows: exports.rows quantity(1e8, 100_000.0);
    46 ExportColumns: exports.columns count(1, 16_384, 100);
    47 ExportChunk: exports.chunk count(1, 1_000_000, 5000);
    48 ExportsAtOnce: exports.at_once count(0, 10_000, 10);
    49 ExportsADay: exports.a_day quantity(1e7, 200.0);

    60 UploadsBasis: uploads.basis Kind::Choice(Basis::KEYS);
    61 UploadsMeasured: uploads.measured size(TB, 2.0 * GB);
    62 UploadsMeasuredPeak: uploads.measured_peak perhaps_size(0.0, TB);
    63 UploadHandling: uploads.handling Kind::Choice(Handling::KEYS);
    64 UploadSize: uploads.size size(TB, 0.2 * GB);
    65 UploadCopies: uploads.copies count(0, 100, 6);
    66 UploadsAtOnce: uploads.at_once count(0, 10_000, 10);
    67 UploadTemp: uploads.temp Kind::Choice(TempFolder::KEYS);
    68 UploadsADay: uploads.a_day quantity(1e7, 200.0);

    80 LogsBasis: logs.basis Kind::Choice(Basis::KEYS);
    81 LogsMeasured: logs.measured size(TB, 0.5 * GB);
    82 LogsMeasuredPeak: logs.measured_peak perhaps_size(0.0, TB);
    83 LogSink: logs.sink Kind::Choice(Sink::KEYS);
    84 LogSize: logs.size size(TB, 0.5 * GB);
    85 LogHandlers: logs.handlers count(0, 100, 5);
    86 LogLines: logs.lines quantity(1e6, 100.0);

    100 PoolingBasis: pooling.basis Kind::Choice(Basis::KEYS);
    101 PoolingMeasured: pooling.measured size(TB, 0.5 * GB);
    102 PoolingMeasuredPeak: pooling.measured_peak perhaps_size(0.0, TB);
    103 ConnMaxAge: pooling.conn_max_age count(0, 86_400, 600);
    104 HealthChecks: pooling.health_checks Kind::Toggle;
    105 Pool: pooling.pool Kind::Toggle;
    106 PoolMax: pooling.pool_max count(1, 1000, 20);
    107 PgBouncer: pooling.pgbouncer Kind::Toggle;
    108 MaxConnections: pooling.max_connections count(4, 100_000, 500);

    120 QueriesBasis: queries.basis Kind::Choice(Basis::KEYS);
    121 QueriesMeasured: queries.measured size(TB, 0.5 * GB);
    122 QueriesMeasuredPeak: queries.measured_peak perhaps_size(0.0, TB);
    123 Related: queries.related Kind::Choice(Related::KEYS);
    124 ListRows: queries.rows quantity(1e8, 10_000.0);
    125 QueriesPerRequest: queries.queries quantity(1e6, 500.0);
    126 Debug: queries.debug Kind::Toggle;

    140 Replicas: service.replicas count(1, 50, 10);
    141 Deploys: service.deploys quantity(1000.0, 20.0);
    142 Overlap: service.overlap quantity(86_400.0, 300.0);
    143 Vcpu: service.vcpu quantity(2400.0, 4.0);
    144 Egress: service.egress size(1000.0 * TB, 100.0 * GB);
    145 Volume: service.volume size(10.0 * TB, 50.0 * GB);
}

/// The overrides stand in the table one by one.
const _: fn(&Overrides) = |overrides| {
    let Overrides {
        subscription: _,
        included: _,
        memory: _,
        memory_price: _,
        vcpu_price: _,
        egress_price: _,
        volume_price: _,
    } = overrides;
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::fresh;
    use crate::units::Estimate;

    #[test]
    fn numbers_and_names_are_given_once() {
        for (at, field) in FIELDS.iter().enumerate() {
            for other in &FIELDS[at + 1..] {
                assert_ne!(field.wire, other.wire, "{:?} {:?}", field.id, other.id);
                assert_ne!(field.key, other.key, "{:?} {:?}", field.id, other.id);
            }
        }
    }

    #[test]
    fn names_are_group_and_setting() {
        assert_eq!(Field::of(FieldId::Included).key, ("overrides", "included"));
        assert_eq!(Field::of(FieldId::Tier).key, ("railway", "tier"));
        assert_eq!(Field::of(FieldId::Workers).key, ("workers", "count"));
    }

    #[test]
    fn what_is_set_is_read_back_from_its_own_place_alone() {
        for field in FIELDS {
            let mut plan = fresh();
            let value = another(field, field.get(&plan, SideId::Target));
            let before = plan.clone();
            field.set(&mut plan, SideId::Target, value);
            assert_eq!(field.get(&plan, SideId::Target), value, "{:?}", field.id);
            for other in FIELDS.iter().filter(|other| other.id != field.id) {
                assert_eq!(
                    other.get(&plan, SideId::Target),
                    other.get(&before, SideId::Target),
                    "{:?}",
                    field.id
                );
            }
            if field.scope() == Scope::Side {
                assert_eq!(plan.current, before.current, "{:?}", field.id);
            }
        }
    }

    #[test]
    fn every_default_is_within_its_bounds() {
        let plan = fresh();
        for field in FIELDS {
            let value = field.get(&plan, SideId::Current);
            assert_eq!(field.kind.admit(value), Some(value), "{:?}", field.id);
        }
    }

    fn another(field: &Field, value: Value) -> Value {
        match (field.kind, value) {
            (Kind::Toggle, Value::Toggle(on)) => Value::Toggle(!on),
            (Kind::Choice(names), Value::Choice(at)) => Value::Choice((at + 1) % names.len()),
            (kind, _) => {
                let bounds = kind.bounds().unwrap();
                let half = f64::midpoint(bounds.min, bounds.max).floor();
                Value::Number(Estimate::exact(half))
            }
        }
    }
}
