//! Uploads that hold whole files.

use super::rule::{Facts, Look, Seen, remeasure, to};
use crate::part::PartId;
use crate::part::uploads::{Handling, TempFolder};
use crate::plan::FieldId;

/// The file is read whole, perhaps more than once.
pub(super) fn read(look: &Look<'_>) -> Option<Seen> {
    let uploads = &look.side().uploads;
    matches!(uploads.handling, Handling::Read).then(|| {
        let mut changes = vec![to(FieldId::UploadHandling, Handling::Chunks)];
        changes.extend(remeasure(look, PartId::Uploads, FieldId::UploadsBasis));
        Seen::fix(
            Facts { found: uploads.size.likely, wanted: f64::from(uploads.copies), limit: 0.0 },
            changes,
        )
    })
}

/// What lies in tmpfs is memory that nobody can reclaim.
pub(super) fn temp_in_memory(look: &Look<'_>) -> Option<Seen> {
    let uploads = &look.side().uploads;
    matches!(uploads.temp, TempFolder::Memory).then(|| {
        let mut changes = vec![to(FieldId::UploadTemp, TempFolder::Disk)];
        changes.extend(remeasure(look, PartId::Uploads, FieldId::UploadsBasis));
        Seen::fix(Facts { found: uploads.size.likely, ..Facts::default() }, changes)
    })
}
