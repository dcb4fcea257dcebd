//! The line that collects measurements is run against processes of this machine, and
//! the core reads what it prints.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use headroom::export::COLLECT;
use headroom::observe::{Figure, Meter, Process, read};

/// A parent and two children, as Gunicorn has them; each holds 20 MB of its own.
const SERVICE: &str = r"
import os, sys
parent = os.getpid()
for _ in range(2):
    if os.getpid() == parent:
        os.fork()
held = bytearray(os.urandom(20_000_000))
os.write(1, b'%d %d\n' % (os.getpid(), os.getppid()))
sys.stdin.read()
";

/// Ends with its input: nothing is left running.
struct Service(Child);

impl Service {
    fn start() -> (Self, Vec<(u32, u32)>) {
        let mut child = Command::new("python3")
            .args(["-c", SERVICE, "gunicorn"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|why| panic!("python3 does not start: {why}"));
        let lines = child.stdout.take().map(BufReader::new).map(BufRead::lines);
        let processes = lines.into_iter().flatten().map_while(Result::ok).take(3).map(|line| {
            let mut numbers = line.split(' ').filter_map(|word| word.parse().ok());
            (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default())
        });
        let processes = processes.collect();
        (Self(child), processes)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

fn printed(shell: &str) -> String {
    let output = Command::new(shell).args(["-c", COLLECT]).output();
    let output = output.unwrap_or_else(|why| panic!("{shell} does not start: {why}"));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn what_it_prints_of_running_processes_is_read_to_the_last_line() {
    let (_service, processes) = Service::start();
    assert_eq!(processes.len(), 3);
    let text = printed("sh");
    let seen = read(&text).unwrap_or_else(|why| panic!("{why:?}\n{text}"));
    assert_eq!(seen.problems, [], "{text}");
    for (pid, parent) in &processes {
        let found = seen.processes.iter().find(|process| process.pid == Some(*pid));
        let found: &Process = found.unwrap_or_else(|| panic!("{pid} is not in\n{text}"));
        assert_eq!(found.parent, Some(*parent));
        for meter in [Meter::RssAnon, Meter::Rss, Meter::Pss, Meter::PrivateDirty, Meter::Uss] {
            assert!(found.figure(meter) > Some(20e6), "{meter:?} of {found:?}");
        }
    }
}

#[test]
fn it_finds_neither_itself_nor_the_shell_that_runs_it() {
    let shell = format!("echo own $$; {COLLECT}");
    let output = Command::new("sh").args(["-c", &shell]).output();
    let text =
        String::from_utf8_lossy(&output.map(|it| it.stdout).unwrap_or_default()).into_owned();
    let own = text.lines().next().and_then(|line| line.strip_prefix("own ")).unwrap_or_default();
    assert!(!own.is_empty() && !text.contains(&format!("/proc/{own}/")), "{text}");
    assert!(!text.contains("Name:\tgrep") && !text.contains("Name:\tcut"), "{text}");
}

#[test]
fn it_tells_what_a_tmpfs_holds_from_page_cache() {
    let version_2 = "anon 93511680\nfile 309572352\nkernel 5\nshmem 300000000\n";
    let version_1 = "cache 1\nrss 1\nshmem 1\ntotal_cache 309572352\ntotal_rss 93511680\ntotal_shmem 300000000\n";
    for (place, stat) in [("v2", version_2), ("v1/memory", version_1)] {
        let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cgroup").join(place);
        fs::create_dir_all(&place)
            .and_then(|()| fs::write(place.join("memory.stat"), stat))
            .unwrap();
        let root = place.parent().filter(|_| place.ends_with("memory")).unwrap_or(&place);
        let command = COLLECT.replace("/sys/fs/cgroup", &root.display().to_string());
        let output = Command::new("sh").args(["-c", &command]).output().unwrap();
        let seen = read(&String::from_utf8_lossy(&output.stdout)).unwrap();
        let found = [Figure::Held, Figure::Cache].map(|figure| seen.total(figure).unwrap().bytes);
        assert_eq!(found, [393_511_680.0, 9_572_352.0], "{output:?}");
    }
}
