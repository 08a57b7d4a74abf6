//! `poolplan plan`: whatever was given, as a plan document; of several pools one, or all of them.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::pools::{Choice, PoolText, choose, pools_of};
use super::{Failure, Tongue, note, today};
use crate::analysis::{Analysis, judge_pools};
use crate::model::CalendarDate;
use crate::words::Language;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    tongue: Tongue,
    #[command(flatten)]
    choice: Choice,
    /// Write every pool of the file: one plan a line, as JSON.
    #[arg(long, conflicts_with = "pool")]
    all: bool,
    /// With --all: write each plan into a file of its own in this folder, named after its pool. Files that are there are
    /// never overwritten.
    #[arg(long, value_name = "FOLDER", requires = "all")]
    into: Option<PathBuf>,
    /// What to read; `-` is standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    let language = arguments.tongue.language();
    let (text, pools) = pools_of(&arguments.file, language)?;
    if !arguments.all {
        let one = choose(&arguments.file, pools, arguments.choice.pool.as_deref())?;
        out.write_all(one.plan(&arguments.file, &text, language)?.as_bytes())?;
        tell(&arguments.file, &text, &one, language);
        return Ok(0);
    }
    let mut taken: Vec<String> = Vec::new();
    for one in &pools {
        let plan = one.plan(&arguments.file, &text, language)?;
        match &arguments.into {
            Some(folder) => {
                let path = folder.join(file_name(one, &mut taken));
                write_new(&path, &plan)?;
                note(&path.display().to_string());
            }
            None => match crate::input::parse(&plan) {
                Ok(node) => writeln!(out, "{}", node.to_json())?,
                Err(_) => continue,
            },
        }
        tell(&arguments.file, &text, one, language);
    }
    Ok(0)
}

/// Writes a file that is not there yet.
fn write_new(path: &Path, plan: &str) -> Result<(), Failure> {
    let create = || {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut file = std::fs::File::create_new(path)?;
        file.write_all(plan.as_bytes())
    };
    create().map_err(|reason| Failure::Unwritable {
        path: path.to_owned(),
        reason,
    })
}

/// A name of a file for a pool: of its own name what every file system takes, and a number when that is taken.
fn file_name(one: &PoolText, taken: &mut Vec<String>) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let base: String = one
        .label()
        .chars()
        .map(|c| if plain(c) { c } else { '_' })
        .take(64)
        .collect();
    let mut name = base.clone();
    let mut number = 1;
    while taken.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
        number += 1;
        name = format!("{base}-{number}");
    }
    taken.push(name.clone());
    name + ".plan.jsonc"
}

/// Says on standard error what was moved, left out or is not known, each with its place. What is wrong with the plan,
/// `check` says.
fn tell(path: &Path, text: &str, one: &PoolText, language: Language) {
    let lines = crate::input::LineIndex::new(text);
    for each in &one.pool.reading.notes {
        let position = lines.position(text, each.span.start);
        let said = crate::rules::document::said(each).text(language);
        note(&format!(
            "{}:{}:{}: {said}",
            path.display(),
            position.line,
            position.column
        ));
    }
}

/// The analysis and the plan text of one pool of a file, or why it is none.
pub(super) fn document(path: &Path, pool: Option<&str>, language: Language) -> Result<(Analysis, String), Failure> {
    document_as_of(path, pool, language, today())
}

/// The same, judged as of a day.
pub(super) fn document_as_of(
    path: &Path,
    pool: Option<&str>,
    language: Language,
    as_of: CalendarDate,
) -> Result<(Analysis, String), Failure> {
    let (text, pools) = pools_of(path, language)?;
    let one = choose(path, pools, pool)?;
    let plan = match one.only {
        // What can be read at every keystroke is worked on as it is.
        true if one.read_at_once => text.to_string(),
        _ => one.plan(path, &text, language)?,
    };
    let judged = judge_pools(&text, vec![one.pool], as_of).pop();
    judged
        .map(|(_, analysis)| (analysis, plan))
        .ok_or_else(|| Failure::NoPool { path: path.to_owned() })
}
