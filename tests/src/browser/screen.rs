//! A screen that nobody sees, for a browser that starts on no other.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::{Outcome, Trouble};

/// Large enough for any window of the stories.
const SIZE: &str = "1600x1400x24";

/// A virtual screen; it goes when this is dropped.
#[derive(Debug)]
pub(super) struct VirtualScreen {
    child: Child,
    /// As `DISPLAY` wants it.
    pub(super) name: String,
}

impl VirtualScreen {
    pub(super) fn start() -> Outcome<Self> {
        let mut child = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", SIZE])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Trouble::new(format!("Xvfb cannot be started: {error}")))?;
        let output = child.stdout.take();
        let mut screen = Self { child, name: String::new() };
        let mut number = String::new();
        BufReader::new(output.ok_or_else(|| Trouble::new("no output"))?).read_line(&mut number)?;
        if number.trim().is_empty() {
            return Err(Trouble::new("Xvfb ended without naming its screen"));
        }
        screen.name = format!(":{}", number.trim());
        Ok(screen)
    }
}

impl Drop for VirtualScreen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
