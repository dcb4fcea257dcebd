//! For everyone: no state of the page that axe has a fault to find in, none that a
//! keyboard cannot reach, a screen reader not name, or a small screen not hold.

use headroom_tests::browser::{Engine, Key, Outcome, Page, Screen, StoryResult, Trouble};
use serde_json::json;

/// Each theme with each language and each screen. The other engines see one of them: the
/// rules read the document and its styles, which are the same.
const VIEWS: [View; 4] = [
    View { theme: "light", lang: "en", screen: Screen::LAPTOP },
    View { theme: "dark", lang: "es", screen: Screen::LAPTOP },
    View { theme: "dark", lang: "en", screen: Screen::PHONE },
    View { theme: "light", lang: "es", screen: Screen::PHONE },
];

/// 1280 by 1024 at 400 %.
const ENLARGED: Screen = Screen { width: 320, height: 256, pixel_ratio: 4.0 };

#[derive(Debug, Clone, Copy)]
struct View {
    theme: &'static str,
    lang: &'static str,
    screen: Screen,
}

/// What the page can look like, in the order that a story comes through it.
#[derive(Debug, Clone, Copy)]
enum State {
    AtFirst,
    Errors,
    Plans,
    Share,
    Shortcuts,
    Problem,
    Done,
    AllOpen,
}

impl State {
    const ALL: [Self; 8] = [
        Self::AtFirst,
        Self::Errors,
        Self::Plans,
        Self::Share,
        Self::Shortcuts,
        Self::Problem,
        Self::Done,
        Self::AllOpen,
    ];

    async fn reach(self, page: &Page) -> Outcome<()> {
        match self {
            Self::AtFirst => Ok(()),
            Self::AllOpen => open_all(page).await,
            Self::Errors => {
                // On a phone the cards are shut.
                page.script("document.querySelector('#part-workers').open = true", &[]).await?;
                let field = page.by_css("#field-workers-measured").await?;
                field.send_keys(Key::Control + "a").await?;
                field.send_keys("lots").await?;
                page.wait_for_text("#field-workers-measured-error", "lots").await
            }
            Self::Plans => page.click("#plans").await,
            Self::Share => {
                page.press(Key::Escape + "").await?;
                page.click("#share").await
            }
            Self::Shortcuts => {
                page.press(Key::Escape + "").await?;
                page.click("#keys").await?;
                page.by_css("#shortcuts[open]").await.map(drop)
            }
            Self::Problem => {
                page.press(Key::Escape + "").await?;
                page.drop_file("main", "a.json", "application/json", "{ oops").await?;
                page.wait_for_text("[role=alert] .message", "1").await
            }
            Self::Done => {
                page.click("[role=alert] .message .quiet").await?;
                page.click("#copy-artefact").await?;
                page.by_css("[role=status] .message").await.map(drop)
            }
        }
    }
}

pub(crate) async fn axe_finds_no_fault_in_any_state(page: Page) -> StoryResult {
    let views = if page.engine() == Engine::Chromium { &VIEWS[..] } else { &VIEWS[..1] };
    let mut faults = Vec::new();
    for view in views {
        open_as(&page, *view).await?;
        for state in State::ALL {
            state.reach(&page).await?;
            page.wait_until_still().await?;
            page.lay_out_what_is_far().await?;
            // What the bar half covers depends on how far the page was scrolled.
            page.script("window.scrollTo({ top: 0, behavior: 'instant' })", &[]).await?;
            let found = page.axe().await?;
            faults.extend(found.iter().map(|fault| format!("{state:?}, {view:?}: {fault}")));
        }
    }
    page.open("?embed").await?;
    faults.extend(page.axe().await?.iter().map(|fault| format!("as a frame: {fault}")));
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    Ok(())
}

