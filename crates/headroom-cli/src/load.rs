//! A plan from a file, from standard input, from a link or a readable address; measurements
//! from the first two.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use headroom::file::{LONGEST, Opened};
use headroom::text::report::{Failure, failure};
use headroom::text::{Lang, problems};
use headroom::{file, link, observe};

/// The plan, and what could not be taken over from it.
pub(crate) fn open(source: &str, lang: Lang) -> Result<Opened, String> {
    if source == "-" {
        return content(&read(io::stdin().lock(), source, lang)?, lang);
    }
    if Path::new(source).exists() {
        let opened = fs::File::open(source).map_err(|why| unreadable(source, &why, lang))?;
        return content(&read(opened, source, lang)?, lang);
    }
    if let Some(query) = readable(source) {
        return Ok(file::prefill(query));
    }
    link::decode(source).map_err(|why| match why {
        link::LinkError::NotALink => failure(Failure::NoPlan(source), lang),
        // The payload of a link has no dot: `2026.json` is a file that is not there.
        _ if source.contains('.') && !source.contains('#') => {
            failure(Failure::NoPlan(source), lang)
        }
        link::LinkError::TooLong
        | link::LinkError::Newer { .. }
        | link::LinkError::Truncated { .. }
        | link::LinkError::Damaged => problems::link(&why, lang),
    })
}

/// What stands behind the `?` of a readable address: `?workers=3&threads=4`.
fn readable(source: &str) -> Option<&str> {
    let (_, query) = source.split_once('?').filter(|_| !source.contains('#'))?;
    file::describes_a_plan(query).then_some(query)
}

/// What was measured: a file, or standard input.
pub(crate) fn measurements(source: &str, lang: Lang) -> Result<String, String> {
    let (mut bytes, most) = (Vec::new(), longest(observe::LONGEST));
    let read = |from: &mut dyn Read, bytes: &mut Vec<u8>| from.take(most).read_to_end(bytes);
    let done = if source == "-" {
        read(&mut io::stdin().lock(), &mut bytes)
    } else {
        fs::File::open(source).and_then(|mut opened| read(&mut opened, &mut bytes))
    };
    done.map_err(|why| unreadable(source, &why, lang))?;
    String::from_utf8(bytes).map_err(|_| failure(Failure::NotText(source), lang))
}

fn longest(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX).saturating_add(1)
}

/// A file may hold a plan, or a link to one.
fn content(text: &str, lang: Lang) -> Result<Opened, String> {
    match file::read(text) {
        Err(why @ file::FileError::NotJson { .. }) => match link::decode(text) {
            Err(link::LinkError::NotALink | link::LinkError::TooLong) => {
                Err(problems::file(&why, lang))
            }
            linked => linked.map_err(|why| problems::link(&why, lang)),
        },
        read => read.map_err(|why| problems::file(&why, lang)),
    }
}

/// No more than a plan can be long, whatever flows in.
fn read(from: impl Read, name: &str, lang: Lang) -> Result<String, String> {
    let most = longest(LONGEST);
    let mut bytes = Vec::new();
    from.take(most).read_to_end(&mut bytes).map_err(|why| unreadable(name, &why, lang))?;
    if bytes.len() > LONGEST {
        return Err(problems::file(&file::FileError::TooLong { found: bytes.len() }, lang));
    }
    String::from_utf8(bytes).map_err(|_| failure(Failure::NotText(name), lang))
}

fn unreadable(name: &str, why: &io::Error, lang: Lang) -> String {
    failure(Failure::Unreadable(name, &why.to_string()), lang)
}
