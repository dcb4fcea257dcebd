//! Memory by part, both sides, against the limit.

use super::svg::{Anchor, INK, LINE, MUTED, OVER, PARTS, Svg};
use crate::chart::{BarRow, Bars, Figure, ticks};
use crate::part::PartId;
use crate::text::number::{size, size_range};
use crate::text::page::{bars_label, side_name};
use crate::text::{Reader, fields};

const WIDTH: f64 = 720.0;
const LEFT: f64 = 72.0;
const SPAN: f64 = WIDTH - LEFT - 16.0;

/// One bar, with the figures above it.
const BAND: f64 = 60.0;
const BAR: f64 = 28.0;
const AXIS: f64 = BAND * 2.0 + 8.0;

/// A name in the key below.
const KEY: (f64, f64) = (176.0, 22.0);
const KEYS_A_LINE: usize = 4;

pub(in crate::export) fn drawn(data: &Bars, reader: Reader) -> String {
    let used: Vec<PartId> =
        PartId::ALL.iter().copied().filter(|part| is_used(data, *part)).collect();
    let lines = used.len().div_ceil(KEYS_A_LINE).max(1);
    let height = AXIS + 40.0 + KEY.1 * crate::units::count(lines);
    let mut svg = Svg::new(WIDTH, height, &bars_label(data, Figure::Peak, reader));
    let x = |bytes: f64| LEFT + SPAN * (bytes / data.end).clamp(0.0, 1.0);
    for tick in ticks(data.end, 4) {
        let at = x(tick);
        svg.line((at, 4.0), (at, AXIS), LINE, 1.0);
        svg.text((at, AXIS + 18.0), &size(tick, reader), MUTED, Anchor::Middle);
    }
    for (row, top) in data.rows.iter().zip([0.0, BAND]) {
        bar(&mut svg, (row, data.limit_in_sight(row)), top, &x, reader);
    }
    for (at, part) in used.iter().enumerate() {
        let column = crate::units::count(at % KEYS_A_LINE);
        let line = crate::units::count(at / KEYS_A_LINE);
        let (left, top) = (8.0 + column * KEY.0, AXIS + 34.0 + line * KEY.1);
        svg.rectangle((left, top), (12.0, 12.0), colour(*part));
        svg.text((left + 18.0, top + 11.0), fields::part(*part, reader.lang), INK, Anchor::Start);
    }
    svg.finish()
}

fn is_used(data: &Bars, part: PartId) -> bool {
    data.rows.iter().flat_map(|row| &row.segments).any(|segment| segment.part == part)
}

fn colour(part: PartId) -> &'static str {
    let place = PartId::ALL.iter().position(|id| *id == part).unwrap_or_default();
    PARTS[place]
}

fn bar(
    svg: &mut Svg,
    (row, limit): (&BarRow, Option<f64>),
    band: f64,
    x: &dyn Fn(f64) -> f64,
    reader: Reader,
) {
    let (top, foot) = (band + 26.0, band + 26.0 + BAR);
    let middle = f64::midpoint(top, foot);
    svg.text((LEFT - 10.0, middle + 4.0), side_name(row.side, reader.lang), INK, Anchor::End);
    let mut end = 0.0;
    for segment in &row.segments {
        let (from, to) = (x(segment.from), x(segment.to));
        svg.rectangle((from, top), ((to - from - 1.0).max(0.0), BAR), colour(segment.part));
        end = segment.to;
    }
    svg.text((LEFT, top - 8.0), &size_range(row.total, reader), INK, Anchor::Start);
    if let Some(limit) = limit {
        if end > limit {
            svg.hatch((x(limit), top), (x(end) - x(limit), BAR));
        }
        svg.line((x(limit), top - 5.0), (x(limit), foot + 5.0), OVER, 2.0);
    }
    if !row.total.is_exact() {
        let (low, high) = (x(row.total.low), x(row.total.high));
        svg.line((low, middle), (high, middle), INK, 1.5);
        for at in [low, high] {
            svg.line((at, middle - 5.0), (at, middle + 5.0), INK, 1.5);
        }
    }
}
