//! Writes what the model predicts beside what was measured. `cargo xtask proof` runs it.

use std::fs;
use std::io;

use headroom::accuracy::Summary;
use headroom_tests::proof::{documents, table, versions};

fn main() -> io::Result<()> {
    let rows = table();
    for (path, text) in documents(&rows, &versions()) {
        fs::write(&path, text)?;
        println!("{}", path.display());
    }
    let Summary { median, worst, inside, figures } = Summary::of(&rows);
    println!("{figures} figures: median error {median:.3}, worst {worst:.3}, inside {inside:.2}");
    Ok(())
}
