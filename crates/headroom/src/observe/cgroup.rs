//! The kernel's count for the container: `memory.current`, `memory.peak` and
//! `memory.stat` of version 2, `memory.usage_in_bytes` and its kin of version 1.

use std::collections::BTreeMap;

use super::amount::{alike, number};
use super::reading::Taken;
use super::{Figure, Source, Total, Why};
use crate::units::MIB;

/// What was read so far.
#[derive(Default)]
pub(super) struct Cgroup {
    current: Option<f64>,
    peak: Option<f64>,
    /// Of `memory.stat`, what the names below stand for.
    stat: BTreeMap<&'static str, f64>,
    /// The file whose number stands in the next line.
    heading: Option<File>,
    /// Whether the lines are those of `memory.stat`.
    in_stat: bool,
}

/// Of version 2, and of version 1 with and without the groups below.
const ANONYMOUS: [&str; 3] = ["anon", "total_rss", "rss"];
/// What [`SHMEM`] counts is part of it.
const FILE: [&str; 3] = ["file", "total_cache", "cache"];
/// Files of a tmpfs and shared memory: without swap they cannot be given back.
const SHMEM: [&str; 2] = ["total_shmem", "shmem"];

#[derive(Clone, Copy)]
enum File {
    Current,
    Peak,
    Stat,
    /// One that says nothing of what is used.
    Other,
}

impl Cgroup {
    pub(super) fn end(&mut self) {
        self.in_stat = false;
    }

    pub(super) fn take(&mut self, line: &str) -> Taken {
        let line = line.trim_start_matches("==>").trim_end_matches("<==").trim();
        if let Some((file, rest)) = named(line) {
            self.in_stat = matches!(file, File::Stat);
            if rest.is_empty() {
                self.heading = Some(file);
                return Taken::Yes;
            }
            return self.content(file, rest);
        }
        if number(line).is_some() {
            return match self.heading.take() {
                Some(file) => self.content(file, line),
                None if self.current.is_none() => self.content(File::Current, line),
                // It can be a limit as well as the highest figure.
                None => Taken::Wrong(Why::Unnamed),
            };
        }
        self.heading = None;
        self.pair(line)
    }

    fn content(&mut self, file: File, text: &str) -> Taken {
        let place = match file {
            File::Current => &mut self.current,
            File::Peak => &mut self.peak,
            File::Stat => return self.pair(text),
            File::Other => return Taken::Yes,
        };
        match number(text) {
            // A count of processes, a percentage: no container is as small.
            Some(bytes) if bytes < MIB => return Taken::Wrong(Why::Unknown),
            Some(bytes) if !alike(*place.get_or_insert(bytes), bytes) => {
                return Taken::Wrong(Why::Again);
            }
            Some(_) => {}
            None => return Taken::Wrong(Why::NotASize),
        }
        match (self.current, self.peak) {
            (Some(current), Some(peak)) if peak < current && !alike(current, peak) => {
                self.peak = None;
                Taken::Wrong(Why::PeakBelow)
            }
            _ => Taken::Yes,
        }
    }

    /// A line of `memory.stat`.
    fn pair(&mut self, line: &str) -> Taken {
        let Some((key, value)) = line.split_once(' ') else { return Taken::No };
        let known = ANONYMOUS.into_iter().chain(FILE).chain(SHMEM).find(|known| *known == key);
        let value = value.trim();
        let Some(key) = known else {
            // A limit that is not set is larger than any memory.
            let is_count = value.bytes().all(|b| b.is_ascii_digit());
            self.in_stat |= is_count && key == "inactive_file";
            return if self.in_stat && is_count { Taken::Yes } else { Taken::No };
        };
        let Some(bytes) = number(value) else { return Taken::Wrong(Why::NotASize) };
        self.in_stat = true;
        let first = *self.stat.entry(key).or_insert(bytes);
        if alike(first, bytes) { Taken::Yes } else { Taken::Wrong(Why::Again) }
    }

    fn first(&self, keys: &[&str]) -> Option<f64> {
        keys.iter().find_map(|key| self.stat.get(key).copied())
    }

