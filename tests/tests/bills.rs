//! Bills whose amounts are known, through a whole plan.

use headroom::evaluate::{Budget, evaluate};
use headroom::part::Basis;
use headroom::part::others::{Place, Row};
use headroom::plan::{Plan, SideId, fresh, note};
use headroom::railway::{Month, TierId};
use headroom::units::{Estimate, GB};

/// A service that holds so much, and nothing else.
fn holding(gigabytes: f64, tier: TierId) -> Plan {
    let mut plan = fresh();
    plan.railway.tier = tier;
    let side = &mut plan.target;
    side.workers.basis = Basis::Measured;
    side.workers.count = 1;
    side.workers.measured = Estimate::exact(gigabytes * GB);
    for basis in [
        &mut side.exports.basis,
        &mut side.uploads.basis,
        &mut side.pooling.basis,
        &mut side.queries.basis,
    ] {
        *basis = Basis::Measured;
    }
    plan
}

#[track_caller]
fn bills(budget: &Budget, total: f64, overage: f64) {
    let bill = &budget.bill;
    assert!((bill.total.likely - total).abs() < 0.005, "total {:?}, wanted {total}", bill.total);
    assert!(
        (bill.overage.likely - overage).abs() < 0.005,
        "overage {:?}, wanted {overage}",
        bill.overage
    );
}

#[test]
fn the_note() {
    bills(&evaluate(&note(), SideId::Current), 37.50, 32.50);
    bills(&evaluate(&note(), SideId::Target), 9.10, 4.10);
}

#[test]
fn usage_below_what_is_included_costs_the_subscription() {
    bills(&evaluate(&holding(0.4, TierId::Hobby), SideId::Target), 5.0, 0.0);
    bills(&evaluate(&holding(0.4, TierId::Pro), SideId::Target), 20.0, 0.0);
    bills(&evaluate(&holding(3.75, TierId::Pro), SideId::Target), 37.50, 17.50);
}

#[test]
fn replicas_neighbours_and_long_months_are_billed() {
    let mut plan = holding(1.0, TierId::Hobby);
    plan.target.service.replicas = 2;
    bills(&evaluate(&plan, SideId::Target), 20.0, 15.0);
    plan.target.others.push(Row {
        name: String::from("Postgres"),
        memory: Estimate::exact(0.5 * GB),
        vcpu: Estimate::exact(0.1),
        place: Place::Beside,
    });
    bills(&evaluate(&plan, SideId::Target), 27.0, 22.0);
    plan.railway.month = Month::Days31;
    bills(&evaluate(&plan, SideId::Target), 27.9, 22.9);
}

#[test]
fn a_price_of_your_own_is_in_force() {
    let mut plan = holding(1.0, TierId::Hobby);
    plan.railway.overrides.memory_price = Some(Estimate::exact(8.0));
    plan.railway.overrides.included = Some(Estimate::exact(6.0));
    plan.railway.overrides.subscription = Some(Estimate::exact(6.0));
    bills(&evaluate(&plan, SideId::Target), 8.0, 2.0);
}

#[test]
fn a_credit_is_used_up_and_nothing_is_billed_beyond_it() {
    let budget = evaluate(&holding(0.4, TierId::Free), SideId::Target);
    bills(&budget, 0.0, 0.0);
    let days = budget.bill.credit.and_then(|credit| credit.gone_after_days).unwrap();
    assert!((days - 7.5).abs() < 0.01, "{days}");
}
