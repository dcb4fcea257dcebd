//! The fixed words around the measurements.

use crate::text::{Lang, word as either};

/// A fixed word or sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Word {
    Adopted,
    AdoptedNow,
    After,
    Before,
    Calibrated,
    Choose,
    CopyLine,
    Difference,
    Exact,
    Fits,
    Formats,
    Have,
    Inside,
    Label,
    Lead,
    Measured,
    Nothing,
    Outside,
    Predicted,
    Range,
    StepPaste,
    StepRun,
    StepShell,
    Table,
    Title,
    WhatItIs,
}

/// It, in the reader's language.
#[expect(clippy::too_many_lines, reason = "a table of words")]
pub fn word(word: Word, lang: Lang) -> &'static str {
    match word {
        Word::Adopted => either!(
            lang,
            "The plan holds what was measured (now).",
            "El plan contiene lo medido (ahora)."
        ),
        Word::AdoptedNow => either!(
            lang,
            "Adopted: the side \"Now\" holds what was measured.",
            "Adoptado: el lado «Ahora» contiene lo medido."
        ),
        Word::After => {
            either!(lang, "With the measurements in the plan", "Con las mediciones en el plan")
        }
        Word::Before => either!(lang, "Measured against the plan", "Lo medido frente al plan"),
        Word::Calibrated => either!(lang, "The calibrated plan", "El plan calibrado"),
        Word::Choose => either!(
            lang,
            "Or choose files, or drop them anywhere on the page",
            "O elige archivos, o suéltalos en cualquier parte de la página"
        ),
        Word::CopyLine => either!(lang, "Copy the line", "Copiar la línea"),
        Word::Difference => either!(lang, "difference", "diferencia"),
        Word::Exact => either!(
            lang,
            "It prints RssAnon and Private_Dirty, which tell one worker's own memory to about 1%. Run it after some hours of traffic: workers grow with what they serve.",
            "Imprime RssAnon y Private_Dirty, que dan la memoria propia de un worker con cerca de un 1 % de error. Ejecútala tras unas horas de tráfico: los workers crecen con lo que atienden."
        ),
        Word::Fits => either!(lang, "What would close the gap", "Lo que cerraría la diferencia"),
        Word::Formats => either!(
            lang,
            "Read as well, alone or one after the other: ps, smem, smaps_rollup, status, memory.current, memory.peak, memory.stat, docker stats, railway metrics --json (also --raw) and the memory monitor's log lines.",
            "También se leen, solos o uno tras otro: ps, smem, smaps_rollup, status, memory.current, memory.peak, memory.stat, docker stats, railway metrics --json (y --raw) y las líneas de log del monitor de memoria."
        ),
        Word::Have => either!(lang, "Measure it", "Medirlo"),
        Word::Inside => either!(lang, "within the range", "dentro del rango"),
        Word::Label => either!(lang, "What you measured", "Lo que mediste"),
        Word::Lead => either!(
            lang,
            "Run one line in your service and paste the result here: measured beside predicted",
            "Ejecuta una línea en tu servicio y pega aquí el resultado: lo medido junto a lo previsto"
        ),
        Word::Measured => either!(lang, "measured", "medido"),
        Word::Nothing => either!(
            lang,
            "Nothing is sent anywhere: it is read in this browser, and not kept.",
            "No se envía nada a ninguna parte: se lee en este navegador y no se guarda."
        ),
        Word::Outside => either!(lang, "outside the range", "fuera del rango"),
        Word::Predicted => either!(lang, "predicted", "previsto"),
        Word::Range => either!(lang, "range", "rango"),
        Word::StepPaste => {
            either!(lang, "Paste below what it prints.", "Pega abajo lo que imprime.")
        }
        Word::StepRun => either!(lang, "Run this line there:", "Ejecuta allí esta línea:"),
        Word::StepShell => either!(
            lang,
            "Open a shell in the running service:",
            "Abre una terminal en el servicio en marcha:"
        ),
        Word::Table => either!(lang, "Measured beside predicted", "Lo medido junto a lo previsto"),
        Word::Title => either!(lang, "Your own measurements", "Tus propias mediciones"),
        Word::WhatItIs => either!(lang, "What", "Qué"),
    }
}
