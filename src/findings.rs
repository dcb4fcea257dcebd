//! What to change first: the findings in the note's three phases.

use headroom::advise::{Finding, FindingId, Phase, PhaseTotal, Severity, State, apply_phase};
use headroom::plan::Edit;
use headroom::text::page::{Ui, saves, saves_something, ui};
use headroom::text::{Reader, findings as words};
use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
use crate::fold::Fold;
use crate::live::{When, live, text};
use crate::making::Piece;

/// The column of findings.
#[component]
pub(crate) fn Findings() -> impl IntoView {
    view! {
        <section class="findings" id="findings" aria-labelledby="findings-title">
            <h2 id="findings-title">{text(Ui::ChangeFirst)}</h2>
            {Phase::ALL.iter().map(|phase| view! { <Piece><PhaseList phase=*phase/></Piece> }).collect_view()}
        </section>
    }
}

#[component]
fn PhaseList(phase: Phase) -> impl IntoView {
    let desk = use_desk();
    let of_phase = Memo::new(move |_| {
        desk.answer.advice.with(|advice| {
            let found = advice.findings.iter().filter(|finding| finding.phase == phase);
            found.map(|finding| finding.id).collect::<Vec<_>>()
        })
    });
    let total = move || {
        desk.answer
            .advice
            .with(|advice| advice.phases.iter().find(|total| total.phase == phase).copied())
    };
    let open = move || total().is_some_and(|total: PhaseTotal| total.open > 0);
    let saving = move || {
        let total = total().filter(|total| saves_something(&total.saves))?;
        Some(saves(&total.saves, desk.reader.get()))
    };
    let apply_all = move |_| {
        let edits = untrack(|| desk.plan.with(|plan| apply_phase(plan, phase)));
        desk.dispatch_step(Edit::Many(edits));
    };
    view! {
        <When holds=live(move || of_phase.with(|found| !found.is_empty()))>
            <div class="phase">
                <div class="section-head">
                    <h3>{live(move || words::phase(phase, desk.lang()))}</h3>
                    <span class="saving">{live(saving)}</span>
                    <When holds=live(open)>
                        <button type="button" class="quiet" on:click=apply_all>
                            {text(Ui::ApplyPhase)}
                        </button>
                    </When>
                </div>
                <ol>
                    <For each=move || of_phase.get() key=|id| id.key() let:id>
                        <Item id=id/>
                    </For>
                </ol>
            </div>
        </When>
    }
}

/// One finding. It is looked up by its id, so that its figures follow the plan.
#[component]
fn Item(id: FindingId) -> impl IntoView {
    let desk = use_desk();
    let finding = Memo::new(move |_| {
        desk.answer
            .advice
            .with(|advice| advice.findings.iter().find(|finding| finding.id == id).cloned())
    });
    let say = move |say: fn(&Finding, Reader) -> String| {
        live(move || {
            finding.with(|found| found.as_ref().map(|found| say(found, desk.reader.get())))
        })
    };
    let class = live(move || finding.with(|found| found.as_ref().map_or("", class_of)));
    let word = live(move || {
        let word = finding.with(|found| found.as_ref().and_then(word_of))?;
        Some(view! { <em>{ui(word, desk.lang())}</em> " " }.into_any())
    });
    let state = Memo::new(move |_| finding.with(|found| found.as_ref().map(|found| found.state)));
    let summary = text(Ui::WhyAndHow).into_any();
    view! {
        <li class=class id=format!("finding-{}", id.key())>
            <p class="title">{word} {say(words::title)}</p>
            <span class="saving">{say(saving_of)}</span>
            {live(move || state.get().and_then(|state| act(desk, finding, state)))}
            <Fold id=format!("why-{}", id.key()) summary=summary>
                <p>{say(words::why)}</p>
                <p>{say(words::fix)}</p>
                <p>{say(words::cost)}</p>
                <p class="origin">{say(|finding, reader| words::source(finding, reader.lang))}</p>
            </Fold>
        </li>
    }
}

/// The button that applies it, or takes it back.
fn act(desk: Desk, finding: Memo<Option<Finding>>, state: State) -> Option<AnyView> {
    let run = move |edits: fn(&Finding) -> &Vec<Edit>| {
        let edits = finding.with_untracked(|found| found.as_ref().map(edits).cloned());
        desk.dispatch_step(Edit::Many(edits.unwrap_or_default()));
    };
    let key = move || finding.with_untracked(|found| found.as_ref().map_or("", |it| it.id.key()));
    let label = live(move || {
        finding.with(|found| found.as_ref().map(|found| words::apply(found, desk.reader.get())))
    });
    match state {
        State::Open => Some(
            view! {
                <button type="button" id=format!("apply-{}", key()) on:click=move |_| run(|it| &it.fix)>{label}</button>
            }
            .into_any(),
        ),
        State::Applied => Some(
            view! {
                <button type="button" class="quiet" id=format!("undo-{}", key()) on:click=move |_| run(|it| &it.undo)>
                    {text(Ui::TakeBack)}
                </button>
            }
            .into_any(),
        ),
        State::Advice => None,
    }
}

fn class_of(finding: &Finding) -> &'static str {
    match (finding.state, finding.severity) {
        (State::Applied, _) => "finding applied",
        (State::Open | State::Advice, Severity::Error) => "finding broken",
        (State::Open | State::Advice, Severity::Saves | Severity::Note) => "finding",
    }
}

/// What stands before its title.
fn word_of(finding: &Finding) -> Option<Ui> {
    match finding.state {
        State::Applied => Some(Ui::Applied),
        State::Open | State::Advice => {
            (finding.severity == Severity::Error).then_some(Ui::WillBreak)
        }
    }
}

fn saving_of(finding: &Finding, reader: Reader) -> String {
    if finding.severity == Severity::Saves { saves(&finding.saves, reader) } else { String::new() }
}
