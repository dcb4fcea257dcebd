//! The ranges of an answer: the side is computed in many worlds, and the central 80 %
//! of what comes out stands around the likely figure.
//!
//! A coefficient that counts in several places is the same in all of them, so what
//! belongs together rises together; what does not seldom comes out high at once.

use super::draws::{Draws, Unknown};
use super::{Budget, demands, usage, verdict};
use crate::coefficient::{World, measured};
use crate::part::crew::Crew;
use crate::part::{Demand, PartId};
use crate::plan::{FIELDS, Field, Plan, Scope, SideId};
use crate::railway::{Bill, Terms, Usage, bill};
use crate::setting::Value;
use crate::units::{Estimate, count};

/// What the number of a side's setting counts from: the first is [`FIRST_OF_A_SIDE`],
/// and all that comes before are coefficients.
const SETTINGS: usize = 40;
const FIRST_OF_A_SIDE: usize = 20;
const _: () = assert!(measured::ALL.len() <= SETTINGS + FIRST_OF_A_SIDE);
/// The first that is a free row.
const ROWS: usize = 200;

/// Puts the ranges around the likely figures of a side.
pub(super) fn spread(budget: &mut Budget, plan: &Plan, side: SideId, terms: &Terms, draws: &Draws) {
    let mut worlds = Worlds::of(plan, side, draws);
    let mut columns: Vec<Vec<f64>> = Vec::new();
    for _ in 0..draws.count() {
        worlds.advance();
        let scratch = worlds.plan.side(side);
        let crew = Crew::of(
            &scratch.workers,
            plan.railway.host_cpus,
            scratch.service.seconds_between_deploys(),
        );
        let (mut parts, mut worker) = demands(scratch, crew, World::Drawn(&worlds.coefficients));
        let mut total = super::sum(&parts);
        let mut used = usage(scratch, &total);
        let mut billed = bill(&used, terms, plan.railway.month);
        let figures = figures(&mut parts, [&mut total, &mut worker], &mut used, &mut billed);
        columns.resize_with(figures.len(), || Vec::with_capacity(draws.count()));
        for (column, figure) in columns.iter_mut().zip(figures) {
            column.push(figure.likely);
        }
    }
    let mut parts = [Demand::default(); PartId::ALL.len()];
    for (demand, (_, ledger)) in parts.iter_mut().zip(&budget.parts) {
        *demand = ledger.demand;
    }
    let sums = [&mut budget.total, &mut budget.worker];
    let answer = figures(&mut parts, sums, &mut budget.usage, &mut budget.bill);
    for (figure, column) in answer.into_iter().zip(&mut columns) {
        *figure = around(figure.likely, column);
    }
    for (demand, (_, ledger)) in parts.iter().zip(&mut budget.parts) {
        ledger.demand = *demand;
    }
    budget.verdict = verdict(budget.total.peak, budget.limit);
}

/// Every figure of an answer that has a range, always in the same order.
fn figures<'a>(
    parts: &'a mut [Demand],
    sums: [&'a mut Demand; 2],
    usage: &'a mut Usage,
    bill: &'a mut Bill,
) -> Vec<&'a mut Estimate> {
    let mut all = Vec::with_capacity(64);
    for demand in parts.iter_mut().chain(sums) {
        let Demand { idle, average, peak, cache, beside } = demand;
        all.extend([idle, average, peak, cache, beside]);
    }
    let Usage { memory, vcpu, egress, volume } = usage;
    all.extend([memory, vcpu, egress, volume]);
    all.extend(bill.lines.iter_mut().map(|line| &mut line.dollars));
    all.extend([&mut bill.usage, &mut bill.total, &mut bill.overage]);
    all
}

/// The central 80 % of the values, with the likely one inside.
fn around(likely: f64, values: &mut [f64]) -> Estimate {
    if values.windows(2).all(|pair| pair[0] == pair[1]) {
        return Estimate::exact(likely);
    }
    let low = tenth(values, f64::total_cmp);
    let high = tenth(values, |one, other| other.total_cmp(one));
    Estimate { low: low.min(likely), likely, high: high.max(likely) }
}

