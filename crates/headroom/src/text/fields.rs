//! The names of settings, their units, hints and choices; the names of parts.

#![expect(clippy::too_many_lines, reason = "tables of words")]

use super::{Lang, word};
use crate::part::PartId;
use crate::plan::{Field, FieldId, Group};

/// What a part is called.
pub fn part(id: PartId, lang: Lang) -> &'static str {
    match id {
        PartId::Workers => word!(lang, "Workers", "Workers"),
        PartId::Exports => word!(lang, "Exports", "Exportaciones"),
        PartId::Uploads => word!(lang, "Uploads", "Archivos subidos"),
        PartId::Logs => word!(lang, "Logs", "Logs"),
        PartId::Pooling => word!(lang, "Database connections", "Conexiones a la base"),
        PartId::Queries => word!(lang, "Queries", "Consultas"),
        PartId::Others => word!(lang, "Everything else", "Todo lo demás"),
    }
}

/// What a group of settings is called.
pub fn group(group: Group, lang: Lang) -> &'static str {
    match group {
        Group::Railway => word!(lang, "Railway plan and limit", "Plan y límite de Railway"),
        Group::Overrides => word!(lang, "Your own prices and limits", "Precios y límites propios"),
        Group::Part(id) => part(id, lang),
        Group::Service => {
            word!(lang, "Replicas, deploys, CPU, traffic", "Réplicas, despliegues, CPU, tráfico")
        }
    }
}

