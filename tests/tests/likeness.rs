//! What counts as a change of a picture: a line does, smoother letters do not.

use headroom_tests::likeness::difference;
use image::{Rgb, RgbImage};

fn page() -> RgbImage {
    RgbImage::from_pixel(100, 60, Rgb([251, 250, 247]))
}

#[test]
fn a_picture_is_like_itself_and_like_one_that_is_smoothed_otherwise() {
    let mut smoothed = page();
    smoothed.put_pixel(10, 10, Rgb([200, 200, 200]));
    assert_eq!(difference(&page(), &page()), None);
    assert_eq!(difference(&page(), &smoothed), None);
}

#[test]
fn a_line_that_comes_is_told_and_marked_where_it_is() {
    let mut lined = page();
    (0..100).for_each(|x| lined.put_pixel(x, 30, Rgb([180, 178, 170])));
    let found = difference(&page(), &lined).expect("a difference");
    assert!((0.1..0.2).contains(&found.share), "one row of eight: {}", found.share);
    assert_eq!(found.marked.get_pixel(50, 30).0[0], 220);
    assert_ne!(found.marked.get_pixel(50, 5).0[0], 220);
}

#[test]
fn what_only_one_of_them_reaches_to_differs() {
    let longer = RgbImage::from_pixel(100, 80, Rgb([251, 250, 247]));
    for (kept, new) in [(page(), longer.clone()), (longer, page())] {
        let share = difference(&kept, &new).expect("a difference").share;
        assert!((0.2..=0.4).contains(&share), "a quarter is longer: {share}");
    }
}
