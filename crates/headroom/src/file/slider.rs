//! Where a slider stands, and what it sets: positions from 0 to 1000.

use crate::plan::Field;
use crate::setting::{Bounds, Kind, Value};
use crate::units::{Estimate, decimal};

const END: f64 = 1000.0;

/// Up to here every step of a count has room of its own.
const FEW: f64 = 64.0;

/// The position of a value on its slider; 0 for settings without one.
pub fn slide(field: &Field, value: Value) -> f64 {
    let (Some(bounds), Value::Number(number)) = (sliding(field.kind), value) else { return 0.0 };
    let part = ((number.likely - bounds.min) / (bounds.slider - bounds.min)).clamp(0.0, 1.0);
    let curved = if is_even(field.kind, bounds) { part } else { part.sqrt() };
    libm::round(curved * END)
}

/// The value at a position. One that the slider already shows is not touched,
/// and a range keeps its width in proportion.
pub fn at(field: &Field, position: f64, old: Value) -> Value {
    let Some(bounds) = sliding(field.kind) else { return old };
    let position =
        if position.is_finite() { libm::round(position.clamp(0.0, END)) } else { return old };
    if position.total_cmp(&slide(field, old)).is_eq() {
        return old;
    }
    let part = position / END;
    let curved = if is_even(field.kind, bounds) { part } else { part * part };
    let likely = snapped(field.kind, bounds, bounds.min + curved * (bounds.slider - bounds.min));
    let moved = match old {
        Value::Number(number) if !number.is_exact() && number.likely > 0.0 => {
            scaled(number, likely).clamp(bounds.min, bounds.max)
        }
        Value::Number(_) | Value::Nothing | Value::Toggle(_) | Value::Choice(_) => {
            Estimate::exact(likely)
        }
    };
    field.kind.admit(Value::Number(moved)).unwrap_or(old)
}

/// Whether a slider helps with this setting.
pub fn slides(field: &Field) -> bool {
    sliding(field.kind).is_some()
}

/// How far one press of an arrow key moves: always far enough to change the value.
pub fn step(field: &Field) -> f64 {
    match sliding(field.kind) {
        Some(bounds) if is_even(field.kind, bounds) => END / (bounds.slider - bounds.min),
        Some(_) | None => END / 100.0,
    }
}

fn sliding(kind: Kind) -> Option<Bounds> {
    kind.bounds().filter(|bounds| bounds.slider > bounds.min)
}

/// Whether equal steps are equal amounts; otherwise the square of the position
/// counts, so that small values are easy to reach.
fn is_even(kind: Kind, bounds: Bounds) -> bool {
    matches!(kind, Kind::Count(_)) && bounds.slider - bounds.min <= FEW
}

fn snapped(kind: Kind, bounds: Bounds, value: f64) -> f64 {
    let nice = match kind {
        Kind::Count(_) => libm::round(if value > FEW { two_digits(value) } else { value }),
        Kind::Toggle
        | Kind::Choice(_)
        | Kind::Size(_)
        | Kind::Quantity(_)
        | Kind::OptionalSize(_)
        | Kind::OptionalQuantity(_) => two_digits(value),
    };
    nice.clamp(bounds.min, bounds.slider)
}

fn scaled(number: Estimate, likely: f64) -> Estimate {
    let times = likely / number.likely;
    let low = two_digits(number.low * times).min(likely);
    let high = two_digits(number.high * times).max(likely);
    if number == Estimate::between(number.low, number.high) {
        Estimate::between(low, high)
    } else {
        Estimate { low, likely, high }
    }
}

/// The nearest number with two significant digits.
fn two_digits(value: f64) -> f64 {
    decimal::parse(&format!("{value:.1e}")).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{FIELDS, FieldId, SideId, fresh};
    use crate::units::MB;

    fn exact(value: f64) -> Value {
        Value::Number(Estimate::exact(value))
    }

    #[test]
    fn the_ends_of_a_slider_are_its_bounds() {
        let plan = fresh();
        for field in FIELDS {
            let Some(bounds) = sliding(field.kind) else { continue };
            let old = exact(-1.0);
            assert_eq!(at(field, 0.0, exact(bounds.slider)), exact(bounds.min), "{:?}", field.id);
            assert_eq!(at(field, END, old), exact(bounds.slider), "{:?}", field.id);
            let value = field.get(&plan, SideId::Target);
            assert_eq!(at(field, slide(field, value), value), value, "{:?}", field.id);
        }
    }

    #[test]
    fn further_right_is_never_less_and_every_stop_stays_where_it_is() {
        for field in FIELDS.iter().filter(|field| sliding(field.kind).is_some()) {
            let mut last = f64::NEG_INFINITY;
            for position in 0..=1000 {
                let Value::Number(number) = at(field, f64::from(position), exact(-1.0)) else {
                    panic!("a number")
                };
                assert!(number.likely >= last, "{:?} at {position}", field.id);
                last = number.likely;
            }
        }
    }

    #[test]
    fn counts_are_whole_and_sizes_have_two_digits() {
        let workers = Field::of(FieldId::Workers);
        assert_eq!(at(workers, 300.0, exact(2.0)), exact(5.0));
        let memory = Field::of(FieldId::WorkersMeasured);
        assert_eq!(at(memory, 775.0, exact(0.0)), exact(600.0 * MB));
    }

    #[test]
    fn a_range_keeps_its_proportions() {
        let memory = Field::of(FieldId::WorkersMeasured);
        let old = Value::Number(Estimate::between(400.0 * MB, 800.0 * MB));
        let half = at(memory, 548.0, old);
        assert_eq!(half, Value::Number(Estimate::between(200.0 * MB, 400.0 * MB)));
    }

    #[test]
    fn what_has_no_slider_is_left_alone() {
        let tier = Field::of(FieldId::Tier);
        assert_eq!(at(tier, 500.0, Value::Choice(2)), Value::Choice(2));
        assert!(slide(tier, Value::Choice(2)).abs() < 1e-9);
        let workers = Field::of(FieldId::Workers);
        assert_eq!(at(workers, f64::NAN, exact(3.0)), exact(3.0));
    }
}
