//! The theme's colours, read from the style sheet so that they stand in one place.

use headroom::part::PartId;
use plotters::style::RGBColor;
use web_sys::CssStyleDeclaration;

/// What a painter needs to know of the page's look.
#[derive(PartialEq)]
pub(super) struct Look {
    /// Text and axes.
    pub(super) ink: RGBColor,
    /// Less important text.
    pub(super) muted: RGBColor,
    /// Lines and empty bars.
    pub(super) line: RGBColor,
    /// Beyond the limit.
    pub(super) over: RGBColor,
    /// What is chosen.
    pub(super) accent: RGBColor,
    /// Page cache.
    pub(super) cache: RGBColor,
    /// The background.
    pub(super) surface: RGBColor,
    /// One for each part.
    pub(super) parts: Vec<RGBColor>,
    /// Device pixels for each pixel of the style sheet.
    pub(super) scale: f64,
}

impl Look {
    /// As the element is styled now.
    pub(super) fn of(style: &CssStyleDeclaration, scale: f64) -> Self {
        let colour = |name: &str| read(&style.get_property_value(name).unwrap_or_default());
        Self {
            ink: colour("--ink"),
            muted: colour("--muted"),
            line: colour("--line"),
            over: colour("--over"),
            accent: colour("--accent"),
            cache: colour("--cache"),
            surface: colour("--surface"),
            parts: PartId::KEYS.iter().map(|key| colour(&format!("--{key}"))).collect(),
            scale,
        }
    }

    /// The colour of a part.
    pub(super) fn part(&self, id: PartId) -> RGBColor {
        let place = PartId::ALL.iter().position(|part| *part == id).unwrap_or_default();
        self.parts[place]
    }

    /// A length of the style sheet in device pixels.
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "a length on a screen"
    )]
    pub(super) fn px(&self, length: f64) -> i32 {
        (length * self.scale).round() as i32
    }
}

/// `#rrggbb`, as the tokens are written.
fn read(text: &str) -> RGBColor {
    let digits = text.trim().trim_start_matches('#');
    let channel = |at: usize| {
        digits.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or(128)
    };
    RGBColor(channel(0), channel(2), channel(4))
}
