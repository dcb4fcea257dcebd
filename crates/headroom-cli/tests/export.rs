//! `headroom export`: what it writes is what the core makes, and what is there stays.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use headroom::export::{Context, artefacts, bundle};
use headroom::plan::note;
use headroom::text::Lang;
use headroom::{file, link};

const BASE: &str = "https://headroom.example/app/";

fn headroom(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_headroom"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap_or_else(|why| panic!("headroom: {why}"))
}

fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    folder
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

#[test]
fn a_link_gives_the_files_of_the_page_as_a_folder_and_as_a_zip() {
    let folder = folder("all");
    let plan = note();
    let link = format!("{BASE}#{}", link::encode(&plan));
    let arguments = ["--lang", "es", "export", &link, "--all", "made", "--zip", "made.zip"];
    let output = headroom(&arguments, &folder);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let context = Context { plan: &plan, link: &link, lang: Lang::Es };
    let files = artefacts(&context);
    for made in &files {
        assert_eq!(read(&folder.join("made").join(made.file_name)), made.content.as_bytes());
    }
    let there = fs::read_dir(folder.join("made")).map(Iterator::count).unwrap_or_default();
    assert_eq!(there, files.len());
    assert_eq!(read(&folder.join("made.zip")), bundle(&context));
    assert!(headroom(&arguments, &folder).status.success(), "the same again is no conflict");
}

#[test]
fn a_file_that_is_there_is_not_overwritten_and_nothing_else_written() {
    let folder = folder("spared");
    fs::write(folder.join("plan.json"), file::write(&note())).unwrap_or_default();
    fs::write(folder.join("gunicorn.conf.py"), "workers = 3\n").unwrap_or_default();
    let output = headroom(&["export", "plan.json", "--all", "."], &folder);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("gunicorn.conf.py"));
    assert_eq!(read(&folder.join("gunicorn.conf.py")), b"workers = 3\n");
    assert_eq!(fs::read_dir(&folder).map(Iterator::count).unwrap_or_default(), 2);
    assert!(headroom(&["export", "plan.json", "--all", ".", "--force"], &folder).status.success());
    assert_ne!(read(&folder.join("gunicorn.conf.py")), b"workers = 3\n");
}

#[test]
fn the_link_in_a_file_opens_the_plan_again() {
    let folder = folder("link");
    fs::write(folder.join("plan.json"), file::write(&note())).unwrap_or_default();
    let output = headroom(&["export", "plan.json", "gunicorn.conf.py"], &folder);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let link = text.lines().find_map(|line| line.strip_prefix("# #")).unwrap_or_default();
    let opened = headroom(&["open", &format!("#{link}")], &folder);
    assert_eq!(String::from_utf8_lossy(&opened.stdout), file::write(&note()));
    let output = headroom(&["export", "plan.json", "gunicorn.conf.py", "--base", BASE], &folder);
    assert!(String::from_utf8_lossy(&output.stdout).contains(&format!("# {BASE}#{link}")));
}
