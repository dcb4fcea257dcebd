//! The WebDriver server: a child process on a port that the system chooses.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

use super::{Outcome, Trouble};

/// What it prints before the number of its port.
const STARTED: &str = "started successfully on port ";

/// A running driver; it is killed when this is dropped.
#[derive(Debug)]
pub(super) struct Chromedriver {
    child: Child,
    pub(super) address: String,
}

impl Chromedriver {
    /// Starts the driver that `HEADROOM_CHROMEDRIVER` names, with its log in `output`.
    pub(super) fn start(output: &Path) -> Outcome<Self> {
        let program = env::var_os("HEADROOM_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        fs::create_dir_all(output)?;
        let mut child = Command::new(&program)
            .arg("--port=0")
            .arg(format!("--log-path={}", output.join("chromedriver.log").display()))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| {
                Trouble::new(format!("{} cannot be started: {error}", program.to_string_lossy()))
            })?;
        let output = child.stdout.take();
        let mut driver = Self { child, address: String::new() };
        let mut lines = BufReader::new(output.ok_or_else(|| Trouble::new("no output"))?).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| Some(line.split_once(STARTED)?.1.trim_end_matches('.').to_owned()))
            .ok_or_else(|| Trouble::new("chromedriver ended without naming its port"))?;
        driver.address = format!("http://127.0.0.1:{port}");
        // What else it prints is read, or its pipe would fill up one day and stop it.
        thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Ok(driver)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to do about an error here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
