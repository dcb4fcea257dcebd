//! Opening the page.

use headroom_tests::browser::{Page, StoryResult};

pub(crate) async fn the_page_opens(page: Page) -> StoryResult {
    page.open("").await?;
    assert_eq!(page.title().await?, "Headroom");
    page.check_requests().await?;
    Ok(())
}
