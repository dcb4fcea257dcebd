//! The sentences of the findings, of the gap and of the tiers.

#![expect(clippy::too_many_lines, reason = "tables of sentences")]

use super::number::{dollars, plain, size};
use super::page::{side_name, tier_name};
use super::{Lang, Reader, say, word};
use crate::advise::gap::{Explanation, ExplanationKind, Gap};
use crate::advise::tiers::{TierChoice, Unfit};
use crate::advise::{Finding, FindingId, Phase};
use crate::plan::{Edit, FieldId, SideId};
use crate::railway::TierId;
use crate::setting::Value;

/// Counts Gunicorn's processes, the arbiter among them, without `ps`.
pub const COUNT_PROCESSES: &str =
    "railway ssh, then: grep -l '[g]unicorn' /proc/[0-9]*/cmdline | wc -l";

/// What a phase is called.
pub fn phase(phase: Phase, lang: Lang) -> &'static str {
    match phase {
        Phase::QuickWins => word!(lang, "Quick wins", "Mejoras rápidas"),
        Phase::Code => word!(lang, "Code", "Código"),
        Phase::Watch => word!(lang, "Watch it", "Vigilar"),
    }
}

/// What is wrong.
pub fn title(finding: &Finding, reader: Reader) -> String {
    let lang = reader.lang;
    let found = plain(finding.facts.found, lang);
    let limit = plain(finding.facts.limit, lang);
    let (found_size, wanted_size) =
        (size(finding.facts.found, reader), size(finding.facts.wanted, reader));
    let limit_size = size(finding.facts.limit, reader);
    match finding.id {
        FindingId::CpuCount => {
            say!(lang, "{found} workers from a CPU count", "{found} workers según el número de CPU")
        }
        FindingId::TooManyWorkers => {
            say!(
                lang,
                "{found} workers do not fit in {limit_size}",
                "{found} workers no caben en {limit_size}"
            )
        }
        FindingId::TwoSources => {
            say!(
                lang,
                "The worker count is written in two places",
                "El número de workers está en dos sitios"
            )
        }
        FindingId::Threads => say!(
            lang,
            "{found} sync workers for waiting requests",
            "{found} workers sync para esperar"
        ),
        FindingId::NoRecycling => {
            say!(lang, "Workers are never recycled", "Los workers nunca se reciclan")
        }
        FindingId::ShortJitter => {
            say!(
                lang,
                "Jitter {found} on {limit}: all restart together",
                "Jitter {found} sobre {limit}: todos reinician a la vez"
            )
        }
        FindingId::PreloadThaws => {
            say!(lang, "Preload shares little for long", "Preload comparte poco tiempo")
        }
        FindingId::GeventLeak => {
            say!(
                lang,
                "gevent with CONN_MAX_AGE {found} leaks connections",
                "gevent con CONN_MAX_AGE {found} fuga conexiones"
            )
        }
        FindingId::GeventPreload => {
            say!(
                lang,
                "gevent with preload needs an early patch",
                "gevent con preload necesita un parche temprano"
            )
        }
        FindingId::TooManyConnections => {
            say!(
                lang,
                "{found} database connections, {limit} allowed",
                "{found} conexiones, {limit} permitidas"
            )
        }
        FindingId::PoolForSync => {
            say!(lang, "A pool that sync workers cannot use", "Un pool que sync no puede usar")
        }
        FindingId::Debug => say!(lang, "DEBUG is on", "DEBUG está activo"),
        FindingId::ExportLoads => {
            say!(lang, "Exports load every row", "Las exportaciones cargan todas las filas")
        }
        FindingId::ExportWorkbook => {
            say!(lang, "An iterator into an ordinary workbook", "Un iterador hacia un libro normal")
        }
        FindingId::SmallChunk => say!(lang, "Chunks of {found} rows", "Lotes de {found} filas"),
        FindingId::NoCursor => {
            say!(lang, "PgBouncer takes the cursor away", "PgBouncer quita el cursor")
        }
        FindingId::UploadRead => {
            say!(lang, "Uploads are read whole", "Los archivos se leen enteros")
        }
        FindingId::TempInMemory => {
            say!(lang, "Uploads wait in memory", "Los archivos esperan en memoria")
        }
        FindingId::FileLogs => say!(lang, "Logs go to files", "Los logs van a archivos"),
        FindingId::Tier => tier_title(finding, lang),
        FindingId::NoLimit => {
            say!(lang, "No memory limit of its own", "Sin límite de memoria propio")
        }
        FindingId::NoUsageLimit => {
            say!(lang, "No usage limit or alert", "Sin límite ni aviso de gasto")
        }
        FindingId::LimitNotInForce => {
            say!(
                lang,
                "Seen at {found_size}, with a limit of {limit_size}",
                "Visto en {found_size}, con límite de {limit_size}"
            )
        }
        FindingId::WorkerShrinks => {
            say!(
                lang,
                "A worker falls from {found_size} to {wanted_size}",
                "Un worker baja de {found_size} a {wanted_size}"
            )
        }
        FindingId::SetInFile => {
            say!(
                lang,
                "A file sets the workers: WEB_CONCURRENCY is idle",
                "Un archivo fija los workers: WEB_CONCURRENCY no actúa"
            )
        }
        FindingId::ConnMaxAge => {
            say!(lang, "CONN_MAX_AGE saves no memory", "CONN_MAX_AGE no ahorra memoria")
        }
        FindingId::SelectRelated => {
            say!(lang, "select_related saves no memory", "select_related no ahorra memoria")
        }
        FindingId::SmallReads => {
            say!(lang, "8 KiB chunks save no memory", "Los trozos de 8 KiB no ahorran memoria")
        }
        FindingId::IdleVariables => {
            say!(
                lang,
                "PYTHONUNBUFFERED, LOG_LEVEL, GUNICORN_TIMEOUT: 0 MB",
                "PYTHONUNBUFFERED, LOG_LEVEL, GUNICORN_TIMEOUT: 0 MB"
            )
        }
    }
}

