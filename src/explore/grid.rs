//! The grid of crews: each cell says whether it fits and what it costs, and becomes the
//! target when it is chosen, by a click or by arrow keys and Enter.

use headroom::evaluate::Verdict;
use headroom::explore::{Cell as Figures, Grid as Crews, choose, grid};
use headroom::text::explore::{What, cell, grid_hint, grid_title, sign, what};
use headroom::text::number::{dollars, plain, size};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser;
use crate::desk::{Desk, use_desk};

/// A pair on the grid: workers, and what each takes at once.
type Pair = (u32, u32);

/// What is inside the fold.
#[component]
pub(super) fn Grid() -> impl IntoView {
    let desk = use_desk();
    let crews =
        Memo::new(move |_| desk.settled.with(|plan| desk.then.with(|then| grid(plan, then))));
    let second = Memo::new(move |_| crews.with(|crews| crews.second));
    let rows = Memo::new(move |_| crews.with(|crews| crews.workers.clone()));
    let columns = Memo::new(move |_| crews.with(|crews| crews.slots.clone()));
    // The cell that Tab reaches: the one visited last, or the plan's own.
    let visited = RwSignal::new(None::<Pair>);
    let stop = Memo::new(move |_| {
        let known =
            |(workers, slots): &Pair| crews.with(|crews| crews.cell(*workers, *slots).is_some());
        visited.get().filter(known).unwrap_or_else(|| crews.with(|crews| crews.chosen))
    });
    let number = move |count: u32| move || plain(f64::from(count), desk.lang());
    let row = move |workers: u32| {
        view! {
            <tr>
                <th scope="row">{number(workers)}</th>
                <For each=move || columns.get() key=|slots| *slots let:slots>
                    <Cell pair=(workers, slots) crews=crews stop=stop visited=visited/>
                </For>
            </tr>
        }
    };
    view! {
        <div class="card-body">
            <p class="hint" id="grid-hint">
                {move || grid_hint(second.get(), desk.lang())} " "
                {move || what(What::GridHow, desk.lang())}
            </p>
            <div class="scroll">
                <table role="grid" class="crews" aria-describedby="grid-hint"
                    aria-label=move || grid_title(second.get(), desk.lang())
                    on:keydown=move |event| follow(desk, &event, crews, stop.get_untracked())>
                    <thead>
                        <tr>
                            <td></td>
                            <For each=move || columns.get() key=|slots| *slots let:slots>
                                <th scope="col">{number(slots)}</th>
                            </For>
                        </tr>
                    </thead>
                    <tbody><For each=move || rows.get() key=|workers| *workers children=row/></tbody>
                </table>
            </div>
        </div>
    }
}

#[component]
fn Cell(
    pair: Pair,
    crews: Memo<Crews>,
    stop: Memo<Pair>,
    visited: RwSignal<Option<Pair>>,
) -> impl IntoView {
    let desk = use_desk();
    let figures = Memo::new(move |_| crews.with(|crews| crews.cell(pair.0, pair.1).copied()));
    let chosen = Memo::new(move |_| crews.with(|crews| crews.chosen) == pair);
    let say = move |say: fn(&Figures, headroom::text::Reader) -> String| {
        move || figures.get().map(|figures| say(&figures, desk.reader.get()))
    };
    let class = move || {
        figures.get().map_or("", |figures| match figures.verdict {
            Verdict::Fits { .. } => "good",
            Verdict::Tight { .. } => "tight",
            Verdict::Over { .. } => "over",
        })
    };
    let spoken = move || {
        let second = crews.with(|crews| crews.second);
        figures.get().map(|figures| cell(second, &figures, desk.reader.get()))
    };
    view! {
        <td role="gridcell" id=id(pair) class=class aria-description=spoken
            tabindex=move || if stop.get() == pair { "0" } else { "-1" }
            aria-selected=move || chosen.get().to_string()
            on:focus=move |_| visited.set(Some(pair))
            on:click=move |_| take(desk, crews, pair)>
            <b>{say(|figures, reader| size(figures.peak, reader))}</b>
            <span>
                <em>{say(|figures, _| sign(figures.verdict).to_owned())}</em> " "
                {say(|figures, reader| dollars(figures.dollars, reader.lang))}
            </span>
        </td>
    }
}

fn id((workers, slots): Pair) -> String {
    format!("crew-{workers}-{slots}")
}

/// The keys of the grid pattern.
fn follow(desk: Desk, event: &KeyboardEvent, crews: Memo<Crews>, from: Pair) {
    let to = crews.with_untracked(|crews| match event.key().as_str() {
        "ArrowUp" => Some(crews.beside(from, -1, 0)),
        "ArrowDown" => Some(crews.beside(from, 1, 0)),
        "ArrowLeft" => Some(crews.beside(from, 0, -1)),
        "ArrowRight" => Some(crews.beside(from, 0, 1)),
        "Home" if event.ctrl_key() => Some(crews.beside(from, i32::MIN, i32::MIN)),
        "End" if event.ctrl_key() => Some(crews.beside(from, i32::MAX, i32::MAX)),
        "Home" => Some(crews.beside(from, 0, i32::MIN)),
        "End" => Some(crews.beside(from, 0, i32::MAX)),
        _ => None,
    });
    match (to, event.key().as_str()) {
        (Some(to), _) => browser::focus_on(&id(to)),
        (None, "Enter" | " ") => take(desk, crews, from),
        (None, _) => return,
    }
    event.prevent_default();
}

/// Makes a pair the target's own, in one step.
fn take(desk: Desk, crews: Memo<Crews>, (workers, slots): Pair) {
    if crews.with_untracked(|crews| crews.chosen) != (workers, slots) {
        let edit = desk.plan.with_untracked(|plan| choose(plan, workers, slots));
        desk.dispatch_step(edit);
    }
}
