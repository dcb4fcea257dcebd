//! Changing a plan: fields, sliders, findings, undo.

use headroom_tests::browser::{Outcome, Page, StoryResult};

async fn peak_then(page: &Page) -> Outcome<String> {
    Ok(page.text_of("#verdict .then .peak b").await?.replace('\u{a0}', " "))
}

pub(crate) async fn a_range_is_typed_and_a_mistake_loses_nothing(page: Page) -> StoryResult {
    page.open("").await?;
    page.fill("One worker, measured", "300-500 MB").await?;
    page.wait_for_text("#verdict .then .peak .range", "GB").await?;
    assert_eq!(peak_then(&page).await?, "910 MB");
    page.fill("One worker, measured", "0.2 GB").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    page.fill("One worker, measured", "lots").await?;
    page.wait_for_text("#field-workers-measured-error", "lots").await?;
    assert_eq!(peak_then(&page).await?, "510 MB", "the last good value stays");
    Ok(())
}

pub(crate) async fn a_slider_follows_keys_and_is_undone(page: Page) -> StoryResult {
    page.open("").await?;
    page.set_slider_in("#part-workers", "Workers", 187.5).await?;
    page.wait_for_text("#verdict .then .peak b", "1.31").await?;
    page.click("#undo").await?;
    page.wait_for_text("#verdict .then .peak b", "910").await?;
    page.click("#redo").await?;
    page.wait_for_text("#verdict .then .peak b", "1.31").await?;
    Ok(())
}

pub(crate) async fn a_slider_is_dragged_in_one_step(page: Page) -> StoryResult {
    page.open("").await?;
    page.drag_slider_in("#part-workers", "Workers", 0.5).await?;
    page.wait_until("the peak to follow", async || Ok(peak_then(&page).await? != "910 MB")).await?;
    assert_ne!(page.value_of("Workers").await?, "2", "the field beside it follows");
    page.click("#undo").await?;
    page.wait_for_text("#verdict .then .peak b", "910").await?;
    let undo = page.by_css("#undo").await?.attr("aria-disabled").await?;
    assert_eq!(undo.as_deref(), Some("true"), "a drag is one step");
    Ok(())
}

pub(crate) async fn a_finding_is_applied_and_taken_back(page: Page) -> StoryResult {
    page.open("").await?;
    page.click("#apply-gevent_leak").await?;
    page.wait_until_gone("#apply-gevent_leak").await?;
    page.click("#undo").await?;
    page.wait_for_text("#apply-gevent_leak", "Apply").await?;
    page.click("#undo-cpu_count").await?;
    page.wait_for_text("#verdict .then .peak b", "2.11").await?;
    Ok(())
}

pub(crate) async fn what_is_imported_is_chosen_by_name(page: Page) -> StoryResult {
    page.open("?workers=4").await?;
    page.wait_for_text("#part-workers", "One worker's own memory").await?;
    let before = peak_then(&page).await?;
    page.choose("What is imported", "Wagtail").await?;
    page.wait_until("the peak to follow", async || Ok(peak_then(&page).await? != before)).await?;
    page.wait_until_gone("#field-workers-private").await?;
    page.choose("What is imported", "my own figure, below").await?;
    page.wait_until("the figure to be back", async || Ok(peak_then(&page).await? == before))
        .await?;
    Ok(())
}

pub(crate) async fn a_free_row_is_filled_in_and_a_mistake_loses_nothing(page: Page) -> StoryResult {
    page.open("").await?;
    let before = peak_then(&page).await?;
    page.click("#part-others summary").await?;
    page.click_button_in("#part-others", "+ Celery").await?;
    page.tick("inside this service").await?;
    page.fill_in("#part-others", "Memory", "400 MB").await?;
    page.wait_for_text("#verdict .then .peak b", "1.31").await?;
    page.fill_in("#part-others", "Memory", "much").await?;
    page.wait_for_text("#row-0-memory-error", "much").await?;
    page.fill_in("#part-others", "vCPU", "half").await?;
    page.wait_for_text("#row-0-vcpu-error", "half").await?;
    page.wait_for_text("#row-0-memory-error", "much").await?;
    page.wait_for_text("#verdict .then .peak b", "1.31").await?;
    page.click_button_in("#part-others", "Remove").await?;
    page.wait_until("the row to be gone", async || Ok(peak_then(&page).await? == before)).await?;
    page.click("#undo").await?;
    page.wait_for_text("#verdict .then .peak b", "1.31").await?;
    Ok(())
}

pub(crate) async fn the_riddle_shows_what_was_measured(page: Page) -> StoryResult {
    page.open("").await?;
    page.click("#riddle summary").await?;
    page.wait_for_text("#riddle table", "97 sync workers").await?;
    let table = page.text_of("#riddle table").await?.replace('\u{a0}', " ");
    assert!(table.contains("4.5 GB") && table.contains("74.8%"), "{table}");
    Ok(())
}
