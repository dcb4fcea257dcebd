//! What the advice promises, on any plan.

mod arbitrary;

use headroom::advise::gap::gap;
use headroom::advise::{Advice, Finding, Phase, Saving, State, advise, apply_phase};
use headroom::plan::{Edit, Plan};
use proptest::prelude::*;

fn of<'a>(advice: &'a Advice, finding: &Finding) -> Option<&'a Finding> {
    advice.findings.iter().find(|other| other.id == finding.id)
}

fn changed(plan: &Plan, edits: &[Edit]) -> Plan {
    let mut plan = plan.clone();
    plan.apply(Edit::Many(edits.to_vec()));
    plan
}

fn claims_nothing_odd(saves: &Saving) -> bool {
    let Saving { memory, peak, dollars, bill } = saves;
    [memory, peak, dollars, bill].iter().all(|figure| figure.is_finite() && **figure >= 0.0)
}

fn promises(plan: &Plan) -> Result<(), TestCaseError> {
    let advice = advise(plan);
    let _ = gap(plan);
    for finding in &advice.findings {
        prop_assert!(claims_nothing_odd(&finding.saves), "{finding:?}");
        prop_assert_eq!(finding.state == State::Open, !finding.fix.is_empty());
        if finding.state == State::Open {
            let after = advise(&changed(plan, &finding.fix));
            let open = of(&after, finding).is_some_and(|after| after.state == State::Open);
            prop_assert!(!open, "{:?} is open after its own fix", finding.id);
        }
    }
    for phase in Phase::ALL {
        let after = advise(&changed(plan, &apply_phase(plan, phase)));
        let open = after
            .findings
            .iter()
            .find(|finding| finding.phase == phase && finding.state == State::Open);
        prop_assert!(
            open.is_none(),
            "{:?} is open after its whole phase",
            open.map(|finding| finding.id)
        );
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_fix_mends_what_it_was_proposed_for(plan in arbitrary::plan()) {
        promises(&plan)?;
    }
}