fn tier_title(finding: &Finding, lang: Lang) -> String {
    let (found, wanted) = (dollars(finding.facts.found, lang), dollars(finding.facts.wanted, lang));
    if finding.facts.limit > 0.0 {
        say!(
            lang,
            "A cheaper Railway plan fits: {wanted}, not {found}",
            "Cabe en un plan más barato: {wanted}, no {found}"
        )
    } else {
        word!(
            lang,
            "The target does not fit this Railway plan",
            "El objetivo no cabe en este plan de Railway"
        )
        .to_owned()
    }
}

/// Why it costs.
pub fn why(finding: &Finding, reader: Reader) -> String {
    let lang = reader.lang;
    let limit = plain(finding.facts.limit, lang);
    let file = size(finding.facts.found, reader);
    match finding.id {
        FindingId::CpuCount => say!(
            lang,
            "cpu_count() on Railway is the host's: with this host's CPUs the formula makes {limit} workers, each with its own memory.",
            "cpu_count() en Railway es el del servidor: con sus CPU la fórmula da {limit} workers, cada uno con su memoria."
        ),
        FindingId::TooManyWorkers => {
            say!(
                lang,
                "Memory grows with each worker, whether it works or waits.",
                "La memoria crece con cada worker, trabaje o espere."
            )
        }
        FindingId::TwoSources => say!(
            lang,
            "Gunicorn reads WEB_CONCURRENCY alone, and a configuration file wins over it. GUNICORN_WORKERS is read by nobody.",
            "Gunicorn solo lee WEB_CONCURRENCY, y un archivo de configuración le gana. Nadie lee GUNICORN_WORKERS."
        ),
        FindingId::Threads => say!(
            lang,
            "A sync worker waits for the database with all its memory. A thread costs 0.2 to 2 MiB, a worker 46 and more.",
            "Un worker sync espera a la base con toda su memoria. Un hilo cuesta de 0,2 a 2 MiB; un worker, 46 o más."
        ),
        FindingId::NoRecycling => say!(
            lang,
            "A worker keeps most of the largest job it ever did, and any leak, until it is recycled.",
            "Un worker retiene casi todo su mayor trabajo, y cualquier fuga, hasta que se recicla."
        ),
        FindingId::ShortJitter => say!(
            lang,
            "Workers that start together answer alike and restart within a tenth of their life of each other.",
            "Los workers que arrancan juntos atienden lo mismo y reinician casi a la vez."
        ),
        FindingId::PreloadThaws => say!(
            lang,
            "The first full garbage collection in a worker writes to every object and un-shares about 80%.",
            "La primera recolección completa de un worker toca cada objeto y deja de compartir cerca del 80 %."
        ),
        FindingId::GeventLeak => say!(
            lang,
            "Each greenlet opens a connection of its own and nobody closes it: about a hundred requests use up Postgres.",
            "Cada greenlet abre su conexión y nadie la cierra: unas cien peticiones agotan Postgres."
        ),
        FindingId::GeventPreload => say!(
            lang,
            "Django is imported before gevent patches it: measured, 20 of 20 requests at once failed.",
            "Django se importa antes del parche de gevent: medido, fallaron 20 de 20 peticiones simultáneas."
        ),
        FindingId::TooManyConnections => say!(
            lang,
            "Counted with a deploy under way, when old and new run together. Beyond {limit} Postgres refuses.",
            "Contadas durante un despliegue, con lo viejo y lo nuevo a la vez. Más de {limit}, Postgres las rechaza."
        ),
        FindingId::PoolForSync => say!(
            lang,
            "A sync worker uses one connection at a time; the pool opens several and 3 helper threads.",
            "Un worker sync usa una conexión; el pool abre varias y 3 hilos auxiliares."
        ),
        FindingId::Debug => say!(
            lang,
            "It keeps up to 9,000 queries a connection and shows tracebacks and settings to strangers.",
            "Guarda hasta 9.000 consultas por conexión y muestra trazas y ajustes a extraños."
        ),
        FindingId::ExportLoads => say!(
            lang,
            "All rows stand in a list before the first is written, and the worker keeps 80 to 100% of it afterwards.",
            "Todas las filas están en una lista antes de escribir la primera, y el worker retiene después el 80–100 %."
        ),
        FindingId::ExportWorkbook => say!(
            lang,
            "The ordinary workbook keeps every cell: measured, 97.5 MiB instead of 109.9.",
            "El libro normal guarda cada celda: medido, 97,5 MiB en vez de 109,9."
        ),
        FindingId::SmallChunk => say!(
            lang,
            "Against 2,000 it saves about 11 MiB and makes twenty times the round trips.",
            "Frente a 2.000 ahorra unos 11 MiB y hace veinte veces más viajes a la base."
        ),
        FindingId::NoCursor => say!(
            lang,
            "In transaction mode there is no server-side cursor: the whole result arrives, whatever the chunk.",
            "En modo transacción no hay cursor en el servidor: llega todo el resultado, sea cual sea el lote."
        ),
        FindingId::UploadRead => say!(
            lang,
            "file.read() holds the whole file ({file}), once a copy; from the second on the worker keeps one.",
            "file.read() retiene todo el archivo ({file}), una vez por copia; desde el segundo, el worker guarda uno."
        ),
        FindingId::TempInMemory => say!(
            lang,
            "A folder in tmpfs is memory that cannot be reclaimed: {file} for each upload under way.",
            "Una carpeta en tmpfs es memoria no recuperable: {file} por cada subida en curso."
        ),
        FindingId::FileLogs => say!(
            lang,
            "No process holds them, but their page cache is in Railway's metric and on the bill.",
            "Ningún proceso los retiene, pero su caché de página está en la métrica y en la factura."
        ),
        FindingId::Tier => say!(
            lang,
            "A limit costs nothing; a subscription does, and a peak over the limit is killed.",
            "Un límite no cuesta; una suscripción sí, y un pico sobre el límite muere."
        ),
        FindingId::NoLimit => say!(
            lang,
            "A leak grows to the Railway plan's limit, and all of it is billed.",
            "Una fuga crece hasta el límite del plan, y todo se cobra."
        ),
        FindingId::NoUsageLimit => {
            say!(
                lang,
                "Nothing tells you before the bill does.",
                "Nada te avisa antes que la factura."
            )
        }
        FindingId::LimitNotInForce => say!(
            lang,
            "A service above its limit would have been killed: the limit is not set on Railway yet.",
            "Un servicio por encima de su límite habría muerto: el límite aún no está puesto en Railway."
        ),
        FindingId::WorkerShrinks => say!(
            lang,
            "Fewer workers do not make a worker smaller, and no setting here does.",
            "Menos workers no hacen más pequeño a un worker, y ningún ajuste de aquí tampoco."
        ),
        FindingId::SetInFile => say!(
            lang,
            "In 108 of 165 public configurations no variable can change the workers. GUNICORN_CMD_ARGS can.",
            "En 108 de 165 configuraciones públicas ninguna variable cambia los workers. GUNICORN_CMD_ARGS sí."
        ),
        FindingId::ConnMaxAge => say!(
            lang,
            "A connection takes 19 kB in a worker. Lower it for Postgres' sake, not for memory here.",
            "Una conexión ocupa 19 kB en un worker. Bájalo por Postgres, no por la memoria."
        ),
        FindingId::SelectRelated => say!(
            lang,
            "Measured on 1,000 rows: 4.1 MiB as N+1, 4.4 with select_related. It saves queries and time.",
            "Medido con 1.000 filas: 4,1 MiB con N+1, 4,4 con select_related. Ahorra consultas y tiempo."
        ),
        FindingId::SmallReads => say!(
            lang,
            "The default is 64 KiB: 8 KiB save 56 KB, and none on files held in memory, where the size is ignored.",
            "Por defecto son 64 KiB: 8 KiB ahorran 56 KB, y nada en archivos en memoria, que ignoran el tamaño."
        ),
        FindingId::IdleVariables => say!(
            lang,
            "The first is Railway's default; nothing reads the other two unless your code does.",
            "La primera ya es el valor de Railway; las otras dos no las lee nadie salvo tu código."
        ),
    }
}

