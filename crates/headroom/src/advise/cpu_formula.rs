//! A number of workers that looks like the CPU formula, worked out elsewhere.
//!
//! ## What it sees
//! A file sets five workers: `cpu_count() * 2 + 1` on a machine with two CPUs.
//!
//! ## Why it costs
//! If the file calculates it, the same line gives 97 on a host of 48 CPUs.
//!
//! ## Fix
//! The number itself, from `WEB_CONCURRENCY`. An error only where more memory
//! was seen than the plan explains; five may really be meant.
//!
//! ## Source
//! Lab 15, and the note: `workers = multiprocessing.cpu_count() * 2 + 1  # = 5`.

use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source, gap};
use crate::evaluate::Budget;
use crate::part::workers::{CountFrom, CountSet, Workers};
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::CpuFormula,
    phase: Phase::QuickWins,
    source: Source { at: "lab 15, ninety-seven workers", date: "2026-11" },
    rests_on: &[FieldId::CountFrom, FieldId::Workers, FieldId::CountSet],
    check,
};

/// CPUs of the machine on which the number was worked out.
const AT_HOME: u32 = 2;

fn check(side: &Side, plan: &Plan, _: &Budget) -> Option<Seen> {
    if !looks_calculated(side) || plan.railway.host_cpus == AT_HOME {
        return None;
    }
    let cpus = plan.railway.host_cpus;
    let unexplained = gap::figures(plan).is_some_and(|figures| figures.unexplained > 0.0);
    let severity = if unexplained { Severity::Error } else { Severity::Note };
    let evidence = Quick::CpuFormula { workers: side.workers.count, cpus, there: Workers::formula(cpus) };
    Some(Seen::new(severity, evidence).fix(FieldId::CountSet, CountSet::Variable))
}

/// A number in a file that is what the formula gives at home.
pub(super) fn looks_calculated(side: &Side) -> bool {
    matches!((side.workers.count_from, side.workers.count_set), (CountFrom::Number, CountSet::File))
        && side.workers.count == Workers::formula(AT_HOME)
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;
    use crate::units::{Estimate, GB};

    fn five_in_a_file() -> Plan {
        target(|side| {
            side.workers.count = 5;
            side.workers.count_set = CountSet::File;
        })
    }

    #[test]
    fn five_in_a_file_may_be_97() {
        let found = seen(&RULE, &five_in_a_file()).unwrap();
        assert_eq!(found.evidence, Quick::CpuFormula { workers: 5, cpus: 48, there: 97 }.into());
        assert_eq!(found.severity, Severity::Note);
    }

    #[test]
    fn gigabytes_that_nothing_explains_make_it_likely() {
        let mut plan = five_in_a_file();
        plan.railway.observed = Some(Estimate::exact(5.0 * GB));
        assert_eq!(seen(&RULE, &plan).unwrap().severity, Severity::Error);
    }

    #[test]
    fn five_in_the_variable_is_five() {
        assert!(seen(&RULE, &target(|side| side.workers.count = 5)).is_none());
    }
}
