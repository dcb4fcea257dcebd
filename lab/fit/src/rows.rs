//! The lab's rows: reading them, and taking those of one quantity.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::spread::median;

/// The settings of one measurement, by name; `repeat` is one of them.
pub type Knobs = BTreeMap<String, String>;

/// A value that was measured.
#[derive(Clone, Debug)]
struct Row {
    case: String,
    versions: String,
    knobs: Knobs,
    metric: String,
    value: f64,
}

/// All files of rows.
#[derive(Clone, Debug, Default)]
pub struct Lab {
    files: BTreeMap<String, Vec<Row>>,
}

impl Lab {
    /// Reads every CSV file of a folder.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut lab = Self::default();
        let entries =
            fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            let Some(name) = path.file_stem().and_then(|name| name.to_str()) else { continue };
            if path.extension().is_some_and(|extension| extension == "csv") {
                let text = fs::read_to_string(&path)?;
                lab.add(name, &text).with_context(|| format!("reading {}", path.display()))?;
            }
        }
        Ok(lab)
    }

    /// Adds the rows of one file; what is not a number (a list of names) is left out.
    ///
    /// # Errors
    /// When the text is not such a file.
    pub fn add(&mut self, name: &str, text: &str) -> Result<()> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record?;
            let [case, versions, knobs, metric, _unit, value, repeat] =
                record.iter().collect::<Vec<_>>()[..]
            else {
                bail!("a row has {} cells instead of 7", record.len());
            };
            let Ok(value) = value.parse() else { continue };
            let mut knobs = knobs_of(knobs);
            knobs.insert("repeat".to_owned(), repeat.to_owned());
            let (case, versions, metric) = (case.into(), versions.into(), metric.into());
            rows.push(Row { case, versions, knobs, metric, value });
        }
        self.files.insert(name.to_owned(), rows);
        Ok(())
    }
}

