//! How good the model is, and where it is wrong, in words.

use super::number::percent;
use super::{Lang, say, word};
use crate::accuracy::Summary;

/// The heading of the table.
pub fn title(lang: Lang) -> &'static str {
    word!(lang, "How good is this?", "¿Qué tan exacto es?")
}

/// The table in a sentence.
pub fn summary(summary: &Summary, lang: Lang) -> String {
    let (services, median) = (summary.figures / 2, percent(summary.median, lang));
    let (worst, inside) = (percent(summary.worst, lang), percent(summary.inside, lang));
    say!(
        lang,
        "{services} whole services were run and measured. Half of the predictions are off by less than {median}, the worst by {worst}; {inside} of what was measured lies inside the stated range.",
        "Se ejecutaron y midieron {services} servicios completos. La mitad de las predicciones se desvía menos de un {median}, la peor un {worst}; el {inside} de lo medido cae dentro del rango indicado."
    )
}

/// What it was measured with.
pub fn measured_with(versions: &str, lang: Lang) -> String {
    say!(lang, "Measured with {versions}.", "Medido con {versions}.")
}

/// The heads of its columns after the name.
pub fn columns(lang: Lang) -> [&'static str; 4] {
    [
        word!(lang, "At rest, measured", "En reposo, medido"),
        word!(lang, "predicted", "previsto"),
        word!(lang, "Peak, measured", "Pico, medido"),
        word!(lang, "predicted", "previsto"),
    ]
}

/// Where it is wrong, and which way it errs.
pub fn limits(lang: Lang) -> [&'static str; 6] {
    [
        word!(
            lang,
            "Preload without gc.freeze() is budgeted as after the first full garbage collection. Before it, above all with large libraries, a service holds less, as little as half of what is said.",
            "Preload sin gc.freeze() se calcula como después de la primera recolección de basura completa. Antes, sobre todo con bibliotecas grandes, el servicio ocupa menos, hasta solo la mitad de lo indicado."
        ),
        word!(
            lang,
            "With gc.freeze() a worker of a small service holds 17 to 23 MiB of its own, one of Wagtail or Oscar 36 to 47: the upper end of the range.",
            "Con gc.freeze() un worker de un servicio pequeño ocupa de 17 a 23 MiB propios; uno de Wagtail u Oscar, de 36 a 47: el extremo superior del rango."
        ),
        word!(
            lang,
            "What is kept after CSV exports under gevent was less than is said.",
            "Lo retenido tras exportar CSV con gevent fue menos de lo indicado."
        ),
        word!(
            lang,
            "Jobs that are said to run at once in threads did not always meet: peaks can be lower.",
            "Los trabajos indicados como simultáneos en hilos no siempre coincidieron: los picos pueden ser menores."
        ),
        word!(
            lang,
            "All of it is Python 3.11. On 3.12 and 3.13 a worker held about 5% less than is said, but kept more of exports, on 3.13 up to 40% more, and there more request bodies waited for the garbage collector.",
            "Todo es con Python 3.11. En 3.12 y 3.13 un worker ocupó cerca de un 5 % menos de lo indicado, pero retuvo más de las exportaciones, en 3.13 hasta un 40 % más, y allí más cuerpos de peticiones esperaron a la recolección de basura."
        ),
        word!(
            lang,
            "Not measured: machine-learning frameworks, where a worker holds more; ASGI servers, musl (Alpine), ARM. Measure one worker of yours and enter it.",
            "Sin medir: bibliotecas de aprendizaje automático, donde un worker ocupa más; servidores ASGI, musl (Alpine), ARM. Mide un worker tuyo e introdúcelo."
        ),
    ]
}
