//! Which processes are Gunicorn's, and which of them is the arbiter.

use std::collections::BTreeMap;

use super::{Meter, Process};

/// Gunicorn's processes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Crew<'a> {
    pub(super) arbiter: Option<&'a Process>,
    pub(super) workers: Vec<&'a Process>,
}

/// The arbiter has no application: without preload it is clearly smaller.
const CLEARLY_SMALLER: f64 = 0.8;

impl Crew<'_> {
    /// Whether log lines alone tell of the workers: nobody knows how many run at once.
    pub(super) fn is_logged(&self) -> bool {
        self.workers.iter().any(|worker| worker.logged)
    }
}

/// Gunicorn's processes among all; those that log lines alone tell of where no list has
/// a worker.
pub(super) fn crew(all: &[Process]) -> Crew<'_> {
    let mut found: Vec<&Process> = all.iter().filter(|process| is_gunicorn(process)).collect();
    if found.is_empty() {
        found = same_command(all);
    }
    let (logged, found): (Vec<&Process>, _) = found.into_iter().partition(|one| one.logged);
    let arbiter = arbiter(&found);
    let listed: Vec<&Process> = match arbiter {
        None => found,
        // Other services on the same machine have arbiters of their own.
        Some(arbiter) => {
            let is_own = |process: &&Process| match (arbiter.pid, process.parent) {
                (Some(pid), Some(parent)) => parent == pid,
                _ => true,
            };
            let others = found.into_iter().filter(|process| !std::ptr::eq(*process, arbiter));
            others.filter(is_own).collect()
        }
    };
    Crew { arbiter, workers: if listed.is_empty() { logged } else { listed } }
}

/// What carries the name as an argument but is another program.
const NOT_GUNICORN: [&str; 12] = [
    "sh",
    "bash",
    "ash",
    "dash",
    "grep",
    "pgrep",
    "awk",
    "ps",
    "smem",
    "tini",
    "dumb-init",
    "watch",
];

fn is_gunicorn(process: &Process) -> bool {
    let program = process.command.split([' ', ':']).next().unwrap_or_default();
    let program = program.rsplit('/').next().unwrap_or_default();
    let smem = process.command.contains("/smem");
    process.command.contains("gunicorn") && !NOT_GUNICORN.contains(&program) && !smem
}

/// Where no name was told: the largest group that was started alike.
fn same_command(all: &[Process]) -> Vec<&Process> {
    let mut groups: BTreeMap<&str, Vec<&Process>> = BTreeMap::new();
    for process in all {
        groups.entry(&process.command).or_default().push(process);
    }
    let several = groups.iter().filter(|(name, group)| name.is_empty() || group.len() > 1);
    several.map(|(_, group)| group.clone()).max_by_key(Vec::len).unwrap_or_default()
}

fn arbiter<'a>(found: &[&'a Process]) -> Option<&'a Process> {
    let titled = found.iter().find(|process| {
        process.command.contains("gunicorn: master") || process.command == "gunicorn: maste"
    });
    titled.copied().or_else(|| parent_of_most(found)).or_else(|| smallest(found))
}

/// By its title, of which the kernel's own name has only the beginning.
fn is_worker(process: &Process) -> bool {
    process.command.contains("gunicorn: worke")
}

fn parent_of_most<'a>(found: &[&'a Process]) -> Option<&'a Process> {
    let mut children: BTreeMap<u32, usize> = BTreeMap::new();
    for parent in found.iter().filter_map(|process| process.parent) {
        *children.entry(parent).or_default() += 1;
    }
    let count = |process: &Process| children.get(&process.pid?).copied();
    let parents =
        found.iter().copied().filter(|process| count(process).is_some() && !is_worker(process));
    parents.max_by_key(|process| count(process))
}

/// Only where parents are not told: a worker alone is no arbiter.
fn smallest<'a>(found: &[&'a Process]) -> Option<&'a Process> {
    if found.iter().any(|process| process.parent.is_some()) || found.len() < 2 {
        return None;
    }
    let meter = Meter::ALL
        .into_iter()
        .find(|meter| found.iter().all(|process| process.figure(*meter).is_some()))?;
    let size = |process: &&Process| process.figure(meter).unwrap_or_default();
    let mut sizes: Vec<f64> = found.iter().map(size).collect();
    sizes.sort_by(f64::total_cmp);
    let others = found.iter().copied().filter(|process| !is_worker(process));
    let smallest = others.clone().min_by(|one, other| size(one).total_cmp(&size(other)))?;
    let middle = sizes.get(sizes.len() / 2)?;
    if size(&smallest) < middle * CLEARLY_SMALLER {
        return Some(smallest);
    }
    // Under preload it holds the application too: it is the first that ran.
    others.filter(|process| process.pid.is_some()).min_by_key(|process| process.pid)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::read;

    #[track_caller]
    fn of(text: &str, arbiter: Option<u32>, workers: usize) {
        let seen = read(text).unwrap();
        let crew = crew(&seen.processes);
        assert_eq!(crew.arbiter.and_then(|process| process.pid), arbiter, "{crew:?}");
        assert_eq!(crew.workers.len(), workers, "{crew:?}");
    }

    #[test]
    fn by_the_title() {
        of(include_str!("samples/ps_titles.txt"), Some(21504), 2);
    }

    #[test]
    fn by_the_parent() {
        of(include_str!("samples/ps_o.txt"), Some(12162), 3);
        of(include_str!("samples/status.txt"), Some(12162), 3);
        of(include_str!("samples/collected.txt"), Some(12162), 3);
    }

    #[test]
    fn a_process_that_is_titled_a_worker_is_no_arbiter() {
        of(include_str!("samples/monitor.jsonl"), None, 3);
        let child = "PID PPID RSS COMMAND\n8 1 90000 gunicorn: worker\n9 8 40000 gunicorn: worker";
        of(child, None, 2);
        of("PID RSS COMMAND\n8 90000 gunicorn: worke\n9 40000 gunicorn: worke", None, 2);
    }

    #[test]
    fn by_its_size_where_neither_is_told() {
        of(include_str!("samples/ps_aux.txt"), Some(12162), 3);
        of(include_str!("samples/smem.txt"), Some(12162), 3);
        of(include_str!("samples/smaps_rollup.txt"), None, 3);
    }

    #[test]
    fn a_shell_around_it_and_a_search_for_it_are_others() {
        let text = "PID PPID RSS COMMAND\n1 0 900 /bin/sh -c gunicorn app\n7 1 26000 python gunicorn app\n8 7 40000 python gunicorn app\n9 8 800 grep gunicorn";
        of(text, Some(7), 1);
    }

    #[test]
    fn a_worker_alone_is_a_worker() {
        of("Name:\tgunicorn\nPid:\t8\nPPid:\t1\nRssAnon:\t31280 kB", None, 1);
    }
}
