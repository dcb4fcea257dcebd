//! What a month costs: usage, what the tier includes, and the overage.
//!
//! Railway bills averages by the minute: memory held, CPU used, bytes sent and
//! stored. The list prices are for 43,200 minutes, so a month of 31 days costs
//! a thirtieth more.

use super::{Terms, tier::Prices};
use crate::setting::choices;
use crate::units::{Estimate, GB};

/// Bytes in the GB that egress is billed by.
const EGRESS_GB: f64 = 1_073_741_824.0;

choices! {
    /// The month that is billed.
    Month {
        /// 30 days, as the price list.
        List = "list",
        /// February.
        Days28 = "28",
        /// February of a leap year.
        Days29 = "29",
        /// The long months.
        Days31 = "31",
    }
}

impl Month {
    /// Days of it.
    pub fn days(self) -> f64 {
        match self {
            Self::List => 30.0,
            Self::Days28 => 28.0,
            Self::Days29 => 29.0,
            Self::Days31 => 31.0,
        }
    }
}

/// What a project uses on average, all its services and replicas together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Usage {
    /// Bytes of memory.
    pub memory: Estimate,
    /// vCPUs.
    pub vcpu: Estimate,
    /// Bytes sent out in a month.
    pub egress: Estimate,
    /// Bytes of volumes.
    pub volume: Estimate,
}

/// What is billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource {
    /// Memory held.
    Memory,
    /// CPU used.
    Vcpu,
    /// Bytes sent out.
    Egress,
    /// Bytes of volumes.
    Volume,
}

/// One line of the bill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// For what.
    pub resource: Resource,
    /// In dollars.
    pub dollars: Estimate,
}

/// A month's bill, in dollars.
#[derive(Clone, Debug, PartialEq)]
pub struct Bill {
    /// The four resources.
    pub lines: [Line; 4],
    /// Their sum.
    pub usage: Estimate,
    /// What the tier costs, used or not.
    pub subscription: f64,
    /// Usage that the tier includes.
    pub included: f64,
    /// What is to be paid.
    pub total: Estimate,
    /// Usage beyond what is included.
    pub overage: Estimate,
    /// On tiers that bill nothing beyond the credit: how long it lasts.
    pub credit: Option<Credit>,
}

/// How long a credit lasts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Credit {
    /// Days until it is used up; `None` if it outlasts its time.
    pub gone_after_days: Option<f64>,
    /// Days that it is for.
    pub of_days: f64,
}

/// The bill of a month of this usage on these terms.
pub fn bill(usage: &Usage, terms: &Terms, month: Month) -> Bill {
    let lines = lines(usage, terms.prices, month.days() / 30.0);
    let used = Estimate::sum(lines.iter().map(|line| line.dollars));
    settle(lines, used, terms, month)
}

impl Bill {
    /// What the same usage costs on another tier; its prices must be the same.
    #[must_use]
    pub fn on(&self, terms: &Terms, month: Month) -> Self {
        settle(self.lines, self.usage, terms, month)
    }
}

/// What is to be paid for usage that costs so much.
fn settle(lines: [Line; 4], used: Estimate, terms: &Terms, month: Month) -> Bill {
    let tier = terms.tier;
    let overage = used.beyond(Estimate::exact(tier.included));
    if tier.billed_beyond {
        let total = used
            .or_more(Estimate::exact(tier.included))
            .beyond(Estimate::exact(tier.included - tier.subscription));
        Bill {
            lines,
            usage: used,
            subscription: tier.subscription,
            included: tier.included,
            total,
            overage,
            credit: None,
        }
    } else {
        let a_day = used.likely / month.days();
        let days = if a_day > 0.0 { tier.included / a_day } else { f64::INFINITY };
        let of_days = f64::from(tier.credit_days);
        Bill {
            lines,
            usage: used,
            subscription: tier.subscription,
            included: tier.included,
            total: Estimate::exact(tier.subscription),
            overage: Estimate::ZERO,
            credit: Some(Credit { gone_after_days: (days < of_days).then_some(days), of_days }),
        }
    }
}

fn lines(usage: &Usage, prices: Prices, months: f64) -> [Line; 4] {
    let line = |resource, amount: Estimate, price: f64| Line { resource, dollars: amount * price };
    [
        line(Resource::Memory, usage.memory, prices.memory_gb_month * months / GB),
        line(Resource::Vcpu, usage.vcpu, prices.vcpu_month * months),
        line(Resource::Egress, usage.egress, prices.egress_gb / EGRESS_GB),
        line(Resource::Volume, usage.volume, prices.volume_gb_month * months / GB),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::railway::{TierId, tier};

    fn of_memory(gb: f64, id: TierId) -> Bill {
        let usage = Usage { memory: Estimate::exact(gb * GB), ..Usage::default() };
        bill(&usage, &tier(id).listed(), Month::List)
    }

    #[track_caller]
    fn is(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 0.005, "{found}, wanted {wanted}");
    }

    #[test]
    fn known_bills_on_hobby() {
        let note = of_memory(3.75, TierId::Hobby);
        is(note.total.likely, 37.50);
        is(note.overage.likely, 32.50);
        let after = of_memory(0.91, TierId::Hobby);
        is(after.total.likely, 9.10);
        is(after.overage.likely, 4.10);
        let small = of_memory(0.4, TierId::Hobby);
        is(small.total.likely, 5.00);
        is(small.overage.likely, 0.0);
    }

    #[test]
    fn a_long_month_costs_a_thirtieth_more() {
        let usage = Usage { memory: Estimate::exact(3.0 * GB), ..Usage::default() };
        is(bill(&usage, &tier(TierId::Hobby).listed(), Month::Days31).total.likely, 31.0);
    }

    #[test]
    fn free_bills_nothing_and_stops() {
        let free = of_memory(0.4, TierId::Free);
        is(free.total.likely, 0.0);
        is(free.overage.likely, 0.0);
        let days = free.credit.and_then(|credit| credit.gone_after_days);
        is(days.unwrap_or_default(), 7.5);
        assert_eq!(
            of_memory(0.05, TierId::Free).credit.and_then(|credit| credit.gone_after_days),
            None
        );
    }

    #[test]
    fn a_gigabyte_out_is_binary_and_a_gigabyte_held_is_decimal() {
        let usage = Usage { egress: Estimate::exact(EGRESS_GB * 100.0), ..Usage::default() };
        is(bill(&usage, &tier(TierId::Hobby).listed(), Month::List).usage.likely, 5.0);
    }
}
