//! Writes a link: only what differs.

use base64::Engine;

use super::super::date;
use super::super::wire::{Payload, Writer, payload};
use super::{ANSWERS, BASE64, CHECKSUM, Frozen, ROWS, SIDE, answer, empty_row};
use crate::MODEL_VERSION;
use crate::file::RowPart;
use crate::part::others::Row;
use crate::plan::{FIELDS, Field, Plan, Scope, SideId};
use crate::railway::LIST_DATE;
use crate::setting::Value;

pub(in crate::link) fn encode(plan: &Plan, version: &Frozen) -> String {
    let mut body = Writer::default();
    body.varint(MODEL_VERSION.into());
    body.varint(date::day(LIST_DATE));
    body.bytes(plan.name.as_bytes());

    let frozen = &version.plan;
    body.section(0);
    settings(&mut body, version, Scope::Plan, (plan, SideId::Current), (frozen, SideId::Current));
    if plan.railway != frozen.railway
        || plan.current != frozen.current
        || plan.target != frozen.current
    {
        body.record(ANSWERS, Payload::Bytes(&answers(plan)));
    }
    body.end();

    body.section(SIDE);
    settings(&mut body, version, Scope::Side, (plan, SideId::Current), (frozen, SideId::Current));
    rows(&mut body, &plan.current.others, &frozen.current.others);
    body.end();

    body.section(SIDE);
    settings(&mut body, version, Scope::Side, (plan, SideId::Target), (plan, SideId::Current));
    rows(&mut body, &plan.target.others, &plan.current.others);
    body.end();

    let mut frame = Writer::default();
    frame.bytes(&body.into_bytes());
    let mut frame = frame.into_bytes();
    frame.extend_from_slice(&CHECKSUM.checksum(&frame).to_le_bytes());
    format!("{}{}", version.version, BASE64.encode(frame))
}

/// The settings that differ from another plan's, or that the version had no default for.
fn settings(
    body: &mut Writer,
    version: &Frozen,
    scope: Scope,
    of: (&Plan, SideId),
    than: (&Plan, SideId),
) {
    let mut fields: Vec<&Field> = FIELDS.iter().filter(|field| field.scope() == scope).collect();
    fields.sort_by_key(|field| field.wire);
    for field in fields {
        let value = field.get(of.0, of.1);
        // One that may be left open is open where nothing is said of it.
        let known = of.1 == SideId::Target
            || value == Value::Nothing
            || version.settings.contains(&(scope, field.id));
        if value != field.get(than.0, than.1) || !known {
            body.record(field.wire.into(), payload(value));
        }
    }
}

fn rows(body: &mut Writer, rows: &[Row], than: &[Row]) {
    if rows == than {
        return;
    }
    let mut list = Writer::default();
    for row in rows {
        list.section(0);
        for (number, part) in (1..).zip(RowPart::ALL) {
            match part.get(row) {
                None if !row.name.is_empty() => {
                    list.record(number, Payload::Bytes(row.name.as_bytes()));
                }
                Some(value) if part.get(&empty_row()) != Some(value) => {
                    list.record(number, payload(value));
                }
                None | Some(_) => {}
            }
        }
        list.end();
    }
    body.record(ROWS, Payload::Bytes(&list.into_bytes()));
}

/// Peak in megabytes and bill in cents of each side, so that a later version can say what it changes.
fn answers(plan: &Plan) -> Vec<u8> {
    let mut writer = Writer::default();
    for side in SideId::ALL {
        let (megabytes, cents) = answer(plan, *side);
        writer.varint(megabytes);
        writer.varint(cents);
    }
    writer.into_bytes()
}
