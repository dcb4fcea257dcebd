//! The rim of the page: what is opened at the start, and what is written as the
//! plan changes (address, storage, title). The only effects besides the charts.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use headroom::file::{self, FileError};
use headroom::link;
use headroom::place::{self, Place};
use headroom::plan::{Edit, note};
use headroom::shelf::Shelf;
use headroom::text::comforts::opened_beside;
use headroom::text::page::{Ui, page_title, ui};
use headroom::text::{Lang, Reader, Sizes, problems};
use leptos::prelude::*;

use crate::browser::files::Read;
use crate::browser::{self, address, keep};
use crate::desk::Desk;
use crate::live::follow;
use crate::message::{Line, Message};
use crate::observed;

/// The plans that are kept.
pub(crate) type Shelves = RwSignal<Shelf>;

/// Quiet for so long before anything is written: browsers limit how often.
const PAUSE_MS: u32 = 300;

thread_local! {
    /// Runs while a change waits to be written.
    static PAUSE: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// What the page begins with.
pub(crate) struct Begun {
    /// The plan and all that follows from it.
    pub(crate) desk: Desk,
    /// The plans that are kept.
    pub(crate) shelf: Shelves,
    /// Where the address leads.
    pub(crate) at: Option<Place>,
}

/// Lays the plan on the desk that the address asks for, or the one that was
/// open last, or the note's.
pub(crate) fn open() -> Begun {
    browser::theme::apply_chosen();
    let (query, fragment) = (address::query(), address::fragment());
    let asked = place::asked(&query);
    let kept = if asked.embed { None } else { keep::read("plans") };
    let (shelf, rubbish) = kept.map_or_else(|| (Shelf::default(), None), |text| Shelf::read(&text));
    let plan = shelf.open_plan().cloned().unwrap_or_else(note);
    let mut desk = Desk::new(plan, reader());
    desk.embedded = asked.embed;
    let shelf = RwSignal::new(shelf);
    if rubbish.is_some() {
        desk.message.set(Some(Message::problem(vec![sentence(Ui::StorageRubbish)])));
    }
    if !fragment.is_empty() && !place::is_anchor(&fragment) {
        open_link(desk, shelf);
    } else if file::describes_a_plan(&query) {
        let opened = file::prefill(&query);
        tell(desk, opened.notices);
        lay_new(desk, shelf, opened.plan);
    }
    Begun { desk, shelf, at: asked.at.or_else(|| Place::of_element(&fragment)) }
}

/// Goes to a place on the page.
pub(crate) fn go(desk: Desk, place: Place) {
    if let Place::Artefact(id) = place {
        desk.artefact.set(id);
    }
    browser::places::reveal(&place.element());
}

/// Follows the plan, the languages of the page, pasted links and dropped files.
pub(crate) fn watch(desk: Desk, shelf: Shelves) {
    let first = StoredValue::new(true);
    follow(move || {
        desk.plan.track();
        if first.get_value() && !untrack(|| shelf.with(Shelf::is_begun)) {
            first.set_value(false);
            return;
        }
        first.set_value(false);
        PAUSE.set(Some(Timeout::new(PAUSE_MS, move || write(desk, shelf))));
    });
    // Each only when it changes.
    let lang = Memo::new(move |_| desk.lang());
    follow(move || browser::set_language(lang.get().code()));
    let title = Memo::new(move |_| desk.plan.with(|plan| page_title(&plan.name, desk.lang())));
    follow(move || title.with(|title| browser::set_title(title)));
    address::on_change(move || open_link(desk, shelf));
    browser::files::on_drop(observed::PANEL, move |read, in_panel| {
        observed::take(desk, shelf, read, in_panel);
    });
    browser::on_print(move |printing| desk.printing.set(printing));
    browser::on_leave(move || settle(desk, shelf));
    offer_newer_build(desk);
}

/// Says that a newer build is ready, once nothing else is being said.
fn offer_newer_build(desk: Desk) {
    let ready = RwSignal::new(false);
    browser::on_newer_build(move || ready.set(true));
    follow(move || {
        if ready.get() && desk.message.with(Option::is_none) {
            ready.set(false);
            let offer = Message::done(Ui::NewerReady);
            desk.message.set(Some(offer.with(Ui::NewerTake, browser::take_newer_build)));
        }
    });
}

/// Writes now what waits to be written: the plan on the desk is about to be another,
/// or the page to close.
pub(crate) fn settle(desk: Desk, shelf: Shelves) {
    if PAUSE.with_borrow(Option::is_some) {
        write(desk, shelf);
    }
}

/// Writes address and storage, and says so once if storage refuses.
fn write(desk: Desk, shelf: Shelves) {
    PAUSE.take();
    if desk.embedded {
        return;
    }
    shelf.update(|shelf| desk.plan.with_untracked(|plan| shelf.put(plan)));
    if !desk.link_held.get_untracked() {
        desk.plan.with_untracked(|plan| address::write(&link::encode(plan)));
    }
    keep_shelf(desk, shelf);
}

/// Keeps all plans.
pub(crate) fn keep_shelf(desk: Desk, shelf: Shelves) {
    if !keep::write("plans", &shelf.with_untracked(Shelf::write))
        && !desk.refusal_said.get_value()
        && desk.message.with_untracked(Option::is_none)
    {
        desk.refusal_said.set_value(true);
        desk.message.set(Some(Message::problem(vec![sentence(Ui::StorageFull)])));
    }
}

/// Opens the link in the address bar, or says what is wrong with it and leaves
/// it and the plan as they are.
fn open_link(desk: Desk, shelf: Shelves) {
    let text = address::fragment();
    if let Some(place) = Place::of_element(&text) {
        return go(desk, place);
    }
    if text.is_empty() || place::is_anchor(&text) || desk.plan.with_untracked(link::encode) == text
    {
        return;
    }
    match link::decode(&text) {
        Ok(opened) => {
            desk.link_held.set(false);
            desk.message.set(None);
            if shelf.with_untracked(|shelf| shelf.is_begun() && !shelf.holds(&opened.plan)) {
                let name = opened.plan.name.clone();
                let line = Line::new(move |reader| opened_beside(&name, reader.lang));
                desk.message.set(Some(Message::done_with(line)));
            }
            tell(desk, opened.notices);
            lay_new(desk, shelf, opened.plan);
        }
        Err(why) => {
            desk.link_held.set(true);
            let line = Line::new(move |reader| problems::link(&why, reader.lang));
            let copy = move || browser::copy(&address::link(&text), |_| {});
            let message = Message::problem(vec![line, sentence(Ui::PlanUntouched)])
                .with(Ui::CopyDamaged, copy);
            desk.message.set(Some(message));
        }
    }
}

/// Opens a plan file that was picked or dropped.
pub(crate) fn open_read(desk: Desk, shelf: Shelves, read: Read) {
    let problem = |line: Line| {
        desk.message.set(Some(Message::problem(vec![line, sentence(Ui::PlanUntouched)])));
    };
    match read {
        Read::Failed => problem(sentence(Ui::FileUnreadable)),
        Read::TooLarge(found) => {
            let why = FileError::TooLong { found };
            problem(Line::new(move |reader| problems::file(&why, reader.lang)));
        }
        Read::Text { text, .. } => match file::read(&text) {
            Ok(opened) => {
                desk.message.set(None);
                tell(desk, opened.notices);
                lay_new(desk, shelf, opened.plan);
            }
            Err(why) => problem(Line::new(move |reader| problems::file(&why, reader.lang))),
        },
    }
}

/// A plan that was opened becomes one of its own: it never takes another's place.
pub(crate) fn lay_new(desk: Desk, shelf: Shelves, plan: headroom::plan::Plan) {
    settle(desk, shelf);
    shelf.update(|shelf| shelf.add(plan.clone()));
    desk.lay(plan);
    write(desk, shelf);
}

/// Says what was held, left out or is older.
fn tell(desk: Desk, notices: Vec<headroom::file::Notice>) {
    if notices.is_empty() {
        return;
    }
    let lines = notices
        .into_iter()
        .map(|notice| Line::new(move |reader| problems::notice(&notice, reader)));
    desk.message.set(Some(Message::problem(lines.collect())));
}

fn sentence(words: Ui) -> Line {
    Line::new(move |reader| ui(words, reader.lang).to_owned())
}

/// The language and the units that were chosen, or the browser's.
fn reader() -> Reader {
    let kept = keep::read("lang");
    let preferred = browser::languages();
    let lang = Lang::preferred(kept.iter().chain(&preferred).map(String::as_str));
    let sizes = if keep::read("sizes").is_some_and(|kept| kept == "binary") {
        Sizes::Binary
    } else {
        Sizes::Decimal
    };
    Reader { lang, sizes }
}

/// Chooses a language or units, and keeps the choice.
pub(crate) fn choose_reader(desk: Desk, reader: Reader) {
    keep::write("lang", reader.lang.code());
    keep::write("sizes", if reader.sizes == Sizes::Binary { "binary" } else { "decimal" });
    desk.reader.set(reader);
}

/// Replaces the plan by another in one step that can be undone.
pub(crate) fn replace(desk: Desk, plan: headroom::plan::Plan) {
    desk.dispatch_step(Edit::Replace(Box::new(plan)));
}
