//! The pictures that are kept in `docs/pictures`: whether the page still looks like them.
//! With `HEADROOM_PICTURES=keep`, as `cargo xtask pictures` sets it, they are made anew.

use std::path::{Path, PathBuf};
use std::{env, fs};

use headroom_tests::browser::{Key, Outcome, Page, Scheme, Screen, StoryResult, Trouble};
use headroom_tests::likeness::difference;
use image::{ImageFormat, RgbImage};
use oxipng::{Options, StripChunks};
use serde_json::json;

use crate::access::open_all;

/// Another Chromium than the pictures were made by may smooth letters and draw controls
/// otherwise: then only a page that looks quite different is a failure. Whole hinting alone,
/// tried on purpose, changed from 2 to 17 % of the squares.
const SHARE_ELSEWHERE: f64 = 0.25;

/// The fonts are pinned by fontconfig, which other systems do not ask.
const SYSTEM: &str = "linux";

/// As [`Screen::PHONE`], in a smaller file.
const PHONE: Screen = Screen { pixel_ratio: 1.0, ..Screen::PHONE };
const TABLET: Screen = Screen { width: 820, height: 1180, pixel_ratio: 1.0 };
const PAPER: Screen = Screen { width: 794, height: 1123, pixel_ratio: 1.0 };
const FRAME: Screen = Screen { width: 720, height: 420, pixel_ratio: 1.0 };

/// A state of the page that is kept.
struct Kept {
    name: &'static str,
    screen: Screen,
    scheme: Scheme,
    lang: &'static str,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// As it opens.
    First,
    /// A mistake in a field, a message, the first card open.
    Mistake,
    /// An element with all its folds open, by its selector.
    Open(&'static str),
    /// From a dark screen, on light paper.
    Print,
    ForcedColours,
    Embedded,
}

const fn kept(name: &'static str, screen: Screen, lang: &'static str, state: State) -> Kept {
    Kept { name, screen, scheme: Scheme::Light, lang, state }
}

impl Kept {
    const fn dark(self) -> Self {
        Self { scheme: Scheme::Dark, ..self }
    }
}

const ALL: [Kept; 12] = [
    kept("desktop", Screen::DESKTOP, "en", State::First),
    kept("desktop-dark", Screen::LAPTOP, "es", State::First).dark(),
    kept("tablet", TABLET, "es", State::First),
    kept("phone", Screen::PHONE, "en", State::First),
    kept("phone-dark", PHONE, "es", State::First).dark(),
    kept("phone-mistake", PHONE, "en", State::Mistake),
    kept("part", Screen::DESKTOP, "en", State::Open("#part-workers")),
    kept("what-if", Screen::DESKTOP, "es", State::Open("#explore-grid")).dark(),
    kept("export", Screen::DESKTOP, "en", State::Open("#export")),
    kept("print", PAPER, "en", State::Print).dark(),
    kept("forced-colours", PHONE, "en", State::ForcedColours),
    kept("frame", FRAME, "en", State::Embedded),
];

pub(crate) async fn the_page_looks_as_in_its_pictures(page: Page) -> StoryResult {
    if env::consts::OS != SYSTEM {
        println!("The pictures were not compared: their fonts are pinned on {SYSTEM} alone.");
        return Ok(());
    }
    let keep = env::var("HEADROOM_PICTURES").is_ok_and(|wish| wish == "keep");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/pictures");
    let drawn_by = drawn_by(&page).await?;
    if keep {
        fs::write(folder.join("drawn-by.txt"), &drawn_by)?;
    }
    let kept_by = fs::read_to_string(folder.join("drawn-by.txt"))?;
    let allowed = if kept_by == drawn_by { 0.0 } else { SHARE_ELSEWHERE };
    if allowed > 0.0 {
        println!(
            "The pictures were kept by {}, this is {}: only one of which more than {} % differ is a failure.",
            kept_by.trim(),
            drawn_by.trim(),
            allowed * 100.0
        );
    }
    page.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
    let mut changed = Vec::new();
    for kept in &ALL {
        let png = taken(&page, kept).await?;
        let file = folder.join(format!("{}.png", kept.name));
        if keep {
            fs::write(file, smaller(&png)?)?;
        } else {
            changed.extend(compared(&file, &png, allowed)?);
        }
    }
    assert!(
        changed.is_empty(),
        "{} pictures look otherwise than those that are kept.\n{}\nLook at each new one beside \
         the kept one, and at the one that marks the squares that differ in red. If the change is \
         meant, `cargo xtask pictures` keeps the new ones",
        changed.len(),
        changed.join("\n")
    );
    Ok(())
}

/// What decides how letters and controls are smoothed: the fonts are pinned.
async fn drawn_by(page: &Page) -> Outcome<String> {
    let version = page.devtools("Browser.getVersion", json!({})).await?;
    let product = version["product"].as_str().unwrap_or_default();
    let major = product.rsplit('/').next().and_then(|all| all.split('.').next());
    Ok(format!("Chromium {}\n", major.unwrap_or_default()))
}

async fn taken(page: &Page, kept: &Kept) -> Outcome<Vec<u8>> {
    page.set_screen(kept.screen).await?;
    page.set_scheme(kept.scheme).await?;
    page.open("").await?;
    page.script("localStorage.clear(); history.replaceState(null, '', location.pathname)", &[])
        .await?;
    page.store("headroom.lang", kept.lang).await?;
    page.open_at("about:blank").await?;
    page.open(if kept.state == State::Embedded { "?embed" } else { "" }).await?;
    match kept.state {
        State::First | State::Embedded | State::Open(_) => {}
        State::Mistake => {
            page.script("document.querySelector('#part-workers').open = true", &[]).await?;
            let field = page.by_css("#field-workers-measured").await?;
            field.send_keys(Key::Control + "a").await?;
            field.send_keys("lots").await?;
            page.wait_for_text("#field-workers-measured-error", "lots").await?;
        }
        State::Print => {
            let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
            let print = json!({ "media": "print", "features": dark });
            page.devtools("Emulation.setEmulatedMedia", print).await?;
            page.script("dispatchEvent(new Event('beforeprint'))", &[]).await?;
        }
        State::ForcedColours => page.set_media("forced-colors", "active").await?,
    }
    let png = if let State::Open(css) = kept.state {
        open_all(page).await?;
        settle(page).await?;
        page.view_of(css).await?
    } else {
        settle(page).await?;
        page.view().await?
    };
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "", "features": [] })).await?;
    Ok(png)
}

