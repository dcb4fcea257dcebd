//! From an input event to the next paint, in a real browser with real events, as quickly one
//! after another as hands make them: `cargo xtask speed` runs it. A measurement, not a test.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use headroom_tests::browser::{Browser, Key, Outcome, Page, Screen, Trouble, Visitor, in_runtime};
use serde_json::json;

/// The slowdowns of the processor that are measured, as Chromium emulates them.
const SLOWDOWNS: [u32; 2] = [1, 4];
/// Events of each kind and slowdown: whole rounds of every act.
const EVENTS: usize = 48;

/// What is done to the page, and what it is called in the table.
const ACTS: [(&str, Act); 3] = [
    ("slider, one step", Act::Slide),
    ("field, one key", Act::Type),
    ("apply, then undo", Act::Apply),
];

#[derive(Clone, Copy)]
enum Act {
    Slide,
    Type,
    Apply,
}

impl Act {
    /// How quickly hands do it again: a key that is held down repeats 30 times a second, a
    /// quick typist strikes eight keys in it, and three clicks are many.
    fn pace(self) -> Duration {
        Duration::from_millis(match self {
            Self::Slide => 33,
            Self::Type => 120,
            Self::Apply => 330,
        })
    }
}

/// Times each event by its own stamp until the next frame has been painted, which shows the
/// control, and until the one that shows the answer: the first in which the verdict changes.
/// A message sent from the last callback before painting arrives right after it.
const PROBE: &str = r"
window.times = { paint: [], answer: [] };
let asked = null;
const time = (kind, since) => requestAnimationFrame(() => {
    const painted = new MessageChannel();
    painted.port1.onmessage = () => window.times[kind].push(performance.now() - since);
    painted.port2.postMessage(null);
});
for (const kind of ['input', 'click']) addEventListener(kind, event => {
    if (!event.isTrusted) return;
    asked = event.timeStamp;
    time('paint', asked);
}, true);
new MutationObserver(() => {
    if (asked === null) return;
    time('answer', asked);
    asked = null;
}).observe(document.getElementById('verdict'), { subtree: true, characterData: true, childList: true });
";

fn main() -> ExitCode {
    match in_runtime(measure()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn measure() -> Outcome<()> {
    let browser = Browser::start()?;
    let measured = measure_in(&browser).await;
    browser.leave().await;
    measured
}

async fn measure_in(browser: &Arc<Browser>) -> Outcome<()> {
    println!(
        "| {EVENTS} events | slowdown | next paint, median | 98 % within | answer, median | 98 % within |"
    );
    println!("|---|---|---|---|---|---|");
    for (name, act) in ACTS {
        for slowdown in SLOWDOWNS {
            let page = browser.visit(Visitor::default()).await?;
            page.set_screen(Screen::DESKTOP).await?;
            page.open("").await?;
            page.wait_until_still().await?;
            page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slowdown })).await?;
            page.script(PROBE, &[]).await?;
            perform(&page, act).await?;
            let paint = summary(times(&page, "paint", EVENTS).await?);
            // An event that leaves the verdict as it is has no answer to wait for.
            let answer = summary(times(&page, "answer", EVENTS / 4).await?);
            println!("| {name} | {slowdown}× | {paint} | {answer} |");
        }
    }
    Ok(())
}

async fn perform(page: &Page, act: Act) -> Outcome<()> {
    match act {
        Act::Slide => {
            page.slider_in("#part-workers", "Workers").await?.focus().await?;
            let (right, left) = (char::from(Key::Right), char::from(Key::Left));
            let strokes = format!("{right}{right}{right}{right}{left}{left}{left}{left}");
            for _ in 0..EVENTS / 8 {
                page.type_slowly(&strokes, act.pace()).await?;
            }
        }
        Act::Type => {
            page.fill("One worker, measured", "500").await?;
            let strokes = format!("{0}{0}{0}500", char::from(Key::Backspace));
            for _ in 0..EVENTS / 6 {
                page.type_slowly(&strokes, act.pace()).await?;
            }
        }
        Act::Apply => {
            for _ in 0..EVENTS / 2 {
                for button in ["#apply-export_workbook", "#undo"] {
                    page.click_slowly(button, act.pace()).await?;
                }
            }
        }
    }
    Ok(())
}

/// All times of a kind, once the last has come in.
async fn times(page: &Page, kind: &str, least: usize) -> Outcome<Vec<f64>> {
    let mut times = Vec::new();
    let waited = page.wait_until("all events to be painted", async || {
        let seen = page.script("return window.times[arguments[0]]", &[json!(kind)]).await?;
        times =
            seen.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
        Ok(times.len() >= least)
    });
    waited
        .await
        .map_err(|trouble| Trouble::new(format!("{trouble}: {} of {least}", times.len())))?;
    Ok(times)
}

/// Median and the time that 98 of 100 stay within, as two cells.
fn summary(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    let within = |percent: usize| times[(times.len() - 1) * percent / 100];
    format!("{:.1} ms | {:.1} ms", within(50), within(98))
}
