//! The table in its two written forms: for the page (`data/accuracy.toml`) and for
//! readers of the repository (`docs/accuracy.md`).

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use headroom::accuracy::{Figure, Service, Summary};
use headroom::units::MIB;

use super::{Application, applications, pythons};

/// Where the table stands, and what must stand there.
pub fn documents(rows: &[Service], versions: &str) -> [(PathBuf, String); 2] {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    [
        (root.join("data/accuracy.toml"), toml(rows, versions)),
        (root.join("docs/accuracy.md"), markdown(rows, versions)),
    ]
}

fn toml(rows: &[Service], versions: &str) -> String {
    let mut text = String::from(
        "# What the model predicts for the services of lab/scenarios.json, beside what was\n\
         # measured (lab/rows/scenarios.csv), in MiB: low, likely, high, measured.\n\
         # Written by `cargo xtask proof`; do not edit.\n\n",
    );
    let _ = writeln!(text, "versions = {versions:?}");
    let numbers = |figure: Figure| {
        let Figure { predicted, measured } = in_mib(figure);
        format!(
            "[{:.3}, {:.3}, {:.3}, {measured:.3}]",
            predicted.low, predicted.likely, predicted.high
        )
    };
    for row in rows {
        let (idle, peak) = (numbers(row.idle), numbers(row.peak));
        let _ = write!(text, "\n[[row]]\nname = {:?}\nidle = {idle}\npeak = {peak}\n", row.name);
    }
    text
}

fn in_mib(figure: Figure) -> Figure {
    Figure { predicted: figure.predicted * (1.0 / MIB), measured: figure.measured / MIB }
}

fn markdown(rows: &[Service], versions: &str) -> String {
    let Summary { median, worst, inside, figures } = Summary::of(rows);
    let mut text = format!(
        "# How good is this?\n\n\
         Written by `cargo xtask proof` from `lab/scenarios.json` and `lab/rows/scenarios.csv`; a test\n\
         compares. No scenario is used in a fit: each plan is told what a user knows (workers, class,\n\
         jobs, and what one worker of that stack holds alone). Measured with {versions}, three times\n\
         each, in a control group: anonymous memory five seconds after the last request, and the\n\
         highest of a sample every 10 ms. MiB.\n\n\
         Of {figures} figures the likely one is off by {:.1} % at the median and {:.0} % at worst;\n\
         {:.0} % of what was measured lies inside the stated range.\n\n\
         Two rules of the model were chosen after a first table had shown them wrong: a worker keeps of\n\
         all jobs that it ran at once, and what it keeps of exports and of uploads adds up. Both were then\n\
         found in the rows that the coefficients come from.\n\n\
         | service | idle, measured | idle, predicted | off | peak, measured | peak, predicted | off |\n\
         |---|---|---|---|---|---|---|\n",
        median * 100.0,
        worst * 100.0,
        inside * 100.0,
    );
    let cells = |figure: Figure| {
        let Figure { predicted, measured } = in_mib(figure);
        format!(
            "{measured:.0} | {:.0} ({:.0}–{:.0}){} | {:+.1} %",
            predicted.likely,
            predicted.low,
            predicted.high,
            if figure.inside() { "" } else { " ✗" },
            figure.error() * 100.0
        )
    };
    for row in rows {
        let _ = writeln!(text, "| {} | {} | {} |", row.name, cells(row.idle), cells(row.peak));
    }
    text.push_str(
        "\n## Real applications\n\n\
         Wagtail 8.0.1 and django-oscar 4.2.1, each calibrated by one observation, the private memory\n\
         of one warm sync worker; forty requests a worker (`lab/rows/apps.csv`). With preload their earlier\n\
         runs set the high ends of the two ranges: that they lie inside says little. Without, nothing of\n\
         them but the one worker is used.\n\n\
         | run | at rest, measured | predicted | off |\n|---|---|---|---|\n",
    );
    for Application { name, idle, .. } in applications() {
        let _ = writeln!(text, "| {name} | {} |", cells(idle));
    }
    text.push_str("\n✗: outside the range.\n");
    text.push_str(&elsewhere());
    text
}

/// What the coefficients do not come from, and which way they err there.
fn elsewhere() -> String {
    format!(
        "\n## Other Pythons, and what was not measured\n\n\
         All coefficients are of Python 3.11 and glibc. The lab's service on the\n\
         others, by the same harness (`lab/rows/pythons.csv`; workers after 250 light requests, jobs over\n\
         what was held before them, MiB):\n\n{}\n\
         On 3.12 and 3.13 the model is a little too high for a worker, and for a frozen one by a sixth. What\n\
         exports reach is the same, but a worker keeps more of them, on 3.13 a fifth more of workbooks and\n\
         two fifths more of CSV lists: too low there, as it is for bodies on 3.13. Its preload had not been through\n\
         the first full collection after 250 requests: too high until then.\n\n\
         Not measured: Python 3.10, for which the pinned packages are not published, and 3.14; musl. musl\n\
         has no arenas and no `MALLOC_ARENA_MAX`, and gives large blocks back when they are freed; Python's\n\
         own allocator for small objects is the same on it. So what a worker keeps may be less there than is\n\
         said, and its own memory about the same: expected from how they are made, not measured.\n\
         Machine-learning frameworks: a worker holds more than any stack in the list, and the model is too\n\
         low until the worker is measured.\n",
        pythons::table()
    )
}
