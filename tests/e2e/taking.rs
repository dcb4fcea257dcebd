//! Taking the artefacts away: copied, downloaded, in step with the plan.

use headroom_tests::browser::{Page, StoryResult};

use crate::sharing::plan_in;

pub(crate) async fn an_artefact_is_copied_and_downloaded(page: Page) -> StoryResult {
    page.open("").await?;
    page.fill("Workers", "7").await?;
    page.click_button_in("#export", "gunicorn.conf.py").await?;
    page.wait_for_text("#export code", "or 7)").await?;
    let shown = page.script(SHOWN, &[]).await?;
    page.click("#copy-artefact").await?;
    page.wait_for_text("[role=status] .message", "Copied").await?;
    assert_eq!(Some(page.clipboard().await?.as_str()), shown.as_str());
    page.click("#download-artefact").await?;
    assert_eq!(Some(page.downloaded("gunicorn.conf.py").await?.as_str()), shown.as_str());
    Ok(())
}

/// The text as it is in the document, not as it is laid out.
const SHOWN: &str = "return document.querySelector('#export code').textContent";

pub(crate) async fn the_link_in_an_artefact_opens_the_same_plan(page: Page) -> StoryResult {
    page.open("").await?;
    page.fill("Workers", "7").await?;
    page.click_button_in("#export", "gunicorn.conf.py").await?;
    page.wait_for_text("#export code", "or 7)").await?;
    let text = page.script(SHOWN, &[]).await?;
    let link =
        text.as_str().and_then(|text| text.split_whitespace().find(|word| word.contains("#2")));
    assert_eq!(plan_in(link.unwrap_or_default())?.target.workers.count, 7);
    Ok(())
}
