//! `docker stats --no-stream`, as a table and as JSON. Its figure leaves out the page
//! cache that was not used lately.

use serde_json::Value as Json;

use super::amount::{known, with_unit};
use super::reading::Taken;
use super::{Figure, Source, Total, Why};

/// The first container that was read.
#[derive(Default)]
pub(super) struct Docker {
    in_table: bool,
    bytes: Option<f64>,
    /// Its number, or its name.
    id: String,
}

impl Docker {
    pub(super) fn take(&mut self, line: &str) -> Taken {
        if line.contains("MEM USAGE") {
            self.in_table = true;
            return Taken::Yes;
        }
        if !self.in_table {
            return Taken::No;
        }
        let Some((before, _)) = line.split_once(" / ") else { return Taken::No };
        let Some(bytes) = before.split_whitespace().last().and_then(with_unit) else {
            return Taken::Wrong(Why::NotASize);
        };
        self.note(line.split_whitespace().next().unwrap_or_default(), bytes)
    }

    fn note(&mut self, id: &str, bytes: f64) -> Taken {
        if self.bytes.is_some() {
            let same = self.id == id;
            return Taken::Wrong(if same { Why::Again } else { Why::AnotherContainer });
        }
        self.bytes = Some(bytes);
        id.clone_into(&mut self.id);
        Taken::Yes
    }

    pub(super) fn totals(&self) -> Option<Total> {
        let bytes = known(self.bytes?)?;
        Some(Total { source: Source::Docker, figure: Figure::AtRest, bytes })
    }
}

/// `{"MemUsage":"97.62MiB / 7.654GiB",...}`
pub(super) fn json(json: &Json, docker: &mut Docker) -> Taken {
    let text = |key| json.get(key).and_then(Json::as_str);
    let used = text("MemUsage").and_then(|used| used.split_whitespace().next());
    let Some(bytes) = used.and_then(with_unit) else { return Taken::No };
    docker.note(text("ID").or_else(|| text("Name")).unwrap_or_default(), bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::MIB;

    #[test]
    fn a_table_and_json_say_the_same() {
        let mut table = Docker::default();
        for line in include_str!("samples/docker_stats.txt").lines() {
            assert!(matches!(table.take(line), Taken::Yes), "{line}");
        }
        let mut object = Docker::default();
        let text = include_str!("samples/docker_stats.json");
        let text = serde_json::from_str(text).unwrap();
        assert!(matches!(json(&text, &mut object), Taken::Yes));
        assert!(matches!(json(&text, &mut table), Taken::Wrong(Why::Again)));
        assert_eq!((table.bytes, object.bytes), (Some(97.62 * MIB), Some(97.62 * MIB)));
    }

    #[test]
    fn the_first_container_counts() {
        let mut docker = Docker::default();
        docker.take("NAME MEM USAGE / LIMIT");
        docker.take("web 90MiB / 1GiB");
        assert!(matches!(docker.take("db 40MiB / 1GiB"), Taken::Wrong(Why::AnotherContainer)));
        let text = serde_json::from_str(r#"{"Name":"db","MemUsage":"40MiB / 1GiB"}"#).unwrap();
        assert!(matches!(json(&text, &mut docker), Taken::Wrong(Why::AnotherContainer)));
        assert_eq!(docker.bytes, Some(90.0 * MIB));
    }
}
