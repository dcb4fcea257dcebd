//! The state of the page: one plan, changed only by edits, and what follows from it.

use headroom::chart::Figure;
use headroom::evaluate::Budget;
use headroom::export::{ARTEFACTS, ArtefactId};
use headroom::plan::{Edit, History, Plan, SideId};
use headroom::text::{Lang, Reader};
use leptos::prelude::*;

use crate::answer::Answer;
use crate::message::Message;

/// What every component can reach. Copied freely: all of it is handles.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    /// The document. Read it anywhere, change it through [`Desk::dispatch`].
    pub(crate) plan: RwSignal<Plan>,
    /// What follows from it.
    pub(crate) answer: Answer,
    /// Who reads.
    pub(crate) reader: RwSignal<Reader>,
    /// The side whose settings are shown.
    pub(crate) editing: RwSignal<SideId>,
    /// The figure that the bars show.
    pub(crate) figure: RwSignal<Figure>,
    /// What the page has to say.
    pub(crate) message: RwSignal<Option<Message>>,
    /// What was pasted or dropped of the user's own measurements.
    pub(crate) measured: RwSignal<String>,
    /// Whether the address belongs to a link that could not be read: it stays as it is.
    pub(crate) link_held: RwSignal<bool>,
    /// The file to take away that is shown.
    pub(crate) artefact: RwSignal<ArtefactId>,
    /// Whether this is a frame in another page, which shows the answer and keeps nothing.
    pub(crate) embedded: bool,
    /// Whether the page is being printed.
    pub(crate) printing: RwSignal<bool>,
    /// Whether it was said that this browser keeps nothing: once is enough.
    pub(crate) refusal_said: StoredValue<bool>,
    history: StoredValue<History>,
    steps: RwSignal<Steps>,
}

/// Whether there are steps to take back or to do again.
#[derive(Clone, Copy, Default, PartialEq)]
struct Steps {
    back: bool,
    forth: bool,
}

impl Desk {
    /// A desk with a plan on it.
    pub(crate) fn new(plan: Plan, reader: Reader) -> Self {
        Self {
            plan: RwSignal::new(plan.clone()),
            answer: Answer::new(plan),
            reader: RwSignal::new(reader),
            editing: RwSignal::new(SideId::Target),
            figure: RwSignal::new(Figure::Peak),
            message: RwSignal::new(None),
            measured: RwSignal::new(String::new()),
            link_held: RwSignal::new(false),
            artefact: RwSignal::new(ARTEFACTS[0]),
            embedded: false,
            printing: RwSignal::new(false),
            refusal_said: StoredValue::new(false),
            history: StoredValue::new(History::default()),
            steps: RwSignal::new(Steps::default()),
        }
    }

    /// Carries out an edit; it can be undone.
    pub(crate) fn dispatch(self, edit: Edit) {
        self.change(|history, plan| history.apply(plan, edit));
    }

    /// An edit that is a step of its own.
    pub(crate) fn dispatch_step(self, edit: Edit) {
        self.close_step();
        self.dispatch(edit);
        self.close_step();
    }

    /// The next edit begins a new step.
    pub(crate) fn close_step(self) {
        self.history.update_value(History::close_step);
    }

    /// Takes the last step back.
    pub(crate) fn undo(self) {
        self.change(|history, plan| {
            history.undo(plan);
        });
    }

    /// Does the last undone step again.
    pub(crate) fn redo(self) {
        self.change(|history, plan| {
            history.redo(plan);
        });
    }

    /// Puts another plan on the desk. The steps of the old one go with it.
    pub(crate) fn lay(self, plan: Plan) {
        self.history.set_value(History::default());
        self.steps.set(Steps::default());
        self.plan.set(plan.clone());
        self.answer.at_once(plan);
    }

    pub(crate) fn can_undo(self) -> bool {
        self.steps.get().back
    }

    pub(crate) fn can_redo(self) -> bool {
        self.steps.get().forth
    }

    /// The language, for a sentence without sizes.
    pub(crate) fn lang(self) -> Lang {
        self.reader.get().lang
    }

    /// A side, evaluated.
    pub(crate) fn budget(self, side: SideId) -> Memo<Budget> {
        match side {
            SideId::Current => self.answer.now,
            SideId::Target => self.answer.then,
        }
    }

    /// What is read here follows when all that is in sight has followed: for what is far down
    /// the page, or behind a button.
    pub(crate) fn at_rest<T>(self, read: impl FnOnce() -> T) -> T {
        self.answer.rested.track();
        self.reader.track();
        untrack(read)
    }

    fn change(self, change: impl FnOnce(&mut History, &mut Plan)) {
        self.history.update_value(|history| self.plan.update(|plan| change(history, plan)));
        let steps = self
            .history
            .with_value(|history| Steps { back: history.can_undo(), forth: history.can_redo() });
        self.steps.set(steps);
        self.answer.follow(self.plan);
    }
}

/// The desk of this page.
pub(crate) fn use_desk() -> Desk {
    expect_context::<Desk>()
}
