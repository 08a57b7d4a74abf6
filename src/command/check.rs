//! `poolplan check`: the findings about files.

use std::io::Write;
use std::path::PathBuf;

use super::record::FileRecord;
use super::{Failure, Format, HAS_ERRORS, Tongue, UNREADABLE, complain, read, text, today};
use crate::analysis::{Counts, analyse_bytes};
use crate::model::CalendarDate;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// How to write: text for people, json for programs (one object a line for each file).
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    tongue: Tongue,
    /// Judge as of this day (YYYY-MM-DD) instead of today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<CalendarDate>,
    /// Files to check; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub(super) fn day(text: &str) -> Result<CalendarDate, String> {
    CalendarDate::parse(text).ok_or_else(|| "expected a day such as `2026-11-21`".to_owned())
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    let language = arguments.tongue.language();
    let as_of = arguments.as_of.unwrap_or_else(today);
    let mut code = 0;
    let mut total = Counts::default();
    for path in &arguments.files {
        let file = path.display().to_string();
        let analysis = match read(path) {
            Ok(bytes) => analyse_bytes(&bytes, as_of).0,
            Err(failure) => {
                complain(&failure);
                code = UNREADABLE;
                if arguments.format == Format::Json {
                    writeln!(out, "{}", FileRecord::not_there(&file).to_line())?;
                }
                continue;
            }
        };
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
            Format::Json => writeln!(out, "{}", FileRecord::of(&file, &analysis, language).to_line())?,
            Format::Text => text::findings(out, &file, &analysis, language)?,
        }
    }
    if arguments.format == Format::Text {
        text::summary(out, total, language)?;
    }
    Ok(code)
}
