//! What `calibrate` prints: what was measured against the plan, before and after.

use std::fmt::Write;
use std::path::Path;

use headroom::observe::{Adopted, Observations, ObserveError, Problem, Row, adopt, read};
use headroom::plan::Plan;
use headroom::text::observed::{self as words, Word, word};
use headroom::text::{Lang, Reader};
use headroom::{file, link};

use crate::{complain, load, write};

/// The tables; the calibrated plan goes to `out`, or its link is printed.
pub(crate) fn text(
    plan: &Plan,
    files: &[String],
    out: Option<&Path>,
    force: bool,
    lang: Lang,
) -> Result<String, String> {
    let texts: Vec<String> =
        files.iter().map(|name| load::measurements(name, lang)).collect::<Result<_, _>>()?;
    let seen = observations(files, &texts, lang)?;
    let adopted = adopt(plan, &seen);
    let mut text = String::new();
    tables(&mut text, &adopted, lang);
    match out {
        Some(path) => {
            let content = file::write(&adopted.plan).into_bytes();
            write::files(&[(path.to_owned(), content)], force, lang)?;
        }
        None => line(
            &mut text,
            &format!("{}: #{}", word(Word::Calibrated, lang), link::encode(&adopted.plan)),
        ),
    }
    // Spaces that do not break are for pages.
    Ok(text.replace('\u{a0}', " "))
}

/// All files as one text: a process can be in several. What is wrong is told by file.
fn observations(files: &[String], texts: &[String], lang: Lang) -> Result<Observations, String> {
    let all = texts.join("\n\n");
    let tell = |problems: &[Problem]| {
        for problem in problems {
            let (file, line) = place(files, texts, problem.line);
            complain(&format!(
                "{file}: {}",
                words::problem(&Problem { line, ..problem.clone() }, lang)
            ));
        }
    };
    match read(&all) {
        Ok(seen) => {
            tell(&seen.problems);
            if seen.more_problems > 0 {
                complain(&words::more_problems(seen.more_problems, lang));
            }
            Ok(seen)
        }
        Err(why) => {
            if let ObserveError::Nothing(problems) = &why {
                tell(problems);
            }
            Err(words::error(&why, Reader { lang, ..Reader::default() }))
        }
    }
}

/// The file and its own line of a line of all of them.
fn place<'a>(files: &'a [String], texts: &[String], mut line: usize) -> (&'a str, usize) {
    for (file, text) in files.iter().zip(texts) {
        // The line that is begun, and the empty one between two files.
        let lines = text.matches('\n').count() + 2;
        if line <= lines {
            return (file, line);
        }
        line -= lines;
    }
    (files.last().map_or("", String::as_str), line)
}

fn tables(text: &mut String, adopted: &Adopted, lang: Lang) {
    let reader = Reader { lang, ..Reader::default() };
    table(text, Word::Before, &adopted.before, reader);
    line(text, "");
    table(text, Word::After, &adopted.after, reader);
    for remark in &adopted.remarks {
        line(text, &words::remark(*remark, reader));
    }
    if adopted.plan.railway.observed.is_some() {
        line(text, &words::explained(adopted.gap.as_ref(), reader));
    }
    if !adopted.fits.is_empty() {
        line(text, &format!("{}:", word(Word::Fits, lang)));
    }
    for fit in &adopted.fits {
        line(text, &format!("  {}", words::fit(fit, reader)));
        line(text, &format!("    #{}", link::encode(&fit.plan)));
    }
}

fn table(text: &mut String, title: Word, rows: &[Row], reader: Reader) {
    let name = |name| word(name, reader.lang).to_owned();
    let heads = [Word::Measured, Word::Predicted, Word::Range, Word::Difference].map(name);
    line(text, word(title, reader.lang));
    row(text, "", heads);
    for one in rows {
        row(text, &words::what(one.what, reader.lang), words::cells(one, reader));
    }
}

fn row(text: &mut String, name: &str, [measured, predicted, range, difference]: [String; 4]) {
    line(text, &format!("  {name:<38}{measured:>10}{predicted:>11}{range:>18}  {difference}"));
}

fn line(text: &mut String, what: &str) {
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{}", what.trim_end());
}
