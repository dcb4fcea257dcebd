//! `/proc/PID/status` and `/proc/PID/smaps_rollup`, one or many, as `cat` gives them or
//! as `grep` does, with the file's name before each line.

use super::amount::kibibytes;
use super::reading::Taken;
use super::{Meter, Process, Why};

/// The process that is being read, and those before it.
#[derive(Default)]
pub(super) struct Blocks {
    open: Option<Open>,
    /// Whether the lines are those of one mapping: they count for no process.
    in_mapping: bool,
    pub(super) processes: Vec<Process>,
}

/// What the last process has already.
#[derive(Clone, Copy)]
struct Open {
    /// By the name before the line.
    pid: Option<u32>,
    rollup: bool,
}

impl Blocks {
    pub(super) fn end(&mut self) {
        self.open = None;
        self.in_mapping = false;
    }

    pub(super) fn take(&mut self, line: &str) -> Taken {
        let (pid, line) = named(line).map_or((None, line), |(pid, rest)| (Some(pid), rest));
        if let Some(is_rollup) = is_rollup(line) {
            // A `smaps` has hundreds of them: it is named once.
            let is_further = self.in_mapping;
            self.in_mapping = !is_rollup;
            return if is_rollup || is_further { Taken::Yes } else { Taken::Wrong(Why::Mapping) };
        }
        let Some((key, value)) = line.split_once(':') else { return Taken::No };
        let value = value.trim();
        self.in_mapping &= pid.is_none() && key != "Name" && is_word(key);
        if self.in_mapping {
            return Taken::Yes;
        }
        let starts = match key {
            "Name" => true,
            "Rss" => self.open.is_none_or(|open| open.rollup),
            "PPid" | "RssAnon" | "VmRSS" | "Pss" | "Anonymous" | "Private_Dirty"
            | "Private_Clean" => self.open.is_none(),
            _ => false,
        };
        let another = pid.is_some() && self.open.is_some_and(|open| open.pid != pid);
        if another || (starts && (pid.is_none() || self.open.is_none())) {
            self.processes.push(Process { pid, ..Process::default() });
            self.open = Some(Open { pid, rollup: false });
        }
        let (Some(open), Some(process)) = (&mut self.open, self.processes.last_mut()) else {
            return Taken::No;
        };
        open.rollup |= key == "Rss";
        note(process, key, value)
    }
}

fn note(process: &mut Process, key: &str, value: &str) -> Taken {
    let whole = || value.parse().ok();
    match key {
        "Name" => value.clone_into(&mut process.command),
        "Pid" => process.pid = whole().or(process.pid),
        "PPid" => process.parent = whole(),
        _ => {
            let meter = match key {
                "RssAnon" | "Anonymous" => Meter::RssAnon,
                "VmRSS" | "Rss" => Meter::Rss,
                "Pss" => Meter::Pss,
                "Private_Dirty" => Meter::PrivateDirty,
                "Private_Clean" => Meter::Uss,
                // The other fifty lines of these files.
                _ if is_word(key) => {
                    return Taken::Yes;
                }
                _ => return Taken::No,
            };
            let Some(bytes) = value.strip_suffix("kB").and_then(|kb| kibibytes(kb.trim())) else {
                return Taken::Wrong(Why::NotASize);
            };
            process.put(meter, bytes);
            // USS is the sum of the two, which stand in this order.
            if let (Meter::PrivateDirty, Some(clean)) = (meter, process.figure(Meter::Uss)) {
                process.put(Meter::Uss, clean + bytes);
            }
        }
    }
    Taken::Yes
}

fn is_word(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// `/proc/12/status:PPid: 1` is a line of process 12.
fn named(line: &str) -> Option<(u32, &str)> {
    let (pid, rest) = line.strip_prefix("/proc/")?.split_once('/')?;
    let rest = rest.strip_prefix("status:").or_else(|| rest.strip_prefix("smaps_rollup:"))?;
    Some((pid.parse().ok()?, rest))
}

/// `55c8-7ffd ---p 00000000 00:00 0 [rollup]` begins a rollup; without the word it is
/// one mapping of a `smaps`.
fn is_rollup(line: &str) -> Option<bool> {
    let addresses = line.split_whitespace().next()?;
    let (from, to) = addresses.split_once('-')?;
    let hexadecimal = |text: &str| text.len() >= 6 && text.bytes().all(|b| b.is_ascii_hexdigit());
    (hexadecimal(from) && hexadecimal(to)).then(|| line.ends_with("[rollup]"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::{ObserveError, read};

    fn of(text: &str) -> Vec<Process> {
        let mut blocks = Blocks::default();
        for line in text.lines() {
            assert!(matches!(blocks.take(line.trim()), Taken::Yes), "{line}");
        }
        blocks.processes
    }

    #[test]
    fn four_rollups_one_after_the_other() {
        let found = of(include_str!("samples/smaps_rollup.txt"));
        assert_eq!(found.len(), 4);
        assert_eq!(found[1].figure(Meter::PrivateDirty), Some(25_040.0 * 1024.0));
        assert_eq!(found[1].figure(Meter::Uss), Some(25_040.0 * 1024.0));
        assert_eq!(found[1].figure(Meter::RssAnon), Some(31_280.0 * 1024.0));
    }

    #[test]
    fn four_status_files_one_after_the_other() {
        let found = of(include_str!("samples/status.txt"));
        assert_eq!(found.len(), 4);
        assert_eq!((found[3].pid, found[3].parent), (Some(12180), Some(12162)));
        assert_eq!(found[3].figure(Meter::RssAnon), Some(31_276.0 * 1024.0));
        assert_eq!(found[3].command, "gunicorn");
    }

    #[test]
    fn a_status_and_its_rollup_are_one_process() {
        let found = of(
            "Name:\tgunicorn\nPid:\t7\nVmRSS:\t900 kB\n0055c817d2c000-7ffd5d787000 ---p 00000000 00:00 0 [rollup]\nRss: 900 kB\nPrivate_Dirty: 500 kB",
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].figure(Meter::PrivateDirty), Some(512_000.0));
    }

    /// As `cat /proc/self/smaps` begins.
    const SMAPS: &str = "55c817d2c000-55c817d2e000 r--p 00000000 fe:01 1052 /usr/bin/python3\nSize: 8 kB\nRss: 8 kB\nPss: 4 kB\nPrivate_Dirty: 0 kB\nVmFlags: rd mr mw me\n55c817d2e000-55c817d33000 r-xp 00002000 fe:01 1052 /usr/bin/python3\nSize: 20 kB\nRss: 20 kB\nPss: 10 kB\nPrivate_Dirty: 4 kB\n";

    #[test]
    fn the_mappings_of_a_full_smaps_are_no_processes() {
        let Err(ObserveError::Nothing(problems)) = read(SMAPS) else { panic!("read") };
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!((problems[0].line, problems[0].why), (1, Why::Mapping));
        for after in [include_str!("samples/status.txt"), include_str!("samples/smaps_rollup.txt")]
        {
            let seen = read(&format!("{SMAPS}{after}")).unwrap();
            assert_eq!(seen.recognised(), read(after).unwrap().recognised());
            assert_eq!(seen.problems.len(), 1, "{:?}", seen.problems);
        }
    }
}
