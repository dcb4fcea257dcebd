//! What is exported is run, for many plans: Python through `python3`, commands through
//! the shell with a stand-in for `railway`, variables line by line. A machine without
//! Python or a shell fails here: nothing is skipped.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use headroom::advise::{State, advise};
use headroom::export::{ARTEFACTS, ArtefactId, artefact, artefacts, before, carriers, escape};
use headroom::part::workers::CountSet;
use headroom::plan::note;
use headroom::railway::LIST_DATE;
use headroom::text::{Lang, Reader, Sizes, findings};
use headroom_tests::matrix::{Case, HOSTILE, cases, wanted};
use serde_json::{Value, json};

fn content(case: &Case, id: ArtefactId) -> String {
    artefact(id, &case.context()).content
}

fn write(case: &Case, folder: &Path) {
    make(folder);
    for made in artefacts(&case.context()) {
        put(&folder.join(made.file_name), &made.content);
    }
}

/// Runs a command; one that is not there fails the test and says so.
fn run(command: &mut Command, input: &str) -> Output {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|why| {
            panic!("the exports are tested with `{program}`, which does not start: {why}")
        });
    if let Some(mut stdin) = child.stdin.take() {
        // A program that does not read its input may have closed it.
        let _ = stdin.write_all(input.as_bytes());
    }
    child.wait_with_output().unwrap_or_else(|why| panic!("{program}: {why}"))
}

#[track_caller]
fn must_pass(output: &Output, what: &str) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{what}: {}\n{}", output.status, text(&output.stderr));
    text(&output.stdout)
}

/// An empty folder for one test.
fn scratch(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("snippets").join(test);
    let _ = fs::remove_dir_all(&folder);
    make(&folder);
    folder
}

fn make(folder: &Path) {
    fs::create_dir_all(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
}

fn put(path: &Path, content: &str) {
    fs::write(path, content).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
}

#[test]
fn python_compiles_means_what_the_plan_says_and_runs() {
    let root = scratch("python");
    let mut asked = Vec::new();
    for (at, case) in cases().iter().enumerate() {
        let folder = root.join(at.to_string());
        write(case, &folder);
        write(&case.nameless(), &folder.join("nameless"));
        let mut what = wanted(case);
        what["folder"] = json!(folder);
        what["nameless"] = json!(folder.join("nameless"));
        asked.push(what);
    }
    let check = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snippets/check.py");
    let mut python = Command::new("python3");
    python.arg("-B").arg(check).current_dir(&root);
    must_pass(&run(&mut python, &Value::from(asked).to_string()), "check.py");
    assert!(!root.join("pwned").exists(), "a plan's text was run");
}

#[test]
fn python_and_shell_read_an_escaped_text_as_it_was() {
    let texts: Vec<&str> = HOSTILE.to_vec();
    let literals: Vec<String> = texts.iter().map(|text| escape::python(text)).collect();
    let program = format!("import json; print(json.dumps([{}]))", literals.join(", "));
    let read = must_pass(&run(Command::new("python3").args(["-c", &program]), ""), "python3");
    assert_eq!(serde_json::from_str::<Value>(&read).ok(), Some(json!(texts)));
    for text in texts {
        let script = format!("printf %s {}", escape::shell(text));
        assert_eq!(
            must_pass(&run(Command::new("sh").args(["-c", &script]), ""), "sh"),
            text.replace('\0', "")
        );
        let script = format!("WORD={}; printf %s \"$WORD\"", escape::env(text));
        let read = must_pass(&run(Command::new("sh").args(["-c", &script]), ""), "sh");
        assert_eq!(escape::comment(&read), escape::comment(text), "{script}");
    }
}

#[test]
fn variables_are_lines_of_known_names_with_one_source_for_the_count() {
    for case in cases() {
        let file = content(&case, ArtefactId::VariablesEnv);
        let set = variables(&file);
        let json: BTreeMap<String, String> =
            serde_json::from_str(&content(&case, ArtefactId::VariablesJson)).unwrap_or_default();
        assert_eq!(set, json, "{file}");
        assert_eq!(set, variables(&content(&case.nameless(), ArtefactId::VariablesEnv)));

        let workers = case.workers();
        let in_command = file.lines().find_map(|line| line.strip_prefix("#   gunicorn "));
        let in_arguments = set.get("GUNICORN_CMD_ARGS").map(String::as_str);
        let options = match case.plan.target.workers.count_set {
            CountSet::Variable => {
                let count = (workers > 0).then(|| workers.to_string());
                assert_eq!(
                    (set.get("WEB_CONCURRENCY"), in_arguments, in_command),
                    (count.as_ref(), None, None)
                );
                continue;
            }
            CountSet::File | CountSet::Twice => {
                assert_eq!((set.get("WEB_CONCURRENCY"), in_command), (None, None));
                in_arguments.unwrap_or_default()
            }
            CountSet::Command => {
                assert_eq!((set.get("WEB_CONCURRENCY"), in_arguments), (None, None));
                in_command.unwrap_or_default()
            }
        };
        assert_eq!(options.contains("--workers "), workers > 0, "{options}");
        assert!(workers == 0 || options.starts_with(&format!("--workers {workers} ")), "{options}");
    }
}

/// Reads a `.env` file as strictly as can be.
#[track_caller]
fn variables(file: &str) -> BTreeMap<String, String> {
    const KNOWN: [&str; 3] =
        ["WEB_CONCURRENCY", "GUNICORN_CMD_ARGS", "RAILWAY_DEPLOYMENT_DRAINING_SECONDS"];
    let mut set = BTreeMap::new();
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (key, value) = line.split_once('=').unwrap_or_else(|| panic!("no variable: {line}"));
        assert!(KNOWN.contains(&key), "{line}");
        let inside =
            value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
        assert!(!inside.is_empty() && !inside.contains(['"', '\\', '$', '`', '\'']), "{line}");
        assert!(set.insert(key.to_owned(), inside.to_owned()).is_none(), "twice: {line}");
    }
    set
}

