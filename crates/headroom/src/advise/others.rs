//! Logs and DEBUG.

use super::rule::{Facts, Look, Seen, remeasure, to};
use crate::part::PartId;
use crate::part::logs::Sink;
use crate::plan::FieldId;

/// Log files become page cache: on the bill, though nothing is killed for it.
pub(super) fn file_logs(look: &Look<'_>) -> Option<Seen> {
    let logs = &look.side().logs;
    matches!(logs.sink, Sink::File).then(|| {
        let mut changes = vec![to(FieldId::LogSink, Sink::Stdout)];
        changes.extend(remeasure(look, PartId::Logs, FieldId::LogsBasis));
        Seen::fix(Facts { found: f64::from(logs.handlers), ..Facts::default() }, changes)
    })
}

/// DEBUG shows tracebacks to strangers, and remembers every query.
pub(super) fn debug(look: &Look<'_>) -> Option<Seen> {
    look.side().queries.debug.then(|| Seen::fix(Facts::default(), vec![to(FieldId::Debug, false)]))
}
