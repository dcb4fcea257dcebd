//! What a file that was dropped on the page is: told by what is in it, not by its name
//! or by where it fell.

use super::read;
use crate::file::{self, FileError};

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// A plan, or what is left of one.
    Plan,
    /// Something with a measurement in it.
    Measurement,
    /// Neither: whoever was to take it says what is wrong.
    Neither,
}

/// What a text is.
pub fn dropped(text: &str) -> Dropped {
    let plan = match file::read(text) {
        Ok(_) | Err(FileError::Newer { .. }) => true,
        Err(FileError::NotJson { .. }) => {
            text.trim_start().starts_with('{') && text.contains("\"headroom\"")
        }
        Err(FileError::NotAPlan | FileError::TooLong { .. }) => false,
    };
    match plan {
        true => Dropped::Plan,
        false if read(text).is_ok() => Dropped::Measurement,
        false => Dropped::Neither,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::note;

    #[test]
    fn a_plan_is_a_plan_even_when_it_is_broken_and_a_measurement_may_be_json() {
        let plan = file::write(&note());
        assert_eq!(dropped(&plan), Dropped::Plan);
        assert_eq!(dropped(&plan[..plan.len() / 2]), Dropped::Plan);
        for sample in [
            include_str!("samples/ps_aux.txt"),
            include_str!("samples/railway_metrics.json"),
            include_str!("samples/docker_stats.json"),
            include_str!("samples/monitor.jsonl"),
        ] {
            assert_eq!(dropped(sample), Dropped::Measurement, "{sample}");
        }
        for other in ["", "{ nope", "{\"workers\": 3}", "hello"] {
            assert_eq!(dropped(other), Dropped::Neither, "{other}");
        }
    }
}
