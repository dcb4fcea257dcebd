//! Scales the core's charts to an area and draws them. Nothing is measured:
//! texts are anchored, so that no layout is forced.

use headroom::chart::{BarRow, Bars, Cost, Costs, ticks};
use headroom::text::Reader;
use headroom::text::number::{size, whole_dollars};
use headroom::text::page::{side_name, tier_name};
use plotters::coord::Shift;
use plotters::element::{PathElement, Rectangle, Text};
use plotters::prelude::DrawingArea;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_canvas::CanvasBackend;

use super::colours::Look;
use super::reading::Spot;

/// Where charts are drawn.
pub(super) type Area<'a> = DrawingArea<CanvasBackend, Shift>;

/// Room for the names at the left of bars.
const NAMES: f64 = 64.0;
/// Room for figures at the right end.
const RIGHT: f64 = 12.0;
/// Room for the axis below.
const AXIS: f64 = 20.0;

/// The mark at a place of the bars.
pub(super) fn bar_at(data: &Bars, spot: Spot) -> Option<usize> {
    let span = (spot.size.0 - NAMES - RIGHT).max(1.0);
    let lower = spot.at.1 >= (spot.size.1 - AXIS) / 2.0;
    data.mark_at(usize::from(lower), (spot.at.0 - NAMES).max(0.0) / span * data.end)
}

/// Both sides, one below the other, against the limit; one mark may be pointed at.
pub(super) fn bars(area: &Area<'_>, look: &Look, data: &Bars, mark: Option<usize>, reader: Reader) {
    let (width, height) = area.dim_in_pixel();
    let (width, height) = (f64::from(width), f64::from(height));
    let left = NAMES * look.scale;
    let span = (width - left - RIGHT * look.scale).max(1.0);
    let x = |bytes: f64| pixel(left + span * (bytes / data.end).clamp(0.0, 1.0));
    let axis = height - AXIS * look.scale;
    for tick in ticks(data.end, 4) {
        let at = x(tick);
        line(area, &[(at, 0), (at, pixel(axis))], look.line, look.px(1.0));
        text(
            area,
            &size(tick, reader),
            (at, pixel(axis) + look.px(4.0)),
            look.muted,
            look,
            HPos::Center,
        );
    }
    let band = axis / 2.0;
    for (at, row) in (0_u32..).zip(&data.rows) {
        let top = pixel(band * f64::from(at) + band * 0.16);
        let bottom = pixel(band * f64::from(at) + band * 0.84);
        let middle = (
            left - 8.0 * look.scale,
            f64::midpoint(f64::from(top), f64::from(bottom)) - 7.0 * look.scale,
        );
        let name = side_name(row.side, reader.lang);
        text(area, name, (pixel(middle.0), pixel(middle.1)), look.ink, look, HPos::Right);
        bar(area, look, (row, data.limit_in_sight(row)), (top, bottom), &x);
        let pointed = mark.and_then(|mark| data.marks().get(mark).copied());
        if let Some(pointed) = pointed.filter(|pointed| pointed.side == row.side) {
            frame(area, look, (x(pointed.from), top), (x(pointed.to), bottom));
        }
    }
}

fn bar(
    area: &Area<'_>,
    look: &Look,
    (row, limit): (&BarRow, Option<f64>),
    (top, bottom): (i32, i32),
    x: &dyn Fn(f64) -> i32,
) {
    let mut end = 0.0;
    for segment in &row.segments {
        fill(area, (x(segment.from), top), (x(segment.to), bottom), look.part(segment.part));
        let edge = x(segment.to);
        fill(area, (edge - look.px(1.0), top), (edge, bottom), look.surface);
        end = segment.to;
    }
    if row.cache.likely > 0.0 {
        let box_ = ((x(end), top), (x(end + row.cache.likely), bottom));
        fill(area, box_.0, box_.1, look.cache);
    }
    if let Some(limit) = limit {
        let at = x(limit);
        if end > limit {
            hatch(area, look, (at, top), (x(end), bottom));
        }
        let ends = [(at, top - look.px(4.0)), (at, bottom + look.px(4.0))];
        line(area, &ends, look.over, look.px(2.0));
    }
    if !row.total.is_exact() {
        let middle = i32::midpoint(top, bottom);
        let (low, high) = (x(row.total.low), x(row.total.high));
        line(area, &[(low, middle), (high, middle)], look.ink, look.px(1.5));
        for at in [low, high] {
            line(
                area,
                &[(at, middle - look.px(4.0)), (at, middle + look.px(4.0))],
                look.ink,
                look.px(1.5),
            );
        }
    }
}

/// Over the limit is a pattern as well as a colour.
fn hatch(area: &Area<'_>, look: &Look, (left, top): (i32, i32), (right, bottom): (i32, i32)) {
    let step = look.px(7.0).max(3);
    let height = bottom - top;
    let mut at = left - height;
    while at < right {
        let (from, to) = (at.max(left), (at + height).min(right));
        if from < to {
            line(
                area,
                &[(from, bottom - (from - at)), (to, bottom - (to - at))],
                look.surface,
                look.px(1.5),
            );
        }
        at += step;
    }
    line(area, &outline((left, top), (right, bottom)), look.over, look.px(2.0));
}

