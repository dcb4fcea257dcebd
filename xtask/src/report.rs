//! The account of a test run: a heading and a duration for each step, all steps
//! run, one line of totals at the end.

use std::ops::AddAssign;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;

/// How many tests or checks passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    /// What a check that either holds or is an error counts for.
    pub(crate) const ONE_CHECK: Self = Self { passed: 1, failed: 0 };

    /// Reads the last line that libtest, and our browser tests, print for a test binary.
    pub(crate) fn from_test_result(line: &str) -> Option<Self> {
        let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
        let count_of = |what: &str| {
            counts.split("; ").find_map(|part| part.strip_suffix(what)?.trim().parse().ok())
        };
        Some(Self { passed: count_of("passed")?, failed: count_of("failed")? })
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The steps so far.
#[derive(Debug, Default)]
pub(crate) struct Report {
    total: Tally,
    failures: Vec<String>,
}

impl Report {
    /// Runs a step. Its tally is added; an error counts as one failure, and the run goes on.
    pub(crate) fn step(&mut self, heading: &str, run: impl FnOnce() -> Result<Tally>) {
        println!("\n== {heading}");
        let start = now();
        let tally = run().unwrap_or_else(|error| {
            println!("{error:#}");
            Tally { passed: 0, failed: 1 }
        });
        let outcome = if tally.failed == 0 { "ok" } else { "FAILED" };
        let seconds = start.elapsed().as_secs_f32();
        println!("-- {heading}: {outcome}, {} passed, {seconds:.1} s", tally.passed);
        if tally.failed > 0 {
            self.failures.push(format!("{heading} ({} failed)", tally.failed));
        }
        self.total += tally;
    }

    /// Names the steps that failed, and ends with the line of totals, alone.
    pub(crate) fn finish(self) -> ExitCode {
        println!();
        for failure in &self.failures {
            println!("failed: {failure}");
        }
        println!("{} passed, {} failed", self.total.passed, self.total.failed);
        if self.total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

#[expect(clippy::disallowed_methods, reason = "a task runs natively, where there is a clock")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_line_of_a_test_binary_is_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 1 filtered out; finished in 0.04s";
        assert_eq!(Tally::from_test_result(line), Some(Tally { passed: 12, failed: 3 }));
    }

    #[test]
    fn other_lines_are_not_counted() {
        for line in ["running 3 tests", "test a ... ok", "test result: ok", ""] {
            assert_eq!(Tally::from_test_result(line), None, "{line}");
        }
    }

    #[test]
    fn a_step_that_errs_counts_as_one_failure() {
        let mut report = Report::default();
        report.step("one", || Ok(Tally::ONE_CHECK));
        report.step("two", || anyhow::bail!("it broke"));
        assert_eq!(report.total, Tally { passed: 1, failed: 1 });
    }
}
