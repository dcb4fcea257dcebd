//! The command as people and pipelines use it: the real binary.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use headroom::plan::{Plan, SideId, fresh, note};
use headroom::units::Estimate;
use headroom::{evaluate::evaluate, file, link};

fn headroom(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_headroom"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses early may not read it all.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

#[track_caller]
fn prints(arguments: &[&str], input: &str) -> String {
    let output = headroom(arguments, input);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn refuses(arguments: &[&str], input: &str, wanted: &str) {
    let output = headroom(arguments, input);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {told}");
    assert!(told.contains(wanted), "{told}");
    assert!(output.stdout.is_empty());
}

fn saved(name: &str, content: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn evaluate_prints_the_note_s_figures_and_bills() {
    let text = prints(&["evaluate", "-"], &file::write(&note()));
    let (now, then) = text.split_once("\nThen").unwrap();
    for wanted in
        ["3,750", "over by 2,750 MB", "$37.50", "overage $32.50", "1,250 MB is not explained"]
    {
        assert!(now.contains(wanted), "{wanted} in\n{now}");
    }
    for wanted in ["910", "Fits, 90 MB left", "$9.10", "overage $4.10", "1,000 opened"] {
        assert!(then.contains(wanted), "{wanted} in\n{then}");
    }
    let spanish = prints(&["evaluate", "-", "--lang", "es"], &file::write(&note()));
    for wanted in ["3750", "excedente $32,50", "Cabe, quedan 90 MB"] {
        assert!(spanish.contains(wanted), "{wanted} in\n{spanish}");
    }
}

#[test]
fn evaluate_prints_the_library_s_numbers_as_json() {
    let text = prints(&["evaluate", "-", "--format", "json"], &file::write(&note()));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    for side in SideId::ALL {
        let (budget, found) = (evaluate(&note(), *side), &json[side.key()]);
        let number = |pointer: &str| found.pointer(pointer).and_then(serde_json::Value::as_f64);
        assert_eq!(number("/total/peak/likely"), Some(budget.total.peak.likely));
        assert_eq!(number("/parts/workers/idle/high"), Some(budget.parts[0].1.demand.idle.high));
        assert_eq!(number("/limit/bytes"), Some(1e9));
        assert_eq!(number("/bill/total/likely"), Some(budget.bill.total.likely));
        assert_eq!(number("/bill/lines/memory/likely"), Some(budget.bill.lines[0].dollars.likely));
    }
    assert_eq!(json["evaluation"], 1);
    assert_eq!(json["current"]["verdict"]["state"], "over");
    assert_eq!(json["target"]["verdict"]["state"], "fits");
    assert_eq!(json["target"]["connections"]["leaks"], true);
}

#[test]
fn check_answers_with_its_exit_code() {
    let path = saved("check.json", &file::write(&note()));
    let path = path.to_str().unwrap();
    assert_eq!(headroom(&["check", path], "").status.code(), Some(0));
    assert_eq!(headroom(&["check", path, "--side", "current"], "").status.code(), Some(1));
    assert_eq!(headroom(&["check", "no-such-file.json"], "").status.code(), Some(2));
    assert_eq!(headroom(&["check"], "").status.code(), Some(2));

    let mut tight = note();
    tight.target.workers.measured = Estimate::between(300e6, 550e6);
    let tight = link::encode(&tight);
    assert_eq!(headroom(&["check", &tight], "").status.code(), Some(0));
    assert_eq!(headroom(&["check", &tight, "--strict"], "").status.code(), Some(1));

    let mut exact = note();
    exact.railway.limit = Some(Estimate::exact(950e6));
    let exact = link::encode(&exact);
    assert_eq!(headroom(&["check", &exact, "--strict"], "").status.code(), Some(0), "910 of 950");
}

#[test]
fn check_has_no_answer_where_a_setting_could_not_be_read() {
    for (plan, said) in [
        (r#"{"headroom": 1, "railway": {"limit": "250 megabytes"}}"#, "250 megabytes"),
        (r#"{"headroom": 1, "target": {"worker": {"count": 500}}}"#, "target.worker"),
    ] {
        let found = headroom(&["check", "-"], plan);
        assert_eq!(found.status.code(), Some(2), "{plan}");
        assert_eq!(String::from_utf8_lossy(&found.stdout), "");
        let told = String::from_utf8_lossy(&found.stderr);
        assert!(told.contains(said) && told.contains("No answer"), "{told}");
    }
}

#[test]
fn a_link_goes_out_and_comes_back() {
    let plan = file::write(&note());
    let printed = prints(&["link", "-", "--base", "https://x.test/headroom/"], &plan);
    assert_eq!(printed, format!("https://x.test/headroom/#{}\n", link::encode(&note())));
    assert_eq!(prints(&["open", printed.trim()], ""), plan);
    assert_eq!(prints(&["open", "-"], &printed), plan);
    assert_eq!(prints(&["evaluate", printed.trim()], ""), prints(&["evaluate", "-"], &plan));
}

#[test]
fn a_readable_address_is_a_plan() {
    for address in ["https://x.test/headroom/?workers=3&private=200MB", "?workers=3&private=200MB"]
    {
        let plan = file::read(&prints(&["open", address], "")).unwrap().plan;
        assert_eq!(plan.target.workers.count, 3);
        assert_eq!(plan.target.workers.private, Estimate::exact(200e6));
    }
    refuses(&["open", "https://x.test/?at=workers"], "", "neither a file nor a link");
}

#[test]
fn examples_are_plans() {
    let plan = |which| -> Plan { file::read(&prints(&["example", which], "")).unwrap().plan };
    assert_eq!(plan("note"), note());
    assert_eq!(plan("fresh"), fresh());
}

#[test]
fn artefacts_are_exported_by_their_file_names() {
    let plan = file::write(&note());
    assert!(prints(&["export", "-", "gunicorn.conf.py"], &plan).contains("max_requests"));
    let help = prints(&["export", "--help"], "");
    assert!(help.contains("variables.env") && help.contains("settings_memory.py"), "{help}");
    refuses(&["export", "-", "nginx.conf"], &plan, "nginx.conf");
}

#[test]
fn the_schema_is_printed() {
    let schema: serde_json::Value = serde_json::from_str(&prints(&["schema"], "")).unwrap();
    assert_eq!(schema, file::schema());
}

#[test]
fn bad_input_says_what_is_wrong() {
    refuses(&["evaluate", "-"], "{\n  oops", "line 2, column 3");
    refuses(&["evaluate", "-"], "[]", "not a plan");
    refuses(&["evaluate", "-"], "{\"headroom\": 9}", "newer version");
    refuses(&["evaluate", "-"], &" ".repeat(2_000_000), "1 MB at most");
    refuses(&["open", "#1qwEBVBBJ"], "", "missing");
    refuses(&["open", "nothing"], "", "neither a file nor a link");
    // Both begin as links do.
    refuses(&["check", "2026-plan.json"], "", "neither a file nor a link");
    refuses(&["check", "Production.json"], "", "neither a file nor a link");
    refuses(&["evaluate", "-", "--lang", "es"], "[]", "no un plan");
    let damaged = link::encode(&note()).replace("ZSdzIHN", "ZSdzIHM");
    refuses(&["open", &damaged], "", "checksum");
}

#[test]
fn what_was_held_is_told_on_standard_error() {
    let output =
        headroom(&["evaluate", "-"], r#"{"headroom": 1, "target": {"workers": {"count": 99999}}}"#);
    assert!(output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        told.trim(),
        "headroom: Workers (then): 99999 is not between 0 and 2000. 2000 is used."
    );
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_headroom"))
        .arg("schema")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert!(child.wait().unwrap().success(), "{told}");
    assert_eq!(told, "");
}

const PS: &str = include_str!("../../headroom/src/observe/samples/ps_o.txt");

#[test]
fn calibrate_takes_over_what_was_measured() {
    let plan = saved("to-calibrate.json", &file::write(&note()));
    let rollups = include_str!("../../headroom/src/observe/samples/smaps_rollup.txt");
    let rollups = saved("smaps_rollup.txt", rollups);
    let out = saved("calibrated.json", "somebody's own");
    let (plan, rollups, out) =
        (plan.to_str().unwrap(), rollups.to_str().unwrap(), out.to_str().unwrap());
    let kept = headroom(&["calibrate", plan, "-", rollups, "--out", out], PS);
    assert_eq!(kept.status.code(), Some(2));
    assert_eq!(fs::read_to_string(out).unwrap(), "somebody's own");
    let text = prints(&["calibrate", plan, "-", rollups, "--out", out, "--force"], PS);
    for wanted in ["Workers", "Private_Dirty", "RssAnon", "RSS summed", "not explained"] {
        assert!(text.contains(wanted), "{wanted} in\n{text}");
    }
    let written = file::read(&fs::read_to_string(out).unwrap()).unwrap().plan;
    assert_eq!(written.current.workers.count, 3);
    assert!((written.current.workers.private.likely - 25_028.0 * 1024.0).abs() < 1.0);
    assert_eq!(written.target, note().target);
}

#[test]
fn calibrate_prints_a_link_where_no_file_is_wanted() {
    let plan = saved("for-link.json", &file::write(&fresh()));
    let text = prints(&["calibrate", plan.to_str().unwrap(), "-"], PS);
    let (_, link) = text.rsplit_once(": #").unwrap();
    assert_eq!(link::decode(link.trim()).unwrap().plan.current.workers.count, 3);
}

#[test]
fn calibrate_names_the_file_and_line_that_it_cannot_read() {
    let plan = saved("unread.json", &file::write(&fresh()));
    let (plan, second) = (plan.to_str().unwrap(), saved("second.txt", "98566144\noops\n"));
    let output = headroom(&["calibrate", plan, "-", second.to_str().unwrap()], PS);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && told.contains("second.txt: Line 2: `oops`"), "{told}");
    refuses(&["calibrate", plan, "-"], "hello", "No measurement was found");
    refuses(&["calibrate", plan, "no-such-file"], "", "cannot be read");
}
