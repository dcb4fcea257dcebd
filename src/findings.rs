//! What to change first: the findings in the note's three phases.

use headroom::advise::{Finding, Phase, PhaseTotal, Severity, State, apply_phase};
use headroom::plan::Edit;
use headroom::text::findings as words;
use headroom::text::page::{Ui, saves, saves_something, ui};
use leptos::prelude::*;

use crate::desk::{Desk, use_desk};

/// The column of findings.
#[component]
pub(crate) fn Findings() -> impl IntoView {
    let desk = use_desk();
    view! {
        <section class="findings" id="findings" aria-labelledby="findings-title">
            <h2 id="findings-title">{move || ui(Ui::ChangeFirst, desk.lang())}</h2>
            {Phase::ALL.iter().map(|phase| view! { <PhaseList phase=*phase/> }).collect_view()}
        </section>
    }
}

#[component]
fn PhaseList(phase: Phase) -> impl IntoView {
    let desk = use_desk();
    let of_phase = move || {
        let all = desk.advice.with(|advice| advice.findings.clone());
        all.into_iter().filter(|finding| finding.phase == phase).collect::<Vec<_>>()
    };
    let total = move || {
        desk.advice.with(|advice| advice.phases.iter().find(|total| total.phase == phase).copied())
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
        <Show when=move || !of_phase().is_empty()>
            <div class="phase">
                <div class="section-head">
                    <h3>{move || words::phase(phase, desk.lang())}</h3>
                    <span class="saving">{saving}</span>
                    <Show when=open>
                        <button type="button" class="quiet" on:click=apply_all>
                            {move || ui(Ui::ApplyPhase, desk.lang())}
                        </button>
                    </Show>
                </div>
                <ol>
                    <For each=of_phase key=|finding| finding.id.key() let:finding>
                        <Item id=finding.id/>
                    </For>
                </ol>
            </div>
        </Show>
    }
}

/// One finding. It is looked up by its id, so that its figures follow the plan.
#[component]
fn Item(id: headroom::advise::FindingId) -> impl IntoView {
    let desk = use_desk();
    let finding = Memo::new(move |_| {
        desk.advice.with(|advice| advice.findings.iter().find(|finding| finding.id == id).cloned())
    });
    view! { {move || finding.get().map(|finding| shown(desk, &finding))} }
}

fn shown(desk: Desk, finding: &Finding) -> impl IntoView + use<> {
    let reader = desk.reader.get();
    let saving = (finding.severity == Severity::Saves).then(|| saves(&finding.saves, reader));
    let class = match (finding.state, finding.severity) {
        (State::Applied, _) => "finding applied",
        (State::Open | State::Advice, Severity::Error) => "finding broken",
        (State::Open | State::Advice, Severity::Saves | Severity::Note) => "finding",
    };
    let (fix, undo) = (finding.fix.clone(), finding.undo.clone());
    let act = move |edits: Vec<Edit>| move |_| desk.dispatch_step(Edit::Many(edits.clone()));
    let button = match finding.state {
        State::Open => Some(view! {
            <button type="button" id=format!("apply-{}", finding.id.key()) on:click=act(fix)>
                {words::apply(finding, reader)}
            </button>
        }.into_any()),
        State::Applied => Some(view! {
            <button type="button" class="quiet" id=format!("undo-{}", finding.id.key()) on:click=act(undo)>
                {ui(Ui::TakeBack, reader.lang)}
            </button>
        }.into_any()),
        State::Advice => None,
    };
    let word = match finding.state {
        State::Applied => Some(ui(Ui::Applied, reader.lang)),
        State::Open | State::Advice => {
            (finding.severity == Severity::Error).then(|| ui(Ui::WillBreak, reader.lang))
        }
    };
    view! {
        <li class=class id=format!("finding-{}", finding.id.key())>
            <p class="title">{word.map(|word| view! { <em>{word}</em> " " })} {words::title(finding, reader)}</p>
            <span class="saving">{saving}</span>
            {button}
            <details>
                <summary>{ui(Ui::WhyAndHow, reader.lang)}</summary>
                <p>{words::why(finding, reader)}</p>
                <p>{words::fix(finding, reader)}</p>
                <p>{words::cost(finding, reader)}</p>
                <p class="origin">{words::source(finding, reader.lang)}</p>
            </details>
        </li>
    }
}
