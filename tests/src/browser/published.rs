//! The page on a server of the story's own, which can be stopped and get another build.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::{env, fs, process};

use super::{Outcome, Trouble};

/// Where GitHub Pages would serve it: below the project's name.
const MOUNT: &str = "/headroom/";

/// A copy of the built page, served.
#[derive(Debug)]
pub struct PublishedPage {
    /// Where it is, with the slash at its end.
    pub address: String,
    folder: PathBuf,
    server: Mutex<Option<Child>>,
}

impl PublishedPage {
    /// Copies the built page and serves it.
    pub fn start() -> Outcome<Self> {
        let folder = env::temp_dir().join(format!("headroom-published-{}", process::id()));
        let built = PathBuf::from(told("HEADROOM_FOLDER")?);
        fs::create_dir_all(&folder)?;
        for entry in fs::read_dir(built)? {
            let file = entry?.path();
            fs::copy(&file, folder.join(file.file_name().unwrap_or_default()))?;
        }
        let (server, address) = serve(&folder)?;
        Ok(Self { address, folder, server: Mutex::new(Some(server)) })
    }

    /// Takes the server away. What is open then goes on with what it has.
    pub fn stop(&self) {
        if let Ok(mut server) = self.server.lock()
            && let Some(mut server) = server.take()
        {
            let _ = server.kill();
            let _ = server.wait();
        }
    }

    /// Puts another document on the same server.
    pub fn publish_beside(&self, name: &str, document: &str) -> Outcome<()> {
        Ok(fs::write(self.folder.join(name), document)?)
    }

    /// Another build in the place of the first: its document carries `attribute`.
    pub fn publish_another_build(&self, attribute: &str) -> Outcome<()> {
        let page = self.folder.join("index.html");
        let text = fs::read_to_string(&page)?;
        fs::write(page, text.replacen("<html", &format!("<html {attribute}"), 1))?;
        let sealed =
            Command::new(told("HEADROOM_TASKS")?).arg("seal").arg(&self.folder).status()?;
        if sealed.success() { Ok(()) } else { Err(Trouble::new("the build was not sealed")) }
    }
}

impl Drop for PublishedPage {
    fn drop(&mut self) {
        self.stop();
        // The system clears this folder anyway.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn serve(folder: &Path) -> Outcome<(Child, String)> {
    let mut child = Command::new(told("HEADROOM_TASKS")?)
        .arg("static")
        .arg(folder)
        .args(["--mount", MOUNT])
        .stdout(Stdio::piped())
        .spawn()?;
    let mut address = String::new();
    let output = child.stdout.take().ok_or_else(|| Trouble::new("no output"))?;
    BufReader::new(output).read_line(&mut address)?;
    Ok((child, address.trim().to_owned()))
}

fn told(variable: &str) -> Outcome<OsString> {
    env::var_os(variable).ok_or_else(|| {
        Trouble::new(format!("{variable} is not set; `cargo xtask e2e` runs the stories"))
    })
}
