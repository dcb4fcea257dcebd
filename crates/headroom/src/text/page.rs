//! The sentences that carry the verdict, and the names of what the page shows.

mod words;

pub use words::{Ui, ui};

use super::number::{counted, dollars, plain, size, size_range};
use super::{Lang, Reader, say, word};
use crate::advise::Saving;
use crate::chart::{Bars, Costs, Figure};
use crate::evaluate::{Budget, Limit, Verdict};
use crate::part::Counts;
use crate::part::pooling::Connections;
use crate::plan::SideId;
use crate::railway::{Bill, LIST_DATE, LIST_SOURCE, Resource, Terms, TierId};

/// Now, and then.
pub fn side_name(side: SideId, lang: Lang) -> &'static str {
    match side {
        SideId::Current => word!(lang, "Now", "Ahora"),
        SideId::Target => word!(lang, "Then", "Después"),
    }
}

/// The three figures.
pub fn figure_name(figure: Figure, lang: Lang) -> &'static str {
    match figure {
        Figure::Idle => word!(lang, "at rest", "en reposo"),
        Figure::Average => word!(lang, "average", "promedio"),
        Figure::Peak => word!(lang, "peak", "pico"),
    }
}

/// What Railway calls it; custom terms are the user's.
pub fn tier_name(tier: TierId, lang: Lang) -> &'static str {
    match tier {
        TierId::Free => "Free",
        TierId::Trial => "Trial",
        TierId::Hobby => "Hobby",
        TierId::Pro => "Pro",
        TierId::Enterprise => "Enterprise",
        TierId::Custom => word!(lang, "Custom", "Propio"),
    }
}

/// A line of the bill.
pub fn resource_name(resource: Resource, lang: Lang) -> &'static str {
    match resource {
        Resource::Memory => word!(lang, "Memory", "Memoria"),
        Resource::Vcpu => "CPU",
        Resource::Egress => word!(lang, "Traffic out", "Tráfico saliente"),
        Resource::Volume => word!(lang, "Volumes", "Volúmenes"),
    }
}

/// The themes: as the system, light, dark.
pub fn theme_name(at: usize, lang: Lang) -> &'static str {
    match at {
        0 => word!(lang, "Auto", "Auto"),
        1 => word!(lang, "Light", "Claro"),
        _ => word!(lang, "Dark", "Oscuro"),
    }
}

/// Whether it fits, in a few words.
pub fn verdict(budget: &Budget, reader: Reader) -> String {
    let limit = size(budget.limit.bytes, reader);
    let lang = reader.lang;
    match budget.verdict {
        Verdict::Over { by } => {
            let by = size(by, reader);
            say!(lang, "over {limit} by {by}", "supera {limit} en {by}")
        }
        Verdict::Tight { left, over_at_worst: 0.0 } => {
            let left = size(left, reader);
            say!(lang, "tight in {limit}: {left} left", "justo en {limit}: quedan {left}")
        }
        Verdict::Tight { left, over_at_worst } => {
            let (left, worst) = (size(left, reader), size(over_at_worst, reader));
            say!(
                lang,
                "tight in {limit}: {left} left, or over by {worst} at worst",
                "justo en {limit}: quedan {left}, o lo supera en {worst} en el peor caso"
            )
        }
        Verdict::Fits { left } => {
            let left = size(left, reader);
            say!(lang, "fits in {limit}, {left} left", "cabe en {limit}, quedan {left}")
        }
    }
}

/// One side in a sentence, for a screen reader and the title of a picture.
pub fn verdict_line(side: SideId, budget: &Budget, reader: Reader) -> String {
    let lang = reader.lang;
    let side = side_name(side, lang);
    let peak = size(budget.total.peak.likely, reader);
    let verdict = verdict(budget, reader);
    let cost = dollars(budget.bill.total.likely, lang);
    say!(
        lang,
        "{side}: peak {peak}, {verdict}, {cost} a month",
        "{side}: pico {peak}, {verdict}, {cost} al mes"
    )
}

