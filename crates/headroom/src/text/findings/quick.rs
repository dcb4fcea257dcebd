//! Gunicorn's settings and variables.

use super::Words;
use crate::advise::evidence::{Quick, Remedy};
use crate::coefficient::measured;
use crate::part::workers::Preload;
use crate::riddle::{self, RiddleId};
use crate::text::number::{counted, percent, plain, size};
use crate::text::{Lang, Reader, say};
use crate::units::Estimate;

pub(super) fn words(seen: Quick, reader: Reader) -> Words {
    let lang = reader.lang;
    match seen {
        Quick::CpuCount { workers, cpus, to } => cpu_count(workers, cpus, to, reader),
        Quick::CpuFormula { workers, cpus, there } => cpu_formula(workers, cpus, there, lang),
        Quick::Threads { workers, to, threads } => in_threads(workers, to, threads, reader),
        Quick::TooManyWorkers { workers, to, peak, limit } => {
            too_many_workers([workers, to], [size(peak, reader), size(limit, reader)], lang)
        }
        Quick::NoRecycling { max_requests, jitter } => no_recycling(max_requests, jitter, lang),
        Quick::ShortJitter { max_requests, jitter, to } => {
            short_jitter(max_requests, jitter, to, lang)
        }
        Quick::PreloadThaws { to } => preload_thaws(to, lang),
        Quick::GeventLeak { seconds, allowed } => gevent_leak(seconds, allowed, lang),
        Quick::GeventPreload => gevent_preload(lang),
        Quick::GeventNoSaving { each } => gevent_no_saving(&size(each, reader), lang),
        Quick::Jemalloc { kept, each } => jemalloc(kept, &size(each, reader), lang),
        Quick::TooManyConnections { opened, allowed, remedy } => {
            too_many_connections(opened, allowed, remedy, lang)
        }
        Quick::TwoSources => two_sources(lang),
        Quick::SetInFile { workers } => set_in_file(workers, lang),
        Quick::IdleVariables => idle_variables(lang),
    }
}

fn number(count: u32, lang: Lang) -> String {
    plain(f64::from(count), lang)
}

/// The same in both languages: Gunicorn's word is a worker everywhere.
fn workers(count: u32) -> String {
    if count == 1 { "1 worker".to_owned() } else { format!("{count} workers") }
}

fn threads_of(count: u32, lang: Lang) -> String {
    counted(f64::from(count), ["thread", "threads"], ["hilo", "hilos"], lang)
}

fn cpu_count(found: u32, cpus: u32, to: u32, reader: Reader) -> Words {
    let lang = reader.lang;
    let held = size(riddle::measured(RiddleId::NinetySeven).warm, reader);
    Words {
        title: say!(lang, "{found} workers from a CPU count", "{found} workers por contar las CPU"),
        why: say!(
            lang,
            "On Railway cpu_count() counts the host's: {cpus} CPUs make {found} workers, each a whole copy of the application. 97 held {held} after ten requests each.",
            "En Railway cpu_count() cuenta las del host: {cpus} CPU dan {found} workers, cada uno con su copia de la aplicación. 97 ocuparon {held} tras diez peticiones cada uno."
        ),
        fix: say!(
            lang,
            "WEB_CONCURRENCY={to}, and no cpu_count() in the file.",
            "WEB_CONCURRENCY={to}, y sin cpu_count() en el archivo."
        ),
        cost: say!(
            lang,
            "fewer requests at once. Gunicorn's manual: 4 to 12 workers serve hundreds a second.",
            "menos peticiones a la vez. Según el manual de Gunicorn, de 4 a 12 workers atienden cientos por segundo."
        ),
        apply: workers(to),
    }
}

fn cpu_formula(found: u32, cpus: u32, there: u32, lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "{found} workers may be {there} on Railway",
            "{found} workers pueden ser {there} en Railway"
        ),
        why: say!(
            lang,
            "cpu_count() * 2 + 1 is {found} with 2 CPUs. A container on Railway sees its host's, {cpus} say, and the same line makes {there}.",
            "cpu_count() * 2 + 1 da {found} con 2 CPU. Un contenedor en Railway ve las del host, por ejemplo {cpus}, y la misma línea da {there}."
        ),
        fix: say!(
            lang,
            "If the file has that formula, let it read WEB_CONCURRENCY={found} instead.",
            "Si el archivo usa esa fórmula, que lea WEB_CONCURRENCY={found} en su lugar."
        ),
        cost: String::new(),
        apply: say!(lang, "a fixed {found}", "{found} fijos"),
    }
}

