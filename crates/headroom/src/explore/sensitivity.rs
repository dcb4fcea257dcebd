//! Which setting moves the total most: each one moved alone, the others as they stand.
//!
//! A setting with a range goes to its two ends, an exact number to its half and its
//! double, a switch or a choice to every other one. What says how a figure is given
//! (by the workload or as measured, a number or a formula) is not moved: that is not
//! the service.

use crate::evaluate::{Budget, outline};
use crate::part::others::Row;
use crate::plan::{FIELDS, Field, FieldId, Plan, Scope, SideId, shown};
use crate::setting::{Bounds, Kind, Value, choices};
use crate::units::Estimate;

choices! {
    /// What the settings are ranked by.
    Measure {
        /// The peak of one replica.
        Peak = "peak",
        /// The bill of a month.
        Bill = "bill",
    }
}

/// The settings of the target that move a total, those that move it most first.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// What they are ranked by.
    pub by: Measure,
    /// As the plan stands.
    pub base: Outcome,
    /// At most [`Sensitivity::MOST`] of them.
    pub influences: Vec<Influence>,
}

/// One setting and what it does when it moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Influence {
    /// Which.
    pub subject: Subject,
    /// What it holds in the plan.
    pub from: Value,
    /// Where it was moved to; never empty.
    pub steps: Vec<Step>,
}

/// What is moved.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A setting of the table.
    Field(FieldId),
    /// The memory of a free row, by the row's name.
    Row(String),
}

/// A setting moved, and what comes out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// What it was moved to.
    pub to: Value,
    /// The totals then.
    pub outcome: Outcome,
}

/// The two totals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// Bytes of one replica at the peak.
    pub peak: f64,
    /// Dollars a month, to pay.
    pub bill: f64,
}

/// The settings that move the target's total most.
pub fn sensitivity(plan: &Plan, by: Measure) -> Sensitivity {
    let base = Outcome::of(&outline(plan, SideId::Target));
    let mut scratch = plan.clone();
    let fields = FIELDS.iter().filter(|field| moves(field, plan));
    let mut influences: Vec<Influence> =
        fields.map(|field| of_field(field, plan, &mut scratch)).collect();
    let rows = plan.target.others.iter().enumerate();
    influences.extend(rows.map(|(at, row)| of_row(at, row, &mut scratch)));
    influences.retain(|influence| influence.swing(by, base) >= by.least());
    influences.sort_by(|one, other| other.swing(by, base).total_cmp(&one.swing(by, base)));
    influences.truncate(Sensitivity::MOST);
    Sensitivity { by, base, influences }
}

impl Sensitivity {
    /// More than these are not worth a look.
    pub const MOST: usize = 8;

    /// The smallest and the largest total of one setting, in per cent of the way from
    /// the smallest of all to the largest.
    pub fn span(&self, influence: &Influence) -> (f64, f64) {
        let (low, high) = influence.ends(self.by, self.base);
        (self.place(low), self.place(high))
    }

    /// Where the plan itself stands on that way.
    pub fn base_place(&self) -> f64 {
        self.place(self.by.of(self.base))
    }

    fn place(&self, total: f64) -> f64 {
        let ends = self.influences.iter().map(|influence| influence.ends(self.by, self.base));
        let (low, high) = ends
            .fold((f64::MAX, f64::MIN), |(low, high), (other_low, other_high)| {
                (low.min(other_low), high.max(other_high))
            });
        if high > low { (total - low) / (high - low) * 100.0 } else { 0.0 }
    }
}

impl Influence {
    /// The smallest and the largest total that it leads to, the plan's own among them.
    fn ends(&self, by: Measure, base: Outcome) -> (f64, f64) {
        let totals = self.steps.iter().map(|step| by.of(step.outcome));
        totals.fold((by.of(base), by.of(base)), |(low, high), total| {
            (low.min(total), high.max(total))
        })
    }

    fn swing(&self, by: Measure, base: Outcome) -> f64 {
        let (low, high) = self.ends(by, base);
        high - low
    }
}

impl Measure {
    /// That total.
    pub fn of(self, outcome: Outcome) -> f64 {
        match self {
            Self::Peak => outcome.peak,
            Self::Bill => outcome.bill,
        }
    }

    /// Less is nothing: half a megabyte, half a cent.
    fn least(self) -> f64 {
        match self {
            Self::Peak => 0.5e6,
            Self::Bill => 0.005,
        }
    }
}

impl Outcome {
    fn of(budget: &Budget) -> Self {
        Self { peak: budget.total.peak.likely, bill: budget.bill.total.likely }
    }
}

/// Whether it says something of the service, and has an effect as the target stands.
fn moves(field: &Field, plan: &Plan) -> bool {
    let how_given = matches!(
        field.id,
        FieldId::WorkersBasis
            | FieldId::ExportsBasis
            | FieldId::UploadsBasis
            | FieldId::LogsBasis
            | FieldId::PoolingBasis
            | FieldId::QueriesBasis
            | FieldId::CountFrom
    );
    let of_the_service = field.scope() == Scope::Side || field.id == FieldId::HostCpus;
    of_the_service && !how_given && shown(field.id, &plan.target)
}

