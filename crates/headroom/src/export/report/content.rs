//! What the report says, in the order in which it is read.

use super::{Block, Report, Section, Text};
use crate::accuracy::{SERVICES, Summary, VERSIONS};
use crate::advise::{Finding, State};
use crate::chart::{Figure, bars, costs};
use crate::evaluate::{Budget, evaluate};
use crate::export::sheet::{Sheet, tier_name};
use crate::export::{ArtefactId, carriers, charts, escape};
use crate::file::show_input;
use crate::part::{Basis, PartId};
use crate::plan::{FIELDS, Field, Plan, Scope, Side, SideId, shown};
use crate::setting::{Kind, Value};
use crate::text::artefacts::report::{Words, in_files, model, own_numbers, words};
use crate::text::number::{dollar_range, dollars, plain, size, size_range};
use crate::text::page::{
    Ui, bars_label, costs_label, credit, saves, saves_something, side_name, sources, ui,
    verdict_line,
};
use crate::text::{Reader, Sizes, accuracy, fields, findings};

pub(super) fn report(sheet: &Sheet<'_>) -> Report {
    let reader = Reader { lang: sheet.lang, sizes: Sizes::Decimal };
    let now = evaluate(sheet.plan, SideId::Current);
    let then = &sheet.budget;
    let all = &sheet.advice().findings;
    let (applied, left): (Vec<&Finding>, Vec<&Finding>) =
        all.iter().partition(|finding| finding.state == State::Applied);
    let section = |heading, blocks| Section { heading: words(heading, sheet.lang), blocks };
    let mut sections = vec![
        Section { heading: "", blocks: vec![verdict(&now, then, reader)] },
        section(Words::BothSides, vec![memory_chart(&now, then, reader), both(&now, then, reader)]),
        section(Words::Parts, vec![parts(sheet.plan, &now, then, reader)]),
        section(Words::Changes, vec![changes(sheet.plan, reader)]),
        section(Words::Applied, vec![list(&applied, Words::NoneApplied, reader)]),
        section(Words::Left, vec![list(&left, Words::NoneLeft, reader)]),
        section(Words::Tiers, vec![cost_chart(sheet, &now, then), tiers(sheet, &now, then)]),
        section(Words::RestsOn, rests_on(sheet, reader)),
    ];
    if !sheet.link.is_empty() {
        sections.push(section(Words::Link, vec![Block::Link(sheet.link.clone())]));
    }
    Report { title: title(sheet), sections }
}

fn title(sheet: &Sheet<'_>) -> Text {
    let name = sheet.plan.name.trim();
    if name.is_empty() {
        return words(Words::Title, sheet.lang).into();
    }
    Text::Theirs(escape::comment(name))
}

fn verdict(now: &Budget, then: &Budget, reader: Reader) -> Block {
    let line = |side, budget| verdict_line(side, budget, reader).into();
    let mut lines = vec![line(SideId::Current, now), line(SideId::Target, then)];
    lines.extend(credit(&then.bill, reader.lang).map(Text::from));
    Block::List(lines)
}

fn both(now: &Budget, then: &Budget, reader: Reader) -> Block {
    let lang = reader.lang;
    let row = |name: &'static str, of: &dyn Fn(&Budget) -> String| {
        vec![name.into(), of(now).into(), of(then).into()]
    };
    Block::Table {
        heads: ["", side_name(SideId::Current, lang), side_name(SideId::Target, lang)]
            .map(str::to_owned)
            .to_vec(),
        rows: vec![
            row(ui(Ui::AtRest, lang), &|budget| with_range(budget.total.idle, reader)),
            row(ui(Ui::OnAverage, lang), &|budget| with_range(budget.total.average, reader)),
            row(ui(Ui::AtPeak, lang), &|budget| with_range(budget.total.peak, reader)),
            row(ui(Ui::PageCache, lang), &|budget| with_range(budget.total.cache, reader)),
            row(words(Words::Limit, lang), &|budget| size(budget.limit.bytes, reader)),
            row(ui(Ui::Usage, lang), &|budget| dollar_range(budget.bill.usage, lang)),
            row(ui(Ui::Included, lang), &|budget| dollars(budget.bill.included, lang)),
            row(ui(Ui::Overage, lang), &|budget| dollar_range(budget.bill.overage, lang)),
            row(ui(Ui::ToPay, lang), &|budget| dollar_range(budget.bill.total, lang)),
            row(words(Words::Connections, lang), &|budget| {
                let found = budget.connections;
                let (opened, allowed) = (f64::from(found.at_postgres), f64::from(found.allowed));
                format!("{} / {}", plain(opened, lang), plain(allowed, lang))
            }),
        ],
    }
}

