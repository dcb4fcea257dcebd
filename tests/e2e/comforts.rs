//! What is quiet until it is wanted: what if, reading a chart, places, shortcuts,
//! pictures, the share sheet, the frame.

use headroom::link;
use headroom::plan::{fresh, note};
use headroom::text::comforts;
use headroom_tests::browser::{Key, Outcome, Page, PublishedPage, StoryResult};
use serde_json::{Value, json};

use crate::sharing::plan_in;

/// The note with another name, so that it is a plan of its own.
fn shared() -> String {
    link::encode(&headroom::plan::Plan { name: "Ana's shop".into(), ..note() })
}

async fn has_focus(page: &Page, css: &str) -> Outcome<bool> {
    let script = "return document.activeElement.matches(arguments[0])";
    Ok(page.script(script, &[json!(css)]).await? == json!(true))
}

async fn wait_for_focus(page: &Page, css: &str) -> Outcome<()> {
    page.wait_until(&format!("the focus to be on {css}"), async || has_focus(page, css).await).await
}

pub(crate) async fn an_address_opens_a_card_and_a_file(page: Page) -> StoryResult {
    page.open(&format!("?at=logs#{}", shared())).await?;
    wait_for_focus(&page, "#part-logs > summary").await?;
    let seen =
        "const card = document.querySelector('#part-logs'), box = card.getBoundingClientRect();
        return card.open && box.top >= 0 && box.top < innerHeight";
    page.wait_until("the card to be open and in view", async || {
        Ok(page.script(seen, &[]).await? == json!(true))
    })
    .await?;
    assert_eq!(page.value_of("Plan name").await?, "Ana's shop");
    page.open(&format!("?at=gunicorn.conf.py#{}", shared())).await?;
    page.wait_for_text("#artefact-tab", "gunicorn.conf.py").await?;
    wait_for_focus(&page, "#export").await?;
    page.open("?at=nowhere").await?;
    page.wait_for_text("#verdict .then .peak b", "910").await?;
    assert!(page.all_by_css("[role=alert] .message").await?.is_empty(), "it is no mistake");
    Ok(())
}

pub(crate) async fn a_place_on_the_page_is_no_damaged_link(page: Page) -> StoryResult {
    page.open("").await?;
    page.press(Key::Tab + "").await?;
    page.press(Key::Enter + "").await?;
    page.wait_until("the address to name the place", async || {
        Ok(page.fragment().await? == "#parts")
    })
    .await?;
    page.script("location.hash = 'part-uploads'", &[]).await?;
    wait_for_focus(&page, "#part-uploads > summary").await?;
    page.wait_until_gone("[role=alert] .message").await?;
    Ok(())
}

pub(crate) async fn a_link_can_be_made_that_opens_at_a_card(page: Page) -> StoryResult {
    page.open("").await?;
    page.click("#share").await?;
    page.script(CHOOSE, &[json!("#share-at"), json!("exports")]).await?;
    page.wait_until("the link to say where", async || {
        let link = page.script("return document.querySelector('#share-link').value", &[]).await?;
        Ok(link.as_str().is_some_and(|link| link.contains("?at=exports#3")))
    })
    .await?;
    page.click_button_in("#share-panel", "Copy").await?;
    page.wait_for_text("[role=status] .message", "Link copied").await?;
    let copied = page.clipboard().await?;
    assert!(copied.contains("?at=exports#"), "{copied}");
    assert_eq!(plan_in(&copied)?.name, note().name, "the decoder takes it as any other");
    Ok(())
}

const CHOOSE: &str = "const list = document.querySelector(arguments[0]);
    list.value = arguments[1];
    list.dispatchEvent(new Event('change', { bubbles: true }))";