/// What a tenth of the values comes before in this order, between the two next to it.
fn tenth(values: &mut [f64], order: fn(&f64, &f64) -> std::cmp::Ordering) -> f64 {
    // The value at place `k` stands for the part `(k + 1/2) / n` of all: a tenth is
    // at `(n - 5) / 10`.
    let tenths = values.len().saturating_sub(5);
    let (sooner, later, _) = values.select_nth_unstable_by(tenths / 10 + 1, order);
    let nearest = sooner.iter().copied().max_by(order).unwrap_or(*later);
    nearest + (*later - nearest) * count(tenths % 10) / 10.0
}

/// The plan and the coefficients as they are in one world after the other.
struct Worlds<'a> {
    draws: &'a Draws,
    side: SideId,
    plan: Plan,
    coefficients: Vec<f64>,
    of_coefficients: Vec<(usize, Unknown)>,
    of_settings: Vec<(&'static Field, Unknown)>,
    of_rows: Vec<(usize, [Unknown; 2])>,
}

impl<'a> Worlds<'a> {
    fn of(plan: &Plan, side: SideId, draws: &'a Draws) -> Self {
        let of_coefficients = measured::ALL.iter().map(|coefficient| {
            (coefficient.place, draws.unknown(coefficient.place, coefficient.estimate))
        });
        let of_settings = FIELDS.iter().filter(|field| field.scope() == Scope::Side);
        let of_settings = of_settings.filter_map(|field| match field.get(plan, side) {
            Value::Number(number) if !number.is_exact() => {
                let variable = SETTINGS + usize::from(field.wire);
                Some((field, draws.unknown(variable, number)))
            }
            Value::Number(_) | Value::Toggle(_) | Value::Choice(_) | Value::Nothing => None,
        });
        let of_rows = plan.side(side).others.iter().enumerate().map(|(at, row)| {
            let unknown = |which, number| draws.unknown(ROWS + 2 * at + which, number);
            (at, [unknown(0, row.memory), unknown(1, row.vcpu)])
        });
        Self {
            draws,
            side,
            plan: plan.clone(),
            coefficients: measured::ALL.iter().map(|it| it.estimate.likely).collect(),
            of_coefficients: of_coefficients.collect(),
            of_settings: of_settings.collect(),
            of_rows: of_rows.collect(),
        }
    }

    /// Goes on to the next world.
    fn advance(&mut self) {
        for (place, unknown) in &mut self.of_coefficients {
            self.coefficients[*place] = self.draws.next(unknown);
        }
        for (field, unknown) in &mut self.of_settings {
            let value = Value::Number(Estimate::exact(self.draws.next(unknown)));
            field.set(&mut self.plan, self.side, value);
        }
        let rows = &mut self.plan.side_mut(self.side).others;
        for (at, [memory, vcpu]) in &mut self.of_rows {
            rows[*at].memory = Estimate::exact(self.draws.next(memory));
            rows[*at].vcpu = Estimate::exact(self.draws.next(vcpu));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::{evaluate, evaluate_in};
    use crate::plan::{fresh, note};
    use crate::units::GB;

    #[test]
    fn one_unknown_keeps_the_range_that_was_typed() {
        let peak = evaluate(&note(), SideId::Current).total.peak;
        assert!((peak.low / (2.75 * GB) - 1.0).abs() < 1e-4, "{peak:?}");
        assert!((peak.high / (4.75 * GB) - 1.0).abs() < 1e-4, "{peak:?}");
    }

    #[test]
    fn an_exact_plan_has_exact_figures() {
        let budget = evaluate(&note(), SideId::Target);
        assert!(budget.total.peak.is_exact() && budget.bill.total.is_exact());
    }

    #[test]
    fn the_usual_worlds_say_what_ten_thousand_say() {
        let many = Draws::new(10_007);
        for side in SideId::ALL {
            let (few, many) = (evaluate(&fresh(), *side), evaluate_in(&fresh(), *side, &many));
            for (few, many) in
                [(few.total.idle, many.total.idle), (few.total.peak, many.total.peak)]
            {
                let width = many.high - many.low;
                let off = (few.low - many.low).abs().max((few.high - many.high).abs());
                assert!(off < 0.03 * width, "{few:?} {many:?}");
            }
        }
    }

    #[test]
    fn both_sides_see_the_same_worlds() {
        let plan = fresh();
        let now = evaluate(&plan, SideId::Current);
        assert_eq!(now.total, evaluate(&plan, SideId::Target).total);
    }
}
