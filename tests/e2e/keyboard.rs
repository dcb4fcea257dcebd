//! The main way, by the keyboard alone.

use headroom_tests::browser::{Key, Outcome, Page, StoryResult, Trouble};
use serde_json::json;

use crate::sharing::plan_in;

/// More stops than this before what is looked for, and nobody gets there.
const MOST_STOPS: usize = 60;

pub(crate) async fn a_finding_is_applied_and_a_link_shared_by_keys_alone(
    page: Page,
) -> StoryResult {
    page.open("").await?;
    tab_to(&page, "#apply-gevent_leak").await?;
    page.press(Key::Enter + "").await?;
    page.wait_until_gone("#apply-gevent_leak").await?;
    // It moves with the next paint.
    page.wait_until("the focus to be around the button that is gone", async || {
        Ok(focus(&page, "body").await? != json!(true))
    })
    .await?;
    page.press(Key::Control + "z").await?;
    page.wait_for_text("#apply-gevent_leak", "Apply").await?;
    page.reload().await?;
    tab_to(&page, "#share").await?;
    page.press(Key::Enter + "").await?;
    page.wait_for_text("[role=status] .message", "Link copied").await?;
    let copied = plan_in(&page.clipboard().await?)?;
    assert_eq!(copied.name, "The note's service");
    Ok(())
}

pub(crate) async fn the_presses_on_a_slider_are_one_step(page: Page) -> StoryResult {
    page.open("").await?;
    page.script("document.querySelector('#part-workers input[type=range]').focus()", &[]).await?;
    for _ in 0..3 {
        page.press(Key::Right + "").await?;
    }
    page.wait_for_text("#verdict .then .peak b", "990").await?;
    page.press(Key::Control + "z").await?;
    page.wait_for_text("#verdict .then .peak b", "910").await?;
    let undo = page.by_css("#undo").await?.attr("aria-disabled").await?;
    assert_eq!(undo.as_deref(), Some("true"), "one step, however many presses");
    Ok(())
}

/// Sends each form, as Enter does where it has one field; counts those that went.
const SEND_ALL: &str = "
    const forms = [...document.forms];
    const sent = forms.filter(form => form.dispatchEvent(new Event('submit', { cancelable: true })));
    return [forms.length > 5, sent.length];
";

pub(crate) async fn enter_in_a_field_sends_nothing(page: Page) -> StoryResult {
    page.open("").await?;
    page.script("for (const card of document.querySelectorAll('.card')) card.open = true", &[])
        .await?;
    page.wait_until("every card to have a form, of which none is sent", async || {
        Ok(page.script(SEND_ALL, &[]).await? == json!([true, 0]))
    })
    .await?;
    Ok(())
}

/// Presses Tab until the element has the focus; each stop must show that it has it.
pub(crate) async fn tab_to(page: &Page, css: &str) -> Outcome<()> {
    for _ in 0..MOST_STOPS {
        page.press(Key::Tab + "").await?;
        if focus(page, css).await? == json!(true) {
            return Ok(());
        }
        let shown = page.script(SHOWS_FOCUS, &[]).await?;
        if shown["ring"] != true {
            return Err(Trouble::new(format!("no focus is to be seen on {}", shown["at"])));
        }
    }
    Err(Trouble::new(format!("{css} is not among the first {MOST_STOPS} stops")))
}

async fn focus(page: &Page, css: &str) -> Outcome<serde_json::Value> {
    page.script("return document.activeElement.matches(arguments[0])", &[json!(css)]).await
}

/// Whether the focused element, or the label drawn in its place, has an outline.
const SHOWS_FOCUS: &str = r"
const at = document.activeElement;
const candidates = [at, at.nextElementSibling, at.parentElement].filter(Boolean);
const ring = candidates.some(element => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
});
return { ring, at: at.outerHTML.slice(0, 120) };
";
