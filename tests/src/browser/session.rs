//! The browser and its visitors: each has a session, a profile and a folder for
//! downloads of its own, all new and all removed afterwards.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::json;
use thirtyfour::WebDriver;
use tokio::sync::Mutex;
use tokio::time::timeout;

use super::driver::Driver;
use super::engines::Engine;
use super::screen::VirtualScreen;
use super::{Outcome, Page, Screen, Trouble};

/// How often a browser may fail to start before its story does.
const ATTEMPTS: u32 = 3;
/// How long one may take to; a busy machine needs half a minute for Firefox.
const PATIENCE: Duration = Duration::from_mins(1);

/// The browser that the tests drive, and the page they look at.
#[derive(Debug)]
pub struct Browser {
    /// What draws the page.
    pub(super) engine: Engine,
    pub(super) around: Surroundings,
    pages: Mutex<Vec<Page>>,
}

/// What all visitors share.
#[derive(Debug)]
pub(super) struct Surroundings {
    /// Where the page is served, with the slash at its end.
    pub(super) base: String,
    /// Where pictures of failures and the driver's log go.
    pub(super) output: PathBuf,
    /// Where an engine needs one.
    pub(super) screen: Option<VirtualScreen>,
}

/// Who opens the page.
#[derive(Debug, Clone, Copy)]
pub struct Visitor {
    /// The browser's language, such as `es-ES`.
    pub language: &'static str,
}

impl Default for Visitor {
    fn default() -> Self {
        Self { language: "en-US" }
    }
}

impl Browser {
    /// Makes ready for visitors. `HEADROOM_PAGE` says where the page is served; without it
    /// there is nothing to test, which is an error.
    pub fn start() -> Outcome<Arc<Self>> {
        let base = env::var("HEADROOM_PAGE").map_err(|_| {
            Trouble::new(
                "HEADROOM_PAGE does not say where the built page is served; \
                 `cargo xtask e2e` builds it, serves it and runs this",
            )
        })?;
        let output =
            env::var_os("HEADROOM_E2E_OUTPUT").map_or_else(|| "target/e2e".into(), PathBuf::from);
        fs::create_dir_all(&output)?;
        let engine = Engine::wanted()?;
        let screen = (engine == Engine::WebKit).then(VirtualScreen::start).transpose()?;
        let around = Surroundings { base, output, screen };
        Ok(Arc::new(Self { engine, around, pages: Mutex::default() }))
    }

    /// A new session with an empty profile.
    pub async fn visit(self: &Arc<Self>, visitor: Visitor) -> Outcome<Page> {
        let folder = VisitorFolder::create()?;
        let (server, driver) = self.session(&folder, visitor).await?;
        let downloads = folder.downloads();
        let page = Page::new(driver, server, Arc::clone(self), folder);
        if self.engine == Engine::Chromium {
            let allowed = json!({ "behavior": "allow", "downloadPath": downloads });
            page.devtools("Browser.setDownloadBehavior", allowed).await?;
        } else {
            page.set_screen(Screen::LAPTOP).await?;
        }
        self.pages.lock().await.push(page.clone());
        Ok(page)
    }

    /// A driver and its session. `WebKitWebDriver` now and then starts a browser that never
    /// answers it; the next one does.
    async fn session(
        &self,
        folder: &VisitorFolder,
        visitor: Visitor,
    ) -> Outcome<(Driver, WebDriver)> {
        let mut last = String::new();
        for _ in 0..ATTEMPTS {
            let server = self.engine.start(&self.around, folder, visitor)?;
            let capabilities = self.engine.capabilities(folder, visitor)?;
            match timeout(PATIENCE, WebDriver::new(&server.address, capabilities)).await {
                Ok(Ok(driver)) => return Ok((server, driver)),
                Ok(Err(error)) => last = error.to_string(),
                Err(_) => last = format!("no answer within {} s", PATIENCE.as_secs()),
            }
        }
        Err(Trouble::new(format!("{ATTEMPTS} browsers did not start; of the last one: {last}")))
    }

    /// Closes all sessions, without judging what they show.
    pub async fn leave(&self) {
        for page in self.take_pages().await {
            // A session that cannot be closed is gone already.
            let _ = page.driver.clone().quit().await;
        }
    }

    /// The pages that were opened since this was last asked.
    pub(super) async fn take_pages(&self) -> Vec<Page> {
        std::mem::take(&mut *self.pages.lock().await)
    }
}

/// What belongs to one visitor on the disk; removed when it is dropped.
#[derive(Debug)]
pub(super) struct VisitorFolder(PathBuf);

impl VisitorFolder {
    fn create() -> Outcome<Self> {
        static VISITORS: AtomicU32 = AtomicU32::new(0);
        let number = VISITORS.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("headroom-visitor-{}-{number}", process::id()));
        let folder = Self(path);
        fs::create_dir_all(folder.downloads())?;
        fs::create_dir_all(folder.profile())?;
        Ok(folder)
    }

    /// What the browser keeps.
    pub(super) fn profile(&self) -> PathBuf {
        self.0.join("profile")
    }

    pub(super) fn downloads(&self) -> PathBuf {
        self.0.join("downloads")
    }

    /// A place for a file that a story hands to the page.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for VisitorFolder {
    fn drop(&mut self) {
        // The browser may still be writing its last files; the system clears this folder anyway.
        let _ = fs::remove_dir_all(&self.0);
    }
}
