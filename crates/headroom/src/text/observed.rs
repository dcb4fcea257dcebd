//! What was measured, against what the plan predicts: every sentence of it.

mod offer;
mod problem;
mod words;

pub use offer::{adopt, recognised};
pub use problem::{more_problems, problem};
pub use words::{Word, word};

use super::number::{self, percent, plain, size, size_range};
use super::{Lang, Reader, say, word as either};
use crate::advise::gap::Gap;
use crate::observe::{Figure, Fit, FitKind, Meter, ObserveError, Remark, Row, Source, What};
use crate::units::Estimate;

/// What was measured, and with what.
pub fn what(what: What, lang: Lang) -> String {
    match what {
        What::Workers => either!(lang, "Workers", "Workers").to_owned(),
        What::OneWorker(meter) => {
            let meter = self::meter(meter);
            say!(lang, "One worker's own ({meter})", "Lo propio de un worker ({meter})")
        }
        What::Arbiter(meter) => {
            let meter = self::meter(meter);
            say!(lang, "Arbiter ({meter})", "Árbitro ({meter})")
        }
        What::Whole(figure, source) => {
            let (figure, source) = (self::figure(figure, lang), self::source(source, lang));
            format!("{figure} ({source})")
        }
    }
}

fn meter(meter: Meter) -> &'static str {
    match meter {
        Meter::PrivateDirty => "Private_Dirty",
        Meter::RssAnon => "RssAnon",
        Meter::Uss => "USS",
        Meter::Pss => "PSS",
        Meter::Rss => "RSS",
    }
}

fn figure(figure: Figure, lang: Lang) -> &'static str {
    match figure {
        Figure::AtRest => either!(lang, "All, at rest", "Todo, en reposo"),
        Figure::Average => either!(lang, "All, average", "Todo, promedio"),
        Figure::Peak => either!(lang, "All, highest", "Todo, máximo"),
        Figure::Held => either!(lang, "Without page cache", "Sin caché de páginas"),
        Figure::Cache => either!(lang, "Page cache", "Caché de páginas"),
    }
}

fn source(source: Source, lang: Lang) -> &'static str {
    match source {
        Source::Cgroup => "cgroup",
        Source::Railway => "Railway",
        Source::Monitor => either!(lang, "log lines", "líneas de log"),
        Source::Docker => "docker stats",
    }
}

/// The range that a measured figure deserves, where it has one.
pub fn measured_range(row: &Row, reader: Reader) -> Option<String> {
    (!row.what.is_count() && !row.measured.is_exact()).then(|| size_range(row.measured, reader))
}

/// Whether the two ranges meet; a number of processes has none.
pub fn agreement(row: &Row, lang: Lang) -> Option<&'static str> {
    let agreement = if row.agrees() { Word::Inside } else { Word::Outside };
    (!row.what.is_count()).then(|| word(agreement, lang))
}

/// Measured, predicted, its range and the difference, as cells of the table.
pub fn cells(row: &Row, reader: Reader) -> [String; 4] {
    let lang = reader.lang;
    let amount = |value: f64| {
        if row.what.is_count() { plain(value, lang) } else { size(value, reader) }
    };
    let range = |value: Estimate| {
        if row.what.is_count() || value.is_exact() {
            String::new()
        } else {
            size_range(value, reader)
        }
    };
    [
        amount(row.measured.likely),
        amount(row.predicted.likely),
        range(row.predicted),
        difference(row, &amount, lang),
    ]
}

fn difference(row: &Row, amount: &dyn Fn(f64) -> String, lang: Lang) -> String {
    let off = row.difference();
    let whole = row.measured.likely.max(row.predicted.likely);
    if off.abs() <= whole * 0.005 {
        return either!(lang, "the same", "lo mismo").to_owned();
    }
    let sign = if off > 0.0 { "+" } else { "\u{2212}" };
    let amount = amount(off.abs());
    if row.what.is_count() || row.predicted.likely <= 0.0 {
        return format!("{sign}{amount}");
    }
    let part = percent(off.abs() / row.predicted.likely, lang);
    format!("{sign}{amount} ({sign}{part})")
}

