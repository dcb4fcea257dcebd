//! Whether a picture of the page is like the one that is kept.
//!
//! Two pictures are compared by the mean colour of each square of [`SQUARE`] device pixels.
//! The mean hardly changes with the way that letters are smoothed, which differs between
//! versions of a browser by a few steps at their edges; it does change when a letter, a line
//! or a colour is another, or stands elsewhere by a pixel.

use image::imageops::{self, thumbnail};
use image::{Rgb, RgbImage};

/// About half the height of a line of text.
const SQUARE: u32 = 8;
/// Of 255 steps of a colour. A hairline across a square that goes changes it by about 4, a
/// digit that becomes another by 8 and more.
const TOLERANCE: u8 = 2;

/// What differs between two pictures.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The share of the squares that differ. What only one of them reaches to differs.
    pub share: f64,
    /// The new picture, pale, with the squares that differ in red.
    pub marked: RgbImage,
}

/// What differs; nothing if they are alike.
pub fn difference(kept: &RgbImage, new: &RgbImage) -> Option<Difference> {
    let size = (kept.width().max(new.width()), kept.height().max(new.height()));
    let kept = enlarged(kept, size, Rgb([0; 3]));
    let new = enlarged(new, size, Rgb([255; 3]));
    let mut marked = new.clone();
    marked.pixels_mut().for_each(|Rgb(colour)| *colour = colour.map(|step| 170 + step / 3));
    let (width, height) = (size.0.div_ceil(SQUARE), size.1.div_ceil(SQUARE));
    let [before, after] = [kept, new].map(|picture| thumbnail(&picture, width, height));
    let changed: Vec<_> = before
        .enumerate_pixels()
        .filter(|(x, y, Rgb(before))| {
            let Rgb(after) = after.get_pixel(*x, *y);
            before.iter().zip(after).any(|(before, after)| before.abs_diff(*after) > TOLERANCE)
        })
        .map(|(x, y, _)| (x, y))
        .collect();
    for (x, y, Rgb(colour)) in marked.enumerate_pixels_mut() {
        // The squares of `thumbnail` share the picture evenly.
        let square = (x * width / size.0, y * height / size.1);
        if changed.binary_search_by_key(&(square.1, square.0), |(x, y)| (*y, *x)).is_ok() {
            *colour = [220, colour[1] / 3, colour[2] / 3];
        }
    }
    let share =
        f64::from(u32::try_from(changed.len()).unwrap_or(u32::MAX)) / f64::from(width * height);
    (!changed.is_empty()).then_some(Difference { share, marked })
}

/// The picture in the corner of one of another size.
fn enlarged(picture: &RgbImage, (width, height): (u32, u32), around: Rgb<u8>) -> RgbImage {
    let mut larger = RgbImage::from_pixel(width, height, around);
    imageops::replace(&mut larger, picture, 0, 0);
    larger
}
