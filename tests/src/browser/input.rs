//! What a user does: keys, text, sliders, choices, files.

use std::time::Duration;

use serde_json::json;
use thirtyfour::{Key, WebElement};
use tokio::time::sleep;

use super::{Outcome, Page, Trouble};

/// More key presses than this are a mistake in the story, not a drag.
const MOST_KEYS: u32 = 2000;

/// A drag is not one jump.
const DRAG_MOVES: i64 = 8;

/// Drops a file on an element the way a browser reports it.
const DROP: &str = r"
const [element, name, type, content] = arguments;
const transfer = new DataTransfer();
transfer.items.add(new File([content], name, { type }));
for (const kind of ['dragenter', 'dragover', 'drop']) {
    element.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
}
";

impl Page {
    /// Clicks the element that matches. Waits for it, and scrolls to it. One that is drawn
    /// anew meanwhile is found again.
    pub async fn click(&self, css: &str) -> Outcome<()> {
        self.wait_until(&format!("{css} to be clicked"), async || {
            click(&self.by_css(css).await?).await?;
            Ok(true)
        })
        .await
    }

    /// Clicks the button, tab or link with this text or accessible name.
    pub async fn click_button(&self, name: &str) -> Outcome<()> {
        click(&self.button(name).await?).await
    }

    /// As [`Page::click_button`], inside the first element that matches `within`.
    pub async fn click_button_in(&self, within: &str, name: &str) -> Outcome<()> {
        click(&self.button_in(within, name).await?).await
    }

    /// Clicks the checkbox or radio button that the label names.
    pub async fn tick(&self, label: &str) -> Outcome<()> {
        click(&self.field(label).await?).await
    }