fn of_field(field: &Field, plan: &Plan, scratch: &mut Plan) -> Influence {
    let from = field.get(plan, SideId::Target);
    let elsewhere = steps_from(field.kind, from).into_iter();
    let steps = elsewhere.filter_map(|value| field.kind.admit(value)).filter(|to| *to != from);
    let steps = steps
        .map(|to| {
            field.set(scratch, SideId::Target, to);
            Step { to, outcome: Outcome::of(&outline(scratch, SideId::Target)) }
        })
        .collect();
    field.set(scratch, SideId::Target, from);
    Influence { subject: Subject::Field(field.id), from, steps }
}

fn of_row(at: usize, row: &Row, scratch: &mut Plan) -> Influence {
    let steps = ends_of(row.memory, 0.0).into_iter();
    let steps = steps
        .map(|bytes| {
            scratch.target.others[at].memory = Estimate::exact(bytes);
            let outcome = Outcome::of(&outline(scratch, SideId::Target));
            Step { to: Value::Number(Estimate::exact(bytes)), outcome }
        })
        .collect();
    scratch.target.others[at].memory = row.memory;
    Influence { subject: Subject::Row(row.name.clone()), from: Value::Number(row.memory), steps }
}

/// Where a setting is moved to.
fn steps_from(kind: Kind, value: Value) -> Vec<Value> {
    match (kind, value) {
        (_, Value::Toggle(on)) => vec![Value::Toggle(!on)],
        (Kind::Choice(names), Value::Choice(at)) => {
            (0..names.len()).filter(|other| *other != at).map(Value::Choice).collect()
        }
        (kind, Value::Number(number)) => {
            let slider = kind.bounds().map_or(0.0, |bounds: Bounds| bounds.slider);
            let ends = ends_of(number, slider).into_iter();
            ends.map(|end| Value::Number(Estimate::exact(end))).collect()
        }
        (_, Value::Choice(_) | Value::Nothing) => Vec::new(),
    }
}

/// A range's own ends; half and double; from zero, a tenth of what its slider spans.
fn ends_of(number: Estimate, slider: f64) -> Vec<f64> {
    if !number.is_exact() {
        vec![number.low, number.high]
    } else if number.likely > 0.0 {
        vec![number.likely / 2.0, number.likely * 2.0]
    } else {
        vec![slider / 10.0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::others::Place;
    use crate::plan::{fresh, note};
    use crate::units::MB;

    fn of(found: &Sensitivity, id: FieldId) -> Option<&Influence> {
        found.influences.iter().find(|influence| influence.subject == Subject::Field(id))
    }

    #[test]
    fn twice_the_workers_are_twice_their_memory() {
        let found = sensitivity(&note(), Measure::Peak);
        assert_eq!(found.base.peak, 910.0 * MB);
        let workers = of(&found, FieldId::Workers).unwrap();
        let peaks: Vec<f64> = workers.steps.iter().map(|step| step.outcome.peak / MB).collect();
        assert_eq!(peaks, [510.0, 1710.0]);
        assert_eq!(found.span(workers), (0.0, 100.0), "nothing moves it more");
        assert!((found.base_place() - 100.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn a_range_goes_to_its_own_ends() {
        let mut plan = note();
        plan.target.workers.measured = Estimate::between(300.0 * MB, 500.0 * MB);
        let found = sensitivity(&plan, Measure::Peak);
        let worker = of(&found, FieldId::WorkersMeasured).unwrap();
        let to: Vec<Value> = worker.steps.iter().map(|step| step.to).collect();
        assert_eq!(to, [300.0, 500.0].map(|mb| Value::Number(Estimate::exact(mb * MB))));
    }

    #[test]
    fn every_other_choice_is_tried_and_the_plan_is_left_alone() {
        let plan = fresh();
        let found = sensitivity(&plan, Measure::Peak);
        let format = of(&found, FieldId::ExportFormat).unwrap();
        assert_eq!(format.steps.iter().map(|step| step.to).collect::<Vec<_>>(), {
            [Value::Choice(1), Value::Choice(2)]
        });
        assert_eq!(plan, fresh());
    }

    #[test]
    fn the_largest_come_first_and_only_those_that_count() {
        for by in Measure::ALL {
            let found = sensitivity(&fresh(), *by);
            let swings: Vec<f64> =
                found.influences.iter().map(|one| one.swing(*by, found.base)).collect();
            assert!((1..=Sensitivity::MOST).contains(&swings.len()), "{swings:?}");
            assert!(swings.windows(2).all(|pair| pair[0] >= pair[1]), "{swings:?}");
            assert!(swings.iter().all(|swing| *swing >= by.least()), "{swings:?}");
        }
        let found = sensitivity(&note(), Measure::Peak);
        assert_eq!(of(&found, FieldId::ExportRows), None, "it is measured, so rows do not count");
        assert_eq!(of(&found, FieldId::WorkersBasis), None, "how it is given is not moved");
    }

    #[test]
    fn a_neighbour_moves_the_bill_and_not_the_peak() {
        let mut plan = note();
        plan.target.others = vec![Row {
            name: "Celery".into(),
            memory: Estimate::exact(2000.0 * MB),
            vcpu: Estimate::ZERO,
            place: Place::Beside,
        }];
        let celery = Subject::Row("Celery".into());
        let has = |by| sensitivity(&plan, by).influences.iter().any(|one| one.subject == celery);
        assert!(has(Measure::Bill) && !has(Measure::Peak));
    }

    #[test]
    fn from_zero_a_setting_takes_a_tenth_of_its_slider() {
        let field = Field::of(FieldId::Vcpu);
        let zero = Value::Number(Estimate::ZERO);
        assert_eq!(steps_from(field.kind, zero), [Value::Number(Estimate::exact(0.4))]);
    }
}
