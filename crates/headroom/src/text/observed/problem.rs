//! What is said of a line that could not be read, or that does not count.

use crate::observe::{Problem, Why};
use crate::text::{Lang, say, word as either};

/// A line that could not be read.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    let (line, found) = (problem.line, problem.found.replace('`', "'"));
    let why = why(problem.why, lang);
    say!(lang, "Line {line}: `{found}` {why}.", "Línea {line}: `{found}` {why}.")
}

/// Further lines that are not named one by one.
pub fn more_problems(more: usize, lang: Lang) -> String {
    if more == 1 {
        return say!(lang, "1 more line could not be read.", "Otra línea no se pudo leer.");
    }
    say!(lang, "{more} more lines could not be read.", "Otras {more} líneas no se pudieron leer.")
}

#[expect(clippy::too_many_lines, reason = "a table of sentences")]
fn why(why: Why, lang: Lang) -> String {
    let said = match why {
        Why::Unknown => either!(
            lang,
            "is in no format that is read here",
            "no está en ningún formato que se lea aquí"
        ),
        Why::NotASize => {
            either!(lang, "has no size where one is wanted", "no tiene un tamaño donde hace falta")
        }
        Why::ShortRow => either!(
            lang,
            "has fewer columns than the table above it",
            "tiene menos columnas que la tabla de arriba"
        ),
        Why::NotJson { column } => {
            return say!(
                lang,
                "stops being JSON at column {column}",
                "deja de ser JSON en la columna {column}"
            );
        }
        Why::NoMemory => either!(
            lang,
            "is JSON without a figure of memory",
            "es JSON sin ninguna cifra de memoria"
        ),
        Why::Mapping => either!(
            lang,
            "is one mapping of many: paste `smaps_rollup`, which has their sum",
            "es una asignación entre muchas: pega `smaps_rollup`, que tiene la suma"
        ),
        Why::AnotherContainer => either!(
            lang,
            "is a second container; the first one counts",
            "es un segundo contenedor; cuenta el primero"
        ),
        Why::Unnamed => either!(
            lang,
            "is a number without its file's name: only the first is read, as memory.current; write memory.peak or memory.max before it",
            "es un número sin el nombre de su archivo: solo se lee el primero, como memory.current; escribe memory.peak o memory.max delante"
        ),
        Why::Again => either!(
            lang,
            "is a second measurement; the first one counts",
            "es una segunda medición; cuenta la primera"
        ),
        Why::SamePid => either!(
            lang,
            "has the PID of a process above and other figures; the first one counts",
            "tiene el PID de un proceso de arriba y otras cifras; cuenta el primero"
        ),
        Why::SameRollup => either!(
            lang,
            "begins a `smaps_rollup` with every figure of one above; it counts once",
            "empieza un `smaps_rollup` con todas las cifras de uno de arriba; cuenta una vez"
        ),
        Why::PeakBelow => either!(
            lang,
            "puts memory.peak below memory.current, which cannot be; memory.peak does not count",
            "deja memory.peak por debajo de memory.current, lo que no puede ser; memory.peak no cuenta"
        ),
    };
    said.to_owned()
}
