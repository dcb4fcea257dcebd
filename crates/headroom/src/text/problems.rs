//! What is wrong with a link, a file or a field, and what is wanted instead.

mod typed;

use super::fields::{group, label};
use super::number::{dollars, size};
use super::{Lang, Reader, say, word};
use crate::file::{FileError, Notice, RowPart, Spot};
use crate::link::LinkError;
use crate::plan::{Field, Group, SideId};
use crate::railway::LIST_DATE;
use crate::setting::{Bounds, Kind};
use crate::units::Estimate;
use typed::{bound, example, quoted, shown};

pub use typed::{field, row};

/// Why a link does not open.
pub fn link(why: &LinkError, lang: Lang) -> String {
    match why {
        LinkError::NotALink => word!(
            lang,
            "This is not a link to a plan. One ends in `#` and a row of letters and digits, such as `#3awLVBBJU…`.",
            "Esto no es un enlace a un plan. Un enlace termina en `#` y una serie de letras y cifras, como `#3awLVBBJU…`."
        )
        .to_owned(),
        LinkError::TooLong => word!(
            lang,
            "This is too long for a link. Open it as a file.",
            "Esto es demasiado largo para ser un enlace. Ábrelo como archivo."
        )
        .to_owned(),
        LinkError::Newer { version } => say!(
            lang,
            "This link was made by a newer version of Headroom (format {version}, which this one does not know). Reload the page, or update the command, to get it.",
            "Este enlace se hizo con una versión más nueva de Headroom (formato {version}, que esta no conoce). Recarga la página, o actualiza el comando, para obtenerla."
        ),
        LinkError::Truncated { found, wanted } => say!(
            lang,
            "If this is a link to a plan, its end is missing: {found} of {wanted} characters arrived. Copy the whole link again.",
            "Si esto es un enlace a un plan, le falta el final: llegaron {found} de {wanted} caracteres. Vuelve a copiar el enlace entero."
        ),
        LinkError::Damaged => word!(
            lang,
            "This link was changed on its way: its checksum does not match. Copy the link again.",
            "Este enlace se alteró por el camino: su suma de control no coincide. Vuelve a copiar el enlace."
        )
        .to_owned(),
    }
}

/// Why a file does not open.
pub fn file(why: &FileError, lang: Lang) -> String {
    match why {
        FileError::TooLong { found } => {
            let found = size(crate::units::count(*found), Reader { lang, ..Reader::default() });
            say!(
                lang,
                "This file has {found}. A plan has a few kB, and 1 MB at most is read.",
                "Este archivo ocupa {found}. Un plan ocupa unos pocos kB, y se lee 1 MB como máximo."
            )
        }
        FileError::NotJson { line, column } => say!(
            lang,
            "This is not JSON: it stops making sense at line {line}, column {column}.",
            "Esto no es JSON: deja de entenderse en la línea {line}, columna {column}."
        ),
        FileError::NotAPlan => word!(
            lang,
            "This is JSON, but not a plan. A plan starts with `\"headroom\": 1`.",
            "Esto es JSON, pero no un plan. Un plan empieza por `\"headroom\": 1`."
        )
        .to_owned(),
        FileError::Newer { version } => say!(
            lang,
            "This file was made by a newer version of Headroom (format {version}, which this one does not know). Reload the page, or update the command, to get it.",
            "Este archivo se hizo con una versión más nueva de Headroom (formato {version}, que esta no conoce). Recarga la página, o actualiza el comando, para obtenerla."
        ),
    }
}

/// What differs from what a link or a file said.
pub fn notice(notice: &Notice, reader: Reader) -> String {
    let lang = reader.lang;
    match notice {
        Notice::Held { spot, found, held } => held_text(spot, *found, *held, reader),
        Notice::NotRead { spot, found } => {
            let (place, found, wanted) = (place(spot, lang), quoted(found), wanted(spot, lang));
            say!(
                lang,
                "{place}: {found} cannot be used here; wanted is {wanted}. It is left as it was.",
                "{place}: {found} no sirve aquí; hace falta {wanted}. Se deja como estaba."
            )
        }
        Notice::UnknownName { path } => {
            let path = quoted(path);
            say!(
                lang,
                "{path} is not a setting that this version knows. It is left out.",
                "{path} no es un ajuste que esta versión conozca. Se omite."
            )
        }
        Notice::UnknownNumber { id, .. } => say!(
            lang,
            "Setting no. {id} comes from a newer version of Headroom. It is left out.",
            "El ajuste n.º {id} viene de una versión más nueva de Headroom. Se omite."
        ),
        Notice::Shortened { spot } => {
            let place = place(spot, lang);
            say!(
                lang,
                "{place}: the name was shortened, or lost characters that cannot be shown.",
                "{place}: se acortó el nombre, o perdió caracteres que no se pueden mostrar."
            )
        }
        Notice::RowsLeftOut { side, found } => {
            let (side, most) = (side_name(*side, lang), crate::part::others::Row::MOST);
            say!(
                lang,
                "There are {found} free rows ({side}); {most} are kept.",
                "Hay {found} filas libres ({side}); se conservan {most}."
            )
        }
        Notice::OlderModel { .. }
        | Notice::NewerModel { .. }
        | Notice::OlderPrices { .. }
        | Notice::NewerPrices { .. }
        | Notice::Changed { .. } => age(notice, reader),
        Notice::More => word!(
            lang,
            "There is more that could not be used.",
            "Hay más cosas que no se pudieron usar."
        )
        .to_owned(),
    }
}

