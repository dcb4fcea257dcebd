//! Telling stories in a real browser: what the end-to-end tests are written with.
//!
//! A story is an async function that gets a fresh [`Page`] (a new session with an
//! empty profile) and is listed in `tests/e2e/main.rs`:
//!
//! ```ignore
//! pub(crate) async fn a_slider_changes_the_verdict(page: Page) -> StoryResult {
//!     page.open("").await?;
//!     page.set_slider("Workers", 9.0).await?;
//!     page.wait_for_text("#verdict", "over by").await?;
//!     assert_eq!(page.value_of("Workers").await?, "9");
//!     Ok(())
//! }
//! ```
//!
//! Both `?` and the `assert` macros fail a story and name its line. What is not there
//! yet is waited for, so a story never sleeps. At the end of each story every page that
//! took part is judged: an error in its console, a violation of its policy, a request
//! to another origin or one after it had loaded fails the story.
//!
//! Where to look:
//! - [`Page`]: opening, waiting, reading, scripts (`page.rs`); finding by selector and
//!   by label (`find.rs`); keys, text, sliders, files (`input.rs`); the clipboard,
//!   storage, downloads, screen and colour scheme (`surroundings.rs`).
//! - [`Stories`]: the table and its runner.
//! - [`Browser`]: the sessions; [`Engine`]: which browser, and what its driver cannot do.

#![expect(
    clippy::missing_errors_doc,
    reason = "a helper errs if the page does not let it do what its name says, and nothing else"
)]

mod access;
mod driver;
mod engines;
mod find;
mod input;
mod opening;
mod page;
mod picture;
mod published;
mod screen;
mod session;
mod stories;
mod surroundings;
mod trouble;
mod verdict;

pub use engines::Engine;
pub use page::Page;
pub use published::PublishedPage;
pub use session::{Browser, Visitor};
pub use stories::{Stories, Story, in_runtime};
pub use surroundings::{Scheme, Screen};
pub use thirtyfour::{Key, WebElement};
pub use trouble::{Failure, Outcome, StoryResult, Trouble};