fn with_range(value: crate::units::Estimate, reader: Reader) -> String {
    let (likely, range) = (size(value.likely, reader), size_range(value, reader));
    if likely == range { likely } else { format!("{likely} ({range})") }
}

fn parts(plan: &Plan, now: &Budget, then: &Budget, reader: Reader) -> Block {
    let lang = reader.lang;
    let figures = |demand: crate::part::Demand| {
        [demand.idle, demand.peak].map(|figure| Text::from(size_range(figure, reader)))
    };
    let one = |part: &PartId| {
        let cells = [now, then].map(|budget| figures(budget.part(*part).demand));
        let name = std::iter::once(Text::from(fields::part(*part, lang)));
        name.chain(cells.into_iter().flatten()).collect::<Vec<_>>()
    };
    let heads = [SideId::Current, SideId::Target].iter().flat_map(|side| {
        [Ui::AtRest, Ui::AtPeak].map(|figure| (side_name(*side, lang), ui(figure, lang)))
    });
    let heads: Vec<String> = heads.map(|(side, figure)| format!("{side}: {figure}")).collect();
    let mut rows: Vec<Vec<Text>> = PartId::ALL.iter().map(one).collect();
    rows.extend(others(plan, reader));
    let total = [now, then].map(|budget| figures(budget.total)).into_iter().flatten();
    rows.push(std::iter::once(Text::from(ui(Ui::Total, lang))).chain(total).collect());
    Block::Table { heads: std::iter::once(String::new()).chain(heads).collect(), rows }
}

/// What else runs, each under its own name.
fn others(plan: &Plan, reader: Reader) -> impl Iterator<Item = Vec<Text>> {
    let rows = SideId::ALL
        .iter()
        .flat_map(move |side| plan.side(*side).others.iter().map(move |row| (*side, row)));
    rows.map(move |(side, row)| {
        let held = || Text::from(size_range(row.memory, reader));
        let none = || Text::from("");
        let mut cells = vec![Text::Theirs(row.name.clone())];
        match side {
            SideId::Current => cells.extend([held(), held(), none(), none()]),
            SideId::Target => cells.extend([none(), none(), held(), held()]),
        }
        cells
    })
}

/// The settings that differ, as both sides have them.
fn changes(plan: &Plan, reader: Reader) -> Block {
    let lang = reader.lang;
    let differs = |field: &&Field| {
        field.scope() == Scope::Side
            && SideId::ALL.iter().any(|side| shown(field.id, plan.side(*side)))
            && field.get(plan, SideId::Current) != field.get(plan, SideId::Target)
    };
    let name = |field: &Field| fields::full_label(field.id, lang);
    let row = |field: &Field| {
        let values =
            SideId::ALL.iter().map(|side| value(field, field.get(plan, *side), reader).into());
        std::iter::once(Text::from(name(field))).chain(values).collect()
    };
    let rows: Vec<Vec<Text>> = FIELDS.iter().filter(differs).map(row).collect();
    if rows.is_empty() {
        return Block::Sentence(words(Words::Nothing, lang).into());
    }
    let heads = [
        words(Words::Setting, lang),
        side_name(SideId::Current, lang),
        side_name(SideId::Target, lang),
    ];
    Block::Table { heads: heads.map(str::to_owned).to_vec(), rows }
}

fn value(field: &Field, value: Value, reader: Reader) -> String {
    match (field.kind, value) {
        (Kind::Choice(_), Value::Choice(at)) => {
            fields::choices(field.id, reader.lang).get(at).copied().unwrap_or_default().to_owned()
        }
        (_, Value::Toggle(true)) => words(Words::On, reader.lang).to_owned(),
        (_, Value::Toggle(false)) => words(Words::Off, reader.lang).to_owned(),
        (_, Value::Nothing) => "–".to_owned(),
        (_, value) => show_input(field, value, reader),
    }
}

