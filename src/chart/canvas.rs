//! A canvas that is sharp at any pixel ratio and follows its box and the theme.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use plotters::prelude::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlCanvasElement, ResizeObserver};

use super::colours::Look;
use super::paint::Area;
use crate::browser;
use crate::live::{follow, live};

/// Draws a chart.
pub(super) type Painter = Box<dyn Fn(&Area<'_>, &Look)>;

/// A chart with a name and a table that says the same.
#[component]
pub(super) fn Canvas(
    /// For the style sheet, which gives it its height.
    class: &'static str,
    /// What it shows, in a sentence.
    label: Signal<String>,
    /// The id of the table with the same numbers.
    table: &'static str,
    /// Draws it. Whatever signal it reads, it is drawn again when that changes.
    painter: Painter,
) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    let resized = RwSignal::new(0_u32);
    let theme = browser::theme_changes();
    let frame = RwSignal::new_local(None::<Rc<Frame>>);
    observe(canvas, resized);
    follow(move || {
        let Some(element) = canvas.get() else { return };
        resized.track();
        theme.track();
        // Until it takes its place it has no size, but the first screen's has.
        let placed = if element.is_connected() { Some(element) } else { first_screens(class) };
        let found = placed.and_then(|element| Frame::of(&element)).map(Rc::new);
        if frame.with_untracked(|frame| *frame != found) {
            frame.set(found);
        }
    });
    follow(move || {
        if let (Some(element), Some(frame)) = (canvas.get_untracked(), frame.get()) {
            paint(&element, &frame, &painter);
        }
    });
    view! {
        <canvas node_ref=canvas class=class role="img" aria-label=live(move || label.get()) aria-describedby=table></canvas>
    }
}

/// The same chart's canvas on the first screen, which is empty and as large.
fn first_screens(class: &str) -> Option<HtmlCanvasElement> {
    let found = browser::document()?.query_selector(&format!("[class='{class}']"));
    found.ok().flatten()?.dyn_into().ok()
}

/// The size and the look of a canvas. Reading them makes the browser lay the page
/// out, so they are read when they change and not when the plan does.
#[derive(PartialEq)]
struct Frame {
    width: u32,
    height: u32,
    look: Look,
}

impl Frame {
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size on a screen"
    )]
    fn of(element: &HtmlCanvasElement) -> Option<Self> {
        let scale = browser::pixel_ratio();
        let size = |length: i32| (f64::from(length) * scale).round().max(1.0) as u32;
        let (width, height) = (size(element.client_width()), size(element.client_height()));
        Some(Self { width, height, look: Look::of(&browser::style_of(element)?, scale) })
    }
}

fn paint(element: &HtmlCanvasElement, frame: &Frame, painter: &Painter) {
    // Setting a size clears the canvas even where it is the same.
    element.set_width(frame.width);
    element.set_height(frame.height);
    if let Some(backend) = CanvasBackend::with_canvas_object(element.clone()) {
        painter(&backend.into_drawing_area(), &frame.look);
    }
}

/// An observer and what it calls: both live as long as the canvas.
type Observing = (ResizeObserver, Closure<dyn FnMut()>);

/// Draws again when the box gets another size.
fn observe(canvas: NodeRef<html::Canvas>, resized: RwSignal<u32>) {
    let kept: Rc<RefCell<Option<Observing>>> = Rc::default();
    follow(move || {
        let Some(element) = canvas.get() else { return };
        let redraw = Closure::new(move || resized.update(|times| *times = times.wrapping_add(1)));
        let Ok(observer) = ResizeObserver::new(redraw.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        *kept.borrow_mut() = Some((observer, redraw));
    });
}
