//! The panel "Your own measurements": pasted, dropped, adopted, taken back.

use headroom_tests::browser::{Key, Outcome, Page, StoryResult};
use serde_json::json;

use crate::keyboard::tab_to;
use crate::sharing::plan_in;

/// An arbiter and three workers, of which one has kept what an export left.
const PS: &str = "  PID  PPID   RSS COMMAND
    1     0   900 /bin/sh -c gunicorn shop.wsgi
    7     1 26492 /usr/local/bin/python /usr/local/bin/gunicorn shop.wsgi
    8     7 98304 /usr/local/bin/python /usr/local/bin/gunicorn shop.wsgi
    9     7 98816 /usr/local/bin/python /usr/local/bin/gunicorn shop.wsgi
   10     7 204800 /usr/local/bin/python /usr/local/bin/gunicorn shop.wsgi
";

const FIELD: &str = "What you measured";

async fn paste(page: &Page, text: &str) -> Outcome<()> {
    // The fold makes it a moment after it is opened.
    page.by_css("#observed-text").await?;
    page.script(
        "const field = document.querySelector('#observed-text');
        field.focus();
        field.setRangeText(arguments[0], field.selectionStart, field.selectionEnd, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));",
        &[json!(text)],
    )
    .await?;
    Ok(())
}

async fn nothing_to_undo(page: &Page) -> Outcome<bool> {
    Ok(page.by_css("#undo").await?.attr("aria-disabled").await?.as_deref() == Some("true"))
}

async fn workers_now(page: &Page) -> Outcome<u32> {
    Ok(plan_in(&page.fragment().await?)?.current.workers.count)
}

pub(crate) async fn ps_output_is_compared_adopted_and_taken_back(page: Page) -> StoryResult {
    page.open("").await?;
    page.click("#measure").await?;
    page.field(FIELD).await?;
    paste(&page, PS).await?;
    page.wait_for_text("#observed-recognised", "Gunicorn's arbiter and 3 workers").await?;
    page.wait_for_text("#observed-table", "One worker's own (RSS)").await?;
    page.wait_for_text(".remarks", "RssAnon").await?;
    page.wait_for_text(".remarks", "some have kept what large jobs left").await?;
    assert!(nothing_to_undo(&page).await?, "looking changes nothing");
    page.click("#adopt").await?;
    page.wait_for_text("#adopted", "The plan holds what was measured").await?;
    page.wait_for_text("#observed-table", "the same").await?;
    page.wait_until("the plan to have three workers", async || Ok(workers_now(&page).await? == 3))
        .await?;
    page.click("#why-workers > summary").await?;
    page.wait_for_text("#why-workers", "measured by you").await?;
    page.click("#undo").await?;
    page.wait_until("the plan to be as it was", async || Ok(workers_now(&page).await? == 5))
        .await?;
    page.wait_for_text("#adopt", "Adopt: 3 workers").await?;
    assert!(nothing_to_undo(&page).await?, "it was one step");
    Ok(())
}

pub(crate) async fn what_would_close_the_gap_is_adopted_too(page: Page) -> StoryResult {
    page.open("?workers=2").await?;
    page.click("#observed > summary").await?;
    paste(&page, &format!("{PS}\nmemory.current 900000000\n")).await?;
    page.wait_for_text("#explained", "not explained").await?;
    page.wait_for_text(".fits", "of large jobs").await?;
    page.click(".fits button").await?;
    page.wait_for_text("#explained", "to within 5%").await?;
    Ok(())
}

pub(crate) async fn a_dropped_file_is_what_it_holds(page: Page) -> StoryResult {
    page.open("").await?;
    page.drop_file("main", "ps.txt", "text/plain", PS).await?;
    page.wait_for_text("#observed-recognised", "3 workers").await?;
    page.drop_file("#observed", "current.txt", "text/plain", "memory.current 900000000").await?;
    page.wait_for_text("#observed-recognised", "the whole service (cgroup)").await?;
    let kept = page.value_of(FIELD).await?;
    assert!(kept.contains("==> ps.txt <==") && kept.contains("==> current.txt <=="), "{kept}");
    let plan = headroom::plan::Plan { name: "Dropped".into(), ..headroom::plan::fresh() };
    page.drop_file("#observed", "plan.json", "application/json", &headroom::file::write(&plan))
        .await?;
    page.wait_until(
        "the plan to open",
        async || Ok(page.value_of("Plan name").await? == "Dropped"),
    )
    .await?;
    assert_eq!(page.value_of(FIELD).await?, kept, "and the measurements stay");
    Ok(())
}

pub(crate) async fn what_is_not_read_is_named_by_its_line_and_stays(page: Page) -> StoryResult {
    page.open("").await?;
    page.click("#observed > summary").await?;
    let text = format!("{PS}what is this\n");
    paste(&page, &text).await?;
    page.wait_for_text("#observed-problems", "Line 7: what is this is in no format").await?;
    page.wait_for_text("#observed-recognised", "3 workers").await?;
    page.fill(FIELD, "hello").await?;
    page.wait_for_text("#observed-recognised", "No measurement was found").await?;
    page.wait_for_text("#observed-problems", "Line 1: hello is in no format").await?;
    assert_eq!(page.value_of(FIELD).await?, "hello");
    assert_eq!(page.all_by_css("#adopt").await?.len(), 0);
    Ok(())
}

pub(crate) async fn it_works_by_keys_alone(page: Page) -> StoryResult {
    page.open("").await?;
    tab_to(&page, "#observed > summary").await?;
    page.press(Key::Enter + "").await?;
    tab_to(&page, "#copy-collect").await?;
    page.press(Key::Enter + "").await?;
    page.wait_for_text("[role=status] .message", "Copied").await?;
    assert!(page.clipboard().await?.contains("smaps_rollup"));
    tab_to(&page, "#observed-text").await?;
    page.press("memory.current 300000000").await?;
    page.wait_for_text("#adopt", "300").await?;
    tab_to(&page, "#adopt").await?;
    page.press(Key::Enter + "").await?;
    page.wait_for_text("#adopted", "The plan holds").await?;
    page.press(Key::Control + "z").await?;
    page.wait_for_text("#adopt", "300").await?;
    Ok(())
}
