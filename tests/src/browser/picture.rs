//! Pictures of the page.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::{Outcome, Page, Trouble};

impl Page {
    /// Writes a PNG of the whole page, also of what is below the fold.
    pub async fn picture(&self, file: &Path) -> Outcome<()> {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await?;
        let size = &metrics["cssContentSize"];
        let clip = json!({
            "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1,
        });
        let options = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let answer = self.devtools("Page.captureScreenshot", options).await?;
        let png = STANDARD
            .decode(answer["data"].as_str().unwrap_or_default())
            .map_err(|error| Trouble::new(format!("the picture cannot be read: {error}")))?;
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(file, png)?)
    }
}