/// What is paid beyond the plan's own usage.
pub fn overage(bill: &Bill, lang: Lang) -> String {
    if bill.credit.is_some() {
        return String::new();
    }
    if bill.overage.high <= 0.0 {
        return word!(lang, "no overage", "sin excedente").to_owned();
    }
    let amount = dollars(bill.overage.likely, lang);
    say!(lang, "overage {amount}", "excedente {amount}")
}

/// On a tier with a credit: when it is gone and what stops.
pub fn credit(bill: &Bill, lang: Lang) -> Option<String> {
    let credit = bill.credit?;
    let included = dollars(bill.included, lang);
    Some(match credit.gone_after_days {
        Some(days) => {
            let days = counted(days.max(0.1), ["day", "days"], ["día", "días"], lang);
            say!(
                lang,
                "The {included} credit is gone after {days}; then the service stops.",
                "El crédito de {included} se agota en {days}; entonces el servicio se detiene."
            )
        }
        None => say!(lang, "The {included} credit lasts.", "El crédito de {included} alcanza."),
    })
}

/// A warning about database connections, if there is one.
pub fn connections(found: Connections, lang: Lang) -> Option<String> {
    let (opened, allowed) =
        (plain(f64::from(found.at_postgres), lang), plain(f64::from(found.allowed), lang));
    if found.leaks {
        let allowed = allowed.as_str();
        Some(say!(
            lang,
            "Database connections leak until all {allowed} are used.",
            "Las conexiones a la base de datos se fugan hasta agotar las {allowed}."
        ))
    } else if found.too_many() {
        Some(say!(
            lang,
            "Up to {opened} database connections during a deploy; Postgres allows {allowed}.",
            "Hasta {opened} conexiones a la base de datos durante un despliegue; Postgres permite {allowed}."
        ))
    } else {
        None
    }
}

/// What a fix saves: memory, then what the bill is lower by.
pub fn saves(saving: &Saving, reader: Reader) -> String {
    let memory = saving.memory.max(saving.peak);
    let memory = (memory >= SAID_MEMORY).then(|| format!("−{}", size(memory, reader)));
    let money =
        (saving.bill >= SAID_DOLLARS).then(|| format!("−{}", dollars(saving.bill, reader.lang)));
    match (memory, money) {
        (Some(memory), Some(money)) => format!("{memory}, {money}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => size(0.0, reader),
    }
}

/// Whether it saves anything that is worth a figure.
pub fn saves_something(saving: &Saving) -> bool {
    saving.memory.max(saving.peak) >= SAID_MEMORY || saving.bill >= SAID_DOLLARS
}

/// Less than half a megabyte is nothing.
const SAID_MEMORY: f64 = 0.5e6;

/// Less than half a cent is nothing.
const SAID_DOLLARS: f64 = 0.005;

/// Beside a part of the target: what it takes now.
pub fn now_was(bytes: f64, reader: Reader) -> String {
    let bytes = size(bytes, reader);
    say!(reader.lang, "now {bytes}", "ahora {bytes}")
}

/// On the closed card of Railway's settings.
pub fn tier_and_limit(tier: TierId, limit: Limit, reader: Reader) -> String {
    format!("{}, {}", tier_name(tier, reader.lang), size(limit.bytes, reader))
}

/// Which figures a term counts in.
pub fn counts_in(counts: Counts, lang: Lang) -> &'static str {
    match counts {
        Counts::Always => word!(lang, "always", "siempre"),
        Counts::AtRest => word!(lang, "at rest and on average", "en reposo y en promedio"),
        Counts::OnAverage => word!(lang, "on average only", "solo en promedio"),
        Counts::AtPeak => word!(lang, "at the peak only", "solo en el pico"),
        Counts::Cache => {
            word!(
                lang,
                "page cache, files that the kernel keeps: billed, given back when memory runs short",
                "caché de páginas, archivos que guarda el kernel: se cobra, se devuelve si falta memoria"
            )
        }
        Counts::Beside => {
            word!(lang, "on the bill, in another service", "en la factura, en otro servicio")
        }
        Counts::Nothing => word!(lang, "used below", "se usa abajo"),
    }
}

