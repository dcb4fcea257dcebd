//! `settings_memory.py`: Django's settings for uploads, the database and logs.

use askama::Template;

use super::ArtefactId;
use super::sheet::{Sheet, file};
use crate::part::logs::Sink;
use crate::part::uploads::TempFolder;
use crate::text::artefacts::settings::Remark;

#[derive(Template)]
#[template(path = "settings_memory.py", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    debug_why: String,
    folder_why: String,
    database: Vec<Line>,
    pool: Option<u32>,
    logging_why: String,
}

/// A key of `DATABASES`, and why it is so.
struct Line {
    key: &'static str,
    value: String,
    why: Remark,
}

pub(super) fn render(sheet: &Sheet<'_>) -> String {
    let side = sheet.side;
    let and = |first, further, wanted: bool| {
        let mut notes = vec![first];
        notes.extend(wanted.then_some(further));
        sheet.notes(&notes)
    };
    let in_memory = matches!(side.uploads.temp, TempFolder::Memory);
    file(&File {
        sheet,
        debug_why: and(Remark::Debug, Remark::DebugOfPlan, side.queries.debug),
        folder_why: and(Remark::UploadFolder, Remark::UploadFolderOfPlan, in_memory),
        database: database(sheet),
        pool: side.pooling.pool.then_some(side.pooling.pool_max),
        logging_why: and(Remark::Logging, Remark::LogFiles, matches!(side.logs.sink, Sink::File)),
    })
}

fn database(sheet: &Sheet<'_>) -> Vec<Line> {
    let pooling = &sheet.side.pooling;
    let age = sheet.conn_max_age();
    let why = match pooling.conn_max_age {
        _ if pooling.pool => Remark::MaxAgePooled,
        0 => Remark::MaxAgeDefault,
        seconds if age == 0 => Remark::MaxAgeLeaks(seconds),
        _ => Remark::MaxAge,
    };
    let mut lines = vec![Line { key: "CONN_MAX_AGE", value: age.to_string(), why }];
    if pooling.health_checks {
        lines.push(Line {
            key: "CONN_HEALTH_CHECKS",
            value: "True".to_owned(),
            why: Remark::HealthChecks,
        });
    }
    if pooling.pgbouncer {
        lines.push(Line {
            key: "DISABLE_SERVER_SIDE_CURSORS",
            value: "True".to_owned(),
            why: Remark::Cursors,
        });
    }
    lines
}
