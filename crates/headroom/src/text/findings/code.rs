//! The project's code and settings.

use super::Words;
use crate::advise::evidence::Code;
use crate::text::number::{percent, plain, size};
use crate::text::{Lang, Reader, say};
use crate::units::{KIB, MIB};

/// Rows with two relations, fetched in either way (lab 8).
const N_PLUS_ONE: f64 = 4.1 * MIB;
const JOINED: f64 = 4.4 * MIB;

pub(super) fn words(seen: Code, reader: Reader) -> Words {
    let lang = reader.lang;
    let bytes = |bytes| size(bytes, reader);
    match seen {
        Code::ExportLoads { rows, chunk, each, kept, then, no_cursors } => {
            let sizes = [bytes(each), bytes(kept), bytes(then)];
            export_loads(&plain(rows, lang), chunk, sizes, no_cursors, lang)
        }
        Code::ExportWorkbook { each, whole, then } => {
            let part = each / whole.max(1.0);
            export_workbook([bytes(each), bytes(then), percent(part, lang)], lang)
        }
        Code::SmallChunk { chunk, to, more } => small_chunk(chunk, to, &bytes(more), lang),
        Code::NoCursor { each, then } => no_cursor([bytes(each), bytes(then)], lang),
        Code::UploadRead { size, each, then } => {
            upload_read([bytes(size), bytes(each), bytes(then)], lang)
        }
        Code::UploadCopies { copies } => upload_copies(copies, lang),
        Code::TempInMemory { size } => temp_in_memory(&bytes(size), lang),
        Code::SmallReads => small_reads(&bytes(56.0 * KIB), lang),
        Code::FileLogs { bytes: held, handlers } => file_logs(&bytes(held), handlers, lang),
        Code::Debug { log } => debug(&bytes(log), lang),
        Code::PoolForSync { opened, workers } => pool_for_sync(opened, workers, lang),
        Code::ConnMaxAge { from, to, each } => conn_max_age(from, to, &bytes(each), lang),
        Code::SelectRelated => select_related([bytes(N_PLUS_ONE), bytes(JOINED)], lang),
    }
}

fn write_only(lang: Lang) -> String {
    say!(
        lang,
        "some code: a write-only workbook takes its rows in order and cannot go back.",
        "algo de código: un libro de Excel write-only recibe las filas en orden y no puede volver atrás."
    )
}

fn export_loads(
    rows: &str,
    chunk: u32,
    [each, kept, then]: [String; 3],
    no_cursors: bool,
    lang: Lang,
) -> Words {
    let streamed = if no_cursors {
        say!(
            lang,
            "Streamed it takes {then}: behind PgBouncer all its rows still come at once.",
            "Por lotes ocupa {then}: tras PgBouncer todas sus filas siguen llegando de una vez."
        )
    } else {
        say!(
            lang,
            "Streamed it takes {then}, however many rows.",
            "Por lotes ocupa {then}, sean las filas que sean."
        )
    };
    Words {
        title: say!(
            lang,
            "Exports load all {rows} rows",
            "Las exportaciones cargan las {rows} filas"
        ),
        why: say!(
            lang,
            "One takes {each}, and its worker keeps {kept} of that. {streamed}",
            "Cada una ocupa {each}, y su worker retiene {kept}. {streamed}"
        ),
        fix: say!(
            lang,
            "queryset.iterator(chunk_size={chunk}) into CSV or Workbook(write_only=True): export_view.py.",
            "queryset.iterator(chunk_size={chunk}) hacia CSV o Workbook(write_only=True): export_view.py."
        ),
        cost: write_only(lang),
        apply: say!(lang, "stream exports", "exportar por lotes"),
    }
}

fn export_workbook([each, then, left]: [String; 3], lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "iterator() into an ordinary workbook",
            "iterator() hacia un libro de Excel normal"
        ),
        why: say!(
            lang,
            "The workbook keeps every cell until it is saved: {each} an export, {left} of what loading all rows takes. Write-only takes {then}.",
            "El libro retiene cada celda hasta que se guarda: {each} por exportación, el {left} de lo que ocupa cargarlo todo. Write-only ocupa {then}."
        ),
        fix: "Workbook(write_only=True)".to_owned(),
        cost: write_only(lang),
        apply: say!(lang, "write-only", "write-only"),
    }
}