/// What the stand-in for `railway` was called with.
#[derive(Debug, PartialEq, Eq)]
struct Call {
    words: Vec<String>,
    input: String,
}

/// Runs a script where `railway` writes down what it is asked for.
fn with_railway(folder: &Path, script: &str, service: Option<&str>) -> (Output, Vec<Call>) {
    make(folder);
    put(&folder.join("script.sh"), script);
    put(&folder.join("calls"), "");
    for checked in ["bash", "sh"] {
        must_pass(
            &run(Command::new(checked).args(["-n", "script.sh"]).current_dir(folder), ""),
            script,
        );
    }
    let stand_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lab/artefacts/stand_in");
    let path = std::env::var("PATH").unwrap_or_default();
    let mut shell = Command::new("sh");
    shell.arg("script.sh").current_dir(folder).env("RECORD", "calls");
    shell.env("PATH", format!("{}:{path}", stand_in.display()));
    shell.env_remove("ENVIRONMENT").env_remove("SERVICE_ID");
    if let Some(service) = service {
        shell.env("SERVICE_ID", service);
    }
    let output = run(&mut shell, "");
    assert!(!folder.join("pwned").exists(), "a plan's text was run: {script}");
    let calls =
        fs::read_to_string(folder.join("calls")).unwrap_or_else(|why| panic!("calls: {why}"));
    (output, calls.split_terminator('\u{2}').map(call).collect())
}

fn call(written: &str) -> Call {
    let (words, input) = written.split_once('\u{1}').unwrap_or((written, ""));
    Call {
        words: words.split_terminator('\0').map(str::to_owned).collect(),
        input: input.to_owned(),
    }
}

#[test]
fn the_variables_command_sets_what_the_file_sets() {
    let root = scratch("variables-sh");
    for (at, case) in cases().iter().enumerate() {
        let script = content(case, ArtefactId::VariablesSh);
        let (output, calls) = with_railway(&root.join(at.to_string()), &script, None);
        must_pass(&output, &script);
        let [Call { words, .. }] = calls.as_slice() else { panic!("{calls:?}: {script}") };
        assert_eq!(words[..2], ["variable", "set"]);
        let set: BTreeMap<String, String> = words[2..]
            .iter()
            .filter_map(|word| word.split_once('='))
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect();
        assert_eq!(set, variables(&content(case, ArtefactId::VariablesEnv)));
    }
}