/// How a plan differs that was made with another model or other prices.
fn age(notice: &Notice, reader: Reader) -> String {
    let lang = reader.lang;
    match notice {
        Notice::OlderModel { version } => say!(
            lang,
            "This plan was made with model {version}. The results are computed with today's model.",
            "Este plan se hizo con el modelo {version}. Los resultados se calculan con el modelo de hoy."
        ),
        Notice::NewerModel { version } => say!(
            lang,
            "This plan was made with model {version}, which is newer than this version's. Reload the page, or update the command, to get it.",
            "Este plan se hizo con el modelo {version}, más nuevo que el de esta versión. Recarga la página, o actualiza el comando, para obtenerlo."
        ),
        Notice::OlderPrices { date } => say!(
            lang,
            "This plan was made with Railway's prices of {date}. The results are computed with those of {LIST_DATE}.",
            "Este plan se hizo con los precios de Railway del {date}. Los resultados se calculan con los del {LIST_DATE}."
        ),
        Notice::NewerPrices { date } => say!(
            lang,
            "This plan was made with Railway's prices of {date}; this version has those of {LIST_DATE}. Reload the page, or update the command, to get them.",
            "Este plan se hizo con los precios de Railway del {date}; esta versión tiene los del {LIST_DATE}. Recarga la página, o actualiza el comando, para obtenerlos."
        ),
        Notice::Changed { side, then, now } => {
            let side = side_name(*side, lang);
            let (peak_then, peak_now) = (size(then.peak, reader), size(now.peak, reader));
            let (bill_then, bill_now) = (dollars(then.dollars, lang), dollars(now.dollars, lang));
            say!(
                lang,
                "What that changes ({side}): peak {peak_then} → {peak_now}, a month {bill_then} → {bill_now}.",
                "Lo que eso cambia ({side}): pico {peak_then} → {peak_now}, al mes {bill_then} → {bill_now}."
            )
        }
        Notice::Held { .. }
        | Notice::NotRead { .. }
        | Notice::UnknownName { .. }
        | Notice::UnknownNumber { .. }
        | Notice::Shortened { .. }
        | Notice::RowsLeftOut { .. }
        | Notice::More => String::new(),
    }
}

fn held_text(spot: &Spot, found: Estimate, held: Estimate, reader: Reader) -> String {
    let (lang, place) = (reader.lang, place(spot, reader.lang));
    let Some(kind) = kind_of(spot) else { return place };
    let within = |bounds: Bounds| (bounds.min..=bounds.max).contains(&found.likely);
    let not_whole = matches!(kind, Kind::Count(bounds) if within(bounds));
    let (found, held) = (shown(kind, found, reader), shown(kind, held, reader));
    match kind.bounds() {
        Some(_) if not_whole => say!(
            lang,
            "{place}: {found} is not a whole number. {held} is used.",
            "{place}: {found} no es un número entero. Se usa {held}."
        ),
        Some(bounds) => {
            let (min, max) = (bound(kind, bounds.min, reader), bound(kind, bounds.max, reader));
            say!(
                lang,
                "{place}: {found} is not between {min} and {max}. {held} is used.",
                "{place}: {found} no está entre {min} y {max}. Se usa {held}."
            )
        }
        None => say!(
            lang,
            "{place}: {found} cannot be used; {held} is.",
            "{place}: {found} no sirve; se usa {held}."
        ),
    }
}

fn kind_of(spot: &Spot) -> Option<Kind> {
    match spot {
        Spot::Setting(_, id) => Some(Field::of(*id).kind),
        Spot::Row(_, _, part) => part.kind(),
        Spot::Name | Spot::Path(_) => None,
    }
}

/// What can stand at a place of a file.
fn wanted(spot: &Spot, lang: Lang) -> String {
    match (spot, kind_of(spot)) {
        (_, Some(Kind::Choice(names))) => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            let names = names.join(", ");
            say!(lang, "one of {names}", "uno de {names}")
        }
        (_, Some(kind)) => example(kind, lang).to_owned(),
        (Spot::Path(path), None) => wanted_at(path, lang),
        (Spot::Name | Spot::Setting(..) | Spot::Row(..), None) => {
            word!(lang, "text", "texto").to_owned()
        }
    }
}

/// What belongs at a place of a file that holds no single setting.
fn wanted_at(path: &str, lang: Lang) -> String {
    match path {
        "model" => format!("`{}`", crate::MODEL_VERSION),
        "prices" => format!("`\"{LIST_DATE}\"`"),
        rows if rows.ends_with(".others") => {
            word!(lang, "a list, `[…]`", "una lista, `[…]`").to_owned()
        }
        _ => word!(lang, "a group of settings, `{…}`", "un grupo de ajustes, `{…}`").to_owned(),
    }
}

