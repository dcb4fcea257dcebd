//! What assistive technology finds: axe's rules, and the accessibility tree.

use std::{env, fs};

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{ElementId, RequestData, SessionId, WebElement};

use super::{Outcome, Page, Trouble};

/// Runs all rules, with the one about targets of 24 pixels that axe leaves out by itself.
const RUN: &str = r"
const done = arguments[0];
axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(
    result => done({ faults: result.violations.flatMap(rule => rule.nodes.map(node =>
        `${rule.id} (${rule.help}): ${node.target.join(' ')}: ${node.html.slice(0, 160)}: ${node.failureSummary}`)) }),
    error => done({ error: String(error) }),
);
";

impl Page {
    /// What axe finds wrong now: each with its rule and element.
    pub async fn axe(&self) -> Outcome<Vec<String>> {
        if self.script("return typeof axe", &[]).await? == "undefined" {
            let file = env::var_os("HEADROOM_AXE")
                .ok_or_else(|| Trouble::new("HEADROOM_AXE does not say where axe-core is"))?;
            // It runs outside the page's policy, and adds nothing to the document.
            self.script(&fs::read_to_string(file)?, &[]).await?;
        }
        let answer = self.driver.execute_async(RUN, Vec::new()).await?;
        match answer.json()["faults"].as_array() {
            Some(faults) => {
                Ok(faults.iter().filter_map(Value::as_str).map(str::to_owned).collect())
            }
            None => Err(Trouble::new(format!("axe: {}", answer.json()["error"]))),
        }
    }

    /// Has the browser lay out what it leaves for later because it is far below: colours and
    /// names would not be seen.
    pub async fn lay_out_what_is_far(&self) -> Outcome<()> {
        let script = "for (const far of document.querySelectorAll('main > *'))
            if (getComputedStyle(far).contentVisibility === 'auto') far.style.contentVisibility = 'visible'";
        self.script(script, &[]).await?;
        Ok(())
    }

    /// The role that the accessibility tree gives the element.
    pub async fn role_of(&self, element: &WebElement) -> Outcome<String> {
        self.computed(element, "computedrole").await
    }

    /// The name that a screen reader says.
    pub async fn name_of(&self, element: &WebElement) -> Outcome<String> {
        self.computed(element, "computedlabel").await
    }

    async fn computed(&self, element: &WebElement, what: &'static str) -> Outcome<String> {
        let asked = Computed { element: element.element_id(), what };
        Ok(self.driver.handle().cmd(asked).await?.value()?)
    }

    /// What a media query would say, from now on. Only Chromium's driver can.
    pub async fn set_media(&self, feature: &str, value: &str) -> Outcome<()> {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }
}

/// `WebDriver`'s commands for the accessibility tree, which thirtyfour has no word for.
#[derive(Debug)]
struct Computed {
    element: ElementId,
    what: &'static str,
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self { element, what } = self;
        RequestData::new(Method::GET, format!("/session/{session}/element/{element}/{what}"))
    }
}