/// The edit that mends it.
pub fn fix(finding: &Finding, reader: Reader) -> String {
    let lang = reader.lang;
    let wanted = plain(finding.facts.wanted, lang);
    match finding.id {
        FindingId::CpuCount | FindingId::TooManyWorkers => {
            say!(lang, "Set a fixed number: {wanted}.", "Fija un número: {wanted}.")
        }
        FindingId::TwoSources => {
            say!(lang, "Keep WEB_CONCURRENCY alone.", "Deja solo WEB_CONCURRENCY.")
        }
        FindingId::Threads => say!(
            lang,
            "{wanted} gthread workers with 4 threads.",
            "{wanted} workers gthread con 4 hilos."
        ),
        FindingId::NoRecycling => {
            say!(lang, "max_requests 1,000, jitter 200.", "max_requests 1.000, jitter 200.")
        }
        FindingId::ShortJitter => say!(lang, "A jitter of {wanted}.", "Un jitter de {wanted}."),
        FindingId::PreloadThaws => {
            say!(
                lang,
                "gc.freeze() in when_ready, as in the exported file.",
                "gc.freeze() en when_ready, como en el archivo exportado."
            )
        }
        FindingId::GeventLeak => say!(
            lang,
            "CONN_MAX_AGE 0, or the psycopg pool.",
            "CONN_MAX_AGE 0, o el pool de psycopg."
        ),
        FindingId::GeventPreload => say!(
            lang,
            "monkey.patch_all() first in gunicorn.conf.py: the exported file does it.",
            "monkey.patch_all() al principio de gunicorn.conf.py: el archivo exportado lo hace."
        ),
        FindingId::TooManyConnections => {
            say!(lang, "At most {wanted} a worker.", "Como mucho {wanted} por worker.")
        }
        FindingId::PoolForSync => say!(lang, "Turn it off.", "Desactívalo."),
        FindingId::Debug => say!(lang, "DEBUG = False.", "DEBUG = False."),
        FindingId::ExportLoads => say!(
            lang,
            ".iterator() and CSV or a write-only workbook: see export_view.py below.",
            ".iterator() y CSV o un libro write-only: mira export_view.py abajo."
        ),
        FindingId::ExportWorkbook => {
            say!(lang, "Workbook(write_only=True).", "Workbook(write_only=True).")
        }
        FindingId::SmallChunk => {
            say!(lang, "Take {wanted}, the default.", "Usa {wanted}, el valor por defecto.")
        }
        FindingId::NoCursor => {
            say!(
                lang,
                "Run exports over DATABASE_UNPOOLED_URL.",
                "Haz las exportaciones por DATABASE_UNPOOLED_URL."
            )
        }
        FindingId::UploadRead => say!(
            lang,
            "file.chunks(): see upload_hash.py below.",
            "file.chunks(): mira upload_hash.py abajo."
        ),
        FindingId::TempInMemory => {
            say!(lang, "FILE_UPLOAD_TEMP_DIR on disk.", "FILE_UPLOAD_TEMP_DIR en disco.")
        }
        FindingId::FileLogs => say!(lang, "One handler to stdout.", "Un solo handler a stdout."),
        FindingId::Tier => say!(lang, "Change the Railway plan.", "Cambia el plan de Railway."),
        FindingId::NoLimit => {
            let wanted = size(finding.facts.wanted, reader);
            say!(
                lang,
                "{wanted}: 1.5 times the peak's high end.",
                "{wanted}: 1,5 veces el extremo alto del pico."
            )
        }
        FindingId::NoUsageLimit => {
            say!(
                lang,
                "Set one: see railway_limit.sh below.",
                "Pon uno: mira railway_limit.sh abajo."
            )
        }
        FindingId::LimitNotInForce => {
            say!(lang, "Set it when the target fits.", "Ponlo cuando el objetivo quepa.")
        }
        FindingId::WorkerShrinks => {
            say!(lang, "Measure a warm worker again.", "Mide otra vez un worker caliente.")
        }
        FindingId::SetInFile => say!(
            lang,
            "The exported variables use GUNICORN_CMD_ARGS, which overrides the file.",
            "Las variables exportadas usan GUNICORN_CMD_ARGS, que gana al archivo."
        ),
        FindingId::ConnMaxAge
        | FindingId::SelectRelated
        | FindingId::SmallReads
        | FindingId::IdleVariables => {
            say!(lang, "Nothing to change for memory.", "Nada que cambiar por la memoria.")
        }
    }
}

