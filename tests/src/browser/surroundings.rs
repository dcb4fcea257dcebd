//! What is around the page: screen, colour scheme, clipboard, storage, downloads.

use std::fs;

use serde_json::{Value, json};

use super::{Outcome, Page, Trouble};

/// A size of screen in CSS pixels, and how many device pixels make one.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// Device pixels for one CSS pixel.
    pub pixel_ratio: f64,
}

impl Screen {
    /// A phone of usual size.
    pub const PHONE: Self = Self { width: 390, height: 844, pixel_ratio: 2.0 };
    /// The narrowest screen that the page must be usable on.
    pub const NARROW: Self = Self { width: 320, height: 640, pixel_ratio: 1.0 };
    /// A laptop.
    pub const DESKTOP: Self = Self { width: 1440, height: 900, pixel_ratio: 1.0 };
}

/// The colour scheme that the system asks for.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Scheme {
    Light,
    Dark,
}

impl Page {
    /// Shows the page on another screen, from now on.
    pub async fn set_screen(&self, screen: Screen) -> Outcome<()> {
        let Screen { width, height, pixel_ratio } = screen;
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": pixel_ratio, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Makes the system ask for a colour scheme, and for reduced motion so that nothing is
    /// caught half way, from now on.
    pub async fn set_scheme(&self, scheme: Scheme) -> Outcome<()> {
        let scheme = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]});
        self.devtools("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    /// The text on the clipboard.
    pub async fn clipboard(&self) -> Outcome<String> {
        self.allow_clipboard().await?;
        let read = "const done = arguments[0];
            navigator.clipboard.readText().then(text => done({ text }), error => done({ error: String(error) }))";
        let answer = self.driver.execute_async(read, Vec::new()).await?;
        let text = answer.json()["text"].as_str().map(str::to_owned);
        text.ok_or_else(|| Trouble::new(format!("the clipboard: {}", answer.json()["error"])))
    }

    /// What local storage holds under `key`.
    pub async fn stored(&self, key: &str) -> Outcome<Option<String>> {
        let value = self.script("return localStorage.getItem(arguments[0])", &[json!(key)]).await?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Writes local storage; the page sees it when it is loaded again.
    pub async fn store(&self, key: &str, value: &str) -> Outcome<()> {
        let set = "localStorage.setItem(arguments[0], arguments[1])";
        self.script(set, &[json!(key), json!(value)]).await?;
        Ok(())
    }

    /// The text of a file that the page let the user download. Waits for it.
    pub async fn downloaded(&self, name: &str) -> Outcome<String> {
        Ok(String::from_utf8_lossy(&self.downloaded_bytes(name).await?).into_owned())
    }

    /// Its bytes.
    pub async fn downloaded_bytes(&self, name: &str) -> Outcome<Vec<u8>> {
        let folder = self.folder.downloads();
        let mut bytes = Vec::new();
        let waited = self
            .wait_until(&format!("the download {name}"), async || {
                bytes = fs::read(folder.join(name))?;
                Ok(true)
            })
            .await;
        let names = || -> Vec<_> {
            fs::read_dir(&folder).into_iter().flatten().flatten().map(|e| e.file_name()).collect()
        };
        waited.map_err(|trouble| Trouble::new(format!("{trouble}; there are {:?}", names())))?;
        Ok(bytes)
    }

    /// A command of the browser's own protocol, for what WebDriver has no word for.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    async fn allow_clipboard(&self) -> Outcome<()> {
        let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
        self.devtools("Browser.grantPermissions", json!({ "permissions": permissions })).await?;
        Ok(())
    }
}
