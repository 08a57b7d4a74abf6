//! `poolplan check`: the findings about files.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::pools::{Choice, choose, numbered};
use super::record::FileRecord;
use super::{Failure, Format, HAS_ERRORS, Tongue, UNREADABLE, complain, read, text, today};
use crate::analysis::{Analysis, Counts, analyse_bytes, judge_pools};
use crate::input::{self, Pool};
use crate::model::CalendarDate;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// How to write: text for people, json for programs (one object a line for each file).
    #[arg(long, value_enum, default_value_t)]
    format: Format,
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
        let judged = read(path).and_then(|bytes| judged(path, &bytes, arguments.choice.pool.as_deref(), as_of));
        let judged = match judged {
            Ok(judged) => judged,
            Err(failure) => {
                complain(&failure);
                code = UNREADABLE;
                if arguments.format == Format::Json {
                    writeln!(out, "{}", FileRecord::not_there(&file).to_line())?;
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
                Format::Json => {
                    let record = FileRecord::of(&file, pool.as_deref(), analysis, language);
                    writeln!(out, "{}", record.to_line())?;
                }
                Format::Text => {
                    if let Some(pool) = pool {
                        text::pool(out, pool, counts, language)?;
                    }
                    text::findings(out, &file, analysis, language)?;
                }
            }
        }
    }
    if arguments.format == Format::Text {
        text::summary(out, total, language)?;
    }
    Ok(code)
}

/// What is said of a file; of one with several pools, of each, or of the one that is wanted.
fn judged(
    path: &Path,
    bytes: &[u8],
    wanted: Option<&str>,
    as_of: CalendarDate,
) -> Result<Vec<(Option<String>, Analysis)>, Failure> {
    let text = input::decode(bytes).unwrap_or_default();
    let reading = input::read(&text);
    let several = input::other_pools(&text, &reading).filter(|pools| pools.len() > 1);
    let mut pools = match (several, wanted) {
        (Some(pools), _) => numbered(pools),
        (None, Some(_)) => {
            // Of a file with one pool, the name must be that pool's.
            let pools = numbered(input::pools(&text));
            if pools.iter().any(|one| one.pool.reading.root.is_err()) {
                return Ok(vec![(None, analyse_bytes(bytes, as_of).0)]);
            }
            pools
        }
        (None, None) => return Ok(vec![(None, analyse_bytes(bytes, as_of).0)]),
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
    Ok(labels.into_iter().zip(analyses).collect())
}
