//! The comments of `settings_memory.py`.

use super::Sentence;
use crate::railway::LIST_DATE;
use crate::text::number::plain;
use crate::text::{Lang, say};

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Remark {
    LoadSettings,
    Debug,
    DebugOfPlan,
    UploadMemory,
    UploadFolder,
    UploadFolderOfPlan,
    Database,
    MaxAgeDefault,
    MaxAge,
    MaxAgeLeaks(u32),
    MaxAgePooled,
    HealthChecks,
    Cursors,
    Pool,
    TuneDatabase,
    JsonLine,
    LogFields,
    Logging,
    LogFiles,
}

impl Sentence for Remark {
    #[expect(clippy::too_many_lines, reason = "a table of sentences")]
    fn text(&self, lang: Lang) -> String {
        let number = |number: u32| plain(f64::from(number), lang);
        match *self {
            Self::LoadSettings => say!(
                lang,
                "The last lines of settings.py (write `from settings_memory` if they are not in a package):",
                "Las últimas líneas de settings.py (escribe `from settings_memory` si no está en un paquete):"
            ),
            Self::Debug => say!(
                lang,
                "DEBUG keeps up to 9,000 queries a connection, 1.1 MiB a thousand (measured: lab 8).",
                "DEBUG guarda hasta 9000 consultas por conexión, 1,1 MiB por cada mil (medido: lab 8)."
            ),
            Self::DebugOfPlan => say!(
                lang,
                "The plan has it on; off here, as it must be on a public service.",
                "En el plan está activo; aquí no, como debe ser en un servicio público."
            ),
            Self::UploadMemory => say!(
                lang,
                "Django's default, 2.5 MiB. Larger files go to disk; raised above a file's size, chunks() reads it \
                 whole: 3 copies instead of none (measured: lab 4).",
                "El valor por defecto de Django, 2,5 MiB. Los archivos mayores van a disco; si se sube por encima del tamaño de un \
                 archivo, chunks() lo lee entero: 3 copias en lugar de ninguna (medido: lab 4)."
            ),
            Self::UploadFolder => say!(
                lang,
                "Where Django's default ends up, too: on disk. Its page cache is given back; tmpfs is not (measured: lab 4).",
                "Donde termina también el valor por defecto de Django: en disco. Su caché de páginas se devuelve; tmpfs no (medido: lab 4)."
            ),
            Self::UploadFolderOfPlan => say!(
                lang,
                "The plan keeps it in memory, where Railway has 64 MiB of /dev/shm.",
                "El plan la tiene en memoria, donde Railway da 64 MiB de /dev/shm."
            ),
            Self::Database => say!(
                lang,
                "For DATABASES[\"default\"]; put in by tune_database() below.",
                "Para DATABASES[\"default\"]; lo pone tune_database(), más abajo."
            ),
            Self::MaxAgeDefault => {
                say!(lang, "Django's default.", "El valor por defecto de Django.")
            }
            Self::MaxAge => say!(
                lang,
                "Saves the time to connect, not memory (measured: lab 6). Open connections keep a serverless service awake.",
                "Ahorra el tiempo de conectar, no memoria (medido: lab 6). Las conexiones abiertas mantienen despierto un \
                 servicio serverless."
            ),
            Self::MaxAgeLeaks(seconds) => {
                let seconds = number(seconds);
                say!(
                    lang,
                    "The plan says {seconds}. With gevent every greenlet would leave its connection open: 194 after \
                     1,500 requests (measured: lab 6).",
                    "El plan dice {seconds}. Con gevent cada greenlet dejaría abierta su conexión: 194 tras 1500 \
                     peticiones (medido: lab 6)."
                )
            }
            Self::MaxAgePooled => say!(
                lang,
                "With the pool it must be 0, Django's default: Django refuses to start otherwise.",
                "Con el pool debe ser 0, el valor por defecto de Django: si no, Django no arranca."
            ),
            Self::HealthChecks => say!(
                lang,
                "One ping before a kept connection is used again.",
                "Un ping antes de volver a usar una conexión guardada."
            ),
            Self::Cursors => say!(
                lang,
                "PgBouncer in transaction mode cannot keep a cursor; iterator() then loads all rows (measured: lab 3).",
                "PgBouncer en modo transacción no mantiene cursores; iterator() carga entonces todas las filas (medido: lab 3)."
            ),
            Self::Pool => say!(
                lang,
                "psycopg's pool, one for each worker; needs psycopg[pool]. The default min_size of 4 would open more \
                 than a worker uses (measured: lab 6).",
                "El pool de psycopg, uno por worker; necesita psycopg[pool]. El min_size por defecto, 4, abriría más de \
                 las que un worker usa (medido: lab 6)."
            ),
            Self::TuneDatabase => say!(
                lang,
                "Put the values above into one of DATABASES, and leave its others as they are.",
                "Pone los valores de arriba en una de DATABASES y deja los demás como están."
            ),
            Self::JsonLine => say!(
                lang,
                "One JSON object a line: what Railway reads.",
                "Un objeto JSON por línea: lo que Railway lee."
            ),
            Self::LogFields => say!(
                lang,
                "What every record has; the rest was given as extra={{...}}.",
                "Lo que todo registro tiene; el resto vino en extra={{...}}."
            ),
            Self::Logging => say!(
                lang,
                "To stdout: Railway shows stderr, a handler's default, as errors. \
                 docs.railway.com/observability/logs ({LIST_DATE})",
                "A stdout: Railway muestra stderr, por defecto en un handler, como errores. \
                 docs.railway.com/observability/logs ({LIST_DATE})"
            ),
            Self::LogFiles => say!(
                lang,
                "No log files: no process is killed for them, but their page cache is billed (measured: lab 5), and they are gone at \
                 the next deploy.",
                "Sin archivos de log: por ellos no se mata ningún proceso, pero su caché de páginas se cobra (medido: lab 5), y \
                 desaparecen en el próximo despliegue."
            ),
        }
    }
}
