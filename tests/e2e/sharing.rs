//! Links: shared, opened elsewhere, damaged.

use headroom_tests::browser::{Outcome, Page, StoryResult, Visitor};

/// Waits until the address holds a plan whose worker takes 200 MB, and gives it back.
async fn link_to_200_mb(page: &Page) -> Outcome<String> {
    page.wait_until("the address to hold the plan", async || {
        let opened = headroom::link::decode(&page.fragment().await?);
        Ok(opened.is_ok_and(|opened| opened.plan.target.workers.measured.likely == 200e6))
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
    let plan = headroom::link::decode(&payload).map(|opened| opened.plan);
    assert_eq!(
        plan.map(|plan| plan.name),
        Ok(String::from("Ours")),
        "the command reads the same link"
    );
    let colleague = page.another_visitor(Visitor::default()).await?;
    colleague.open(&payload).await?;
    colleague.wait_for_text("#verdict .then .peak b", "510").await?;
    assert_eq!(colleague.value_of("Plan name").await?, "Ours");
    Ok(())
}

pub(crate) async fn a_damaged_link_is_named_and_left_alone(page: Page) -> StoryResult {
    let link = headroom::link::encode(&headroom::plan::fresh());
    let damaged = format!("#{}", &link[..link.len() - 2]);
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
