//! The JSON Schema of what `evaluate --format json` prints.
//!
//! It names what a reader may rely on, and leaves room for keys that are added.

use headroom::part::{Counts, Noun, PartId, TermName};
use headroom::plan::SideId;
use headroom::railway::TierId;
use serde_json::{Map, Value, json};

use super::VERSION;

/// JSON Schema 2020-12.
pub(crate) fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Headroom evaluation",
        "description": "What `headroom evaluate PLAN --format json` prints. Within one `evaluation` version keys are added, never renamed or removed.",
        "type": "object",
        "required": ["evaluation", "model", "prices", "name", "tier", "observed", "current", "target"],
        "properties": {
            "evaluation": { "const": VERSION, "description": "The version of this output." },
            "model": { "type": "integer", "minimum": 1, "description": "The version of the model." },
            "prices": { "type": "string", "format": "date", "description": "The date of Railway's prices." },
            "name": { "type": "string", "description": "Of the plan." },
            "tier": { "enum": TierId::KEYS },
            "observed": { "description": "Bytes that were seen at rest.", "anyOf": [refer("range"), { "type": "null" }] },
            SideId::Current.key(): refer("side"),
            SideId::Target.key(): refer("side"),
        },
        "$defs": definitions(),
    })
}

fn definitions() -> Value {
    let number = || json!({ "type": "number" });
    let parts: Map<String, Value> =
        PartId::KEYS.iter().map(|key| ((*key).to_owned(), refer("part"))).collect();
    json!({
        "range": all("A number with its range: one in ten comes out below `low`, one in ten above `high`.", &[
            ("low", number()), ("likely", number()), ("high", number()),
        ]),
        "levels": all("Bytes.", &levels()),
        "demand": all("Bytes; `cache` is billed and not killed for, `beside` is in other services.", &demand()),
        "part": all("A part of the bill: a demand, and what it is made of.", &[demand(), vec![("terms", array("term"))]].concat()),
        "term": all("A product of factors.", &[
            ("name", json!({ "enum": TermName::KEYS })),
            ("counts", json!({ "enum": Counts::KEYS, "description": "The figures that it is added to." })),
            ("bytes", refer("range")),
            ("factors", array("factor")),
        ]),
        "factor": all("A number of a formula.", &[
            ("name", json!({ "enum": Noun::KEYS })),
            ("unit", json!({ "enum": ["bytes", "number", "ratio"] })),
            ("amount", refer("range")),
            ("origin", refer("origin")),
        ]),
        "origin": origin(),
        "side": side(&parts),
        "connections": all("Database connections.", &[
            ("opened", json!({ "type": "integer" })),
            ("while_deploying", json!({ "type": "integer" })),
            ("at_postgres", json!({ "type": "integer" })),
            ("allowed", json!({ "type": "integer" })),
            ("leaks", json!({ "type": "boolean" })),
            ("too_many", json!({ "type": "boolean" })),
        ]),
        "verdict": verdict(),
        "usage": all("All replicas and services: bytes, vCPUs.", &[
            ("memory", refer("range")), ("vcpu", refer("range")), ("egress", refer("range")), ("volume", refer("range")),
        ]),
        "bill": bill(),
    })
}

fn side(parts: &Map<String, Value>) -> Value {
    let names = PartId::KEYS;
    all(
        "One description of the service.",
        &[
            ("service", refer("levels")),
            ("replicas", json!({ "type": "integer" })),
            ("total", refer("demand")),
            ("parts", json!({ "type": "object", "required": names, "properties": parts })),
            ("worker", refer("levels")),
            ("workers", json!({ "type": "integer" })),
            (
                "limit",
                all(
                    "Of one replica.",
                    &[
                        ("bytes", json!({ "type": "number" })),
                        ("set_by_user", json!({ "type": "boolean" })),
                    ],
                ),
            ),
            ("verdict", refer("verdict")),
            ("connections", refer("connections")),
            ("usage", refer("usage")),
            ("bill", refer("bill")),
        ],
    )
}

fn origin() -> Value {
    let kind = |names: &[&str]| json!({ "enum": names });
    json!({
        "description": "A default names its coefficient and where that was measured or read.",
        "oneOf": [
            all("Of the model.", &[
                ("kind", kind(&["default"])),
                ("coefficient", json!({ "type": "string" })),
                ("source", json!({ "type": "string" })),
                ("date", json!({ "type": "string" })),
            ]),
            all("Of the plan.", &[("kind", kind(&["start", "yours", "measured", "calculated"]))]),
        ],
    })
}

fn verdict() -> Value {
    let state = |name: &str, bytes: &[&'static str]| {
        let mut properties = vec![("state", json!({ "const": name }))];
        properties.extend(bytes.iter().map(|key| (*key, json!({ "type": "number" }))));
        all("Bytes.", &properties)
    };
    json!({ "oneOf": [
        state("fits", &["left"]), state("tight", &["left", "over_at_worst"]), state("over", &["over_by"]),
    ] })
}

fn bill() -> Value {
    let dollars = || json!({ "type": "number" });
    let credit = all(
        "Where nothing is billed beyond the credit.",
        &[
            ("gone_after_days", json!({ "type": ["number", "null"] })),
            ("of_days", json!({ "type": "number" })),
        ],
    );
    all(
        "Dollars a month.",
        &[
            ("lines", refer("usage")),
            ("usage", refer("range")),
            ("subscription", dollars()),
            ("included", dollars()),
            ("total", refer("range")),
            ("overage", refer("range")),
            ("credit", json!({ "anyOf": [credit, { "type": "null" }] })),
        ],
    )
}

fn levels() -> Vec<(&'static str, Value)> {
    ["idle", "average", "peak"].map(|key| (key, refer("range"))).to_vec()
}

fn demand() -> Vec<(&'static str, Value)> {
    let further = ["cache", "beside"].map(|key| (key, refer("range")));
    [levels(), further.to_vec()].concat()
}

/// An object that has all of these.
fn all(description: &str, properties: &[(&str, Value)]) -> Value {
    let names: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
    let properties: Map<String, Value> =
        properties.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    json!({ "type": "object", "description": description, "required": names, "properties": properties })
}

fn array(of: &str) -> Value {
    json!({ "type": "array", "items": refer(of) })
}

fn refer(to: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{to}") })
}