/// What a setting is called, with its unit where it has one.
pub fn label(id: FieldId, lang: Lang) -> &'static str {
    match id {
        FieldId::Tier => word!(lang, "Railway plan", "Plan de Railway"),
        FieldId::Limit => word!(lang, "Memory limit you set", "Límite de memoria que fijas"),
        FieldId::Month => word!(lang, "Month", "Mes"),
        FieldId::Observed => {
            word!(lang, "Memory the dashboard shows at rest", "Memoria en reposo según el panel")
        }
        FieldId::HostCpus => word!(lang, "CPUs the container sees", "CPU que ve el contenedor"),
        FieldId::UsageLimit => {
            word!(
                lang,
                "A usage limit or alert is set on Railway",
                "Hay un límite de uso o un aviso en Railway"
            )
        }
        FieldId::Subscription => word!(lang, "Subscription ($ a month)", "Suscripción ($ al mes)"),
        FieldId::Included => word!(lang, "Usage included ($ a month)", "Uso incluido ($ al mes)"),
        FieldId::MemoryLimit => {
            word!(lang, "Memory limit of a replica", "Límite de memoria por réplica")
        }
        FieldId::MemoryPrice => word!(lang, "Memory ($ a GB-month)", "Memoria ($ por GB y mes)"),
        FieldId::VcpuPrice => word!(lang, "CPU ($ a vCPU-month)", "CPU ($ por vCPU y mes)"),
        FieldId::EgressPrice => word!(lang, "Traffic out ($ a GB)", "Tráfico saliente ($ por GB)"),
        FieldId::VolumePrice => word!(lang, "Volumes ($ a GB-month)", "Volúmenes ($ por GB y mes)"),
        FieldId::WorkersMeasured => word!(lang, "One worker, measured", "Un worker, medido"),
        FieldId::CountFrom => word!(lang, "Number of workers", "Número de workers"),
        FieldId::Workers => word!(lang, "Workers", "Workers"),
        FieldId::CountSet => {
            word!(lang, "Where the number is written", "Dónde está escrito el número")
        }
        FieldId::WorkerClass => word!(lang, "Worker class", "Clase de worker"),
        FieldId::Threads => word!(lang, "Threads a worker", "Hilos por worker"),
        FieldId::WorkerConnections => word!(lang, "Connections a worker", "Conexiones por worker"),
        FieldId::Preload => word!(lang, "Preload", "Preload"),
        FieldId::MaxRequests => {
            word!(lang, "Recycle after (requests)", "Reciclar tras (peticiones)")
        }
        FieldId::Jitter => word!(lang, "Jitter (requests)", "Jitter (peticiones)"),
        FieldId::UnderWay => {
            word!(lang, "Requests at once, a worker", "Peticiones a la vez, por worker")
        }
        FieldId::Stack => word!(lang, "What is imported", "Qué se importa"),
        FieldId::Allocator => word!(lang, "Memory allocator", "Asignador de memoria"),
        FieldId::PrivateMemory => {
            word!(lang, "One worker's own memory", "Memoria propia de un worker")
        }
        FieldId::SharedMemory => {
            word!(lang, "Memory that all workers share", "Memoria que comparten todos")
        }
        FieldId::ArbiterMemory => word!(lang, "Gunicorn's arbiter", "Árbitro de Gunicorn"),
        FieldId::Growth => word!(lang, "Growth a request", "Crecimiento por petición"),
        FieldId::Requests => word!(lang, "Requests a second", "Peticiones por segundo"),
        FieldId::CountMeasured => word!(lang, "Workers, counted", "Workers, contados"),
        FieldId::PrivateMeasured => {
            word!(lang, "One worker's own memory, measured", "Memoria propia de un worker, medida")
        }
        FieldId::SharedMeasured => {
            word!(
                lang,
                "Memory that all workers share, measured",
                "Memoria que comparten todos, medida"
            )
        }
        FieldId::ArbiterMeasured => {
            word!(lang, "Gunicorn's arbiter, measured", "Árbitro de Gunicorn, medido")
        }
        FieldId::ExportReading => word!(lang, "How rows are read", "Cómo se leen las filas"),
        FieldId::ExportFormat => word!(lang, "What is written", "Qué se escribe"),
        FieldId::ExportRows => {
            word!(lang, "Rows of the largest export", "Filas de la exportación mayor")
        }
        FieldId::ExportColumns => word!(lang, "Columns", "Columnas"),
        FieldId::ExportChunk => word!(lang, "Rows fetched at a time", "Filas por lote"),
        FieldId::ExportsAtOnce => word!(lang, "Exports at once", "Exportaciones a la vez"),
        FieldId::ExportsADay => word!(lang, "Exports a day", "Exportaciones al día"),
        FieldId::UploadHandling => word!(lang, "How a file is read", "Cómo se lee el archivo"),
        FieldId::UploadSize => word!(lang, "Size of the largest file", "Tamaño del archivo mayor"),
        FieldId::UploadCopies => word!(lang, "Copies the view makes", "Copias que hace la vista"),
        FieldId::UploadsAtOnce => word!(lang, "Uploads at once", "Subidas a la vez"),
        FieldId::UploadTemp => word!(lang, "Temporary folder", "Carpeta temporal"),
        FieldId::UploadsADay => word!(lang, "Uploads a day", "Subidas al día"),
        FieldId::LogSink => word!(lang, "Where lines go", "Adónde van las líneas"),
        FieldId::LogSize => {
            word!(lang, "Files of one handler, at most", "Archivos de un handler, como máximo")
        }
        FieldId::LogHandlers => {
            word!(lang, "Handlers writing the same line", "Handlers que escriben la misma línea")
        }
        FieldId::LogLines => word!(lang, "Lines a second", "Líneas por segundo"),
        FieldId::ConnMaxAge => word!(lang, "CONN_MAX_AGE (seconds)", "CONN_MAX_AGE (segundos)"),
        FieldId::HealthChecks => word!(lang, "CONN_HEALTH_CHECKS", "CONN_HEALTH_CHECKS"),
        FieldId::Pool => word!(lang, "psycopg pool", "Pool de psycopg"),
        FieldId::PoolMax => {
            word!(lang, "Pool max_size (a worker)", "max_size del pool (por worker)")
        }
        FieldId::PgBouncer => word!(lang, "PgBouncer in between", "PgBouncer por medio"),
        FieldId::MaxConnections => {
            word!(lang, "Postgres max_connections", "max_connections de Postgres")
        }
        FieldId::Related => {
            word!(lang, "How related rows are fetched", "Cómo se traen las filas relacionadas")
        }
        FieldId::ListRows => word!(lang, "Rows of the largest list", "Filas de la lista mayor"),
        FieldId::QueriesPerRequest => word!(lang, "Queries a request", "Consultas por petición"),
        FieldId::Debug => word!(lang, "DEBUG is on", "DEBUG está activo"),
        FieldId::Replicas => word!(lang, "Replicas", "Réplicas"),
        FieldId::Deploys => word!(lang, "Deploys a day", "Despliegues al día"),
        FieldId::Overlap => {
            word!(
                lang,
                "Old and new together (seconds)",
                "Versiones vieja y nueva a la vez (segundos)"
            )
        }
        FieldId::Vcpu => {
            word!(lang, "vCPU on average (a replica)", "vCPU en promedio (por réplica)")
        }
        FieldId::Egress => word!(lang, "Traffic out a month", "Tráfico saliente al mes"),
        FieldId::Volume => word!(lang, "Volumes", "Volúmenes"),
        FieldId::WorkersBasis
        | FieldId::ExportsBasis
        | FieldId::UploadsBasis
        | FieldId::LogsBasis
        | FieldId::PoolingBasis
        | FieldId::QueriesBasis => word!(lang, "Given", "Origen"),
        FieldId::ExportsMeasured
        | FieldId::UploadsMeasured
        | FieldId::LogsMeasured
        | FieldId::PoolingMeasured
        | FieldId::QueriesMeasured => word!(lang, "Measured at rest", "Medido en reposo"),
        FieldId::ExportsMeasuredPeak
        | FieldId::UploadsMeasuredPeak
        | FieldId::LogsMeasuredPeak
        | FieldId::PoolingMeasuredPeak
        | FieldId::QueriesMeasuredPeak => word!(lang, "Measured at the peak", "Medido en el pico"),
    }
}

