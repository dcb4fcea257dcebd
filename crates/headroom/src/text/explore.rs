//! The sentences of "What if": sensitivity, the grid of crews, plans side by side.

use super::number::{self, dollars, plain_range, size, size_range};
use super::{Lang, Reader, fields, say, word};
use crate::evaluate::Verdict;
use crate::explore::{Cell, Difference, Influence, Measure, Outcome, Second, Step, Subject};
use crate::part::PartId;
use crate::plan::{Field, FieldId};
use crate::setting::Value;
use crate::units::Estimate;

/// A fixed word or sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum What {
    AsTable,
    CompareHint,
    CompareOne,
    CompareTitle,
    Fit,
    GridHow,
    IsNow,
    MovedTo,
    NothingMoves,
    Peak,
    RankedBy,
    SameSettings,
    SensitivityHint,
    SensitivityTitle,
    Setting,
    Title,
}

/// The word in a language.
pub fn what(words: What, lang: Lang) -> &'static str {
    match words {
        What::AsTable => word!(lang, "The same as a table", "Lo mismo en una tabla"),
        What::CompareHint => word!(
            lang,
            "Their target sides. What differs is below the line.",
            "Sus lados objetivo. Debajo de la línea, lo que difiere."
        ),
        What::CompareOne => word!(
            lang,
            "It takes two kept plans. The menu of plans can duplicate this one or begin another.",
            "Hacen falta dos planes guardados. El menú de planes puede duplicar este o empezar otro."
        ),
        What::CompareTitle => {
            word!(lang, "Kept plans side by side", "Planes guardados, lado a lado")
        }
        What::Fit => word!(lang, "Does it fit?", "¿Cabe?"),
        What::GridHow => word!(
            lang,
            "Click a cell, or use the arrow keys and Enter: it becomes the target. Undo takes it back.",
            "Pulsa una celda, o usa las flechas y Enter: pasa a ser el objetivo. Se puede deshacer."
        ),
        What::IsNow => word!(lang, "In the target", "En el objetivo"),
        What::MovedTo => word!(lang, "Moved to", "Movido a"),
        What::NothingMoves => word!(
            lang,
            "No setting moves it by half a megabyte or a cent.",
            "Ningún ajuste lo mueve medio megabyte ni un centavo."
        ),
        What::Peak => word!(lang, "Peak", "Pico"),
        What::RankedBy => word!(lang, "Ranked by", "Ordenado por"),
        What::SameSettings => {
            word!(lang, "Their settings are the same.", "Sus ajustes son los mismos.")
        }
        What::SensitivityHint => word!(
            lang,
            "Each setting of the target moved alone: a range to its ends, a number to half and double, a choice to each of the others. Likely figures.",
            "Cada ajuste del objetivo, movido por separado: un rango a sus extremos, un número a la mitad y al doble, una opción a cada una de las demás. Cifras probables."
        ),
        What::SensitivityTitle => {
            word!(lang, "Which setting moves the total most", "Qué ajuste mueve más el total")
        }
        What::Setting => word!(lang, "Setting", "Ajuste"),
        What::Title => word!(lang, "What if", "¿Y si…?"),
    }
}

/// What the settings can be ranked by.
pub fn measure(by: Measure, lang: Lang) -> &'static str {
    match by {
        Measure::Peak => word!(lang, "peak", "pico"),
        Measure::Bill => word!(lang, "bill", "factura"),
    }
}

/// A total in that measure.
pub fn total(by: Measure, outcome: Outcome, reader: Reader) -> String {
    match by {
        Measure::Peak => size(outcome.peak, reader),
        Measure::Bill => dollars(outcome.bill, reader.lang),
    }
}

/// The setting's name.
pub fn subject(subject: &Subject, lang: Lang) -> String {
    match subject {
        Subject::Field(id) => fields::full_label(*id, lang),
        Subject::Row(name) if name.is_empty() => fields::part(PartId::Others, lang).to_owned(),
        Subject::Row(name) => name.clone(),
    }
}

/// What a setting holds, as short as it can be said.
pub fn held(subject: &Subject, value: Value, reader: Reader) -> String {
    match subject {
        Subject::Field(id) => setting(*id, value, reader),
        Subject::Row(_) => number(true, value, reader),
    }
}

/// Where it was moved to, and the total there: `4: 1.71 GB`.
pub fn step(influence: &Influence, step: &Step, by: Measure, reader: Reader) -> String {
    let to = held(&influence.subject, step.to, reader);
    let total = total(by, step.outcome, reader);
    format!("{to}: {total}")
}

fn setting(id: FieldId, value: Value, reader: Reader) -> String {
    match value {
        Value::Toggle(true) => word!(reader.lang, "on", "sí").to_owned(),
        Value::Toggle(false) => word!(reader.lang, "off", "no").to_owned(),
        Value::Choice(at) => {
            fields::choices(id, reader.lang).get(at).copied().unwrap_or_default().to_owned()
        }
        Value::Number(_) | Value::Nothing => number(Field::of(id).kind.is_size(), value, reader),
    }
}

fn number(bytes: bool, value: Value, reader: Reader) -> String {
    match value {
        Value::Number(number) if bytes => size_range(number, reader),
        Value::Number(number) => plain_range(number, reader.lang),
        Value::Nothing | Value::Toggle(_) | Value::Choice(_) => "–".to_owned(),
    }
}