pub(crate) async fn what_moves_the_total_is_told_while_it_is_open(page: Page) -> StoryResult {
    page.open("").await?;
    assert!(page.all_by_css(".tornado li").await?.is_empty(), "nothing is computed yet");
    page.click("#explore-sensitivity > summary").await?;
    page.wait_for_text(".tornado", "1.71").await?;
    page.click("#sensitivity-table > summary").await?;
    page.wait_for_text("#sensitivity-table tbody", "17.10").await?;
    page.fill("One worker, measured", "200 MB").await?;
    page.wait_for_text(".tornado", "910").await?;
    page.click("#explore-sensitivity > summary").await?;
    page.wait_until_gone(".tornado li").await?;
    Ok(())
}

pub(crate) async fn a_crew_is_chosen_by_keys_in_one_step(page: Page) -> StoryResult {
    page.open(&format!("?at=grid#{}", shared())).await?;
    wait_for_focus(&page, "#explore-grid > summary").await?;
    page.press(Key::Tab + "").await?;
    assert!(has_focus(&page, "#crew-2-500[aria-selected=true]").await?, "Tab stops at the plan's");
    page.press(Key::Down + "").await?;
    page.press(Key::Left + "").await?;
    wait_for_focus(&page, "#crew-3-100").await?;
    page.press(Key::Enter + "").await?;
    page.wait_for_text("#verdict .then .peak b", "1.31").await?;
    page.wait_for_text("#crew-3-100[aria-selected=true]", "✕").await?;
    assert!(has_focus(&page, "#crew-3-100").await?, "the focus stays");
    assert_eq!(page.all_by_css(".crews [tabindex='0']").await?.len(), 1, "one stop for Tab");
    page.press(Key::Control + "z").await?;
    page.wait_for_text("#verdict .then .peak b", "910").await?;
    let undo = page.by_css("#undo").await?.attr("aria-disabled").await?;
    assert_eq!(undo.as_deref(), Some("true"), "both settings were one step");
    page.click("#crew-1-500").await?;
    page.wait_for_text("#verdict .then .peak b", "510").await?;
    page.fill("Workers", "5").await?;
    page.by_css("#crew-5-500[aria-selected=true]").await?;
    page.script("document.querySelector('#crew-5-500').focus()", &[]).await?;
    page.press(Key::Down + "").await?;
    page.press(Key::Enter + "").await?;
    page.wait_until_gone("#crew-5-500").await?;
    wait_for_focus(&page, "#crew-6-500[aria-selected=true]").await?;
    Ok(())
}

pub(crate) async fn kept_plans_stand_side_by_side(page: Page) -> StoryResult {
    page.open("").await?;
    page.fill("Plan name", "First").await?;
    page.click("#plans").await?;
    page.click("#plan-duplicate").await?;
    page.wait_until("the copy to be open", async || {
        Ok(page.value_of("Plan name").await? == "First (copy)")
    })
    .await?;
    page.click("#explore-compare > summary").await?;
    page.wait_for_text("#explore-compare", "Their settings are the same").await?;
    page.fill("One worker, measured", "200 MB").await?;
    page.wait_for_text(".plans-compared tbody:last-child", "One worker, measured").await?;
    page.wait_for_text(".plans-compared", "$9.10").await?;
    page.wait_for_text(".plans-compared", "$5.10").await?;
    page.click("#explore-compare .picks input").await?;
    page.wait_until_gone(".plans-compared").await?;
    Ok(())
}

pub(crate) async fn a_chart_is_read_by_keys_and_by_pointing(page: Page) -> StoryResult {
    page.open("").await?;
    let before = page.script(HEIGHTS, &[]).await?;
    page.script("document.querySelector('.bars .pointer').focus()", &[]).await?;
    said(&page, ".bars", "Now, Workers: 3 GB (2–4 GB)").await?;
    assert_eq!(page.script(HEIGHTS, &[]).await?, before, "nothing moves");
    page.press(Key::End + "").await?;
    said(&page, ".bars", "Then, all: 910 MB, limit 1 GB").await?;
    page.press(Key::Left + "").await?;
    said(&page, ".bars", "Then, Logs: 10 MB").await?;
    page.script(POINT, &[json!(".tiers .pointer"), json!(0.55), json!(0.5)]).await?;
    said(&page, ".tiers", "Hobby, Now: $37.50 ($27–48), does not fit").await?;
    page.press(Key::Escape + "").await?;
    page.wait_until_gone(".bars .readout:not([hidden])").await?;
    Ok(())
}