/// What it costs in capacity or work.
pub fn cost(finding: &Finding, reader: Reader) -> String {
    let lang = reader.lang;
    match finding.id {
        FindingId::CpuCount | FindingId::TooManyWorkers => say!(
            lang,
            "Cost: fewer requests at once; threads give them back.",
            "Coste: menos peticiones a la vez; los hilos las devuelven."
        ),
        FindingId::Threads => say!(
            lang,
            "Cost: code must be thread-safe; CPU-bound requests share a worker.",
            "Coste: el código debe soportar hilos; lo que usa CPU comparte worker."
        ),
        FindingId::NoRecycling | FindingId::ShortJitter => {
            say!(
                lang,
                "Cost: a worker starts anew now and then.",
                "Coste: un worker arranca de nuevo de vez en cuando."
            )
        }
        FindingId::GeventLeak => {
            say!(lang, "Cost: a connection a request.", "Coste: una conexión por petición.")
        }
        FindingId::TooManyConnections => {
            say!(lang, "Cost: fewer requests at once.", "Coste: menos peticiones a la vez.")
        }
        FindingId::ExportLoads | FindingId::ExportWorkbook | FindingId::UploadRead => {
            say!(
                lang,
                "Cost: an afternoon of code and tests.",
                "Coste: una tarde de código y pruebas."
            )
        }
        FindingId::PreloadThaws | FindingId::GeventPreload => {
            say!(lang, "Cost: a configuration file.", "Coste: un archivo de configuración.")
        }
        FindingId::NoLimit => say!(
            lang,
            "Cost: a peak above it kills a worker.",
            "Coste: un pico por encima mata un worker."
        ),
        FindingId::Tier => {
            say!(lang, "Cost: the other plan's limits.", "Coste: los límites del otro plan.")
        }
        FindingId::NoUsageLimit => say!(
            lang,
            "Cost: a hard limit stops everything; an alert does not.",
            "Coste: un límite duro lo para todo; un aviso no."
        ),
        FindingId::TwoSources
        | FindingId::PoolForSync
        | FindingId::Debug
        | FindingId::SmallChunk
        | FindingId::NoCursor
        | FindingId::TempInMemory
        | FindingId::FileLogs
        | FindingId::LimitNotInForce
        | FindingId::WorkerShrinks
        | FindingId::SetInFile
        | FindingId::ConnMaxAge
        | FindingId::SelectRelated
        | FindingId::SmallReads
        | FindingId::IdleVariables => say!(lang, "Cost: none.", "Coste: ninguno."),
    }
}

