//! The end-to-end stories: a real browser over the built page, served below a
//! sub-path. `cargo xtask e2e [FILTER]` runs them; `headroom_tests::browser` tells how
//! to write one.

mod opening;

use std::process::ExitCode;

use headroom_tests::browser::{Stories, Story};

/// Lists stories by the path of their function; the last part is the name in the output.
macro_rules! stories {
    ($($module:ident :: $name:ident),+ $(,)?) => {
        Stories(&[$(Story {
            name: concat!(stringify!($module), "::", stringify!($name)),
            start: |page| Story::spawn($module::$name(page)),
        }),+])
    };
}

const STORIES: Stories = stories![opening::the_page_opens,];

fn main() -> ExitCode {
    STORIES.run()
}
