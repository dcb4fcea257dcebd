//! The file that is chosen: its lines in colours, or what changes in them; and the findings
//! that it carries out.

use headroom::advise::Finding;
use headroom::chart::{Figure, bars, costs};
use headroom::export::{ArtefactId, Change, Ink, carried, changes, paint};
use headroom::text::findings;
use headroom::text::page::{Ui, bars_label, costs_label};
use leptos::prelude::*;

use super::Take;
use crate::browser::files::as_address;
use crate::live::{When, live, text};

/// The content.
#[component]
pub(super) fn Shown(take: Take) -> impl IntoView {
    let compared = move || take.comparing.get() && take.chosen.get().is_of_one_side();
    let lines = Memo::new(move |_| {
        take.artefact.with(|artefact| {
            let lines = if compared() {
                let before = take.before();
                let lines = changes(&before.content, &artefact.content).into_iter();
                lines.map(|(change, line)| (change, line.to_owned())).collect::<Vec<_>>()
            } else {
                artefact.content.lines().map(|line| (Change::Same, line.to_owned())).collect()
            };
            lines.into_iter().enumerate().collect::<Vec<_>>()
        })
    });
    let unchanged = move || {
        compared()
            && lines.with(|lines| lines.iter().all(|(_, (change, _))| *change == Change::Same))
    };
    let is_drawing = move || take.chosen.get().is_drawing();
    let drawing = move || {
        let drawing = take.artefact.with(|it| it.id.is_drawing().then(|| as_address(&it.content)));
        drawing.map(|address| {
            view! { <img class="drawing" src=address alt=live(move || label(take))/> }.into_any()
        })
    };
    view! {
        <When holds=live(unchanged)>
            <p class="hint" id="unchanged">{text(Ui::SameAsNow)}</p>
        </When>
        {live(drawing)}
        <pre tabindex="0" hidden=live(is_drawing) class:compared=live(compared)
            aria-describedby="artefact-where"><code>
            <For each=move || lines.get() key=move |line| key(take.chosen.get_untracked(), line) let:line>
                {shown_line(take.chosen.get_untracked(), &line.1)}
            </For>
        </code></pre>
    }
}

/// What a drawing shows, in a sentence.
fn label(take: Take) -> String {
    let Take { desk, .. } = take;
    desk.answer.now.with(|now| {
        desk.answer.then.with(|then| {
            if take.chosen.get() == ArtefactId::CostChart {
                let costs = desk.answer.settled.with(|plan| costs(plan, [now, then]));
                return costs_label(&costs, desk.lang());
            }
            bars_label(&bars(now, then, Figure::Peak), Figure::Peak, desk.reader.get())
        })
    })
}

/// A line stays as it is drawn for as long as it is the same line of the same file.
fn key(id: ArtefactId, (at, (change, line)): &(usize, (Change, String))) -> String {
    let mark = match change {
        Change::Same => ' ',
        Change::Gone => '-',
        Change::New => '+',
    };
    format!("{}{at}{mark}{line}", id.key())
}

/// A line; its end is part of it, so that what is selected by hand has lines too.
fn shown_line(id: ArtefactId, (change, line): &(Change, String)) -> AnyView {
    let pieces = paint(id, line).into_iter().map(|(ink, text)| {
        let text = text.to_owned();
        match class_of(ink) {
            Some(class) => view! { <span class=class>{text}</span> }.into_any(),
            None => text.into_any(),
        }
    });
    let pieces = pieces.collect_view();
    match change {
        Change::Same => view! { <span>{pieces} "\n"</span> }.into_any(),
        Change::Gone => view! { <del>{pieces} "\n"</del> }.into_any(),
        Change::New => view! { <ins>{pieces} "\n"</ins> }.into_any(),
    }
}

fn class_of(ink: Ink) -> Option<&'static str> {
    match ink {
        Ink::Plain => None,
        Ink::Comment => Some("comment"),
        Ink::Text => Some("text"),
        Ink::Number => Some("numeral"),
        Ink::Word => Some("word"),
    }
}

/// The findings that the file carries out.
#[component]
pub(super) fn Carried(take: Take) -> impl IntoView {
    let desk = take.desk;
    let found = Memo::new(move |_| {
        let titled = |finding: &Finding| findings::title(finding, desk.reader.get());
        desk.answer
            .advice
            .with(|advice| carried(take.chosen.get(), advice).map(titled).collect::<Vec<_>>())
    });
    let one = |title: String| view! { <li>{title}</li> };
    view! {
        <When holds=live(move || found.with(|found| !found.is_empty()))>
            <div class="carried hint" id="carried">
                <p>{text(Ui::CarriesOut)}</p>
                <ul>{live(move || found.get().into_iter().map(one).collect_view().into_any())}</ul>
            </div>
        </When>
    }
}
