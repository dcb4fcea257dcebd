//! Opens a link.

use base64::Engine;

use super::super::wire::{Broken, Payload, Reader};
use super::super::{LONGEST, LinkError, date};
use super::{ANSWERS, BASE64, CHECKSUM, Frozen, ROWS, SIDE, answer, empty_row};
use crate::MODEL_VERSION;
use crate::file::{Answer, Notice, Notices, Opened, RowPart, Spot};
use crate::part::others::Row;
use crate::plan::{Field, Plan, Scope, SideId};
use crate::railway::LIST_DATE;
use crate::setting::{Kind, Value};
use crate::units::{Estimate, MB};

pub(in crate::link) fn decode(payload: &str, frozen: &Frozen) -> Result<Opened, LinkError> {
    let body = body(payload)?;
    let mut opening =
        Opening { plan: frozen.plan.clone(), notices: Notices::default(), answers: None };
    opening.read(Reader::new(&body)).map_err(|Broken| LinkError::Damaged)?;
    Ok(Opened { plan: opening.plan, notices: opening.notices.into_list() })
}

/// The body, if all of it is there and its checksum is right. What follows it
/// may be a word that chat glued to the link, and is left out.
fn body(payload: &str) -> Result<Vec<u8>, LinkError> {
    let whole = if payload.len() % 4 == 1 { &payload[..payload.len() - 1] } else { payload };
    let bytes = BASE64.decode(whole).map_err(|_| LinkError::Damaged)?;
    let mut reader = Reader::new(&bytes);
    let truncated = |length: usize| LinkError::Truncated {
        found: payload.len() + 1,
        wanted: length.saturating_mul(4).div_ceil(3).saturating_add(1),
    };
    let length = reader.varint().map_err(|Broken| truncated(bytes.len() + 3))?;
    let start = bytes.len() - reader.left();
    let end = usize::try_from(length)
        .ok()
        .and_then(|length| start.checked_add(length))
        .ok_or(LinkError::Damaged)?;
    let all = end.saturating_add(2);
    let Some((frame, check)) = bytes.get(..all).and_then(|frame| frame.split_at_checked(end))
    else {
        // No plan is as long as a damaged length can claim.
        return Err(if all > LONGEST { LinkError::Damaged } else { truncated(all) });
    };
    if CHECKSUM.checksum(frame).to_le_bytes() != check {
        return Err(LinkError::Damaged);
    }
    Ok(frame[start..].to_vec())
}

struct Opening {
    plan: Plan,
    notices: Notices,
    answers: Option<[(u64, u64); 2]>,
}

impl Opening {
    fn read(&mut self, mut reader: Reader<'_>) -> Result<(), Broken> {
        let model = reader.varint()?;
        let day = reader.varint()?;
        let name = std::str::from_utf8(reader.bytes()?).map_err(|_| Broken)?;
        self.plan.name = self.notices.name(name, Plan::NAME_LENGTH, Spot::Name);
        reader.section(0);
        self.section(&mut reader, None)?;
        reader.section(SIDE);
        self.section(&mut reader, Some(SideId::Current))?;
        self.plan.target = self.plan.current.clone();
        reader.section(SIDE);
        self.section(&mut reader, Some(SideId::Target))?;
        self.compare(model, day);
        if reader.is_at_end() { Ok(()) } else { Err(Broken) }
    }

    fn section(&mut self, reader: &mut Reader<'_>, side: Option<SideId>) -> Result<(), Broken> {
        let scope = if side.is_some() { Scope::Side } else { Scope::Plan };
        while let Some((id, payload)) = reader.record()? {
            match (side, payload) {
                (None, Payload::Bytes(bytes)) if id == ANSWERS => {
                    self.answers = Some(read_answers(bytes)?);
                }
                (Some(side), Payload::Bytes(bytes)) if id == ROWS => self.rows(side, bytes)?,
                _ => match u16::try_from(id)
                    .ok()
                    .and_then(Field::on_wire)
                    .filter(|field| field.scope() == scope)
                {
                    Some(field) => self.setting(side, field, payload),
                    None => self.notices.push(Notice::UnknownNumber { side, id }),
                },
            }
        }
        Ok(())
    }

    fn setting(&mut self, side: Option<SideId>, field: &'static Field, payload: Payload<'_>) {
        if let Some(value) = value(field.kind, payload) {
            self.notices.set(&mut self.plan, side, field, value);
        } else {
            let spot = Spot::Setting(side, field.id);
            self.notices.push(Notice::NotRead { spot, found: plainly(payload) });
        }
    }

