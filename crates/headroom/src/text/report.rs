//! The command's own words: the table of a side, and what it says when it cannot go on.

use super::number::{counted, dollars, plain};
use super::{Lang, say, word};
use crate::evaluate::{Limit, Verdict};
use crate::part::pooling::Connections;
use crate::plan::SideId;
use crate::railway::{Bill, LIST_DATE, Resource};
use crate::units::MB;

/// A word of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the word below")]
pub enum Heading {
    Side(SideId),
    Idle,
    Average,
    Peak,
    Range,
    Total,
    Limit,
    Cache,
    Beside,
    Bill,
    Usage,
    Connections,
}

/// A word of the table in the reader's language.
pub fn heading(heading: Heading, lang: Lang) -> &'static str {
    match heading {
        Heading::Side(SideId::Current) => word!(lang, "Now", "Ahora"),
        Heading::Side(SideId::Target) => word!(lang, "Then", "Después"),
        Heading::Idle => word!(lang, "idle", "reposo"),
        Heading::Average => word!(lang, "average", "promedio"),
        Heading::Peak => word!(lang, "peak", "pico"),
        Heading::Range => word!(lang, "peak, range", "pico, rango"),
        Heading::Total => word!(lang, "Total", "Total"),
        Heading::Limit => word!(lang, "Limit", "Límite"),
        Heading::Cache => word!(lang, "Page cache (billed)", "Caché de páginas (se cobra)"),
        Heading::Beside => word!(lang, "Other services (billed)", "Otros servicios (se cobran)"),
        Heading::Bill => word!(lang, "To pay a month", "A pagar al mes"),
        Heading::Usage => word!(lang, "Usage", "Uso"),
        Heading::Connections => word!(lang, "Connections", "Conexiones"),
    }
}

/// A resource on the bill.
pub fn resource(resource: Resource, lang: Lang) -> &'static str {
    match resource {
        Resource::Memory => word!(lang, "Memory", "Memoria"),
        Resource::Vcpu => "CPU",
        Resource::Egress => word!(lang, "Traffic out", "Tráfico saliente"),
        Resource::Volume => word!(lang, "Volumes", "Volúmenes"),
    }
}

/// Bytes in whole megabytes.
pub fn megabytes(bytes: f64, lang: Lang) -> String {
    plain(libm::round(bytes / MB), lang)
}

/// Whether it fits.
pub fn verdict(verdict: Verdict, lang: Lang) -> String {
    let mb = |bytes| megabytes(bytes, lang);
    match verdict {
        Verdict::Fits { left } => {
            let left = mb(left);
            say!(lang, "Fits, {left} MB left.", "Cabe, quedan {left} MB.")
        }
        Verdict::Tight { left, over_at_worst: 0.0 } => {
            let left = mb(left);
            say!(lang, "Tight: {left} MB left.", "Justo: quedan {left} MB.")
        }
        Verdict::Tight { left, over_at_worst } => {
            let (left, worst) = (mb(left), mb(over_at_worst));
            say!(
                lang,
                "Tight: {left} MB left, over by {worst} MB at worst.",
                "Justo: quedan {left} MB; en el peor caso se pasa en {worst} MB."
            )
        }
        Verdict::Over { by } => {
            let by = mb(by);
            say!(lang, "Does not fit: over by {by} MB.", "No cabe: se pasa en {by} MB.")
        }
    }
}

/// Who set the limit.
pub fn limit_from(limit: Limit, tier: &str, lang: Lang) -> String {
    if limit.set_by_user {
        word!(lang, "set by you", "fijado por ti").to_owned()
    } else {
        say!(lang, "of {tier}", "de {tier}")
    }
}

/// What is included, and what goes beyond.
pub fn overage(bill: &Bill, lang: Lang) -> String {
    let (included, overage) = (dollars(bill.included, lang), dollars(bill.overage.likely, lang));
    match bill.credit {
        None => say!(
            lang,
            "{included} included, overage {overage}",
            "{included} incluidos, excedente {overage}"
        ),
        Some(credit) => match credit.gone_after_days {
            Some(days) => {
                let days = counted(days, ["day", "days"], ["día", "días"], lang);
                say!(
                    lang,
                    "the credit of {included} is gone after {days}, then everything stops",
                    "el crédito de {included} se agota en {days} y entonces todo se detiene"
                )
            }
            None => {
                say!(lang, "the credit of {included} lasts", "el crédito de {included} alcanza")
            }
        },
    }
}

