//! The sentences of the findings, of the gap and of the tiers.
//!
//! Each thing that can be seen has one function that says all of it: what is
//! wrong, why it costs, the edit, what the edit costs, and what the button does.

mod code;
mod gap;
mod quick;
mod watch;

pub use gap::{COUNT_PROCESSES, explanation, gap_sum, gap_tell_apart, gap_title, open_explanation};
pub use watch::{tier_choice, unfit};

use super::{Lang, Reader, say, word};
use crate::advise::{Evidence, Finding, Phase};

/// All that is said of one finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub title: String,
    /// Why it costs.
    pub why: String,
    /// The edit that mends it.
    pub fix: String,
    /// What that costs in capacity or work.
    pub cost: String,
    /// What the button does, after "Apply:"; empty where there is no button.
    pub apply: String,
}

/// All that is said of a finding.
pub fn words(finding: &Finding, reader: Reader) -> Words {
    match finding.evidence {
        Evidence::Quick(seen) => quick::words(seen, reader),
        Evidence::Code(seen) => code::words(seen, reader),
        Evidence::Watch(seen) => watch::words(seen, reader),
    }
}

/// What is wrong.
pub fn title(finding: &Finding, reader: Reader) -> String {
    words(finding, reader).title
}

/// Why it costs.
pub fn why(finding: &Finding, reader: Reader) -> String {
    words(finding, reader).why
}

/// The edit that mends it.
pub fn fix(finding: &Finding, reader: Reader) -> String {
    words(finding, reader).fix
}

/// What it costs in capacity or work.
pub fn cost(finding: &Finding, reader: Reader) -> String {
    let cost = words(finding, reader).cost;
    if cost.is_empty() {
        word!(reader.lang, "Cost: none.", "Costo: ninguno.").to_owned()
    } else {
        say!(reader.lang, "Cost: {cost}", "Costo: {cost}")
    }
}

/// What the button says: what will happen.
pub fn apply(finding: &Finding, reader: Reader) -> String {
    let apply = words(finding, reader).apply;
    if apply.is_empty() {
        word!(reader.lang, "Nothing to change here", "Nada que cambiar aquí").to_owned()
    } else {
        say!(reader.lang, "Apply: {apply}", "Aplicar: {apply}")
    }
}

/// Where it is known from.
pub fn source(finding: &Finding, lang: Lang) -> String {
    let (at, date) = (finding.source.at, finding.source.date);
    if at.starts_with("https://") {
        say!(lang, "Source: {at} ({date})", "Fuente: {at} ({date})")
    } else {
        say!(lang, "Measured: {at} ({date})", "Medido: {at} ({date})")
    }
}

/// What a phase is called.
pub fn phase(phase: Phase, lang: Lang) -> &'static str {
    match phase {
        Phase::QuickWins => word!(lang, "Quick wins", "Mejoras rápidas"),
        Phase::Code => word!(lang, "Code", "Código"),
        Phase::Watch => word!(lang, "Watch it", "Vigilar"),
    }
}
