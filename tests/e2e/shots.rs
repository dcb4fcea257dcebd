//! Pictures of the built page in every size, colour scheme and language.
//! `cargo xtask shots DIR` runs it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use headroom_tests::browser::{Browser, Outcome, Page, Scheme, Screen, Visitor, in_runtime};

const SCREENS: [(&str, Screen); 3] =
    [("phone", Screen::PHONE), ("narrow", Screen::NARROW), ("desktop", Screen::DESKTOP)];
const SCHEMES: [(&str, Scheme); 2] = [("light", Scheme::Light), ("dark", Scheme::Dark)];
const LANGUAGES: [&str; 2] = ["en", "es"];

fn main() -> ExitCode {
    let mut words = env::args_os().skip(1);
    let Some(directory) = words.next() else {
        eprintln!("error: name the folder for the pictures, after `cargo xtask shots`");
        return ExitCode::FAILURE;
    };
    let at = words.next().unwrap_or_default();
    let only = words.next().unwrap_or_default();
    let work = take_all(PathBuf::from(directory), at.to_string_lossy(), only.to_string_lossy());
    match in_runtime(work) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn take_all(directory: PathBuf, at: impl AsRef<str>, only: impl AsRef<str>) -> Outcome<()> {
    let browser = Browser::start()?;
    let page = browser.visit(Visitor::default()).await?;
    for language in LANGUAGES {
        for (screen_name, screen) in SCREENS {
            for (scheme_name, scheme) in SCHEMES {
                let name = format!("{screen_name}-{scheme_name}-{language}");
                if name.contains(only.as_ref()) {
                    page.set_screen(screen).await?;
                    page.set_scheme(scheme).await?;
                    take(&page, language, at.as_ref(), &directory.join(format!("{name}.png")))
                        .await?;
                }
            }
        }
    }
    browser.leave().await;
    Ok(())
}

async fn take(page: &Page, language: &str, at: &str, file: &Path) -> Outcome<()> {
    page.open(at).await?;
    page.store("headroom.lang", language).await?;
    page.store("headroom.theme", "auto").await?;
    page.reload().await?;
    page.wait_until_still().await?;
    page.picture(file).await?;
    println!("{}", file.display());
    Ok(())
}
