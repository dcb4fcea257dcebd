//! What can be read off a chart, mark by mark: by pointing at a place, or one after
//! another.

use super::{BarRow, Bars, Costs};
use crate::part::PartId;
use crate::plan::SideId;
use crate::railway::TierId;
use crate::units::{Estimate, count, integer};

/// A place in a bar, with what it says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BarMark {
    /// Which bar, from the top.
    pub row: usize,
    /// Whose bar.
    pub side: SideId,
    /// What is there.
    pub shown: Shown,
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// How much it is.
    pub bytes: Estimate,
}

/// What a mark in a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// One part.
    Part(PartId),
    /// Page cache.
    Cache,
    /// All of it.
    Total,
}

/// A column of the costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostMark {
    /// Which tier.
    pub tier: TierId,
    /// Which side.
    pub side: SideId,
    /// Dollars a month.
    pub dollars: Estimate,
    /// Whether the peak fits.
    pub fits: bool,
}

impl Bars {
    /// Every mark: the parts of the first bar and its total, then those of the second.
    pub fn marks(&self) -> Vec<BarMark> {
        self.rows.iter().enumerate().flat_map(|(row, bar)| marks_of(row, bar)).collect()
    }

    /// The mark at a place of a bar; beyond its end, the total.
    pub fn mark_at(&self, row: usize, bytes: f64) -> Option<usize> {
        let marks = self.marks();
        let there = |mark: &BarMark| {
            mark.row == row
                && (mark.shown == Shown::Total || (mark.from <= bytes && bytes < mark.to))
        };
        marks.iter().position(there)
    }
}

impl Costs {
    /// Both columns of each tier.
    pub fn marks(&self) -> Vec<CostMark> {
        let of = |cost: &super::Cost| {
            SideId::ALL
                .iter()
                .zip(cost.dollars)
                .zip(cost.fits)
                .map(|((side, dollars), fits)| CostMark {
                    tier: cost.tier,
                    side: *side,
                    dollars,
                    fits,
                })
                .collect::<Vec<_>>()
        };
        self.tiers.iter().flat_map(of).collect()
    }

    /// The column at a part of the width, from 0 to 1.
    pub fn mark_at(&self, part: f64) -> Option<usize> {
        let columns = self.tiers.len() * 2;
        let at = usize::try_from(integer(libm::floor(part.max(0.0) * count(columns)))).ok()?;
        columns.checked_sub(1).map(|last| at.min(last))
    }
}

fn marks_of(row: usize, bar: &BarRow) -> Vec<BarMark> {
    let mark = |shown, from, to, bytes| BarMark { row, side: bar.side, shown, from, to, bytes };
    let mut marks: Vec<BarMark> = bar
        .segments
        .iter()
        .map(|part| mark(Shown::Part(part.part), part.from, part.to, part.bytes))
        .collect();
    let end = marks.last().map_or(0.0, |mark| mark.to);
    if bar.cache.likely > 0.0 {
        marks.push(mark(Shown::Cache, end, end + bar.cache.likely, bar.cache));
    }
    marks.push(mark(Shown::Total, 0.0, bar.total.likely, bar.total));
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Figure, bars, costs};
    use crate::evaluate::evaluate;
    use crate::plan::{fresh, note};

    #[test]
    fn pointing_finds_the_part_that_is_there() {
        let plan = note();
        let (now, then) = (evaluate(&plan, SideId::Current), evaluate(&plan, SideId::Target));
        let bars = bars(&now, &then, Figure::Peak);
        let marks = bars.marks();
        let at = |row, bytes| marks[bars.mark_at(row, bytes).unwrap()];
        assert_eq!(
            (at(0, 1e9).shown, at(0, 1e9).side),
            (Shown::Part(PartId::Workers), SideId::Current)
        );
        assert_eq!(at(0, 3.1e9).shown, Shown::Part(PartId::Exports));
        assert_eq!(at(1, 0.0).shown, Shown::Part(PartId::Workers));
        let beyond = at(1, 3e9);
        assert_eq!((beyond.shown, beyond.bytes), (Shown::Total, Estimate::exact(910e6)));
        assert_eq!(at(0, 1e9).bytes, now.part(PartId::Workers).demand.peak, "with its range");
    }

    #[test]
    fn page_cache_is_a_mark_where_it_counts() {
        let plan = fresh();
        let (now, then) = (evaluate(&plan, SideId::Current), evaluate(&plan, SideId::Target));
        let has_cache = |figure| {
            bars(&now, &then, figure).marks().iter().any(|mark| mark.shown == Shown::Cache)
        };
        assert!(has_cache(Figure::Idle) && !has_cache(Figure::Peak));
    }

    #[test]
    fn every_column_is_found_by_its_place() {
        let plan = note();
        let (now, then) = (evaluate(&plan, SideId::Current), evaluate(&plan, SideId::Target));
        let costs = costs(&plan, [&now, &then]);
        let marks = costs.marks();
        assert_eq!(marks.len(), 8);
        assert_eq!(costs.mark_at(0.0), Some(0));
        assert_eq!(costs.mark_at(1.0), Some(7));
        let hobby = marks[costs.mark_at(0.6).unwrap()];
        assert_eq!((hobby.tier, hobby.side, hobby.fits), (TierId::Hobby, SideId::Current, false));
        assert!((hobby.dollars.likely - 37.5).abs() < 0.01);
    }
}
