//! `poolplan plan`: whatever was given, as a plan document.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Failure, Tongue, note, read, today};
use crate::analysis::{Analysis, analyse_bytes};
use crate::input::to_plan_text;
use crate::model::CalendarDate;
use crate::words::Language;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    tongue: Tongue,
    /// What to read; `-` is standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    let language = arguments.tongue.language();
    let (analysis, text) = document(&arguments.file, language)?;
    if let Ok(plan) = to_plan_text(&text) {
        out.write_all(plan.as_bytes())?;
    }
    // How it was read is all that matters here; what is wrong with it, `check` says.
    for located in &analysis.findings {
        if located.finding.rule.id == MOVED {
            note(&located.finding.message.text(language));
        }
    }
    Ok(0)
}

/// The rule that tells what reading moved or left out.
const MOVED: &str = "AB0007";

/// The analysis and the text of a file, or why it is none.
pub(super) fn document(path: &Path, language: Language) -> Result<(Analysis, String), Failure> {
    document_as_of(path, language, today())
}

/// The same, judged as of a day.
pub(super) fn document_as_of(
    path: &Path,
    language: Language,
    as_of: CalendarDate,
) -> Result<(Analysis, String), Failure> {
    let bytes = read(path)?;
    let (analysis, text) = analyse_bytes(&bytes, as_of);
    match (&analysis.root, text) {
        (Some(_), Some(text)) => Ok((analysis, text.to_owned())),
        _ => {
            let first = analysis.findings.first().map(|located| {
                let (position, message) = (located.position, located.finding.message.text(language));
                format!("{}:{}: {message}", position.line, position.column)
            });
            Err(Failure::NotAPlan {
                path: path.to_owned(),
                reason: first.unwrap_or_default(),
            })
        }
    }
}
