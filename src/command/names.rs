//! `poolplan names`: the same thing by its other names.

use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;

use super::plan::document;
use super::pools::Choice;
use super::{Failure, Format, Tongue, text};
use crate::arm::PutPool;
use crate::emit::names::{self, Names, OtherName};
use crate::words::Language;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Only this member: a pointer, a dotted path or a bare name such as nodeAgentSkuId, in any letter case, by any of its
    /// names. All members that it fits. Without it, every member that the plan sets.
    #[arg(long, value_name = "NAME")]
    member: Option<String>,
    /// How to write: text for people, json for programs (one object a member, one a line).
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    tongue: Tongue,
    #[command(flatten)]
    choice: Choice,
    /// The plan; `-` is standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// One member. Names are fixed; new ones may be added.
#[derive(Debug, Serialize)]
struct MemberRecord<'a> {
    member: &'a str,
    names: Vec<NameRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct NameRecord<'a> {
    surface: &'static str,
    title: &'static str,
    name: Option<&'a str>,
    value: Option<&'a str>,
    notes: Vec<String>,
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    let language = arguments.tongue.language();
    let path = &arguments.file;
    let (analysis, _) = document(path, arguments.choice.pool.as_deref(), language)?;
    let plan = analysis.plan();
    let request = plan.as_ref().and_then(PutPool::of);
    let request = request.ok_or_else(|| Failure::NoPool { path: path.clone() })?;
    let members = match &arguments.member {
        Some(member) => names::find(&request, member),
        None => names::members(&request, usize::MAX),
    };
    if let Some(member) = arguments.member.as_ref().filter(|_| members.is_empty()) {
        return Err(Failure::UnknownMember(member.clone()));
    }
    let names = Names::of(&request);
    for (index, member) in members.iter().enumerate() {
        let rows = names.at(member);
        match arguments.format {
            Format::Json => {
                let record = MemberRecord {
                    member,
                    names: rows.iter().map(|row| NameRecord::of(row, language)).collect(),
                };
                writeln!(out, "{}", serde_json::to_string(&record).unwrap_or_default())?;
            }
            Format::Text => {
                if index > 0 {
                    writeln!(out)?;
                }
                tell(out, member, &rows, language)?;
            }
        }
    }
    Ok(0)
}

impl<'a> NameRecord<'a> {
    fn of(row: &'a OtherName, language: Language) -> NameRecord<'a> {
        NameRecord {
            surface: row.surface,
            title: row.title.in_language(language),
            name: row.name.as_deref(),
            value: row.value.as_deref(),
            notes: row.notes.iter().map(|note| note.text(language)).collect(),
        }
    }
}

/// The pointer, and below it surfaces, names and values in columns, each note on a line of its own.
fn tell(out: &mut impl Write, member: &str, rows: &[OtherName], language: Language) -> io::Result<()> {
    writeln!(out, "{}", text::on_one_line(member))?;
    let title = |row: &OtherName| row.title.in_language(language);
    let widest = rows
        .iter()
        .map(|row| title(row).chars().count())
        .max()
        .unwrap_or_default();
    for row in rows {
        let name = row.name.as_deref().unwrap_or("—");
        write!(out, "  {:widest$}  {}", title(row), text::on_one_line(name))?;
        match &row.value {
            Some(value) => writeln!(out, " = {}", text::on_one_line(value))?,
            None => writeln!(out)?,
        }
        for note in &row.notes {
            writeln!(out, "  {:widest$}  ({})", "", text::on_one_line(&note.text(language)))?;
        }
    }
    Ok(())
}
