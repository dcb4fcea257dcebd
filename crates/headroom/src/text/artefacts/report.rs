//! The words of the report.

use crate::text::{Lang, say, word};

/// A heading or a fixed line of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Words {
    Title,
    BothSides,
    Parts,
    Changes,
    Setting,
    Nothing,
    Applied,
    Left,
    NoneApplied,
    NoneLeft,
    Tiers,
    RestsOn,
    Link,
    Limit,
    Connections,
    Fits,
    FitsNot,
    On,
    Off,
    Ranges,
}

/// The line in a language.
pub fn words(line: Words, lang: Lang) -> &'static str {
    match line {
        Words::Title => word!(lang, "Memory report", "Informe de memoria"),
        Words::BothSides => word!(lang, "Now and then", "Ahora y después"),
        Words::Parts => word!(lang, "Where the memory goes", "Adónde va la memoria"),
        Words::Changes => word!(lang, "What changes", "Qué cambia"),
        Words::Setting => word!(lang, "Setting", "Ajuste"),
        Words::Nothing => {
            word!(lang, "Nothing: both sides are the same.", "Nada: ambos lados son iguales.")
        }
        Words::Applied => word!(lang, "Applied", "Aplicado"),
        Words::Left => word!(lang, "Still to do or to know", "Por hacer o por saber"),
        Words::NoneApplied => word!(lang, "Nothing yet.", "Nada todavía."),
        Words::NoneLeft => word!(lang, "Nothing.", "Nada."),
        Words::Tiers => word!(lang, "What a month costs", "Lo que cuesta un mes"),
        Words::RestsOn => word!(lang, "What the numbers rest on", "En qué se basan los números"),
        Words::Link => word!(lang, "The plan itself", "El plan"),
        Words::Limit => word!(lang, "Memory limit", "Límite de memoria"),
        Words::Connections => {
            word!(
                lang,
                "Database connections, during a deploy",
                "Conexiones a la base de datos, en un despliegue"
            )
        }
        Words::Fits => word!(lang, "fits", "cabe"),
        Words::FitsNot => word!(lang, "does not fit", "no cabe"),
        Words::On => word!(lang, "on", "sí"),
        Words::Off => word!(lang, "off", "no"),
        Words::Ranges => {
            const { assert!(crate::evaluate::WORLDS == 509, "the sentence says how many") };
            word!(
                lang,
                "Ranges are the central 80%: each number that is not known exactly was varied, in 509 combinations.",
                "Los rangos son el 80 % central: cada número que no se conoce con exactitud se varió, en 509 combinaciones."
            )
        }
    }
}

/// The version of the model.
pub fn model(version: u32, lang: Lang) -> String {
    say!(
        lang,
        "Headroom's model, version {version}, fitted by program to the measurements of its lab.",
        "El modelo de Headroom, versión {version}, ajustado por programa a las mediciones de su laboratorio."
    )
}

/// The parts of a side that were entered as measured.
pub fn own_numbers(side: &str, parts: &str, lang: Lang) -> String {
    say!(
        lang,
        "{side}, entered as measured, and as good as that measurement: {parts}.",
        "{side}, indicado como medición, y tan bueno como ella: {parts}."
    )
}

/// The files that a finding is carried out by.
pub fn in_files(files: &str, lang: Lang) -> String {
    say!(lang, "In {files}.", "En {files}.")
}
