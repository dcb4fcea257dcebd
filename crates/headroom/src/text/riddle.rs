//! What the riddle's services are called, and the heads of their table.

use super::{Lang, say, word};
use crate::riddle::{DATE, RiddleId};

/// The heading of the table.
pub fn title(lang: Lang) -> &'static str {
    word!(
        lang,
        "Measured: two services like it, and what each fix saves",
        "Medido: dos servicios como este, y lo que ahorra cada arreglo"
    )
}

/// Before the table.
pub fn about(lang: Lang) -> &'static str {
    word!(
        lang,
        "The lab's own service, started and measured. What a fix saves is a part of what the five workers hold after their exports. Without page cache.",
        "El servicio del laboratorio, arrancado y medido. Lo que ahorra cada arreglo es una parte de lo que los cinco workers ocupan tras exportar. Sin caché de páginas."
    )
}

/// Where the rows are.
pub fn origin(lang: Lang) -> String {
    say!(
        lang,
        "Measured on {DATE}: lab 22, riddle.csv; medians.",
        "Medido el {DATE}: lab 22, riddle.csv; medianas."
    )
}

/// The heads of its columns after the name.
pub fn columns(lang: Lang) -> [&'static str; 4] {
    [
        word!(lang, "At rest", "En reposo"),
        word!(lang, "Saves", "Ahorra"),
        word!(lang, "Peak", "Pico"),
        word!(lang, "Sum of RSS at rest", "Suma de RSS en reposo"),
    ]
}

/// What a service is called.
pub fn service(id: RiddleId, lang: Lang) -> &'static str {
    match id {
        RiddleId::NinetySeven => {
            word!(lang, "97 sync workers, no exports", "97 workers sync, sin exportaciones")
        }
        RiddleId::Five => {
            word!(lang, "5 sync workers, no exports", "5 workers sync, sin exportaciones")
        }
        RiddleId::AfterExports => word!(
            lang,
            "5 after exporting two workbooks of 15,000 rows each",
            "5 tras exportar dos libros de Excel de 15.000 filas cada uno"
        ),
        RiddleId::Iterator => word!(
            lang,
            "+ .iterator() into an ordinary workbook",
            "+ .iterator() hacia un libro de Excel normal"
        ),
        RiddleId::TwoWorkers => {
            word!(lang, "+ 2 gthread workers instead", "+ 2 workers gthread en su lugar")
        }
        RiddleId::TwoGevent => {
            word!(lang, "+ 2 gevent workers instead", "+ 2 workers gevent en su lugar")
        }
        RiddleId::Streamed => {
            word!(
                lang,
                "+ write-only workbook, in chunks",
                "+ libro de Excel write-only, por lotes"
            )
        }
        RiddleId::Recycled => word!(lang, "+ recycled afterwards", "+ reciclados después"),
        RiddleId::Everything => {
            word!(lang, "+ 2 workers, streamed and recycled", "+ 2 workers, por lotes y reciclados")
        }
    }
}
