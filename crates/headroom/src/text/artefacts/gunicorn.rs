//! The comments of `gunicorn.conf.py`.

use super::Sentence;
use crate::coefficient::measured::WORKER_GEVENT_EXTRA;
use crate::part::workers::WorkerClass;
use crate::text::number::{plain, size};
use crate::text::{Lang, Reader, Sizes, say};

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Remark {
    EarlyPatch,
    CountHere(u32),
    CountElsewhere(u32),
    NotWithOverride,
    ClassDefault,
    Class(WorkerClass),
    Threads(u32),
    GreenletsNeed,
    Connections { opened: u32, allowed: u32 },
    IsDefault,
    IsStart,
    ControlSocket,
    Recycling { from: u32, to: u32 },
    NoJitter,
    NoRecycling,
    Preload,
    PreloadFrozen,
    Graceful { draining: u32 },
    LoadUrls,
    CloseConnections,
    Freeze,
}

impl Sentence for Remark {
    #[expect(clippy::too_many_lines, reason = "a table of sentences")]
    fn text(&self, lang: Lang) -> String {
        let number = |number: u32| plain(f64::from(number), lang);
        match *self {
            Self::EarlyPatch => say!(
                lang,
                "Preload imports Django before Gunicorn patches: without this line 20 of 20 requests at once failed \
                 (measured: lab 10).",
                "Preload importa Django antes de que Gunicorn parchee: sin esta línea fallaron 20 de 20 peticiones \
                 a la vez (medido: lab 10)."
            ),
            Self::CountHere(count) => say!(
                lang,
                "WEB_CONCURRENCY if it is set, or the plan's {count}. Nowhere else.",
                "WEB_CONCURRENCY si existe, o los {count} del plan. En ningún otro sitio."
            ),
            Self::CountElsewhere(count) => say!(
                lang,
                "workers is not here: your start command sets {count}, and a command beats this file.",
                "workers no está aquí: tu comando de inicio pone {count}, y manda sobre este archivo."
            ),
            Self::NotWithOverride => say!(
                lang,
                "GUNICORN_CMD_ARGS of variables.env would override this file: take one or the other.",
                "GUNICORN_CMD_ARGS de variables.env mandaría sobre este archivo: usa la una o el otro."
            ),
            Self::ClassDefault => say!(
                lang,
                "One request at a time in each worker: Gunicorn's default class.",
                "Una petición a la vez en cada worker: la clase por defecto de Gunicorn."
            ),
            Self::Class(class) => match class {
                WorkerClass::Sync => String::new(),
                WorkerClass::Gthread => say!(
                    lang,
                    "Threads answer more requests without another copy of the application.",
                    "Los hilos atienden más peticiones sin otra copia de la aplicación."
                ),
                WorkerClass::Gevent => {
                    let more = size(
                        WORKER_GEVENT_EXTRA.estimate.likely,
                        Reader { lang, sizes: Sizes::Decimal },
                    );
                    say!(
                        lang,
                        "Greenlets wait together; a worker itself is not smaller: {more} more than sync (measured: lab 1).",
                        "Los greenlets esperan juntos; el worker no es más pequeño: {more} más que sync (medido: lab 1)."
                    )
                }
            },
            Self::Threads(threads) => {
                if threads == 1 {
                    return say!(
                        lang,
                        "One request at a time in each worker, and one database connection.",
                        "Una petición a la vez en cada worker, y una conexión a la base de datos."
                    );
                }
                let threads = number(threads);
                say!(
                    lang,
                    "{threads} requests at a time in each worker, and as many database connections.",
                    "{threads} peticiones a la vez en cada worker, y otras tantas conexiones a la base de datos."
                )
            }
            Self::GreenletsNeed => say!(
                lang,
                "Needs gunicorn[gevent] and psycopg 3.1.14 or newer: psycopg2 blocks every greenlet.",
                "Necesita gunicorn[gevent] y psycopg 3.1.14 o posterior: psycopg2 bloquea todos los greenlets."
            ),
            Self::Connections { opened, allowed } => {
                let (opened, allowed) = (number(opened), number(allowed));
                say!(
                    lang,
                    "Up to {opened} database connections at a deploy; Postgres takes {allowed} (measured: lab 6).",
                    "Hasta {opened} conexiones a la base de datos en un despliegue; Postgres admite {allowed} (medido: lab 6)."
                )
            }
            Self::IsDefault => say!(lang, "Gunicorn's default", "valor por defecto de Gunicorn"),
            Self::IsStart => say!(
                lang,
                "what every plan starts with: check it",
                "valor inicial de todo plan: revísalo"
            ),
            Self::ControlSocket => say!(
                lang,
                "The socket for gunicornc, on by default since 25.1, takes 1.8 MiB (measured: lab 17). Older versions ignore the line.",
                "El socket de gunicornc, activo por defecto desde la 25.1, ocupa 1,8 MiB (medido: lab 17). Las versiones anteriores \
                 ignoran la línea."
            ),
            Self::Recycling { from, to } => {
                let (from, to) = (number(from), number(to));
                if from == to {
                    say!(
                        lang,
                        "A worker starts anew after {from} requests, which bounds what it gathers (measured: lab 7).",
                        "Un worker empieza de nuevo tras {from} peticiones, lo que limita lo que acumula (medido: lab 7)."
                    )
                } else {
                    say!(
                        lang,
                        "A worker starts anew after {from} to {to} requests, which bounds what it gathers (measured: lab 7); the \
                         jitter keeps them from doing so together.",
                        "Un worker empieza de nuevo tras {from} a {to} peticiones, lo que limita lo que acumula (medido: lab 7); \
                         el jitter evita que lo hagan todos a la vez."
                    )
                }
            }
            Self::NoJitter => say!(
                lang,
                "Without jitter all workers start anew at about the same time.",
                "Sin jitter, todos los workers empiezan de nuevo casi a la vez."
            ),
            Self::NoRecycling => say!(
                lang,
                "Workers are never recycled: Gunicorn's default. What they gather stays until the next deploy.",
                "Los workers nunca se reciclan: el valor por defecto de Gunicorn. Lo que acumulan queda hasta el próximo \
                 despliegue."
            ),
            Self::Preload => say!(
                lang,
                "Loaded once, before the fork. After the first full garbage collection most of it is shared no more (measured: lab 18).",
                "Se carga una vez, antes del fork. Tras la primera recolección de basura completa casi todo deja de compartirse (medido: lab 18)."
            ),
            Self::PreloadFrozen => say!(
                lang,
                "Loaded once, before the fork, and kept shared by gc.freeze() below (measured: lab 18).",
                "Se carga una vez, antes del fork, y gc.freeze(), más abajo, lo mantiene compartido (medido: lab 18)."
            ),
            Self::Graceful { draining } => say!(
                lang,
                "Gunicorn's default. Railway waits as long only with RAILWAY_DEPLOYMENT_DRAINING_SECONDS={draining}.",
                "Valor por defecto de Gunicorn. Railway solo espera tanto con RAILWAY_DEPLOYMENT_DRAINING_SECONDS={draining}."
            ),
            Self::LoadUrls => say!(
                lang,
                "Otherwise the URLconf loads with the first request, in each worker for itself (measured: lab 1).",
                "Si no, la URLconf se carga con la primera petición, en cada worker por su cuenta (medido: lab 1)."
            ),
            Self::CloseConnections => say!(
                lang,
                "A connection opened while loading must not go to all workers.",
                "Una conexión abierta durante la carga no debe pasar a todos los workers."
            ),
            Self::Freeze => say!(
                lang,
                "After 1,000 requests a worker held 18 MiB of its own instead of 35 (measured: lab 18).",
                "Tras 1000 peticiones un worker ocupaba 18 MiB propios en lugar de 35 (medido: lab 18)."
            ),
        }
    }
}
