//! The icons of an installed page, drawn by the browser from the tab's own.
//! `cargo xtask icons` runs it; what it writes is committed.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use headroom_tests::browser::{Browser, Outcome, Trouble, Visitor, in_runtime};
use serde_json::json;

/// Name, size, and the part of it that the drawing takes: a mask may cut off a tenth all around.
const ICONS: [(&str, u32, f64); 3] =
    [("icon-192.png", 192, 0.9), ("icon-512.png", 512, 0.9), ("icon-maskable-512.png", 512, 0.6)];

const DRAW: &str = r"
const [svg, size, part, done] = arguments;
const image = new Image();
image.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = size;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fbfaf7';
    pen.fillRect(0, 0, size, size);
    const side = size * part, edge = (size - side) / 2;
    pen.drawImage(image, edge, edge, side, side);
    done(canvas.toDataURL('image/png').split(',')[1]);
};
image.onerror = () => done(null);
image.src = 'data:image/svg+xml;base64,' + btoa(svg.replace('<svg ', `<svg width=${size} height=${size} `.replaceAll(/=(\d+)/g, '=\x22$1\x22')));
";

fn main() -> ExitCode {
    match in_runtime(draw()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn draw() -> Outcome<()> {
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public");
    let svg = fs::read_to_string(public.join("favicon.svg"))?;
    let browser = Browser::start()?;
    let page = browser.visit(Visitor::default()).await?;
    page.open("").await?;
    for (name, size, part) in ICONS {
        let drawn = page.script_async(DRAW, &[json!(svg), json!(size), json!(part)]).await?;
        let png = STANDARD
            .decode(drawn.as_str().unwrap_or_default())
            .map_err(|error| Trouble::new(format!("{name}: {error}")))?;
        fs::write(public.join(name), png)?;
        println!("public/{name}");
    }
    browser.leave().await;
    Ok(())
}
