//! Railway: what it sells, where its limits are, what a month costs.

mod bill;
mod tier;

pub use bill::{Bill, Credit, Line, Month, Resource, Usage, bill};
pub use tier::{LIST, LIST_DATE, LIST_SOURCE, Prices, TIERS, Terms, Tier, TierId, tier};
