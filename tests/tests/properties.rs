//! What holds for every plan.

mod arbitrary;

use headroom::coefficient::measured;
use headroom::evaluate::{Budget, evaluate};
use headroom::part::workers::{CountFrom, Preload, WorkerClass};
use headroom::part::{Basis, Demand};
use headroom::plan::{Plan, SideId, fresh};
use headroom::units::Estimate;
use proptest::prelude::*;

/// Sums in another order differ in the last bits.
const SLACK: f64 = 1e-9;

fn is_sound(value: Estimate) -> bool {
    let Estimate { low, likely, high } = value;
    [low, likely, high].iter().all(|bound| bound.is_finite() && *bound >= 0.0)
        && low <= likely
        && likely <= high
}

/// Both plans see the same worlds, so that the ends of their ranges keep the order too.
fn not_less(more: Estimate, less: Estimate) -> bool {
    let slack = less.high * SLACK + 1e-6;
    more.low >= less.low - slack
        && more.likely >= less.likely - slack
        && more.high >= less.high - slack
}

fn figures(demand: &Demand) -> [Estimate; 5] {
    [demand.idle, demand.average, demand.peak, demand.cache, demand.beside]
}

fn all_numbers(budget: &Budget) -> Vec<Estimate> {
    let bill = &budget.bill;
    let usage = &budget.usage;
    let mut numbers = vec![
        usage.memory,
        usage.vcpu,
        usage.egress,
        usage.volume,
        bill.usage,
        bill.total,
        bill.overage,
    ];
    numbers.extend(bill.lines.iter().map(|line| line.dollars));
    numbers.extend(figures(&budget.total));
    for (_, ledger) in &budget.parts {
        numbers.extend(figures(&ledger.demand));
        for term in &ledger.terms {
            numbers.push(term.bytes);
            numbers.extend(term.factors.iter().map(|factor| factor.value()));
        }
    }
    numbers
}

fn check(plan: &Plan) -> Result<(), TestCaseError> {
    for side in SideId::ALL {
        let budget = evaluate(plan, *side);
        for number in all_numbers(&budget) {
            prop_assert!(is_sound(number), "{side:?} {number:?}");
        }
        for demand in budget.parts.iter().map(|(_, ledger)| &ledger.demand).chain([&budget.total]) {
            prop_assert!(not_less(demand.average, demand.idle), "{side:?} {demand:?}");
            let (peak, average) = (demand.peak.likely, demand.average.likely);
            prop_assert!(peak + 1e-6 >= average * (1.0 - 1e-9), "{side:?} {demand:?}");
        }
        let days = budget.bill.credit.and_then(|credit| credit.gone_after_days);
        prop_assert!(days.is_none_or(|days| days.is_finite() && days >= 0.0));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_has_a_sound_answer(plan in arbitrary::plan()) {
        check(&plan)?;
    }

    #[test]
    fn more_workers_never_need_less(plan in arbitrary::plan(), more in 1_u32..50, shape in 0_usize..18) {
        let mut plan = plan;
        let workers = &mut plan.target.workers;
        workers.count_from = CountFrom::Number;
        workers.basis = Basis::ALL[shape % 2];
        workers.class = WorkerClass::ALL[shape / 2 % 3];
        workers.preload = Preload::ALL[shape / 6];
        let few = evaluate(&plan, SideId::Target);
        plan.target.workers.count += more;
        let many = evaluate(&plan, SideId::Target);
        for (more, less) in figures(&many.total).into_iter().zip(figures(&few.total)) {
            prop_assert!(not_less(more, less), "{more:?} {less:?}");
        }
        prop_assert!(many.connections.opened >= few.connections.opened);
    }
}

#[test]
fn nothing_at_all_needs_the_stated_floor_the_arbiter() {
    let mut plan = fresh();
    let side = &mut plan.target;
    side.workers.count = 0;
    for job in [&mut side.exports.at_once, &mut side.uploads.at_once] {
        *job = 0;
    }
    (side.exports.a_day, side.uploads.a_day) = (Estimate::ZERO, Estimate::ZERO);
    (side.workers.shared, side.queries.rows) = (Estimate::ZERO, Estimate::ZERO);
    let arbiter = measured::ARBITER.estimate.likely;
    let total = evaluate(&plan, SideId::Target).total;
    assert!((total.idle.likely - arbiter).abs() < 1.0, "{total:?}");
    assert_eq!((total.idle, total.peak), (total.average, total.idle));

    plan.target.workers.arbiter = Estimate::ZERO;
    assert_eq!(evaluate(&plan, SideId::Target).total, Demand::default());
}

#[test]
fn a_measured_nothing_is_nothing() {
    let mut plan = fresh();
    let side = &mut plan.target;
    side.workers.measured = Estimate::ZERO;
    for basis in [
        &mut side.workers.basis,
        &mut side.exports.basis,
        &mut side.uploads.basis,
        &mut side.logs.basis,
        &mut side.pooling.basis,
        &mut side.queries.basis,
    ] {
        *basis = Basis::Measured;
    }
    assert_eq!(evaluate(&plan, SideId::Target).total, Demand::default());
}
