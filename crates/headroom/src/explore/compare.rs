//! What differs between plans: the settings of their target sides and of their tiers.

use crate::plan::{FIELDS, FieldId, Plan, Scope, SideId, shown};
use crate::setting::Value;
use crate::units::Estimate;

/// One thing that is not the same in all of them, with what each holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// A setting; nothing where it has no effect.
    Field(FieldId, Vec<Option<Value>>),
    /// The free rows, as the memory of all.
    Others(Vec<Estimate>),
}

/// Everything that differs between the target sides of these plans.
pub fn differences(plans: &[&Plan]) -> Vec<Difference> {
    let fields = FIELDS.iter().filter_map(|field| {
        let of = |plan: &&Plan| {
            let counts = field.scope() == Scope::Plan || shown(field.id, &plan.target);
            counts.then(|| field.get(plan, SideId::Target))
        };
        let values: Vec<Option<Value>> = plans.iter().map(of).collect();
        differ(&values).then_some(Difference::Field(field.id, values))
    });
    let rows: Vec<_> = plans.iter().map(|plan| &plan.target.others).collect();
    let others = differ(&rows).then(|| {
        let sum = |plan: &&Plan| Estimate::sum(plan.target.others.iter().map(|row| row.memory));
        Difference::Others(plans.iter().map(sum).collect())
    });
    fields.chain(others).collect()
}

fn differ<T: PartialEq>(all: &[T]) -> bool {
    all.windows(2).any(|pair| pair[0] != pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::others::{Place, Row};
    use crate::part::workers::WorkerClass;
    use crate::plan::note;

    #[test]
    fn what_is_the_same_everywhere_is_not_told() {
        assert_eq!(differences(&[&note(), &note(), &note()]), []);
        let mut other = note();
        other.name = "Ours".into();
        other.current.workers.count = 9;
        assert_eq!(differences(&[&note(), &other]), [], "the name and the current side are apart");
    }

    #[test]
    fn a_setting_that_differs_is_told_with_each_value() {
        let mut other = note();
        other.target.workers.count = 4;
        let number = |count| Some(Value::Number(Estimate::exact(count)));
        assert_eq!(
            differences(&[&note(), &other, &note()]),
            [Difference::Field(FieldId::Workers, vec![number(2.0), number(4.0), number(2.0)])]
        );
    }

    #[test]
    fn what_has_no_effect_in_one_plan_is_open_there() {
        let mut other = note();
        other.target.workers.class = WorkerClass::Sync;
        let found = differences(&[&note(), &other]);
        let connections = Value::Number(Estimate::exact(500.0));
        let wanted = Difference::Field(FieldId::WorkerConnections, vec![Some(connections), None]);
        assert!(found.contains(&wanted), "{found:?}");
    }

    #[test]
    fn free_rows_are_told_as_their_sum() {
        let mut other = note();
        let row = |mb: f64| Row {
            name: "beat".into(),
            memory: Estimate::exact(mb * 1e6),
            vcpu: Estimate::ZERO,
            place: Place::Inside,
        };
        other.target.others = vec![row(100.0), row(50.0)];
        let sums = vec![Estimate::ZERO, Estimate::exact(150e6)];
        assert_eq!(differences(&[&note(), &other]), [Difference::Others(sums)]);
    }
}
