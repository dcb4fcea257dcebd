//! What is asked of every page at the end of a story: a quiet console, and no request
//! but to its own origin and while it loaded.

use serde_json::json;

use super::{Engine, Outcome, Page, Trouble};

/// When the document that is open now had loaded, by its own clock.
#[derive(Debug, Clone, Copy)]
pub(super) struct Loaded {
    origin: f64,
    at: f64,
}

/// What the browser fetched for the document, without what is inside the page (`blob:`, `data:`).
const REQUESTS: &str = r"
const [loaded] = arguments;
const own = location.origin + '/';
// The browser fetches its tab's icon when it likes.
const icon = document.querySelector('link[rel=icon]')?.href;
// The worker is asked for once the page has started; WebKit alone lists it.
const worker = document.querySelector('script[data-worker]')?.dataset.worker;
const expected = [icon, worker && new URL(worker, document.baseURI).href];
const entries = performance.getEntriesByType('resource').filter(entry => /^(https?|wss?):/.test(entry.name));
const late = loaded !== null && loaded.origin === performance.timeOrigin;
return {
    foreign: entries.filter(entry => !entry.name.startsWith(own)).map(entry => entry.name),
    late: entries.filter(entry => late && !expected.includes(entry.name) && entry.startTime > loaded.at).map(entry => entry.name),
};
";

/// Keeps what a console would show.
const OVERHEAR: &str = r"
if (window.overheard) return;
const heard = window.overheard = [];
const said = console.error;
console.error = (...words) => { heard.push(words.join(' ')); said.apply(console, words); };
addEventListener('error', event => heard.push(event.message));
addEventListener('unhandledrejection', event => heard.push(String(event.reason)));
addEventListener('securitypolicyviolation', event =>
    heard.push(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`));
";

impl Page {
    /// Says that the story provokes a message in the console that contains `part`.
    pub async fn expect_in_console(&self, part: &str) {
        self.expected.lock().await.push(part.to_owned());
    }

    /// That the page fetched nothing from another origin, and nothing since it had loaded.
    /// Asked at the end of each story; ask earlier before leaving a document.
    pub async fn check_requests(&self) -> Outcome<()> {
        let loaded = self.loaded.lock().await.map(|at| json!({ "origin": at.origin, "at": at.at }));
        let requests = self.script(REQUESTS, &[loaded.unwrap_or_default()]).await?;
        for (kind, what) in
            [("foreign", "to another origin"), ("late", "after the page had loaded")]
        {
            if requests[kind].as_array().is_none_or(|all| !all.is_empty()) {
                return Err(Trouble::new(format!("requests {what}: {}", requests[kind])));
            }
        }
        Ok(())
    }

    /// Everything that is asked at the end.
    pub(super) async fn judge(&self) -> Outcome<()> {
        self.check_console().await?;
        self.check_requests().await
    }

    pub(super) async fn remember_loading(&self) -> Outcome<()> {
        let script = "return { origin: performance.timeOrigin, at: performance.now() }";
        let loaded = self.script(script, &[]).await?;
        let moment = loaded["origin"].as_f64().zip(loaded["at"].as_f64());
        *self.loaded.lock().await = moment.map(|(origin, at)| Loaded { origin, at });
        if self.engine() != Engine::Chromium {
            self.script(OVERHEAR, &[]).await?;
        }
        Ok(())
    }

    /// The bad entries of the console: errors and violations of the policy, unless the story
    /// expects them.
    pub(super) async fn complaints(&self) -> Outcome<Vec<String>> {
        let expected = self.expected.lock().await;
        let mut complaints = match self.engine() {
            Engine::Chromium => self.logged().await?,
            Engine::Firefox | Engine::WebKit => self.overheard().await?,
        };
        complaints.retain(|entry| !expected.iter().any(|part| entry.contains(part)));
        Ok(complaints)
    }

    /// What chromedriver has kept since it was last asked.
    async fn logged(&self) -> Outcome<Vec<String>> {
        let entries = self.driver.browser_log().await?.into_iter().filter(|entry| {
            entry.level == "SEVERE" || entry.message.contains("Content Security Policy")
        });
        Ok(entries.map(|entry| entry.message).collect())
    }

    /// The other drivers keep nothing: the page itself listens, from when it had loaded.
    async fn overheard(&self) -> Outcome<Vec<String>> {
        let heard = self.script("return window.overheard ?? []", &[]).await?;
        let heard = heard.as_array().into_iter().flatten();
        Ok(heard.map(|entry| entry.as_str().unwrap_or_default().to_owned()).collect())
    }

    async fn check_console(&self) -> Outcome<()> {
        let complaints = self.complaints().await?;
        if complaints.is_empty() {
            return Ok(());
        }
        Err(Trouble::new(format!("the console holds:\n    {}", complaints.join("\n    "))))
    }
}