pub(crate) async fn nothing_scrolls_sideways_or_covers_a_small_screen(page: Page) -> StoryResult {
    // Other drivers' windows are not as narrow.
    let screens = match page.engine() {
        Engine::Chromium => &[Screen::NARROW, ENLARGED][..],
        Engine::Firefox | Engine::WebKit => &[Screen::NARROW],
    };
    for (screen, lang) in screens.iter().flat_map(|screen| [(*screen, "en"), (*screen, "es")]) {
        open_as(&page, View { theme: "light", lang, screen }).await?;
        for state in [State::AtFirst, State::AllOpen, State::Errors, State::Problem] {
            state.reach(&page).await?;
            let wide = page.script(TOO_WIDE, &[]).await?;
            assert_eq!(wide, json!([]), "{screen:?}, {lang}, {state:?}: wider than the screen");
            let covered = page.script(COVERED, &[]).await?;
            let covered = covered.as_f64().unwrap_or(1.0);
            assert!(covered <= 0.5, "{screen:?}, {lang}, {state:?}: {covered} of it is covered");
        }
    }
    Ok(())
}

/// German and Finnish need so much more room than English.
pub(crate) async fn sentences_that_are_two_fifths_longer_fit(page: Page) -> StoryResult {
    for (screen, lang) in [(Screen::NARROW, "es"), (Screen::PHONE, "en"), (Screen::LAPTOP, "es")] {
        open_as(&page, View { theme: "light", lang, screen }).await?;
        State::Problem.reach(&page).await?;
        open_all(&page).await?;
        page.script(LONGER, &[]).await?;
        page.wait_until_still().await?;
        assert_eq!(page.script(TOO_WIDE, &[]).await?, json!([]), "{screen:?}: wider than it");
        assert_eq!(
            page.script(CUT_OFF, &[]).await?,
            json!([]),
            "{screen:?}: does not hold its text"
        );
    }
    Ok(())
}

pub(crate) async fn every_control_is_reached_by_tab_in_the_order_of_reading(
    page: Page,
) -> StoryResult {
    // Without a window manager, WebKit's window has no keyboard after it was made smaller.
    let screens = match page.engine() {
        Engine::Chromium | Engine::Firefox => &[Screen::LAPTOP, Screen::PHONE][..],
        Engine::WebKit => &[Screen::LAPTOP],
    };
    for screen in screens {
        page.set_screen(*screen).await?;
        page.open("").await?;
        open_all(&page).await?;
        page.script("document.activeElement.blur(); scrollTo(0, 0)", &[]).await?;
        let wanted = page.script(STOPS, &[]).await?;
        let wanted: Vec<_> = wanted.as_array().into_iter().flatten().cloned().collect();
        assert!(wanted.len() > 60, "so many controls are on the page: {}", wanted.len());
        for (at, stop) in wanted.iter().enumerate() {
            page.press(Key::Tab + "").await?;
            let mut seen = page.script(SEEN, &[]).await?;
            if &seen["stop"] != stop || seen["inView"] != json!(true) {
                // WebKit goes and scrolls to it a moment later.
                page.wait_until_still().await?;
                seen = page.script(SEEN, &[]).await?;
            }
            assert_eq!(&seen["stop"], stop, "stop {at} on {screen:?}");
            assert_eq!(seen["ring"], json!(true), "the focus is to be seen on {stop}, {screen:?}");
            assert_eq!(seen["inView"], json!(true), "{stop} is covered or out of view, {screen:?}");
        }
        let order = page.script(OUT_OF_ORDER, &[]).await?;
        assert_eq!(order, json!([]), "sections that come in another order than they stand in");
    }
    Ok(())
}

pub(crate) async fn a_screen_reader_has_a_name_for_everything(page: Page) -> StoryResult {
    page.open("").await?;
    open_all(&page).await?;
    let mut nameless = Vec::new();
    let mut seen = 0;
    // Each is asked for by itself, so a sample of each kind in each part of the page.
    for control in page.all_by_css(CONTROLS).await? {
        if !control.is_displayed().await? {
            continue;
        }
        seen += 1;
        let (role, name) = (page.role_of(&control).await?, page.name_of(&control).await?);
        // ARIA has no role for a summary; Chromium's driver names one all the same.
        let needs_role = control.tag_name().await? != "summary";
        let roleless = needs_role && ["", "none", "generic"].contains(&role.as_str());
        if name.trim().is_empty() || roleless {
            nameless.push(format!("{role:?} {name:?}: {}", control.outer_html().await?));
        }
    }
    assert!(seen > 30, "only {seen} controls were looked at");
    assert!(nameless.is_empty(), "without name or role:\n{}", nameless.join("\n"));
    let chart = page.by_css(".bars canvas").await?;
    let name = page.name_of(&chart).await?;
    assert!(name.starts_with("Memory by part, peak: now") && name.contains("2.75–4.75"), "{name}");
    Ok(())
}

