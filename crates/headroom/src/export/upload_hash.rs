//! `upload_hash.py`: the hash of an upload, a chunk at a time.

use askama::Template;

use super::ArtefactId;
use super::sheet::{Sheet, file};
use crate::text::artefacts::views::Remark;

#[derive(Template)]
#[template(path = "upload_hash.py", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    why: String,
}

pub(super) fn render(sheet: &Sheet<'_>) -> String {
    let why =
        sheet.notes(&[Remark::Hash { size: sheet.side.uploads.size.likely }, Remark::HashBody]);
    file(&File { sheet, why })
}
