//! The table of stories and its runner, which prints as libtest does.

use std::env;
use std::panic;
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::runtime::Builder;
use tokio::task::{JoinError, LocalSet, spawn_local};

use super::page::now;
use super::{Browser, Engine, Failure, Outcome, Page, StoryResult, Visitor};

/// A story under its name. `stories!` in `tests/e2e/main.rs` makes them from functions.
#[derive(Debug, Clone, Copy)]
pub struct Story {
    /// What the output calls it.
    pub name: &'static str,
    /// The engines that it can be told in; none named, in all.
    pub only: &'static [Engine],
    /// Starts it; it runs within the runner's local task set.
    pub start: fn(Page) -> tokio::task::JoinHandle<StoryResult>,
}

/// All stories, in the order they run.
#[derive(Debug, Clone, Copy)]
pub struct Stories(pub &'static [Story]);

impl Stories {
    /// Runs the stories whose name contains the command line's first word, each in a
    /// fresh session, and reports as libtest does.
    pub fn run(self) -> ExitCode {
        let filter = env::args().skip(1).find(|argument| !argument.starts_with('-'));
        let filter = filter.unwrap_or_default();
        let chosen: Vec<_> =
            self.0.iter().copied().filter(|story| story.name.contains(&filter)).collect();
        if chosen.is_empty() {
            eprintln!("error: no story's name contains {filter:?}");
            return ExitCode::FAILURE;
        }
        remember_panics();
        match in_runtime(run_all(&chosen, self.0.len() - chosen.len())) {
            Ok(code) => code,
            Err(trouble) => {
                eprintln!("error: {trouble}");
                ExitCode::FAILURE
            }
        }
    }
}

/// Runs `work` on one thread with a clock: all that driving a browser needs of a runtime.
pub fn in_runtime<T>(work: impl Future<Output = Outcome<T>>) -> Outcome<T> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(LocalSet::new().run_until(work))
}

async fn run_all(stories: &[Story], filtered_out: usize) -> Outcome<ExitCode> {
    let browser = Browser::start()?;
    let start = now();
    let mut failures = Vec::new();
    let told = |story: &&Story| story.only.is_empty() || story.only.contains(&browser.engine);
    let (told, ignored): (Vec<&Story>, Vec<&Story>) = stories.iter().partition(told);
    println!("\nrunning {} stories in {:?}", told.len(), browser.engine);
    for story in &ignored {
        println!("test e2e::{} ... ignored, it is told in {:?}", story.name, story.only);
    }
    for story in &told {
        let begun = now();
        let result = run_one(&browser, **story).await;
        let outcome = if result.is_ok() { "ok" } else { "FAILED" };
        println!("test e2e::{} ... {outcome} ({:.1} s)", story.name, begun.elapsed().as_secs_f32());
        failures.extend(result.err().map(|failure| (story.name, failure)));
    }
    for (name, failure) in &failures {
        println!("\n---- e2e::{name}\n{failure}");
    }
    let outcome = if failures.is_empty() { "ok" } else { "FAILED" };
    let (passed, failed) = (told.len() - failures.len(), failures.len());
    println!(
        "\ntest result: {outcome}. {passed} passed; {failed} failed; {} ignored; 0 measured; \
         {filtered_out} filtered out; finished in {:.2}s\n",
        ignored.len(),
        start.elapsed().as_secs_f32()
    );
    Ok(if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn run_one(browser: &Arc<Browser>, story: Story) -> StoryResult {
    let page = match browser.visit(Visitor::default()).await {
        Ok(page) => page,
        Err(trouble) => return Err(Failure::outside(format!("no session: {trouble}"))),
    };
    // A task of its own, so that a failed assertion ends the story and not the run.
    let mut result =
        (story.start)(page).await.unwrap_or_else(|ended| Err(failed_assertion(&ended)));
    for (number, page) in browser.take_pages().await.into_iter().enumerate() {
        if result.is_ok() {
            result = page.judge().await.map_err(|trouble| Failure::outside(trouble.to_string()));
        }
        if let Err(failure) = result {
            let story = story.name.replace("::", "-");
            let name = format!("{:?}-{story}-{}.png", browser.engine, number + 1);
            let evidence = evidence(&page, &browser.around.output.join(name)).await;
            result = Err(Failure::outside(format!("{failure}{evidence}")));
        }
        // A session that cannot be closed is gone already.
        let _ = page.driver.clone().quit().await;
    }
    result
}

/// What helps to see why a story failed: the page's picture, its address, its console.
async fn evidence(page: &Page, picture: &Path) -> String {
    let shown = match page.picture(picture).await {
        Ok(()) => picture.display().to_string(),
        Err(trouble) => trouble.to_string(),
    };
    let address = page.address().await.unwrap_or_else(|trouble| trouble.to_string());
    let console = page.complaints().await.unwrap_or_else(|trouble| vec![trouble.to_string()]);
    let mut lines = vec![String::new(), format!("picture: {shown}"), format!("address: {address}")];
    lines.extend(console.into_iter().map(|entry| format!("console: {entry}")));
    lines.join("\n    ")
}

/// The failed assertion in full, which [`remember_panics`] kept.
fn failed_assertion(ended: &JoinError) -> Failure {
    let kept = PANIC.lock().unwrap_or_else(PoisonError::into_inner).take();
    Failure::outside(kept.unwrap_or_else(|| ended.to_string()))
}

/// Keeps what a panic says, and its place, for the report at the end; by default it
/// would be printed at once, between the results and with all the runtime's frames.
fn remember_panics() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!("{place}: ")).unwrap_or_default();
        let text = panic.payload_as_str().unwrap_or("a panic without words");
        *PANIC.lock().unwrap_or_else(PoisonError::into_inner) = Some(format!("{place}{text}"));
    }));
}

static PANIC: Mutex<Option<String>> = Mutex::new(None);

impl Story {
    /// Starts an async story on the runner's thread.
    pub fn spawn(
        story: impl Future<Output = StoryResult> + 'static,
    ) -> tokio::task::JoinHandle<StoryResult> {
        spawn_local(story)
    }
}
