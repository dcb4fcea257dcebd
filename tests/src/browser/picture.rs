//! Pictures of the page.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::extensions::addons::firefox::FirefoxTools;

use super::{Engine, Outcome, Page, Trouble};

impl Page {
    /// Writes a PNG of the whole page, also of what is below the fold.
    pub async fn picture(&self, file: &Path) -> Outcome<()> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        let png = match self.engine() {
            Engine::Chromium => self.whole_page().await?,
            // The one has a command of its own, the other shows what is in its window.
            Engine::Firefox => {
                FirefoxTools::new(self.driver.handle().clone()).full_screenshot_as_png().await?
            }
            Engine::WebKit => self.driver.screenshot_as_png().await?,
        };
        Ok(fs::write(file, png)?)
    }

    /// A PNG of what is in the window.
    pub async fn view(&self) -> Outcome<Vec<u8>> {
        self.captured(json!({ "format": "png" })).await
    }

    /// A PNG of one element, however long.
    pub async fn view_of(&self, css: &str) -> Outcome<Vec<u8>> {
        let script = "scrollTo(0, 0);
            const { x, y, width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
            return { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height), scale: 1 }";
        let clip = self.script(script, &[json!(css)]).await?;
        self.captured(json!({ "format": "png", "captureBeyondViewport": true, "clip": clip })).await
    }

    async fn whole_page(&self) -> Outcome<Vec<u8>> {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await?;
        let size = &metrics["cssContentSize"];
        let clip = json!({
            "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1,
        });
        let options = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        self.captured(options).await
    }

    async fn captured(&self, options: Value) -> Outcome<Vec<u8>> {
        let answer = self.devtools("Page.captureScreenshot", options).await?;
        STANDARD
            .decode(answer["data"].as_str().unwrap_or_default())
            .map_err(|error| Trouble::new(format!("the picture cannot be read: {error}")))
    }
}
