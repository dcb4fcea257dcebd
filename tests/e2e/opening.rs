//! Opening the page.

use headroom_tests::browser::{Page, Screen, StoryResult};

pub(crate) async fn the_page_opens(page: Page) -> StoryResult {
    page.open("").await?;
    assert_eq!(page.title().await?, "The note's service · Headroom");
    page.check_requests().await?;
    Ok(())
}

/// The example is an answer before anything is touched.
pub(crate) async fn the_example_is_already_an_answer(page: Page) -> StoryResult {
    page.open("").await?;
    let answer = page.text_of("#verdict").await?.replace('\u{a0}', " ");
    for figure in
        ["3.75 GB", "over 1 GB by 2.75 GB", "$37.50", "910 MB", "fits in 1 GB, 90 MB left", "$9.10"]
    {
        assert!(answer.contains(figure), "{figure} in {answer}");
    }
    let gap = page.text_of("#gap").await?.replace('\u{a0}', " ");
    assert!(gap.contains("97 workers"), "{gap}");
    Ok(())
}

/// What stands in the page before the app is what the app shows.
pub(crate) async fn the_first_screen_is_what_the_page_shows(page: Page) -> StoryResult {
    page.set_screen(Screen::DESKTOP).await?;
    for (language, written) in [
        ("en", include_str!("../../opening/en.html")),
        ("es", include_str!("../../opening/es.html")),
    ] {
        let shown = page.first_screen(language).await?;
        let difference =
            shown.lines().zip(written.lines()).find(|(shown, written)| shown != written);
        let stale = "the first screen is out of date: run `cargo xtask opening`";
        assert_eq!(difference, None, "{stale} ({language})");
        assert_eq!(shown.lines().count(), written.lines().count(), "{stale} ({language})");
    }
    Ok(())
}

/// From the first paint on nothing moves, on a phone and on a desktop.
pub(crate) async fn the_app_takes_over_without_a_shift(page: Page) -> StoryResult {
    for screen in [Screen::PHONE, Screen::DESKTOP] {
        page.set_screen(screen).await?;
        page.open("").await?;
        page.reload().await?;
        page.wait_until_still().await?;
        let shift = "let sum = 0;
            const seen = new PerformanceObserver(() => {});
            seen.observe({ type: 'layout-shift', buffered: true });
            for (const one of seen.takeRecords()) sum += one.value;
            return sum";
        assert_eq!(page.script(shift, &[]).await?.as_f64(), Some(0.0), "{screen:?}");
    }
    Ok(())
}

/// The first screen is painted before anything else is asked for, so that nothing takes it
/// line or processor.
pub(crate) async fn the_first_screen_waits_for_nothing(page: Page) -> StoryResult {
    page.open("").await?;
    page.reload().await?;
    let order = "const painted = performance.getEntriesByName('first-contentful-paint')[0];
        const loaded = performance.getEntriesByType('resource').filter(one => /\\.(js|wasm)$/.test(one.name));
        return [loaded.length, loaded.filter(one => one.startTime < painted.startTime).map(one => one.name)]";
    assert_eq!(page.script(order, &[]).await?, serde_json::json!([2, []]));
    Ok(())
}

/// Looks at the charts at the moment when the app takes its place.
const LOOK_AT_CHARTS: &str = "
    new MutationObserver((_, looking) => {
        if (document.readyState === 'loading' || document.getElementById('boot')) return;
        looking.disconnect();
        const painted = canvas => {
            const { width, height } = canvas;
            return canvas.getContext('2d').getImageData(0, 0, width, height).data.some(Boolean);
        };
        window.painted = [...document.querySelectorAll('canvas.chart')].map(painted);
    }).observe(document, { childList: true, subtree: true });
";

pub(crate) async fn the_charts_are_painted_before_the_app_is_shown(page: Page) -> StoryResult {
    page.open("").await?;
    let script = serde_json::json!({ "source": LOOK_AT_CHARTS });
    page.devtools("Page.addScriptToEvaluateOnNewDocument", script).await?;
    page.reload().await?;
    page.wait_until_mounted().await?;
    let painted = page.script("return window.painted", &[]).await?;
    assert_eq!(painted, serde_json::json!([true, true]));
    Ok(())
}