/// What the button says: what will happen.
pub fn apply(finding: &Finding, reader: Reader) -> String {
    let lang = reader.lang;
    let number = finding.fix.iter().find_map(|edit| {
        if let Edit::Set(_, FieldId::Workers, Value::Number(number)) = edit {
            Some(number.likely)
        } else {
            None
        }
    });
    if let Some(workers) = number {
        let workers = plain(workers, lang);
        return say!(lang, "Apply: {workers} workers", "Aplicar: {workers} workers");
    }
    word!(lang, "Apply", "Aplicar").to_owned()
}

/// Where it is known from.
pub fn source(finding: &Finding, lang: Lang) -> String {
    let (at, date) = (finding.source.at, finding.source.date);
    if at.starts_with("https://") {
        say!(lang, "Source: {at} ({date})", "Fuente: {at} ({date})")
    } else {
        say!(lang, "Measured: {at} ({date})", "Medido: {at} ({date})")
    }
}

/// What was seen and is not in the sum.
pub fn gap_title(gap: &Gap, reader: Reader) -> String {
    let lang = reader.lang;
    let missing = size(gap.unexplained.abs(), reader);
    if gap.unexplained > 0.0 {
        say!(lang, "{missing} are not in the sum", "Faltan {missing} en la suma")
    } else {
        say!(lang, "The sum is {missing} too high", "La suma da {missing} de más")
    }
}

