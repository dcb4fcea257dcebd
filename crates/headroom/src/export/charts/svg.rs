//! A drawing as it grows: rectangles, lines and words. No style: a report's policy would
//! not let one in.

use std::fmt::{Arguments, Write as _};

use crate::export::escape;
use crate::part::PartId;

/// The page's colours in its light theme (`style/tokens.css`; a test compares).
pub(super) const INK: &str = "#1b1d21";
pub(super) const MUTED: &str = "#565c66";
pub(super) const LINE: &str = "#dcd9d1";
pub(super) const ACCENT: &str = "#1d5fa6";
pub(super) const OVER: &str = "#b3261e";

/// One for each part, in their order.
pub(super) const PARTS: [&str; PartId::ALL.len()] =
    ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#882255", "#7a7a7a"];

/// Where words begin, or end.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// The inside of a drawing.
pub(super) struct Svg {
    width: f64,
    height: f64,
    label: String,
    inside: String,
}

impl Svg {
    pub(super) fn new(width: f64, height: f64, label: &str) -> Self {
        Self { width, height, label: label.to_owned(), inside: String::new() }
    }

    pub(super) fn rectangle(
        &mut self,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        fill: &str,
    ) {
        self.write(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{fill}\"/>"
        ));
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: &str, width: f64) {
        self.write(format_args!(
            "<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" stroke=\"{stroke}\" stroke-width=\"{width}\"/>",
            from.0, from.1, to.0, to.1
        ));
    }

    /// Beyond the limit: a pattern and a frame, for those who do not see the colour.
    pub(super) fn hatch(&mut self, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let mut at = x - height;
        while at < x + width {
            let (from, to) = (at.max(x), (at + height).min(x + width));
            if from < to {
                let foot = y + height;
                self.line((from, foot - (from - at)), (to, foot - (to - at)), "#ffffff", 1.5);
            }
            at += 7.0;
        }
        self.write(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"none\" stroke=\"{OVER}\" \
             stroke-width=\"2\"/>"
        ));
    }

    pub(super) fn text(&mut self, (x, y): (f64, f64), text: &str, fill: &str, anchor: Anchor) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let text = escape::html(text);
        self.write(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" fill=\"{fill}\" text-anchor=\"{anchor}\">{text}</text>"
        ));
    }

    pub(super) fn finish(self) -> String {
        let Self { width, height, label, inside } = self;
        let label = escape::html(&label);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"13\">\n\
             <title>{label}</title>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n{inside}</svg>"
        )
    }

    /// Writing to a string cannot fail.
    fn write(&mut self, element: Arguments<'_>) {
        let _ = writeln!(self.inside, "{element}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::PartId;

    #[test]
    fn the_colours_are_those_of_the_page() {
        let tokens = include_str!("../../../../../style/tokens.css");
        let light = tokens.split('}').next().unwrap_or_default();
        let named =
            [("ink", INK), ("muted", MUTED), ("line", LINE), ("accent", ACCENT), ("over", OVER)];
        for (name, colour) in named.into_iter().chain(PartId::KEYS.iter().copied().zip(PARTS)) {
            assert!(light.contains(&format!("--{name}: {colour};")), "{name}");
        }
    }
}
