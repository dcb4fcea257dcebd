//! What a month costs on each tier, now and then. A hatch says that the peak does not fit.

use super::svg::{ACCENT, Anchor, INK, LINE, MUTED, Svg};
use crate::chart::{Cost, Costs};
use crate::plan::SideId;
use crate::text::Lang;
use crate::text::number::whole_dollars;
use crate::text::page::{costs_label, side_name, tier_name};
use crate::units::count;

const WIDTH: f64 = 720.0;
const AXIS: f64 = 200.0;
const TOP: f64 = 24.0;
const COLUMN: f64 = 40.0;

pub(in crate::export) fn drawn(data: &Costs, lang: Lang) -> String {
    let mut svg = Svg::new(WIDTH, AXIS + 56.0, &costs_label(data, lang));
    let slot = WIDTH / count(data.tiers.len().max(1));
    for (at, cost) in data.tiers.iter().enumerate() {
        columns(&mut svg, cost, slot * (count(at) + 0.5), data.end, lang);
    }
    svg.line((0.0, AXIS), (WIDTH, AXIS), LINE, 1.0);
    let keys = [(SideId::Current, MUTED, 8.0), (SideId::Target, ACCENT, 120.0)];
    for (side, fill, left) in keys {
        svg.rectangle((left, AXIS + 34.0), (12.0, 12.0), fill);
        svg.text((left + 18.0, AXIS + 45.0), side_name(side, lang), INK, Anchor::Start);
    }
    svg.finish()
}

fn columns(svg: &mut Svg, cost: &Cost, centre: f64, end: f64, lang: Lang) {
    let sides = [(0, centre - COLUMN - 1.0, MUTED), (1, centre + 1.0, ACCENT)];
    for (side, left, fill) in sides {
        let amount = cost.dollars[side].likely;
        let height = ((AXIS - TOP) * (amount / end).clamp(0.0, 1.0)).max(1.0);
        let top = AXIS - height;
        svg.rectangle((left, top), (COLUMN, height), fill);
        if !cost.fits[side] {
            svg.hatch((left, top), (COLUMN, height));
        }
        let whole = whole_dollars(amount, lang);
        svg.text((left + COLUMN / 2.0, top - 6.0), &whole, INK, Anchor::Middle);
    }
    let fill = if cost.chosen { INK } else { MUTED };
    svg.text((centre, AXIS + 18.0), tier_name(cost.tier, lang), fill, Anchor::Middle);
}
