//! The rules together, on whole plans.

use super::*;
use crate::part::Basis;
use crate::part::allocator::Allocator;
use crate::part::exports::{Format, Reading};
use crate::part::logs::Sink;
use crate::part::queries::Related;
use crate::part::uploads::{Handling, TempFolder};
use crate::part::workers::{CountFrom, CountSet, Preload, WorkerClass};
use crate::plan::{Side, fresh, note};
use crate::railway::TierId;
use crate::text::{Lang, Reader, Sizes, findings as words};
use crate::units::{Estimate, GB, MB};

/// Plans in which, together, every rule has something to say.
fn troubled() -> Vec<Plan> {
    let both = |change: fn(&mut Side)| {
        let mut plan = fresh();
        change(&mut plan.current);
        change(&mut plan.target);
        plan
    };
    let on = |tier, count| {
        let mut plan = both(|_| {});
        (plan.railway.tier, plan.target.workers.count, plan.current.workers.count) =
            (tier, count, count);
        plan
    };
    let mut limited = both(|side| side.workers.count = 20);
    limited.railway.limit = Some(Estimate::exact(500.0 * MB));
    let mut own_limit = fresh();
    own_limit.railway.overrides.memory = Some(Estimate::exact(100.0 * MB));
    let mut overstated = note();
    overstated.railway.observed = Some(Estimate::exact(GB));
    vec![
        note(),
        fresh(),
        limited,
        own_limit,
        overstated,
        on(TierId::Free, 9),
        on(TierId::Pro, 2),
        on(TierId::Hobby, 2000),
        both(|side| side.workers.count_from = CountFrom::Cpus),
        both(|side| (side.workers.count, side.workers.count_set) = (5, CountSet::File)),
        both(|side| (side.workers.count, side.workers.count_set) = (7, CountSet::File)),
        both(|side| (side.workers.max_requests, side.workers.jitter) = (0, 0)),
        both(|side| (side.workers.max_requests, side.workers.jitter) = (500, 50)),
        both(|side| side.workers.preload = Preload::On),
        both(|side| (side.workers.preload, side.workers.count) = (Preload::On, 1)),
        both(|side| {
            (side.workers.class, side.workers.preload) = (WorkerClass::Gevent, Preload::Frozen);
        }),
        both(|side| (side.workers.class, side.pooling.conn_max_age) = (WorkerClass::Gevent, 60)),
        both(|side| {
            (side.workers.class, side.workers.threads, side.workers.count) =
                (WorkerClass::Gthread, 60, 4);
        }),
        both(|side| (side.workers.class, side.workers.count) = (WorkerClass::Gthread, 90)),
        both(|side| (side.workers.class, side.pooling.max_connections) = (WorkerClass::Gevent, 4)),
        both(|side| {
            (side.pooling.pool, side.pooling.pool_max, side.workers.class) =
                (true, 90, WorkerClass::Gevent);
        }),
        both(|side| side.workers.allocator = Allocator::Jemalloc),
        both(|side| (side.pooling.pool, side.pooling.basis) = (true, Basis::Measured)),
        both(|side| {
            (side.pooling.pgbouncer, side.exports.reading, side.exports.format) =
                (true, Reading::Iterator, Format::Csv);
        }),
        both(|side| (side.exports.reading, side.exports.chunk) = (Reading::Iterator, 100)),
        both(|side| (side.uploads.copies, side.uploads.temp) = (3, TempFolder::Memory)),
        both(|side| (side.uploads.handling, side.logs.sink) = (Handling::Chunks, Sink::File)),
        both(|side| (side.queries.debug, side.queries.related) = (true, Related::NPlusOne)),
    ]
}

fn of(plan: &Plan, id: FindingId) -> Option<Finding> {
    advise(plan).findings.into_iter().find(|finding| finding.id == id)
}

fn changed(plan: &Plan, edits: &[Edit]) -> Plan {
    let mut plan = plan.clone();
    plan.apply(Edit::Many(edits.to_vec()));
    plan
}

#[test]
fn every_id_has_its_rule_and_every_rule_fires_somewhere() {
    let ids: Vec<FindingId> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids, FindingId::ALL);
    let plans = troubled();
    for id in ids {
        assert!(plans.iter().any(|plan| of(plan, id).is_some()), "{id:?}");
    }
}

#[test]
fn a_fix_silences_its_rule_on_the_side_that_it_is_applied_to() {
    for (at, plan) in troubled().iter().enumerate() {
        for rule in RULES {
            for side in [SideId::Current, SideId::Target] {
                let look = |plan: &Plan| (rule.check)(plan.side(side), plan, &outline(plan, side));
                let Some(seen) = look(plan).filter(|seen| !seen.edits.is_empty()) else { continue };
                let after = look(&changed(plan, &seen.on(side)));
                assert!(after.is_none(), "plan {at} {side:?} {:?}: {after:?}", rule.id);
            }
        }
    }
}

#[test]
fn what_was_applied_can_be_taken_back_and_applied_again() {
    for (at, plan) in troubled().iter().enumerate() {
        for finding in advise(plan).findings.iter().filter(|finding| finding.state == State::Open) {
            let applied = changed(plan, &finding.fix);
            let Some(after) = of(&applied, finding.id) else { continue };
            assert_eq!(after.state, State::Applied, "plan {at} {:?}", finding.id);
            let back = changed(&applied, &after.undo);
            assert_eq!(
                of(&back, finding.id).map(|back| back.state),
                Some(State::Open),
                "plan {at} {:?}",
                finding.id
            );
        }
    }
}

