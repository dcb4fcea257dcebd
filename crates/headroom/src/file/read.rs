//! Reads a plan file: leniently by setting, strictly as a whole.

use serde_json::{Map, Value as Json};

use super::{Notice, Notices, Opened, RowPart, Spot, VERSION, rows, value};
use crate::MODEL_VERSION;
use crate::part::others::Row;
use crate::plan::{FIELDS, Field, Plan, Scope, SideId, fresh};
use crate::railway::LIST_DATE;

/// The longest file that is read, in bytes.
pub const LONGEST: usize = 1_000_000;

/// Why a text is no plan file at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is longer than [`LONGEST`].
    TooLong {
        /// In bytes.
        found: usize,
    },
    /// It is not JSON.
    NotJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// It is JSON, but no plan.
    NotAPlan,
    /// It is a plan in a later form.
    Newer {
        /// Of this version.
        version: u64,
    },
}

/// The plan in a file. What is missing keeps its default.
///
/// # Errors
/// When the text is no plan file, or one of a later version.
pub fn read(text: &str) -> Result<Opened, FileError> {
    if text.len() > LONGEST {
        return Err(FileError::TooLong { found: text.len() });
    }
    let text = text.trim_start_matches('\u{feff}');
    let json: Json = serde_json::from_str(text).map_err(|why| FileError::NotJson {
        line: why.line().max(1),
        column: why.column().max(1),
    })?;
    let Json::Object(top) = json else { return Err(FileError::NotAPlan) };
    check_version(&top)?;
    let mut reading = Reading { plan: fresh(), notices: Notices::default() };
    for (key, found) in &top {
        reading.top(key, found);
    }
    Ok(Opened { plan: reading.plan, notices: reading.notices.into_list() })
}

fn check_version(top: &Map<String, Json>) -> Result<(), FileError> {
    match top.get("headroom") {
        Some(version) => match version.as_u64() {
            Some(VERSION) => Ok(()),
            Some(version) if version > VERSION => Err(FileError::Newer { version }),
            Some(_) | None => Err(FileError::NotAPlan),
        },
        None if SideId::KEYS.iter().any(|side| top.contains_key(*side)) => Ok(()),
        None => Err(FileError::NotAPlan),
    }
}

struct Reading {
    plan: Plan,
    notices: Notices,
}

impl Reading {
    fn top(&mut self, key: &str, found: &Json) {
        match (key, found) {
            ("headroom" | "$schema", _) => {}
            ("model", _) => self.model(found),
            ("prices", _) => self.prices(found),
            ("name", Json::String(name)) => {
                self.plan.name = self.notices.name(name, Plan::NAME_LENGTH, Spot::Name);
            }
            ("name", _) => self.not_read(Spot::Name, found),
            ("railway" | "overrides", _) => self.group(None, key, found),
            ("current", _) => self.side(SideId::Current, found),
            ("target", _) => self.side(SideId::Target, found),
            _ => self.notices.push(Notice::UnknownName { path: key.to_owned() }),
        }
    }

    fn model(&mut self, found: &Json) {
        match found.as_u64() {
            Some(version) if version < MODEL_VERSION.into() => {
                self.notices.push(Notice::OlderModel { version });
            }
            Some(version) if version > MODEL_VERSION.into() => {
                self.notices.push(Notice::NewerModel { version });
            }
            Some(_) => {}
            None => self.not_read(Spot::Path(String::from("model")), found),
        }
    }

    fn prices(&mut self, found: &Json) {
        match found.as_str().filter(|date| is_date(date)) {
            Some(date) if date < LIST_DATE => {
                self.notices.push(Notice::OlderPrices { date: date.to_owned() });
            }
            Some(date) if date > LIST_DATE => {
                self.notices.push(Notice::NewerPrices { date: date.to_owned() });
            }
            Some(_) => {}
            None => self.not_read(Spot::Path(String::from("prices")), found),
        }
    }

    fn side(&mut self, side: SideId, found: &Json) {
        let Json::Object(groups) = found else {
            return self.not_read(Spot::Path(side.key().to_owned()), found);
        };
        for (group, found) in groups {
            if group == "others" {
                self.rows(side, found);
            } else {
                self.group(Some(side), group, found);
            }
        }
    }

    fn group(&mut self, side: Option<SideId>, group: &str, found: &Json) {
        let path = side.map_or_else(|| group.to_owned(), |side| format!("{}.{group}", side.key()));
        let scope = if side.is_some() { Scope::Side } else { Scope::Plan };
        let known = FIELDS.iter().any(|field| field.key.0 == group && field.scope() == scope);
        if !known {
            return self.notices.push(Notice::UnknownName { path });
        }
        let Json::Object(settings) = found else { return self.not_read(Spot::Path(path), found) };
        for (key, found) in settings {
            match Field::named(group, key) {
                Some(field) => self.setting(side, field, found),
                None => self.notices.push(Notice::UnknownName { path: format!("{path}.{key}") }),
            }
        }
    }

    fn setting(&mut self, side: Option<SideId>, field: &'static Field, found: &Json) {
        match value::from_json(field.kind, found) {
            Some(value) => self.notices.set(&mut self.plan, side, field, value),
            None => self.not_read(Spot::Setting(side, field.id), found),
        }
    }

    fn rows(&mut self, side: SideId, found: &Json) {
        let Json::Array(list) = found else {
            return self.not_read(Spot::Path(format!("{}.others", side.key())), found);
        };
        if list.len() > Row::MOST {
            self.notices.push(Notice::RowsLeftOut { side, found: list.len() });
        }
        for (at, found) in list.iter().take(Row::MOST).enumerate() {
            let row = self.row(side, at, found);
            self.plan.side_mut(side).others.push(row);
        }
    }

