//! The note's service: its own sums, as it wrote them, and what they leave open.

use headroom::evaluate::{Budget, Verdict, evaluate};
use headroom::part::PartId;
use headroom::plan::{SideId, note};
use headroom::units::MB;

#[track_caller]
fn megabytes(budget: &Budget, wanted: [(PartId, f64); 7]) {
    for (part, megabytes) in wanted {
        let demand = &budget.part(part).demand;
        for figure in [demand.idle, demand.average, demand.peak] {
            assert!((figure.likely - megabytes * MB).abs() < 1.0, "{part:?}: {figure:?}");
        }
    }
}

fn parts(workers: f64, exports: f64, uploads: f64, logs: f64) -> [(PartId, f64); 7] {
    [
        (PartId::Workers, workers),
        (PartId::Exports, exports),
        (PartId::Uploads, uploads),
        (PartId::Logs, logs),
        (PartId::Pooling, 0.0),
        (PartId::Queries, 0.0),
        (PartId::Others, 0.0),
    ]
}

#[test]
fn now_it_is_3750_mb() {
    let now = evaluate(&note(), SideId::Current);
    megabytes(&now, parts(3000.0, 500.0, 200.0, 50.0));
    assert!((now.total.peak.likely - 3750.0 * MB).abs() < 1.0);
    assert!(
        matches!(now.verdict, Verdict::Over { by } if (by - 2750.0 * MB).abs() < 1.0),
        "{:?}",
        now.verdict
    );
}

#[test]
fn then_it_is_910_mb() {
    let then = evaluate(&note(), SideId::Target);
    megabytes(&then, parts(800.0, 50.0, 50.0, 10.0));
    assert!((then.total.peak.likely - 910.0 * MB).abs() < 1.0);
    assert!(
        matches!(then.verdict, Verdict::Fits { left } if (left - 90.0 * MB).abs() < 1.0),
        "{:?}",
        then.verdict
    );
}

#[test]
fn workers_of_400_to_800_mb_are_a_range_of_the_total() {
    let total = evaluate(&note(), SideId::Current).total.peak;
    assert!(
        (total.low - 2750.0 * MB).abs() < 0.1 * MB && (total.high - 4750.0 * MB).abs() < 0.1 * MB,
        "{total:?}"
    );
}

#[test]
fn its_sum_leaves_1250_mb_of_what_it_observed_unexplained() {
    let plan = note();
    let observed = plan.railway.observed.unwrap().likely;
    let explained = evaluate(&plan, SideId::Current).shown_at_rest().likely;
    assert!((observed - explained - 1250.0 * MB).abs() < 1.0, "{observed} {explained}");
}

#[test]
fn its_own_plan_opens_more_connections_than_postgres_has() {
    let then = evaluate(&note(), SideId::Target).connections;
    assert_eq!((then.opened, then.allowed, then.leaks), (1000, 97, true));
}
