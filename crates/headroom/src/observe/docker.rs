//! `docker stats --no-stream`, as a table and as JSON. Its figure leaves out the page
//! cache that was not used lately.

use serde_json::Value as Json;

use super::amount::with_unit;
use super::reading::Taken;
use super::{Figure, Source, Total, Why};

/// The first container that was read.
#[derive(Default)]
pub(super) struct Docker {
    in_table: bool,
    bytes: Option<f64>,
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
        if self.bytes.is_some() {
            return Taken::Wrong(Why::AnotherContainer);
        }
        self.bytes = Some(bytes);
        Taken::Yes
    }

    pub(super) fn totals(&self) -> Option<Total> {
        let bytes = self.bytes?;
        Some(Total { source: Source::Docker, figure: Figure::AtRest, bytes })
    }
}

/// `{"MemUsage":"97.62MiB / 7.654GiB",...}`
pub(super) fn json(json: &Json, docker: &mut Docker) -> bool {
    let Some(used) = json.get("MemUsage").and_then(Json::as_str) else { return false };
    let bytes = used.split_whitespace().next().and_then(with_unit);
    docker.bytes = docker.bytes.or(bytes);
    bytes.is_some()
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
        assert!(json(&serde_json::from_str(text).unwrap(), &mut object));
        assert_eq!((table.bytes, object.bytes), (Some(97.62 * MIB), Some(97.62 * MIB)));
    }

    #[test]
    fn the_first_container_counts() {
        let mut docker = Docker::default();
        docker.take("NAME MEM USAGE / LIMIT");
        docker.take("web 90MiB / 1GiB");
        assert!(matches!(docker.take("db 40MiB / 1GiB"), Taken::Wrong(Why::AnotherContainer)));
    }
}
