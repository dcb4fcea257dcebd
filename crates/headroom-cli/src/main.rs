//! `headroom`: the planner's engine in a terminal and in CI.

mod calibrate;
mod export;
mod json;
mod load;
mod report;
mod write;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use headroom::evaluate::{Verdict, evaluate};
use headroom::file::{Notice, Opened};
use headroom::plan::{Plan, SideId, fresh, note};
use headroom::text::{Lang, Reader, problems, report as words};
use headroom::{file, link};

/// The memory budget of a Django service on Railway.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    after_help = "PLAN is a plan file, `-` for standard input, a link to a plan, or a readable address: \
                  '?workers=3&private=200MB'."
)]
struct Cli {
    /// The language of what is printed.
    #[arg(long, global = true, default_value = "en")]
    lang: Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print what each side takes and costs.
    Evaluate {
        plan: String,
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Exit with 0 if a side fits its limit, 1 if it does not, 2 if there is no answer: also
    /// where something in the plan could not be read.
    Check {
        plan: String,
        #[arg(long, default_value = "target")]
        side: Which,
        /// Let the high end of the range decide, not the likely peak.
        #[arg(long)]
        strict: bool,
    },
    /// Take over what was measured, and print it against what the plan predicts.
    Calibrate {
        plan: String,
        /// Output of ps, smem, docker stats, `railway metrics --json`, /proc/PID/status,
        /// `smaps_rollup`, memory.current, memory.stat, log lines of the monitor; `-` for
        /// standard input.
        #[arg(required = true)]
        files: Vec<String>,
        /// Write the calibrated plan here instead of printing its link.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Overwrite what is there.
        #[arg(long, requires = "out")]
        force: bool,
    },
    /// Print one file made from the target side, or write all of them.
    Export {
        plan: String,
        #[command(flatten)]
        wanted: export::Wanted,
    },
    /// Print the link to a plan.
    Link {
        plan: String,
        /// The page's address, to print before the fragment.
        #[arg(long, default_value = "")]
        base: String,
    },
    /// Print the plan file of a link.
    Open { link: String },
    /// Print the JSON Schema of plan files, or of what `evaluate` prints as JSON.
    Schema {
        #[arg(long, default_value = "plan")]
        of: Form,
    },
    /// Print an example's plan file.
    Example {
        #[arg(default_value = "note")]
        which: Example,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Language {
    En,
    Es,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    Plan,
    Evaluation,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Which {
    Current,
    Target,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Example {
    /// The service that the project began with.
    Note,
    /// A plan in which nothing was typed.
    Fresh,
}

/// What a command comes to: a text, and whether the answer is yes.
struct Answer {
    text: String,
    yes: bool,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let lang = match cli.lang {
        Language::En => Lang::En,
        Language::Es => Lang::Es,
    };
    match run(&cli.command, lang) {
        Ok(Answer { text, yes }) => match print(&text) {
            Ok(()) if yes => ExitCode::SUCCESS,
            Ok(()) => ExitCode::from(1),
            Err(why) => {
                complain(&why.to_string());
                ExitCode::from(2)
            }
        },
        Err(why) => {
            complain(&why);
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command, lang: Lang) -> Result<Answer, String> {
    let done = |text| Ok(Answer { text, yes: true });
    match command {
        Command::Evaluate { plan, format } => {
            let plan = opened(plan, lang)?;
            done(match format {
                Format::Text => report::text(&plan, lang),
                Format::Json => json::text(&plan),
            })
        }
        Command::Check { plan, side, strict } => {
            let opened = told(plan, lang)?;
            // A gate that opens on a misspelt limit is none.
            if opened.notices.iter().any(is_lost) {
                return Err(words::failure(words::Failure::NotSure, lang));
            }
            Ok(check(&opened.plan, *side, *strict, lang))
        }
        Command::Calibrate { plan, files, out, force } => {
            let plan = opened(plan, lang)?;
            done(calibrate::text(&plan, files, out.as_deref(), *force, lang)?)
        }
        Command::Export { plan: source, wanted } => {
            done(export::run(&opened(source, lang)?, source, wanted, lang)?)
        }
        Command::Link { plan, base } => {
            done(format!("{base}#{}\n", link::encode(&opened(plan, lang)?)))
        }
        Command::Open { link } => done(file::write(&opened(link, lang)?)),
        Command::Schema { of } => done(match of {
            Form::Plan => format!("{:#}\n", file::schema()),
            Form::Evaluation => format!("{:#}\n", json::schema()),
        }),
        Command::Example { which } => done(file::write(&match which {
            Example::Note => note(),
            Example::Fresh => fresh(),
        })),
    }
}

fn check(plan: &Plan, side: Which, strict: bool, lang: Lang) -> Answer {
    let side = match side {
        Which::Current => SideId::Current,
        Which::Target => SideId::Target,
    };
    let verdict = evaluate(plan, side).verdict;
    let yes = match verdict {
        Verdict::Fits { .. } => true,
        Verdict::Tight { over_at_worst, .. } => !strict || over_at_worst == 0.0,
        Verdict::Over { .. } => false,
    };
    Answer { text: words::verdict(verdict, lang) + "\n", yes }
}

/// Whether something that was said is not in the plan.
fn is_lost(notice: &Notice) -> bool {
    matches!(notice, Notice::NotRead { .. } | Notice::UnknownName { .. } | Notice::More)
}

fn opened(source: &str, lang: Lang) -> Result<Plan, String> {
    Ok(told(source, lang)?.plan)
}

/// What was opened, with what could not be taken over told on standard error.
fn told(source: &str, lang: Lang) -> Result<Opened, String> {
    let opened = load::open(source, lang)?;
    let reader = Reader { lang, ..Reader::default() };
    for notice in &opened.notices {
        complain(&problems::notice(notice, reader));
    }
    Ok(opened)
}

/// Whoever reads may have gone (`| head`), which is no error.
fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(why) if why.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn complain(what: &str) {
    // With nobody to tell there is nothing left to do.
    let _ = writeln!(io::stderr(), "headroom: {what}");
}
