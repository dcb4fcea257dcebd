//! The words of the page's comforts: reading a chart, sharing, places, shortcuts.

use super::number::{dollar_range, dollars, size, size_range};
use super::page::{side_name, tier_name};
use super::{Lang, Reader, explore, fields, say, word};
use crate::chart::{BarMark, CostMark, Shown};
use crate::export::escape;
use crate::place::Place;
use crate::setting::choices;

/// A fixed word or sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Comfort {
    Close,
    CopyEmbed,
    EmbedHint,
    EmbedTitle,
    OpenWhole,
    OpensAt,
    PictureCopied,
    PictureSaved,
    Pictures,
    QrTitle,
    QrTooLong,
    ReadBars,
    ReadCosts,
    ShareWith,
    Shortcuts,
    ShortcutsHint,
    ShortcutsOn,
    TheTop,
}

/// The word in a language.
pub fn comfort(words: Comfort, lang: Lang) -> &'static str {
    match words {
        Comfort::Close => word!(lang, "Close", "Cerrar"),
        Comfort::CopyEmbed => word!(lang, "Copy the frame", "Copiar el marco"),
        Comfort::EmbedHint => word!(
            lang,
            "Shows the answer and the charts inside another page, such as a wiki.",
            "Muestra la respuesta y los gráficos dentro de otra página, como una wiki."
        ),
        Comfort::EmbedTitle => word!(lang, "A frame for a wiki page", "Un marco para una wiki"),
        Comfort::OpenWhole => word!(lang, "Open the whole plan", "Abrir el plan completo"),
        Comfort::OpensAt => word!(lang, "The link opens at", "El enlace abre en"),
        Comfort::PictureCopied => {
            word!(lang, "The picture was copied.", "Se copió la imagen.")
        }
        Comfort::PictureSaved => word!(
            lang,
            "The browser did not allow copying the picture: it was saved as a file.",
            "El navegador no permitió copiar la imagen: se guardó como archivo."
        ),
        Comfort::Pictures => {
            word!(lang, "Copy a chart as a picture", "Copiar un gráfico como imagen")
        }
        Comfort::QrTitle => word!(lang, "QR code of the link", "Código QR del enlace"),
        Comfort::QrTooLong => word!(
            lang,
            "This link is too long for a QR code. Copy it instead.",
            "Este enlace es demasiado largo para un código QR. Cópialo en su lugar."
        ),
        Comfort::ReadBars => word!(lang, "Read the bars", "Leer las barras"),
        Comfort::ReadCosts => word!(lang, "Read the costs", "Leer los costos"),
        Comfort::ShareWith => word!(lang, "Send with…", "Enviar con…"),
        Comfort::Shortcuts => word!(lang, "Keyboard shortcuts", "Atajos de teclado"),
        Comfort::ShortcutsHint => {
            word!(lang, "They do nothing while you type.", "No hacen nada mientras escribes.")
        }
        Comfort::ShortcutsOn => {
            word!(lang, "Single keys are on", "Las teclas sueltas están activas")
        }
        Comfort::TheTop => word!(lang, "the answer", "la respuesta"),
    }
}

/// A link was opened where other plans are kept.
pub fn opened_beside(name: &str, lang: Lang) -> String {
    let name = super::page::plan_name(name, lang);
    say!(
        lang,
        "“{name}” was opened from the link. Your other plans are as they were, under Plans.",
        "Se abrió «{name}» desde el enlace. Tus otros planes siguen como estaban, en Planes."
    )
}

/// What a place in a bar says.
pub fn bar_mark(mark: &BarMark, limit: Option<f64>, reader: Reader) -> String {
    let lang = reader.lang;
    let side = side_name(mark.side, lang);
    let what = match mark.shown {
        Shown::Part(part) => fields::part(part, lang),
        Shown::Cache => word!(lang, "page cache", "caché de páginas"),
        Shown::Total => word!(lang, "all", "todo"),
    };
    let bytes = size(mark.bytes.likely, reader);
    let range = if mark.bytes.is_exact() {
        String::new()
    } else {
        format!(" ({})", size_range(mark.bytes, reader))
    };
    let limit = limit.filter(|_| mark.shown == Shown::Total).map(|limit| size(limit, reader));
    match limit {
        Some(limit) => say!(
            lang,
            "{side}, {what}: {bytes}{range}, limit {limit}",
            "{side}, {what}: {bytes}{range}, límite {limit}"
        ),
        None => format!("{side}, {what}: {bytes}{range}"),
    }
}

/// What a column of the costs says.
pub fn cost_mark(mark: &CostMark, lang: Lang) -> String {
    let (tier, side) = (tier_name(mark.tier, lang), side_name(mark.side, lang));
    let cost = dollars(mark.dollars.likely, lang);
    let range = if mark.dollars.is_exact() {
        String::new()
    } else {
        format!(" ({})", dollar_range(mark.dollars, lang))
    };
    let fit = if mark.fits {
        word!(lang, "fits", "cabe")
    } else {
        word!(lang, "does not fit", "no cabe")
    };
    format!("{tier}, {side}: {cost}{range}, {fit}")
}

