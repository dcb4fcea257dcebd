//! From an input event to the next paint, in a real browser with real events, as quickly one
//! after another as hands make them: `cargo xtask speed` runs it. A measurement, not a test.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use headroom_tests::browser::{Browser, Outcome, Page, Screen, Trouble, Visitor, in_runtime};
use serde_json::json;
use tokio::time::{MissedTickBehavior, interval, sleep};

/// The slowdowns of the processor that are measured, as Chromium emulates them.
const SLOWDOWNS: [u32; 2] = [1, 4];
/// Events of each kind and slowdown.
const EVENTS: usize = 40;

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

/// Scrolls a button into sight; tells where its middle is.
const MIDDLE: &str = r"
const button = document.querySelector(arguments[0]);
button.scrollIntoView({ block: 'center', behavior: 'instant' });
const { x, y, width, height } = button.getBoundingClientRect();
return [x + width / 2, y + height / 2];
";

/// So long a hand rests before it presses, and presses before it lets go.
const HOLD: Duration = Duration::from_millis(80);

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
    let mut time = interval(act.pace());
    time.set_missed_tick_behavior(MissedTickBehavior::Delay);
    match act {
        Act::Slide => {
            page.slider_in("#part-workers", "Workers").await?.focus().await?;
            for at in 0..EVENTS {
                time.tick().await;
                press(page, if at % 8 < 4 { &RIGHT } else { &LEFT }).await?;
            }
        }
        Act::Type => {
            page.field("One worker, measured").await?.focus().await?;
            for _ in 0..EVENTS / 4 {
                page.script("document.activeElement.select()", &[]).await?;
                for stroke in [&BACKSPACE, &FIVE, &ZERO, &ZERO] {
                    time.tick().await;
                    press(page, stroke).await?;
                }
            }
        }
        Act::Apply => {
            for _ in 0..EVENTS / 2 {
                for button in ["#apply-export_workbook", "#undo"] {
                    time.tick().await;
                    click(page, button).await?;
                }
            }
        }
    }
    Ok(())
}

/// A key: its name, the number that Windows gave it, and the text that it types.
type Stroke = (&'static str, u8, &'static str);

const RIGHT: Stroke = ("ArrowRight", 39, "");
const LEFT: Stroke = ("ArrowLeft", 37, "");
const BACKSPACE: Stroke = ("Backspace", 8, "");
const FIVE: Stroke = ("5", 53, "5");
const ZERO: Stroke = ("0", 48, "0");

/// Presses a key where the focus is. WebDriver's own way looks the element up first, on the
/// processor that is measured.
async fn press(page: &Page, (key, number, text): &Stroke) -> Outcome<()> {
    for kind in ["keyDown", "keyUp"] {
        let text = if kind == "keyDown" { text } else { "" };
        let stroke = json!({
            "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": number, "text": text,
        });
        page.devtools("Input.dispatchKeyEvent", stroke).await?;
    }
    Ok(())
}

/// Scrolls to a button, and then moves to it, presses and lets go, each in its time.
async fn click(page: &Page, button: &str) -> Outcome<()> {
    page.wait_until(button, async || Ok(!page.all_by_css(button).await?.is_empty())).await?;
    let middle = page.script(MIDDLE, &[json!(button)]).await?;
    for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
        sleep(HOLD).await;
        let mouse = json!({
            "type": kind, "x": middle[0], "y": middle[1], "clickCount": 1,
            "button": if kind == "mouseMoved" { "none" } else { "left" },
        });
        page.devtools("Input.dispatchMouseEvent", mouse).await?;
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
