//! What `evaluate --format json` prints; `docs/evaluate-json.md` describes it, and
//! `schema` says the same to programs.

mod schema;
mod terms;

pub(crate) use schema::schema;

use headroom::MODEL_VERSION;
use headroom::evaluate::{Budget, Verdict, evaluate};
use headroom::part::Demand;
use headroom::plan::{Plan, Side, SideId};
use headroom::railway::{LIST_DATE, Resource};
use headroom::units::Estimate;
use serde_json::{Map, Value, json};

/// The version of this output: a change that breaks a reader raises it.
const VERSION: u32 = 1;

/// Both sides, bytes and dollars as numbers.
pub(crate) fn text(plan: &Plan) -> String {
    let [current, target] = [SideId::Current, SideId::Target]
        .map(|side| budget(&evaluate(plan, side), plan.side(side)));
    let all = json!({
        "evaluation": VERSION,
        "model": MODEL_VERSION,
        "prices": LIST_DATE,
        "name": plan.name,
        "tier": plan.railway.tier.key(),
        "observed": plan.railway.observed.map(range),
        "current": current,
        "target": target,
    });
    format!("{all:#}\n")
}

fn budget(budget: &Budget, side: &Side) -> Value {
    let replicas = side.service.replicas;
    let parts: Map<String, Value> = budget
        .parts
        .iter()
        .map(|(id, ledger)| {
            let mut part = demand(&ledger.demand);
            part["terms"] = terms::terms(&ledger.terms);
            (id.key().to_owned(), part)
        })
        .collect();
    let usage = &budget.usage;
    json!({
        "service": levels(&budget.total, f64::from(replicas)),
        "replicas": replicas,
        "parts": parts,
        "total": demand(&budget.total),
        "worker": levels(&budget.worker, 1.0),
        "workers": budget.crew.workers,
        "limit": { "bytes": budget.limit.bytes, "set_by_user": budget.limit.set_by_user },
        "verdict": verdict(budget.verdict),
        "connections": {
            "opened": budget.connections.opened,
            "while_deploying": budget.connections.while_deploying,
            "at_postgres": budget.connections.at_postgres,
            "allowed": budget.connections.allowed,
            "leaks": budget.connections.leaks,
            "too_many": budget.connections.too_many(),
        },
        "usage": {
            "memory": range(usage.memory),
            "vcpu": range(usage.vcpu),
            "egress": range(usage.egress),
            "volume": range(usage.volume),
        },
        "bill": bill(budget),
    })
}

fn bill(budget: &Budget) -> Value {
    let bill = &budget.bill;
    let lines: Map<String, Value> = bill
        .lines
        .iter()
        .map(|line| (resource(line.resource).to_owned(), range(line.dollars)))
        .collect();
    json!({
        "lines": lines,
        "usage": range(bill.usage),
        "subscription": bill.subscription,
        "included": bill.included,
        "total": range(bill.total),
        "overage": range(bill.overage),
        "credit": bill.credit.map(|credit| json!({
            "gone_after_days": credit.gone_after_days,
            "of_days": credit.of_days,
        })),
    })
}

fn levels(demand: &Demand, times: f64) -> Value {
    let of = |figure: Estimate| range(figure * times);
    json!({ "idle": of(demand.idle), "average": of(demand.average), "peak": of(demand.peak) })
}

fn demand(demand: &Demand) -> Value {
    json!({
        "idle": range(demand.idle),
        "average": range(demand.average),
        "peak": range(demand.peak),
        "cache": range(demand.cache),
        "beside": range(demand.beside),
    })
}

fn range(value: Estimate) -> Value {
    json!({ "low": value.low, "likely": value.likely, "high": value.high })
}

fn verdict(verdict: Verdict) -> Value {
    match verdict {
        Verdict::Fits { left } => json!({ "state": "fits", "left": left }),
        Verdict::Tight { left, over_at_worst } => {
            json!({ "state": "tight", "left": left, "over_at_worst": over_at_worst })
        }
        Verdict::Over { by } => json!({ "state": "over", "over_by": by }),
    }
}

fn resource(resource: Resource) -> &'static str {
    match resource {
        Resource::Memory => "memory",
        Resource::Vcpu => "vcpu",
        Resource::Egress => "egress",
        Resource::Volume => "volume",
    }
}
