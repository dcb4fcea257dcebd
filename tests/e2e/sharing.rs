//! Links: shared, opened elsewhere, damaged.

use headroom::link;
use headroom::plan::Plan;
use headroom::text::{Lang, problems};
use headroom::units::Estimate;
use headroom_tests::browser::{Outcome, Page, StoryResult, Trouble, Visitor};

/// The plan in a link, read by the core as the command reads it.
pub(crate) fn plan_in(link: &str) -> Outcome<Plan> {
    link::decode(link)
        .map(|opened| opened.plan)
        .map_err(|why| Trouble::new(format!("{link:?}: {}", problems::link(&why, Lang::En))))
}

/// Waits until the address holds a plan whose worker takes 200 MB, and gives it back.
async fn link_to_200_mb(page: &Page) -> Outcome<String> {
    page.wait_until("the address to hold the plan", async || {
        Ok(plan_in(&page.fragment().await?)?.target.workers.measured.likely == 200e6)
    })
    .await?;
    page.fragment().await
}

pub(crate) async fn a_link_opens_in_another_profile(page: Page) -> StoryResult {
    page.open("").await?;
    page.fill("Plan name", "Ours").await?;
    page.fill("One worker, measured", "200 MB").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    let payload = link_to_200_mb(&page).await?;
    assert_eq!(plan_in(&payload)?.name, "Ours", "the command reads the same link");
    let colleague = page.another_visitor(Visitor::default()).await?;
    colleague.open(&payload).await?;
    colleague.wait_for_text("#verdict .then .peak b", "510").await?;
    assert_eq!(colleague.value_of("Plan name").await?, "Ours");
    Ok(())
}

pub(crate) async fn a_damaged_link_is_named_and_left_alone(page: Page) -> StoryResult {
    let whole = link::encode(&headroom::plan::fresh());
    let damaged = format!("#{}", &whole[..whole.len() - 2]);
    page.open(&damaged).await?;
    page.wait_for_text("[role=alert] .message", "Your plan is as it was").await?;
    assert_eq!(page.fragment().await?, damaged);
    Ok(())
}

pub(crate) async fn the_plan_is_kept_and_the_language_too(page: Page) -> StoryResult {
    page.open("").await?;
    page.click("#lang-es").await?;
    page.wait_for_text("#findings-title", "Qué cambiar primero").await?;
    page.fill("Un worker, medido", "0,2 GB").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    link_to_200_mb(&page).await?;
    page.reload().await?;
    page.wait_for_text("#findings-title", "Qué cambiar primero").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    Ok(())
}

pub(crate) async fn the_button_copies_the_link(page: Page) -> StoryResult {
    page.open("").await?;
    page.fill("One worker, measured", "200 MB").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    page.click("#share").await?;
    page.wait_for_text("[role=status] .message", "Link copied").await?;
    let copied = plan_in(&page.clipboard().await?)?;
    assert_eq!(copied.target.workers.measured.likely, 200e6);
    Ok(())
}

pub(crate) async fn a_link_with_older_prices_says_what_changed(page: Page) -> StoryResult {
    page.open(include_str!("../links/v1/older.txt").trim()).await?;
    page.wait_for_text("[role=alert] .message", "prices of 2025-04-11").await?;
    page.wait_for_text("[role=alert] .message", "What that changes").await?;
    Ok(())
}

pub(crate) async fn a_readable_address_fills_the_plan_in(page: Page) -> StoryResult {
    page.open("?workers=3&private=200MB").await?;
    assert_eq!(page.value_of("Workers").await?, "3");
    page.wait_until("the address to become a link", async || {
        let workers = plan_in(&page.fragment().await?)?.target.workers;
        Ok(workers.count == 3 && workers.private == Estimate::exact(200e6))
    })
    .await?;
    assert!(!page.address().await?.contains('?'), "{}", page.address().await?);
    Ok(())
}
