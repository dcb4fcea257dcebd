//! A WebDriver server: a child process on a port of its own.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::page::now;
use super::{Outcome, Trouble};

/// How long one may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running driver; it is killed when this is dropped.
#[derive(Debug)]
pub(super) struct Driver {
    child: Child,
    pub(super) address: String,
    said: Arc<Mutex<Vec<String>>>,
}

impl Driver {
    /// Starts a driver that says its port after `before`.
    pub(super) fn announced(command: &mut Command, before: &str) -> Outcome<Self> {
        let mut driver = Self::start(command, String::new())?;
        let begun = now();
        while begun.elapsed() < PATIENCE {
            let port = driver.said().iter().find_map(|line| {
                let digits = line.split_once(before)?.1.trim_end_matches('.');
                digits.parse::<u16>().ok()
            });
            if let Some(port) = port {
                driver.address = format!("http://127.0.0.1:{port}");
                return Ok(driver);
            }
            thread::sleep(Duration::from_millis(10));
        }
        Err(Trouble::new(format!("{command:?} does not name its port: {:?}", driver.said())))
    }

    /// Starts a driver that was told its port.
    pub(super) fn told(command: &mut Command, port: u16) -> Outcome<Self> {
        let driver = Self::start(command, format!("http://127.0.0.1:{port}"))?;
        let begun = now();
        while begun.elapsed() < PATIENCE {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(driver);
            }
            thread::sleep(Duration::from_millis(10));
        }
        Err(Trouble::new(format!("{command:?} does not answer: {:?}", driver.said())))
    }

    /// The lines that it and its browser have printed.
    pub(super) fn said(&self) -> Vec<String> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn start(command: &mut Command, address: String) -> Outcome<Self> {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Trouble::new(format!("{command:?} cannot be started: {error}")))?;
        let output = child.stdout.take().ok_or_else(|| Trouble::new("no output"))?;
        let said = Arc::<Mutex<Vec<String>>>::default();
        let heard = Arc::clone(&said);
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                heard.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
        Ok(Self { child, address, said })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to do about an error here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