    /// Presses keys where the focus is: text, a [`Key`], or `Key::Control + "z"`.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) -> Outcome<()> {
        let focused = self.driver.active_element().await?;
        // What is sent to a picker of files is taken for a path; there the keyboard presses.
        if focused.attr("type").await?.as_deref() == Some("file") {
            return Ok(self.driver.action_chain().send_keys(keys).perform().await?);
        }
        Ok(focused.send_keys(keys).await?)
    }

    /// Presses keys where the focus is, one every `pace`. What [`Page::press`] asks the page
    /// before each would take its time.
    pub async fn type_slowly(&self, keys: &str, pace: Duration) -> Outcome<()> {
        for key in keys.chars() {
            sleep(pace).await;
            self.driver.action_chain().send_keys(key).perform().await?;
        }
        Ok(())
    }

    /// Scrolls to what matches, and then moves to it, presses and lets go, within `pace`.
    pub async fn click_slowly(&self, css: &str, pace: Duration) -> Outcome<()> {
        self.wait_until(css, async || Ok(!self.all_by_css(css).await?.is_empty())).await?;
        let element = self.by_css(css).await?;
        element.scroll_into_view().await?;
        let hand = || self.driver.action_chain_with_delay(None, Some(Duration::ZERO));
        let moves =
            [hand().move_to_element_center(&element), hand().click_and_hold(), hand().release()];
        for one in moves {
            sleep(pace / 3).await;
            one.perform().await?;
        }
        Ok(())
    }

    /// Replaces what stands in the field by `text`, by keys, and leaves the focus there.
    pub async fn fill(&self, label: &str, text: &str) -> Outcome<()> {
        self.fill_in("", label, text).await
    }

    /// As [`Page::fill`], inside the first element that matches `within`.
    pub async fn fill_in(&self, within: &str, label: &str, text: &str) -> Outcome<()> {
        let field = self.field_in(within, label).await?;
        field.send_keys(Key::Control + "a").await?;
        field.send_keys(if text.is_empty() { Key::Delete + "" } else { text.into() }).await?;
        Ok(())
    }

    /// What stands in the field.
    pub async fn value_of(&self, label: &str) -> Outcome<String> {
        value(&self.field(label).await?).await
    }

    /// Chooses the option with this text from the list that the label names.
    pub async fn choose(&self, label: &str, option: &str) -> Outcome<()> {
        let list = self.field(label).await?;
        let script =
            "const option = [...arguments[0].options].find(o => o.text.trim() === arguments[1]);
            return option ? option.index : -1";
        let index = self.script(script, &[list.to_json()?, json!(option)]).await?;
        let index = index.as_i64().filter(|index| *index >= 0);
        let index = index.ok_or_else(|| Trouble::new(format!("{label:?} offers no {option:?}")))?;
        let selector = thirtyfour::By::Css(format!("option:nth-of-type({})", index + 1));
        Ok(list.find(selector).await?.click().await?)
    }

    /// Moves the slider to `value` with the arrow keys, as many presses as it has steps
    /// between.
    pub async fn set_slider(&self, label: &str, value: f64) -> Outcome<()> {
        self.set_slider_in("", label, value).await
    }

    /// As [`Page::set_slider`], inside the first element that matches `within`.
    pub async fn set_slider_in(&self, within: &str, label: &str, value: f64) -> Outcome<()> {
        let slider = self.slider_in(within, label).await?;
        let steps = "const s = arguments[0]; return (arguments[1] - s.valueAsNumber) / (Number(s.step) || 1)";
        let steps = self.script(steps, &[slider.to_json()?, json!(value)]).await?;
        let steps = steps.as_f64().unwrap_or_default().round();
        if steps.abs() > f64::from(MOST_KEYS) {
            return Err(Trouble::new(format!("{label:?} is {steps} steps away from {value}")));
        }
        let key = char::from(if steps < 0.0 { Key::Left } else { Key::Right });
        let presses = (0..MOST_KEYS).take_while(|pressed| f64::from(*pressed) < steps.abs());
        let presses: String = presses.map(|_| key).collect();
        slider.send_keys(presses).await?;
        let reached =
            self.script("return arguments[0].valueAsNumber", &[slider.to_json()?]).await?;
        let reached = reached.as_f64().unwrap_or(f64::NAN);
        if (reached - value).abs() < 1e-9 {
            return Ok(());
        }
        Err(Trouble::new(format!("{label:?} stands at {reached} and not at {value}")))
    }

    /// Drags the slider's thumb with the pointer, in several moves, to a part of its length.
    pub async fn drag_slider_in(&self, within: &str, label: &str, to: f64) -> Outcome<()> {
        let slider = self.slider_in(within, label).await?;
        slider.scroll_into_view().await?;
        let geometry = "const s = arguments[0], box = s.getBoundingClientRect();
            const at = (s.valueAsNumber - s.min) / (s.max - s.min), thumb = 16;
            const x = part => Math.round(box.left + thumb / 2 + part * (box.width - thumb));
            return [x(at), x(arguments[1]), Math.round(box.top + box.height / 2)]";
        let places = self.script(geometry, &[slider.to_json()?, json!(to)]).await?;
        let place = |at: usize| places[at].as_i64().unwrap_or_default();
        let (from, to, height) = (place(0), place(1), place(2));
        let mut hand = self.driver.action_chain().move_to(from, height).click_and_hold();
        for part in 1..=DRAG_MOVES {
            hand = hand.move_to(from + (to - from) * part / DRAG_MOVES, height);
        }
        Ok(hand.release().perform().await?)
    }

    /// Gives a file to the file input that matches, as the picker would.
    pub async fn pick_file(&self, css: &str, name: &str, content: &[u8]) -> Outcome<()> {
        let file = self.folder.file(name);
        std::fs::write(&file, content)?;
        // A file input is often hidden behind a button; keys reach it all the same.
        Ok(self.by_css(css).await?.send_keys(file.to_string_lossy().as_ref()).await?)
    }

    /// Drops a file on the element that matches.
    pub async fn drop_file(&self, css: &str, name: &str, kind: &str, content: &str) -> Outcome<()> {
        let target = self.by_css(css).await?.to_json()?;
        self.script(DROP, &[target, json!(name), json!(kind), json!(content)]).await?;
        Ok(())
    }
}

/// Clicks in the middle of the view, where nothing that sticks to an edge covers it.
async fn click(element: &WebElement) -> Outcome<()> {
    element.scroll_into_view().await?;
    // What was far away is laid out when it comes near, and moves what is below it. WebKit's
    // driver clicks where the element was when it was asked.
    element.handle().execute_async(STANDS_STILL, vec![element.to_json()?]).await?;
    Ok(element.click().await?)
}

/// Answers once the element is where it was a moment before, in the middle of the view. A
/// timer tells the moment: a tab behind another has no frames.
const STANDS_STILL: &str = "const [element, done] = arguments;
    let last;
    const look = () => {
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y } = element.getBoundingClientRect();
        if (last?.x === x && last.y === y) return done(true);
        last = { x, y };
        setTimeout(look, 50);
    };
    look()";

async fn value(element: &WebElement) -> Outcome<String> {
    Ok(element.prop("value").await?.unwrap_or_default())
}