    /// A row that cannot be read stays as an empty one: the numbers of the others hold.
    fn row(&mut self, side: SideId, at: usize, found: &Json) -> Row {
        let mut row = rows::empty();
        let path = format!("{}.others[{at}]", side.key());
        let Json::Object(settings) = found else {
            self.not_read(Spot::Path(path), found);
            return row;
        };
        for (key, found) in settings {
            let Some(part) = RowPart::ALL.iter().copied().find(|part| part.key() == key) else {
                self.notices.push(Notice::UnknownName { path: format!("{path}.{key}") });
                continue;
            };
            let spot = Spot::Row(side, at, part);
            match (part.kind(), found) {
                (Some(kind), _) => match value::from_json(kind, found) {
                    Some(value) => {
                        if let Some(value) = self.notices.admit(kind, value, spot) {
                            part.set(&mut row, value);
                        }
                    }
                    None => self.not_read(spot, found),
                },
                (None, Json::String(name)) => {
                    row.name = self.notices.name(name, Row::NAME_LENGTH, spot);
                }
                (None, _) => self.not_read(spot, found),
            }
        }
        row
    }

    fn not_read(&mut self, spot: Spot, found: &Json) {
        let found = match found {
            Json::String(text) => text.chars().take(80).collect(),
            Json::Object(_) => String::from("{…}"),
            Json::Array(_) => String::from("[…]"),
            Json::Null | Json::Bool(_) | Json::Number(_) => found.to_string(),
        };
        self.notices.push(Notice::NotRead { spot, found });
    }
}

/// `2026-08-21`: dates of this form sort as text.
fn is_date(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::write;
    use crate::plan::{FieldId, note};
    use crate::units::Estimate;

    #[test]
    fn what_is_written_is_read_back() {
        for plan in [fresh(), note()] {
            assert_eq!(read(&write(&plan)), Ok(Opened { plan, notices: Vec::new() }));
        }
    }

    #[test]
    fn what_is_missing_keeps_its_default() {
        let opened = read(r#"{"headroom": 1, "target": {"workers": {"count": 3}}}"#).unwrap();
        assert_eq!(opened.plan.target.workers.count, 3);
        assert_eq!(opened.plan.current, fresh().current);
        assert_eq!(opened.notices, []);
    }

    #[test]
    fn what_cannot_be_used_is_named_and_the_rest_opens() {
        let text = r#"{"headroom": 1, "extra": 1, "target": {"workers": {"count": 9999, "class": "uvicorn",
            "threads": 8, "spin": true}, "others": [{"name": "Celery", "memory": "90 MB"}, 7]}}"#;
        let opened = read(text).unwrap();
        assert_eq!(opened.plan.target.workers.count, 2000);
        assert_eq!(opened.plan.target.workers.threads, 8);
        assert_eq!(opened.plan.target.others[0].memory, Estimate::exact(90e6));
        let spot = |id| Spot::Setting(Some(SideId::Target), id);
        let wanted = [
            Notice::UnknownName { path: "extra".into() },
            Notice::NotRead { spot: Spot::Path("target.others[1]".into()), found: "7".into() },
            Notice::NotRead { spot: spot(FieldId::WorkerClass), found: "uvicorn".into() },
            Notice::Held {
                spot: spot(FieldId::Workers),
                found: Estimate::exact(9999.0),
                held: Estimate::exact(2000.0),
            },
            Notice::UnknownName { path: "target.workers.spin".into() },
        ];
        assert_eq!(opened.notices, wanted);
    }

    #[test]
    fn what_is_no_plan_is_refused() {
        assert_eq!(read("{\n  oops}"), Err(FileError::NotJson { line: 2, column: 3 }));
        assert_eq!(read(""), Err(FileError::NotJson { line: 1, column: 1 }));
        assert_eq!(read("[1]"), Err(FileError::NotAPlan));
        assert_eq!(read(r#"{"name": "package", "version": "1"}"#), Err(FileError::NotAPlan));
        assert_eq!(read(r#"{"headroom": 2}"#), Err(FileError::Newer { version: 2 }));
        assert_eq!(read(r#"{"headroom": -1}"#), Err(FileError::NotAPlan));
        let long = " ".repeat(LONGEST + 1);
        assert_eq!(read(&long), Err(FileError::TooLong { found: LONGEST + 1 }));
    }

    #[test]
    fn strange_json_does_no_harm() {
        assert!(matches!(read(&"[".repeat(900_000)), Err(FileError::NotJson { .. })));
        assert!(matches!(
            read(r#"{"headroom": 1, "railway": {"host_cpus": 1e999}}"#),
            Err(FileError::NotJson { .. })
        ));
        assert!(matches!(
            read(r#"{"headroom": 1, "railway": {"host_cpus": NaN}}"#),
            Err(FileError::NotJson { .. })
        ));
        assert!(read("\u{feff}{\"headroom\": 1}").is_ok());
        assert!(read(r#"{"headroom": 1, "name": "a", "name": "b"}"#).is_ok());
        let many: Vec<String> = (0..9999).map(|n| format!("\"x{n}\": 0")).collect();
        let many = format!("{{\"headroom\": 1, {}}}", many.join(", "));
        assert_eq!(read(&many).unwrap().notices.len(), 51);
    }

    #[test]
    fn older_prices_are_reported() {
        let file =
            serde_json::json!({ "headroom": 1, "model": MODEL_VERSION, "prices": "2026-01-05" });
        let opened = read(&file.to_string()).unwrap();
        assert_eq!(opened.notices, [Notice::OlderPrices { date: "2026-01-05".into() }]);
    }
}
