//! The riddle's services, as the page shows them: medians of `lab/rows/riddle.csv`.

use std::fmt::Write as _;

use anyhow::Result;

use crate::rows::{Lab, Notebook, Query};
use crate::spread::median;

const HEAD: &str = "\
# Gigabytes at rest: two ways to get there, and what each of the note's fixes saves. Medians
# of lab/rows/riddle.csv in MiB, written by `cargo xtask fit`: do not edit.
";

/// In the order of the table: the core's name, and the lab's.
const SERVICES: [(&str, &str); 9] = [
    ("NinetySeven", "97-workers"),
    ("Five", "five-workers-without-exports"),
    ("AfterExports", "five-workers-after-exports"),
    ("Iterator", "iterator-with-an-ordinary-workbook"),
    ("TwoWorkers", "two-workers"),
    ("TwoGevent", "two-gevent-workers"),
    ("Streamed", "streamed"),
    ("Recycled", "recycled"),
    ("Everything", "two-workers-streamed-recycled"),
];

/// What of each is shown, and the metric that it is.
const FIGURES: [(&str, &str); 5] = [
    ("boot", "boot_cg_anon"),
    ("warm", "warm_cg_anon"),
    ("rest", "idle_cg_anon"),
    ("peak", "peak_anon"),
    ("rss", "idle_total_rss"),
];

/// The file.
pub(crate) fn text(lab: &Lab) -> Result<String> {
    let mut text = HEAD.to_owned();
    let mut book = Notebook::new(lab);
    let mut services = String::new();
    for (id, service) in SERVICES {
        writeln!(services, "\n[[service]]\nid = {id:?}")?;
        let query = Query::of("riddle", "riddle").with(&format!("service={service}"));
        for (name, metric) in FIGURES {
            let value = median(&book.values(&query, metric)?);
            writeln!(services, "{name} = {value:.0}")?;
        }
    }
    let day = book.versions().iter().filter_map(|text| text.split('/').next()).max();
    writeln!(text, "\ndate = {:?}", day.unwrap_or_default())?;
    Ok(text + &services)
}