/// A setting out of its card: with its part, but for the workers, whose names are their own.
pub fn full_label(id: FieldId, lang: Lang) -> String {
    let label = self::label(id, lang);
    let part = match Field::of(id).group() {
        Group::Part(PartId::Workers) | Group::Railway | Group::Overrides | Group::Service => "",
        Group::Part(part) => self::part(part, lang),
    };
    if part.is_empty() || label.starts_with(part) {
        label.to_owned()
    } else {
        format!("{part}: {label}")
    }
}

/// A line below a setting, where its name does not say enough.
pub fn hint(id: FieldId, lang: Lang) -> Option<&'static str> {
    Some(match id {
        FieldId::Limit => {
            word!(
                lang,
                "Empty: the Railway plan's own limit.",
                "Vacío: el límite del plan de Railway."
            )
        }
        FieldId::Observed => word!(
            lang,
            "From Railway's memory graph, at night. Empty: not known.",
            "Del gráfico de memoria de Railway, de noche. Vacío: no se sabe."
        ),
        FieldId::HostCpus => word!(
            lang,
            "On Railway these are the host's: 32 to 60 were seen.",
            "En Railway son las del host: se han visto de 32 a 60."
        ),
        FieldId::WorkersMeasured | FieldId::PrivateMemory => word!(
            lang,
            "RssAnon in /proc/PID/status, or Private_Dirty in smaps_rollup. RSS alone includes 9–27% that is shared.",
            "RssAnon en /proc/PID/status, o Private_Dirty en smaps_rollup. El RSS incluye un 9–27 % compartido."
        ),
        FieldId::UnderWay => word!(
            lang,
            "The most that one worker has under way. Each beyond four leaves some tenths of a MiB with it, more through serializers.",
            "Las que un worker llega a tener en curso. Cada una por encima de cuatro deja unas décimas de MiB, más si pasa por serializadores."
        ),
        FieldId::Stack => word!(
            lang,
            "Measured as a whole: packages import one another, so their sizes do not add up. Your own figure is better.",
            "Medido en conjunto: los paquetes se importan unos a otros y sus tamaños no se suman. Tu propia cifra es mejor."
        ),
        FieldId::Allocator => word!(
            lang,
            "What a worker keeps of exports hardly changes with two arenas, and mostly rose with jemalloc.",
            "Lo que un worker retiene de las exportaciones apenas cambia con dos arenas, y casi siempre subió con jemalloc."
        ),
        FieldId::CountSet => word!(
            lang,
            "If a file sets it, WEB_CONCURRENCY does nothing.",
            "Si lo fija un archivo, WEB_CONCURRENCY no tiene efecto."
        ),
        FieldId::Preload => word!(
            lang,
            "Most of what preload shares is lost at the first full garbage collection, unless gc.freeze() runs before the fork.",
            "Casi todo lo que preload comparte se pierde en la primera recolección de basura completa, salvo con gc.freeze() antes del fork."
        ),
        FieldId::MaxRequests => word!(
            lang,
            "max_requests: a worker is replaced after so many. 0: never.",
            "max_requests: tras tantas se sustituye el worker. 0: nunca."
        ),
        FieldId::Jitter => word!(
            lang,
            "max_requests_jitter: up to so many more, so that workers do not restart together.",
            "max_requests_jitter: hasta tantas más, para que los workers no se reinicien a la vez."
        ),
        FieldId::WorkerConnections => word!(
            lang,
            "worker_connections: of clients, not to the database.",
            "worker_connections: de clientes, no a la base de datos."
        ),
        FieldId::ArbiterMemory => word!(
            lang,
            "The master process: it starts the workers and answers no request.",
            "El proceso principal: arranca los workers y no atiende peticiones."
        ),
        FieldId::Growth => word!(
            lang,
            "What a request leaves behind. A service without a leak: 0.",
            "Lo que deja cada petición. Un servicio sin fugas: 0."
        ),
        FieldId::SharedMemory => word!(
            lang,
            "Library pages: billed, but given back before the kernel kills a process.",
            "Páginas de bibliotecas: se cobran, pero se devuelven antes de que el kernel mate un proceso."
        ),
        FieldId::UploadCopies => word!(
            lang,
            "file.read() is 1; BytesIO.write and getvalue make 3; base64 in JSON makes 5.",
            "file.read() es 1; BytesIO.write y getvalue hacen 3; base64 en JSON hace 5."
        ),
        FieldId::UploadTemp => word!(
            lang,
            "A folder in memory (tmpfs) holds the whole file until the request ends.",
            "Una carpeta en memoria (tmpfs) retiene el archivo hasta que acaba la petición."
        ),
        FieldId::ExportsMeasuredPeak
        | FieldId::UploadsMeasuredPeak
        | FieldId::LogsMeasuredPeak
        | FieldId::PoolingMeasuredPeak
        | FieldId::QueriesMeasuredPeak => word!(lang, "Empty: the same.", "Vacío: lo mismo."),
        FieldId::MaxConnections => {
            word!(
                lang,
                "Railway's Postgres: 100, of which 3 are reserved.",
                "El Postgres de Railway: 100, con 3 reservadas."
            )
        }
        FieldId::Overlap => word!(
            lang,
            "RAILWAY_DEPLOYMENT_OVERLAP_SECONDS, and the time until the new one is healthy.",
            "RAILWAY_DEPLOYMENT_OVERLAP_SECONDS, más lo que tarda el nuevo en estar sano."
        ),
        FieldId::Subscription
        | FieldId::Included
        | FieldId::MemoryLimit
        | FieldId::MemoryPrice
        | FieldId::VcpuPrice
        | FieldId::EgressPrice
        | FieldId::VolumePrice => word!(lang, "Empty: as listed.", "Vacío: el de la lista."),
        FieldId::Tier
        | FieldId::Month
        | FieldId::UsageLimit
        | FieldId::WorkersBasis
        | FieldId::CountFrom
        | FieldId::Workers
        | FieldId::WorkerClass
        | FieldId::Threads
        | FieldId::Requests
        | FieldId::CountMeasured
        | FieldId::PrivateMeasured
        | FieldId::SharedMeasured
        | FieldId::ArbiterMeasured
        | FieldId::ExportsBasis
        | FieldId::ExportsMeasured
        | FieldId::ExportReading
        | FieldId::ExportFormat
        | FieldId::ExportRows
        | FieldId::ExportColumns
        | FieldId::ExportChunk
        | FieldId::ExportsAtOnce
        | FieldId::ExportsADay
        | FieldId::UploadsBasis
        | FieldId::UploadsMeasured
        | FieldId::UploadHandling
        | FieldId::UploadSize
        | FieldId::UploadsAtOnce
        | FieldId::UploadsADay
        | FieldId::LogsBasis
        | FieldId::LogsMeasured
        | FieldId::LogSink
        | FieldId::LogSize
        | FieldId::LogHandlers
        | FieldId::LogLines
        | FieldId::PoolingBasis
        | FieldId::PoolingMeasured
        | FieldId::ConnMaxAge
        | FieldId::HealthChecks
        | FieldId::Pool
        | FieldId::PoolMax
        | FieldId::PgBouncer
        | FieldId::QueriesBasis
        | FieldId::QueriesMeasured
        | FieldId::Related
        | FieldId::ListRows
        | FieldId::QueriesPerRequest
        | FieldId::Debug
        | FieldId::Replicas
        | FieldId::Deploys
        | FieldId::Vcpu
        | FieldId::Egress
        | FieldId::Volume => return None,
    })
}

