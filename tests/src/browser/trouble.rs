//! What can go wrong: [`Trouble`] inside the helpers, [`Failure`] of a story, which
//! also knows the line.

use std::error::Error;
use std::fmt;
use std::panic::Location;

/// A helper could not do what it was asked; the text says what and what was found.
#[derive(Debug, Clone)]
pub struct Trouble(String);

/// What the helpers return.
pub type Outcome<T> = Result<T, Trouble>;

impl Trouble {
    /// Trouble with this description.
    pub fn new(description: impl Into<String>) -> Self {
        Self(description.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Trouble {}

impl From<thirtyfour::error::WebDriverError> for Trouble {
    fn from(error: thirtyfour::error::WebDriverError) -> Self {
        Self(format!("the browser says: {error}"))
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// Why a story failed, and where in its text.
#[derive(Debug, Clone)]
pub struct Failure {
    description: String,
    place: Option<&'static Location<'static>>,
}

/// What a story returns.
pub type StoryResult = Result<(), Failure>;

impl Failure {
    /// A failure that belongs to no line of the story.
    pub(super) fn outside(description: impl Into<String>) -> Self {
        Self { description: description.into(), place: None }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some(place) => write!(f, "{place}: {}", self.description),
            None => f.write_str(&self.description),
        }
    }
}

impl<E: Error> From<E> for Failure {
    // `?` passes its own place on, so this is the line of the story.
    #[track_caller]
    fn from(error: E) -> Self {
        Self { description: error.to_string(), place: Some(Location::caller()) }
    }
}
