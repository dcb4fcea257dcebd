//! `parts.csv`: each part of both sides in bytes, and what else runs by its name.
//! CSV has no comments, so that the day of the prices and the link are columns; columns
//! and keys are in English, as programs read them.

use super::escape;
use super::sheet::Sheet;
use crate::evaluate::evaluate;
use crate::part::others::{Place, Row};
use crate::part::{Demand, PartId};
use crate::plan::SideId;
use crate::railway::LIST_DATE;
use crate::units::Estimate;

const HEAD: &str = "side,part,name,idle_low,idle_likely,idle_high,average_low,average_likely,average_high,\
                    peak_low,peak_likely,peak_high,cache_low,cache_likely,cache_high,prices,link";

pub(super) fn render(sheet: &Sheet<'_>) -> String {
    let mut lines = vec![HEAD.to_owned()];
    for side in SideId::ALL {
        let budget = evaluate(sheet.plan, *side);
        for (part, ledger) in &budget.parts {
            lines.push(line(*side, part.key(), "", &ledger.demand));
        }
        for row in &sheet.plan.side(*side).others {
            lines.push(line(*side, PartId::Others.key(), &row.name, &held(row)));
        }
        lines.push(line(*side, "total", "", &budget.total));
    }
    let origin = format!(",{LIST_DATE},{}", escape::csv(&sheet.link));
    for line in &mut lines[1..] {
        line.push_str(&origin);
    }
    lines.join("\n") + "\n"
}

/// A row inside the service is part of the line of all others; one beside it is not.
fn held(row: &Row) -> Demand {
    match row.place {
        Place::Inside => {
            Demand { idle: row.memory, average: row.memory, peak: row.memory, ..Demand::default() }
        }
        Place::Beside => Demand { average: row.memory, ..Demand::default() },
    }
}

fn line(side: SideId, part: &str, name: &str, demand: &Demand) -> String {
    let figures = [demand.idle, demand.average, demand.peak, demand.cache];
    let figures =
        figures.map(|Estimate { low, likely, high }| format!("{low:.0},{likely:.0},{high:.0}"));
    format!("{},{part},{},{}", side.key(), escape::csv(name), figures.join(","))
}
