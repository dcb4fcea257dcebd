//! The plan as a file: saved, dropped, broken.

use headroom_tests::browser::{Page, StoryResult, Visitor};

pub(crate) async fn a_plan_is_saved_and_dropped_on_another_page(page: Page) -> StoryResult {
    page.open("").await?;
    page.fill("Plan name", "Ours").await?;
    page.fill("One worker, measured", "200 MB").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    page.click("#plans").await?;
    page.click("#save-file").await?;
    let saved = page.downloaded("ours.json").await?;
    let colleague = page.another_visitor(Visitor::default()).await?;
    colleague.open("").await?;
    colleague.drop_file("main", "Ours.json", "application/json", &saved).await?;
    colleague.wait_for_text("#verdict .then .peak b", "510").await?;
    assert_eq!(colleague.value_of("Plan name").await?, "Ours");
    Ok(())
}

pub(crate) async fn a_broken_file_is_named_and_loses_nothing(page: Page) -> StoryResult {
    page.open("").await?;
    page.fill("One worker, measured", "200 MB").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    page.drop_file("main", "broken.json", "application/json", "{\n  \"headroom\": 1,\n  oops")
        .await?;
    page.wait_for_text("[role=alert] .message", "line 3, column 3").await?;
    page.wait_for_text("[role=alert] .message", "Your plan is as it was").await?;
    page.drop_file("main", "other.json", "application/json", "{\"workers\": 3}").await?;
    page.wait_for_text("[role=alert] .message", "not a plan").await?;
    assert_eq!(page.text_of("#verdict .then .peak b").await?.replace('\u{a0}', " "), "510 MB");
    Ok(())
}
