//! How long the core takes for what the page does at each input:
//! `cargo bench --package headroom`.

use divan::Bencher;
use headroom::advise::advise;
use headroom::evaluate::evaluate;
use headroom::link;
use headroom::plan::{SideId, note};

fn main() {
    divan::main();
}

/// One side, all parts, total, bill, verdict.
#[divan::bench]
fn one_evaluate(bencher: Bencher<'_, '_>) {
    let plan = note();
    bencher.bench(|| evaluate(divan::black_box(&plan), SideId::Target));
}

/// All findings with their savings: about forty evaluations.
#[divan::bench]
fn the_advice(bencher: Bencher<'_, '_>) {
    let plan = note();
    bencher.bench(|| advise(divan::black_box(&plan)));
}

/// The link, written and read.
#[divan::bench]
fn a_link_both_ways(bencher: Bencher<'_, '_>) {
    let plan = note();
    bencher.bench(|| link::decode(&link::encode(divan::black_box(&plan))));
}
