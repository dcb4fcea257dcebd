//! The comments of the exported variables.

use super::Sentence;
use crate::railway::LIST_DATE;
use crate::text::{Lang, say};

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Remark {
    CountInVariable,
    CountInOverride(u32),
    CountInCommand,
    CountTwice,
    CountIsStart(u32),
    NoWorkers,
    FromCpus { workers: u32, cpus: u32 },
    TakeOutOfFile,
    TakeOutOfCommand,
    OverrideIsWhole,
    OverrideNeedsPatch,
    OverrideNeedsFreeze,
    RestInFile,
    Draining { seconds: u32 },
    LeftOut,
    ArenaMax,
    TwoArenas,
    Jemalloc,
    JemallocPackage,
}

impl Sentence for Remark {
    #[expect(clippy::too_many_lines, reason = "a table of sentences")]
    fn text(&self, lang: Lang) -> String {
        match *self {
            Self::CountInVariable => say!(
                lang,
                "Gunicorn reads this one itself, as long as no file and no command sets workers.",
                "Gunicorn la lee por sí mismo, siempre que ni un archivo ni el comando fijen los workers."
            ),
            Self::CountInOverride(count) => say!(
                lang,
                "A Gunicorn file sets your workers, so WEB_CONCURRENCY does nothing. This one overrides any file and \
                 needs no commit. If you take Headroom's gunicorn.conf.py instead, set WEB_CONCURRENCY to {count} in \
                 its place: one or the other.",
                "Un archivo de Gunicorn fija tus workers, así que WEB_CONCURRENCY no hace nada. Esta manda sobre \
                 cualquier archivo y no pide un commit. Si usas el gunicorn.conf.py de Headroom, pon en su lugar \
                 WEB_CONCURRENCY con {count}: la una o la otra."
            ),
            Self::CountInCommand => say!(
                lang,
                "Your start command sets the workers, and no variable overrides a command. Change it in Settings, \
                 Deploy, with your own project in place of YOUR_PROJECT:",
                "Tu comando de inicio fija los workers y ninguna variable manda sobre él. Cámbialo en Settings, \
                 Deploy, con tu proyecto en lugar de YOUR_PROJECT:"
            ),
            Self::CountTwice => say!(
                lang,
                "Two places set your workers and can disagree. This one overrides both: delete GUNICORN_WORKERS and \
                 WEB_CONCURRENCY.",
                "Dos sitios fijan tus workers y pueden no coincidir. Esta manda sobre ambos: borra GUNICORN_WORKERS y \
                 WEB_CONCURRENCY."
            ),
            Self::CountIsStart(count) => say!(
                lang,
                "{count} is what every plan starts with: check that it suits your service.",
                "{count} es con lo que empieza todo plan: comprueba que le va bien a tu servicio."
            ),
            Self::NoWorkers => say!(
                lang,
                "The plan has 0 workers. Gunicorn would start and answer nothing, so the number is left out.",
                "El plan tiene 0 workers. Gunicorn arrancaría sin responder a nada, así que el número se omite."
            ),
            Self::FromCpus { workers, cpus } => say!(
                lang,
                "{workers} is cpu_count() * 2 + 1 with the {cpus} CPUs of the host. Written out, because another host \
                 would start another number (measured: lab 15).",
                "{workers} es cpu_count() * 2 + 1 con las {cpus} CPU del host. Va escrito, porque otro host arrancaría \
                 otro número (medido: lab 15)."
            ),
            Self::TakeOutOfFile => say!(
                lang,
                "Your Gunicorn file sets workers today and would win. Take that line out, or take Headroom's \
                 gunicorn.conf.py, which reads this variable.",
                "Hoy tu archivo de Gunicorn fija los workers y ganaría. Quita esa línea, o usa el gunicorn.conf.py de \
                 Headroom, que lee esta variable."
            ),
            Self::TakeOutOfCommand => say!(
                lang,
                "Your start command sets the workers today and would win: take --workers out of it.",
                "Hoy tu comando de inicio fija los workers y ganaría: quítale --workers."
            ),
            Self::OverrideIsWhole => say!(
                lang,
                "Gunicorn's defaults are written out too, because your file may say otherwise.",
                "También van los valores por defecto de Gunicorn, porque tu archivo puede decir otra cosa."
            ),
            Self::OverrideNeedsPatch => say!(
                lang,
                "Preload is not in it: with gevent it needs the first lines of Headroom's gunicorn.conf.py, or most \
                 requests fail (measured: lab 10).",
                "Preload no está: con gevent necesita las primeras líneas del gunicorn.conf.py de Headroom, o \
                 fallan casi todas las peticiones (medido: lab 10)."
            ),
            Self::OverrideNeedsFreeze => say!(
                lang,
                "Copy when_ready from Headroom's gunicorn.conf.py into your file: it keeps what preload loads shared (measured: lab 18).",
                "Copia when_ready del gunicorn.conf.py de Headroom a tu archivo: mantiene compartido lo que \
                 preload carga (medido: lab 18)."
            ),
            Self::RestInFile => say!(
                lang,
                "The class, recycling and preload are in gunicorn.conf.py.",
                "La clase, el reciclaje y preload están en gunicorn.conf.py."
            ),
            Self::Draining { seconds } => say!(
                lang,
                "At a deploy Railway kills the old service right after SIGTERM unless this is set (default 0). {seconds} s let Gunicorn \
                 end what is under way. docs.railway.com/variables/reference ({LIST_DATE})",
                "En un despliegue Railway mata el servicio anterior justo tras SIGTERM si esto falta (0 por defecto). \
                 {seconds} s dejan a Gunicorn terminar lo que está en curso. docs.railway.com/variables/reference ({LIST_DATE})"
            ),
            Self::LeftOut => say!(
                lang,
                "Left out: PYTHONUNBUFFERED, which Railpack sets already; GUNICORN_WORKERS, GUNICORN_TIMEOUT and \
                 LOG_LEVEL, which neither Gunicorn nor Django reads. None of them saves memory.",
                "Fuera quedan PYTHONUNBUFFERED, que Railpack ya pone, y GUNICORN_WORKERS, GUNICORN_TIMEOUT y \
                 LOG_LEVEL, que ni Gunicorn ni Django leen. Ninguna ahorra memoria."
            ),
            Self::ArenaMax => say!(
                lang,
                "MALLOC_ARENA_MAX is left out too: with threads a worker kept up to a seventh less of its exports in some runs \
                 and no less in others (measured: lab 24).",
                "También queda fuera MALLOC_ARENA_MAX: con hilos un worker retuvo de sus exportaciones hasta un séptimo menos en \
                 unas series y nada menos en otras (medido: lab 24)."
            ),
            Self::TwoArenas => say!(
                lang,
                "Two arenas for all threads of a process instead of eight for each CPU of the host. Workers without \
                 threads use one anyway (measured: lab 24).",
                "Dos arenas para todos los hilos de un proceso en vez de ocho por cada CPU del host. Sin hilos un \
                 worker ya usa una sola (medido: lab 24)."
            ),
            Self::Jemalloc => say!(
                lang,
                "Puts jemalloc in glibc's place. Where the library is missing, the process says so in a line of its \
                 log and goes on with glibc. In the lab it kept more of exports, not less: measure before and after \
                 (measured: lab 24).",
                "Pone jemalloc en lugar de glibc. Si la biblioteca falta, el proceso lo dice en una línea de su log y \
                 sigue con glibc. En el laboratorio retuvo más de las exportaciones, no menos: mide antes y después \
                 (medido: lab 24)."
            ),
            Self::JemallocPackage => say!(
                lang,
                "Installs the library where Railpack builds the image. With a Dockerfile: the lines of \
                 variables.Dockerfile.",
                "Instala la biblioteca si Railpack construye la imagen. Con un Dockerfile: las líneas de \
                 variables.Dockerfile."
            ),
        }
    }
}