/// What a place is called.
pub fn place(place: Place, lang: Lang) -> &'static str {
    match place {
        Place::Card(group) => fields::group(group, lang),
        Place::Findings => super::page::ui(super::page::Ui::ChangeFirst, lang),
        Place::Observed => super::observed::word(super::observed::Word::Title, lang),
        Place::Sensitivity => explore::what(explore::What::SensitivityTitle, lang),
        Place::Grid => word!(lang, "Workers × threads", "Workers × hilos"),
        Place::Compare => explore::what(explore::What::CompareTitle, lang),
        Place::Artefact(id) => id.key(),
    }
}

/// The frame for another page.
pub fn frame(address: &str, title: &str) -> String {
    let (address, title) = (escape::html(address), escape::html(title));
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"400\" loading=\"lazy\"></iframe>"
    )
}

choices! {
    /// A key that does something by itself, by that key.
    Shortcut {
        /// Shows the list.
        List = "?",
        /// Goes to the findings.
        Findings = "f",
        /// Goes to the settings.
        Settings = "w",
        /// Goes to "What if".
        Explore = "x",
        /// Goes to the files.
        TakeAway = "e",
        /// The other side's settings.
        OtherSide = "n",
        /// The next figure in the bars.
        Figure = "g",
        /// Opens the menu of plans.
        Plans = "p",
        /// Copies the link.
        Share = "s",
    }
}

/// What a key does.
pub fn shortcut(shortcut: Shortcut, lang: Lang) -> &'static str {
    match shortcut {
        Shortcut::List => word!(lang, "This list", "Esta lista"),
        Shortcut::Findings => word!(lang, "What to change first", "Qué cambiar primero"),
        Shortcut::Settings => word!(lang, "Where the memory goes", "Adónde va la memoria"),
        Shortcut::Explore => word!(lang, "What if", "¿Y si…?"),
        Shortcut::TakeAway => word!(lang, "Take it away", "Llévatelo"),
        Shortcut::OtherSide => {
            word!(
                lang,
                "Settings of the other side: now, then",
                "Ajustes del otro lado: ahora, después"
            )
        }
        Shortcut::Figure => word!(
            lang,
            "Next figure in the bars: at rest, average, peak",
            "Siguiente cifra de las barras: en reposo, promedio, pico"
        ),
        Shortcut::Plans => {
            word!(lang, "Plans kept in this browser", "Planes guardados en este navegador")
        }
        Shortcut::Share => word!(lang, "Share: copy the link", "Compartir: copiar el enlace"),
    }
}

/// Keys that were there before and need a modifier, and what they do.
pub fn modified_keys(lang: Lang) -> [(&'static str, &'static str); 2] {
    [("Ctrl Z", word!(lang, "Undo", "Deshacer")), ("Ctrl Shift Z", word!(lang, "Redo", "Rehacer"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Figure, bars, costs};
    use crate::evaluate::evaluate;
    use crate::plan::{SideId, note};

    const EN: Reader = Reader { lang: Lang::En, sizes: crate::text::Sizes::Decimal };

    #[test]
    fn marks_say_part_value_and_range() {
        let plan = note();
        let (now, then) = (evaluate(&plan, SideId::Current), evaluate(&plan, SideId::Target));
        let bars = bars(&now, &then, Figure::Peak);
        let spaced = |text: String| text.replace('\u{a0}', " ");
        let said: Vec<String> =
            bars.marks().iter().map(|mark| spaced(bar_mark(mark, Some(1e9), EN))).collect();
        assert_eq!(said[0], "Now, Workers: 3 GB (2–4 GB)");
        assert_eq!(said.last().unwrap(), "Then, all: 910 MB, limit 1 GB");
        let costs = costs(&plan, [&now, &then]);
        let said = cost_mark(&costs.marks()[4], Lang::En);
        assert_eq!(said, "Hobby, Now: $37.50 ($27–48), does not fit");
    }

    #[test]
    fn a_frame_holds_any_name_as_text() {
        let text = frame("https://x.test/?embed#2abc", "\"><script>");
        assert!(text.contains("title=\"&quot;&gt;&lt;script&gt;\""), "{text}");
    }

    #[test]
    fn every_place_has_a_name_and_no_key_is_given_twice() {
        for lang in Lang::ALL {
            assert!(Place::all().all(|one| !place(one, lang).is_empty()));
        }
        for (at, key) in Shortcut::KEYS.iter().enumerate() {
            assert!(key.chars().count() == 1 && !Shortcut::KEYS[at + 1..].contains(key), "{key}");
        }
    }
}
