//! The memory budget of a Django service on Railway: model, bill, advice, exports, links.
//!
//! # Where to start
//! 1. [`plan`]: the document, and the one table of all its settings.
//! 2. [`part`]: one file for each part of the bill, with its formula and where it is wrong.
//! 3. [`evaluate`]: a side of a plan in, a [`evaluate::Budget`] out.
//! 4. [`railway`]: tiers and the bill.
//!
//! Nothing here knows a browser, a file, a clock or chance.

pub mod accuracy;
pub mod advise;
pub mod chart;
pub mod coefficient;
pub mod evaluate;
pub mod explore;
pub mod export;
pub mod file;
pub mod link;
pub mod observe;
pub mod part;
pub mod place;
pub mod plan;
pub mod railway;
pub mod riddle;
pub mod setting;
pub mod shelf;
pub mod text;
pub mod units;

/// The version of the model: what changes results raises it. Links and files carry it.
pub const MODEL_VERSION: u32 = 3;
