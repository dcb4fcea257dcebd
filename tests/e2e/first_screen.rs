//! Writes the first screen in a language into a file: `cargo xtask opening` runs it.

use std::env;
use std::process::ExitCode;

use headroom_tests::browser::{Browser, Outcome, Screen, Trouble, Visitor, in_runtime};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let [language, file] = words.as_slice() else {
        eprintln!("error: name a language and a file, or run `cargo xtask opening`");
        return ExitCode::FAILURE;
    };
    match in_runtime(write(language, file)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn write(language: &str, file: &str) -> Outcome<()> {
    let browser = Browser::start()?;
    let page = browser.visit(Visitor::default()).await?;
    page.set_screen(Screen::DESKTOP).await?;
    let screen = page.first_screen(language).await?;
    browser.leave().await;
    std::fs::write(file, screen + "\n").map_err(|why| Trouble::new(format!("{file}: {why}")))?;
    println!("{file}");
    Ok(())
}