/// The choices of a setting, in the order of its kind.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the rest have no choices, which the test below holds"
)]
pub fn choices(id: FieldId, lang: Lang) -> &'static [&'static str] {
    match id {
        FieldId::Tier => word_list(
            lang,
            &["Free", "Trial", "Hobby", "Pro", "Enterprise", "Custom"],
            &["Free", "Trial", "Hobby", "Pro", "Enterprise", "Propio"],
        ),
        FieldId::Month => word_list(
            lang,
            &["30 days, as listed", "28 days", "29 days", "31 days"],
            &["30 días, como en la lista", "28 días", "29 días", "31 días"],
        ),
        FieldId::WorkersBasis
        | FieldId::ExportsBasis
        | FieldId::UploadsBasis
        | FieldId::LogsBasis
        | FieldId::PoolingBasis
        | FieldId::QueriesBasis => word_list(
            lang,
            &["from the workload", "as measured"],
            &["carga de trabajo", "medición"],
        ),
        FieldId::CountFrom => {
            word_list(lang, &["a number", "2 × CPUs + 1"], &["un número", "2 × CPU + 1"])
        }
        FieldId::CountSet => word_list(
            lang,
            &[
                "WEB_CONCURRENCY, or nowhere",
                "gunicorn.conf.py or a file like it",
                "the start command",
                "two of these",
            ],
            &[
                "WEB_CONCURRENCY, o en ningún sitio",
                "gunicorn.conf.py u otro archivo",
                "el comando de inicio",
                "dos de estos sitios",
            ],
        ),
        FieldId::WorkerClass => &["sync", "gthread", "gevent"],
        FieldId::Stack => word_list(
            lang,
            &[
                "my own figure, below",
                "Django alone",
                "Django + REST framework",
                "+ openpyxl",
                "+ openpyxl, Celery, Redis",
                "+ openpyxl, pandas",
                "+ pandas, SciPy, scikit-learn, Matplotlib",
                "+ pandas, Pillow, ReportLab, boto3, Celery, Sentry",
                "Wagtail",
                "django-oscar",
            ],
            &[
                "mi propia cifra, abajo",
                "solo Django",
                "Django + REST framework",
                "+ openpyxl",
                "+ openpyxl, Celery, Redis",
                "+ openpyxl, pandas",
                "+ pandas, SciPy, scikit-learn, Matplotlib",
                "+ pandas, Pillow, ReportLab, boto3, Celery, Sentry",
                "Wagtail",
                "django-oscar",
            ],
        ),
        FieldId::Allocator => word_list(
            lang,
            &["glibc, as it comes", "glibc, MALLOC_ARENA_MAX=2", "jemalloc"],
            &["glibc, tal cual", "glibc, MALLOC_ARENA_MAX=2", "jemalloc"],
        ),
        FieldId::Preload => word_list(
            lang,
            &["off", "on", "on, with gc.freeze()"],
            &["no", "sí", "sí, con gc.freeze()"],
        ),
        FieldId::ExportReading => word_list(
            lang,
            &["all into a list", "chunk by chunk, .iterator()"],
            &["todas a una lista", "por lotes, .iterator()"],
        ),
        FieldId::ExportFormat => word_list(
            lang,
            &["workbook", "write-only workbook", "CSV"],
            &["libro de Excel", "libro de Excel write-only", "CSV"],
        ),
        FieldId::UploadHandling => word_list(
            lang,
            &["whole, file.read()", "in chunks, file.chunks()", "as a body, request.body or JSON"],
            &[
                "entero, file.read()",
                "en trozos, file.chunks()",
                "como cuerpo, request.body o JSON",
            ],
        ),
        FieldId::UploadTemp => {
            word_list(lang, &["on disk", "in memory"], &["en disco", "en memoria"])
        }
        FieldId::LogSink => word_list(lang, &["files", "stdout"], &["archivos", "stdout"]),
        FieldId::Related => word_list(
            lang,
            &["a query a row (N+1)", "select_related", "prefetch_related"],
            &["una consulta por fila (N+1)", "select_related", "prefetch_related"],
        ),
        _ => &[],
    }
}

fn word_list(
    lang: Lang,
    en: &'static [&'static str],
    es: &'static [&'static str],
) -> &'static [&'static str] {
    match lang {
        Lang::En => en,
        Lang::Es => es,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::FIELDS;
    use crate::setting::Kind;

    #[test]
    fn every_choice_has_its_words_in_both_languages() {
        for field in FIELDS {
            let wanted = if let Kind::Choice(keys) = field.kind { keys.len() } else { 0 };
            for lang in Lang::ALL {
                assert_eq!(choices(field.id, lang).len(), wanted, "{:?} {lang:?}", field.id);
            }
        }
    }
}
