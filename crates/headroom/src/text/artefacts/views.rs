//! The comments of the exported views and of the middleware.

use super::Sentence;
use crate::text::number::{plain, size};
use crate::text::{Lang, Reader, Sizes, say};

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Remark {
    Chunk(u32),
    ChunkDefault,
    ChunkSmall(u32),
    Memory { streamed: f64, of: f64 },
    NoCursors,
    OrdinaryWorkbook,
    UseExport,
    StreamCsv,
    StreamWorkbook,
    Columns,
    Cell,
    CsvCell,
    Closes,
    Hash { size: f64 },
    HashChunks,
    HashBody,
    ListRows,
    UseQueries,
    Listed,
    Each,
    Select,
    Prefetch,
    OnceARow,
    Monitor,
    AfterFork,
    LogEvery,
    CheckEvery,
    Threshold { limit: f64 },
    WarnAgain,
    Held,
    Share,
}

impl Sentence for Remark {
    #[expect(clippy::too_many_lines, reason = "a table of sentences")]
    fn text(&self, lang: Lang) -> String {
        let bytes = |number: f64| size(number, Reader { lang, sizes: Sizes::Decimal });
        let number = |number: u32| plain(f64::from(number), lang);
        match *self {
            Self::Chunk(rows) => {
                let rows = number(rows);
                say!(
                    lang,
                    "Rows that are fetched at a time; two chunks of {rows} are in memory (measured: lab 3).",
                    "Filas que se leen cada vez; en memoria hay dos lotes de {rows} (medido: lab 3)."
                )
            }
            Self::ChunkDefault => {
                say!(lang, "It is Django's default.", "Es el valor por defecto de Django.")
            }
            Self::ChunkSmall(times) => {
                let times = number(times);
                say!(
                    lang,
                    "Fewer save little: {times} times the round trips to the database of 2,000. 500 to 2,000 will do.",
                    "Con menos se ahorra poco: {times} veces los viajes a la base de datos que con 2000. Bastan de 500 a 2000."
                )
            }
            Self::Memory { streamed, of } => {
                let (streamed, of) = (bytes(streamed), bytes(of));
                say!(
                    lang,
                    "The plan's largest export takes about {streamed} this way, and {of} as a list and an ordinary workbook.",
                    "La mayor exportación del plan ocupa así unos {streamed}, y {of} como lista y libro de Excel normal."
                )
            }
            Self::NoCursors => say!(
                lang,
                "Behind PgBouncer all rows arrive at once, 3.1 MiB a thousand (measured: lab 3). For large exports use a database \
                 alias with DATABASE_UNPOOLED_URL: queryset.using(\"unpooled\").",
                "Tras PgBouncer llegan todas las filas de una vez, 3,1 MiB por mil (medido: lab 3). Para exportaciones grandes \
                 usa un alias con DATABASE_UNPOOLED_URL: queryset.using(\"unpooled\")."
            ),
            Self::OrdinaryWorkbook => say!(
                lang,
                "Write-only, though the plan has an ordinary workbook: that one keeps every cell, 98 of 110 MiB even \
                 with iterator() (measured: lab 3).",
                "Write-only, aunque el plan tiene un libro de Excel normal: ese guarda cada celda, 98 de 110 MiB incluso \
                 con iterator() (medido: lab 3)."
            ),
            Self::UseExport => say!(lang, "In a view:", "En una vista:"),
            Self::StreamCsv => say!(
                lang,
                "A CSV that is sent while the rows arrive.",
                "Un CSV que se envía mientras llegan las filas."
            ),
            Self::StreamWorkbook => say!(
                lang,
                "A workbook that is written to disk row by row, and sent from there.",
                "Un libro de Excel que se escribe en disco fila a fila y se envía desde allí."
            ),
            Self::Columns => say!(
                lang,
                "Columns may follow relations (\"customer__name\"): one query, no model instances, nothing to prefetch.",
                "Las columnas pueden seguir relaciones (\"customer__name\"): una consulta, sin instancias de modelos ni prefetch."
            ),
            Self::Closes => say!(lang, "the response closes it", "la respuesta lo cierra"),
            Self::Cell => say!(
                lang,
                "What openpyxl takes: no time zones, no control characters, no formulas out of data.",
                "Lo que openpyxl admite: sin zonas horarias, sin caracteres de control, sin fórmulas de los datos."
            ),
            Self::CsvCell => say!(
                lang,
                "No formulas out of data: a spreadsheet runs a text that begins like one, and the apostrophe keeps it a text.",
                "Sin fórmulas de los datos: una hoja de cálculo ejecuta un texto que empieza como una, y el apóstrofo lo deja en texto."
            ),
            Self::Hash { size } => {
                let size = bytes(size);
                say!(
                    lang,
                    "The plan's largest file has {size}: read() would hold all of it, this holds 64 KiB (measured: lab 4).",
                    "El mayor archivo del plan tiene {size}: read() lo tendría entero en memoria; esto, 64 KiB (medido: lab 4)."
                )
            }
            Self::HashChunks => say!(
                lang,
                "Django's default of 64 KiB: 8 KiB saves 56 KiB and takes eight times the steps. Files up to 2.5 MiB are \
                 in memory anyway.",
                "Los 64 KiB por defecto de Django: 8 KiB ahorran 56 KiB y dan ocho veces los pasos. Hasta 2,5 MiB el \
                 archivo ya está en memoria."
            ),
            Self::HashBody => say!(
                lang,
                "Send files as multipart forms: base64 in JSON takes 5 times the file, and stays (measured: lab 4).",
                "Envía archivos como formulario multipart: base64 en JSON ocupa 5 veces el archivo, y queda (medido: lab 4)."
            ),
            Self::ListRows => say!(
                lang,
                "Rows of the plan's longest list: without a limit, a list grows with the table.",
                "Filas de la lista más larga del plan: sin límite, una lista crece con la tabla."
            ),
            Self::UseQueries => {
                say!(lang, "In a view, and in a job:", "En una vista y en una tarea:")
            }
            Self::Listed => say!(
                lang,
                "A list with its relations, and no longer than it may be.",
                "Una lista con sus relaciones, y no más larga de lo debido."
            ),
            Self::Each => say!(
                lang,
                "All rows, a chunk at a time: a plain loop keeps every instance, 3.6 MiB a thousand (measured: lab 3).",
                "Todas las filas, por lotes: un bucle normal guarda cada instancia, 3,6 MiB por mil (medido: lab 3)."
            ),
            Self::Select => say!(
                lang,
                "One query instead of one a row and relation: that saves time, not memory (measured: lab 23). Where many rows share \
                 few parents, prefetch_related takes less.",
                "Una consulta en lugar de una por fila y relación: ahorra tiempo, no memoria (medido: lab 23). Donde muchas filas \
                 comparten pocos padres, prefetch_related ocupa menos."
            ),
            Self::Prefetch => say!(
                lang,
                "One more query a relation, and one instance of each parent, however many rows share it.",
                "Una consulta más por relación, y una instancia de cada padre, por muchas filas que lo compartan."
            ),
            Self::OnceARow => say!(
                lang,
                "The plan asks once a row and relation (N+1).",
                "El plan pregunta una vez por fila y relación (N+1)."
            ),
            Self::Monitor => say!(
                lang,
                "Logs what the container and this worker hold: on a timer, and above a threshold.",
                "Registra lo que ocupan el contenedor y este worker: cada cierto tiempo y por encima de un umbral."
            ),
            Self::AfterFork => say!(
                lang,
                "A thread does not survive a fork, so each worker starts its own with its first request.",
                "Un hilo no sobrevive a un fork: cada worker arranca el suyo con su primera petición."
            ),
            Self::LogEvery => say!(
                lang,
                "Seconds from one line of a worker to the next.",
                "Segundos entre una línea de un worker y la siguiente."
            ),
            Self::CheckEvery => say!(
                lang,
                "Seconds from one look at the threshold to the next.",
                "Segundos entre una comprobación del umbral y la siguiente."
            ),
            Self::Threshold { limit } => {
                let limit = bytes(limit);
                say!(
                    lang,
                    "85% of the memory limit, {limit}.",
                    "El 85 % del límite de memoria, {limit}."
                )
            }
            Self::WarnAgain => say!(
                lang,
                "Seconds until the next warning of the same worker.",
                "Segundos hasta el próximo aviso del mismo worker."
            ),
            Self::Held => say!(
                lang,
                "Without the page cache, which the kernel gives back before it kills a process.",
                "Sin la caché de páginas, que el kernel devuelve antes de matar un proceso."
            ),
            Self::Share => say!(
                lang,
                "This worker's share: PSS, or what is its own. RSS counts shared pages again in each worker.",
                "La parte de este worker: PSS, o su memoria propia. RSS cuenta lo compartido otra vez en cada worker."
            ),
        }
    }
}
