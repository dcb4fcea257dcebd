//! What a worker holds of its own under preload.

use anyhow::Result;

use crate::recipe::Recipe;
use crate::rows::{Measured, Notebook, Query};
use crate::spread::{Spread, largest, median, percentile};

const FORMULA: &str = "workers * private * unshared";

pub(super) const RECIPES: &[Recipe] = &[
    Recipe {
        key: "preload_unshared",
        unit: "ratio",
        section: "18 and 31",
        formula: FORMULA,
        fit: unshared,
    },
    Recipe {
        key: "preload_frozen",
        unit: "MiB",
        section: "18 and 31",
        formula: "workers * min(private, preload_frozen)",
        fit: frozen,
    },
];

/// Two-valued: little before the first full garbage collection of a worker, most
/// of it after. Likely is the level after, which a worker keeps; low the one in
/// ten that has not collected yet, the given stacks after 50 requests among them;
/// high the worst application, as preload must not be budgeted too low.
fn unshared(book: &mut Notebook<'_>) -> Result<Spread> {
    let Parts { mut young, settled } = parts(book)?;
    for stack in ["drf+openpyxl+pandas", "business"] {
        young.push(given_stack(book, stack)?);
    }
    let all = [young, settled.clone()].concat();
    let likely = median(&settled);
    Ok(Spread { low: percentile(&all, 0.1), likely, high: largest(&all), r2: None })
}

/// With `gc.freeze()` collections leave the application's objects alone. What a worker
/// then holds of its own follows from what requests touch, hardly from what is
/// imported: as bytes it spreads by two, as a part of a worker by four. High is
/// django-oscar.
fn frozen(book: &mut Notebook<'_>) -> Result<Spread> {
    let mut workers = Vec::new();
    for (service, requests) in moments() {
        let frozen = service.query("preload=1;freeze=1");
        workers.push(median(&book.values(&frozen, &after(requests))?));
    }
    Ok(Spread::of(&workers).up_to(largest(&workers)))
}

/// A service whose workers were looked at with preload and without.
#[derive(Clone, Copy, PartialEq)]
enum Service {
    /// The lab's own.
    Lab,
    /// One of those with more to share.
    Larger(&'static str),
}

impl Service {
    fn query(self, knobs: &str) -> Query {
        match self {
            Self::Lab => Query::of("preload", "preload").with(knobs),
            Self::Larger(app) => {
                Query::of("long_runs", "long_runs").with(knobs).with(&format!("app={app}"))
            }
        }
    }

    /// Whether no worker had collected everything by then: the business stack's heap is
    /// so large that fifty requests are too few.
    fn is_young(self, requests: u32) -> bool {
        requests == 50 && matches!(self, Self::Lab | Self::Larger("business"))
    }
}

/// Each service, after so many requests to a worker.
fn moments() -> impl Iterator<Item = (Service, u32)> {
    let lab = [50, 250, 1000].map(|requests| (Service::Lab, requests));
    let larger = ["wagtail", "oscar", "business"]
        .into_iter()
        .flat_map(|app| [50, 300].map(|requests| (Service::Larger(app), requests)));
    lab.into_iter().chain(larger)
}

fn after(requests: u32) -> String {
    format!("after_{requests}_worker_private_dirty")
}

/// The un-shared part before the first full collection, and after it.
#[derive(Default)]
struct Parts {
    young: Vec<f64>,
    settled: Vec<f64>,
}

fn parts(book: &mut Notebook<'_>) -> Result<Parts> {
    let mut parts = Parts::default();
    for (service, requests) in moments() {
        let ways = [service.query("preload=0"), service.query("preload=1;freeze=0")];
        let to = if service.is_young(requests) { &mut parts.young } else { &mut parts.settled };
        to.extend(over(book, [&ways[0], &ways[1]], &after(requests))?);
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
