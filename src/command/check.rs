//! `poolplan check`: the findings about files.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::pools::{Choice, choose, numbered};
use super::record::FileRecord;
use super::report::{self, Checked, Outcome};
use super::{Failure, HAS_ERRORS, Tongue, UNREADABLE, complain, read, text, today};
use crate::analysis::{Analysis, Counts, analyse_bytes, judge_pools};
use crate::input::{self, Pool};
use crate::model::CalendarDate;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// How to write: text for people, json for programs (one object a line for each file), or as other programs take it.
    #[arg(long, value_enum, default_value_t)]
    format: Form,
    #[command(flatten)]
    tongue: Tongue,
    #[command(flatten)]
    choice: Choice,
    /// Judge as of this day (YYYY-MM-DD) instead of today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<CalendarDate>,
    /// Files to check; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people.
    #[default]
    Text,
    /// For programs: one object a line for each file.
    Json,
    /// SARIF 2.1.0: one log for all files.
    Sarif,
    /// JUnit's XML: a test suite a file, a test case a finding. Errors fail; warnings and advice are skipped tests.
    Junit,
    /// Workflow commands of GitHub Actions.
    Github,
    /// The findings report as Markdown: one for all files.
    Markdown,
    /// The findings report as an HTML document that needs nothing else and prints well.
    Html,
}

pub(super) fn day(text: &str) -> Result<CalendarDate, String> {
    CalendarDate::parse(text).ok_or_else(|| "expected a day such as `2026-11-21`".to_owned())
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    let language = arguments.tongue.language();
    let as_of = arguments.as_of.unwrap_or_else(today);
    let mut code = 0;
    let mut total = Counts::default();
    let mut checked = Vec::new();
    for path in &arguments.files {
        let file = path.display().to_string();
        let judged = read(path).and_then(|bytes| judged(path, &bytes, arguments.choice.pool.as_deref(), as_of));
        let (judged, text) = match judged {
            Ok(judged) => judged,
            Err(failure) => {
                complain(&failure);
                code = UNREADABLE;
                match arguments.format {
                    Form::Text => {}
                    Form::Json => writeln!(out, "{}", FileRecord::not_there(&file).to_line())?,
                    _ => checked.push(named(path, Outcome::Unread(failure.to_string()))),
                }
                continue;
            }
        };
        for (pool, analysis) in &judged {
            let counts = analysis.counts();
            let own = match (&analysis.root, counts.errors) {
                (None, _) => UNREADABLE,
                (Some(_), 0) => 0,
                (Some(_), _) => HAS_ERRORS,
            };
            code = code.max(own);
            total.errors += counts.errors;
            total.warnings += counts.warnings;
            total.advice += counts.advice;
            total.accepted += counts.accepted;
            match arguments.format {
                Form::Json => {
                    let record = FileRecord::of(&file, pool.as_deref(), analysis, language);
                    writeln!(out, "{}", record.to_line())?;
                }
                Form::Text => {
                    if let Some(pool) = pool {
                        text::pool(out, pool, counts, language)?;
                    }
                    text::findings(out, &file, analysis, language)?;
                }
                _ => {}
            }
        }
        if !matches!(arguments.format, Form::Text | Form::Json) {
            checked.push(named(path, Outcome::Judged(judged, text)));
        }
    }
    match arguments.format {
        Form::Text => text::summary(out, total, language)?,
        Form::Json => {}
        Form::Sarif => out.write_all(report::sarif(&checked, language, code).as_bytes())?,
        Form::Junit => out.write_all(report::junit(&checked, language).as_bytes())?,
        Form::Github => out.write_all(report::github(&checked, language).as_bytes())?,
        Form::Markdown => out.write_all(report::markdown(&checked, language).as_bytes())?,
        Form::Html => out.write_all(report::html(&checked, language).as_bytes())?,
    }
    Ok(code)
}

/// What was found about the pools of a file, with their names where it holds several, and its text.
type Judged = (Vec<(Option<String>, Analysis)>, Option<String>);

/// What is said of a file; of one with several pools, of each, or of the one that is wanted.
fn judged(path: &Path, bytes: &[u8], wanted: Option<&str>, as_of: CalendarDate) -> Result<Judged, Failure> {
    let decoded = input::decode(bytes).ok();
    let whole = || {
        let (analysis, text) = analyse_bytes(bytes, as_of);
        Ok((vec![(None, analysis)], text.map(|text| text.to_string())))
    };
    let text = decoded.unwrap_or_default();
    let reading = input::read(&text);
    let several = input::other_pools(&text, &reading).filter(|pools| pools.len() > 1);
    let mut pools = match (several, wanted) {
        (Some(pools), _) => numbered(pools),
        (None, Some(_)) => {
            // Of a file with one pool, the name must be that pool's.
            let pools = numbered(input::pools(&text));
            if pools.iter().any(|one| one.pool.reading.root.is_err()) {
                return whole();
            }
            pools
        }
        (None, None) => return whole(),
    };
    if wanted.is_some() {
        pools = vec![choose(path, pools, wanted)?];
    }
    let named = pools.into_iter().map(|one| {
        let label = (!one.only).then(|| one.label());
        (label, one.pool)
    });
    let (labels, pools): (Vec<Option<String>>, Vec<Pool>) = named.unzip();
    let analyses = judge_pools(&text, pools, as_of)
        .into_iter()
        .map(|(_, analysis)| analysis);
    Ok((labels.into_iter().zip(analyses).collect(), Some(text.to_string())))
}

/// What came of a file, under the name by which a repository knows it: relative to the folder where the command runs.
fn named(path: &Path, outcome: Outcome) -> Checked {
    let here = std::env::current_dir().ok();
    let below = here.and_then(|here| path.strip_prefix(here).ok());
    let path = below.unwrap_or(path);
    let (name, bytes) = (path.display().to_string(), path.as_os_str().as_encoded_bytes());
    // Elsewhere a backslash is a letter like any other.
    let (name, bytes) = if cfg!(windows) {
        let slash = |byte: &u8| if *byte == b'\\' { b'/' } else { *byte };
        (name.replace('\\', "/"), bytes.iter().map(slash).collect())
    } else {
        (name, bytes.to_vec())
    };
    Checked {
        uri: report::uri(if path.as_os_str() == "-" { b"stdin" } else { &bytes }),
        name,
        outcome,
    }
}
