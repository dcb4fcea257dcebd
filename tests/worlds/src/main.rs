//! Ten thousand worlds natively: a row of the table that `cargo xtask speed --worlds` prints.

use std::hint::black_box;
use std::time::Instant;

use headroom_worlds::ten_thousand_worlds;

/// Runs that are timed, after some that are not.
const RUNS: usize = 51;
const BEFORE: usize = 5;

fn main() {
    let mut times: Vec<f64> = (0..BEFORE + RUNS).map(|_| milliseconds()).skip(BEFORE).collect();
    times.sort_by(f64::total_cmp);
    let figures: Vec<String> =
        ten_thousand_worlds().iter().map(|mib| format!("{mib:.1}")).collect();
    let (median, fastest) = (times[RUNS / 2], times[0]);
    println!("| Rust, native | {median:.1} ms | {fastest:.1} ms | {} |", figures.join(" "));
}

/// What one run takes.
#[expect(clippy::disallowed_methods, reason = "this program never runs in a browser")]
fn milliseconds() -> f64 {
    let start = Instant::now();
    black_box(ten_thousand_worlds());
    start.elapsed().as_secs_f64() * 1000.0
}
