//! What was measured on a real service, all the way into a plan.

use proptest::prelude::*;

use super::*;
use crate::part::workers::Preload;
use crate::plan::{SideId, fresh, note};
use crate::units::{KIB, MB};

fn collected() -> Observations {
    read(include_str!("samples/collected.txt")).unwrap()
}

#[test]
fn the_command_s_output_is_read_to_the_last_line() {
    let seen = collected();
    assert_eq!((seen.problems.len(), seen.processes.len()), (0, 4), "{:?}", seen.problems);
    assert_eq!(seen.total(Figure::Held).unwrap().bytes, 93_523_968.0);
}

/// The arbiter and three workers of a service that was started in a group of its own:
/// the kernel's count of anonymous memory is their sum within a fiftieth.
#[test]
fn adopted_the_plan_adds_up_to_what_the_kernel_counted() {
    let adopted = adopt(&note(), &collected());
    let workers = adopted.plan.current.workers;
    assert_eq!(workers.count, 3);
    assert_eq!(workers.private.likely, 25_028.0 * KIB);
    assert_eq!(workers.arbiter.likely, 16_128.0 * KIB);
    let held = workers.arbiter.likely + 3.0 * workers.private.likely;
    assert!((held / 93_523_968.0 - 1.0).abs() < 0.02, "{held}");
}

#[test]
fn a_fresh_plan_with_one_replica_explains_what_was_seen() {
    let mut plan = fresh();
    plan.current.exports.at_once = 0;
    plan.current.exports.a_day = Estimate::ZERO;
    let adopted = adopt(&plan, &collected());
    let held = |rows: &[Row]| {
        rows.iter().copied().find(|row| matches!(row.what, What::Whole(Figure::Held, _))).unwrap()
    };
    let (before, after) = (held(&adopted.before), held(&adopted.after));
    assert!(after.difference().abs() < before.difference().abs() / 4.0, "{before:?} {after:?}");
}

#[test]
fn undoing_the_one_edit_gives_back_the_plan() {
    let (before, mut plan) = (note(), note());
    let undo = plan.apply(adopt(&before, &collected()).edit);
    assert_ne!(plan, before);
    plan.apply(undo);
    assert_eq!(plan, before);
}

#[test]
fn what_was_taken_over_says_that_it_was_measured() {
    let workers = adopt(&note(), &collected()).plan.current.workers;
    assert_eq!(workers.private_measured, Some(workers.private));
    assert_eq!(workers.arbiter_measured, Some(workers.arbiter));
    assert_eq!(workers.shared_measured, Some(workers.shared));
    assert_eq!(workers.count_measured, Some(Estimate::exact(3.0)));
}

#[test]
fn a_target_that_was_planned_otherwise_stays_and_one_that_was_the_same_follows() {
    assert_eq!(adopt(&note(), &collected()).plan.target, note().target);
    let followed = adopt(&fresh(), &collected()).plan;
    assert_eq!(followed.target, followed.current);
}

#[test]
fn rss_that_was_summed_is_recognised() {
    let seen = collected();
    let mut plan = note();
    plan.railway.observed = Some(Estimate::exact(146_276.0 * KIB));
    let remarks = adopt(&plan, &seen).remarks;
    let sum = remarks.iter().find_map(|remark| {
        if let Remark::SummedRss { sum, truth } = remark { Some(sum / truth) } else { None }
    });
    assert!((1.5..1.6).contains(&sum.unwrap()), "{remarks:?}");
    assert!(remarks.iter().any(|remark| matches!(remark, Remark::ObservedIsSummedRss { .. })));
}

#[test]
fn what_closes_the_gap_is_found_by_evaluating() {
    let seen = read("PID PPID RSS COMMAND\n1 0 26000 gunicorn\n2 1 90000 gunicorn\n3 1 90000 gunicorn\n\nmemory.current 900000000").unwrap();
    let adopted = adopt(&fresh(), &seen);
    let kinds: Vec<FitKind> = adopted.fits.iter().map(|fit| fit.kind).collect();
    assert_eq!(kinds, [FitKind::Kept, FitKind::Private, FitKind::Workers]);
    for fit in &adopted.fits {
        assert!(
            (fit.shows.likely - 900.0 * MB).abs() < 60.0 * MB,
            "{:?} {:?}",
            fit.kind,
            fit.shows
        );
        assert_eq!(fit.contradicts, fit.kind != FitKind::Kept);
    }
}

#[test]
fn a_fit_that_was_adopted_explains_it_and_leaves_nothing_to_adopt() {
    let seen = read("PID PPID RSS COMMAND\n1 0 26000 gunicorn\n2 1 90000 gunicorn\n3 1 90000 gunicorn\n\nmemory.current 900000000").unwrap();
    let kept = adopt(&fresh(), &seen).fits.swap_remove(0);
    assert_eq!(kept.kind, FitKind::Kept);
    let again = adopt(&kept.plan, &seen);
    assert_eq!((again.plan, again.gap, again.fits), (kept.plan, None, Vec::new()));
}

#[test]
fn an_arbiter_as_large_as_its_workers_says_preload() {
    let seen = read("Name: gunicorn\nPid: 1\nPPid: 0\nRssAnon: 50000 kB\nName: gunicorn\nPid: 2\nPPid: 1\nRssAnon: 52000 kB").unwrap();
    let adopted = adopt(&fresh(), &seen);
    assert!(adopted.remarks.contains(&Remark::Preloaded));
    assert_eq!(adopted.plan.current.workers.preload, Preload::On);
}

