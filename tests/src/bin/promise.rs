//! `promise FOLDER` writes the plan of the promise as a file; `promise` alone the table of
//! what was predicted and measured. `cargo xtask promise` runs both, and the lab between.

use std::env;
use std::fs;
use std::io;
use std::path::PathBuf;

use headroom::file;
use headroom_tests::proof::promise::{document, plan, table};

fn main() -> io::Result<()> {
    if let Some(folder) = env::args_os().nth(1).map(PathBuf::from) {
        fs::create_dir_all(&folder)?;
        return fs::write(folder.join("plan.json"), file::write(&plan()));
    }
    let (path, text) = document();
    fs::write(&path, text)?;
    print!("{}", table());
    println!("{}", path.display());
    Ok(())
}
