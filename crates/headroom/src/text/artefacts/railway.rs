//! The comments of `railway_limit.sh`.

use super::Sentence;
use crate::text::number::{dollars, size};
use crate::text::{Lang, Reader, Sizes, say};

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Remark<'a> {
    NoRailwayJson,
    ServiceId,
    LimitOfPlan { limit: f64, replicas: u32 },
    LimitFromPeak { peak: f64 },
    LimitOfTier { limit: f64, peak: f64 },
    LimitBelowPeak { by: f64 },
    LimitApplies,
    UsageAlert { bill: f64 },
    UsageLeast { bill: f64, soft: f64 },
    UsageReplaced,
    UsageHard,
    UsageNone(&'a str),
    Collects,
}

impl Sentence for Remark<'_> {
    #[expect(clippy::too_many_lines, reason = "a table of sentences")]
    fn text(&self, lang: Lang) -> String {
        let bytes = |number: f64| size(number, Reader { lang, sizes: Sizes::Decimal });
        match *self {
            Self::Collects => say!(
                lang,
                "Prints what each process of Gunicorn and the container hold, from /proc and /sys/fs/cgroup: no command lines, no environment. It needs sh, grep and cut; ps is not needed.",
                "Imprime lo que ocupan cada proceso de Gunicorn y el contenedor, de /proc y /sys/fs/cgroup: sin líneas de comando ni entorno. Necesita sh, grep y cut; ps no hace falta."
            ),
            Self::NoRailwayJson => say!(
                lang,
                "Not as railway.json or railway.toml: Railway stops reading them on 2026-12-01. \
                 docs.railway.com/config-as-code (2026-08-21)",
                "No como railway.json ni railway.toml: Railway deja de leerlos el 2026-12-01. \
                 docs.railway.com/config-as-code (2026-08-21)"
            ),
            Self::ServiceId => say!(
                lang,
                "set it to the id of the service, from the address of its page: /service/<id>",
                "ponle el id del servicio, de la dirección de su página: /service/<id>"
            ),
            Self::LimitOfPlan { limit, replicas } => {
                let limit = bytes(limit);
                if replicas == 1 {
                    say!(lang, "The plan's limit, {limit}.", "El límite del plan, {limit}.")
                } else {
                    say!(
                        lang,
                        "The plan's limit, {limit} for each of {replicas} replicas.",
                        "El límite del plan, {limit} para cada una de {replicas} réplicas."
                    )
                }
            }
            Self::LimitFromPeak { peak } => {
                let peak = bytes(peak);
                say!(
                    lang,
                    "The plan sets no limit: 1.5 times the highest peak, {peak}. \
                     docs.railway.com/guides/right-size-cpu-memory (2026-07-29)",
                    "El plan no fija un límite: 1,5 veces el pico más alto, {peak}. \
                     docs.railway.com/guides/right-size-cpu-memory (2026-07-29)"
                )
            }
            Self::LimitOfTier { limit, peak } => {
                let (limit, peak) = (bytes(limit), bytes(peak));
                say!(
                    lang,
                    "The Railway plan's own limit, {limit}: 1.5 times the highest peak, {peak}, is beyond it.",
                    "El límite del propio plan de Railway, {limit}: 1,5 veces el pico más alto, {peak}, lo \
                     supera."
                )
            }
            Self::LimitBelowPeak { by } => {
                let by = bytes(by);
                say!(
                    lang,
                    "The peak is over it by {by}: the kernel will kill workers.",
                    "El pico lo supera en {by}: el kernel matará workers."
                )
            }
            Self::LimitApplies => say!(
                lang,
                "It is applied at once, with a deploy. A limit costs nothing; memory held does.",
                "Se aplica al momento, con un despliegue. Un límite no cuesta nada; la memoria ocupada sí."
            ),
            Self::UsageAlert { bill } => {
                let bill = dollars(bill, lang);
                say!(
                    lang,
                    "An e-mail when the workspace's usage passes these {bill} a month by a quarter. Add what your \
                     other projects use.",
                    "Un correo cuando el uso del workspace supere en un cuarto estos {bill} al mes. Suma lo que usan \
                     tus otros proyectos."
                )
            }
            Self::UsageLeast { bill, soft } => {
                let (bill, soft) = (dollars(bill, lang), dollars(soft, lang));
                say!(
                    lang,
                    "An e-mail when the workspace's usage passes {soft}, Railway's lowest; this service's is {bill} a \
                     month. Add what your other projects use.",
                    "Un correo cuando el uso del workspace pase de {soft}, lo mínimo en Railway; el de este servicio es \
                     de {bill} al mes. Suma lo que usan tus otros proyectos."
                )
            }
            Self::UsageReplaced => say!(
                lang,
                "The plan says that a limit is set already: this replaces its alert.",
                "El plan dice que ya hay un límite: esto sustituye su aviso."
            ),
            Self::UsageHard => say!(
                lang,
                "A hard limit stops every service of the workspace. If that is better than a bill, run:",
                "Un límite estricto (hard) detiene todos los servicios del workspace. Si eso es mejor que una factura, ejecuta:"
            ),
            Self::UsageNone(tier) => say!(
                lang,
                "No usage limit: {tier} bills nothing beyond its credit.",
                "Sin límite de uso: {tier} no cobra nada más allá de su crédito."
            ),
        }
    }
}
