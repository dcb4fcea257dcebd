//! The end-to-end stories: a real browser over the built page, served below a
//! sub-path. `cargo xtask e2e [FILTER]` runs them; `headroom_tests::browser` tells how
//! to write one.

mod opening;
mod planning;
mod sharing;

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

const STORIES: Stories = stories![
    opening::the_page_opens,
    opening::the_example_is_already_an_answer,
    planning::a_range_is_typed_and_a_mistake_loses_nothing,
    planning::a_slider_is_dragged_and_undone,
    planning::a_finding_is_applied_and_taken_back,
    sharing::a_link_opens_in_another_profile,
    sharing::a_damaged_link_is_named_and_left_alone,
    sharing::the_plan_is_kept_and_the_language_too,
];

fn main() -> ExitCode {
    STORIES.run()
}
