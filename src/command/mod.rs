//! The native command `poolplan`: reads arguments and files, writes texts. What is true of a plan it asks the library.

mod bundle;
mod check;
mod diff;
mod emit;
mod explain;
mod fix;
mod link;
mod markdown;
mod names;
mod plan;
mod pools;
mod practice;
mod record;
mod report;
mod rules;
mod text;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Parser, Subcommand, ValueEnum};

use crate::model::CalendarDate;
use crate::words::Language;

/// Checks Azure Batch pool plans against Microsoft's documented limits and writes the requests that create them.
#[derive(Debug, Parser)]
#[command(name = "poolplan", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check plans, request bodies, requests, C# samples, templates and whatever else pools are written in; of a file with
    /// several pools, all of them. Exits with 0 without errors, 1 with errors, 2 when a file cannot be read.
    Check(check::Arguments),
    /// Make the fixes that nobody has to decide about. Exits with 0; with --diff, 1 when something would change; 2 when the
    /// file cannot be read or written.
    Fix(fix::Arguments),
    /// Write the request of a plan in another form.
    Emit(emit::Arguments),
    /// Tell what members of the pool are called on every surface, and how their values are written there. Exits with 0, with
    /// 1 when nothing has the name that was asked for, 2 when the file cannot be read.
    Names(names::Arguments),
    /// Tell what differs between two plans by meaning, and which findings come and go. Exits with 0 when they mean the same,
    /// 1 when not, 2 when one cannot be read.
    Diff(diff::Arguments),
    /// Explain what Azure answered: a body, `resizeErrors`, a log. Exits with 0 when all of it is known, 1 when not, 2 when
    /// a file cannot be read.
    Explain(explain::Arguments),
    /// List every rule with its reasons and sources.
    Rules(rules::Arguments),
    /// Turn whatever was given into a plan document; of several pools one, or all of them.
    Plan(plan::Arguments),
    /// Write a plan as a link that holds it, without secrets, or open such a link. What the link leaves out is named on
    /// standard error.
    Link(link::Arguments),
    /// Write the plan, every output, the findings and the link into one archive, without secrets. What was taken out is
    /// named on standard error. Exits with 0, or with 2 when the archive cannot be written or is there already.
    Bundle(bundle::Arguments),
    /// Serve a simulated Batch account over HTTP, on this machine only, for tests, classes and pipelines. Writes its address
    /// on standard output and runs until it is interrupted. Exits with 0, or with 2 when it cannot start.
    Practice(practice::Arguments),
}

/// How output is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// The language of what is written.
#[derive(Clone, Copy, Debug, clap::Args)]
struct Tongue {
    /// Language: en, fr or it. Else that of LC_ALL, LC_MESSAGES or LANG; else English.
    #[arg(long = "lang", value_name = "LANG", value_parser = language)]
    chosen: Option<Language>,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| "expected `en`, `fr` or `it`".to_owned())
}

impl Tongue {
    fn language(self) -> Language {
        let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let of_system = || {
            let value = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set)?;
            Language::from_tag(value.split('.').next().unwrap_or_default())
        };
        self.chosen.or_else(of_system).unwrap_or_default()
    }
}

