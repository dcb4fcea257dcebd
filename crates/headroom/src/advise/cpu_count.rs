//! Workers from a CPU count.
//!
//! ## What it sees
//! The number of workers is `cpu_count() * 2 + 1`; or a file sets five, which is
//! what that formula gives on a machine with two CPUs.
//!
//! ## Why it costs
//! On Railway `cpu_count()` is the host's: 32 to 60 were seen, 48 make 97 workers.
//!
//! ## Fix
//! A fixed number, from `WEB_CONCURRENCY`: as many as the limit carries, and no
//! more than are usual. Where five may really be meant, five; that is an error only
//! if more memory was seen than the plan explains.
//!
//! ## Source
//! Lab 22: 97 workers held 4.5 GB after ten requests each.

use super::evidence::Quick;
use super::room::{ENOUGH, workers_that_fit};
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source, gap};
use crate::evaluate::Budget;
use crate::part::workers::{CountFrom, CountSet, Workers};
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::CpuCount,
    phase: Phase::QuickWins,
    source: Source { at: "lab 15 and 22, riddle.csv", date: "2026-11-24" },
    rests_on: &[FieldId::CountFrom, FieldId::Workers, FieldId::CountSet],
    check,
};

/// CPUs of the machine on which a number is worked out at home.
const AT_HOME: u32 = 2;

fn check(side: &Side, plan: &Plan, budget: &Budget) -> Option<Seen> {
    match side.workers.count_from {
        CountFrom::Cpus => Some(calculated(side, plan, budget)),
        CountFrom::Number if looks_calculated(side, plan) => Some(perhaps_calculated(side, plan)),
        CountFrom::Number => None,
    }
}

fn calculated(side: &Side, plan: &Plan, budget: &Budget) -> Seen {
    let workers = budget.crew.workers;
    let to = workers_that_fit(side, &plan.railway, workers.min(ENOUGH));
    let evidence = Quick::CpuCount { workers, cpus: plan.railway.host_cpus, to };
    let seen = Seen::new(Severity::Saves, evidence).fix(FieldId::CountFrom, CountFrom::Number);
    seen.fix(FieldId::Workers, to).fix(FieldId::CountSet, CountSet::Variable)
}

fn perhaps_calculated(side: &Side, plan: &Plan) -> Seen {
    let cpus = plan.railway.host_cpus;
    let unexplained = gap::figures(plan).is_some_and(|figures| figures.unexplained > 0.0);
    let severity = if unexplained { Severity::Error } else { Severity::Note };
    let (workers, there) = (side.workers.count, Workers::formula(cpus));
    Seen::new(severity, Quick::CpuFormula { workers, cpus, there })
        .fix(FieldId::CountSet, CountSet::Variable)
}

/// A number in a file that is what the formula gives at home, and not here.
pub(super) fn looks_calculated(side: &Side, plan: &Plan) -> bool {
    matches!((side.workers.count_from, side.workers.count_set), (CountFrom::Number, CountSet::File))
        && side.workers.count == Workers::formula(AT_HOME)
        && plan.railway.host_cpus != AT_HOME
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::units::{Estimate, GB};

    fn five(count_set: CountSet) -> Plan {
        target(|side| {
            side.workers.count = 5;
            side.workers.count_set = count_set;
        })
    }

    #[test]
    fn a_host_of_48_cpus_starts_97() {
        let plan = target(|side| side.workers.count_from = CountFrom::Cpus);
        let found = seen(&RULE, &plan).unwrap();
        assert_eq!(found.evidence, Quick::CpuCount { workers: 97, cpus: 48, to: 4 }.into());
    }

    #[test]
    fn a_number_is_a_number() {
        assert!(seen(&RULE, &target(|side| side.workers.count = 97)).is_none());
        assert!(seen(&RULE, &five(CountSet::Variable)).is_none());
    }

    #[test]
    fn five_in_a_file_may_be_97() {
        let found = seen(&RULE, &five(CountSet::File)).unwrap();
        assert_eq!(found.evidence, Quick::CpuFormula { workers: 5, cpus: 48, there: 97 }.into());
        assert_eq!(found.severity, Severity::Note);
    }

    #[test]
    fn gigabytes_that_nothing_explains_make_it_likely() {
        let mut plan = five(CountSet::File);
        plan.railway.observed = Some(Estimate::exact(5.0 * GB));
        assert_eq!(seen(&RULE, &plan).unwrap().severity, Severity::Error);
    }
}
