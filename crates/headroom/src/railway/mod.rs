//! Railway: what it sells, where its limits are, what a month costs.

mod bill;
mod guard;
mod tier;

pub use bill::{Bill, Credit, Line, Month, Resource, Usage, bill};
pub use guard::UsageLimits;
pub(crate) use guard::memory_limit;
pub use tier::{LIST, LIST_DATE, LIST_SOURCE, Prices, TIERS, Terms, Tier, TierId, tier};
