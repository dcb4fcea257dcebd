//! `memory.svg` and `cost.svg`: the page's two charts as drawings on white, the same bytes
//! in the command and in the page.

mod bars;
mod costs;
mod svg;

pub(super) use bars::drawn as drawn_bars;
pub(super) use costs::drawn as drawn_costs;

use super::sheet::{Sheet, tier_name};
use crate::chart::{self, Figure};
use crate::evaluate::evaluate;
use crate::plan::SideId;
use crate::text::artefacts::{Remark, Sentence};
use crate::text::{Reader, Sizes};

pub(super) fn memory(sheet: &Sheet<'_>) -> String {
    let now = evaluate(sheet.plan, SideId::Current);
    let data = chart::bars(&now, &sheet.budget, Figure::Peak);
    file(sheet, &drawn_bars(&data, Reader { lang: sheet.lang, sizes: Sizes::Decimal }))
}

pub(super) fn cost(sheet: &Sheet<'_>) -> String {
    let now = evaluate(sheet.plan, SideId::Current);
    let data = chart::costs(sheet.plan, [&now, &sheet.budget]);
    file(sheet, &drawn_costs(&data, sheet.lang))
}

/// With what the other artefacts have in their heads. Two dashes would end the comment.
fn file(sheet: &Sheet<'_>, drawing: &str) -> String {
    let bill = Remark::Bill {
        dollars: sheet.budget.bill.total.likely,
        tier: tier_name(sheet.plan.railway.tier, sheet.lang),
        own_prices: sheet.plan.railway.terms().overridden,
    };
    let head = format!("{} {}", sheet.link, bill.text(sheet.lang));
    let head = super::escape::html(head.trim()).replace("--", "-&#45;");
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Headroom: {head} -->\n{drawing}\n")
}
