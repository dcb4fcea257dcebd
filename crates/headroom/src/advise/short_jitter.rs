//! Workers are recycled, but all together.
//!
//! ## What it sees
//! Jitter below a fifth of `max_requests`, with more than one worker.
//!
//! ## Why it costs
//! Workers that start together answer about as many requests and restart
//! together: for a moment nobody answers. 50 on 500 spreads them over a tenth.
//!
//! ## Fix
//! Jitter of half of `max_requests`.
//!
//! ## Source
//! Gunicorn draws it once a worker: `limit = max_requests + randint(0, jitter)`.

use super::evidence::Quick;
use super::rule::{Rule, Seen};
use super::{FindingId, Phase, Severity, Source};
use crate::evaluate::Budget;
use crate::plan::{FieldId, Plan, Side};

pub(super) const RULE: Rule = Rule {
    id: FindingId::ShortJitter,
    phase: Phase::QuickWins,
    source: Source {
        at: "https://docs.gunicorn.org/en/stable/settings.html#max-requests-jitter",
        date: "2026-11-12",
    },
    rests_on: &[FieldId::MaxRequests, FieldId::Jitter],
    check,
};

fn check(side: &Side, _: &Plan, budget: &Budget) -> Option<Seen> {
    let (max_requests, jitter) = (side.workers.max_requests, side.workers.jitter);
    if budget.crew.workers < 2 || jitter.saturating_mul(5) >= max_requests {
        return None;
    }
    let to = max_requests.div_ceil(2);
    Some(
        Seen::new(Severity::Note, Quick::ShortJitter { max_requests, jitter, to })
            .fix(FieldId::Jitter, to),
    )
}

#[cfg(test)]
mod tests {
    use super::super::rule::testing::{seen, target};
    use super::*;

    fn of(max_requests: u32, jitter: u32, count: u32) -> Option<Seen> {
        seen(
            &RULE,
            &target(|side| {
                side.workers.max_requests = max_requests;
                side.workers.jitter = jitter;
                side.workers.count = count;
            }),
        )
    }

    #[test]
    fn the_notes_50_on_500_is_short() {
        assert_eq!(
            of(500, 50, 2).unwrap().evidence,
            Quick::ShortJitter { max_requests: 500, jitter: 50, to: 250 }.into()
        );
    }

    #[test]
    fn a_fifth_is_enough_and_one_worker_needs_none() {
        assert!(of(1000, 200, 2).is_none());
        assert!(of(500, 0, 1).is_none());
        assert!(of(0, 0, 2).is_none());
    }
}
