//! `poolplan fix`: makes the fixes that nobody has to decide about.

use std::io::Write;
use std::path::PathBuf;

use super::check::day;
use super::plan::document;
use super::pools::Choice;
use super::{Failure, HAS_CHANGES, Tongue, note, today};
use crate::fixing::{self, WhyLeft};
use crate::input::Dialect;
use crate::model::CalendarDate;
use crate::words::{Words, words};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Show what would change as a unified diff, and exit with 1 when something would.
    #[arg(long, conflicts_with = "write")]
    diff: bool,
    /// Write the plan back into its file instead of standard output.
    #[arg(long)]
    write: bool,
    #[command(flatten)]
    tongue: Tongue,
    #[command(flatten)]
    choice: Choice,
    /// Judge as of this day (YYYY-MM-DD) instead of today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<CalendarDate>,
    /// The plan; `-` is standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

static FIXED: Words = words("fixed", "corrigé", "corretto");
static LEFT: Words = words("left", "laissé", "lasciato");

/// Why a finding was left; advice is left without a word.
fn why(why: WhyLeft) -> Option<&'static Words> {
    Some(match why {
        WhyLeft::Advice => return None,
        WhyLeft::Seen => &const { words("it was marked as seen", "marqué comme vu", "contrassegnato come visto") },
        WhyLeft::Choice => {
            &const {
                words(
                    "there are several ways to mend it",
                    "plusieurs corrections sont possibles",
                    "sono possibili più correzioni",
                )
            }
        }
        WhyLeft::Account => {
            &const {
                words(
                    "only the account can tell",
                    "seul le compte permet de le savoir",
                    "solo l’account può dirlo",
                )
            }
        }
        WhyLeft::Decision => {
            &const {
                words(
                    "this is for a person to decide",
                    "c’est à une personne d’en décider",
                    "spetta a una persona decidere",
                )
            }
        }
        WhyLeft::Tried => {
            &const {
                words(
                    "tried, but the plan would be no better",
                    "essayé, mais le plan n’en serait pas meilleur",
                    "provato, ma il piano non sarebbe migliore",
                )
            }
        }
    })
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    let language = arguments.tongue.language();
    let (analysis, text) = document(&arguments.file, arguments.choice.pool.as_deref(), language)?;
    let name = arguments.file.display().to_string();
    let is_stream = arguments.file.as_os_str() == "-";
    if arguments.write && (is_stream || analysis.dialect != Dialect::Plan) {
        return Err(Failure::NotWritable {
            path: arguments.file.clone(),
            is_stream,
        });
    }
    let as_of = arguments.as_of.unwrap_or_else(today);
    // A text that could be read above can be read again.
    let Some(fixes) = fixing::safe_fixes(&text, as_of) else {
        return Ok(0);
    };
    for applied in &fixes.applied {
        let (message, title) = (applied.message.text(language), applied.title.text(language));
        note(&format!(
            "{name}:{} {} {} {message} {title}",
            applied.line,
            FIXED.in_language(language),
            applied.rule
        ));
    }
    for (left, reason) in fixes.left() {
        if let Some(why) = why(reason) {
            let (message, why) = (left.finding.message.text(language), why.in_language(language));
            note(&format!(
                "{name}:{} {} {} {message} ({why})",
                left.position.line,
                LEFT.in_language(language),
                left.finding.rule.id
            ));
        }
    }
    let changes = fixes.before != fixes.after;
    if arguments.diff {
        out.write_all(fixes.to_unified(&name).as_bytes())?;
        return Ok(if changes { HAS_CHANGES } else { 0 });
    }
    if !arguments.write {
        out.write_all(fixes.after.as_bytes())?;
    } else if changes {
        std::fs::write(&arguments.file, &fixes.after)?;
    }
    Ok(0)
}
