//! The letters that Chromium draws in tests and pictures: pinned from npm, so that the page
//! looks the same on every Linux, and as it does on an Android phone, whose fonts they are.
//! The other engines have the fonts of the machine.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{install, node, process};

/// The last one has the few signs that the others lack, such as arrows.
const PACKAGES: [&str; 3] = [
    "@expo-google-fonts/roboto@0.4.3",
    "@expo-google-fonts/roboto-mono@0.4.2",
    "dejavu-fonts-ttf@2.37.3",
];

/// A configuration of fontconfig with these fonts alone. Systems without fontconfig choose
/// their own, and so does this machine if nothing is told to use the file.
pub(crate) fn ensure() -> Result<PathBuf> {
    let folder = install::once("fonts-1", |folder| {
        let mut npm = node::npm("install")?;
        println!("Installing the fonts of the pictures, once: a few seconds.");
        npm.arg("--prefix").arg(folder).args(PACKAGES);
        process::run(&mut npm).context("the fonts could not be installed from the npm registry")?;
        Ok(fs::write(folder.join("fonts.conf"), CONFIGURATION)?)
    })?;
    Ok(folder.join("fonts.conf"))
}

const CONFIGURATION: &str = r#"<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">node_modules</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias binding="same"><family>system-ui</family><prefer><family>Roboto</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>Roboto</family></prefer></alias>
  <alias binding="same"><family>ui-monospace</family><prefer><family>Roboto Mono</family></prefer></alias>
  <alias binding="same"><family>monospace</family><prefer><family>Roboto Mono</family></prefer></alias>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"#;
