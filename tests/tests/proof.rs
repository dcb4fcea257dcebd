//! What the model predicts for whole services, against what the lab measured.

use std::fs;

use headroom::accuracy::Summary;
use headroom::riddle::{self, RiddleId};
use headroom::text::Lang;
use headroom::text::number::plain;
use headroom::units::MIB;
use headroom_tests::proof::{applications, documents, promise, table, versions};

/// Off by more than 15 %, and why as far as it is known.
const KNOWN: [&str; 4] = [
    "four-gevent-frozen-csv",    // under gevent hardly anything of a list stayed
    "four-sync-frozen-recycled", // its workers are younger than those of the fit
    "three-pandas-preload-streams", // no full garbage collection yet: half of what is budgeted
    "two-bare-django-csv",       // half of the list stayed, not three quarters
];

#[test]
fn the_model_is_as_good_as_it_says() {
    let rows = table();
    assert!(rows.len() >= 20, "{}", rows.len());
    let Summary { median, inside, .. } = Summary::of(&rows);
    assert!(median <= 0.06, "the median error is {median}");
    assert!(inside >= 0.8, "{inside} of the measured values are inside");
    for row in &rows {
        let worst = row.idle.error().abs().max(row.peak.error().abs());
        assert_eq!(worst > 0.15, KNOWN.contains(&row.name), "{row:?}");
    }
}

/// Calibrated by one worker: within 3 % without preload, inside the range with it.
#[test]
fn real_applications_follow_from_one_worker() {
    let runs = applications();
    assert!(runs.len() >= 20, "{}", runs.len());
    for run in runs {
        if run.preload {
            assert!(run.idle.inside(), "{run:?}");
        } else {
            assert!(run.idle.error().abs() < 0.03, "{run:?}");
        }
    }
}

#[test]
fn the_written_tables_are_these() {
    for (path, wanted) in documents(&table(), &versions()) {
        let found = fs::read_to_string(&path).unwrap_or_default();
        assert!(found == wanted, "{} is not what `cargo xtask proof` writes", path.display());
    }
}

/// What the page promised of both sides is what was measured, and the exported files save
/// more than two thirds of it.
#[test]
fn the_promise_is_kept() {
    let [now, then] = promise::promises().try_into().unwrap_or_else(|found| panic!("{found:?}"));
    for figure in [now.idle, now.peak, then.idle, then.peak] {
        assert!(figure.error().abs() < 0.15, "{figure:?}");
        assert!(figure.inside(), "{figure:?}");
    }
    assert!(then.idle.measured < now.idle.measured / 3.0, "{then:?}");
}

#[test]
fn the_table_of_the_promise_is_this_one_and_the_readme_shows_it() {
    let (path, wanted) = promise::document();
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == wanted, "{} is not what `cargo xtask promise` writes", path.display());
    readme_says(&promise::table());
}

#[test]
fn the_readme_has_these_figures() {
    let Summary { median, inside, figures, .. } = Summary::of(&table());
    readme_says(&format!("Of the {figures} figures"));
    readme_says(&format!("half are off by less than {:.1} %;", median * 100.0));
    readme_says(&format!("{:.0} % lie inside the stated range", inside * 100.0));
    let numbers = ["no", "one", "two", "three", "four"];
    readme_says(&format!("{} services are off by more than 15 %", numbers[KNOWN.len()]));
}

#[test]
fn the_readme_has_the_riddle() {
    for (id, service) in [
        (
            RiddleId::NinetySeven,
            "97 sync workers, as `cpu_count() * 2 + 1` gives on 48 CPUs, no exports",
        ),
        (RiddleId::Five, "five workers, no exports"),
        (RiddleId::AfterExports, "five workers that each exported 15,000 rows as a workbook"),
        (RiddleId::Iterator, "the same with `iterator()` into an ordinary workbook"),
        (RiddleId::TwoWorkers, "the same on two gthread workers"),
        (RiddleId::Streamed, "the same streamed, write-only"),
        (RiddleId::Recycled, "the same, then recycled"),
        (RiddleId::Everything, "two workers, streamed and recycled"),
    ] {
        let rest = plain((riddle::measured(id).rest / MIB).round(), Lang::En);
        readme_says(&format!("| {service} | {rest} "));
    }
}

/// That the README has this sentence or table, however its lines break.
fn readme_says(wanted: &str) {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
    let readme = fs::read_to_string(readme).unwrap_or_default();
    assert!(one_line(&readme).contains(&one_line(wanted)), "README.md does not say: {wanted}");
}
