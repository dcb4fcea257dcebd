//! The fixed words around the measurements.

use crate::text::{Lang, word as either};

/// A fixed word or sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Word {
    After,
    Before,
    Calibrated,
    Collect,
    Difference,
    Fits,
    Have,
    Measured,
    Nothing,
    Paste,
    Predicted,
    Range,
    Title,
    Use,
    Used,
    WhatItIs,
}

/// It, in the reader's language.
pub fn word(word: Word, lang: Lang) -> &'static str {
    match word {
        Word::After => {
            either!(lang, "With the measurements in the plan", "Con las mediciones en el plan")
        }
        Word::Before => either!(lang, "Measured against the plan", "Lo medido frente al plan"),
        Word::Calibrated => either!(lang, "The calibrated plan", "El plan calibrado"),
        Word::Collect => either!(
            lang,
            "One line collects it all: railway ssh, and then",
            "Una línea lo recoge todo: railway ssh, y luego"
        ),
        Word::Difference => either!(lang, "difference", "diferencia"),
        Word::Fits => either!(lang, "What would close the gap", "Lo que cerraría la diferencia"),
        Word::Have => either!(lang, "I have measurements", "Tengo mediciones"),
        Word::Measured => either!(lang, "measured", "medido"),
        Word::Nothing => {
            either!(lang, "Nothing is sent anywhere.", "No se envía nada a ninguna parte.")
        }
        Word::Paste => either!(
            lang,
            "Paste what you measured: ps, smem, smaps_rollup, status, memory.current, memory.stat, docker stats, railway metrics --json, log lines of the monitor; several, one after the other",
            "Pega lo que mediste: ps, smem, smaps_rollup, status, memory.current, memory.stat, docker stats, railway metrics --json, líneas de log del monitor; varios, uno tras otro"
        ),
        Word::Predicted => either!(lang, "predicted", "previsto"),
        Word::Range => either!(lang, "range", "rango"),
        Word::Title => either!(lang, "Measured against predicted", "Medido frente a previsto"),
        Word::Use => either!(lang, "Use these", "Usar estas"),
        Word::Used => either!(
            lang,
            "The plan has what was measured (now).",
            "El plan tiene lo medido (ahora)."
        ),
        Word::WhatItIs => either!(lang, "What", "Qué"),
    }
}
