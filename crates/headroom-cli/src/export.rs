//! The files made from a plan: one to print, or all of them into a folder or a zip.

use std::fs;
use std::path::PathBuf;

use headroom::export::{ArtefactId, Context, artefact, artefacts, bundle};
use headroom::link;
use headroom::plan::Plan;
use headroom::text::Lang;

use crate::write;

/// Where the files go.
#[derive(Debug, clap::Args)]
pub(crate) struct Wanted {
    /// The file to print.
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(ArtefactId::KEYS))]
    #[arg(required_unless_present_any = ["all", "zip"])]
    artefact: Option<String>,
    /// Write all of them into this folder. Files of other content are left alone.
    #[arg(long, value_name = "DIR", conflicts_with = "artefact")]
    all: Option<PathBuf>,
    /// Write all of them into this zip: the bytes that the page downloads.
    #[arg(long, value_name = "FILE", conflicts_with = "artefact")]
    zip: Option<PathBuf>,
    /// Overwrite what is there.
    #[arg(long)]
    force: bool,
    /// The page's address, for the link in the files; that of PLAN if it is a link.
    #[arg(long)]
    base: Option<String>,
}

/// What is to be printed.
pub(crate) fn run(
    plan: &Plan,
    source: &str,
    wanted: &Wanted,
    lang: Lang,
) -> Result<String, String> {
    let base = wanted.base.as_deref().unwrap_or_else(|| base_of(source));
    let link = format!("{base}#{}", link::encode(plan));
    let context = Context { plan, link: &link, lang };
    let found = ArtefactId::ALL.iter().find(|id| Some(id.key()) == wanted.artefact.as_deref());
    if let Some(id) = found {
        return Ok(artefact(*id, &context).content);
    }
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    if let Some(folder) = &wanted.all {
        let made = artefacts(&context).into_iter();
        files.extend(made.map(|file| (folder.join(file.file_name), file.content.into_bytes())));
    }
    if let Some(zip) = &wanted.zip {
        files.push((zip.clone(), bundle(&context)));
    }
    if let Some(folder) = &wanted.all {
        fs::create_dir_all(folder).map_err(|why| write::unwritable(folder, &why, lang))?;
    }
    write::files(&files, wanted.force, lang)?;
    let names: Vec<String> = files.iter().map(|(path, _)| path.display().to_string()).collect();
    Ok(names.join("\n") + "\n")
}

/// The address before the fragment, if the plan came by a link.
fn base_of(source: &str) -> &str {
    match source.split_once('#') {
        Some((base, _)) if base.starts_with("https://") || base.starts_with("http://") => base,
        Some(_) | None => "",
    }
}
