//! `railway_environment.json`: what `railway environment edit` takes. JSON has no comments.

use super::sheet::{DRAINING_SECONDS, Sheet};
use crate::units::integer;

/// What the user puts the service's id in place of.
const SERVICE: &str = "YOUR_SERVICE_ID";

pub(super) fn render(sheet: &Sheet<'_>) -> String {
    let (limit, _) = sheet.limit();
    let deploy = serde_json::json!({
        "limitOverride": {"containers": {"memoryBytes": integer(limit)}},
        "drainingSeconds": DRAINING_SECONDS,
    });
    format!("{:#}\n", serde_json::json!({"services": {SERVICE: {"deploy": deploy}}}))
}
