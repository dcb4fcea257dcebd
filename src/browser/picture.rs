//! A drawing as a picture: painted by the browser, and offered as PNG or copied.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{Blob, CanvasRenderingContext2d, ClipboardItem, HtmlCanvasElement, HtmlImageElement};

use super::files::{as_address, offer};

/// Pixels for each unit of the drawing: sharp on paper.
const SCALE: u32 = 3;

/// Offers the drawing as a PNG file; tells afterwards whether it worked.
pub(crate) fn download(name: String, drawing: &str, done: impl FnOnce(bool) + 'static) {
    let picture = png(drawing);
    spawn_local(async move { done(offered(&name, picture).await) });
}

/// Copies the drawing as a picture, or offers it as a file where the browser refuses;
/// tells afterwards whether it was copied.
pub(crate) fn copy(name: String, drawing: &str, done: impl FnOnce(bool) + 'static) {
    // The clipboard takes a promise, so that it is asked while the press still counts.
    let picture = png(drawing);
    let copying = item(&picture).and_then(|items| Some(super::clipboard()?.write(&items)));
    spawn_local(async move {
        let copied = match copying {
            Some(copying) => JsFuture::from(copying).await.is_ok(),
            None => false,
        };
        if !copied {
            offered(&name, picture).await;
        }
        done(copied);
    });
}

async fn offered(name: &str, picture: Promise) -> bool {
    let picture = JsFuture::from(picture).await.ok();
    let blob = picture.and_then(|picture| picture.dyn_into::<Blob>().ok());
    blob.and_then(|blob| offer(name, &blob)).is_some()
}

/// What the clipboard takes; nothing where the browser knows no such thing.
fn item(picture: &Promise) -> Option<JsValue> {
    let known = Reflect::get(super::window()?.as_ref(), &"ClipboardItem".into());
    known.ok().filter(JsValue::is_function)?;
    let kinds = Object::new();
    Reflect::set(&kinds, &"image/png".into(), picture).ok()?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds).ok()?;
    Some(Array::of1(&item).into())
}

fn png(drawing: &str) -> Promise {
    let address = as_address(drawing);
    future_to_promise(async move { painted(&address).await.ok_or(JsValue::NULL) })
}

async fn painted(address: &str) -> Option<JsValue> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(address);
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
    let encoded = Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        if canvas.to_blob(done.unchecked_ref()).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(encoded).await.ok()
}
