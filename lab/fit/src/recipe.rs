//! What a recipe is: a coefficient's name and meaning, and how rows become it.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};

use crate::rows::{Lab, Notebook};
use crate::spread::Spread;

/// How one coefficient comes out of the rows.
///
/// The files are not stated here: they are those that `fit` takes rows from.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Its name in the file and in the model.
    pub key: &'static str,
    /// What its numbers are in.
    pub unit: &'static str,
    /// The sections of `lab/README.md` that tell how it was measured.
    pub section: &'static str,
    /// The formula of the model that it belongs to.
    pub formula: &'static str,
    /// From rows to low, likely and high.
    pub fit: fn(&mut Notebook<'_>) -> Result<Spread>,
}

/// A recipe's outcome, with all that the file says about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Coefficient {
    /// Its name.
    pub key: &'static str,
    /// What its numbers are in.
    pub unit: &'static str,
    /// The formula that it belongs to.
    pub formula: &'static str,
    /// The numbers.
    pub spread: Spread,
    /// Sections of the lab and files of rows.
    pub source: String,
    /// How many rows it came from.
    pub rows: usize,
    /// What was measured.
    pub versions: String,
    /// When the newest of the rows was measured.
    pub date: String,
}

/// The given rows carry no day: the lab ran in this month.
const UNDATED: &str = "2026-11";

/// The parts of a row's versions that a reader wants to know first.
const TOLD: [&str; 5] = ["py", "dj", "gunicorn", "wagtail", "oscar"];

impl Recipe {
    /// Fits it.
    ///
    /// # Errors
    /// When rows are missing, or low, likely and high are not in this order.
    pub fn coefficient(&self, lab: &Lab) -> Result<Coefficient> {
        let mut notebook = Notebook::new(lab);
        let spread = (self.fit)(&mut notebook)?.rounded();
        let Spread { low, likely, high, .. } = spread;
        ensure!(low <= likely && likely <= high, "{low} <= {likely} <= {high} does not hold");
        let files: Vec<String> =
            notebook.files().iter().map(|file| format!("{file}.csv")).collect();
        Ok(Coefficient {
            key: self.key,
            unit: self.unit,
            formula: self.formula,
            spread,
            source: format!("lab {}, {}", self.section, files.join(", ")),
            rows: notebook.taken(),
            versions: told(&notebook.versions()),
            date: date(&notebook.versions()),
        })
    }
}

/// `2026-11-24/py3.11.7/dj5.2.19/drf3.18.3` as `py3.11.7 dj5.2.19`.
fn told(versions: &BTreeSet<&str>) -> String {
    let parts: BTreeSet<&str> = versions.iter().flat_map(|text| text.split('/')).collect();
    let told = TOLD.iter().flat_map(|name| {
        parts.iter().filter(move |part| {
            part.strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        })
    });
    told.copied().collect::<Vec<_>>().join(" ")
}

fn date(versions: &BTreeSet<&str>) -> String {
    let days = versions.iter().filter_map(|text| text.split('/').next());
    days.filter(|part| part.starts_with("20")).max().unwrap_or(UNDATED).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_told_in_short_and_the_newest_day_counts() {
        let versions =
            BTreeSet::from(["py3.11.7/dj5.2.19/pg15", "2026-11-24/py3.11.7/dj5.2.19/drf3"]);
        assert_eq!(told(&versions), "py3.11.7 dj5.2.19");
        assert_eq!(date(&versions), "2026-11-24");
        assert_eq!(date(&BTreeSet::from(["py3.11.7"])), UNDATED);
    }
}
