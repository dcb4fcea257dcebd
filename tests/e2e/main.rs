//! The end-to-end stories: a real browser over the built page, served below a
//! sub-path. `cargo xtask e2e [FILTER]` runs them; `headroom_tests::browser` tells how
//! to write one.

mod access;
mod comforts;
mod files;
mod keeping;
mod keyboard;
mod measuring;
mod offline;
mod opening;
mod pictures;
mod planning;
mod sharing;
mod taking;

use std::process::ExitCode;

use headroom_tests::browser::{Engine, Stories, Story};

/// Lists stories by the path of their function; the last part is the name in the output.
/// Those `in` an engine need what its driver alone can do, or are about it.
macro_rules! stories {
    ($($module:ident :: $name:ident $(in $engine:ident)?),+ $(,)?) => {
        Stories(&[$(Story {
            name: concat!(stringify!($module), "::", stringify!($name)),
            only: &[$(Engine::$engine)?],
            start: |page| Story::spawn($module::$name(page)),
        }),+])
    };
}

const STORIES: Stories = stories![
    opening::the_page_opens,
    opening::the_example_is_already_an_answer,
    opening::the_first_screen_is_what_the_page_shows,
    opening::the_app_takes_over_without_a_shift,
    opening::the_first_screen_waits_for_nothing,
    opening::the_charts_are_painted_before_the_app_is_shown in Chromium,
    planning::a_range_is_typed_and_a_mistake_loses_nothing,
    planning::a_slider_follows_keys_and_is_undone,
    planning::a_slider_is_dragged_in_one_step,
    planning::a_finding_is_applied_and_taken_back,
    planning::what_is_imported_is_chosen_by_name,
    planning::a_free_row_is_filled_in_and_a_mistake_loses_nothing,
    planning::the_riddle_shows_what_was_measured,
    sharing::a_link_opens_in_another_profile,
    sharing::a_damaged_link_is_named_and_left_alone,
    sharing::the_plan_is_kept_and_the_language_too,
    sharing::the_button_copies_the_link,
    sharing::a_link_with_older_prices_says_what_changed,
    sharing::a_readable_address_fills_the_plan_in,
    taking::an_artefact_is_copied_and_downloaded,
    taking::what_changes_follows_the_current_side,
    taking::what_is_taken_is_of_the_plan_at_that_moment,
    taking::the_link_in_an_artefact_opens_the_same_plan,
    taking::everything_is_the_zip_that_the_command_writes,
    taking::tabs_are_walked_by_keys_and_what_changes_is_told,
    taking::a_chart_is_taken_as_drawing_and_as_picture,
    files::a_plan_is_saved_and_dropped_on_another_page,
    files::a_broken_file_is_named_and_loses_nothing,
    keeping::plans_are_duplicated_renamed_deleted_and_brought_back,
    keeping::a_change_is_kept_however_soon_the_page_is_left,
    keeping::the_theme_is_switched_and_kept,
    keeping::storage_that_holds_rubbish_is_said,
    keeping::storage_that_is_full_is_said_once,
    keeping::storage_that_is_blocked_is_said_once,
    keyboard::a_finding_is_applied_and_a_link_shared_by_keys_alone,
    measuring::ps_output_is_compared_adopted_and_taken_back,
    measuring::what_would_close_the_gap_is_adopted_too,
    measuring::a_dropped_file_is_what_it_holds,
    measuring::what_is_not_read_is_named_by_its_line_and_stays,
    measuring::it_works_by_keys_alone,
    keyboard::enter_in_a_field_sends_nothing,
    keyboard::the_presses_on_a_slider_are_one_step,
    comforts::an_address_opens_a_card_and_a_file,
    comforts::a_place_on_the_page_is_no_damaged_link,
    comforts::a_link_can_be_made_that_opens_at_a_card,
    comforts::what_moves_the_total_is_told_while_it_is_open,
    comforts::a_crew_is_chosen_by_keys_in_one_step,
    comforts::kept_plans_stand_side_by_side,
    comforts::a_chart_is_read_by_keys_and_by_pointing,
    comforts::single_keys_act_unless_somebody_types_or_has_them_off,
    comforts::a_chart_is_copied_as_a_picture in Chromium,
    comforts::a_picture_is_saved_where_it_cannot_be_copied,
    comforts::the_share_sheet_gets_the_link in Chromium,
    comforts::the_link_has_a_code_to_scan,
    comforts::a_frame_shows_the_answer_and_keeps_nothing,
    comforts::a_wiki_has_it_in_a_frame,
    comforts::an_opened_link_says_whose_it_is_and_that_nothing_was_lost,
    access::axe_finds_no_fault_in_any_state,
    access::nothing_scrolls_sideways_or_covers_a_small_screen,
    access::sentences_that_are_two_fifths_longer_fit,
    access::every_control_is_reached_by_tab_in_the_order_of_reading,
    access::a_screen_reader_has_a_name_for_everything,
    access::what_changes_is_announced,
    access::forced_colours_and_reduced_motion_are_kept_to in Chromium,
    pictures::the_page_looks_as_in_its_pictures in Chromium,
    offline::the_page_opens_with_the_server_gone,
    offline::a_link_opens_with_the_server_gone,
    offline::a_newer_build_is_offered_and_taken,
];

fn main() -> ExitCode {
    STORIES.run()
}
