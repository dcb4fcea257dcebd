//! Without a network, and with a newer build: what was opened once goes on working.

use headroom::link;
use headroom::plan::{Plan, fresh};
use headroom_tests::browser::{Outcome, Page, PublishedPage, StoryResult};
use serde_json::json;

pub(crate) async fn the_page_opens_with_the_server_gone(page: Page) -> StoryResult {
    let published = PublishedPage::start()?;
    visit(&page, &published).await?;
    published.stop();
    page.open_at(&published.address).await?;
    page.wait_for_text("#verdict .then .peak b", "910").await?;
    page.fill("One worker, measured", "200 MB").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    Ok(())
}

pub(crate) async fn a_link_opens_with_the_server_gone(page: Page) -> StoryResult {
    let published = PublishedPage::start()?;
    visit(&page, &published).await?;
    published.stop();
    let plan = Plan { name: "Sent by mail".to_owned(), ..fresh() };
    page.open_at("about:blank").await?;
    page.open_at(&format!("{}#{}", published.address, link::encode(&plan))).await?;
    assert_eq!(page.value_of("Plan name").await?, "Sent by mail");
    Ok(())
}

pub(crate) async fn a_newer_build_is_offered_and_taken(page: Page) -> StoryResult {
    let published = PublishedPage::start()?;
    visit(&page, &published).await?;
    page.fill("Plan name", "Kept").await?;
    let older = page.another_tab().await?;
    page.open_at(&published.address).await?;
    published.publish_another_build("data-build=\"2\"")?;
    // Left and opened again: Firefox's driver reloads past the worker, as its users do with Shift.
    page.open_at("about:blank").await?;
    page.open_at(&published.address).await?;
    assert_eq!(build(&page).await?, json!(null), "nobody is moved to it unasked");
    page.wait_for_text("[role=status] .message", "newer version").await?;
    page.click_button("Use it now").await?;
    page.wait_until("the newer build to be there", async || Ok(build(&page).await? == json!("2")))
        .await?;
    page.wait_until_mounted().await?;
    assert_eq!(page.value_of("Plan name").await?, "Kept");
    page.to_tab(&older).await?;
    assert_eq!(build(&page).await?, json!(null), "the old tab is as it was");
    page.fill("One worker, measured", "200 MB").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    Ok(())
}

/// The first visit; it ends when the page is kept.
async fn visit(page: &Page, published: &PublishedPage) -> Outcome<()> {
    page.open_at(&published.address).await?;
    let kept = "const done = arguments[0];
        navigator.serviceWorker.ready.then(() => done(true), error => done(String(error)))";
    assert_eq!(page.script_async(kept, &[]).await?, json!(true));
    Ok(())
}

async fn build(page: &Page) -> Outcome<serde_json::Value> {
    page.script("return document.documentElement.dataset.build ?? null", &[]).await
}