pub(crate) async fn what_changes_is_announced(page: Page) -> StoryResult {
    page.open("").await?;
    let verdict = page.by_css("#verdict output").await?;
    assert_eq!(page.role_of(&verdict).await?, "status");
    let before = heard(&page, "#verdict output").await?;
    page.fill("One worker, measured", "200 MB").await?;
    page.wait_until("the verdict to be said", async || {
        let said = heard(&page, "#verdict output").await?;
        Ok(said != before && said.replace('\u{a0}', " ").contains("510 MB"))
    })
    .await?;
    page.fill("One worker, measured", "lots").await?;
    let field = page.field("One worker, measured").await?;
    assert_eq!(field.attr("aria-invalid").await?.as_deref(), Some("true"));
    let described = field.attr("aria-describedby").await?.unwrap_or_default();
    assert!(described.contains("field-workers-measured-error"), "{described}");
    // Both were there before there was anything to say, or nothing would be said.
    for region in [".messages > [role=status]", ".messages > [role=alert]"] {
        assert_eq!(page.all_by_css(region).await?.len(), 1, "{region}");
    }
    Ok(())
}

pub(crate) async fn forced_colours_and_reduced_motion_are_kept_to(page: Page) -> StoryResult {
    page.set_media("forced-colors", "active").await?;
    page.open("").await?;
    open_all(&page).await?;
    assert_eq!(page.script(CHOSEN_IS_SEEN, &[]).await?, json!([]), "looks like the others");
    page.set_media("prefers-reduced-motion", "reduce").await?;
    page.reload().await?;
    assert_eq!(page.script(MOVES, &[]).await?, json!([]), "moves all the same");
    Ok(())
}

async fn open_as(page: &Page, View { theme, lang, screen }: View) -> Outcome<()> {
    page.set_screen(screen).await?;
    page.open("").await?;
    // A plan of an earlier round would be open again.
    page.script("localStorage.clear(); history.replaceState(null, '', location.pathname)", &[])
        .await?;
    page.store("headroom.theme", theme).await?;
    page.store("headroom.lang", lang).await?;
    page.reload().await
}

/// Opens every fold, also those that are made by opening another.
pub(crate) async fn open_all(page: &Page) -> Outcome<()> {
    page.wait_until("every fold to be open", async || {
        let open = "const shut = [...document.querySelectorAll('details:not([open])')];
            shut.forEach(fold => fold.open = true);
            return shut.length";
        Ok(page.script(open, &[]).await? == json!(0))
    })
    .await?;
    page.lay_out_what_is_far().await?;
    page.wait_until_still().await
}

async fn heard(page: &Page, css: &str) -> Outcome<String> {
    let text = page
        .script("return document.querySelector(arguments[0]).textContent", &[json!(css)])
        .await?;
    text.as_str().map(str::to_owned).ok_or_else(|| Trouble::new(format!("{css} says nothing")))
}

const CONTROLS: &str = "main button, header button, header input, header select, \
     .findings summary, .parts > .card > summary, #part-workers input, #part-workers select";

