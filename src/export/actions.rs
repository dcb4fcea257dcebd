//! Copy and download: the file that is shown, or all of them.

use headroom::export::{bundle, joined};
use headroom::text::page::{Ui, file_stem};
use leptos::prelude::*;

use super::{Take, with_context};
use crate::browser::{self, files, picture};
use crate::live::{When, live, text};
use crate::message::Message;

/// For the file that is shown.
#[component]
pub(super) fn Actions(take: Take) -> impl IntoView {
    let desk = take.desk;
    let copy_one = move |_| copy(take, &take.taken().content);
    let download = move |_| {
        let it = take.taken();
        let _ = files::download(it.file_name, it.content.as_bytes(), kind(it.file_name));
    };
    let picture = move |_| {
        let it = take.taken();
        let name = it.file_name.replace(".svg", ".png");
        picture::download(name, &it.content, move |done| {
            if !done {
                desk.message.set(Some(Message::done(Ui::NoPicture)));
            }
        });
    };
    let compare = move |_| take.comparing.update(|comparing| *comparing = !*comparing);
    view! {
        <div class="actions">
            <button type="button" id="copy-artefact" on:click=copy_one>{text(Ui::Copy)}</button>
            <button type="button" id="download-artefact" on:click=download>
                {text(Ui::Download)}
            </button>
            <When holds=live(move || take.chosen.get().is_drawing())>
                <button type="button" id="picture" on:click=picture>{text(Ui::AsPicture)}</button>
            </When>
            <When holds=live(move || take.chosen.get().is_of_one_side())>
                <button
                    type="button" id="compare" aria-pressed=live(move || take.comparing.get().to_string()) on:click=compare
                >
                    {text(Ui::ShowChanges)}
                </button>
            </When>
        </div>
    }
}

/// For all of them.
#[component]
pub(super) fn Everything(take: Take) -> impl IntoView {
    let desk = take.desk;
    let copy_all = move |_| copy(take, &untrack(|| with_context(desk, joined)));
    let download_all = move |_| {
        let (zip, name) = untrack(|| {
            with_context(desk, |context| (bundle(context), file_stem(&context.plan.name)))
        });
        let _ = files::download(&format!("{name}.zip"), &zip, "application/zip");
    };
    view! {
        <div class="actions">
            <button type="button" id="copy-all" on:click=copy_all>{text(Ui::CopyAll)}</button>
            <button type="button" id="download-all" on:click=download_all>
                {text(Ui::DownloadAll)}
            </button>
        </div>
    }
}

fn copy(take: Take, text: &str) {
    browser::copy(text, move |copied| {
        let said = if copied { Ui::Copied } else { Ui::CopyByHand };
        take.desk.message.set(Some(Message::done(said)));
    });
}

/// What kind of file it is, by its name.
fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html;charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("csv") => "text/csv;charset=utf-8",
        _ => "text/plain;charset=utf-8",
    }
}
