//! What `evaluate` prints for people: a table for each side.

use std::fmt::Write;

use headroom::evaluate::{Budget, evaluate};
use headroom::plan::{Plan, SideId};
use headroom::text::report::{self as words, Heading, heading, megabytes};
use headroom::text::{Lang, fields, number};
use headroom::units::Estimate;

/// The plan's name and terms, then both sides.
pub(crate) fn text(plan: &Plan, lang: Lang) -> String {
    let terms = plan.railway.terms();
    let mut text = String::new();
    if !plan.name.is_empty() {
        line(&mut text, &plan.name);
    }
    line(&mut text, &words::terms(tier(plan, lang), terms.overridden, lang));
    for side in SideId::ALL {
        line(&mut text, "");
        one(&mut text, plan, *side, lang);
    }
    // Spaces that do not break are for pages.
    text.replace('\u{a0}', " ")
}

fn one(text: &mut String, plan: &Plan, side: SideId, lang: Lang) {
    let budget = evaluate(plan, side);
    let word = |name| heading(name, lang);
    let names = [Heading::Idle, Heading::Average, Heading::Peak, Heading::Range].map(word);
    row(text, word(Heading::Side(side)), names.map(str::to_owned));
    for (part, ledger) in &budget.parts {
        let demand = &ledger.demand;
        row(
            text,
            &indented(fields::part(*part, lang)),
            figures([demand.idle, demand.average, demand.peak], lang),
        );
    }
    let total = &budget.total;
    row(
        text,
        &indented(word(Heading::Total)),
        figures([total.idle, total.average, total.peak], lang),
    );
    for (name, bytes) in [(Heading::Cache, total.cache), (Heading::Beside, total.beside)] {
        if bytes.likely > 0.0 {
            let average = megabytes(bytes.likely, lang);
            row(
                text,
                &indented(word(name)),
                [String::new(), average, String::new(), String::new()],
            );
        }
    }
    let from = words::limit_from(budget.limit, tier(plan, lang), lang);
    row(
        text,
        &indented(word(Heading::Limit)),
        [String::new(), String::new(), megabytes(budget.limit.bytes, lang), from],
    );
    line(text, &indented(&words::verdict(budget.verdict, lang)));
    if let (SideId::Current, Some(observed)) = (side, plan.railway.observed) {
        line(
            text,
            &indented(&words::observed(observed.likely, budget.shown_at_rest().likely, lang)),
        );
    }
    line(
        text,
        &indented(&format!(
            "{}: {}",
            word(Heading::Connections),
            words::connections(budget.connections, lang)
        )),
    );
    bill(text, &budget, lang);
}

fn bill(text: &mut String, budget: &Budget, lang: Lang) {
    let bill = &budget.bill;
    let mut amount = |name: &str, dollars: f64, note: &str| {
        let dollars = number::dollars(dollars, lang);
        line(text, &format!("  {name:<28}{dollars:>10}  {note}"));
    };
    for resource in &bill.lines {
        amount(words::resource(resource.resource, lang), resource.dollars.likely, "");
    }
    amount(heading(Heading::Usage, lang), bill.usage.likely, &words::overage(bill, lang));
    amount(heading(Heading::Bill, lang), bill.total.likely, "");
}

fn figures(values: [Estimate; 3], lang: Lang) -> [String; 4] {
    let [idle, average, peak] = values.map(|value| megabytes(value.likely, lang));
    let (low, high) = (megabytes(values[2].low, lang), megabytes(values[2].high, lang));
    let range = if low == high { String::new() } else { format!("{low}–{high}") };
    [idle, average, peak, range]
}

fn row(text: &mut String, name: &str, [idle, average, peak, range]: [String; 4]) {
    line(text, &format!("{name:<30}{idle:>10}{average:>10}{peak:>10}  {range}"));
}

fn tier(plan: &Plan, lang: Lang) -> &'static str {
    let names = fields::choices(headroom::plan::FieldId::Tier, lang);
    let at = headroom::railway::TierId::ALL.iter().position(|id| *id == plan.railway.tier);
    at.and_then(|at| names.get(at)).copied().unwrap_or_default()
}

fn indented(name: &str) -> String {
    format!("  {name}")
}

fn line(text: &mut String, what: &str) {
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{}", what.trim_end());
}