/// Names of what is wider than the screen and does not scroll by itself.
const TOO_WIDE: &str = r"
if (document.documentElement.scrollWidth <= innerWidth) return [];
return [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, pre, .sr-only'))
    .map(e => e.outerHTML.slice(0, 90)).concat('the document').slice(0, 8);
";

/// The part of the screen that what sticks to it takes, once it is scrolled.
const COVERED: &str = r"
scrollTo(0, document.body.scrollHeight / 2);
const stuck = [...document.querySelectorAll('body *')].filter(e => {
    const style = getComputedStyle(e);
    return ['sticky', 'fixed'].includes(style.position) && style.display !== 'none';
});
const rows = new Set();
for (const { top, bottom, height } of stuck.map(e => e.getBoundingClientRect()))
    if (height > 0) for (let y = Math.max(0, top); y < Math.min(innerHeight, bottom); y += 1) rows.add(Math.round(y));
scrollTo(0, 0);
return rows.size / innerHeight;
";

/// Adds to each text two fifths of itself; to a single word, without a place to break it.
const LONGER: &str = r"
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const texts = [];
while (walker.nextNode()) texts.push(walker.currentNode);
for (const text of texts) {
    const said = text.data.trim();
    if (!/\p{L}{2}/u.test(said) || text.parentElement.closest('code, pre, script, noscript')) continue;
    const more = said.slice(0, Math.ceil(said.length * 0.4)).trim();
    text.data += (said.includes(' ') ? ' ' : '') + more;
}
";

/// What is narrower than the text in it, and neither scrolls nor is for the ear alone.
const CUT_OFF: &str = r"
return [...document.querySelectorAll('button, summary, label, legend, h2, h3, p, li, dt, dd, output, .state, .figure')]
    .filter(e => e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1 && !e.closest('.sr-only, pre, .scroll'))
    .map(e => e.outerHTML.slice(0, 120));
";

/// What Tab should come to, in the order of the document.
const STOPS: &str = r"
const name = e => `${e.tagName} ${e.id || e.getAttribute('aria-label') || e.textContent.trim().slice(0, 40)}`;
const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]');
const radios = new Set();
return [...all].filter(e => {
    if (e.tabIndex < 0 || !e.checkVisibility({ visibilityProperty: true })) return false;
    if (e.type !== 'radio') return true;
    return e.checked;
}).map(name);
";

/// Where the focus is, whether it is to be seen and nothing lies over it.
const SEEN: &str = r"
const name = e => `${e.tagName} ${e.id || e.getAttribute('aria-label') || e.textContent.trim().slice(0, 40)}`;
const at = document.activeElement;
const ring = [at, at.nextElementSibling, at.parentElement].filter(Boolean).some(element => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
});
const box = at.getBoundingClientRect();
const x = Math.min(innerWidth - 2, Math.max(1, box.left + Math.min(box.width / 2, 20)));
const y = Math.min(innerHeight - 2, Math.max(1, (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2));
const hit = document.elementFromPoint(x, y);
const inView = box.bottom > 0 && box.top < innerHeight && hit !== null
    && (at.contains(hit) || hit.contains(at) || at.parentElement.contains(hit));
return { stop: name(at), ring, inView };
";

/// Sections that stand above one that comes before them in the document, in the same column.
const OUT_OF_ORDER: &str = r"
const parts = [...document.querySelectorAll('main section, main .intro, main .tiers, main .answer')]
    .filter(e => getComputedStyle(e).display !== 'contents')
    .map(e => ({ e, box: e.getBoundingClientRect(), stuck: getComputedStyle(e).position === 'sticky' }))
    .filter(({ box, stuck }) => box.height > 0 && !stuck);
return parts.filter(({ box, e }, at) => parts.slice(0, at).some(before =>
    !before.e.contains(e) && box.bottom <= before.box.top + 1 && box.left < before.box.right && before.box.left < box.right))
    .map(({ e }) => e.className);
";

/// What is chosen and has neither an outline nor a border of its own.
const CHOSEN_IS_SEEN: &str = r"
return [...document.querySelectorAll('button[aria-pressed=true], .segments input:checked + span')]
    .filter(e => e.checkVisibility() && getComputedStyle(e).outlineStyle === 'none')
    .map(e => e.outerHTML.slice(0, 90));
";

/// What would take time to change.
const MOVES: &str = r"
const long = text => text.split(',').some(time => parseFloat(time) > 0);
return [...document.querySelectorAll('*')].filter(e => {
    const style = getComputedStyle(e);
    return long(style.transitionDuration) || long(style.animationDuration);
}).map(e => e.outerHTML.slice(0, 90));
";
