//! What was seen and is not in the sum, and how to tell its causes apart.

use crate::advise::gap::{Explanation, ExplanationKind, Gap};
use crate::plan::SideId;
use crate::riddle::{Measured, RiddleId, measured};
use crate::text::number::{plain, size};
use crate::text::page::side_name;
use crate::text::{Lang, Reader, say, word};

/// Counts Gunicorn's processes without `ps`. The brackets keep `grep`, whose own
/// command line has the pattern in it, out of the count.
pub const COUNT_PROCESSES: &str = "grep -l '[g]unicorn' /proc/[0-9]*/cmdline | wc -l";

/// What was seen and is not in the sum.
pub fn gap_title(gap: &Gap, reader: Reader) -> String {
    let lang = reader.lang;
    let off = size(gap.unexplained.abs(), reader);
    if gap.unexplained > 0.0 {
        say!(lang, "{off} is not in the sum", "Faltan {off} en la suma")
    } else {
        say!(lang, "The sum is {off} too high", "La suma da {off} de más")
    }
}

/// Observed against the sum.
pub fn gap_sum(gap: &Gap, reader: Reader) -> String {
    let (observed, explained) = (size(gap.observed, reader), size(gap.explained, reader));
    let side = side_name(SideId::Current, reader.lang).to_ascii_lowercase();
    say!(
        reader.lang,
        "The dashboard shows {observed} at rest; the parts ({side}) add up to {explained}.",
        "El panel muestra {observed} en reposo; las partes ({side}) suman {explained}."
    )
}

/// Something that would explain it.
pub fn explanation(explanation: &Explanation, reader: Reader) -> String {
    let lang = reader.lang;
    let workers = plain(f64::from(explanation.workers), lang);
    let each = size(explanation.each, reader);
    let total = size(explanation.explains.likely, reader);
    let likelier =
        if explanation.likelier { word!(lang, "Likelier: ", "Más probable: ") } else { "" };
    match explanation.kind {
        ExplanationKind::ManyWorkers => {
            let Measured { boot, warm, rss, .. } = measured(RiddleId::NinetySeven);
            let [boot, warm, rss] = [boot, warm, rss].map(|bytes| size(bytes, reader));
            say!(
                lang,
                "{likelier}{workers} workers of {each}, from cpu_count() * 2 + 1 on the host's CPUs: {total}. Measured with 97: {boot} at boot, {warm} after ten requests each, {rss} if RSS is added up.",
                "{likelier}{workers} workers de {each}, por cpu_count() * 2 + 1 con las CPU del host: {total}. Medido con 97: {boot} al arrancar, {warm} tras diez peticiones cada uno, {rss} si se suma el RSS."
            )
        }
        ExplanationKind::KeptByWorkers => say!(
            lang,
            "{likelier}{workers} workers that each keep {each} of their largest job: {total}.",
            "{likelier}{workers} workers que retienen cada uno {each} de su trabajo más grande: {total}."
        ),
    }
}

/// The button that opens it.
pub fn open_explanation(explanation: &Explanation, lang: Lang) -> String {
    let workers = plain(f64::from(explanation.workers), lang);
    say!(lang, "Open: {workers} workers now", "Abrir: {workers} workers ahora")
}

/// How to tell the two apart, before [`COUNT_PROCESSES`].
pub fn gap_tell_apart(lang: Lang) -> &'static str {
    word!(
        lang,
        "To tell them apart, count the processes (the arbiter is one of them): railway ssh, and then",
        "Para distinguirlas, cuenta los procesos (el árbitro es uno): railway ssh, y luego"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advise::gap::gap;
    use crate::plan::note;

    #[test]
    fn the_likelier_explanation_says_so_and_gives_what_was_measured() {
        let found = gap(&note()).unwrap();
        let of = |at: usize, lang| {
            explanation(&found.explanations[at], Reader { lang, ..Reader::default() })
                .replace('\u{a0}', " ")
        };
        assert!(
            of(0, Lang::En).starts_with("Likelier: 97 workers of 48.2 MB"),
            "{}",
            of(0, Lang::En)
        );
        assert!(of(0, Lang::Es).contains("4,36 GB al arrancar, 4,5 GB"), "{}", of(0, Lang::Es));
        assert_eq!(of(1, Lang::En), "5 workers that each keep 250 MB of their largest job: 5 GB.");
    }

    #[test]
    fn counting_does_not_count_itself() {
        assert!(!COUNT_PROCESSES.contains("gunicorn") || COUNT_PROCESSES.contains("[g]unicorn"));
    }
}