fn knobs_of(text: &str) -> Knobs {
    let pairs = text.split(';').filter_map(|knob| knob.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Which rows are wanted.
#[derive(Clone, Debug)]
pub struct Query {
    file: &'static str,
    case: &'static str,
    knobs: Knobs,
    bounds: Vec<(&'static str, f64, f64)>,
}

impl Query {
    /// All rows of a case.
    pub fn of(file: &'static str, case: &'static str) -> Self {
        Self { file, case, knobs: Knobs::new(), bounds: Vec::new() }
    }

    /// Those with these knobs, as `name=value;name=value`.
    #[must_use]
    pub fn with(mut self, knobs: &str) -> Self {
        self.knobs.extend(knobs_of(knobs));
        self
    }

    /// Those whose knob is at least so much.
    #[must_use]
    pub fn at_least(mut self, knob: &'static str, least: f64) -> Self {
        self.bounds.push((knob, least, f64::INFINITY));
        self
    }

    /// Those whose knob is at most so much.
    #[must_use]
    pub fn at_most(mut self, knob: &'static str, most: f64) -> Self {
        self.bounds.push((knob, f64::NEG_INFINITY, most));
        self
    }

    fn matches(&self, row: &Row) -> bool {
        let within = |(knob, least, most): &(&str, f64, f64)| {
            let value = row.knobs.get(*knob).and_then(|value| value.parse::<f64>().ok());
            value.is_some_and(|value| *least <= value && value <= *most)
        };
        row.case == self.case
            && self.knobs.iter().all(|(name, value)| row.knobs.get(name) == Some(value))
            && self.bounds.iter().all(within)
    }
}

/// One measurement: several metrics of the same service at the same time.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured<const N: usize> {
    /// Its settings.
    pub knobs: Knobs,
    /// The metrics, in the order in which they were asked for.
    pub values: [f64; N],
}

impl<const N: usize> Measured<N> {
    /// A setting that is a number; NaN if there is none, which no recipe survives.
    pub fn knob(&self, name: &str) -> f64 {
        self.knobs.get(name).and_then(|value| value.parse().ok()).unwrap_or(f64::NAN)
    }

    /// The medians over the repeats of each setting.
    pub fn over_repeats(measured: &[Self]) -> Vec<Self> {
        let mut settings: BTreeMap<Knobs, Vec<[f64; N]>> = BTreeMap::new();
        for one in measured {
            let mut knobs = one.knobs.clone();
            knobs.remove("repeat");
            settings.entry(knobs).or_default().push(one.values);
        }
        let medians = settings.into_iter().map(|(knobs, repeats)| {
            let of = |at: usize| repeats.iter().map(|values| values[at]).collect::<Vec<_>>();
            Self { knobs, values: std::array::from_fn(|at| median(&of(at))) }
        });
        medians.collect()
    }
}

/// The rows that a recipe has taken.
#[derive(Clone, Debug)]
pub struct Notebook<'a> {
    lab: &'a Lab,
    taken: BTreeSet<(&'static str, usize)>,
}

impl<'a> Notebook<'a> {
    /// Nothing taken yet.
    pub fn new(lab: &'a Lab) -> Self {
        Self { lab, taken: BTreeSet::new() }
    }

    /// The measurements that are wanted, in the order of their settings.
    ///
    /// # Errors
    /// When there are none: a recipe must not go on without rows that it names.
    pub fn take<const N: usize>(
        &mut self,
        query: &Query,
        metrics: [&str; N],
    ) -> Result<Vec<Measured<N>>> {
        let rows = self.lab.files.get(query.file).map_or(&[][..], Vec::as_slice);
        let mut found: BTreeMap<&Knobs, [Option<usize>; N]> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| query.matches(row)) {
            if let Some(place) = metrics.iter().position(|metric| row.metric == *metric) {
                // A measurement that was made again replaces the earlier one.
                found.entry(&row.knobs).or_insert([None; N])[place] = Some(at);
            }
        }
        let mut measured = Vec::new();
        for (knobs, places) in found {
            if places.iter().all(Option::is_some) {
                let places = places.map(Option::unwrap_or_default);
                self.taken.extend(places.map(|at| (query.file, at)));
                let values = places.map(|at| rows[at].value);
                measured.push(Measured { knobs: knobs.clone(), values });
            }
        }
        if measured.is_empty() {
            bail!("no rows of {metrics:?} for {query:?}");
        }
        Ok(measured)
    }

    /// One metric of the measurements that are wanted.
    ///
    /// # Errors
    /// When there are none.
    pub fn values(&mut self, query: &Query, metric: &str) -> Result<Vec<f64>> {
        Ok(self.take(query, [metric])?.iter().map(|one| one.values[0]).collect())
    }

    /// How many rows were taken.
    pub fn taken(&self) -> usize {
        self.taken.len()
    }

    /// The files that they are from.
    pub fn files(&self) -> BTreeSet<&'static str> {
        self.taken.iter().map(|(file, _)| *file).collect()
    }

    /// The versions that they were measured with.
    pub fn versions(&self) -> BTreeSet<&'a str> {
        let row = |(file, at): &(&str, usize)| self.lab.files[*file][*at].versions.as_str();
        self.taken.iter().map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "case,versions,knobs,metric,unit,value,repeat\n\
        export,py3,rows=1000;cols=5,peak,MiB,4.0,0\n\
        export,py3,rows=1000;cols=5,kept,MiB,3.0,0\n\
        export,py3,rows=1000;cols=5,peak,MiB,6.0,1\n\
        export,py3,rows=1000;cols=5,kept,MiB,5.0,1\n\
        export,py3,rows=9000;cols=5,peak,MiB,40.0,0\n\
        other,py4,\"state=fresh, no query;n=2\",peak,MiB,1.0,0\n";

    fn lab() -> Lab {
        let mut lab = Lab::default();
        lab.add("file", TEXT).unwrap();
        lab
    }

    #[test]
    fn rows_are_chosen_by_case_knobs_and_metric() {
        let lab = lab();
        let mut notebook = Notebook::new(&lab);
        let export = Query::of("file", "export");
        assert_eq!(notebook.values(&export, "peak").unwrap(), [4.0, 40.0, 6.0]);
        assert_eq!(notebook.values(&export.clone().at_least("rows", 5e3), "peak").unwrap(), [40.0]);
        assert_eq!(notebook.values(&export.at_most("rows", 5e3), "kept").unwrap(), [3.0, 5.0]);
        assert_eq!(notebook.taken(), 5);
        assert_eq!(notebook.versions(), BTreeSet::from(["py3"]));
        let fresh = Query::of("file", "other").with("state=fresh, no query");
        assert_eq!(notebook.values(&fresh, "peak").unwrap(), [1.0]);
    }

    #[test]
    fn metrics_of_one_measurement_stay_together() {
        let lab = lab();
        let mut notebook = Notebook::new(&lab);
        let both = notebook.take(&Query::of("file", "export"), ["kept", "peak"]).unwrap();
        assert_eq!(both.iter().map(|one| one.values).collect::<Vec<_>>(), [[3.0, 4.0], [5.0, 6.0]]);
        let medians = Measured::over_repeats(&both);
        assert_eq!(medians.len(), 1);
        assert_eq!((medians[0].values, medians[0].knob("rows")), ([4.0, 5.0], 1000.0));
    }

    #[test]
    fn rows_that_are_not_there_are_an_error() {
        let lab = lab();
        let missing = Query::of("file", "export").with("cols=6");
        assert!(Notebook::new(&lab).values(&missing, "peak").is_err());
    }
}