    pub(super) fn totals(&self) -> impl Iterator<Item = Total> {
        // Without `memory.current`, the two halves of `memory.stat` are all but the kernel's own.
        let shmem = self.first(&SHMEM).unwrap_or_default();
        let held = self.first(&ANONYMOUS).map(|bytes| bytes + shmem);
        let cache = self.first(&FILE).map(|bytes| (bytes - shmem).max(0.0));
        let halves = held.zip(cache).map(|(held, cache)| held + cache);
        let found = [
            (Figure::AtRest, self.current.or(halves)),
            (Figure::Peak, self.peak),
            (Figure::Held, held),
            (Figure::Cache, cache),
        ];
        found.into_iter().filter_map(|(figure, bytes)| {
            Some(Total { source: Source::Cgroup, figure, bytes: bytes? })
        })
    }
}

/// `memory.peak 123`, `/sys/fs/cgroup/memory.peak:123`: the file, and the rest.
fn named(line: &str) -> Option<(File, &str)> {
    let start = line.find("memory.")?;
    let before = &line[..start];
    if !(before.is_empty() || before.ends_with('/')) || before.contains(' ') {
        return None;
    }
    let name = &line[start..];
    let end = name.find([':', ' ', '=', '\t']).unwrap_or(name.len());
    let file = match &name[..end] {
        "memory.current" | "memory.usage_in_bytes" => File::Current,
        "memory.peak" | "memory.max_usage_in_bytes" => File::Peak,
        "memory.stat" => File::Stat,
        _ => File::Other,
    };
    Some((file, name[end..].trim_start_matches([':', ' ', '=', '\t'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn of(text: &str) -> Vec<(Figure, f64)> {
        let mut cgroup = Cgroup::default();
        for line in text.lines() {
            assert!(matches!(cgroup.take(line), Taken::Yes), "{line}");
        }
        cgroup.totals().map(|total| (total.figure, total.bytes)).collect()
    }

    #[test]
    fn version_1_stat() {
        let found = of(include_str!("samples/stat_v1.txt"));
        assert!(found.contains(&(Figure::Held, 93_511_680.0)));
        assert!(found.contains(&(Figure::Cache, 7_360_512.0)));
    }

    #[test]
    fn version_2_stat() {
        let found = of(include_str!("samples/stat_v2.txt"));
        assert!(found.contains(&(Figure::Held, 93_511_680.0)));
        assert!(found.contains(&(Figure::Cache, 9_572_352.0)));
    }

    #[test]
    fn of_numbers_without_a_name_one_is_read() {
        let mut cgroup = Cgroup::default();
        assert!(matches!(cgroup.take("102363136"), Taken::Yes));
        for limit in ["1073741824", "110000000"] {
            assert!(matches!(cgroup.take(limit), Taken::Wrong(Why::Unnamed)));
        }
        let totals: Vec<_> = cgroup.totals().map(|total| (total.figure, total.bytes)).collect();
        assert_eq!(totals, [(Figure::AtRest, 102_363_136.0)]);
    }

    #[test]
    fn what_a_tmpfs_holds_is_held_and_no_cache() {
        let wanted = vec![
            (Figure::AtRest, 403_084_032.0),
            (Figure::Held, 393_511_680.0),
            (Figure::Cache, 9_572_352.0),
        ];
        assert_eq!(of("anon 93511680\nfile 309572352\nshmem 300000000"), wanted);
        let own = "cache 900\nrss 800\nshmem 700\n";
        let total = "total_cache 309572352\ntotal_rss 93511680\ntotal_shmem 300000000";
        assert_eq!(of(&format!("{own}{total}")), wanted);
    }

    #[test]
    fn numbers_with_and_without_their_file_s_name() {
        let wanted = vec![(Figure::AtRest, 102_363_136.0), (Figure::Peak, 110_000_000.0)];
        assert_eq!(of("102363136\nmemory.peak 110000000"), wanted);
        assert_eq!(of("memory.current 102363136\nmemory.peak 110000000\nmemory.max max"), wanted);
        assert_eq!(
            of("/sys/fs/cgroup/memory.peak:110000000\n/sys/fs/cgroup/memory.current:102363136"),
            wanted
        );
        assert_eq!(
            of(
                "==> memory.usage_in_bytes <==\n102363136\n==> memory.max_usage_in_bytes <==\n110000000"
            ),
            wanted
        );
    }
}
