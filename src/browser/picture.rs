//! A drawing as a picture: painted by the browser, and offered as PNG.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::files::{as_address, offer};

/// Pixels for each unit of the drawing: sharp on paper.
const SCALE: u32 = 3;

/// Offers the drawing as a PNG file; tells afterwards whether it worked.
pub(crate) fn download(name: String, drawing: &str, done: impl FnOnce(bool) + Clone + 'static) {
    let Ok(image) = HtmlImageElement::new() else { return done(false) };
    image.set_src(&as_address(drawing));
    spawn_local(async move {
        if paint(name, image, done.clone()).await.is_none() {
            done(false);
        }
    });
}

async fn paint(
    name: String,
    image: HtmlImageElement,
    done: impl FnOnce(bool) + 'static,
) -> Option<()> {
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement =
        super::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(image.natural_width() * SCALE);
    canvas.set_height(image.natural_height() * SCALE);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .ok()?;
    let painted = Closure::once_into_js(move |blob: Option<Blob>| {
        done(blob.and_then(|blob| offer(&name, &blob)).is_some());
    });
    canvas.to_blob(painted.unchecked_ref()).ok()
}
