//! Every sentence that a reader sees, in both languages, side by side.
//!
//! One file an area, one exhaustive `match` a file: a sentence that is missing
//! in a language does not compile. The other rooms hand over values, never words.

pub mod accuracy;
pub mod artefacts;
pub mod code;
pub mod comforts;
pub mod explore;
pub mod fields;
pub mod findings;
pub mod number;
pub mod observed;
pub mod page;
pub mod problems;
pub mod report;
pub mod riddle;
pub mod terms;

use crate::units::Decimal;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

/// Who reads: the language, and the units of memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    /// The language.
    pub lang: Lang,
    /// MB and GB, as Railway bills, or MiB and GiB.
    pub sizes: Sizes,
}

/// Which units of memory are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sizes {
    /// 10^6 and 10^9.
    #[default]
    Decimal,
    /// 2^20 and 2^30.
    Binary,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// As in `<html lang>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// What it calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
        }
    }

    /// The language of a tag such as `es-MX`; the first known one of a list.
    pub fn preferred<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        let known = |tag: &str| {
            let language = tag.split(['-', '_']).next().unwrap_or_default();
            Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(language))
        };
        tags.into_iter().find_map(known).unwrap_or_default()
    }

    /// Its decimal sign.
    pub fn decimal(self) -> Decimal {
        match self {
            Self::En => Decimal::Point,
            Self::Es => Decimal::Comma,
        }
    }
}

/// The sentence in the reader's language; both are written at the same place.
macro_rules! say {
    ($lang:expr, $en:literal, $es:literal $(,)?) => {
        match $lang {
            $crate::text::Lang::En => format!($en),
            $crate::text::Lang::Es => format!($es),
        }
    };
}
pub(crate) use say;

/// A fixed sentence in the reader's language.
macro_rules! word {
    ($lang:expr, $en:literal, $es:literal $(,)?) => {
        match $lang {
            $crate::text::Lang::En => $en,
            $crate::text::Lang::Es => $es,
        }
    };
}
pub(crate) use word;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_known_language_of_the_browser_is_taken() {
        assert_eq!(Lang::preferred(["fr-FR", "es-MX", "en"]), Lang::Es);
        assert_eq!(Lang::preferred(["fr"]), Lang::En);
        assert_eq!(Lang::preferred([]), Lang::En);
    }
}