/// Why the command could not do its work.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// A file cannot be opened or read.
    #[error("cannot read `{}`: {reason}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// The text is in none of the forms that can be read.
    #[error("cannot read the text of `{}`: {reason}", path.display())]
    NotAPlan {
        /// The file.
        path: PathBuf,
        /// The finding, as one line.
        reason: String,
    },
    /// What was given is no plan document that could be written back.
    #[error("cannot write `{}` back: {}", path.display(), not_writable(*is_stream))]
    NotWritable {
        /// The file.
        path: PathBuf,
        /// Whether it is standard input.
        is_stream: bool,
    },
    /// There is no pool to write.
    #[error("`{}` has no pool", path.display())]
    NoPool {
        /// The file.
        path: PathBuf,
    },
    /// Nobody said which pool is meant, or there is none of that name.
    #[error("cannot choose a pool of `{}`: {reason}\n  {names}", path.display())]
    WhichPool {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: &'static str,
        /// The numbers and names of its pools, one a line.
        names: String,
    },
    /// A file cannot be written.
    #[error("cannot write `{}`: {reason}", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// No output has this id.
    #[error("there is no output `{0}`; `poolplan emit --list` names them all")]
    UnknownOutput(String),
    /// No member has this name.
    #[error("no member of a pool is called `{0}`")]
    UnknownMember(String),
    /// No rule has this id.
    #[error("there is no rule `{0}`; `poolplan rules` lists them all")]
    UnknownRule(String),
    /// A link cannot be made or opened.
    #[error("{0}")]
    BrokenLink(crate::link::Broken),
    /// A fault is not written as faults are.
    #[error("{0}")]
    BadFault(String),
    /// A folder holds no built app.
    #[error("cannot serve `{}`: {reason}; it must hold a built app with its `index.html`", path.display())]
    NoSite {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// The port is taken, or not allowed.
    #[error("cannot listen on port {port}: {reason}")]
    NoPort {
        /// The port.
        port: u16,
        /// What the system says.
        reason: io::Error,
    },
    /// What was written could not be.
    #[error("cannot write: {0}")]
    Output(#[from] io::Error),
}

fn not_writable(is_stream: bool) -> &'static str {
    if is_stream {
        "standard input is no file"
    } else {
        "it is no plan document; `poolplan plan` makes it one"
    }
}

impl Failure {
    fn code(&self) -> u8 {
        match self {
            Failure::NoPool { .. } | Failure::UnknownMember(_) => HAS_ERRORS,
            _ => UNREADABLE,
        }
    }
}

/// Exit code: something was found that the service would refuse, or an error that is not known.
const HAS_ERRORS: u8 = 1;
/// Exit code: something would change.
const HAS_CHANGES: u8 = 1;
/// Exit code: a file could not be read, or the command was used wrongly.
const UNREADABLE: u8 = 2;

/// Reads the arguments of the process, does the work, and gives the exit code.
pub fn run() -> ExitCode {
    // clap answers `--help` with 0 and wrong usage with 2 by itself.
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Nothing can be done when even this cannot be written.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(UNREADABLE));
        }
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let done = match &arguments.command {
        Command::Check(arguments) => check::run(arguments, &mut out),
        Command::Fix(arguments) => fix::run(arguments, &mut out),
        Command::Emit(arguments) => emit::run(arguments, &mut out),
        Command::Names(arguments) => names::run(arguments, &mut out),
        Command::Diff(arguments) => diff::run(arguments, &mut out),
        Command::Explain(arguments) => explain::run(arguments, &mut out),
        Command::Rules(arguments) => rules::run(arguments, &mut out),
        Command::Plan(arguments) => plan::run(arguments, &mut out),
        Command::Link(arguments) => link::run(arguments, &mut out),
        Command::Bundle(arguments) => bundle::run(arguments, &mut out),
        Command::Practice(arguments) => practice::run(arguments, &mut out),
    };
    match done.and_then(|code| Ok(out.flush().map(|()| code)?)) {
        Ok(code) => ExitCode::from(code),
        // The reader has seen enough: not worth a word.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(failure.code())
        }
    }
}

/// Says on standard error what went wrong.
fn complain(failure: &Failure) {
    note(&format!("poolplan: {failure}"));
}

/// A line on standard error. When nobody listens there, nothing is lost.
fn note(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// The bytes of a file; `-` is standard input.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let bytes = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    bytes.map_err(|reason| Failure::Unreadable {
        path: path.to_owned(),
        reason,
    })
}

/// The day of the clock, in UTC.
fn today() -> CalendarDate {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    CalendarDate::from_days_since_1970(i64::try_from(seconds / 86_400).unwrap_or(0))
}