/// Without what differs each time: the port of the server in links, and a caret that blinks.
async fn settle(page: &Page) -> Outcome<()> {
    let script = "const here = location.origin + location.pathname;
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const text = texts.currentNode;
            if (text.data.includes(here)) text.data = text.data.replaceAll(here, 'https://headroom.example/');
        }
        document.documentElement.style.caretColor = 'transparent'";
    page.script(script, &[]).await?;
    page.wait_until_still().await
}

/// The same picture in fewer bytes.
fn smaller(png: &[u8]) -> Outcome<Vec<u8>> {
    let options = Options { strip: StripChunks::Safe, ..Options::from_preset(4) };
    oxipng::optimize_from_memory(png, &options)
        .map_err(|error| Trouble::new(format!("the picture cannot be made smaller: {error}")))
}

/// What is to be said if the new picture is not like the kept one: by more than this share
/// of its squares. Then it is written down, with the difference.
fn compared(kept: &Path, png: &[u8], allowed: f64) -> Outcome<Option<String>> {
    let before = fs::read(kept).map_err(|error| {
        Trouble::new(format!("{}: {error}; `cargo xtask pictures` makes it", kept.display()))
    })?;
    let Some(found) = difference(&read(&before)?, &read(png)?) else { return Ok(None) };
    if found.share <= allowed {
        return Ok(None);
    }
    let name = kept.file_stem().unwrap_or_default().to_string_lossy();
    let output =
        env::var_os("HEADROOM_E2E_OUTPUT").map_or_else(|| "target/e2e".into(), PathBuf::from);
    let [new, marked] = ["new", "difference"].map(|what| output.join(format!("{name}-{what}.png")));
    fs::write(&new, png)?;
    found.marked.save(&marked).map_err(|error| Trouble::new(error.to_string()))?;
    let share = found.share * 100.0;
    Ok(Some(format!(
        "{name}: {share:.2} % of it\n    kept {}\n    new {}\n    difference {}",
        kept.display(),
        new.display(),
        marked.display()
    )))
}

fn read(png: &[u8]) -> Outcome<RgbImage> {
    image::load_from_memory_with_format(png, ImageFormat::Png)
        .map(|picture| picture.to_rgb8())
        .map_err(|error| Trouble::new(format!("the picture cannot be read: {error}")))
}
