//! What a text turned out to hold, in a few words' worth.

use super::gunicorn::crew;
use super::{Meter, Observations, Source};

/// What was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// All processes that were listed.
    pub processes: usize,
    /// Whether one of them is Gunicorn's arbiter.
    pub arbiter: bool,
    /// How many of them are its workers.
    pub workers: usize,
    /// Whether log lines alone tell of those.
    pub logged: bool,
    /// What the processes were measured with, the most exact first.
    pub meters: Vec<Meter>,
    /// Who counted the whole.
    pub sources: Vec<Source>,
}

impl Observations {
    /// What was recognised.
    pub fn recognised(&self) -> Recognised {
        let crew = crew(&self.processes);
        let by = |meter: &Meter| self.processes.iter().any(|one| one.figure(*meter).is_some());
        let counted = |source: &Source| self.totals.iter().any(|total| total.source == *source);
        let logged = crew.is_logged();
        Recognised {
            processes: self.processes.iter().filter(|one| logged || !one.logged).count(),
            arbiter: crew.arbiter.is_some(),
            workers: crew.workers.len(),
            logged,
            meters: Meter::ALL.into_iter().filter(by).collect(),
            sources: Source::ALL.into_iter().filter(counted).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::read;

    #[test]
    fn processes_their_meters_and_who_counted_the_whole() {
        let found = read(include_str!("samples/collected.txt")).unwrap().recognised();
        assert_eq!((found.processes, found.arbiter, found.workers), (4, true, 3));
        assert_eq!(found.meters, Meter::ALL);
        assert_eq!(found.sources, [Source::Cgroup]);
    }
}
