//! What was said of one process in several places, as one.

use std::collections::BTreeMap;

use super::amount::alike;
use super::{Meter, Process, Why};

/// As one, and the lines that begin what does not count.
pub(super) fn merged(all: Vec<Process>) -> (Vec<Process>, Vec<(usize, Why)>) {
    let mut again = Vec::new();
    let mut places = BTreeMap::new();
    let mut merged: Vec<Process> = Vec::new();
    let mut nameless = Vec::new();
    for process in all {
        let Some(pid) = process.pid else {
            nameless.push(process);
            continue;
        };
        if let Some(place) = places.get(&pid).copied() {
            if is_another(&merged[place], &process) {
                again.push((process.line, Why::SamePid));
            } else {
                join(&mut merged[place], process);
            }
        } else {
            places.insert(pid, merged.len());
            merged.push(process);
        }
    }
    let repeated = nameless.split_off(once(&nameless));
    again.extend(repeated.iter().map(|process| (process.line, Why::SameRollup)));
    // A rollup has no number: its RSS tells whose it is.
    let known = merged.len();
    for process in nameless {
        match merged[..known].iter_mut().find(|other| is_same(other, &process)) {
            Some(other) => join(other, process),
            None => merged.push(process),
        }
    }
    (merged, again)
}

/// How many rollups there are where the same text was pasted several times. One worker can
/// have the figures of another to the kB; a whole list in its order cannot.
fn once(nameless: &[Process]) -> usize {
    let all = nameless.len();
    let repeats = |length: &usize| {
        let (first, others) = (nameless, nameless.get(*length..).unwrap_or_default());
        all.is_multiple_of(*length)
            && others.iter().zip(first).all(|(one, other)| one.figures == other.figures)
    };
    let are_rollups = nameless.iter().all(|one| one.figure(Meter::PrivateDirty).is_some());
    (1..=all / 2).find(repeats).filter(|_| are_rollups).unwrap_or(all)
}

/// Whether a process with the same number adds nothing and shows otherwise: one of
/// another replica, or of another hour.
fn is_another(known: &Process, process: &Process) -> bool {
    let both = || known.figures.into_iter().zip(process.figures);
    let adds = both().any(|(known, new)| known.is_none() && new.is_some());
    let differs = both().any(|(known, new)| known.zip(new).is_some_and(|(a, b)| !alike(a, b)));
    !process.logged && !adds && differs
}

fn is_same(known: &Process, process: &Process) -> bool {
    match (known.figure(Meter::Rss), process.figure(Meter::Rss)) {
        (Some(one), Some(other)) => {
            known.figure(Meter::PrivateDirty).is_none() && alike(one, other)
        }
        _ => false,
    }
}

fn join(into: &mut Process, process: Process) {
    into.logged &= process.logged;
    into.parent = process.parent.or(into.parent);
    if into.command.len() < process.command.len() {
        into.command = process.command;
    }
    for (old, new) in into.figures.iter_mut().zip(process.figures) {
        *old = new.or(*old);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::read;

    #[test]
    fn rollups_without_a_number_belong_to_the_processes_of_ps() {
        let both = [include_str!("samples/ps_o.txt"), include_str!("samples/smaps_rollup.txt")];
        let seen = read(&both.join("\n")).unwrap();
        assert_eq!(seen.processes.len(), 4);
        assert!(seen.processes.iter().all(|one| one.figure(Meter::PrivateDirty).is_some()));
    }
}