/// Why nothing could be read.
pub fn error(why: &ObserveError, reader: Reader) -> String {
    let lang = reader.lang;
    match why {
        ObserveError::Empty => either!(
            lang,
            "Nothing was pasted. Try the output of `ps aux`.",
            "No se pegó nada. Prueba con la salida de `ps aux`."
        )
        .to_owned(),
        ObserveError::TooLong { found } => {
            let found = size(crate::units::count(*found), reader);
            say!(
                lang,
                "This has {found}; 1 MB at most is read.",
                "Esto ocupa {found}; se lee 1 MB como máximo."
            )
        }
        ObserveError::Nothing(_) => either!(
            lang,
            "No measurement was found. Read are `ps`, `smem`, `smaps_rollup`, `status`, `memory.current`, `memory.stat`, `docker stats`, `railway metrics --json` and the monitor's log lines.",
            "No se encontró ninguna medición. Se leen `ps`, `smem`, `smaps_rollup`, `status`, `memory.current`, `memory.stat`, `docker stats`, `railway metrics --json` y las líneas de log del monitor."
        )
        .to_owned(),
    }
}

/// What the figures show besides.
pub fn remark(remark: Remark, reader: Reader) -> String {
    let (lang, bytes) = (reader.lang, |bytes| size(bytes, reader));
    match remark {
        Remark::SummedRss { sum, truth } => {
            let (over, sum, truth) = (percent(sum / truth - 1.0, lang), bytes(sum), bytes(truth));
            say!(
                lang,
                "RSS summed over the processes gives {sum}, {over} more than the {truth} that they hold: it counts shared pages once for each.",
                "La suma del RSS de los procesos da {sum}, un {over} más que los {truth} que ocupan: cuenta las páginas compartidas una vez por proceso."
            )
        }
        Remark::ObservedIsSummedRss { observed } => {
            let observed = bytes(observed);
            say!(
                lang,
                "The {observed} that the plan gives as observed is RSS summed over the processes, not what is billed.",
                "Los {observed} que el plan da como observados son el RSS sumado de los procesos, no lo que se cobra."
            )
        }
        Remark::Preloaded => either!(
            lang,
            "The arbiter is about as large as a worker: the application is loaded before the fork. Preload is switched on.",
            "El árbitro es casi tan grande como un worker: la aplicación se carga antes del fork. Se activa preload."
        )
        .to_owned(),
        Remark::NotPreloaded => either!(
            lang,
            "The arbiter is much smaller than a worker: preload is not in force. It is switched off.",
            "El árbitro es mucho más pequeño que un worker: preload no está en vigor. Se desactiva."
        )
        .to_owned(),
        Remark::Uneven { smallest, largest } => {
            let (smallest, largest) = (bytes(smallest), bytes(largest));
            say!(
                lang,
                "The workers hold from {smallest} to {largest}: some have kept what large jobs left. The middle one is used.",
                "Los workers ocupan de {smallest} a {largest}: algunos retienen lo que dejaron trabajos grandes. Se usa el del medio."
            )
        }
        Remark::Inexact(meter) => inexact(meter, lang).to_owned(),
        Remark::RailwayUnits => either!(
            lang,
            "Railway's figures are read as GB of 10^9 bytes. Its samples lie up to four hours apart, so a long window hides peaks.",
            "Las cifras de Railway se leen como GB de 10^9 bytes. Entre muestras pasan hasta cuatro horas: una ventana larga oculta picos."
        )
        .to_owned(),
    }
}

/// How far a meter that counts shared pages can be trusted, and what would do better.
fn inexact(meter: Meter, lang: Lang) -> &'static str {
    match meter {
        Meter::Rss => either!(
            lang,
            "Only RSS is known. It counts shared pages in full: a worker's own memory is 73 to 91% of it. RssAnon or Private_Dirty narrows that to about 1%.",
            "Solo se conoce el RSS. Cuenta enteras las páginas compartidas: la memoria propia de un worker es del 73 al 91 % de él. Con RssAnon o Private_Dirty queda en torno al 1 %."
        ),
        Meter::Pss => either!(
            lang,
            "PSS counts a share of the common pages: a worker's own memory is 88 to 96% of it. RssAnon or Private_Dirty narrows that to about 1%.",
            "El PSS cuenta una parte de las páginas comunes: la memoria propia de un worker es del 88 al 96 % de él. Con RssAnon o Private_Dirty queda en torno al 1 %."
        ),
        Meter::Uss => either!(
            lang,
            "USS counts unchanged library pages too: a worker's own memory is 95 to 100% of it, of a lone worker 87 to 97%. RssAnon or Private_Dirty narrows that to about 1%.",
            "El USS cuenta también páginas de bibliotecas sin cambios: la memoria propia de un worker es del 95 al 100 % de él; con un solo worker, del 87 al 97 %. Con RssAnon o Private_Dirty queda en torno al 1 %."
        ),
        Meter::PrivateDirty | Meter::RssAnon => either!(
            lang,
            "RssAnon and Private_Dirty are the most exact: to about 1%.",
            "RssAnon y Private_Dirty son lo más exacto: en torno al 1 %."
        ),
    }
}

