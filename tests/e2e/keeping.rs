//! What the browser keeps: several plans, the theme, and storage that refuses.

use headroom_tests::browser::{Engine, Outcome, Page, Scheme, StoryResult};
use serde_json::json;

use crate::sharing::plan_in;

pub(crate) async fn plans_are_duplicated_renamed_deleted_and_brought_back(
    page: Page,
) -> StoryResult {
    page.open("").await?;
    page.fill("Plan name", "First").await?;
    page.click("#plans").await?;
    page.click("#plan-duplicate").await?;
    page.wait_until("the copy to be open", async || {
        Ok(page.value_of("Plan name").await? == "First (copy)")
    })
    .await?;
    page.fill("Plan name", "Second").await?;
    page.fill("One worker, measured", "200 MB").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    page.click("#plans").await?;
    page.click_button_in(".plan-list", "First").await?;
    page.wait_for_text("#verdict .then .peak b", "910").await?;
    page.click("#plans").await?;
    page.click_button_in(".plan-list", "Second").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    page.click("#plans").await?;
    page.click("#plan-delete").await?;
    page.wait_for_text("#verdict .then .peak b", "910").await?;
    page.click_button("Bring it back").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    assert_eq!(page.value_of("Plan name").await?, "Second");
    page.reload().await?;
    assert_eq!(page.value_of("Plan name").await?, "Second");
    Ok(())
}

pub(crate) async fn a_change_is_kept_however_soon_the_page_is_left(page: Page) -> StoryResult {
    page.open("").await?;
    page.fill("Plan name", "Left at once").await?;
    page.reload().await?;
    assert_eq!(page.value_of("Plan name").await?, "Left at once");
    Ok(())
}

pub(crate) async fn the_theme_is_switched_and_kept(page: Page) -> StoryResult {
    page.set_scheme(Scheme::Light).await?;
    page.open("").await?;
    let light = ground(&page).await?;
    page.choose("Theme", "Dark").await?;
    page.wait_until("the page and its charts to turn dark", async || {
        let dark = ground(&page).await?;
        Ok(dark.iter().zip(&light).all(|(dark, light)| dark != light))
    })
    .await?;
    let dark = ground(&page).await?;
    page.reload().await?;
    page.wait_until("the choice to be kept", async || Ok(ground(&page).await? == dark)).await?;
    Ok(())
}

/// The colour of the page, and the picture of the first chart.
async fn ground(page: &Page) -> Outcome<Vec<String>> {
    let script = "return [getComputedStyle(document.body).backgroundColor,
        document.querySelector('.bars canvas').toDataURL()]";
    let seen = page.script(script, &[]).await?;
    let texts = seen.as_array().into_iter().flatten();
    Ok(texts.map(|text| text.as_str().unwrap_or_default().to_owned()).collect())
}

pub(crate) async fn storage_that_holds_rubbish_is_said(page: Page) -> StoryResult {
    page.open("").await?;
    page.store("headroom.plans", "{ not a shelf").await?;
    page.reload().await?;
    page.wait_for_text("[role=alert] .message", "not a plan").await?;
    page.click_button("Dismiss").await?;
    works(&page).await
}

pub(crate) async fn storage_that_is_full_is_said_once(page: Page) -> StoryResult {
    open_refused(
        &page,
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    )
    .await?;
    page.fill("One worker, measured", "300 MB").await?;
    page.wait_for_text("[role=alert] .message", "does not keep the plan").await?;
    page.click_button("Dismiss").await?;
    works(&page).await
}

pub(crate) async fn storage_that_is_blocked_is_said_once(page: Page) -> StoryResult {
    open_refused(
        &page,
        "Object.defineProperty(window, 'localStorage',
            { get() { throw new DOMException('blocked', 'SecurityError') } })",
    )
    .await?;
    page.fill("One worker, measured", "300 MB").await?;
    page.wait_for_text("[role=alert] .message", "does not keep the plan").await?;
    page.click_button("Dismiss").await?;
    works(&page).await
}

/// Opens the page where the browser's storage refuses: before anything of the page runs in
/// Chromium, once it has mounted where the driver cannot do that.
async fn open_refused(page: &Page, script: &str) -> Outcome<()> {
    if page.engine() == Engine::Chromium {
        let before = json!({ "source": script });
        page.devtools("Page.addScriptToEvaluateOnNewDocument", before).await?;
        return page.open("").await;
    }
    page.open("").await?;
    page.script(script, &[]).await?;
    Ok(())
}

/// The page computes, shares, and does not say it again.
async fn works(page: &Page) -> StoryResult {
    page.fill("One worker, measured", "200 MB").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    page.wait_until("the address to hold the plan", async || {
        Ok(plan_in(&page.fragment().await?)?.target.workers.measured.likely == 200e6)
    })
    .await?;
    page.wait_until_gone("[role=alert] .message").await?;
    Ok(())
}
