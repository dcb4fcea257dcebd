//! Memory by part against the limit, both sides on one scale.

use crate::evaluate::Budget;
use crate::part::{Demand, PartId};
use crate::plan::SideId;
use crate::setting::choices;
use crate::units::Estimate;

choices! {
    /// Which of the three figures is drawn.
    Figure {
        /// At rest, after traffic.
        Idle = "idle",
        /// What is billed.
        Average = "average",
        /// What the limit kills.
        Peak = "peak",
    }
}

/// Both bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// Now and then.
    pub rows: [BarRow; 2],
    /// The value at the right end.
    pub end: f64,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// Whose.
    pub side: SideId,
    /// The parts, one behind the other; those that take nothing are left out.
    pub segments: Vec<Segment>,
    /// Page cache behind them, in the figures that count it.
    pub cache: Estimate,
    /// The sum with its range, cache included.
    pub total: Estimate,
    /// What the side may use; may be far beyond the right end.
    pub limit: f64,
}

/// One part of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Which part.
    pub part: PartId,
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// What the part takes, with its range.
    pub bytes: Estimate,
}

impl Bars {
    /// The limit of a row, if it is on the scale: at the edge it would be in a wrong place.
    pub fn limit_in_sight(&self, row: &BarRow) -> Option<f64> {
        (row.limit <= self.end).then_some(row.limit)
    }
}

impl Figure {
    /// That figure of a demand, page cache apart.
    pub fn of(self, demand: &Demand) -> Estimate {
        match self {
            Self::Idle => demand.idle,
            Self::Average => demand.average,
            Self::Peak => demand.peak,
        }
    }

    /// The page cache that counts in it: the limit does not kill for cache.
    pub fn cache_of(self, demand: &Demand) -> Estimate {
        match self {
            Self::Idle | Self::Average => demand.cache,
            Self::Peak => Estimate::ZERO,
        }
    }
}

/// The bars of both sides.
pub fn bars(now: &Budget, then: &Budget, figure: Figure) -> Bars {
    let rows = [row(SideId::Current, now, figure), row(SideId::Target, then, figure)];
    let longest = rows.iter().map(|row| row.total.high).fold(0.0, f64::max);
    // A limit far to the right would squeeze the bars into a corner.
    let limit = rows
        .iter()
        .map(|row| row.limit)
        .filter(|limit| *limit <= longest * 4.0)
        .fold(0.0, f64::max);
    Bars { rows, end: (longest.max(limit) * 1.04).max(1.0) }
}

fn row(side: SideId, budget: &Budget, figure: Figure) -> BarRow {
    let mut at = 0.0;
    let mut segments = Vec::new();
    for (part, ledger) in &budget.parts {
        let bytes = figure.of(&ledger.demand);
        if bytes.likely > 0.0 {
            let to = at + bytes.likely;
            segments.push(Segment { part: *part, from: at, to, bytes });
            at = to;
        }
    }
    let cache = figure.cache_of(&budget.total);
    BarRow {
        side,
        segments,
        cache,
        total: figure.of(&budget.total) + cache,
        limit: budget.limit.bytes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::evaluate;
    use crate::plan::{fresh, note};
    use crate::units::MB;

    fn of(plan: &crate::plan::Plan, figure: Figure) -> Bars {
        bars(&evaluate(plan, SideId::Current), &evaluate(plan, SideId::Target), figure)
    }

    #[test]
    fn segments_follow_one_another_to_the_total() {
        let bars = of(&note(), Figure::Peak);
        let row = &bars.rows[0];
        assert_eq!(
            row.segments.iter().map(|segment| segment.to - segment.from).sum::<f64>(),
            3750.0 * MB
        );
        assert!(row.segments.windows(2).all(|pair| pair[0].to == pair[1].from));
        assert_eq!(row.segments.len(), 4, "what takes nothing is not drawn");
    }

    #[test]
    fn both_ranges_are_inside_and_a_far_limit_is_not() {
        let bars = of(&fresh(), Figure::Average);
        assert!(bars.rows.iter().all(|row| row.total.high <= bars.end));
        assert!(bars.end < 8e9);
        assert_eq!(bars.limit_in_sight(&bars.rows[0]), None);
        let near = of(&note(), Figure::Peak);
        assert_eq!(near.limit_in_sight(&near.rows[1]), Some(1e9));
        assert!(bars.rows[0].cache.likely > 0.0);
        assert_eq!(of(&fresh(), Figure::Peak).rows[0].cache, Estimate::ZERO);
    }
}