/// What the bars show, in a sentence.
pub fn bars_label(bars: &Bars, figure: Figure, reader: Reader) -> String {
    let lang = reader.lang;
    let figure = figure_name(figure, lang);
    let [now, then] = [&bars.rows[0], &bars.rows[1]].map(|row| size_range(row.total, reader));
    let limit = size(bars.rows[1].limit, reader);
    say!(
        lang,
        "Memory by part, {figure}: now {now}, then {then}, limit {limit}.",
        "Memoria por parte, {figure}: ahora {now}, después {then}, límite {limit}."
    )
}

/// What the columns show, in a sentence.
pub fn costs_label(costs: &Costs, lang: Lang) -> String {
    let tiers = costs.tiers.iter().map(|cost| {
        let [now, then] = cost.dollars.map(|amount| dollars(amount.likely, lang));
        let name = tier_name(cost.tier, lang);
        say!(lang, "{name}: now {now}, then {then}", "{name}: ahora {now}, después {then}")
    });
    let tiers = tiers.collect::<Vec<_>>().join("; ");
    say!(lang, "Cost a month. {tiers}.", "Costo al mes. {tiers}.")
}

/// Where prices and limits come from, and whether they are the user's.
pub fn sources(terms: Terms, lang: Lang) -> String {
    let (tier, date) = (terms.tier.source, terms.tier.date);
    let own = if terms.overridden {
        word!(lang, " Some numbers are your own.", " Algunos números son tuyos.")
    } else {
        ""
    };
    say!(
        lang,
        "Prices: {LIST_SOURCE} ({LIST_DATE}). Limits: {tier} ({date}).{own}",
        "Precios: {LIST_SOURCE} ({LIST_DATE}). Límites: {tier} ({date}).{own}"
    )
}

/// The line at the foot.
pub fn footer(lang: Lang) -> &'static str {
    word!(
        lang,
        "Everything is computed in your browser. Nothing you enter leaves it. Not affiliated with Railway.",
        "Todo se calcula en tu navegador. Nada de lo que escribes sale de él. Sin relación con Railway."
    )
}

/// The title of the document.
pub fn page_title(name: &str, lang: Lang) -> String {
    let planner = word!(
        lang,
        "memory planner for Django on Railway",
        "planificador de memoria para Django en Railway"
    );
    if name.is_empty() { format!("Headroom: {planner}") } else { format!("{name} · Headroom") }
}

/// How a plan is listed.
pub fn plan_name(name: &str, lang: Lang) -> String {
    if name.is_empty() { ui(Ui::Unnamed, lang).to_owned() } else { name.to_owned() }
}

/// The name of a duplicate.
pub fn copy_of(name: &str, lang: Lang) -> String {
    let name = plan_name(name, lang);
    say!(lang, "{name} (copy)", "{name} (copia)")
}

/// How long the link is.
pub fn link_length(characters: usize, lang: Lang) -> String {
    say!(lang, "{characters} characters.", "{characters} caracteres.")
}

/// A file name made of a plan's name: letters, digits and dashes.
pub fn file_stem(name: &str) -> String {
    let dashed: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = dashed.split('-').filter(|word| !word.is_empty()).collect();
    let stem: String = words.join("-").to_ascii_lowercase().chars().take(60).collect();
    if stem.is_empty() { "headroom-plan".to_owned() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::evaluate;
    use crate::plan::note;

    const EN: Reader = Reader { lang: Lang::En, sizes: crate::text::Sizes::Decimal };

    #[test]
    fn the_verdict_of_the_note_in_both_languages() {
        let now = evaluate(&note(), SideId::Current);
        let then = evaluate(&note(), SideId::Target);
        let plain = |text: String| text.replace('\u{a0}', " ");
        assert_eq!(plain(verdict(&now, EN)), "over 1 GB by 2.75 GB");
        let es = Reader { lang: Lang::Es, ..EN };
        assert_eq!(plain(verdict(&then, es)), "cabe en 1 GB, quedan 90 MB");
        assert_eq!(overage(&now.bill, Lang::En), "overage $32.50");
    }

    #[test]
    fn file_names_are_plain() {
        assert_eq!(file_stem("The note's service"), "the-note-s-service");
        assert_eq!(file_stem("../../etc"), "etc");
        assert_eq!(file_stem("  "), "headroom-plan");
    }
}
