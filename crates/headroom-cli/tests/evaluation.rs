//! What `evaluate --format json` prints is what its published schema says.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use boon::{Compiler, Schemas};
use headroom::evaluate::evaluate;
use headroom::observe::{adopt, read};
use headroom::part::workers::WorkerClass;
use headroom::plan::{Plan, SideId, fresh, note};
use headroom::railway::TierId;
use headroom::{file, units::Estimate};
use serde_json::{Value, json};

fn published() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/evaluate.schema.json")
}

fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_headroom")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn evaluated(plan: &Plan, name: &str) -> Value {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("evaluation-{name}.json"));
    fs::write(&path, file::write(plan)).unwrap();
    let text = printed(&["evaluate", path.to_str().unwrap(), "--format", "json"]);
    serde_json::from_str(&text).unwrap()
}

/// Over and within the limit, measured and modelled, billed and not, in every class.
fn plans() -> Vec<Plan> {
    let mut plans = vec![note(), fresh()];
    for (class, tier) in WorkerClass::ALL.iter().zip(TierId::ALL) {
        let mut plan = fresh();
        plan.current.workers.class = *class;
        plan.current.service.replicas = 3;
        plan.railway.tier = *tier;
        plan.railway.observed = Some(Estimate::between(1e9, 2e9));
        plan.target.workers.count = 0;
        plans.push(plan);
    }
    let text = include_str!("../../headroom/src/observe/samples/collected.txt");
    plans.push(adopt(&fresh(), &read(text).unwrap()).plan);
    plans
}

#[test]
fn the_published_schema_is_the_one_of_this_version() {
    let generated = printed(&["schema", "--of", "evaluation"]);
    assert!(
        fs::read_to_string(published()).unwrap() == generated,
        "run `cargo run -p headroom-cli -- schema --of evaluation > docs/evaluate.schema.json`"
    );
}

#[test]
fn every_plan_s_output_fits_the_schema_and_less_does_not() {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema = compiler.compile(published().to_str().unwrap(), &mut schemas).unwrap();
    for (at, plan) in plans().iter().enumerate() {
        let mut found = evaluated(plan, &at.to_string());
        let fits = schemas.validate(&found, schema).map_err(|why| format!("{why:#}"));
        assert_eq!(fits, Ok(()), "plan {at}");
        found["current"].as_object_mut().unwrap().remove("worker");
        assert!(schemas.validate(&found, schema).is_err());
    }
}

#[test]
fn the_service_each_part_and_each_worker_have_their_ranges() {
    let mut plan = note();
    plan.current.service.replicas = 2;
    let (found, budget) = (evaluated(&plan, "note"), evaluate(&plan, SideId::Current));
    let current = &found["current"];
    let ends =
        |value: Estimate| json!({ "low": value.low, "likely": value.likely, "high": value.high });
    assert_eq!(current["service"]["peak"], ends(budget.total.peak * 2.0));
    assert_eq!(current["worker"]["idle"], ends(budget.worker.idle));
    assert_eq!(current["parts"]["exports"]["average"], ends(budget.parts[1].1.demand.average));
}

#[test]
fn each_number_says_where_it_comes_from() {
    let text = include_str!("../../headroom/src/observe/samples/collected.txt");
    let mut plan = adopt(&note(), &read(text).unwrap()).plan;
    plan.target = fresh().target;
    let found = evaluated(&plan, "origins");
    let origin = |side: &str| {
        let terms = found[side]["parts"]["workers"]["terms"].as_array().unwrap();
        let private = terms.iter().find(|term| term["name"] == "private").unwrap();
        private["factors"][1]["origin"].clone()
    };
    assert_eq!(origin("current"), json!({ "kind": "measured" }));
    let default = origin("target");
    assert_eq!(default["coefficient"], "worker_private");
    assert!(default["source"].as_str().unwrap().starts_with("lab "), "{default}");
}
