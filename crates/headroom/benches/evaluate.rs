//! How long the core takes for what the page does at each input:
//! `cargo bench --package headroom`.

use divan::Bencher;
use headroom::advise::advise;
use headroom::evaluate::{Draws, evaluate, evaluate_in, outline};
use headroom::link;
use headroom::plan::{SideId, fresh, note};

fn main() {
    divan::main();
}

/// One side: all parts, total, bill, verdict, without its ranges.
#[divan::bench]
fn the_likely_figures(bencher: Bencher<'_, '_>) {
    let plan = fresh();
    bencher.bench(|| outline(divan::black_box(&plan), SideId::Target));
}

/// The same with the ranges of the page's 509 worlds: once a side at each input.
#[divan::bench]
fn one_evaluate(bencher: Bencher<'_, '_>) {
    let plan = fresh();
    bencher.bench(|| evaluate(divan::black_box(&plan), SideId::Target));
}

/// The same with ten thousand worlds.
#[divan::bench]
fn ten_thousand_worlds(bencher: Bencher<'_, '_>) {
    let plan = fresh();
    let draws = Draws::new(10_007);
    bencher.bench(|| evaluate_in(divan::black_box(&plan), SideId::Target, &draws));
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
