//! What is around the page: screen, colour scheme, clipboard, storage, downloads.

use std::fs;

use serde_json::{Value, json};
use thirtyfour::Key;

use super::{Engine, Outcome, Page, Trouble};

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
    /// What a story begins on: wide enough for two columns.
    pub const LAPTOP: Self = Self { width: 1280, height: 800, pixel_ratio: 1.0 };
    /// A larger one.
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
    /// Shows the page on another screen, from now on. But in Chromium its window is made so
    /// large, and no window is narrower than about 450 pixels.
    pub async fn set_screen(&self, screen: Screen) -> Outcome<()> {
        let Screen { width, height, pixel_ratio } = screen;
        if self.engine() != Engine::Chromium {
            return self.resize(width, height).await;
        }
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": pixel_ratio, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Makes the system ask for a colour scheme, and for reduced motion so that nothing is
    /// caught half way, from now on.
    pub async fn set_scheme(&self, scheme: Scheme) -> Outcome<()> {
        if self.engine() != Engine::Chromium {
            return match scheme {
                Scheme::Light => Ok(()), // They start so.
                Scheme::Dark => Err(Trouble::new("only Chromium's driver changes the scheme")),
            };
        }
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

    /// The text on the clipboard, pasted by keys into a field that is there for this alone:
    /// no permission is asked for, as none would be.
    pub async fn clipboard(&self) -> Outcome<String> {
        let field = "const field = document.createElement('textarea');
            field.id = 'pasted';
            document.body.append(field);
            field.focus()";
        self.script(field, &[]).await?;
        self.press(Key::Control + "v").await?;
        let pasted = "const field = document.getElementById('pasted');
            field.remove();
            return field.value";
        let text = self.script(pasted, &[]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
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
                // A browser keeps the name with an empty file until the rest has come.
                Ok(!bytes.is_empty())
            })
            .await;
        let names = || -> Vec<_> {
            fs::read_dir(&folder).into_iter().flatten().flatten().map(|e| e.file_name()).collect()
        };
        waited.map_err(|trouble| Trouble::new(format!("{trouble}; there are {:?}", names())))?;
        Ok(bytes)
    }

    /// A command of Chromium's own protocol, for what WebDriver has no word for.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        if self.engine() != Engine::Chromium {
            return Err(Trouble::new(format!("{command} is a command of Chromium's alone")));
        }
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    async fn resize(&self, width: u32, height: u32) -> Outcome<()> {
        let around =
            self.script("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]).await?;
        let more = |at: usize| u32::try_from(around[at].as_i64().unwrap_or_default()).unwrap_or(0);
        self.driver.set_window_rect(0, 0, width + more(0), height + more(1)).await?;
        Ok(())
    }
}
