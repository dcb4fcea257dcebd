//! The browser and its visitors: each has a session, a profile and a folder for
//! downloads of its own, all new and all removed afterwards.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::json;
use thirtyfour::{
    BrowserCapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel,
    WebDriver,
};
use tokio::sync::Mutex;

use super::chromedriver::Chromedriver;
use super::{Outcome, Page, Trouble};

/// Calm, and no request of the browser's own. As root, Chromium starts only without its sandbox.
const ARGUMENTS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
];

/// The browser that the tests drive, and the page they look at.
#[derive(Debug)]
pub struct Browser {
    driver: Chromedriver,
    /// Where the page is served, with the slash at its end.
    pub(super) base: String,
    /// Where pictures of failures and the driver's log go.
    pub(super) output: PathBuf,
    pages: Mutex<Vec<Page>>,
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
    /// Starts the driver. `HEADROOM_PAGE` says where the page is served; without it
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
        let driver = Chromedriver::start(&output)?;
        Ok(Arc::new(Self { driver, base, output, pages: Mutex::default() }))
    }

    /// A new session with an empty profile.
    pub async fn visit(self: &Arc<Self>, visitor: Visitor) -> Outcome<Page> {
        let folder = VisitorFolder::create()?;
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in ARGUMENTS {
            capabilities.add_arg(argument)?;
        }
        capabilities.add_arg(&format!("--accept-lang={}", visitor.language))?;
        capabilities.add_arg(&format!("--user-data-dir={}", folder.profile().display()))?;
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        capabilities.set_browser_option("excludeSwitches", json!(["enable-automation"]))?;
        let driver = WebDriver::new(&self.driver.address, capabilities).await?;
        let downloads = json!({ "behavior": "allow", "downloadPath": folder.downloads() });
        driver.cdp().send_raw("Browser.setDownloadBehavior", downloads).await?;
        let page = Page::new(driver, Arc::clone(self), folder);
        self.pages.lock().await.push(page.clone());
        Ok(page)
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
        Ok(folder)
    }

    fn profile(&self) -> PathBuf {
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
