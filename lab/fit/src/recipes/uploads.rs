//! What an upload takes, and what a worker keeps of it.

use anyhow::Result;

use crate::recipe::Recipe;
use crate::rows::{Measured, Notebook, Query};
use crate::spread::{Spread, largest, median};

const FORMULA: &str = "peak = max(upload_fixed, copies * upload_copy * size)";

pub(super) const RECIPES: &[Recipe] = &[
    Recipe { key: "upload_fixed", unit: "MiB", section: "4", formula: FORMULA, fit: fixed },
    Recipe { key: "upload_copy", unit: "ratio", section: "4", formula: FORMULA, fit: copy },
    Recipe {
        key: "kept_upload",
        unit: "ratio",
        section: "4",
        formula: "kept = kept_upload * size",
        fit: kept,
    },
    Recipe {
        key: "kept_bodies",
        unit: "ratio",
        section: "4",
        formula: "kept = min(bodies, kept_bodies) * size",
        fit: bodies,
    },
];

/// Files are sent in megabytes, memory is measured in MiB.
const MIB_PER_MB: f64 = 1e6 / 1_048_576.0;

/// Files that go through in chunks or are not read at all, fifteen megabytes and
/// more: buffers of the parser, whatever the size.
fn fixed(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut peaks = Vec::new();
    for how in ["noop", "stream"] {
        peaks.extend(book.values(&older(how).with("cfg=default"), "peak_delta")?);
    }
    peaks.extend(book.values(&newer("chunks"), "peak_1")?);
    peaks.extend(book.values(&newer("chunks"), "peak_5")?);
    Ok(Spread::of(&peaks))
}

/// Peak over size and copies, in a fresh worker: a later upload reuses the heap. This
/// is the whole peak: the formula adds `upload_fixed` once more, and is that much
/// too high for a file that is read.
fn copy(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut copies = Vec::new();
    for (how, made) in [("read", 1.0), ("naive", 1.0), ("naive3", 3.0)] {
        let first = older(how).with("cfg=default;repeat=0");
        let of = |one: &Measured<1>| one.values[0] / size(one.knob("MB")) / made;
        copies.extend(book.take(&first, ["peak_delta"])?.iter().map(of));
        let fresh = Query::of("s10_extra", "upload_fresh").with(&format!("how={how}"));
        copies.extend(book.take(&fresh, ["peak_delta"])?.iter().map(of));
    }
    for (how, made) in [("read", 1.0), ("copies", 3.0)] {
        let of = |one: &Measured<1>| one.values[0] / size(one.knob("megabytes")) / made;
        copies.extend(book.take(&newer(how), ["peak_1"])?.iter().map(of));
    }
    Ok(Spread::of(&copies))
}

/// From the second file on, glibc takes files below 32 MB from the heap and keeps
/// one. Low is what stays of the first, which was mapped and given back.
fn kept(book: &mut Notebook<'_>) -> Result<Spread> {
    let newer = newer("read").at_most("megabytes", 30.0);
    let newer = book.take(&newer, ["kept_1", "kept_5"])?;
    let after =
        |at: usize| newer.iter().map(move |one| one.values[at] / size(one.knob("megabytes")));
    let first: Vec<f64> = after(0).collect();
    let mut later: Vec<f64> = after(1).collect();
    let repeated = Query::of("s10_extra", "upload_repeat").with("how=naive;cfg={};gc=default");
    for one in book.take(&repeated.at_least("n", 2.0), ["rss_delta"])? {
        later.push(one.values[0] / size(one.knob("MB")));
    }
    Ok(Spread { low: median(&first), likely: median(&later), high: largest(&later), r2: None })
}

/// Bodies that wait for the garbage collector in one worker: at the worst of twenty
/// plain ones (likely) and of JSON with base64 (high). Low is five of five: the
/// newer run sent no more.
fn bodies(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut worst = |how: &str| -> Result<f64> {
        let twenty = Query::of("s10_extra", "upload_repeat");
        let twenty = twenty.with(&format!("how={how};gc=default"));
        let all = book.take(&twenty, ["hwm_delta"])?;
        let bodies: Vec<f64> = all.iter().map(|one| one.values[0] / size(one.knob("MB"))).collect();
        Ok(largest(&bodies))
    };
    let (body, json) = (worst("body")?, worst("json64")?);
    let five = book.take(&newer("body"), ["kept_5"])?;
    let five: Vec<f64> =
        five.iter().map(|one| one.values[0] / size(one.knob("megabytes"))).collect();
    Ok(Spread { low: median(&five), likely: body, high: json, r2: None })
}

fn size(megabytes: f64) -> f64 {
    megabytes * MIB_PER_MB
}

fn older(how: &str) -> Query {
    Query::of("s4_uploads", "upload")
        .with(&format!("how={how};simultaneous=1;kind=sync;via=multipart"))
        .at_least("MB", 15.0)
}

fn newer(how: &str) -> Query {
    Query::of("uploads", "uploads").with(&format!("how={how}")).at_least("megabytes", 15.0)
}
