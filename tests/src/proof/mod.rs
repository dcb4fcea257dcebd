//! The proof: what the model predicts for whole services, beside what the lab measured.
//! None of these scenarios is used in a fit.

mod applications;
mod document;
mod measured;
mod plans;
pub mod promise;
mod pythons;
mod scenario;

pub use applications::{Application, applications};
pub use document::documents;
pub use measured::{Measured, measured, versions};
pub use plans::{Moment, plan_of};
pub use scenario::{Scenario, scenarios};

use headroom::accuracy::{Figure, Service};
use headroom::evaluate::evaluate;
use headroom::plan::SideId;

/// All scenarios that were measured.
pub fn table() -> Vec<Service> {
    let measured = measured();
    let service = |scenario: Scenario| {
        let found = measured.get(&scenario.name)?;
        let total = |moment| evaluate(&plan_of(&scenario, moment), SideId::Current).total;
        let (idle, peak) = (total(Moment::Rest).idle, total(Moment::Peak).peak);
        Some(Service {
            idle: Figure { predicted: idle, measured: found.idle },
            peak: Figure { predicted: peak, measured: found.peak },
            // It lives as long as the program that prints the table.
            name: scenario.name.leak(),
        })
    };
    scenarios().into_iter().filter_map(service).collect()
}
