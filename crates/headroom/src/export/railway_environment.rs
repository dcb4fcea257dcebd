//! `railway_environment.json`: what `railway environment edit` takes. JSON has no comments.

use super::sheet::{DRAINING_SECONDS, Sheet};
use crate::units::integer;

/// What the user puts the service's id in place of.
const SERVICE: &str = "YOUR_SERVICE_ID";

pub(super) fn render(sheet: &Sheet<'_>) -> String {
    let (limit, _) = sheet.limit();
    // By the alphabet: so it is the same bytes wherever serde_json keeps another order.
    let deploy = serde_json::json!({
        "drainingSeconds": DRAINING_SECONDS,
        "limitOverride": {"containers": {"memoryBytes": integer(limit)}},
    });
    format!("{:#}\n", serde_json::json!({"services": {SERVICE: {"deploy": deploy}}}))
}