fn list(found: &[&Finding], none: Words, reader: Reader) -> Block {
    if found.is_empty() {
        return Block::Sentence(words(none, reader.lang).into());
    }
    Block::List(found.iter().map(|finding| item(finding, reader).into()).collect())
}

/// What is left says how; what was applied says where it is written.
fn item(finding: &Finding, reader: Reader) -> String {
    let said = findings::words(finding, reader);
    let mut text = ended(&said.title);
    if finding.state != State::Applied {
        text = format!("{text} {}", ended(&said.fix));
    }
    if saves_something(&finding.saves) {
        text = format!("{text} {}.", saves(&finding.saves, reader));
    }
    let files: Vec<String> =
        carriers(finding.id).iter().map(|id| format!("`{}`", id.key())).collect();
    if finding.state == State::Applied && !files.is_empty() {
        text = format!("{text} {}", in_files(&files.join(", "), reader.lang));
    }
    text
}

fn ended(sentence: &str) -> String {
    if sentence.ends_with(['.', ':']) { sentence.to_owned() } else { format!("{sentence}.") }
}

fn memory_chart(now: &Budget, then: &Budget, reader: Reader) -> Block {
    let data = bars(now, then, Figure::Peak);
    Block::Chart {
        drawing: charts::drawn_bars(&data, reader),
        label: bars_label(&data, Figure::Peak, reader),
        file: ArtefactId::MemoryChart.key(),
    }
}

fn cost_chart(sheet: &Sheet<'_>, now: &Budget, then: &Budget) -> Block {
    let data = costs(sheet.plan, [now, then]);
    Block::Chart {
        drawing: charts::drawn_costs(&data, sheet.lang),
        label: costs_label(&data, sheet.lang),
        file: ArtefactId::CostChart.key(),
    }
}

fn tiers(sheet: &Sheet<'_>, now: &Budget, then: &Budget) -> Block {
    let lang = sheet.lang;
    let rows = costs(sheet.plan, [now, then]).tiers.into_iter().map(|cost| {
        let amounts = cost.dollars.map(|amount| Text::from(dollar_range(amount, lang)));
        let fits = words(if cost.fits[1] { Words::Fits } else { Words::FitsNot }, lang);
        let name = std::iter::once(Text::from(tier_name(cost.tier, lang)));
        name.chain(amounts).chain([fits.into()]).collect()
    });
    let heads =
        [Ui::Tier, Ui::CostNow, Ui::CostThen, Ui::FitsThen].map(|head| ui(head, lang).to_owned());
    Block::Table { heads: heads.to_vec(), rows: rows.collect() }
}

fn rests_on(sheet: &Sheet<'_>, reader: Reader) -> Vec<Block> {
    let lang = reader.lang;
    let mut items = vec![
        sources(sheet.plan.railway.terms(), lang),
        model(crate::MODEL_VERSION, lang),
        accuracy::summary(&Summary::of(SERVICES), lang),
        accuracy::measured_with(VERSIONS, lang),
        words(Words::Ranges, lang).to_owned(),
    ];
    for side in SideId::ALL {
        let parts: Vec<&str> =
            measured(sheet.plan.side(*side)).map(|part| fields::part(part, lang)).collect();
        if !parts.is_empty() {
            items.push(own_numbers(side_name(*side, lang), &parts.join(", "), lang));
        }
    }
    vec![Block::List(items.into_iter().map(Text::from).collect())]
}

/// The parts that were given as measured.
fn measured(side: &Side) -> impl Iterator<Item = PartId> {
    let bases = [
        (PartId::Workers, side.workers.basis),
        (PartId::Exports, side.exports.basis),
        (PartId::Uploads, side.uploads.basis),
        (PartId::Logs, side.logs.basis),
        (PartId::Pooling, side.pooling.basis),
        (PartId::Queries, side.queries.basis),
    ];
    let measured = bases.into_iter().filter(|(_, basis)| matches!(basis, Basis::Measured));
    measured.map(|(part, _)| part)
}