/// What is explained of the observed total, and what is not.
pub fn explained(gap: Option<&Gap>, reader: Reader) -> String {
    let lang = reader.lang;
    let Some(gap) = gap else {
        return either!(
            lang,
            "The parts explain what was observed, to within 5%.",
            "Las partes explican lo observado, con menos de un 5 % de diferencia."
        )
        .to_owned();
    };
    let (observed, explained) = (size(gap.observed, reader), size(gap.explained, reader));
    let off = size(gap.unexplained.abs(), reader);
    if gap.unexplained > 0.0 {
        say!(
            lang,
            "Observed {observed}, explained {explained}: {off} is not explained.",
            "Observado {observed}, explicado {explained}: faltan {off} por explicar."
        )
    } else {
        say!(
            lang,
            "Observed {observed}, but the parts add up to {explained}: {off} too much.",
            "Observado {observed}, pero las partes suman {explained}: sobran {off}."
        )
    }
}

/// What one setting would have to be.
pub fn fit(fit: &Fit, reader: Reader) -> String {
    let lang = reader.lang;
    let shows = size(fit.shows.likely, reader);
    let amount = |value: f64| match fit.kind {
        FitKind::Workers => plain(value, lang),
        FitKind::Kept | FitKind::Private => size(value, reader),
    };
    let now = amount(fit.instead_of);
    let value = match fit.kind {
        FitKind::Workers => number::workers(fit.value, lang),
        FitKind::Kept | FitKind::Private => amount(fit.value),
    };
    match (fit.kind, fit.contradicts) {
        (FitKind::Kept, _) => say!(
            lang,
            "Each worker would have to keep {value} of large jobs: then the sum is {shows}.",
            "Cada worker tendría que retener {value} de trabajos grandes: entonces la suma es {shows}."
        ),
        (FitKind::Private, false) => say!(
            lang,
            "One worker's own memory would have to be {value}, not {now}: then the sum is {shows}.",
            "La memoria propia de un worker tendría que ser {value}, no {now}: entonces la suma es {shows}."
        ),
        (FitKind::Private, true) => say!(
            lang,
            "One worker's own memory would have to be {value}, but {now} was measured.",
            "La memoria propia de un worker tendría que ser {value}, pero se midieron {now}."
        ),
        (FitKind::Workers, false) => say!(
            lang,
            "There would have to be {value}, not {now}: then the sum is {shows}.",
            "Tendría que haber {value}, no {now}: entonces la suma es {shows}."
        ),
        (FitKind::Workers, true) => say!(
            lang,
            "There would have to be {value}, but the count was {now}.",
            "Tendría que haber {value}, pero el conteo dio {now}."
        ),
    }
}

/// What the button beside a fit does.
pub fn open_fit(fit: &Fit, reader: Reader) -> String {
    let lang = reader.lang;
    let amount = match fit.kind {
        FitKind::Workers => number::workers(fit.value, lang),
        FitKind::Kept | FitKind::Private => size(fit.value, reader),
    };
    match fit.kind {
        FitKind::Kept => {
            say!(lang, "Adopt: {amount} kept by each", "Adoptar: cada uno retiene {amount}")
        }
        FitKind::Private => {
            say!(lang, "Adopt: {amount} for each worker", "Adoptar: {amount} por worker")
        }
        FitKind::Workers => say!(lang, "Adopt: {amount}", "Adoptar: {amount}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::{adopt, read};
    use crate::plan::fresh;

    #[test]
    fn everything_that_is_said_of_a_measurement_has_its_figures() {
        let text = "PID PPID RSS PSS COMMAND\n1 0 26000 12000 gunicorn\n2 1 90000 70000 gunicorn\n3 1 130000 99000 gunicorn\nwhat\n\nmemory.current 900000000";
        let seen = read(text).unwrap();
        let adopted = adopt(&fresh(), &seen);
        for lang in Lang::ALL {
            let reader = Reader { lang, ..Reader::default() };
            let mut said: Vec<String> =
                adopted.remarks.iter().map(|one| remark(*one, reader)).collect();
            said.extend(
                adopted.after.iter().map(|row| what(row.what, lang) + &cells(row, reader).concat()),
            );
            said.extend(adopted.fits.iter().map(|one| fit(one, reader) + &open_fit(one, reader)));
            said.extend(seen.problems.iter().map(|one| problem(one, lang)));
            said.push(explained(adopted.gap.as_ref(), reader));
            assert!(said.iter().all(|one| one.bytes().any(|b| b.is_ascii_digit())), "{said:#?}");
        }
    }
}
