//! One plan in ten thousand worlds: what `worlds.mjs` times as WebAssembly and
//! `main.rs` natively. `worlds.py` computes the same with numpy.

use std::sync::LazyLock;

use headroom::evaluate::{Draws, evaluate_in};
use headroom::plan::{SideId, fresh};
use headroom::units::{Estimate, MIB};
use wasm_bindgen::prelude::wasm_bindgen;

/// What is drawn is the same for every plan, and made once.
static DRAWS: LazyLock<Draws> = LazyLock::new(|| Draws::new(10_007));

/// A fresh plan's side: low, likely and high of idle and of the peak, in MiB.
#[wasm_bindgen]
pub fn ten_thousand_worlds() -> Vec<f64> {
    let total = evaluate_in(&fresh(), SideId::Target, &DRAWS).total;
    let of = |figure: Estimate| [figure.low, figure.likely, figure.high].map(|bytes| bytes / MIB);
    [of(total.idle), of(total.peak)].concat()
}
