//! What was measured twice counts once, and the text's line says so.

use super::*;

/// The lines that are named, and why.
#[track_caller]
fn named(text: &str) -> Vec<(usize, Why)> {
    let seen = read(text).unwrap();
    seen.problems.iter().map(|problem| (problem.line, problem.why)).collect()
}

#[test]
fn a_second_container_and_a_second_moment() {
    let web = include_str!("samples/docker_stats.json").trim();
    let db = r#"{"ID":"0c2f","Name":"db","MemUsage":"40MiB / 1GiB"}"#;
    assert_eq!(named(&format!("{web}\n{db}")), [(2, Why::AnotherContainer)]);
    assert_eq!(named(&format!("{web}\n{web}")), [(2, Why::Again)]);
}

#[test]
fn a_second_answer_of_railway() {
    let one = include_str!("samples/railway_metrics.json");
    let again = one.replace("5120.0", "1024.0");
    assert_eq!(named(&format!("{one}{again}")), [(one.lines().count() + 1, Why::Again)]);
    let seen = read(&format!("{one}{again}")).unwrap();
    assert_eq!(seen.total(Figure::AtRest).unwrap().bytes, 5e9);
}

#[test]
fn a_rollup_that_was_pasted_twice() {
    let rollups = include_str!("samples/smaps_rollup.txt");
    let lines = rollups.lines().count();
    let begins = |line: &usize| rollups.lines().nth(line - 1).unwrap().starts_with("Rss:");
    let wanted: Vec<_> =
        (1..=lines).filter(begins).map(|line| (lines + line, Why::SameRollup)).collect();
    let twice = format!("{rollups}{rollups}");
    assert_eq!(named(&twice), wanted);
    assert_eq!(read(&twice).unwrap().processes.len(), 4);
    let third = format!("{rollups}Rss: 39928 kB\nPss: 27197 kB\nPrivate_Dirty: 25040 kB\n");
    assert_eq!(read(&third).unwrap().processes.len(), 5, "a worker like another");
}

#[test]
fn processes_of_two_replicas() {
    let first = "PID PPID RSS COMMAND\n1 0 26000 gunicorn\n7 1 90000 gunicorn\n";
    let second = "PID PPID RSS COMMAND\n1 0 26008 gunicorn\n7 1 140000 gunicorn\n";
    let text = format!("{first}\n{second}");
    assert_eq!(named(&text), [(7, Why::SamePid)]);
    let seen = read(&text).unwrap();
    assert_eq!(seen.processes[1].figure(Meter::Rss), Some(90_000.0 * crate::units::KIB));
    let status = "Name: gunicorn\nPid: 7\nVmRSS: 40000 kB\n\n";
    assert_eq!(named(&format!("{status}{first}")), [(7, Why::SamePid)], "in the text's order");
    let later = "Name: gunicorn\nPid: 7\nVmRSS: 99000 kB\nRssAnon: 80000 kB";
    assert_eq!(named(&format!("{first}\n{later}")), [], "another meter adds to what is known");
}

#[test]
fn two_containers_by_the_kernel() {
    let both = "memory.current 900000000\nmemory.stat\nanon 800000000\nfile 9000000\n\nmemory.current 300000000\nmemory.stat\nanon 200000000\nfile 9000000";
    assert_eq!(named(both), [(6, Why::Again), (8, Why::Again)]);
    let seen = read(both).unwrap();
    assert_eq!(seen.total(Figure::AtRest).unwrap().bytes, 9e8);
    assert_eq!(seen.total(Figure::Held).unwrap().bytes, 8e8);
}

#[test]
fn a_peak_below_what_is_there() {
    for text in [
        "memory.current 900000000\nmemory.peak 300000000",
        "memory.peak 300000000\nmemory.current 900000000",
    ] {
        assert_eq!(named(text), [(2, Why::PeakBelow)]);
        assert_eq!(read(text).unwrap().total(Figure::Peak), None);
    }
    assert_eq!(named("memory.peak 900000000\nmemory.current 900004096"), [], "a moment apart");
}
