//! How the answer follows the plan: after the paint that shows the control, worked out a piece
//! a task, so that the next input waits for one piece at most; shown in one go; and after the
//! paint that shows it, what is out of sight.

use headroom::advise::{Advice, advise};
use headroom::evaluate::{Budget, evaluate};
use headroom::plan::{Plan, SideId};
use leptos::prelude::*;

use crate::browser;

/// What follows from the plan, and how far it has followed.
#[derive(Clone, Copy)]
pub(crate) struct Answer {
    /// The plan that the answer is about.
    pub(crate) settled: RwSignal<Plan>,
    /// The current side, evaluated.
    pub(crate) now: Memo<Budget>,
    /// The target side, evaluated.
    pub(crate) then: Memo<Budget>,
    /// What the advisor saw.
    pub(crate) advice: Memo<Advice>,
    /// Tells that all of it is in sight.
    pub(crate) rested: RwSignal<()>,
    stage: StoredValue<Stage>,
}

/// Where the next answer is.
enum Stage {
    /// There is none to come.
    Shown,
    /// It waits for the paint that shows the control.
    Waits,
    /// It is being worked out.
    Grows(Box<Thought>),
}

/// An answer of which nothing is shown yet: what has been worked out of it.
struct Thought {
    about: Plan,
    now: Option<Budget>,
    then: Option<Budget>,
    advice: Option<Advice>,
}

impl Answer {
    /// The answer to a plan, worked out when it is first read.
    pub(crate) fn new(plan: Plan) -> Self {
        let settled = RwSignal::new(plan);
        let stage = StoredValue::new(Stage::Shown);
        Self {
            settled,
            now: memo(settled, stage, |it| it.now.take(), |plan| evaluate(plan, SideId::Current)),
            then: memo(settled, stage, |it| it.then.take(), |plan| evaluate(plan, SideId::Target)),
            advice: memo(settled, stage, |it| it.advice.take(), advise),
            rested: RwSignal::new(()),
            stage,
        }
    }

    /// Shows the answer to the plan now.
    pub(crate) fn at_once(self, plan: Plan) {
        self.stage.set_value(Stage::Shown);
        self.settled.set(plan);
        self.rested.set(());
    }

    /// Lets the answer follow. Edits that come before it is shown share it.
    pub(crate) fn follow(self, plan: RwSignal<Plan>) {
        if self.is(|stage| matches!(stage, Stage::Shown)) {
            self.stage.set_value(Stage::Waits);
            browser::after_paint(move || {
                if self.is(|stage| matches!(stage, Stage::Waits)) {
                    let thought = self.begin(plan.get_untracked());
                    self.stage.set_value(Stage::Grows(Box::new(thought)));
                    self.grow(plan);
                }
            });
        }
    }

    fn is(self, stage: fn(&Stage) -> bool) -> bool {
        self.stage.with_value(stage)
    }

    /// A side on which nothing changed has its budget: an edit of the other is none of its
    /// business.
    fn begin(self, about: Plan) -> Thought {
        let kept = |side: SideId, budget: Memo<Budget>| {
            let same = self.settled.with_untracked(|settled| {
                settled.railway == about.railway && settled.side(side) == about.side(side)
            });
            same.then(|| budget.get_untracked())
        };
        let (now, then) = (kept(SideId::Current, self.now), kept(SideId::Target, self.then));
        Thought { about, now, then, advice: None }
    }

    /// A piece a task, until it is whole, or another plan is laid on the desk.
    fn grow(self, plan: RwSignal<Plan>) {
        browser::later(move || {
            let grown = self.stage.try_update_value(|stage| match stage {
                Stage::Grows(thought) => Some(thought.grow().err().cloned()),
                Stage::Shown | Stage::Waits => None,
            });
            match grown.flatten() {
                Some(None) => self.grow(plan),
                Some(Some(about)) => self.show(about, plan),
                None => {}
            }
        });
    }

    fn show(self, about: Plan, plan: RwSignal<Plan>) {
        let is_last = plan.with_untracked(|plan| *plan == about);
        self.settled.set(about);
        // Read now, while there is something worked out to take.
        self.now.with_untracked(|_| ());
        self.then.with_untracked(|_| ());
        self.advice.with_untracked(|_| ());
        self.stage.set_value(Stage::Shown);
        if !is_last {
            return self.follow(plan);
        }
        browser::after_paint(move || {
            if self.is(|stage| matches!(stage, Stage::Shown)) {
                self.rested.set(());
            }
        });
    }
}

impl Thought {
    /// Works the next piece out; whole, it gives the plan that it is about.
    fn grow(&mut self) -> Result<(), &Plan> {
        if self.now.is_none() {
            self.now = Some(evaluate(&self.about, SideId::Current));
        } else if self.then.is_none() {
            self.then = Some(evaluate(&self.about, SideId::Target));
        } else if self.advice.is_none() {
            self.advice = Some(advise(&self.about));
        } else {
            return Err(&self.about);
        }
        Ok(())
    }
}

/// A piece of the answer: as it was worked out before, or else when it is read.
fn memo<T: PartialEq + Send + Sync + 'static>(
    settled: RwSignal<Plan>,
    stage: StoredValue<Stage>,
    take: fn(&mut Thought) -> Option<T>,
    work_out: fn(&Plan) -> T,
) -> Memo<T> {
    let grown = move |plan: &Plan| {
        let taken = stage.try_update_value(|stage| match stage {
            Stage::Grows(thought) if thought.about == *plan => take(thought),
            Stage::Grows(_) | Stage::Shown | Stage::Waits => None,
        });
        taken.flatten()
    };
    Memo::new(move |_| settled.with(|plan| grown(plan).unwrap_or_else(|| work_out(plan))))
}