/// What the grid shows.
pub fn grid_title(second: Second, lang: Lang) -> &'static str {
    match second {
        Second::Threads | Second::ThreadsOfSync => {
            word!(lang, "Workers × threads", "Workers × hilos")
        }
        Second::Connections => word!(lang, "Workers × connections", "Workers × conexiones"),
    }
}

/// What its second axis means for the worker class.
pub fn grid_hint(second: Second, lang: Lang) -> &'static str {
    match second {
        Second::Threads => word!(
            lang,
            "Rows: gthread workers. Columns: threads of each.",
            "Filas: workers gthread. Columnas: hilos de cada uno."
        ),
        Second::ThreadsOfSync => word!(
            lang,
            "Rows: workers. Columns: threads of each. A sync worker has one; with more, Gunicorn makes it a gthread worker.",
            "Filas: workers. Columnas: hilos de cada uno. Un worker sync tiene uno; con más, Gunicorn lo convierte en gthread."
        ),
        Second::Connections => word!(
            lang,
            "Rows: gevent workers. Columns: connections that each may hold (worker_connections), not threads: greenlets take turns.",
            "Filas: workers gevent. Columnas: conexiones que admite cada uno (worker_connections), no hilos: los greenlets se turnan."
        ),
    }
}

/// The head of a row or of a column, in full.
pub fn crew(second: Second, workers: u32, slots: u32, lang: Lang) -> String {
    let (en, es) = match second {
        Second::Threads | Second::ThreadsOfSync => (["thread", "threads"], ["hilo", "hilos"]),
        Second::Connections => (["connection", "connections"], ["conexión", "conexiones"]),
    };
    let workers = number::workers(f64::from(workers), lang);
    let slots = number::counted(f64::from(slots), en, es, lang);
    format!("{workers}, {slots}")
}

/// A cell in a sentence, for a screen reader.
pub fn cell(second: Second, cell: &Cell, reader: Reader) -> String {
    let lang = reader.lang;
    let crew = crew(second, cell.workers, cell.slots, lang);
    let (peak, cost) = (size(cell.peak, reader), dollars(cell.dollars, lang));
    let fit = fit(cell.verdict, lang);
    say!(
        lang,
        "{crew}: peak {peak}, {fit}, {cost} a month",
        "{crew}: pico {peak}, {fit}, {cost} al mes"
    )
}

/// Whether it fits, in a word.
pub fn fit(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Fits { .. } => word!(lang, "fits", "cabe"),
        Verdict::Tight { .. } => word!(lang, "tight", "justo"),
        Verdict::Over { .. } => word!(lang, "does not fit", "no cabe"),
    }
}

/// The same as a sign: colour is never alone.
pub fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Fits { .. } => "✓",
        Verdict::Tight { .. } => "!",
        Verdict::Over { .. } => "✕",
    }
}

/// What a difference is called, and what each plan holds.
pub fn difference(found: &Difference, reader: Reader) -> (String, Vec<String>) {
    match found {
        Difference::Field(id, values) => {
            let said = |value: &Option<Value>| {
                value.map_or_else(|| "–".to_owned(), |value| setting(*id, value, reader))
            };
            (fields::full_label(*id, reader.lang), values.iter().map(said).collect())
        }
        Difference::Others(sums) => {
            let said = |sum: &Estimate| size_range(*sum, reader);
            let name = fields::part(PartId::Others, reader.lang);
            (name.to_owned(), sums.iter().map(said).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::evaluate;
    use crate::explore::{differences, grid, sensitivity};
    use crate::plan::{SideId, note};

    const EN: Reader = Reader { lang: Lang::En, sizes: crate::text::Sizes::Decimal };
    const ES: Reader = Reader { lang: Lang::Es, ..EN };

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn a_moved_setting_says_where_it_leads() {
        let found = sensitivity(&note(), Measure::Peak);
        let workers = Subject::Field(FieldId::Workers);
        let moved = found.influences.iter().find(|one| one.subject == workers).unwrap();
        let said = moved.steps.iter().map(|one| plain(&step(moved, one, Measure::Peak, EN)));
        assert_eq!(subject(&moved.subject, Lang::En), "Workers");
        assert_eq!(said.collect::<Vec<_>>(), ["1: 510 MB", "4: 1.71 GB"]);
    }

    #[test]
    fn a_cell_reads_as_a_sentence() {
        let plan = note();
        let grid = grid(&plan, &evaluate(&plan, SideId::Target));
        let own = grid.cell(2, 500).unwrap();
        let said = plain(&cell(grid.second, own, EN));
        assert_eq!(said, "2 workers, 500 connections: peak 910 MB, fits, $9.10 a month");
        let said = plain(&cell(grid.second, own, ES));
        assert_eq!(said, "2 workers, 500 conexiones: pico 910 MB, cabe, $9,10 al mes");
    }

    #[test]
    fn a_difference_says_what_each_plan_holds() {
        let mut other = note();
        other.target.pooling.health_checks = false;
        let found = differences(&[&note(), &other]);
        let (name, values) = difference(&found[0], ES);
        assert_eq!(name, "Conexiones a la base: CONN_HEALTH_CHECKS");
        assert_eq!(values, ["sí", "no"]);
    }
}