#[test]
fn the_limit_command_sends_the_limit_and_sets_an_alert() {
    const SERVICE: &str = "3f2c1b4e-0000-4000-8000-0123456789ab";
    let root = scratch("railway-limit");
    for (at, case) in cases().iter().enumerate() {
        let folder = root.join(at.to_string());
        let script = content(case, ArtefactId::RailwayLimit);
        let (output, calls) = with_railway(&folder, &script, Some(SERVICE));
        must_pass(&output, &script);
        let edit = &calls[0];
        assert_eq!(edit.words[..4], ["environment", "edit", "--environment", "production"]);
        assert_eq!((edit.words.len(), edit.words[4].as_str()), (6, "--message"));
        let name = escape::comment(&case.plan.name);
        assert_eq!(edit.words[5], format!("Headroom: {name}").trim_end_matches([':', ' ']));
        let sent: Value =
            serde_json::from_str(&edit.input).unwrap_or_else(|why| panic!("{why}: {}", edit.input));
        let containers = json!({"containers": {"memoryBytes": case.limit()}});
        assert_eq!(sent, json!({"services": {SERVICE: {"deploy": {"limitOverride": containers}}}}));

        let billed = case.plan.railway.terms().tier.billed_beyond;
        assert_eq!(calls.len(), if billed { 2 } else { 1 });
        if billed {
            let [.., flag, dollars] = calls[1].words.as_slice() else { panic!("{calls:?}") };
            assert_eq!(calls[1].words[..5], ["usage", "limit", "set", "--target", "workspace"]);
            assert_eq!(flag, "--soft");
            assert!(dollars.parse::<u64>().is_ok_and(|dollars| dollars >= 5), "{dollars}");
        }

        for service in [None, Some(""), Some("a\"}, \"b"), Some("$(touch pwned)")] {
            let (output, calls) = with_railway(&folder, &script, service);
            assert!(!output.status.success() && calls.is_empty(), "{service:?}: {calls:?}");
            assert!(String::from_utf8_lossy(&output.stderr).contains("SERVICE_ID"), "{service:?}");
        }
    }
}

#[test]
fn the_plan_of_the_note_gets_its_own_limit() {
    let case = Case { plan: note(), link: String::new(), lang: Lang::En };
    assert_eq!(case.limit(), 1_000_000_000);
    assert!(content(&case, ArtefactId::MemoryMonitor).contains("THRESHOLD = 850_000_000"));
}

#[test]
fn every_artefact_says_what_made_it_and_what_it_rests_on() {
    for case in cases() {
        let without_comments = [ArtefactId::VariablesJson, ArtefactId::RailwayEnvironment];
        let has_head = |id: &&ArtefactId| id.is_of_one_side() && !without_comments.contains(id);
        for id in ARTEFACTS.iter().filter(has_head) {
            let mark = if *id == ArtefactId::RailwayTs { "//" } else { "#" };
            let content = content(&case, *id);
            assert!(content.contains(id.key()) && content.contains(LIST_DATE), "{content}");
            assert!(content.ends_with('\n') && !content.ends_with("\n\n"), "{content}");
            assert!(!content.contains("\n\n\n\n"), "{content}");
            assert!(content.lines().all(|line| line == line.trim_end()), "{content}");
            let link = escape::address(&case.link);
            assert!(content.lines().any(|line| line == format!("{mark} {link}")), "{content}");
        }
    }
}

#[test]
fn a_file_names_the_findings_that_it_carries_out() {
    let case = Case { plan: note(), link: String::new(), lang: Lang::En };
    let reader = Reader { lang: Lang::En, sizes: Sizes::Decimal };
    let unwrapped = |id| content(&case, id).replace("\n# ", " ");
    let mut named = 0;
    let all = advise(&case.plan).findings;
    for finding in all.iter().filter(|finding| finding.state == State::Applied) {
        let title = findings::title(finding, reader).replace('\u{a0}', " ");
        for id in carriers(finding.id) {
            let commented =
                !matches!(id, ArtefactId::VariablesJson | ArtefactId::RailwayEnvironment);
            let content = unwrapped(*id).replace("\n// ", " ");
            assert_eq!(content.contains(&title), commented, "{} does not name: {title}", id.key());
            named += usize::from(commented);
        }
    }
    assert!(named > 3, "the note's target applies findings: {named}");
    let before = before(ArtefactId::Gunicorn, &case.context());
    assert!(!before.content.contains("Fixes: "), "{}", before.content);
}

#[test]
fn the_table_of_parts_has_the_day_of_its_prices_and_the_link() {
    let link = "https://headroom.example/#3A".to_owned();
    let case = Case { plan: note(), link, lang: Lang::En };
    let table = content(&case, ArtefactId::PartsCsv);
    let (head, lines) = table.split_once('\n').unwrap();
    assert!(head.ends_with(",prices,link"), "{head}");
    let ending = format!(",{LIST_DATE},\"{}\"", case.link);
    assert!(lines.lines().all(|line| line.ends_with(&ending)), "{table}");
}
