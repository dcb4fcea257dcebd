//! The committed files are what the committed rows say.

use std::fs;
use std::path::Path;

#[test]
fn refitting_gives_the_committed_file_to_the_last_digit() {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let committed = fs::read_to_string(headroom_fit::file(&checkout)).unwrap();
    let fitted = headroom_fit::fit(&checkout).unwrap();
    assert_eq!(fitted, committed, "`cargo xtask fit` writes data/coefficients.toml anew");
}

#[test]
fn the_riddles_services_are_the_medians_of_their_rows() {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let committed = fs::read_to_string(headroom_fit::riddle_file(&checkout)).unwrap();
    let fitted = headroom_fit::riddle(&checkout).unwrap();
    assert_eq!(fitted, committed, "`cargo xtask fit` writes data/riddle.toml anew");
}
