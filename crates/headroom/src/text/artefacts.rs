//! The words of the exported files: their names, where they go, and their comments.
//!
//! Comments are part of the download, so they are short: why a value is what it
//! is, and where that was measured or read. "Lab 3" is a section of `lab/README.md`.

pub mod containers;
pub mod fragment;
pub mod gunicorn;
pub mod railway;
pub mod report;
pub mod settings;
pub mod variables;
pub mod views;

use super::number::{dollars, size};
use super::{Lang, Reader, Sizes, page, say, word};
use crate::evaluate::Verdict;
use crate::export::{ArtefactGroup, ArtefactId};
use crate::plan::SideId;
use crate::railway::{Bill, LIST_DATE};

/// What it is called on the page.
pub fn name(id: ArtefactId, lang: Lang) -> &'static str {
    match id {
        ArtefactId::VariablesEnv => "Raw Editor",
        ArtefactId::VariablesJson | ArtefactId::RailwayEnvironment => "JSON",
        ArtefactId::VariablesSh => word!(lang, "Command", "Comando"),
        ArtefactId::Dockerfile => "Dockerfile",
        ArtefactId::Compose => "Docker Compose",
        ArtefactId::Gunicorn => "gunicorn.conf.py",
        ArtefactId::Settings => word!(lang, "Settings", "Ajustes"),
        ArtefactId::ExportView => word!(lang, "Export view", "Vista de exportación"),
        ArtefactId::UploadHash => word!(lang, "Upload hash", "Hash de subidas"),
        ArtefactId::ListQueries => word!(lang, "Queries", "Consultas"),
        ArtefactId::MemoryMonitor => word!(lang, "Memory monitor", "Monitor de memoria"),
        ArtefactId::RailwayLimit => word!(lang, "Limits", "Límites"),
        ArtefactId::Collect => word!(lang, "Measure", "Medir"),
        ArtefactId::RailwayTs => "railway.ts",
        ArtefactId::RailwayPy => "railway.py",
        ArtefactId::ReportMd => "Markdown",
        ArtefactId::ReportHtml => word!(lang, "To print", "Para imprimir"),
        ArtefactId::PartsCsv => word!(lang, "Parts, CSV", "Partes, CSV"),
        ArtefactId::MemoryChart => word!(lang, "Chart of memory", "Gráfico de memoria"),
        ArtefactId::CostChart => word!(lang, "Chart of cost", "Gráfico de costo"),
    }
}

/// What a group of them is called.
pub fn group(group: ArtefactGroup, lang: Lang) -> &'static str {
    match group {
        ArtefactGroup::Variables => word!(lang, "Variables", "Variables"),
        ArtefactGroup::Gunicorn => "Gunicorn",
        ArtefactGroup::Django => "Django",
        ArtefactGroup::Railway => "Railway",
        ArtefactGroup::Report => word!(lang, "Report", "Informe"),
    }
}

/// Where it goes, in one line.
#[expect(clippy::too_many_lines, reason = "a table of sentences")]
pub fn goes_where(id: ArtefactId, lang: Lang) -> &'static str {
    match id {
        ArtefactId::VariablesEnv | ArtefactId::VariablesJson => word!(
            lang,
            "Paste into the service's Variables, Raw Editor.",
            "Pégalo en las variables del servicio: Variables, Raw Editor."
        ),
        ArtefactId::VariablesSh => word!(
            lang,
            "Run in the project's folder, after `railway link`.",
            "Ejecútalo en la carpeta del proyecto, tras `railway link`."
        ),
        ArtefactId::Dockerfile => word!(
            lang,
            "Copy into your Dockerfile, after its last FROM.",
            "Cópialo en tu Dockerfile, tras su último FROM."
        ),
        ArtefactId::Compose => word!(
            lang,
            "Put beside compose.yaml, to run the service under the same limit on your machine.",
            "Ponlo junto a compose.yaml, para ejecutar el servicio bajo el mismo límite en tu máquina."
        ),
        ArtefactId::Gunicorn => word!(
            lang,
            "Put beside manage.py: Gunicorn reads it from the folder it starts in.",
            "Ponlo junto a manage.py: Gunicorn lo lee de la carpeta desde la que arranca."
        ),
        ArtefactId::Settings => word!(
            lang,
            "Put beside settings.py, and load it in the last lines of settings.py.",
            "Ponlo junto a settings.py y cárgalo en sus últimas líneas."
        ),
        ArtefactId::ExportView => word!(
            lang,
            "Put beside views.py, and return its response from your export view.",
            "Ponlo junto a views.py y devuelve su respuesta desde tu vista."
        ),
        ArtefactId::UploadHash => word!(
            lang,
            "Put beside views.py, in place of hashing file.read().",
            "Ponlo junto a views.py, en lugar del hash de file.read()."
        ),
        ArtefactId::ListQueries => word!(
            lang,
            "Put beside views.py, in place of a loop that asks for a relation in each row.",
            "Ponlo junto a views.py, en lugar de un bucle que pide una relación en cada fila."
        ),
        ArtefactId::MemoryMonitor => word!(
            lang,
            "Put beside settings.py, and put its class first in MIDDLEWARE.",
            "Ponlo junto a settings.py y pon su clase la primera en MIDDLEWARE."
        ),
        ArtefactId::RailwayLimit => word!(
            lang,
            "Run with SERVICE_ID set, in the project's folder, after `railway link`.",
            "Ejecútalo con SERVICE_ID definida, en la carpeta del proyecto, tras `railway link`."
        ),
        ArtefactId::Collect => word!(
            lang,
            "Paste its last line into `railway ssh`; paste what it prints into \"Your own measurements\".",
            "Pega su última línea en `railway ssh`; pega lo que imprime en «Tus propias mediciones»."
        ),
        ArtefactId::RailwayEnvironment => word!(
            lang,
            "Put the service's id in, and run `railway environment edit < railway_environment.json`.",
            "Pon el id del servicio y ejecuta `railway environment edit < railway_environment.json`."
        ),
        ArtefactId::RailwayTs => word!(
            lang,
            "Run `railway config pull`, merge this into .railway/railway.ts, and check it with `railway config plan`.",
            "Ejecuta `railway config pull`, incorpora esto a .railway/railway.ts y revísalo con `railway config plan`."
        ),
        ArtefactId::RailwayPy => word!(
            lang,
            "Merge into .railway/railway.py, if that is your file, and check it with `railway config plan`.",
            "Incorpóralo a .railway/railway.py, si ese es tu archivo, y revísalo con `railway config plan`."
        ),
        ArtefactId::ReportMd => word!(
            lang,
            "For a ticket, a pull request or a wiki: both sides, what was applied, what is left.",
            "Para un ticket, un pull request o una wiki: ambos lados, lo aplicado y lo pendiente."
        ),
        ArtefactId::ReportHtml => word!(
            lang,
            "One page without scripts, to open, print or send.",
            "Una página sin scripts, para abrir, imprimir o enviar."
        ),
        ArtefactId::PartsCsv => word!(
            lang,
            "Bytes of each part, for a spreadsheet.",
            "Los bytes de cada parte, para una hoja de cálculo."
        ),
        ArtefactId::MemoryChart => word!(
            lang,
            "Memory by part against the limit, as a drawing.",
            "Memoria por parte frente al límite, como dibujo."
        ),
        ArtefactId::CostChart => word!(
            lang,
            "What a month costs on each Railway plan, as a drawing.",
            "Lo que cuesta un mes en cada plan de Railway, como dibujo."
        ),
    }
}