fn in_threads(found: u32, to: u32, threads: u32, reader: Reader) -> Words {
    let lang = reader.lang;
    let thread = size(measured::THREAD.estimate.likely, reader);
    Words {
        title: say!(
            lang,
            "{found} processes where threads would do",
            "{found} procesos donde bastarían hilos"
        ),
        why: say!(
            lang,
            "A process is a whole copy of the application, a thread about {thread}. What waits for the database can wait in a thread.",
            "Un proceso es una copia entera de la aplicación; un hilo, cerca de {thread}. Lo que espera a la base de datos puede esperar en un hilo."
        ),
        fix: say!(
            lang,
            "worker_class = \"gthread\", workers = {to}, threads = {threads}.",
            "worker_class = \"gthread\", workers = {to}, threads = {threads}."
        ),
        cost: say!(
            lang,
            "the code must be thread-safe, views that compute share a worker, and exports in one worker add up.",
            "el código debe ser seguro con hilos, las vistas que calculan comparten worker y las exportaciones de un worker se suman."
        ),
        apply: format!("{} × {}", workers(to), threads_of(threads, lang)),
    }
}

fn too_many_workers([found, to]: [u32; 2], [peak, limit]: [String; 2], lang: Lang) -> Words {
    let fewer = workers(to);
    Words {
        title: say!(
            lang,
            "{found} workers do not fit in {limit}",
            "{found} workers no caben en {limit}"
        ),
        why: say!(
            lang,
            "With all that runs, the peak is {peak}. At the limit the kernel kills a worker in the middle of its requests, and no alert says so.",
            "Con todo lo que corre, el pico es {peak}. En el límite el kernel mata un worker en medio de sus peticiones, y ningún aviso lo dice."
        ),
        fix: format!("WEB_CONCURRENCY={to}"),
        cost: say!(
            lang,
            "fewer requests at once: {fewer} instead of {found}; threads make up for it.",
            "menos peticiones a la vez: {fewer} en vez de {found}; los hilos lo compensan."
        ),
        apply: fewer.clone(),
    }
}

fn no_recycling(max_requests: u32, jitter: u32, lang: Lang) -> Words {
    let after = number(max_requests, lang);
    Words {
        title: say!(lang, "Workers are never recycled", "Los workers nunca se reciclan"),
        why: say!(
            lang,
            "A worker keeps nearly all of the largest workbook it ever made, and any leak, until it is replaced: as it is now, at the next deploy.",
            "Un worker retiene casi todo el mayor libro de Excel que generó, y cualquier fuga, hasta que se sustituye: tal como está, en el próximo despliegue."
        ),
        fix: format!("max_requests = {max_requests}, max_requests_jitter = {jitter}"),
        cost: say!(
            lang,
            "each restart loads the application again, a second or two of one worker.",
            "cada reinicio vuelve a cargar la aplicación: uno o dos segundos de un worker."
        ),
        apply: say!(lang, "recycle after {after}", "reciclar tras {after}"),
    }
}

fn short_jitter(max_requests: u32, jitter: u32, to: u32, lang: Lang) -> Words {
    let within = percent(f64::from(jitter) / f64::from(max_requests.max(1)), lang);
    Words {
        title: say!(
            lang,
            "Jitter {jitter} on {max_requests}: restarts coincide",
            "Jitter {jitter} sobre {max_requests}: reinicios a la vez"
        ),
        why: say!(
            lang,
            "Workers that start together answer about as many requests and restart within {within} of their life of each other.",
            "Los workers que arrancan juntos atienden casi las mismas peticiones y se reinician con un {within} de su vida de diferencia."
        ),
        fix: format!("max_requests_jitter = {to}"),
        cost: say!(
            lang,
            "a worker lives up to {to} requests longer.",
            "un worker vive hasta {to} peticiones más."
        ),
        apply: format!("jitter {to}"),
    }
}

