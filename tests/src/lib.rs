//! What the public tests share.

#[cfg(feature = "e2e")]
pub mod browser;
pub mod likeness;
pub mod matrix;
pub mod proof;