    fn rows(&mut self, side: SideId, bytes: &[u8]) -> Result<(), Broken> {
        let mut reader = Reader::new(bytes);
        let mut rows = Vec::new();
        let mut found = 0;
        while !reader.is_at_end() {
            let row = self.row(&mut reader, side, found)?;
            found += 1;
            if rows.len() < Row::MOST {
                rows.push(row);
            }
        }
        if found > Row::MOST {
            self.notices.push(Notice::RowsLeftOut { side, found });
        }
        self.plan.side_mut(side).others = rows;
        Ok(())
    }

    fn row(&mut self, reader: &mut Reader<'_>, side: SideId, at: usize) -> Result<Row, Broken> {
        let mut row = empty_row();
        reader.section(0);
        while let Some((number, payload)) = reader.record()? {
            let part =
                (1..).zip(RowPart::ALL).find(|(known, _)| *known == number).map(|(_, part)| *part);
            let Some(part) = part else {
                self.notices.push(Notice::UnknownNumber { side: Some(side), id: number });
                continue;
            };
            let spot = Spot::Row(side, at, part);
            match (part.kind(), payload) {
                (None, Payload::Bytes(name)) => {
                    let name = std::str::from_utf8(name).map_err(|_| Broken)?;
                    row.name = self.notices.name(name, Row::NAME_LENGTH, spot);
                }
                (Some(kind), payload) if value(kind, payload).is_some() => {
                    let value = value(kind, payload)
                        .and_then(|value| self.notices.admit(kind, value, spot));
                    if let Some(value) = value {
                        part.set(&mut row, value);
                    }
                }
                (_, payload) => {
                    self.notices.push(Notice::NotRead { spot, found: plainly(payload) });
                }
            }
        }
        Ok(row)
    }

    /// Says what is different from when the link was made.
    fn compare(&mut self, model: u64, day: u64) {
        let (ours, today) = (u64::from(MODEL_VERSION), date::day(LIST_DATE));
        if model < ours {
            self.notices.push(Notice::OlderModel { version: model });
        } else if model > ours {
            self.notices.push(Notice::NewerModel { version: model });
        }
        if day < today {
            self.notices.push(Notice::OlderPrices { date: date::date(day) });
        } else if day > today {
            self.notices.push(Notice::NewerPrices { date: date::date(day) });
        }
        let Some(answers) = self.answers.filter(|_| (model, day) != (ours, today)) else { return };
        for (side, then) in SideId::ALL.iter().zip(answers) {
            let now = answer(&self.plan, *side);
            if now != then {
                self.notices.push(Notice::Changed {
                    side: *side,
                    then: shown(then),
                    now: shown(now),
                });
            }
        }
    }
}

fn shown((megabytes, cents): (u64, u64)) -> Answer {
    let number = |whole| Payload::Whole(whole).estimate().unwrap_or_default().likely;
    Answer { peak: number(megabytes) * MB, dollars: number(cents) / 100.0 }
}

fn read_answers(bytes: &[u8]) -> Result<[(u64, u64); 2], Broken> {
    let mut reader = Reader::new(bytes);
    let mut one = || Ok((reader.varint()?, reader.varint()?));
    Ok([one()?, one()?])
}

/// The value of a payload, if it is one of this kind.
fn value(kind: Kind, payload: Payload<'_>) -> Option<Value> {
    match (kind, payload) {
        (Kind::Toggle, Payload::Whole(on @ (0 | 1))) => Some(Value::Toggle(on == 1)),
        (Kind::Choice(names), Payload::Whole(at)) => {
            usize::try_from(at).ok().filter(|at| *at < names.len()).map(Value::Choice)
        }
        (Kind::OptionalSize(_) | Kind::OptionalQuantity(_), Payload::Nothing) => {
            Some(Value::Nothing)
        }
        (Kind::Toggle | Kind::Choice(_), _) => None,
        (
            Kind::Count(_)
            | Kind::Size(_)
            | Kind::Quantity(_)
            | Kind::OptionalSize(_)
            | Kind::OptionalQuantity(_),
            _,
        ) => payload
            .estimate()
            .filter(|number| number.low <= number.likely && number.likely <= number.high)
            .map(Value::Number),
    }
}

