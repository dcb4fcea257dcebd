//! What was recognised in a text, and what the button does that adopts it.

use super::{meter, source};
use crate::observe::{Figure, Recognised, Row, What};
use crate::text::number::{counted, plain, size, workers};
use crate::text::{Lang, Reader, say};
use crate::units::count;

/// What was recognised.
pub fn recognised(found: &Recognised, lang: Lang) -> String {
    let mut parts = Vec::new();
    if found.processes > 0 {
        let meters: Vec<&str> = found.meters.iter().map(|one| meter(*one)).collect();
        parts.push(format!("{} ({})", processes(found, lang), meters.join(", ")));
    }
    if !found.sources.is_empty() {
        let sources: Vec<&str> = found.sources.iter().map(|one| source(*one, lang)).collect();
        let sources = sources.join(", ");
        parts.push(say!(lang, "the whole service ({sources})", "el servicio entero ({sources})"));
    }
    let parts = parts.join("; ");
    say!(lang, "Recognised: {parts}.", "Reconocido: {parts}.")
}

fn processes(found: &Recognised, lang: Lang) -> String {
    let number = |one: usize| plain(count(one), lang);
    let (all, mut workers) = (count(found.processes), workers(count(found.workers), lang));
    if found.logged {
        workers = say!(lang, "log lines of {workers}", "líneas de log de {workers}");
    }
    let all = counted(all, ["process", "processes"], ["proceso", "procesos"], lang);
    let of_gunicorn = found.workers + usize::from(found.arbiter);
    let others = number(found.processes.saturating_sub(of_gunicorn));
    match (found.arbiter, found.workers, others.as_str()) {
        (_, 0, _) => {
            say!(lang, "{all}, none of Gunicorn", "{all}, ninguno de Gunicorn")
        }
        (true, _, "0") => {
            say!(lang, "Gunicorn's arbiter and {workers}", "el árbitro de Gunicorn y {workers}")
        }
        (true, _, _) => say!(
            lang,
            "Gunicorn's arbiter and {workers}, among {all}",
            "el árbitro de Gunicorn y {workers}, entre {all}"
        ),
        (false, ..) if found.logged => workers,
        (false, ..) => say!(lang, "{workers} without the arbiter", "{workers} sin el árbitro"),
    }
}

/// What the button does that adopts the measurements; nothing if there is nothing to adopt.
pub fn adopt(rows: &[Row], reader: Reader) -> Option<String> {
    let lang = reader.lang;
    let settings = rows.iter().filter(|row| row.what.is_setting());
    let said: Vec<String> = settings.map(|row| setting(row, reader)).collect();
    let said = said.join(", ");
    (!said.is_empty()).then(|| say!(lang, "Adopt: {said}", "Adoptar: {said}"))
}

fn setting(row: &Row, reader: Reader) -> String {
    let lang = reader.lang;
    let measured = row.measured.likely;
    let bytes = size(measured, reader);
    match row.what {
        What::Workers => workers(measured, lang),
        What::OneWorker(_) => say!(lang, "{bytes} each", "{bytes} cada uno"),
        What::Arbiter(_) => say!(lang, "arbiter {bytes}", "árbitro {bytes}"),
        What::Whole(Figure::Cache, _) => {
            say!(lang, "page cache {bytes}", "caché de páginas {bytes}")
        }
        What::Whole(..) => say!(lang, "{bytes} at rest", "{bytes} en reposo"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::{compare, read};
    use crate::plan::fresh;

    #[track_caller]
    fn says(text: &str, wanted: &str) {
        let seen = read(text).unwrap();
        assert_eq!(recognised(&seen.recognised(), Lang::En), wanted);
    }

    #[test]
    fn what_is_recognised_is_said_with_its_meters() {
        says(
            "PID PPID RSS COMMAND\n1 0 26000 gunicorn\n2 1 90000 gunicorn\n3 1 90000 gunicorn\n9 1 5000 nginx\n\nmemory.current 900000000",
            "Recognised: Gunicorn's arbiter and 2 workers, among 4 processes (RSS); the whole service (cgroup).",
        );
        says(
            "Name: gunicorn\nPid: 8\nPPid: 1\nRssAnon: 31280 kB",
            "Recognised: 1 worker without the arbiter (RssAnon).",
        );
        says(
            include_str!("../../observe/samples/monitor.jsonl"),
            "Recognised: log lines of 3 workers (PSS); the whole service (log lines).",
        );
        says("memory.current 900000000", "Recognised: the whole service (cgroup).");
    }

    #[test]
    fn the_button_says_what_the_plan_gets() {
        let of = |text: &str| {
            let rows = compare(&fresh(), &read(text).unwrap());
            adopt(&rows, Reader::default()).map(|text| text.replace('\u{a0}', " "))
        };
        let seen = "PID PPID RSS PSS USS COMMAND\n1 0 26000 12000 10000 gunicorn\n2 1 90000 70000 50000 gunicorn\n\nmemory.current 900000000";
        assert_eq!(
            of(seen).as_deref(),
            Some("Adopt: 1 worker, 47.1 MB each, arbiter 14.1 MB, 900 MB at rest")
        );
        assert_eq!(of("memory.peak 900000000"), None);
    }
}
