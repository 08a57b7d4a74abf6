//! `poolplan rules`: the catalogue.

use std::io::Write;

use super::record::RuleRecord;
use super::{Failure, Format, Tongue, text};
use crate::rules;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// How to write: text for people, json for programs (one list).
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    tongue: Tongue,
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    let language = arguments.tongue.language();
    match arguments.format {
        Format::Json => {
            let records: Vec<RuleRecord> = rules::all().map(|rule| RuleRecord::of(rule, language)).collect();
            let json = serde_json::to_string_pretty(&records).unwrap_or_default();
            writeln!(out, "{json}")?;
        }
        Format::Text => {
            for rule in rules::all() {
                text::rule(out, rule, language)?;
            }
        }
    }
    Ok(0)
}