/// How many connections are opened, and how many there may be.
pub fn connections(found: Connections, lang: Lang) -> String {
    let number = |connections: u32| plain(f64::from(connections), lang);
    let (opened, deploying) = (number(found.opened), number(found.while_deploying));
    let (at_postgres, allowed) = (number(found.at_postgres), number(found.allowed));
    let mut text = say!(
        lang,
        "{opened} opened, {deploying} during a deploy, {at_postgres} at Postgres, {allowed} allowed",
        "{opened} abiertas, {deploying} durante un despliegue, {at_postgres} en Postgres, {allowed} permitidas"
    );
    if found.leaks {
        text += word!(
            lang,
            "; they leak: gevent with CONN_MAX_AGE",
            "; se fugan: gevent con CONN_MAX_AGE"
        );
    } else if found.too_many() {
        text += word!(lang, "; too many", "; son demasiadas");
    }
    text
}

/// What the dashboard shows against what is explained.
pub fn observed(observed: f64, explained: f64, lang: Lang) -> String {
    let (shown, rest) = (megabytes(observed, lang), megabytes((observed - explained).abs(), lang));
    if observed > explained {
        say!(
            lang,
            "The dashboard shows {shown} MB at rest: {rest} MB is not explained.",
            "El panel muestra {shown} MB en reposo: {rest} MB quedan sin explicar."
        )
    } else {
        say!(
            lang,
            "The dashboard shows {shown} MB at rest: {rest} MB less than this.",
            "El panel muestra {shown} MB en reposo: {rest} MB menos que esto."
        )
    }
}

/// The tier and the age of its prices.
pub fn terms(tier: &str, overridden: bool, lang: Lang) -> String {
    let own = if overridden {
        word!(lang, ", some numbers your own", ", algunos números tuyos")
    } else {
        ""
    };
    say!(
        lang,
        "Railway {tier}, prices of {LIST_DATE}{own}. Megabytes of one replica.",
        "Railway {tier}, precios del {LIST_DATE}{own}. Megabytes de una réplica."
    )
}

/// What the command cannot do.
#[derive(Clone, Copy, Debug)]
pub enum Failure<'a> {
    /// There is no such file, and the text is no link.
    NoPlan(&'a str),
    /// A file is there but cannot be read; with the system's reason.
    Unreadable(&'a str, &'a str),
    /// The text is not UTF-8.
    NotText(&'a str),
    /// It could not be written, and what the system says.
    Unwritable(&'a str, &'a str),
    /// A file of that name is there, and has other content.
    InTheWay(&'a str),
    /// What could not be read of a plan might decide.
    NotSure,
}

/// Why the command stops.
pub fn failure(failure: Failure<'_>, lang: Lang) -> String {
    match failure {
        Failure::NoPlan(name) => say!(
            lang,
            "`{name}` is neither a file nor a link to a plan. PLAN is a plan file, `-` for standard input, a link, or `?workers=3`.",
            "`{name}` no es un archivo ni un enlace a un plan. PLAN es un archivo de plan, `-` para la entrada estándar, un enlace, o `?workers=3`."
        ),
        Failure::Unreadable(name, why) => {
            say!(lang, "`{name}` cannot be read: {why}.", "`{name}` no se puede leer: {why}.")
        }
        Failure::Unwritable(name, why) => {
            say!(
                lang,
                "`{name}` cannot be written: {why}.",
                "`{name}` no se puede escribir: {why}."
            )
        }
        Failure::NotSure => word!(
            lang,
            "No answer: what could not be read might decide it.",
            "Sin respuesta: lo que no se pudo leer podría decidirla."
        )
        .to_owned(),
        Failure::InTheWay(name) => say!(
            lang,
            "`{name}` is there already, with other content. Nothing was written: choose another place, or add --force.",
            "`{name}` ya existe, con otro contenido. No se escribió nada: elige otro lugar o añade --force."
        ),
        Failure::NotText(name) => {
            say!(
                lang,
                "`{name}` is not text in UTF-8. A plan file or a measurement is.",
                "`{name}` no es texto en UTF-8. Un archivo de plan o una medición lo es."
            )
        }
    }
}
