//! How a figure came about: the terms, their factors and the origin of each.

use super::number::{percent, plain_range, size_range};
use super::{Lang, Reader, say, word};
use crate::coefficient::Coefficient;
use crate::part::{Amount, Factor, Noun, Origin, Term, TermName};

/// What a term stands for.
pub fn term(name: TermName, lang: Lang) -> &'static str {
    match name {
        TermName::MeasuredRest => word!(lang, "Measured at rest", "Medido en reposo"),
        TermName::MeasuredPeak => word!(lang, "Measured at the peak", "Medido en el pico"),
        TermName::Arbiter => word!(lang, "Arbiter", "Árbitro"),
        TermName::Private => word!(lang, "Workers' own memory", "Memoria propia de los workers"),
        TermName::Threads => word!(lang, "Further threads", "Hilos adicionales"),
        TermName::Greenlets => {
            word!(
                lang,
                "Requests that were under way at once",
                "Peticiones que coincidieron en curso"
            )
        }
        TermName::Allocator => word!(lang, "jemalloc itself", "El propio jemalloc"),
        TermName::SharedPages => {
            word!(lang, "Library pages (cache)", "Páginas de bibliotecas (caché)")
        }
        TermName::GrowthMean => {
            word!(
                lang,
                "Growth, half-way to recycling",
                "Crecimiento, a medio camino del reciclaje"
            )
        }
        TermName::GrowthPeak => {
            word!(lang, "Growth, just before recycling", "Crecimiento, justo antes de reciclar")
        }
        TermName::OneJob => word!(lang, "One of them takes", "Cada una ocupa"),
        TermName::Kept => {
            word!(lang, "Kept by workers afterwards", "Lo que los workers retienen después")
        }
        TermName::RunningMean => word!(lang, "Under way, on average", "En curso, en promedio"),
        TermName::RunningPeak => word!(lang, "All at once", "Todas a la vez"),
        TermName::LogCache => {
            word!(lang, "Log files in page cache", "Archivos de log en la caché de páginas")
        }
        TermName::Connections => {
            word!(lang, "Connections, in the workers", "Conexiones, en los workers")
        }
        TermName::Backends => {
            word!(lang, "The same, in the Postgres service", "Las mismas, en el servicio Postgres")
        }
        TermName::PoolThreads => word!(lang, "The pool's own threads", "Hilos del propio pool"),
        TermName::ListedRows => word!(lang, "Rows of lists", "Filas de las listas"),
        TermName::QueryLog => word!(lang, "DEBUG's query log", "Registro de consultas de DEBUG"),
        TermName::Other => word!(lang, "Row", "Fila"),
    }
}

/// The formula of a term with its numbers: `5 workers × 600 MB`.
pub fn formula(term: &Term, reader: Reader) -> String {
    let factors: Vec<String> =
        term.factors.iter().map(|factor| factor_text(factor, reader)).collect();
    factors.join(" × ")
}

fn factor_text(factor: &Factor, reader: Reader) -> String {
    let amount = match factor.amount {
        Amount::Bytes(value) => size_range(value, reader),
        Amount::Number(value) => plain_range(value, reader.lang),
        Amount::Ratio(value) => {
            let (low, high) = (percent(value.low, reader.lang), percent(value.high, reader.lang));
            if low == high { percent(value.likely, reader.lang) } else { format!("{low}–{high}") }
        }
    };
    let noun = noun(factor.noun, amount == "1", reader.lang);
    if noun.is_empty() { amount } else { format!("{amount}\u{a0}{noun}") }
}

/// What is multiplied: one of it, or another number.
fn noun(noun: Noun, one: bool, lang: Lang) -> &'static str {
    match noun {
        Noun::Workers if one => "worker",
        Noun::FurtherThreads if one => word!(lang, "further thread", "hilo más"),
        Noun::Requests if one => word!(lang, "request", "petición"),
        Noun::Copies if one => word!(lang, "copy", "copia"),
        Noun::Handlers if one => "handler",
        Noun::Lines if one => word!(lang, "line", "línea"),
        Noun::Connections if one => word!(lang, "connection", "conexión"),
        Noun::FurtherRequests if one => {
            word!(lang, "further request at once", "petición más a la vez")
        }
        Noun::Processes if one => word!(lang, "process", "proceso"),
        Noun::RequestsAtOnce if one => word!(lang, "request at once", "petición a la vez"),
        Noun::Workers => word!(lang, "workers", "workers"),
        Noun::PrivateMemory => word!(lang, "each", "cada uno"),
        Noun::Unshared => word!(lang, "not shared", "sin compartir"),
        Noun::Memory | Noun::FileSize => "",
        Noun::FurtherThreads => word!(lang, "further threads", "hilos más"),
        Noun::PerThread => word!(lang, "a thread", "por hilo"),
        Noun::FurtherRequests => word!(lang, "further requests at once", "peticiones más a la vez"),
        Noun::Processes => word!(lang, "processes", "procesos"),
        Noun::WithAllocator => word!(lang, "with this allocator", "con este asignador"),
        Noun::Requests => word!(lang, "requests", "peticiones"),
        Noun::PerRequest => word!(lang, "a request", "por petición"),
        Noun::ThousandRows => word!(lang, "thousand rows", "mil filas"),
        Noun::PerThousandRows => word!(lang, "a thousand rows", "por mil filas"),
        Noun::ThousandCells => word!(lang, "thousand cells", "mil celdas"),
        Noun::PerThousandCells => word!(lang, "a thousand cells", "por mil celdas"),
        Noun::PerUpload => word!(lang, "an upload", "por subida"),
        Noun::Copies => word!(lang, "copies", "copias"),
        Noun::Job => word!(lang, "each", "cada una"),
        Noun::JobsAtOnce => word!(lang, "at once", "a la vez"),
        Noun::JobsOnAverage => word!(lang, "under way", "en curso"),
        Noun::KeptPart => word!(lang, "kept", "retenido"),
        Noun::ServedPart => word!(lang, "of them have served one", "de ellos han atendido una"),
        Noun::Handlers => word!(lang, "handlers", "handlers"),
        Noun::Lines => word!(lang, "lines", "líneas"),
        Noun::PerLine => word!(lang, "a line", "por línea"),
        Noun::Connections => word!(lang, "connections", "conexiones"),
        Noun::PerConnection => word!(lang, "a connection", "por conexión"),
        Noun::ThousandQueries => word!(lang, "thousand queries", "mil consultas"),
        Noun::PerThousandQueries => word!(lang, "a thousand queries", "por mil consultas"),
        Noun::RequestsAtOnce => word!(lang, "requests at once", "peticiones a la vez"),
    }
}

/// Where a number comes from, in a few words.
pub fn origin(origin: Origin, lang: Lang) -> String {
    match origin {
        Origin::Default(coefficient) => source(coefficient, lang),
        Origin::Start => word!(
            lang,
            "what every plan starts with: put yours if it differs",
            "el valor inicial de todo plan: pon el tuyo si es otro"
        )
        .to_owned(),
        Origin::Yours => word!(lang, "yours", "tuyo").to_owned(),
        Origin::Measured => word!(lang, "measured by you", "medido por ti").to_owned(),
        Origin::Calculated => word!(lang, "calculated", "calculado").to_owned(),
    }
}

fn source(coefficient: &Coefficient, lang: Lang) -> String {
    let Coefficient { source, date, .. } = coefficient;
    if source.starts_with("https://") {
        say!(lang, "default, {source} ({date})", "por defecto, {source} ({date})")
    } else {
        say!(lang, "default, measured: {source} ({date})", "por defecto, medido: {source} ({date})")
    }
}
