//! Finding elements: by selector, and by what a user reads next to them.

use serde_json::{Value, json};
use thirtyfour::{By, WebElement};

use super::{Outcome, Page, Trouble};

/// Returns the visible elements of a kind that carry a name, and the names of all.
const BY_NAME: &str = r"
const [name, kind, within] = arguments;
const tidy = text => (text ?? '').replace(/\s+/g, ' ').trim();
// The text of a label without the text of a control inside it.
const own = label => {
    const copy = label.cloneNode(true);
    copy.querySelectorAll('input, select, textarea, output').forEach(control => control.remove());
    return tidy(copy.textContent);
};
const visible = element => element.checkVisibility({ visibilityProperty: true });
const names = element => [
    ...[...(element.labels ?? [])].filter(visible).map(own),
    tidy((element.getAttribute('aria-labelledby') ?? '').split(/\s+/)
        .map(id => document.getElementById(id)?.textContent ?? '').join(' ')),
    tidy(element.getAttribute('aria-label')),
    element.matches('button, a, summary, [role=button], [role=tab]') ? tidy(element.textContent) : '',
].filter(Boolean);
const root = within === '' ? document : document.querySelector(within);
if (root === null) return { found: [], named: [], missing: true };
const all = [...root.querySelectorAll(kind)].filter(visible);
return {
    found: all.filter(element => names(element).includes(name)),
    named: [...new Set(all.flatMap(names))],
    missing: false,
};
";

const FIELDS: &str = "input:not([type=range]), select, textarea";
const SLIDERS: &str = "input[type=range]";
const BUTTONS: &str = "button, a[href], summary, [role=button], [role=tab], input[type=submit]";

impl Page {
    /// The first element that matches. Waits for it.
    pub async fn by_css(&self, css: &str) -> Outcome<WebElement> {
        let mut found = None;
        self.wait_until(&format!("{css} to be there"), async || {
            found = Some(self.driver.find(By::Css(css)).await?);
            Ok(true)
        })
        .await?;
        found.ok_or_else(|| Trouble::new("nothing was found"))
    }

    /// All elements that match now. Does not wait.
    pub async fn all_by_css(&self, css: &str) -> Outcome<Vec<WebElement>> {
        Ok(self.driver.find_all(By::Css(css)).await?)
    }

    /// The field (not the slider) that the visible label names, in full. Waits for it.
    pub async fn field(&self, label: &str) -> Outcome<WebElement> {
        self.field_in("", label).await
    }

    /// As [`Page::field`], inside the first element that matches `within`: for a label
    /// that occurs more than once on the page.
    pub async fn field_in(&self, within: &str, label: &str) -> Outcome<WebElement> {
        self.named("field", FIELDS, within, label).await
    }

    /// The slider that the label names; its name may be for assistive technology only,
    /// because the field beside it carries the visible label.
    pub async fn slider(&self, label: &str) -> Outcome<WebElement> {
        self.slider_in("", label).await
    }

    /// As [`Page::slider`], inside the first element that matches `within`.
    pub async fn slider_in(&self, within: &str, label: &str) -> Outcome<WebElement> {
        self.named("slider", SLIDERS, within, label).await
    }

    /// The button, tab or link with this text or accessible name, in full.
    pub async fn button(&self, name: &str) -> Outcome<WebElement> {
        self.button_in("", name).await
    }

    /// As [`Page::button`], inside the first element that matches `within`.
    pub async fn button_in(&self, within: &str, name: &str) -> Outcome<WebElement> {
        self.named("button", BUTTONS, within, name).await
    }

    async fn named(&self, what: &str, kind: &str, within: &str, name: &str) -> Outcome<WebElement> {
        let mut found = None;
        let mut seen = String::new();
        let waited = self
            .wait_until(&format!("a {what} named {name:?}"), async || {
                let answer =
                    self.script(BY_NAME, &[json!(name), json!(kind), json!(within)]).await?;
                seen = describe(&answer, within);
                found = answer["found"]
                    .as_array()
                    .filter(|all| all.len() == 1)
                    .map(|all| all[0].clone());
                Ok(found.is_some())
            })
            .await;
        waited.map_err(|trouble| Trouble::new(format!("{trouble}; {seen}")))?;
        let element = found.unwrap_or_default();
        Ok(WebElement::from_json(element, self.driver.handle().clone())?)
    }
}

/// Why the one element was not found: none, several, or no place to look in.
fn describe(answer: &Value, within: &str) -> String {
    if answer["missing"] == true {
        return format!("there is no {within}");
    }
    match answer["found"].as_array().map_or(0, Vec::len) {
        0 => format!("the names there are {}", answer["named"]),
        several => format!("there are {several} of that name; say in which part of the page"),
    }
}