#[test]
fn an_arbiter_of_a_tiny_application_says_nothing() {
    let seen = read("Name: gunicorn\nPid: 1\nPPid: 0\nRssAnon: 16176 kB\nName: gunicorn\nPid: 2\nPPid: 1\nRssAnon: 14408 kB").unwrap();
    assert_eq!(adopt(&fresh(), &seen).plan.current.workers.preload, Preload::Off);
}

#[test]
fn workers_that_keep_what_jobs_left_are_uneven() {
    let seen =
        read("PID PPID USS COMMAND\n1 0 9000 gunicorn\n2 1 48000 gunicorn\n3 1 210000 gunicorn")
            .unwrap();
    let remarks = adopt(&fresh(), &seen).remarks;
    assert!(
        matches!(remarks[..], [Remark::Inexact(Meter::Uss), Remark::Uneven { .. }]),
        "{remarks:?}"
    );
}

#[test]
fn railway_s_figure_is_of_all_replicas_and_the_kernel_s_of_one() {
    let mut plan = fresh();
    plan.current.service.replicas = 2;
    let railway = adopt(&plan, &read(include_str!("samples/railway_metrics.json")).unwrap());
    assert_eq!(railway.plan.railway.observed, Some(Estimate::exact(5e9)));
    let kernel = adopt(&plan, &read("memory.current 300000000").unwrap());
    assert_eq!(kernel.plan.railway.observed, Some(Estimate::exact(600.0 * MB)));
}

#[test]
fn formats_follow_one_another_and_what_is_wrong_is_named() {
    let text = [
        "root@web:/app# ps aux",
        include_str!("samples/ps_aux.txt"),
        "what is this",
        include_str!("samples/railway_metrics.json"),
        "{\"cpu\": 3}",
        "{ not json",
        include_str!("samples/docker_stats.txt"),
        include_str!("samples/smaps_rollup.txt"),
        "98566144",
    ]
    .join("\n");
    let seen = read(&text).unwrap();
    let whys: Vec<Why> = seen.problems.iter().map(|problem| problem.why).collect();
    assert_eq!(whys.len(), 3, "{:?}", seen.problems);
    assert_eq!(whys[1], Why::NoMemory);
    assert!(matches!(whys[2], Why::NotJson { .. }));
    let line = text.lines().position(|line| line == "what is this").unwrap() + 1;
    assert_eq!((seen.problems[0].line, &*seen.problems[0].found), (line, "what is this"));
    let named: Vec<usize> = seen.problems.iter().map(|problem| problem.line).collect();
    let wanted = text.lines().position(|line| line.starts_with("{ not")).unwrap() + 1;
    assert_eq!(named[2], wanted);
    assert_eq!(seen.total(Figure::AtRest).unwrap().bytes, 98_566_144.0);
    assert_eq!(seen.processes.len(), 4);
}

#[test]
fn what_a_terminal_shows_around_the_output_is_no_problem() {
    for shell in ["root@4f2a:/app# ", "/app # ", "bash-5.2$ ", "sh-5.1# ", "$ ", "==> "] {
        let text = format!("{shell}ps aux\n{}{shell}", include_str!("samples/ps_aux.txt"));
        assert_eq!(read(&text).unwrap().problems, [], "{shell}");
    }
}

#[test]
fn what_holds_nothing_is_refused_with_its_lines() {
    assert_eq!(read("  \n"), Err(ObserveError::Empty));
    let Err(ObserveError::Nothing(problems)) = read("hello\nworld") else { panic!("read") };
    assert_eq!(problems.len(), 2);
    assert!(matches!(read(&"x".repeat(LONGEST + 1)), Err(ObserveError::TooLong { .. })));
}

/// Every sample, cut and mixed.
fn fragments() -> impl Strategy<Value = String> {
    const SAMPLES: [&str; 10] = [
        include_str!("samples/ps_aux.txt"),
        include_str!("samples/smem.txt"),
        include_str!("samples/smaps_rollup.txt"),
        include_str!("samples/status.txt"),
        include_str!("samples/collected.txt"),
        include_str!("samples/stat_v2.txt"),
        include_str!("samples/docker_stats.txt"),
        include_str!("samples/railway_raw.json"),
        include_str!("samples/monitor.jsonl"),
        "PID RSS\n1 2\n99999999999999999999 1\n",
    ];
    let piece = (0..SAMPLES.len(), 0_usize..400, 0_usize..400, "\\PC{0,12}").prop_map(
        |(at, from, length, noise)| {
            let cut: String = SAMPLES[at].chars().skip(from).take(length).collect();
            format!("{cut}{noise}\n")
        },
    );
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read_or_refused(text in "(?s).{0,400}") {
        let _ = read(&text);
    }

    #[test]
    fn whatever_is_read_makes_a_plan_that_evaluates(text in fragments()) {
        if let Ok(seen) = read(&text) {
            let adopted = adopt(&fresh(), &seen);
            let total = crate::evaluate::evaluate(&adopted.plan, SideId::Current).total;
            prop_assert!(total.peak.high.is_finite());
            for row in &adopted.after {
                prop_assert!(row.measured.low <= row.measured.likely && row.measured.likely <= row.measured.high);
            }
        }
    }
}
