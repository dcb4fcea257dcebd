//! `railway.fragment.ts` and `railway_fragment.py`: the memory of a service for Railway's
//! infrastructure as code. That file speaks for a whole environment, and what it does not
//! name is planned for destruction: so these are parts to put into it, never a file to apply.

use askama::Template;

use super::railway_limit::limit_why;
use super::sheet::{DRAINING_SECONDS, Sheet, file, grouped};
use super::variables::{Variables, variables};
use super::{ArtefactId, escape};
use crate::text::artefacts::fragment::Remark;
use crate::text::artefacts::railway;
use crate::units::integer;

#[derive(Template)]
#[template(path = "railway.fragment.ts", escape = "none")]
struct TypeScript<'a>(Parts<'a>);

#[derive(Template)]
#[template(path = "railway_fragment.py", escape = "none")]
struct Python<'a>(Parts<'a>);

/// What both say.
struct Parts<'a> {
    sheet: &'a Sheet<'a>,
    variables: Variables,
    bytes: String,
    limit_why: Vec<railway::Remark<'static>>,
    draining: u32,
    replicas: u32,
    sleep: Remark,
}

pub(super) fn typescript(sheet: &Sheet<'_>) -> String {
    file(&TypeScript(parts(sheet)))
}

pub(super) fn python(sheet: &Sheet<'_>) -> String {
    file(&Python(parts(sheet)))
}

fn parts<'a>(sheet: &'a Sheet<'a>) -> Parts<'a> {
    let (limit, from) = sheet.limit();
    let pooling = &sheet.side.pooling;
    let kept = sheet.conn_max_age() > 0;
    Parts {
        sheet,
        variables: variables(sheet).in_container(),
        bytes: grouped(integer(limit)),
        limit_why: limit_why(sheet, limit, from),
        draining: DRAINING_SECONDS,
        replicas: sheet.side.service.replicas,
        sleep: if pooling.pool || kept { Remark::SleepNever } else { Remark::Sleep },
    }
}
