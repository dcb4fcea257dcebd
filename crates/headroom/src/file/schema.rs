//! The JSON Schema of the plan file, made from the table of settings.

use serde_json::{Map, Value as Json, json};

use super::{RowPart, VERSION};
use crate::part::others::Row;
use crate::plan::{FIELDS, Field, Plan, Scope, SideId};
use crate::setting::{Bounds, Kind};
use crate::text::Lang;
use crate::text::fields::{hint, label};

/// JSON Schema 2020-12 of the plan file.
pub fn schema() -> Json {
    let mut properties = Map::new();
    properties.insert("$schema".into(), json!({ "type": "string" }));
    properties.insert(
        "headroom".into(),
        json!({ "const": VERSION, "description": "The version of this form." }),
    );
    properties.insert(
        "model".into(),
        json!({ "type": "integer", "minimum": 1, "description": "The version of the model that the plan was made with." }),
    );
    properties.insert(
        "prices".into(),
        json!({ "type": "string", "format": "date", "description": "The date of Railway's prices when the plan was made." }),
    );
    properties.insert("name".into(), json!({ "type": "string", "maxLength": Plan::NAME_LENGTH }));
    properties.extend(groups(Scope::Plan));
    for side in SideId::KEYS {
        properties.insert((*side).into(), json!({ "$ref": "#/$defs/side" }));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Headroom plan",
        "description": "A Django service on Railway as it is and as it could be. What is missing keeps its default.",
        "type": "object",
        "required": ["headroom"],
        "properties": properties,
        "additionalProperties": false,
        "$defs": definitions(),
    })
}

fn definitions() -> Json {
    let mut side = groups(Scope::Side);
    side.insert(
        "others".into(),
        json!({ "type": "array", "maxItems": Row::MOST, "items": { "$ref": "#/$defs/row" } }),
    );
    let mut row = Map::new();
    row.insert("name".into(), json!({ "type": "string", "maxLength": Row::NAME_LENGTH }));
    for part in RowPart::ALL {
        if let Some(kind) = part.kind() {
            row.insert(part.key().into(), of_kind(kind));
        }
    }
    json!({
        "side": { "type": "object", "properties": side, "additionalProperties": false },
        "row": { "type": "object", "properties": row, "additionalProperties": false },
        "size": {
            "description": "A size or a range of sizes with its unit.",
            "type": "string",
            "pattern": r"^[0-9.,_ ]+ ?([kKMGTkmgt]?[iI]?[bB]?)? ?((-|–|\.\.| to )[0-9.,_ ]+)? ?([kKMGTkmgt]?[iI]?[bB]?)$",
            "examples": ["600 MB", "400-800 MB", "46.3 MiB"],
        },
        "numbers": {
            "description": "A number or a range as text.",
            "type": "string",
            "pattern": r"^[0-9.,_ ]+((-|–|\.\.| to )[0-9.,_ ]+)?$",
            "examples": ["20-60"],
        },
    })
}

fn groups(scope: Scope) -> Map<String, Json> {
    let mut groups: Map<String, Json> = Map::new();
    for field in FIELDS.iter().filter(|field| field.scope() == scope) {
        let (group, key) = field.key;
        let entry = groups.entry(group).or_insert_with(
            || json!({ "type": "object", "properties": {}, "additionalProperties": false }),
        );
        entry["properties"][key] = described(field);
    }
    groups
}

fn described(field: &Field) -> Json {
    let mut schema = of_kind(field.kind);
    let words = match hint(field.id, Lang::En) {
        Some(hint) => format!("{}. {hint}", label(field.id, Lang::En)),
        None => label(field.id, Lang::En).to_owned(),
    };
    schema["description"] = Json::String(words);
    schema
}

fn of_kind(kind: Kind) -> Json {
    match kind {
        Kind::Toggle => json!({ "type": "boolean" }),
        Kind::Choice(names) => json!({ "enum": names }),
        Kind::Count(bounds) => number("integer", bounds),
        Kind::Size(bounds) => json!({ "anyOf": forms("size", bounds) }),
        Kind::Quantity(bounds) => json!({ "anyOf": forms("numbers", bounds) }),
        Kind::OptionalSize(bounds) => json!({ "anyOf": optional(forms("size", bounds)) }),
        Kind::OptionalQuantity(bounds) => json!({ "anyOf": optional(forms("numbers", bounds)) }),
    }
}

fn number(name: &str, bounds: Bounds) -> Json {
    let plain =
        |value: f64| super::json::Node::number(value).map_or(Json::Null, |node| json!(node));
    json!({ "type": name, "minimum": plain(bounds.min), "maximum": plain(bounds.max) })
}

fn forms(text: &str, bounds: Bounds) -> Vec<Json> {
    let one = number("number", bounds);
    let text = json!({ "$ref": format!("#/$defs/{text}") });
    let bound = json!({ "anyOf": [one, text] });
    let three = json!({
        "type": "object",
        "required": ["low", "high"],
        "properties": { "low": bound, "likely": bound, "high": bound },
        "additionalProperties": false,
    });
    vec![one, text, three]
}

fn optional(mut forms: Vec<Json>) -> Vec<Json> {
    forms.push(json!({ "type": "null" }));
    forms
}