fn place(spot: &Spot, lang: Lang) -> String {
    match spot {
        Spot::Name => word!(lang, "The plan's name", "El nombre del plan").to_owned(),
        Spot::Setting(side, id) => {
            let field = Field::of(*id);
            let (group, label) = (group(field.group(), lang), label(*id, lang));
            let name = if group == label { label.to_owned() } else { format!("{group}: {label}") };
            side.map_or_else(|| name.clone(), |side| format!("{name} ({})", side_name(side, lang)))
        }
        Spot::Row(side, at, part) => {
            let name = match part {
                RowPart::Name => word!(lang, "name", "nombre"),
                RowPart::Memory => word!(lang, "memory", "memoria"),
                RowPart::Vcpu => "vCPU",
                RowPart::Place => word!(lang, "where it runs", "dónde corre"),
            };
            let (group, at, side) = (
                group(Group::Part(crate::part::PartId::Others), lang),
                at + 1,
                side_name(*side, lang),
            );
            say!(lang, "{group}, row {at}: {name} ({side})", "{group}, fila {at}: {name} ({side})")
        }
        Spot::Path(path) => quoted(path),
    }
}

fn side_name(side: SideId, lang: Lang) -> &'static str {
    match side {
        SideId::Current => word!(lang, "now", "ahora"),
        SideId::Target => word!(lang, "then", "después"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::read;

    const EN: Reader = Reader { lang: Lang::En, sizes: super::super::Sizes::Decimal };
    const ES: Reader = Reader { lang: Lang::Es, sizes: super::super::Sizes::Decimal };

    #[test]
    fn a_notice_names_the_setting_its_side_and_what_was_found() {
        let text = r#"{"headroom": 1, "prices": "2026-01-05", "current": {"workers": {"count": 9999, "threads": 2.5, "class": "uvicorn"},
            "others": [{"memory": "much"}]}, "x`y": 1}"#;
        let notices = read(text).unwrap().notices;
        let sentences: Vec<String> =
            notices.iter().map(|one| notice(one, EN).replace('\u{a0}', " ")).collect();
        let wanted = [
            "Everything else, row 1: memory (now): `much` cannot be used here; wanted is `600 MB` or `400-800 MB`. It is left as it was.",
            "Workers: Worker class (now): `uvicorn` cannot be used here; wanted is one of `sync`, `gthread`, `gevent`. It is left as it was.",
            "Workers (now): 9999 is not between 0 and 2000. 2000 is used.",
            "Workers: Threads a worker (now): 2.5 is not a whole number. 3 is used.",
            "This plan was made with Railway's prices of 2026-01-05. The results are computed with those of 2026-08-21.",
            "`x y` is not a setting that this version knows. It is left out.",
        ];
        assert_eq!(sentences, wanted);
        for one in &notices {
            assert_ne!(notice(one, EN), notice(one, ES));
        }
    }

    #[test]
    fn what_belongs_at_a_place_is_said_of_each() {
        let text = r#"{"headroom": 1, "name": 5, "model": "two", "prices": 2026, "railway": 1,
            "current": [], "target": {"others": {}, "workers": 4}}"#;
        let notices = read(text).unwrap().notices;
        let wanted = |one| {
            let sentence = notice(one, EN);
            sentence
                .split_once("wanted is ")
                .map(|(_, rest)| rest.replace(". It is left as it was.", ""))
        };
        let wanted: Vec<_> = notices.iter().filter_map(wanted).collect();
        let (model, prices) = (format!("`{}`", crate::MODEL_VERSION), format!("`\"{LIST_DATE}\"`"));
        let group = "a group of settings, `{…}`";
        assert_eq!(wanted, [group, &model, "text", &prices, group, "a list, `[…]`", group]);
    }

    #[test]
    fn what_changed_is_told_in_megabytes_and_dollars() {
        let answer = |peak, dollars| crate::file::Answer { peak, dollars };
        let changed = Notice::Changed {
            side: SideId::Target,
            then: answer(910e6, 9.1),
            now: answer(950e6, 9.5),
        };
        let text = notice(&changed, EN).replace('\u{a0}', " ");
        assert_eq!(text, "What that changes (then): peak 910 MB → 950 MB, a month $9.10 → $9.50.");
    }

    #[test]
    fn links_and_files_say_it_in_both_languages() {
        let links = [
            LinkError::NotALink,
            LinkError::TooLong,
            LinkError::Newer { version: '2' },
            LinkError::Truncated { found: 10, wanted: 20 },
            LinkError::Damaged,
        ];
        for why in links {
            assert_ne!(link(&why, Lang::En), link(&why, Lang::Es));
        }
        let files = [
            FileError::TooLong { found: 2_000_000 },
            FileError::NotJson { line: 1, column: 2 },
            FileError::NotAPlan,
            FileError::Newer { version: 3 },
        ];
        for why in files {
            assert_ne!(file(&why, Lang::En), file(&why, Lang::Es));
        }
    }
}