fn small_chunk(chunk: u32, to: u32, more: &str, lang: Lang) -> Words {
    let times = plain(f64::from(to) / f64::from(chunk.max(1)), lang);
    let usual = plain(f64::from(to), lang);
    Words {
        title: say!(
            lang,
            "Chunks of {chunk} rows cost time",
            "Los lotes de {chunk} filas cuestan tiempo"
        ),
        why: say!(
            lang,
            "{times} times as many round trips to the database as with {usual}, and as many times the queries of a prefetch. That saves {more} while an export runs, and at rest 0 MB.",
            "{times} veces los viajes a la base de datos que con {usual}, y otras tantas las consultas de un prefetch. Eso ahorra {more} mientras dura la exportación, y en reposo 0 MB."
        ),
        fix: format!("iterator(chunk_size={to})"),
        cost: say!(lang, "{more} while an export runs.", "{more} mientras dura una exportación."),
        apply: say!(lang, "chunks of {usual}", "lotes de {usual}"),
    }
}

fn no_cursor([each, then]: [String; 2], lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "PgBouncer takes iterator()'s cursor",
            "PgBouncer deja iterator() sin cursor"
        ),
        why: say!(
            lang,
            "In transaction mode there is no server-side cursor: all rows arrive at once, {each} an export instead of {then}.",
            "En modo transacción no hay cursor en el servidor: llegan todas las filas de una vez, {each} por exportación en vez de {then}."
        ),
        fix: say!(
            lang,
            "Run exports over DATABASE_UNPOOLED_URL: a second entry in DATABASES, without DISABLE_SERVER_SIDE_CURSORS.",
            "Exporta a través de DATABASE_UNPOOLED_URL: una segunda entrada en DATABASES, sin DISABLE_SERVER_SIDE_CURSORS."
        ),
        cost: say!(
            lang,
            "an export holds one of PgBouncer's connections to the end.",
            "una exportación ocupa una conexión de PgBouncer hasta el final."
        ),
        apply: String::new(),
    }
}

fn upload_read([file, each, then]: [String; 3], lang: Lang) -> Words {
    Words {
        title: say!(lang, "Uploads are read whole", "Los archivos subidos se leen enteros"),
        why: say!(
            lang,
            "A file of {file} takes {each} with file.read(), and {then} in chunks, whatever its size.",
            "Un archivo de {file} ocupa {each} con file.read(), y {then} en trozos, sea cual sea su tamaño."
        ),
        fix: say!(
            lang,
            "for chunk in file.chunks(): upload_hash.py.",
            "for chunk in file.chunks(): upload_hash.py."
        ),
        cost: say!(
            lang,
            "the view must take it piece by piece.",
            "la vista debe procesarlo trozo a trozo."
        ),
        apply: say!(lang, "read in chunks", "leer en trozos"),
    }
}

fn upload_copies(copies: u32, lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "{copies} copies of every upload",
            "{copies} copias de cada archivo subido"
        ),
        why: say!(
            lang,
            "file.read() is one; BytesIO(content) and ContentFile(content) share it. BytesIO.write and getvalue really copy, base64 in JSON makes 5.",
            "file.read() es una; BytesIO(content) y ContentFile(content) la comparten. BytesIO.write y getvalue copian de verdad, y base64 en JSON hace 5."
        ),
        fix: say!(
            lang,
            "Hand on the file or its bytes, as they are.",
            "Pasa el archivo o sus bytes, tal cual."
        ),
        cost: String::new(),
        apply: say!(lang, "1 copy", "1 copia"),
    }
}

fn temp_in_memory(file: &str, lang: Lang) -> Words {
    Words {
        title: say!(lang, "Uploads wait in memory", "Los archivos subidos esperan en memoria"),
        why: say!(
            lang,
            "A folder in memory (tmpfs) holds {file} for each upload under way, and the kernel cannot take it back. From a file on disk it can.",
            "Una carpeta en memoria (tmpfs) ocupa {file} por cada subida en curso, y el kernel no puede recuperarlos. Los de un archivo en disco, sí."
        ),
        fix: say!(
            lang,
            "FILE_UPLOAD_TEMP_DIR on disk, as by default.",
            "FILE_UPLOAD_TEMP_DIR en disco, como por defecto."
        ),
        cost: say!(lang, "a disk is slower.", "el disco es más lento."),
        apply: say!(lang, "on disk", "en disco"),
    }
}

fn small_reads(saved: &str, lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "Chunks of 8 KiB save no memory",
            "Los trozos de 8 KiB no ahorran memoria"
        ),
        why: say!(
            lang,
            "The default is 64 KiB: {saved} less, for 8 times as many reads. Files up to 2.5 MiB are in memory and come whole, whatever size is asked for: 0 MB.",
            "Por defecto son 64 KiB: {saved} menos, por 8 veces las lecturas. Los archivos de hasta 2,5 MiB están en memoria y llegan enteros, se pida lo que se pida: 0 MB."
        ),
        fix: say!(lang, "file.chunks(), without a size.", "file.chunks(), sin tamaño."),
        cost: String::new(),
        apply: String::new(),
    }
}