/// Around what is pointed at.
fn frame(area: &Area<'_>, look: &Look, (left, top): (i32, i32), (right, bottom): (i32, i32)) {
    let out = look.px(2.0);
    let corners = ((left - out, top - out), (right + out, bottom + out));
    line(area, &outline(corners.0, corners.1), look.ink, look.px(2.0));
}

fn outline((left, top): (i32, i32), (right, bottom): (i32, i32)) -> [(i32, i32); 5] {
    [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
}

/// What each tier costs: two columns, now and then; one may be pointed at.
pub(super) fn costs(
    area: &Area<'_>,
    look: &Look,
    data: &Costs,
    mark: Option<usize>,
    reader: Reader,
) {
    let (width, height) = area.dim_in_pixel();
    let (width, height) = (f64::from(width), f64::from(height));
    let (top, axis) = (16.0 * look.scale, height - AXIS * look.scale);
    let y = |amount: f64| pixel(axis - (axis - top) * (amount / data.end).clamp(0.0, 1.0));
    let slot = width / f64::from(u32::try_from(data.tiers.len()).unwrap_or(1).max(1));
    for (at, cost) in (0_u32..).zip(&data.tiers) {
        columns(area, look, cost, (slot * f64::from(at), slot), &y, reader);
        if let Some((place, mark)) =
            mark.and_then(|mark| Some((mark, data.marks().get(mark).copied()?)))
            && mark.tier == cost.tier
        {
            let (left, wide) = column(look, (slot * f64::from(at), slot), place % 2);
            let top = y(mark.dollars.likely);
            frame(area, look, (pixel(left), top), (pixel(left + wide), pixel(axis)));
        }
    }
    line(area, &[(0, pixel(axis)), (pixel(width), pixel(axis))], look.line, look.px(1.0));
}

#[expect(clippy::too_many_arguments, reason = "where, how and what to draw")]
fn columns(
    area: &Area<'_>,
    look: &Look,
    cost: &Cost,
    (left, slot): (f64, f64),
    y: &dyn Fn(f64) -> i32,
    reader: Reader,
) {
    let centre = left + slot / 2.0;
    let base = y(0.0);
    for side in [0, 1] {
        let (from, wide) = column(look, (left, slot), side);
        let amount = cost.dollars[side].likely;
        let colour = if side == 0 { look.muted } else { look.accent };
        let (corner, foot) =
            ((pixel(from), y(amount).min(base - look.px(1.0))), (pixel(from + wide), base));
        fill(area, corner, foot, colour);
        if !cost.fits[side] {
            hatch(area, look, corner, foot);
        }
        let above = (pixel(from + wide / 2.0), corner.1 - look.px(15.0));
        text(area, &whole_dollars(amount, reader.lang), above, look.ink, look, HPos::Center);
    }
    let colour = if cost.chosen { look.ink } else { look.muted };
    text(
        area,
        tier_name(cost.tier, reader.lang),
        (pixel(centre), base + look.px(5.0)),
        colour,
        look,
        HPos::Center,
    );
}

/// Where the column of a side begins, and how wide it is.
fn column(look: &Look, (left, slot): (f64, f64), side: usize) -> (f64, f64) {
    let (gap, wide) = (2.0 * look.scale, (slot * 0.34).min(30.0 * look.scale));
    let centre = left + slot / 2.0;
    (if side == 0 { centre - wide - gap / 2.0 } else { centre + gap / 2.0 }, wide)
}

#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "a place on a screen")]
fn pixel(place: f64) -> i32 {
    place.round() as i32
}

// A canvas cannot fail to draw in a way that anything here could mend.
fn fill(area: &Area<'_>, from: (i32, i32), to: (i32, i32), colour: RGBColor) {
    let _ = area.draw(&Rectangle::new([from, to], colour.filled()));
}

fn line(area: &Area<'_>, points: &[(i32, i32)], colour: RGBColor, width: i32) {
    let style = ShapeStyle {
        color: colour.to_rgba(),
        filled: false,
        stroke_width: width.unsigned_abs().max(1),
    };
    let _ = area.draw(&PathElement::new(points.to_vec(), style));
}

#[expect(clippy::too_many_arguments, reason = "where, how and what to write")]
fn text(area: &Area<'_>, text: &str, at: (i32, i32), colour: RGBColor, look: &Look, anchor: HPos) {
    let font = FontDesc::new(FontFamily::Name("system-ui"), 12.0 * look.scale, FontStyle::Normal);
    let style: TextStyle<'_> = font.color(&colour);
    let _ = area.draw(&Text::new(text.to_owned(), at, style.pos(Pos::new(anchor, VPos::Top))));
}
