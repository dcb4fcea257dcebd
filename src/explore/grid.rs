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
use crate::live::live;

/// A pair on the grid: workers, and what each takes at once.
type Pair = (u32, u32);

/// What is inside the fold.
#[component]
pub(super) fn Grid() -> impl IntoView {
    let desk = use_desk();
    let crews = Memo::new(move |_| {
        desk.answer.settled.with(|plan| desk.answer.then.with(|then| grid(plan, then)))
    });
    let second = Memo::new(move |_| crews.with(|crews| crews.second));
    let axes = Memo::new(move |_| crews.with(|crews| (crews.workers.clone(), crews.slots.clone())));
    // The cell that Tab reaches: the one visited last, or the plan's own.
    let visited = RwSignal::new(None::<Pair>);
    let stop = Memo::new(move |_| {
        let known =
            |(workers, slots): &Pair| crews.with(|crews| crews.cell(*workers, *slots).is_some());
        visited.get().filter(known).unwrap_or_else(|| crews.with(|crews| crews.chosen))
    });
    let keep_focus = move || {
        // The table is made anew when an axis changes; whoever was on it stays on it.
        if browser::has_focus(".crews") {
            browser::after_paint(move || browser::focus_on(&id(stop.get_untracked())));
        }
    };
    let table = move || {
        let (workers, slots) = axes.get();
        keep_focus();
        rows(Cells { desk, crews, stop, visited }, &workers, &slots)
    };
    view! {
        <div class="card-body">
            <p class="hint" id="grid-hint">
                {live(move || grid_hint(second.get(), desk.lang()))} " "
                {live(move || what(What::GridHow, desk.lang()))}
            </p>
            <div class="scroll">
                <table role="grid" class="crews" aria-describedby="grid-hint"
                    aria-label=live(move || grid_title(second.get(), desk.lang()))
                    on:keydown=move |event| follow(desk, &event, crews, stop.get_untracked())>
                    {live(table)}
                </table>
            </div>
        </div>
    }
}

/// What every cell is made from.
#[derive(Clone, Copy)]
struct Cells {
    desk: Desk,
    crews: Memo<Crews>,
    stop: Memo<Pair>,
    visited: RwSignal<Option<Pair>>,
}

fn rows(cells: Cells, workers: &[u32], slots: &[u32]) -> AnyView {
    let head = |scope: &'static str, count: u32| {
        let lang = cells.desk.lang();
        view! { <th scope=scope>{plain(f64::from(count), lang)}</th> }.into_any()
    };
    let heads = slots.iter().map(|slots| head("col", *slots)).collect_view();
    let row = |workers: u32| {
        let cells = slots.iter().map(|slots| cells.one((workers, *slots))).collect_view();
        view! { <tr>{head("row", workers)}{cells}</tr> }.into_any()
    };
    let rows = workers.iter().map(|workers| row(*workers)).collect_view();
    view! {
        <thead><tr><td></td>{heads}</tr></thead>
        <tbody>{rows}</tbody>
    }
    .into_any()
}

impl Cells {
    fn one(self, pair: Pair) -> AnyView {
        let Self { desk, crews, stop, visited } = self;
        let figures = move || crews.with(|crews| crews.cell(pair.0, pair.1).copied());
        let say = move |say: fn(&Figures, headroom::text::Reader) -> String| {
            live(move || figures().map(|figures| say(&figures, desk.reader.get())))
        };
        let class = move || {
            figures().map_or("", |figures| match figures.verdict {
                Verdict::Fits { .. } => "good",
                Verdict::Tight { .. } => "tight",
                Verdict::Over { .. } => "over",
            })
        };
        let spoken = move || {
            let second = crews.with(|crews| crews.second);
            figures().map(|figures| cell(second, &figures, desk.reader.get()))
        };
        let chosen = move || crews.with(|crews| crews.chosen == pair).to_string();
        view! {
            <td role="gridcell" id=id(pair) class=live(class) aria-description=live(spoken)
                tabindex=live(move || if stop.get() == pair { "0" } else { "-1" })
                aria-selected=live(chosen)
                on:focus=move |_| visited.set(Some(pair))
                on:click=move |_| take(desk, crews, pair)>
                <b>{say(|figures, reader| size(figures.peak, reader))}</b>
                <span>
                    <em>{say(|figures, _| sign(figures.verdict).to_owned())}</em> " "
                    {say(|figures, reader| dollars(figures.dollars, reader.lang))}
                </span>
            </td>
        }
        .into_any()
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