/// The line says it, and so does the value that a screen reader gets.
async fn said(page: &Page, chart: &str, words: &str) -> Outcome<()> {
    let read = "const chart = document.querySelector(arguments[0]);
        return [chart.querySelector('.pointer').ariaValueText, chart.querySelector('.readout').textContent]";
    page.wait_until(&format!("{chart} to say {words:?}"), async || {
        let said = page.script(read, &[json!(chart)]).await?;
        let plain = |at: usize| said[at].as_str().unwrap_or_default().replace('\u{a0}', " ");
        Ok(plain(0) == words && plain(1) == words)
    })
    .await
}

const HEIGHTS: &str = "return [...document.querySelectorAll('.bars, .tiers, main')].map(e => e.getBoundingClientRect().height)";

const POINT: &str = "const chart = document.querySelector(arguments[0]), box = chart.getBoundingClientRect();
    chart.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse',
        clientX: box.left + box.width * arguments[1], clientY: box.top + box.height * arguments[2] }))";

pub(crate) async fn single_keys_act_unless_somebody_types_or_has_them_off(
    page: Page,
) -> StoryResult {
    page.open("").await?;
    page.press("?".to_owned()).await?;
    page.wait_for_text("#shortcuts[open]", "What to change first").await?;
    page.press(Key::Escape + "").await?;
    page.wait_until_gone("#shortcuts[open]").await?;
    page.press("f".to_owned()).await?;
    wait_for_focus(&page, "#findings").await?;
    page.script("document.querySelector('#plan-name').focus()", &[]).await?;
    page.press("f?".to_owned()).await?;
    assert!(page.value_of("Plan name").await?.ends_with("f?"), "letters are letters there");
    assert!(page.all_by_css("#shortcuts[open]").await?.is_empty());
    page.click("#keys").await?;
    page.click("#keys-on").await?;
    page.click_button_in("#shortcuts", "Close").await?;
    wait_for_focus(&page, "#keys").await?;
    page.reload().await?;
    page.press("?".to_owned()).await?;
    page.press("f".to_owned()).await?;
    page.wait_until_still().await?;
    assert!(page.all_by_css("#shortcuts[open]").await?.is_empty(), "they stay switched off");
    assert!(!has_focus(&page, "#findings").await?);
    page.click("#keys").await?;
    page.by_css("#shortcuts[open]").await?;
    Ok(())
}

pub(crate) async fn a_chart_is_copied_as_a_picture(page: Page) -> StoryResult {
    page.open("").await?;
    let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
    page.devtools("Browser.grantPermissions", json!({ "permissions": permissions })).await?;
    page.click("#share").await?;
    page.click("#picture-memory").await?;
    page.wait_for_text("[role=status] .message", "The picture was copied").await?;
    page.script(READ_PICTURE, &[]).await?;
    page.wait_until("a picture to be on the clipboard", async || {
        let size = page.script("return window.pictured ?? null", &[]).await?;
        Ok(size[0].as_f64().is_some_and(|width| width > 1000.0))
    })
    .await?;
    Ok(())
}

const READ_PICTURE: &str = "navigator.clipboard.read()
    .then(items => items[0].getType('image/png'))
    .then(blob => createImageBitmap(blob))
    .then(picture => { window.pictured = [picture.width, picture.height] },
        error => { window.pictured = String(error) })";

pub(crate) async fn a_picture_is_saved_where_it_cannot_be_copied(page: Page) -> StoryResult {
    page.open("").await?;
    page.script("delete window.ClipboardItem", &[]).await?;
    page.click("#share").await?;
    page.click("#picture-costs").await?;
    page.wait_for_text("[role=status] .message", "it was saved as a file").await?;
    Ok(())
}

