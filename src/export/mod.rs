//! What to take away: the artefacts of the target side, by groups, one at a time.

mod actions;
mod shown;
mod tabs;

use headroom::export::{Artefact, ArtefactGroup, ArtefactId, Context, artefact, before};
use headroom::link;
use headroom::text::artefacts as words;
use headroom::text::page::Ui;
use leptos::prelude::*;

use crate::browser::address;
use crate::desk::{Desk, use_desk};
use crate::live::{live, text};
use crate::making::Piece;
use actions::{Actions, Everything};
use shown::{Carried, Shown};
use tabs::Tabs;

/// What is taken away, and how it is looked at.
#[derive(Clone, Copy)]
struct Take {
    desk: Desk,
    chosen: RwSignal<ArtefactId>,
    artefact: Memo<Artefact>,
    /// Whether what changes is shown, and not only what comes.
    comparing: RwSignal<bool>,
}

impl Take {
    fn new(desk: Desk) -> Self {
        let chosen = desk.artefact;
        let artefact = Memo::new(move |_| {
            let id = chosen.get();
            desk.at_rest(|| with_context(desk, |context| artefact(id, context)))
        });
        Self { desk, chosen, artefact, comparing: RwSignal::new(false) }
    }

    /// The file as it is taken away: of the plan as it is now, whatever is shown still.
    fn taken(self) -> Artefact {
        untrack(|| with_context(self.desk, |context| artefact(self.chosen.get(), context)))
    }

    /// The file as the current side would have it.
    fn before(self) -> Artefact {
        let id = self.chosen.get();
        self.desk.at_rest(|| with_context(self.desk, |context| before(id, context)))
    }
}

/// The plan, its link and the language that the files are made from.
fn with_context<T>(desk: Desk, make: impl FnOnce(&Context<'_>) -> T) -> T {
    desk.plan.with(|plan| {
        let link = address::link(&link::encode(plan));
        make(&Context { plan, link: &link, lang: desk.lang() })
    })
}

/// The section at the foot of the page.
#[component]
pub(crate) fn TakeAway() -> impl IntoView {
    let desk = use_desk();
    let take = Take::new(desk);
    let group = Memo::new(move |_| take.chosen.get().group());
    let open_group = Callback::new(move |opened: ArtefactGroup| {
        if let Some(first) = opened.artefacts().next() {
            take.chosen.set(first);
        }
    });
    let open_file = Callback::new(move |opened| take.chosen.set(opened));
    let files = move |group: ArtefactGroup| {
        let items = group.artefacts().collect::<Vec<_>>();
        view! {
            <Tabs
                label=Ui::FileNames panel="artefact" class="tabs files" items=items chosen=take.chosen
                name=words::name choose=open_file
            />
        }
        .into_any()
    };
    view! {
        <section class="take-away" id="export" aria-labelledby="export-title">
            <div class="section-head">
                <h2 id="export-title">{text(Ui::TakeAway)}</h2>
                <Everything take=take/>
            </div>
            <p class="hint">{text(Ui::TakeAwayHint)}</p>
            <Tabs
                label=Ui::TakeAway panel="artefact-group" class="tabs groups" items=ArtefactGroup::ALL.to_vec() chosen=group
                name=words::group choose=open_group
            />
            <div id="artefact-group" role="tabpanel" aria-labelledby="artefact-group-tab">
                {live(move || files(group.get()))}
                <div id="artefact" class="artefact" role="tabpanel" aria-labelledby="artefact-tab">
                    <p class="hint" id="artefact-where">
                        <code>{live(move || take.chosen.get().key())}</code> " "
                        {live(move || words::goes_where(take.chosen.get(), desk.lang()))}
                    </p>
                    <Piece><Actions take=take/></Piece>
                    <Piece><Carried take=take/></Piece>
                    <Piece><Shown take=take/></Piece>
                </div>
            </div>
        </section>
    }
}
