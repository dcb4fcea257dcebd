//! What one worker of a named stack holds.

use anyhow::Result;

use crate::recipe::Recipe;
use crate::rows::{Notebook, Query};
use crate::spread::{Spread, largest, median, smallest};

const FORMULA: &str = "private = stack, where it has a name";

macro_rules! stacks {
    ($($key:literal $section:literal $fit:expr;)+) => {
        pub(super) const RECIPES: &[Recipe] = &[$(Recipe {
            key: $key,
            unit: "MiB",
            section: $section,
            formula: FORMULA,
            fit: $fit,
        },)+];
    };
}

stacks! {
    "stack_django" "2, 23 and 27" |book| packages(book, "django", &["bare django"]);
    "stack_drf" "2, 23 and 27" |book| packages(book, "drf", &["django+drf"]);
    "stack_openpyxl" "2, 23 and 27" |book| {
        packages(book, "drf+openpyxl", &["django+drf+openpyxl (no numpy/lxml installed)"])
    };
    "stack_celery" "23 and 27" |book| packages(book, "celery", &[]);
    "stack_pandas" "2, 23 and 27" |book| packages(book, "pandas", &["drf + pandas"]);
    "stack_science" "23 and 27" |book| packages(book, "science", &[]);
    "stack_business" "2, 23 and 27" |book| {
        packages(
            book,
            "business",
            &["typical business: drf+openpyxl+pandas+pillow+reportlab+boto3 client+celery+sentry+requests"],
        )
    };
    "stack_wagtail" "23 and 26" |book| application(book, "wagtail");
    "stack_oscar" "23 and 26" |book| application(book, "oscar");
}

/// Likely is the stack in an environment of its own, of which a worker holds the same
/// whether it is alone or one of three. Low and high take in the first rows: there other
/// libraries were installed beside it, and what finds them imports them.
/// Celery and the scientific libraries have no row there of the same packages.
fn packages(book: &mut Notebook<'_>, stack: &str, older: &[&str]) -> Result<Spread> {
    let newer = Query::of("stacks", "stacks").with(&format!("stack={stack}"));
    let workers = book.values(&newer, "worker_private_dirty")?;
    let mut all = workers.clone();
    for stack in older {
        let query = Query::of("s2_stacks", "stack").with(&format!("stack={stack};blas1="));
        all.extend(book.values(&query, "worker_pdirty")?);
    }
    spread(book, &workers, &all)
}

/// One worker alone, as a person would measure it: what more of them come to is the
/// proof's, not the fit's.
fn application(book: &mut Notebook<'_>, app: &str) -> Result<Spread> {
    let one =
        Query::of("apps", "apps").with(&format!("app={app};workers=1;worker_class=sync;preload=0"));
    let one = book.values(&one, "worker_private_dirty")?;
    spread(book, &one, &one)
}

/// High is a worker that was asked for more than fifty requests of four kinds: the
/// long run of `growth` says by how much it grew until it levelled off.
fn spread(book: &mut Notebook<'_>, likely: &[f64], all: &[f64]) -> Result<Spread> {
    let levelled = grown(book)?;
    Ok(Spread {
        low: smallest(all),
        likely: median(likely),
        high: largest(all).max(median(likely) + levelled),
        r2: None,
    })
}

/// What fifty requests had not yet brought to a sync worker, and six thousand more did.
fn grown(book: &mut Notebook<'_>) -> Result<f64> {
    let long = Query::of("growth", "growth").with("worker_class=sync;leak=0");
    let grown = book.take(&long, ["anon_50", "anon_6300"])?;
    Ok(median(&grown.iter().map(|one| one.values[1] - one.values[0]).collect::<Vec<_>>()))
}