pub(crate) async fn the_share_sheet_gets_the_link(page: Page) -> StoryResult {
    let stub = "navigator.share = data => { window.sent = data; return Promise.resolve() }";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": stub })).await?;
    page.open("").await?;
    page.click("#share").await?;
    page.click("#share-with").await?;
    let sent: Value = page.script("return window.sent", &[]).await?;
    assert_eq!(sent["title"], "The note's service");
    assert_eq!(plan_in(sent["url"].as_str().unwrap_or_default())?, note());
    Ok(())
}

pub(crate) async fn the_link_has_a_code_to_scan(page: Page) -> StoryResult {
    page.open("").await?;
    page.click("#share").await?;
    page.click("#share-qr > summary").await?;
    let path = page.by_css("#share-qr svg path").await?.attr("d").await?.unwrap_or_default();
    assert!(path.starts_with("M4 4h7v1h-7z"), "the first corner: {path}");
    let url = page.script("return document.querySelector('#share-link').value", &[]).await?;
    let code = link::qr(url.as_str().unwrap_or_default());
    assert_eq!(code.map(|code| code.path), Some(path), "it is the link that is shown");
    Ok(())
}

pub(crate) async fn a_frame_shows_the_answer_and_keeps_nothing(page: Page) -> StoryResult {
    let payload = shared();
    page.open(&format!("?embed#{payload}")).await?;
    page.wait_for_text("#verdict .then .peak b", "910").await?;
    page.by_css(".tiers canvas").await?;
    for away in ["header", "#parts", "#findings", "#export", "select", "input[type=text]"] {
        assert!(page.all_by_css(away).await?.is_empty(), "{away} is not in a frame");
    }
    let whole = page.by_css(".whole a").await?.attr("href").await?.unwrap_or_default();
    assert!(!whole.contains("embed"), "{whole}");
    assert_eq!(plan_in(&whole)?.name, "Ana's shop");
    page.script("location.hash = arguments[0]", &[json!(link::encode(&fresh()))]).await?;
    page.wait_for_text(".whole", "Unnamed plan").await?;
    assert_eq!(page.stored("headroom.plans").await?, None);
    assert!(page.address().await?.contains("?embed#"), "the address stays as it is");
    Ok(())
}

pub(crate) async fn a_wiki_has_it_in_a_frame(page: Page) -> StoryResult {
    page.open("").await?;
    let address = page.address().await?;
    let address = address.split('#').next().unwrap_or_default();
    let frame = comforts::frame(&format!("{address}?embed#{}", shared()), "Ana's <shop>");
    let wiki = PublishedPage::start()?;
    wiki.publish_beside(
        "wiki.html",
        &format!("<!doctype html><title>Wiki</title><link rel=icon href=data:,>{frame}"),
    )?;
    page.open_frame_of(&format!("{}wiki.html", wiki.address)).await?;
    page.wait_for_text("#verdict .then .peak b", "910").await?;
    page.wait_for_text(".whole", "Ana's shop").await?;
    let framed = page.script("return window !== window.top && innerWidth > 300", &[]).await?;
    assert_eq!(framed, json!(true));
    Ok(())
}

pub(crate) async fn an_opened_link_says_whose_it_is_and_that_nothing_was_lost(
    page: Page,
) -> StoryResult {
    page.open("").await?;
    page.fill("Plan name", "Mine").await?;
    page.reload().await?;
    let theirs = shared();
    page.script("location.hash = arguments[0]", &[json!(theirs)]).await?;
    page.wait_for_text("[role=status] .message", "“Ana's shop” was opened").await?;
    assert_eq!(page.value_of("Plan name").await?, "Ana's shop");
    page.click("#plans").await?;
    page.click_button_in(".plan-list", "Mine").await?;
    page.wait_until("my plan to be back", async || Ok(page.value_of("Plan name").await? == "Mine"))
        .await?;
    Ok(())
}
