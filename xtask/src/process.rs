//! Running other programs: what they print is shown as it comes, and a failure
//! names the command.

use std::env;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Error, Result, bail};

use crate::paths;
use crate::report::Tally;

/// `cargo`, in the checkout: the very one that runs this task.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(paths::workspace());
    command
}

/// Runs `command` to its end; anything but success is an error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| not_started(command, error))?;
    if status.success() {
        return Ok(());
    }
    bail!("`{}` failed ({status})", text(command))
}

/// Runs `command` and returns what it printed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|error| not_started(command, error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    bail!("`{}` failed ({}): {}", text(command), output.status, complaint.trim())
}

/// Runs a test command, passing its output on, and adds up its `test result:` lines.
///
/// A command that fails without a failed test (it did not compile, it was killed)
/// is an error, so that it can never count as nothing.
pub(crate) fn count_tests(command: &mut Command) -> Result<Tally> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, error))?;
    let lines = child.stdout.take().context("the output of the tests is not connected")?;
    let mut tally = Tally::default();
    for line in BufReader::new(lines).lines() {
        let line = line?;
        // `println!` would panic where the reader of our own output has gone.
        writeln!(io::stdout(), "{line}")?;
        if let Some(counts) = Tally::from_test_result(&line) {
            tally += counts;
        }
    }
    let status = child.wait()?;
    if !status.success() && tally.failed == 0 {
        bail!("`{}` failed ({status}) after {} passed tests", text(command), tally.passed);
    }
    Ok(tally)
}

fn not_started(command: &Command, error: io::Error) -> Error {
    let program = command.get_program().to_string_lossy().into_owned();
    if error.kind() == ErrorKind::NotFound {
        return Error::msg(format!("`{program}` was not found on this machine"));
    }
    Error::new(error).context(format!("`{program}` could not be started"))
}

/// The command as it would be typed; where its program lies is left out.
fn text(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words: Vec<_> =
        [name].into_iter().chain(command.get_args()).map(OsStr::to_string_lossy).collect();
    words.join(" ")
}
