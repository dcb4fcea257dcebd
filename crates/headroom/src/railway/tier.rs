//! The tiers, from `data/tiers.toml`, and the terms that are really in force.

use crate::setting::choices;

choices! {
    /// A tier by name.
    TierId {
        /// $0, a credit of $1 a month.
        Free = "free",
        /// A credit of $5, once.
        Trial = "trial",
        /// $5 a month.
        Hobby = "hobby",
        /// $20 a month.
        Pro = "pro",
        /// By committed spend.
        Enterprise = "enterprise",
        /// The user's own terms.
        Custom = "custom",
    }
}

/// One row of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tier {
    /// Which.
    pub id: TierId,
    /// Its name in plan files.
    pub key: &'static str,
    /// Dollars a month, used or not.
    pub subscription: f64,
    /// Dollars of usage that it includes.
    pub included: f64,
    /// Bytes that one replica may use.
    pub memory: f64,
    /// vCPUs that one replica may use.
    pub vcpu: f64,
    /// The most replicas.
    pub replicas: u32,
    /// Days that logs are kept; zero where the page does not say.
    pub retention_days: u32,
    /// Whether usage beyond the credit is billed (or everything stops).
    pub billed_beyond: bool,
    /// Days that the credit is for, where nothing is billed beyond it.
    pub credit_days: u32,
    /// Where the row was read.
    pub source: &'static str,
    /// The date of that page.
    pub date: &'static str,
}

/// Dollars for each resource; a month is 30 days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prices {
    /// 10^9 bytes held for a month.
    pub memory_gb_month: f64,
    /// One vCPU busy for a month.
    pub vcpu_month: f64,
    /// 2^30 bytes sent out.
    pub egress_gb: f64,
    /// 10^9 bytes of a volume for a month.
    pub volume_gb_month: f64,
}

include!(concat!(env!("OUT_DIR"), "/tiers.rs"));

/// What a plan is judged by: a tier's row with the user's overrides in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// The row, or the row that a custom tier starts from.
    pub tier: Tier,
    /// What resources cost.
    pub prices: Prices,
    /// Whether any number is the user's own.
    pub overridden: bool,
}

/// The catalogue's row; a custom tier starts from Hobby's.
pub fn tier(id: TierId) -> Tier {
    let named = |wanted| TIERS.iter().copied().find(|tier: &Tier| tier.id == wanted);
    named(id).unwrap_or_else(|| Tier { id, key: "custom", ..TIERS[2] })
}

impl Tier {
    /// As listed, nothing overridden.
    pub fn listed(self) -> Terms {
        Terms { tier: self, prices: LIST, overridden: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tier_has_a_row_with_source_and_date() {
        for (row, id) in TIERS.iter().zip(TierId::ALL) {
            assert_eq!(row.id, *id);
            assert!(row.source.starts_with("https://docs.railway.com/"), "{}", row.source);
            assert_eq!(row.date.len(), 10, "{}", row.date);
        }
        assert_eq!(TIERS.len() + 1, TierId::ALL.len(), "all but the custom one");
    }

    #[test]
    fn the_catalogue_rises_from_tier_to_tier() {
        for pair in TIERS.windows(2) {
            assert!(pair[0].memory < pair[1].memory, "{} {}", pair[0].key, pair[1].key);
        }
    }

    #[test]
    fn a_custom_tier_starts_from_hobby() {
        assert_eq!(tier(TierId::Custom).memory, tier(TierId::Hobby).memory);
        assert_eq!(tier(TierId::Custom).id, TierId::Custom);
    }
}
