//! Reading a chart mark by mark: by pointing, by a finger, or by arrow keys. The line
//! that says what is there lies over the axis, so that nothing moves.

use crate::live::live;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What is pointed at: a mark by its number.
pub(super) type Mark = RwSignal<Option<usize>>;

/// A place in the chart and the chart's size, in pixels of the style sheet.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    /// From the left and from the top.
    pub(super) at: (f64, f64),
    /// Width and height.
    pub(super) size: (f64, f64),
}

/// What lies over a canvas and can be pointed at: to a screen reader a slider whose
/// value is a mark in words.
#[component]
pub(super) fn Reading<H>(
    /// What it is called.
    name: Signal<&'static str>,
    /// What is pointed at.
    mark: Mark,
    /// Every mark in words.
    marks: Signal<Vec<String>>,
    /// The mark at a place.
    hit: H,
) -> impl IntoView
where
    H: Fn(Spot) -> Option<usize> + Copy + 'static,
{
    let many = move || marks.with(Vec::len);
    let said = move || {
        let at = mark.get()?;
        marks.with(|marks| marks.get(at).cloned())
    };
    let point = move |event: &PointerEvent| {
        if let Some(spot) = spot(event) {
            mark.set(hit(spot));
        }
    };
    let leave = move |event: PointerEvent| {
        if event.pointer_type() == "mouse" {
            mark.set(None);
        }
    };
    view! {
        <div class="pointer" role="slider" tabindex="0" aria-label=name
            aria-valuemin="1" aria-valuemax=live(move || many().to_string())
            aria-valuenow=live(move || (mark.get().unwrap_or(0) + 1).to_string())
            aria-valuetext=said
            on:pointermove=move |event| point(&event)
            on:pointerdown=move |event| point(&event)
            on:pointerleave=leave
            on:focus=move |_| mark.update(|mark| *mark = mark.or(Some(0)))
            on:blur=move |_| mark.set(None)
            on:keydown=move |event| follow(&event, mark, many())></div>
        <p class="readout" aria-hidden="true" hidden=live(move || said().is_none())>{said}</p>
    }
}

fn spot(event: &PointerEvent) -> Option<Spot> {
    let chart: Element = event.target()?.dyn_into().ok()?;
    let size = (f64::from(chart.client_width()), f64::from(chart.client_height()));
    Some(Spot { at: (f64::from(event.offset_x()), f64::from(event.offset_y())), size })
}

fn follow(event: &KeyboardEvent, mark: Mark, many: usize) {
    let (at, last) = (mark.get_untracked(), many.saturating_sub(1));
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => Some(at.map_or(0, |at| (at + 1).min(last))),
        "ArrowLeft" | "ArrowUp" => Some(at.map_or(last, |at| at.saturating_sub(1))),
        "Home" => Some(0),
        "End" => Some(last),
        "Escape" => None,
        _ => return,
    };
    mark.set(to);
    event.prevent_default();
}
