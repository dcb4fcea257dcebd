//! Any plan: every setting anywhere within its bounds, ends and oddities first.

use headroom::part::others::{Place, Row};
use headroom::plan::{FIELDS, Plan, Scope, SideId, fresh};
use headroom::setting::{Bounds, Kind, Value};
use headroom::units::Estimate;
use proptest::collection::vec;
use proptest::prelude::*;

/// Any plan that the page can hold.
pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    let edits = vec((0..FIELDS.len(), any::<bool>(), raw()), 0..160);
    let rows = || vec((".{0,20}", raw(), raw(), any::<bool>()), 0..4);
    (edits, rows(), rows(), ".{0,30}", any::<bool>()).prop_map(|(edits, now, then, name, alike)| {
        let mut plan = fresh();
        plan.name = plain(&name);
        for (field, current, raw) in edits {
            let field = &FIELDS[field];
            let side = if current { SideId::Current } else { SideId::Target };
            field.set(&mut plan, side, value(field.kind, raw));
            if alike && field.scope() == Scope::Side {
                field.set(&mut plan, SideId::Current, value(field.kind, raw));
            }
        }
        plan.current.others = now.into_iter().map(row).collect();
        plan.target.others =
            if alike { plan.current.others.clone() } else { then.into_iter().map(row).collect() };
        plan
    })
}

/// What a value is made of: its shape, and three parts of one.
type Raw = (u8, [f64; 3]);

fn raw() -> impl Strategy<Value = Raw> {
    let part = || prop_oneof![4 => 0.0..1.0, 1 => Just(0.0), 1 => Just(1.0)];
    (0_u8..12, [part(), part(), part()])
}

/// A value of this kind.
fn value(kind: Kind, (shape, parts): Raw) -> Value {
    match (kind, shape) {
        (Kind::Toggle, _) => Value::Toggle(shape % 2 == 0),
        (Kind::Choice(names), _) => Value::Choice(usize::from(shape) % names.len()),
        (Kind::OptionalSize(_) | Kind::OptionalQuantity(_), 0..3) => Value::Nothing,
        (Kind::Count(bounds), _) => {
            Value::Number(Estimate::exact(number(bounds, shape, parts[0]).round()))
        }
        (
            Kind::Size(bounds)
            | Kind::Quantity(bounds)
            | Kind::OptionalSize(bounds)
            | Kind::OptionalQuantity(bounds),
            _,
        ) => Value::Number(estimate(parts.map(|part| number(bounds, shape, part)), shape)),
    }
}

fn number(bounds: Bounds, shape: u8, part: f64) -> f64 {
    let Bounds { min, max, slider } = bounds;
    let value = match shape {
        0 => max,
        1 => min,
        2 => min + (max - min) * part,
        3 => f64::from_bits(1),
        4 => min + (max - min) * part * part * part * part,
        5 => (slider.max(min) * part * 100.0).round() / 100.0,
        _ => slider.max(min) * part,
    };
    value.clamp(min, max)
}

fn estimate(mut bounds: [f64; 3], shape: u8) -> Estimate {
    bounds.sort_by(f64::total_cmp);
    let [low, likely, high] = bounds;
    match shape % 3 {
        0 => Estimate::exact(likely),
        1 => Estimate::between(low, high),
        _ => Estimate { low, likely, high },
    }
}

fn row((name, memory, vcpu, inside): (String, Raw, Raw, bool)) -> Row {
    let bounds = |max| Bounds { min: 0.0, max, slider: max / 1000.0 };
    let estimate = |max, (shape, parts): Raw| {
        estimate(parts.map(|part| number(bounds(max), shape, part)), shape)
    };
    let place = if inside { Place::Inside } else { Place::Beside };
    Row { name: plain(&name), memory: estimate(1e12, memory), vcpu: estimate(2400.0, vcpu), place }
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).collect()
}