fn plainly(payload: Payload<'_>) -> String {
    match payload {
        Payload::Whole(value) => value.to_string(),
        Payload::Decimal(value) => value.to_string(),
        Payload::Range(low, high) | Payload::Estimate(Estimate { low, high, .. }) => {
            format!("{low}-{high}")
        }
        Payload::Nothing => String::from("null"),
        Payload::Bytes(_) => String::from("…"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::wire::Writer;
    use super::super::{Frozen, encode};
    use super::*;
    use crate::plan::{FieldId, note};

    /// The link of a body that another version could have written.
    fn link(body: impl FnOnce(&mut Writer)) -> String {
        let mut writer = Writer::default();
        body(&mut writer);
        let mut frame = Writer::default();
        frame.bytes(&writer.into_bytes());
        let mut frame = frame.into_bytes();
        frame.extend_from_slice(&CHECKSUM.checksum(&frame).to_le_bytes());
        BASE64.encode(frame)
    }

    fn head(body: &mut Writer, model: u64, day: u64) {
        body.varint(model);
        body.varint(day);
        body.bytes(b"x");
        body.section(0);
    }

    #[test]
    fn what_is_out_of_range_is_held_and_what_is_unknown_is_skipped() {
        let text = link(|body| {
            head(body, MODEL_VERSION.into(), date::day(LIST_DATE));
            body.record(1, Payload::Whole(77));
            body.record(2, Payload::Decimal(1e300));
            body.end();
            body.section(SIDE);
            body.record(21, Payload::Estimate(Estimate { low: 3.0, likely: 2.0, high: 1.0 }));
            body.record(23, Payload::Whole(3_000_000));
            body.record(26, Payload::Bytes(b"??"));
            body.record(190, Payload::Bytes(b"new"));
            body.record(70_000, Payload::Nothing);
            body.end();
            body.section(SIDE);
            body.end();
        });
        let opened = decode(&text, Frozen::latest()).unwrap();
        assert_eq!(opened.plan.current.workers.count, 2000);
        assert_eq!(opened.plan.target, opened.plan.current);
        let spot = |id| Spot::Setting(Some(SideId::Current), id);
        let held = |spot, found, held| Notice::Held {
            spot,
            found: Estimate::exact(found),
            held: Estimate::exact(held),
        };
        let side = Some(SideId::Current);
        let wanted = [
            Notice::NotRead { spot: Spot::Setting(None, FieldId::Tier), found: "77".into() },
            held(Spot::Setting(None, FieldId::Limit), 1e300, 3e12),
            Notice::NotRead { spot: spot(FieldId::WorkersMeasured), found: "3-1".into() },
            held(spot(FieldId::Workers), 3e6, 2000.0),
            Notice::NotRead { spot: spot(FieldId::Threads), found: "…".into() },
            Notice::UnknownNumber { side, id: 190 },
            Notice::UnknownNumber { side, id: 70_000 },
        ];
        assert_eq!(opened.notices, wanted);
    }

    #[test]
    fn older_prices_say_what_they_change() {
        let text = link(|body| {
            head(body, 0, 100);
            body.record(1, Payload::Whole(3));
            body.record(ANSWERS, Payload::Bytes(&[100, 100, 0x80, 0x40, 0x80, 0x40]));
            body.end();
            body.section(SIDE);
            body.end();
            body.section(SIDE);
            body.end();
        });
        let notices = decode(&text, Frozen::latest()).unwrap().notices;
        assert_eq!(notices[0], Notice::OlderModel { version: 0 });
        assert_eq!(notices[1], Notice::OlderPrices { date: "2025-04-11".into() });
        let Notice::Changed { side: SideId::Current, then, .. } = notices[2] else {
            panic!("{notices:?}")
        };
        assert_eq!(then, Answer { peak: 100e6, dollars: 1.0 });
        assert_eq!(notices.len(), 4);
    }

    #[test]
    fn a_checksum_does_not_make_a_frame_sound() {
        for bytes in [
            &b""[..],
            b"\x01",
            b"\x01\xd5\x04\xff",
            b"\x01\xd5\x04\x01\xff\0\0\0",
            b"\x01\xd5\x04\0\0\0\0\0",
        ] {
            let text =
                link(|body| bytes.iter().for_each(|byte| body.varint(u64::from(*byte & 0x7f))));
            let found = decode(&text, Frozen::latest());
            assert_eq!(found, Err(LinkError::Damaged), "{bytes:?}");
        }
    }

    #[test]
    fn rows_that_are_too_many_are_left_out() {
        let mut plan = note();
        plan.current.others = vec![empty_row(); 25];
        let opened = decode(&encode(&plan, Frozen::latest())[1..], Frozen::latest()).unwrap();
        assert_eq!(opened.plan.current.others.len(), 20);
        assert_eq!(opened.notices[0], Notice::RowsLeftOut { side: SideId::Current, found: 25 });
    }
}