#[test]
fn all_that_the_note_applied_can_be_taken_back() {
    let plan = note();
    let applied: Vec<Finding> = advise(&plan)
        .findings
        .into_iter()
        .filter(|finding| finding.state == State::Applied)
        .collect();
    assert!(applied.len() >= 7, "{applied:?}");
    for finding in applied {
        let back = changed(&plan, &finding.undo);
        assert_eq!(
            of(&back, finding.id).map(|back| back.state),
            Some(State::Open),
            "{:?}",
            finding.id
        );
    }
}

#[test]
fn applying_a_phase_leaves_nothing_open_in_it() {
    for (at, plan) in troubled().iter().enumerate() {
        for phase in Phase::ALL {
            let after = advise(&changed(plan, &apply_phase(plan, phase)));
            let open = after
                .findings
                .iter()
                .find(|finding| finding.phase == phase && finding.state == State::Open);
            assert!(open.is_none(), "plan {at} {phase:?}: {:?}", open.map(|finding| finding.id));
        }
    }
}

#[test]
fn the_notes_worker_fix_saves_what_evaluating_it_says() {
    let plan = note();
    let finding = of(&plan, FindingId::TooManyWorkers).unwrap();
    assert_eq!(finding.state, State::Applied);
    let two = outline(
        &changed(
            &plan,
            &[Edit::Set(SideId::Current, FieldId::Workers, crate::setting::Setting::value(2_u32))],
        ),
        SideId::Current,
    );
    let five = outline(&plan, SideId::Current);
    assert_eq!(finding.saves.peak, five.total.peak.likely - two.total.peak.likely);
    assert_eq!((finding.saves.memory, finding.saves.dollars), (1800.0 * MB, 18.0));
}

#[test]
fn the_notes_own_traps_are_errors_of_its_target() {
    for id in [FindingId::GeventLeak, FindingId::TwoSources, FindingId::TooManyConnections] {
        let finding = of(&note(), id).unwrap();
        assert_eq!((finding.severity, finding.state), (Severity::Error, State::Open), "{id:?}");
    }
}

#[test]
fn what_saves_nothing_is_credited_nothing() {
    let savers_in_name = [
        FindingId::ConnMaxAge,
        FindingId::SelectRelated,
        FindingId::SmallReads,
        FindingId::SmallChunk,
        FindingId::GeventNoSaving,
        FindingId::IdleVariables,
    ];
    for id in savers_in_name {
        assert_eq!(of(&note(), id).unwrap().saves, Saving::default(), "{id:?}");
    }
}

#[test]
fn an_open_finding_saves_what_its_fix_takes_off_the_target() {
    let mut large_now = fresh();
    large_now.current.exports.rows = Estimate::exact(50_000.0);
    large_now.target.exports.rows = Estimate::exact(500.0);
    for plan in troubled().into_iter().chain([large_now]) {
        let before = outline(&plan, SideId::Target);
        let open = |finding: &Finding| finding.state == State::Open;
        for finding in advise(&plan).findings.into_iter().filter(open) {
            let after = outline(&changed(&plan, &finding.fix), SideId::Target);
            let less = before.total.peak.likely - after.total.peak.likely;
            assert!((finding.saves.peak - less.max(0.0)).abs() <= before.total.peak.likely * 1e-9);
        }
    }
}

#[test]
fn errors_come_first_and_then_what_saves_most() {
    for plan in troubled() {
        for pair in advise(&plan).findings.windows(2) {
            assert_ne!(
                rank(&pair[0], &pair[1]),
                Ordering::Greater,
                "{:?} {:?}",
                pair[0].id,
                pair[1].id
            );
        }
    }
}

#[test]
fn no_saving_is_below_zero_and_the_bill_falls_by_no_more_than_the_usage() {
    for plan in troubled() {
        for finding in advise(&plan).findings {
            let Saving { memory, peak, dollars, bill } = finding.saves;
            assert!(memory >= 0.0 && peak >= 0.0 && dollars >= 0.0 && bill >= 0.0, "{finding:?}");
            let of_usage =
                finding.id != FindingId::TierTooLarge && finding.id != FindingId::TierTooSmall;
            assert!(!of_usage || bill <= dollars + 1e-9, "{finding:?}");
        }
    }
}

#[test]
fn every_finding_has_its_sentences_and_its_source() {
    for plan in troubled() {
        for finding in advise(&plan).findings {
            let Source { at, date } = finding.source;
            assert!(at.starts_with("https://") || at.starts_with("lab "), "{at}");
            assert!(date.starts_with("2026-"), "{date}");
            for lang in Lang::ALL {
                let reader = Reader { lang, sizes: Sizes::Decimal };
                let title = words::title(&finding, reader);
                let rest = [
                    words::why(&finding, reader),
                    words::fix(&finding, reader),
                    words::cost(&finding, reader),
                    words::apply(&finding, reader),
                    words::source(&finding, lang),
                ];
                assert!(!title.is_empty() && title.chars().count() <= 48, "{title:?}");
                assert!(
                    rest.iter().all(|text| !text.is_empty() && text.chars().count() <= 230),
                    "{rest:?}"
                );
            }
        }
    }
}

#[test]
fn what_is_done_stands_behind_what_is_to_do() {
    let findings = advise(&note()).findings;
    let done: Vec<_> = findings.iter().map(|finding| finding.state == State::Applied).collect();
    assert!(done.contains(&true) && done.contains(&false));
    assert!(done.is_sorted(), "{done:?}");
}

#[test]
fn a_saving_below_the_subscription_is_memory_and_no_money() {
    let mut plan = fresh();
    plan.railway.tier = TierId::Pro;
    let finding = of(&plan, FindingId::ExportLoads).unwrap();
    assert!(finding.saves.memory > 0.0);
    assert_eq!(finding.saves.bill, 0.0);
}
