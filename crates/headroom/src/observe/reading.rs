//! Walks the lines: each belongs to the first format that knows it.

use std::mem;

use serde_json::Value as Json;

use super::cgroup::Cgroup;
use super::docker::{self, Docker};
use super::merged::merged;
use super::monitor::{self, Monitor};
use super::process::Blocks;
use super::table::Table;
use super::{LONGEST, MOST_PROBLEMS, Observations, ObserveError, Problem, Why, railway};

/// What a format makes of a line.
pub(super) enum Taken {
    Yes,
    No,
    Wrong(Why),
}

/// Everything that can be read in a text.
///
/// # Errors
/// When not one line of it can be read.
pub fn read(text: &str) -> Result<Observations, ObserveError> {
    if text.len() > LONGEST {
        return Err(ObserveError::TooLong { found: text.len() });
    }
    if text.trim().is_empty() {
        return Err(ObserveError::Empty);
    }
    let mut reading = Reading::default();
    reading.walk(text.trim_start_matches('\u{feff}'));
    let seen = reading.finish(text);
    if seen.is_empty() { Err(ObserveError::Nothing(seen.problems)) } else { Ok(seen) }
}

#[derive(Default)]
struct Reading {
    seen: Observations,
    table: Table,
    blocks: Blocks,
    cgroup: Cgroup,
    docker: Docker,
    monitor: Monitor,
}

impl Reading {
    fn walk(&mut self, text: &str) {
        let (mut rest, mut number) = (text, 1);
        while !rest.is_empty() {
            let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
            let trimmed = line.trim();
            let taken_whole = if trimmed.starts_with('{') {
                self.json(rest, number)
            } else {
                self.line(trimmed, number);
                None
            };
            let after = taken_whole.map_or(after, |length| {
                let all = &rest[length..];
                all.split_once('\n').map_or("", |(_, after)| after)
            });
            let passed = &rest[..rest.len() - after.len()];
            number += passed.matches('\n').count();
            rest = after;
        }
    }

    /// A JSON value may go over many lines: its length, if it is one.
    fn json(&mut self, rest: &str, number: usize) -> Option<usize> {
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Json>();
        let found = values.next()?;
        match found {
            Ok(json) => {
                let taken = docker::json(&json, &mut self.docker)
                    .or(|| railway::json(&json, &mut self.seen))
                    .or(|| monitor::json(&json, &mut self.monitor));
                match taken {
                    Taken::Yes => {}
                    Taken::Wrong(why) => self.wrong(number, rest, why),
                    Taken::No => self.wrong(number, rest, Why::NoMemory),
                }
                Some(values.byte_offset())
            }
            Err(why) => {
                let (line, column) = (why.line().max(1), why.column().max(1));
                let found = rest.lines().nth(line - 1).unwrap_or(rest);
                self.wrong(number + line - 1, found, Why::NotJson { column });
                None
            }
        }
    }

    fn line(&mut self, line: &str, number: usize) {
        if line.is_empty() {
            self.table.end();
            self.blocks.end();
            self.cgroup.end();
            return;
        }
        let taken = self
            .monitor
            .take(line)
            .or(|| self.docker.take(line))
            .or(|| self.table.header(line))
            .or(|| self.blocks.take(line))
            .or(|| self.cgroup.take(line))
            .or(|| self.table.row(line));
        let last = [self.table.processes.last_mut(), self.blocks.processes.last_mut()];
        for process in last.into_iter().flatten().filter(|process| process.line == 0) {
            process.line = number;
        }
        match taken {
            Taken::Yes => {}
            Taken::Wrong(_) | Taken::No if is_prompt(line) => {}
            Taken::Wrong(why) => self.wrong(number, line, why),
            Taken::No => self.wrong(number, line, Why::Unknown),
        }
    }

    fn wrong(&mut self, line: usize, found: &str, why: Why) {
        if self.seen.problems.len() >= MOST_PROBLEMS {
            self.seen.more_problems += 1;
            return;
        }
        let first = found.lines().next().unwrap_or_default();
        let found = first.chars().filter(|c| !c.is_control()).take(60).collect();
        self.seen.problems.push(Problem { line, found, why });
    }

    fn finish(mut self, text: &str) -> Observations {
        let mut processes = mem::take(&mut self.table.processes);
        processes.append(&mut self.blocks.processes);
        processes.sort_by_key(|process| process.line);
        processes.extend(self.monitor.processes());
        let (processes, again) = merged(processes);
        let lines: Vec<&str> = text.lines().collect();
        for (line, why) in again {
            self.wrong(line, lines.get(line - 1).map_or("", |line| line.trim()), why);
        }
        let Self { mut seen, cgroup, docker, monitor, .. } = self;
        seen.processes = processes;
        seen.problems.sort_by_key(|problem| problem.line);
        seen.totals.extend(cgroup.totals());
        seen.totals.extend(docker.totals());
        seen.totals.extend(monitor.totals());
        seen
    }
}

impl Taken {
    fn or(self, next: impl FnOnce() -> Self) -> Self {
        match self {
            Self::No => next(),
            Self::Yes | Self::Wrong(_) => self,
        }
    }
}

/// What a shell echoes around the output (`root@web:/app# ps aux`, `$ ps aux`, Alpine's
/// `/app # ps`), and headings between one output and the next.
fn is_prompt(line: &str) -> bool {
    let begins = |signs: &[&str]| signs.iter().any(|sign| line.starts_with(sign));
    let command = ["# ", "$ "].iter().any(|sign| line.contains(sign)) || line.ends_with(['#', '$']);
    begins(&["$", "# ", "% ", "> ", "+ ", "---", "==>"])
        || command && (line.contains('@') || begins(&["/", "~", "sh-", "bash-"]))
}
