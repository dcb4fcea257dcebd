//! The user's document: a service as it is and as it could be.

mod edit;
mod example;
mod field;
mod history;
mod reset;
mod shown;

pub use edit::{Edit, RowEdit};
pub use example::{fresh, note};
pub use field::{FIELDS, Field, FieldId, Group, Scope};
pub use history::History;
pub use shown::shown;

use crate::part::{
    exports::Exports, logs::Logs, others::Row, pooling::Pooling, queries::Queries,
    uploads::Uploads, workers::Workers,
};
use crate::railway::{Month, Terms, TierId, tier};
use crate::setting::choices;
use crate::units::Estimate;

choices! {
    /// One of the two descriptions in a plan.
    SideId {
        /// As it is.
        Current = "current",
        /// As it could be.
        Target = "target",
    }
}

/// The whole document.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What the user calls it.
    pub name: String,
    /// What Railway sells, and the user's overrides of it.
    pub railway: Railway,
    /// The service as it is.
    pub current: Side,
    /// The service as it could be.
    pub target: Side,
}

/// What the plan must fit, and what was seen on the dashboard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Railway {
    /// The tier.
    pub tier: TierId,
    /// The limit that the user set, below the tier's.
    pub limit: Option<Estimate>,
    /// The month that is billed.
    pub month: Month,
    /// The memory that the dashboard shows at rest.
    pub observed: Option<Estimate>,
    /// The CPUs that the container sees: the host's.
    pub host_cpus: u32,
    /// Whether a usage limit or an alert is set.
    pub usage_limit: bool,
    /// Overrides of the catalogue.
    pub overrides: Overrides,
}

/// The user's own prices and limits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Overrides {
    /// Dollars a month.
    pub subscription: Option<Estimate>,
    /// Dollars of usage included.
    pub included: Option<Estimate>,
    /// Bytes a replica.
    pub memory: Option<Estimate>,
    /// Dollars a GB-month of memory.
    pub memory_price: Option<Estimate>,
    /// Dollars a vCPU-month.
    pub vcpu_price: Option<Estimate>,
    /// Dollars a GB sent out.
    pub egress_price: Option<Estimate>,
    /// Dollars a GB-month of volumes.
    pub volume_price: Option<Estimate>,
}

/// One description of the service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    /// Gunicorn.
    pub workers: Workers,
    /// Exports.
    pub exports: Exports,
    /// Uploads.
    pub uploads: Uploads,
    /// Logs.
    pub logs: Logs,
    /// Database connections.
    pub pooling: Pooling,
    /// Queries.
    pub queries: Queries,
    /// Everything else.
    pub others: Vec<Row>,
    /// How it runs on Railway.
    pub service: Service,
}

/// How a side runs on Railway, besides its memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Service {
    /// Copies of the container.
    pub replicas: u32,
    /// Deploys a day.
    pub deploys: Estimate,
    /// Seconds that the old and the new one run together at a deploy.
    pub overlap: Estimate,
    /// vCPUs of a replica, on average.
    pub vcpu: Estimate,
    /// Bytes sent out in a month.
    pub egress: Estimate,
    /// Bytes of volumes.
    pub volume: Estimate,
}

impl Default for Service {
    fn default() -> Self {
        Self {
            replicas: 1,
            deploys: Estimate::exact(1.0),
            overlap: Estimate::ZERO,
            vcpu: Estimate::ZERO,
            egress: Estimate::ZERO,
            volume: Estimate::ZERO,
        }
    }
}

impl Service {
    /// The longest that a worker lives without being recycled: from deploy to deploy.
    pub fn seconds_between_deploys(&self) -> f64 {
        86_400.0 / self.deploys.likely.max(1.0 / 90.0)
    }
}

impl Default for Railway {
    fn default() -> Self {
        Self {
            tier: TierId::Hobby,
            limit: None,
            month: Month::List,
            observed: None,
            host_cpus: 48,
            usage_limit: false,
            overrides: Overrides::default(),
        }
    }
}

impl Plan {
    /// The longest name that is kept.
    pub const NAME_LENGTH: usize = 80;

    /// One of its sides.
    pub fn side(&self, id: SideId) -> &Side {
        match id {
            SideId::Current => &self.current,
            SideId::Target => &self.target,
        }
    }

    /// One of its sides, to change.
    pub fn side_mut(&mut self, id: SideId) -> &mut Side {
        match id {
            SideId::Current => &mut self.current,
            SideId::Target => &mut self.target,
        }
    }
}

impl Railway {
    /// The terms in force on the plan's tier.
    pub fn terms(&self) -> Terms {
        self.terms_on(self.tier)
    }

    /// The terms that this plan would have on another tier. Prices of the
    /// resources go along; subscription, credit and limit belong to their tier.
    pub fn terms_on(&self, id: TierId) -> Terms {
        let mut terms = tier(id).listed();
        let own = self.overrides;
        let take = |number: &mut f64, own: Option<Estimate>| {
            if let Some(value) = own {
                *number = value.likely;
            }
        };
        take(&mut terms.prices.memory_gb_month, own.memory_price);
        take(&mut terms.prices.vcpu_month, own.vcpu_price);
        take(&mut terms.prices.egress_gb, own.egress_price);
        take(&mut terms.prices.volume_gb_month, own.volume_price);
        if id == self.tier {
            take(&mut terms.tier.subscription, own.subscription);
            take(&mut terms.tier.included, own.included);
            take(&mut terms.tier.memory, own.memory);
        }
        terms.overridden = terms != Terms { overridden: false, ..tier(id).listed() };
        terms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_override_is_in_force_and_says_so() {
        let mut railway = Railway::default();
        assert!(!railway.terms().overridden);
        railway.overrides.memory_price = Some(Estimate::exact(12.0));
        railway.overrides.memory = Some(Estimate::exact(2e9));
        let terms = railway.terms();
        assert!(terms.overridden);
        assert_eq!((terms.prices.memory_gb_month, terms.tier.memory), (12.0, 2e9));
        let pro = railway.terms_on(TierId::Pro);
        assert_eq!((pro.prices.memory_gb_month, pro.tier.memory), (12.0, 24e9));
    }
}