fn preload_thaws(to: Preload, lang: Lang) -> Words {
    match to {
        Preload::Off => Words {
            title: say!(lang, "Preload saves nothing here", "Preload no ahorra nada aquí"),
            why: say!(
                lang,
                "One worker has nobody to share with: preload adds a copy in the arbiter.",
                "Un solo worker no tiene con quién compartir: preload añade una copia en el árbitro."
            ),
            fix: "preload_app = False".to_owned(),
            cost: String::new(),
            apply: say!(lang, "no preload", "sin preload"),
        },
        Preload::On | Preload::Frozen => Words {
            title: say!(
                lang,
                "Preload hardly lasts without gc.freeze()",
                "Preload apenas dura sin gc.freeze()"
            ),
            why: say!(
                lang,
                "The first full garbage collection in a worker writes to every object, and three quarters of what was shared becomes its own again.",
                "La primera recolección de basura completa en un worker escribe en cada objeto, y tres cuartas partes de lo compartido vuelven a ser suyas."
            ),
            fix: say!(
                lang,
                "gc.freeze() in when_ready, once the URLconf is loaded: the exported gunicorn.conf.py does it.",
                "gc.freeze() en when_ready, con la URLconf cargada: el gunicorn.conf.py exportado lo hace."
            ),
            cost: say!(lang, "a few lines in a file.", "unas líneas en un archivo."),
            apply: say!(lang, "with gc.freeze()", "con gc.freeze()"),
        },
    }
}

fn gevent_leak(seconds: u32, allowed: u32, lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "gevent, CONN_MAX_AGE {seconds}: connections leak",
            "gevent, CONN_MAX_AGE {seconds}: fuga de conexiones"
        ),
        why: say!(
            lang,
            "Each greenlet opens a connection, nobody uses it again and nobody closes it: about a hundred requests use up the {allowed} of Postgres, whatever the seconds.",
            "Cada greenlet abre una conexión que nadie reutiliza ni cierra: unas cien peticiones agotan las {allowed} de Postgres, sea cual sea el valor."
        ),
        fix: say!(
            lang,
            "CONN_MAX_AGE = 0, or psycopg's pool.",
            "CONN_MAX_AGE = 0, o el pool de psycopg."
        ),
        cost: say!(lang, "a new connection a request.", "una conexión nueva por petición."),
        apply: "CONN_MAX_AGE 0".to_owned(),
    }
}

fn gevent_preload(lang: Lang) -> Words {
    Words {
        title: say!(lang, "gevent with preload: patch first", "gevent con preload: parchear antes"),
        why: say!(
            lang,
            "gevent patches in the worker, after preload has imported Django: 20 of 20 requests at once failed in the lab.",
            "gevent parchea en el worker, cuando preload ya importó Django: en el laboratorio fallaron 20 de 20 peticiones a la vez."
        ),
        fix: say!(
            lang,
            "from gevent import monkey; monkey.patch_all() as the first line of gunicorn.conf.py. The exported file has it.",
            "from gevent import monkey; monkey.patch_all() como primera línea de gunicorn.conf.py. El archivo exportado la trae."
        ),
        cost: String::new(),
        apply: String::new(),
    }
}

fn gevent_no_saving(each: &str, lang: Lang) -> Words {
    Words {
        title: say!(lang, "gevent itself saves no memory", "gevent por sí solo no ahorra memoria"),
        why: say!(
            lang,
            "A gevent worker takes {each} more than a sync one. Needing fewer of them is what saves, and threads do that too: 0 MB.",
            "Un worker gevent ocupa {each} más que uno sync. Lo que ahorra es necesitar menos, y con hilos también se logra: 0 MB."
        ),
        fix: say!(
            lang,
            "With gevent: gunicorn[gevent], and psycopg 3.1.14 or newer, or psycogreen; otherwise the database blocks every greenlet.",
            "Con gevent: gunicorn[gevent], y psycopg 3.1.14 o posterior, o psycogreen; si no, la base de datos bloquea todos los greenlets."
        ),
        cost: say!(
            lang,
            "a view that computes holds up all others of its worker.",
            "una vista que calcula detiene a las demás de su worker."
        ),
        apply: String::new(),
    }
}

fn jemalloc(kept: Estimate, each: &str, lang: Lang) -> Words {
    let [least, middle, most] = [kept.low, kept.likely, kept.high].map(|part| percent(part, lang));
    Words {
        title: say!(lang, "jemalloc keeps more than glibc", "jemalloc retiene más que glibc"),
        why: say!(
            lang,
            "Measured on exports, a worker with jemalloc kept {least} to {most} of what glibc keeps of them, most likely {middle}, and each process takes {each} more from the start.",
            "Medido con exportaciones, un worker con jemalloc retuvo de {least} a {most} de lo que retiene glibc, lo más probable {middle}, y cada proceso ocupa {each} más desde el principio."
        ),
        fix: say!(
            lang,
            "Take LD_PRELOAD out, and measure both: a service whose memory grows in other ways may find the opposite.",
            "Quita LD_PRELOAD y mide ambos: un servicio cuya memoria crece de otro modo puede ver lo contrario."
        ),
        cost: String::new(),
        apply: say!(lang, "glibc", "glibc"),
    }
}