fn file_logs(held: &str, handlers: u32, lang: Lang) -> Words {
    let title = if handlers > 1 {
        say!(
            lang,
            "Each log line goes to {handlers} files",
            "Cada línea de log va a {handlers} archivos"
        )
    } else {
        say!(lang, "Logs go to files", "Los logs van a archivos")
    };
    Words {
        title,
        why: say!(
            lang,
            "No process holds them, but the kernel keeps what was written in its page cache: {held} in Railway's metric and on the bill, though no process is killed for it. A deploy deletes the files.",
            "Ningún proceso los ocupa, pero el kernel guarda lo escrito en su caché de páginas: {held} en la métrica y en la factura de Railway, aunque por ella no se mata ningún proceso. Un despliegue borra los archivos."
        ),
        fix: say!(
            lang,
            "One StreamHandler with \"stream\": \"ext://sys.stdout\".",
            "Un solo StreamHandler con \"stream\": \"ext://sys.stdout\"."
        ),
        cost: say!(
            lang,
            "beyond 500 lines a second a replica, Railway drops them.",
            "por encima de 500 líneas por segundo y réplica, Railway las descarta."
        ),
        apply: say!(lang, "log to stdout", "logs a stdout"),
    }
}

fn debug(log: &str, lang: Lang) -> Words {
    Words {
        title: say!(lang, "DEBUG is on", "DEBUG está activo"),
        why: say!(
            lang,
            "Error pages show code and settings to anybody, and each connection keeps up to 9,000 queries, {log}.",
            "Las páginas de error muestran código y ajustes a cualquiera, y cada conexión guarda hasta 9000 consultas, {log}."
        ),
        fix: say!(
            lang,
            "DEBUG = False, with ALLOWED_HOSTS set.",
            "DEBUG = False, con ALLOWED_HOSTS definido."
        ),
        cost: say!(lang, "errors are read in the logs.", "los errores se leen en los logs."),
        apply: say!(lang, "DEBUG off", "DEBUG desactivado"),
    }
}

fn pool_for_sync(opened: u32, workers: u32, lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "A pool that sync workers cannot use",
            "Un pool que los workers sync no usan"
        ),
        why: say!(
            lang,
            "A sync worker uses one connection at a time. The pools may open {opened} where {workers} would do, with 3 threads each.",
            "Un worker sync usa una conexión a la vez. Los pools pueden abrir {opened} donde bastan {workers}, con 3 hilos cada uno."
        ),
        fix: say!(
            lang,
            "Take \"pool\" out of OPTIONS; CONN_MAX_AGE = 60 keeps that one open.",
            "Quita \"pool\" de OPTIONS; CONN_MAX_AGE = 60 mantiene abierta esa conexión."
        ),
        cost: String::new(),
        apply: say!(lang, "no pool", "sin pool"),
    }
}

fn conn_max_age(from: u32, to: u32, each: &str, lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "CONN_MAX_AGE {from} to {to} saves nothing",
            "CONN_MAX_AGE de {from} a {to} no ahorra nada"
        ),
        why: say!(
            lang,
            "A connection takes {each} in a worker. The setting trades latency against idle connections in Postgres: 0 MB.",
            "Una conexión ocupa {each} en un worker. El ajuste cambia latencia por conexiones ociosas en Postgres: 0 MB."
        ),
        fix: say!(
            lang,
            "Choose it for latency; 0 under gevent, and where the service should sleep (Serverless).",
            "Elígelo por la latencia; 0 con gevent, o si el servicio debe dormir (Serverless)."
        ),
        cost: String::new(),
        apply: String::new(),
    }
}

fn select_related([one_by_one, joined]: [String; 2], lang: Lang) -> Words {
    Words {
        title: say!(lang, "Mending N+1 saves no memory", "Corregir N+1 no ahorra memoria"),
        why: say!(
            lang,
            "1,000 rows took {one_by_one} with N+1 and {joined} with select_related: far fewer queries, no less memory. Where many rows share a few large ones it can take 4 times as much: 0 MB.",
            "1000 filas ocuparon {one_by_one} con N+1 y {joined} con select_related: muchas menos consultas, no menos memoria. Donde muchas filas comparten unas pocas grandes puede ocupar el cuádruple: 0 MB."
        ),
        fix: say!(
            lang,
            "Do it for the time; .only() and .values_list() are what saves memory.",
            "Hazlo por el tiempo; lo que ahorra memoria es .only() y .values_list()."
        ),
        cost: String::new(),
        apply: String::new(),
    }
}
