//! The page in one session: opening it, waiting, reading, running a script.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;
use thirtyfour::{WebDriver, WindowHandle};
use tokio::sync::Mutex;
use tokio::time::sleep;

use super::driver::Driver;
use super::engines::Engine;
use super::session::{Browser, Visitor, VisitorFolder};
use super::verdict::Loaded;
use super::{Outcome, Trouble};

/// How long anything is waited for. Long, because a shared machine can be slow; a
/// story that passes never waits that long.
const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(40);

/// True once the app is in its place and the sentence shown before it is gone.
const MOUNTED: &str = "return document.readyState === 'complete' \
     && document.getElementById('boot') === null \
     && document.getElementById('app').childElementCount > 0";

/// The page as one visitor sees it. Cheap to clone; all clones are the same session.
#[derive(Debug, Clone)]
pub struct Page {
    pub(super) driver: WebDriver,
    /// Runs as long as the page is looked at.
    _server: Arc<Driver>,
    pub(super) browser: Arc<Browser>,
    pub(super) folder: Arc<VisitorFolder>,
    pub(super) expected: Arc<Mutex<Vec<String>>>,
    pub(super) loaded: Arc<Mutex<Option<Loaded>>>,
}

impl Page {
    pub(super) fn new(
        driver: WebDriver,
        server: Driver,
        browser: Arc<Browser>,
        folder: VisitorFolder,
    ) -> Self {
        Self {
            driver,
            _server: Arc::new(server),
            browser,
            folder: Arc::new(folder),
            expected: Arc::default(),
            loaded: Arc::default(),
        }
    }

    /// What draws the page, for what a driver cannot do.
    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    /// Opens the page and waits until the app is there. `rest` follows the page's
    /// address: `""`, a fragment `"#1abc"`, a query `"?workers=3"`.
    ///
    /// On an open page a mere change of the fragment loads nothing anew, as when a user
    /// edits the address; [`Page::reload`] after it does.
    pub async fn open(&self, rest: &str) -> Outcome<()> {
        self.go(rest).await?;
        self.wait_until_mounted().await
    }

    /// As [`Page::open`], but does not wait for the app: for a page that must fail to start.
    pub async fn go(&self, rest: &str) -> Outcome<()> {
        Ok(self.driver.goto(format!("{}{rest}", self.browser.around.base)).await?)
    }

    /// Opens an address that may be another server's, and waits until the app is there.
    pub async fn open_at(&self, address: &str) -> Outcome<()> {
        self.driver.goto(address).await?;
        if address.starts_with("about:") { Ok(()) } else { self.wait_until_mounted().await }
    }

    /// Opens another site's page that has this one in a frame, goes into the frame and waits
    /// until the app is there.
    pub async fn open_frame_of(&self, address: &str) -> Outcome<()> {
        self.driver.goto(address).await?;
        self.driver.enter_frame(0).await?;
        self.wait_until_mounted().await
    }

    /// Opens another tab in the same window and goes to it. Gives back the one that was open.
    pub async fn another_tab(&self) -> Outcome<WindowHandle> {
        let (before, tab) = (self.driver.window().await?, self.driver.new_tab().await?);
        self.driver.switch_to_window(tab).await?;
        Ok(before)
    }

    /// Goes to a tab.
    pub async fn to_tab(&self, tab: &WindowHandle) -> Outcome<()> {
        Ok(self.driver.switch_to_window(tab.clone()).await?)
    }

    /// Loads the page again and waits until the app is there.
    pub async fn reload(&self) -> Outcome<()> {
        self.driver.refresh().await?;
        self.wait_until_mounted().await
    }

    /// A second visitor with an empty profile, as a colleague who was sent the link.
    /// It is judged at the end of the story like the first.
    pub async fn another_visitor(&self, visitor: Visitor) -> Outcome<Self> {
        self.browser.visit(visitor).await
    }

    /// The whole address, with its fragment.
    pub async fn address(&self) -> Outcome<String> {
        Ok(self.driver.current_url().await?.to_string())
    }

    /// The part of the address from `#` on; empty if there is none.
    pub async fn fragment(&self) -> Outcome<String> {
        let hash = self.script("return location.hash", &[]).await?;
        Ok(hash.as_str().unwrap_or_default().to_owned())
    }

    /// The document's title.
    pub async fn title(&self) -> Outcome<String> {
        Ok(self.driver.title().await?)
    }

    /// What the element shows, as a reader sees it. Waits for the element.
    pub async fn text_of(&self, css: &str) -> Outcome<String> {
        Ok(self.by_css(css).await?.text().await?)
    }

    /// Runs JavaScript in the page. The arguments are in `arguments`, and what it
    /// returns comes back as JSON.
    pub async fn script(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        Ok(self.driver.execute(script, arguments.to_vec()).await?.json().clone())
    }

    /// As [`Page::script`], for one that calls its last argument when it is done.
    pub async fn script_async(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        Ok(self.driver.execute_async(script, arguments.to_vec()).await?.json().clone())
    }

    /// Waits until `holds`, and says that it waited for `what` if that never happens.
    /// Trouble inside `holds` counts as not yet.
    ///
    /// ```ignore
    /// page.wait_until("the link to change", async || Ok(page.fragment().await? != before)).await?;
    /// ```
    pub async fn wait_until(
        &self,
        what: &str,
        mut holds: impl AsyncFnMut() -> Outcome<bool>,
    ) -> Outcome<()> {
        let start = now();
        loop {
            let last = match holds().await {
                Ok(true) => return Ok(()),
                Ok(false) => String::new(),
                Err(trouble) => format!("; at last {trouble}"),
            };
            if start.elapsed() > PATIENCE {
                let seconds = PATIENCE.as_secs();
                return Err(Trouble::new(format!("waited {seconds} s for {what}{last}")));
            }
            sleep(PAUSE).await;
        }
    }

    /// Waits until the text of the element contains `part`.
    pub async fn wait_for_text(&self, css: &str, part: &str) -> Outcome<()> {
        let mut seen = String::new();
        let waited = self
            .wait_until(&format!("{css} to say {part:?}"), async || {
                seen = self.driver.find(thirtyfour::By::Css(css)).await?.text().await?;
                Ok(seen.contains(part))
            })
            .await;
        waited.map_err(|trouble| Trouble::new(format!("{trouble}; it says {seen:?}")))
    }

    /// Waits until no element matches.
    pub async fn wait_until_gone(&self, css: &str) -> Outcome<()> {
        self.wait_until(&format!("{css} to go"), async || {
            Ok(self.all_by_css(css).await?.is_empty())
        })
        .await
    }

    /// Waits until nothing moves any more and what was painted last is on the screen.
    pub async fn wait_until_still(&self) -> Outcome<()> {
        let frames = "const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        self.driver.execute_async(frames, Vec::new()).await?;
        let moving = "return document.getAnimations().some(a => a.playState === 'running')";
        self.wait_until("the animations to end", async || {
            Ok(self.script(moving, &[]).await?.as_bool() == Some(false))
        })
        .await
    }

    /// Waits until the app is there: for a page that loads by itself.
    pub async fn wait_until_mounted(&self) -> Outcome<()> {
        self.wait_until("the app to mount", async || {
            Ok(self.script(MOUNTED, &[]).await?.as_bool() == Some(true))
        })
        .await?;
        self.remember_loading().await
    }
}

#[expect(clippy::disallowed_methods, reason = "the tests run natively, where there is a clock")]
pub(super) fn now() -> Instant {
    Instant::now()
}