/// What can be said in both languages.
pub trait Sentence {
    /// The sentence in a language.
    fn text(&self, lang: Lang) -> String;
}

/// A line of the head of a file.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Remark<'a> {
    MadeBy(&'a str),
    Plan(&'a str),
    Figures {
        side: SideId,
        idle: f64,
        peak: f64,
        verdict: Verdict,
        limit: f64,
    },
    Bill {
        dollars: f64,
        tier: &'a str,
        own_prices: bool,
    },
    /// Where nothing is billed beyond a credit.
    Credit(&'a Bill),
    /// The titles of the findings that the file carries out.
    CarriesOut(&'a str),
}

impl Sentence for Remark<'_> {
    fn text(&self, lang: Lang) -> String {
        let bytes = |number: f64| size(number, Reader { lang, sizes: Sizes::Decimal });
        match *self {
            Self::MadeBy(file) => {
                say!(lang, "{file}, made by Headroom.", "{file}, hecho por Headroom.")
            }
            Self::Credit(bill) => page::credit(bill, lang).unwrap_or_default(),
            Self::CarriesOut(titles) => say!(lang, "Fixes: {titles}.", "Corrige: {titles}."),
            Self::Plan(name) => say!(lang, "Plan: {name}", "Plan: {name}"),
            Self::Figures { side, idle, peak, verdict, limit } => {
                let side = match side {
                    SideId::Current => word!(lang, "Now", "Ahora"),
                    SideId::Target => word!(lang, "Target", "Objetivo"),
                };
                let (idle, peak, limit) = (bytes(idle), bytes(peak), bytes(limit));
                let verdict = match verdict {
                    Verdict::Fits { .. } => word!(lang, "it fits", "cabe").to_owned(),
                    Verdict::Tight { left, over_at_worst: 0.0 } => {
                        let left = bytes(left);
                        say!(lang, "it just fits, {left} left", "cabe por poco, quedan {left}")
                    }
                    Verdict::Tight { over_at_worst, .. } => {
                        let by = bytes(over_at_worst);
                        say!(
                            lang,
                            "it fits, at worst over by {by}",
                            "cabe; en el peor caso se pasa en {by}"
                        )
                    }
                    Verdict::Over { by } => {
                        let by = bytes(by);
                        say!(lang, "over by {by}", "se pasa en {by}")
                    }
                };
                say!(
                    lang,
                    "{side}: {idle} at rest, {peak} at the peak, of {limit}: {verdict}.",
                    "{side}: {idle} en reposo, {peak} en el pico, de {limit}: {verdict}."
                )
            }
            Self::Bill { dollars: bill, tier, own_prices } => {
                let bill = dollars(bill, lang);
                let whose = if own_prices {
                    word!(lang, "your own prices; the list is", "tus propios precios; la lista es")
                        .to_owned()
                } else {
                    word!(lang, "prices", "precios").to_owned()
                };
                say!(
                    lang,
                    "{bill} a month on {tier} ({whose} of {LIST_DATE}).",
                    "{bill} al mes en {tier} ({whose} del {LIST_DATE})."
                )
            }
        }
    }
}
