//! Taking the artefacts away: chosen, compared, copied, downloaded, in step with the plan.

use headroom::export::{ArtefactId, Context, artefact, artefacts, bundle};
use headroom::text::Lang;
use headroom_tests::browser::{Key, Outcome, Page, StoryResult};
use serde_json::json;

use crate::sharing::plan_in;

/// The text as it is in the document, not as it is laid out.
const SHOWN: &str = "return document.querySelector('#export pre code').textContent";

/// What has the focus.
const FOCUSED: &str = "return document.activeElement.textContent";

pub(crate) async fn an_artefact_is_copied_and_downloaded(page: Page) -> StoryResult {
    page.open("").await?;
    page.fill("Workers", "7").await?;
    page.click_button_in("#export", "Gunicorn").await?;
    page.wait_for_text("#export pre code", "or 7)").await?;
    let shown = page.script(SHOWN, &[]).await?;
    page.click("#copy-artefact").await?;
    page.wait_for_text("[role=status] .message", "Copied").await?;
    assert_eq!(Some(page.clipboard().await?.as_str()), shown.as_str());
    page.click("#download-artefact").await?;
    assert_eq!(Some(page.downloaded("gunicorn.conf.py").await?.as_str()), shown.as_str());
    Ok(())
}

pub(crate) async fn what_changes_follows_the_current_side(page: Page) -> StoryResult {
    page.open("").await?;
    page.click_button_in("#export", "Gunicorn").await?;
    page.click("#compare").await?;
    page.click("#side-current").await?;
    page.fill("Workers", "9").await?;
    page.wait_for_text("#export pre code", "or 9)").await?;
    Ok(())
}

/// Types into the field and takes the file, in one breath.
const TYPE_AND_TAKE: &str = "
    const [field] = arguments;
    field.value = '7';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector('#download-artefact').click();
";

pub(crate) async fn what_is_taken_is_of_the_plan_at_that_moment(page: Page) -> StoryResult {
    page.open("").await?;
    page.click_button_in("#export", "Gunicorn").await?;
    page.wait_for_text("#export pre code", "or 2)").await?;
    let workers = page.field("Workers").await?;
    page.script(TYPE_AND_TAKE, &[workers.to_json()?]).await?;
    let taken = page.downloaded("gunicorn.conf.py").await?;
    assert!(taken.contains("or 7)"), "{taken}");
    Ok(())
}

pub(crate) async fn the_link_in_an_artefact_opens_the_same_plan(page: Page) -> StoryResult {
    page.open("").await?;
    page.fill("Workers", "7").await?;
    page.click_button_in("#export", "Gunicorn").await?;
    page.wait_for_text("#export pre code", "or 7)").await?;
    let text = page.script(SHOWN, &[]).await?;
    let link =
        text.as_str().and_then(|text| text.split_whitespace().find(|word| word.contains("#3")));
    assert_eq!(plan_in(link.unwrap_or_default())?.target.workers.count, 7);
    Ok(())
}

pub(crate) async fn everything_is_the_zip_that_the_command_writes(page: Page) -> StoryResult {
    page.open("").await?;
    page.fill("Workers", "7").await?;
    page.wait_for_text("#verdict .then .peak b", "2.91").await?;
    page.click("#share").await?;
    page.wait_for_text("[role=status] .message", "Link copied").await?;
    page.press(Key::Escape + "").await?;
    let link = page.clipboard().await?;
    let plan = plan_in(&link)?;
    let context = Context { plan: &plan, link: &link, lang: Lang::En };
    page.click("#download-all").await?;
    let zip = page.downloaded_bytes("the-note-s-service.zip").await?;
    let text = String::from_utf8_lossy(&zip);
    for made in artefacts(&context) {
        assert!(text.contains(&made.content), "{} is another", made.file_name);
    }
    assert!(zip == bundle(&context), "the same files, packed in another way");
    page.click("#copy-all").await?;
    page.wait_for_text("[role=status] .message", "Copied").await?;
    let copied = page.clipboard().await?;
    for made in artefacts(&context).iter().filter(|made| made.id.is_of_one_side()) {
        assert!(copied.contains(&made.content), "{}", made.file_name);
    }
    Ok(())
}

/// Waits for the focus, which follows the chosen tab with the next paint: a key that is
/// pressed before would be taken by the tab before.
async fn focus_is_on(page: &Page, tab: &str) -> Outcome<()> {
    page.wait_until(&format!("the focus to be on {tab}"), async || {
        Ok(page.script(FOCUSED, &[]).await?.as_str() == Some(tab))
    })
    .await
}

pub(crate) async fn tabs_are_walked_by_keys_and_what_changes_is_told(page: Page) -> StoryResult {
    page.open("").await?;
    page.script("document.querySelector('#artefact-group-tab').focus()", &[]).await?;
    page.press(Key::End + "").await?;
    page.wait_for_text("#export pre code", "# The note").await?;
    focus_is_on(&page, "Report").await?;
    page.press(Key::Right + "").await?;
    page.wait_for_text("#artefact-where", "variables.env").await?;
    focus_is_on(&page, "Variables").await?;
    page.press(Key::Right + "").await?;
    page.wait_for_text("#artefact-where", "gunicorn.conf.py").await?;
    page.wait_for_text("#carried", "Workers are never recycled").await?;
    focus_is_on(&page, "Gunicorn").await?;
    page.press(Key::Right + "").await?;
    page.wait_for_text("#artefact-where", "settings_memory.py").await?;
    focus_is_on(&page, "Django").await?;
    page.press(Key::Tab + "").await?;
    // WebKit moves the focus a moment after the key.
    page.wait_until("the focus to be on a file", async || {
        let at = "return document.activeElement.matches('.tabs.files [role=tab]')";
        Ok(page.script(at, &[]).await? == json!(true))
    })
    .await?;
    page.press(Key::End + "").await?;
    page.wait_for_text("#artefact-where", "memory_monitor.py").await?;
    page.click_button_in("#export", "Gunicorn").await?;
    page.click("#compare").await?;
    page.wait_for_text("#export del", "3.75 GB").await?;
    let new = "return [...document.querySelectorAll('#export ins')].map(line => line.textContent).join('')";
    let new = page.script(new, &[]).await?;
    assert!(new.as_str().is_some_and(|new| new.contains("max_requests = 500\n")), "{new}");
    Ok(())
}

pub(crate) async fn a_chart_is_taken_as_drawing_and_as_picture(page: Page) -> StoryResult {
    page.open("").await?;
    page.click_button_in("#export", "Report").await?;
    page.click_button_in("#export", "Chart of memory").await?;
    page.click("#download-artefact").await?;
    let link = format!("{}#", page.address().await?.split('#').next().unwrap_or_default());
    let drawing = page.downloaded("memory.svg").await?;
    let plan = headroom::plan::note();
    let link = format!("{link}{}", headroom::link::encode(&plan));
    let context = Context { plan: &plan, link: &link, lang: Lang::En };
    assert_eq!(drawing, artefact(ArtefactId::MemoryChart, &context).content);
    page.click("#picture").await?;
    let picture = page.downloaded_bytes("memory.png").await?;
    assert!(picture.starts_with(b"\x89PNG"), "{:?}", picture.get(..8));
    assert_eq!(picture.get(16..20), Some([0, 0, 8, 112].as_slice()), "three times 720 wide");
    Ok(())
}
