//! Opening the page.

use headroom_tests::browser::{Page, StoryResult};

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
