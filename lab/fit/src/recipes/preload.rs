//! The part of a worker's memory that preload does not keep shared.

use anyhow::Result;

use crate::recipe::Recipe;
use crate::rows::{Measured, Notebook, Query};
use crate::spread::{Spread, largest, median, percentile};

const FORMULA: &str = "workers * private * unshared";

pub(super) const RECIPES: &[Recipe] = &[
    Recipe {
        key: "preload_unshared",
        unit: "ratio",
        section: "16",
        formula: FORMULA,
        fit: unshared,
    },
    Recipe {
        key: "preload_frozen_unshared",
        unit: "ratio",
        section: "16",
        formula: FORMULA,
        fit: frozen_unshared,
    },
];

/// Two-valued: little before the first full garbage collection of a worker, most
/// of it after. Likely is the level after, which a worker keeps; low the one in
/// ten that has not collected yet, the given stacks after 50 requests among them;
/// high the worst application, as preload must not be budgeted too low.
fn unshared(book: &mut Notebook<'_>) -> Result<Spread> {
    let Parts { young, settled } = parts(book, "freeze=0")?;
    let mut all = [young, settled.clone()].concat();
    for stack in ["drf+openpyxl+pandas", "business"] {
        all.push(given_stack(book, stack)?);
    }
    let likely = median(&settled);
    Ok(Spread { low: percentile(&all, 0.1), likely, high: largest(&all), r2: None })
}

/// With `gc.freeze()` collections leave the application's objects alone, and what
/// requests touch grows slowly: from 50 requests on, no two levels. The 0.49 that the
/// lab's own application reached after 1,000 requests is one of seven values here;
/// django-oscar is the high end.
fn frozen_unshared(book: &mut Notebook<'_>) -> Result<Spread> {
    let Parts { young, settled } = parts(book, "freeze=1")?;
    let low = percentile(&[young, settled.clone()].concat(), 0.1);
    Ok(Spread { low, likely: median(&settled), high: largest(&settled), r2: None })
}

/// The un-shared part of services after few requests, and after many or in real
/// applications: one value a service, so that repeats do not outvote the others.
struct Parts {
    young: Vec<f64>,
    settled: Vec<f64>,
}

fn parts(book: &mut Notebook<'_>, freeze: &str) -> Result<Parts> {
    let mut parts = Parts { young: Vec::new(), settled: Vec::new() };
    for requests in [50, 250, 1000] {
        let to = if requests < 250 { &mut parts.young } else { &mut parts.settled };
        let metric = format!("after_{requests}_worker_private_dirty");
        let of = |knobs: &str| Query::of("preload", "preload").with(knobs);
        to.extend(over(book, [&of("preload=0"), &of("preload=1").with(freeze)], &metric)?);
        let of = |knobs: &str| {
            Query::of("s16_long_runs", "preload_long")
                .with(knobs)
                .with(&format!("requests={requests}"))
        };
        let queries = [&of("preload=0"), &of("preload=1").with(freeze)];
        to.extend(over(book, queries, "worker_private_dirty")?);
    }
    for app in ["wagtail", "oscar", "business"] {
        let of = |knobs: &str| {
            Query::of("s16_long_runs", "application").with(knobs).with(&format!("app={app}"))
        };
        let queries = [&of("preload=0"), &of("preload=1").with(freeze)];
        parts.settled.extend(over(book, queries, "worker_private_dirty")?);
    }
    Ok(parts)
}

/// What workers hold with preload, over what they hold without.
fn over(book: &mut Notebook<'_>, [without, with]: [&Query; 2], metric: &str) -> Result<Vec<f64>> {
    let without = median(&book.values(without, metric)?);
    let with = Measured::over_repeats(&book.take(with, [metric])?);
    Ok(with.iter().map(|one| one.values[0] / without).collect())
}

/// What a further worker adds with preload, over what it adds without.
fn given_stack(book: &mut Notebook<'_>, stack: &str) -> Result<f64> {
    let mut added = |preload: &str| -> Result<f64> {
        let of = |workers: &str| {
            Query::of("s13_preload_stacks", "preload_stack")
                .with(&format!("stack={stack};phase=after"))
                .with(preload)
                .with(workers)
        };
        let one = median(&book.values(&of("workers=1"), "cg_anon")?);
        let three = median(&book.values(&of("workers=3"), "cg_anon")?);
        Ok((three - one) / 2.0)
    };
    Ok(added("preload=1")? / added("preload=0")?)
}