/// Observed against the sum.
pub fn gap_sum(gap: &Gap, reader: Reader) -> String {
    let (observed, explained) = (size(gap.observed, reader), size(gap.explained, reader));
    let side = side_name(SideId::Current, reader.lang).to_lowercase();
    say!(
        reader.lang,
        "The dashboard shows {observed} at rest; the parts ({side}) add up to {explained}.",
        "El panel muestra {observed} en reposo; las partes ({side}) suman {explained}."
    )
}

/// Something that would explain it.
pub fn explanation(explanation: &Explanation, reader: Reader) -> String {
    let lang = reader.lang;
    let (workers, each) =
        (plain(f64::from(explanation.workers), lang), size(explanation.each, reader));
    let total = size(explanation.total.likely, reader);
    match explanation.kind {
        ExplanationKind::ManyWorkers => say!(
            lang,
            "Likelier: {workers} workers of {each}, from cpu_count() * 2 + 1 on the host's CPUs: {total}. Measured with 97: 3.6 GB at boot, 4.4 GB after ten requests each, 5.8 GB as a sum of RSS.",
            "Más probable: {workers} workers de {each}, por cpu_count() * 2 + 1 con las CPU del servidor: {total}. Medido con 97: 3,6 GB al arrancar, 4,4 GB tras diez peticiones cada uno, 5,8 GB sumando RSS."
        ),
        ExplanationKind::KeptByWorkers => say!(
            lang,
            "Or {workers} workers that each keep {each} of their largest job: {total}.",
            "O {workers} workers que retienen {each} de su mayor trabajo cada uno: {total}."
        ),
    }
}

/// The button that opens it.
pub fn open_explanation(explanation: &Explanation, lang: Lang) -> String {
    let workers = plain(f64::from(explanation.workers), lang);
    say!(lang, "Open: {workers} workers now", "Abrir: {workers} workers ahora")
}

/// How to tell the two apart.
pub fn gap_tell_apart(lang: Lang) -> &'static str {
    word!(
        lang,
        "To tell them apart, count the processes:",
        "Para distinguirlas, cuenta los procesos:"
    )
}

/// Whether a tier fits, and why not.
pub fn tier_choice(choice: &TierChoice, reader: Reader) -> String {
    let lang = reader.lang;
    if choice.fits() {
        let price = if choice.tier == TierId::Enterprise {
            word!(lang, "; from $1,000 of committed spend", "; desde 1.000 $ de gasto comprometido")
        } else {
            ""
        };
        return if choice.cheapest {
            let name = tier_name(choice.tier, lang);
            say!(
                lang,
                "fits; {name} is the cheapest that does",
                "cabe; {name} es el más barato que sirve"
            )
        } else {
            say!(lang, "fits{price}", "cabe{price}")
        };
    }
    let reasons: Vec<String> = choice.unfit.iter().map(|unfit| reason(*unfit, reader)).collect();
    reasons.join("; ")
}

fn reason(unfit: Unfit, reader: Reader) -> String {
    let lang = reader.lang;
    match unfit {
        Unfit::Memory { by } => {
            let by = size(by, reader);
            say!(lang, "peak over by {by}", "el pico sobra {by}")
        }
        Unfit::Replicas { most } => {
            say!(lang, "at most {most} replicas", "como mucho {most} réplicas")
        }
        Unfit::Cpu { most } => {
            let most = plain(most, lang);
            say!(lang, "at most {most} vCPU a replica", "como mucho {most} vCPU por réplica")
        }
        Unfit::Credit { after_days } => {
            let days = plain(after_days, lang);
            say!(lang, "the credit is gone after {days} days", "el crédito se agota en {days} días")
        }
    }
}
