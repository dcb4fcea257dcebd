//! A link as a QR code: its outline, for the page to draw.

use std::fmt::Write as _;

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// A code with its quiet zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Its width and height in modules.
    pub side: i32,
    /// The dark modules, as the data of an SVG path.
    pub path: String,
}

/// The empty modules around a code that readers need.
const QUIET: i32 = 4;

/// Larger codes are too fine for a phone that looks at a screen.
const LARGEST: u8 = 25;

/// The code of an address; none if it is too long for one that can be read off a screen.
pub fn qr(address: &str) -> Option<Qr> {
    let text = QrSegment::make_segments(address);
    let (largest, any_mask) = (Version::new(LARGEST), None::<Mask>);
    let low = QrCodeEcc::Low;
    let code = QrCode::encode_segments_advanced(&text, low, Version::MIN, largest, any_mask, true);
    let code = code.ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let dark = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let length = i32::try_from(dark).unwrap_or_default();
            if length > 0 {
                let (left, top) = (x + QUIET, y + QUIET);
                let _ = write!(path, "M{left} {top}h{length}v1h-{length}z");
            }
            x += length.max(1);
        }
    }
    Some(Qr { side: code.size() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::encode;
    use crate::plan::note;

    #[test]
    fn a_plans_address_has_a_code_with_its_three_corners() {
        let code = qr(&format!("https://someone.github.io/headroom/#{}", encode(&note()))).unwrap();
        assert!((29..=133).contains(&code.side), "{}", code.side);
        let far = code.side - QUIET - 7;
        for corner in [(QUIET, QUIET), (far, QUIET), (QUIET, far)] {
            let edge = format!("M{} {}h7v1h-7z", corner.0, corner.1);
            assert!(code.path.contains(&edge), "{edge} in {}", code.path);
        }
    }

    #[test]
    fn an_address_that_nobody_could_scan_has_none() {
        assert!(qr(&"a".repeat(1200)).is_some());
        assert_eq!(qr(&"a".repeat(1400)), None);
    }
}