fn too_many_connections(opened: u32, allowed: u32, remedy: Remedy, lang: Lang) -> Words {
    let opened = number(opened, lang);
    let (fix, cost, apply) = match remedy {
        Remedy::Greenlets(each) => (format!("worker_connections = {each}"), waiting(lang), {
            let each = counted(
                f64::from(each),
                ["connection", "connections"],
                ["conexión", "conexiones"],
                lang,
            );
            say!(lang, "{each} a worker", "{each} por worker")
        }),
        Remedy::Threads(each) => (format!("threads = {each}"), waiting(lang), {
            let threads = threads_of(each, lang);
            say!(lang, "{threads} a worker", "{threads} por worker")
        }),
        Remedy::Pool(each) => (
            format!("\"pool\": {{\"max_size\": {each}}}"),
            waiting(lang),
            say!(lang, "a pool of {each}", "un pool de {each}"),
        ),
        Remedy::PgBouncer => (
            say!(
                lang,
                "Put Railway's PgBouncer in between.",
                "Pon el PgBouncer de Railway por medio."
            ),
            say!(
                lang,
                "no server-side cursors: iterator() then gets all rows at once.",
                "sin cursores en el servidor: iterator() recibe entonces todas las filas de una vez."
            ),
            "PgBouncer".to_owned(),
        ),
    };
    Words {
        title: say!(
            lang,
            "Up to {opened} connections, {allowed} allowed",
            "Hasta {opened} conexiones; se permiten {allowed}"
        ),
        why: say!(
            lang,
            "All workers at their busiest, twice over during a deploy. Beyond {allowed} Postgres says \"too many clients already\" and requests fail.",
            "Todos los workers al máximo, y el doble en un despliegue. Por encima de {allowed}, Postgres responde «too many clients already» y las peticiones fallan."
        ),
        fix,
        cost,
        apply,
    }
}

fn waiting(lang: Lang) -> String {
    say!(lang, "requests beyond that wait.", "las peticiones de más esperan.")
}

fn two_sources(lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "The worker count is set in two places",
            "El número de workers se fija en dos sitios"
        ),
        why: say!(
            lang,
            "Gunicorn reads WEB_CONCURRENCY alone. GUNICORN_WORKERS counts only if the file reads it, and then it wins: change the wrong one and nothing happens.",
            "Gunicorn solo lee WEB_CONCURRENCY. GUNICORN_WORKERS vale únicamente si el archivo la lee, y entonces gana: si cambias la otra, no pasa nada."
        ),
        fix: say!(
            lang,
            "Keep WEB_CONCURRENCY, and let the file read that or nothing.",
            "Deja WEB_CONCURRENCY, y que el archivo lea esa o ninguna."
        ),
        cost: String::new(),
        apply: say!(lang, "WEB_CONCURRENCY alone", "solo WEB_CONCURRENCY"),
    }
}

fn set_in_file(found: u32, lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "WEB_CONCURRENCY does nothing here",
            "WEB_CONCURRENCY no tiene efecto aquí"
        ),
        why: say!(
            lang,
            "A file sets the workers, and a file wins over the variable, as in 108 of 165 public configurations.",
            "Un archivo fija los workers y gana a la variable, como en 108 de 165 configuraciones públicas."
        ),
        fix: say!(
            lang,
            "The exported file reads the variable. Without a commit: GUNICORN_CMD_ARGS=\"--workers {found}\".",
            "El archivo exportado lee la variable. Sin commit: GUNICORN_CMD_ARGS=\"--workers {found}\"."
        ),
        cost: String::new(),
        apply: say!(lang, "read the variable", "leer la variable"),
    }
}

fn idle_variables(lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "Three variables that save no memory",
            "Tres variables que no ahorran memoria"
        ),
        why: say!(
            lang,
            "Railway's builder, Railpack, sets PYTHONUNBUFFERED=1 already. GUNICORN_TIMEOUT and LOG_LEVEL are read by nothing but your own code. 0 MB.",
            "Railpack, que construye la imagen en Railway, ya pone PYTHONUNBUFFERED=1. GUNICORN_TIMEOUT y LOG_LEVEL solo las lee tu propio código. 0 MB."
        ),
        fix: say!(
            lang,
            "Leave them out, or read them in your code; LOG_LEVEL=WARNING would hide the lines of a memory monitor.",
            "Quítalas, o léelas en tu código; LOG_LEVEL=WARNING ocultaría las líneas de un monitor de memoria."
        ),
        cost: String::new(),
        apply: String::new(),
    }
}
