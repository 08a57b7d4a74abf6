//! `poolplan rules`: the catalogue, whole or in part, for people, programs and documentation.

use std::io::Write;

use clap::ValueEnum;

use super::record::RuleRecord;
use super::{Failure, Tongue, markdown, text};
use crate::analysis::{Analysis, analyse};
use crate::model::CalendarDate;
use crate::rules::{self, Area, Difference, Rule, Severity};
use crate::words::Language;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// How to write: text for people, json for programs (one list), markdown for a page of documentation.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    tongue: Tongue,
    /// Only rules of this area: document, image, scale, network, names, machine or node-setup. May be repeated.
    #[arg(long = "area", value_name = "AREA", value_parser = area, value_delimiter = ',')]
    areas: Vec<Area>,
    /// Only rules of this severity: error, warning or advice. May be repeated.
    #[arg(long = "severity", value_name = "SEVERITY", value_parser = severity, value_delimiter = ',')]
    severities: Vec<Severity>,
    /// Only these rules, by their ids.
    #[arg(value_name = "ID")]
    ids: Vec<String>,
}

/// How the catalogue is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
    /// For a page of documentation.
    Markdown,
}

fn area(text: &str) -> Result<Area, String> {
    named(text, &Area::ALL, Area::name)
}

fn severity(text: &str) -> Result<Severity, String> {
    named(text, &Severity::ALL, Severity::name)
}

/// The one of this name; else a word on which names there are.
fn named<T: Copy>(text: &str, all: &[T], name: fn(T) -> &'static str) -> Result<T, String> {
    let names: Vec<String> = all.iter().map(|one| format!("`{}`", name(*one))).collect();
    let found = all.iter().copied().find(|one| name(*one) == text);
    found.ok_or_else(|| format!("expected one of {}", names.join(", ")))
}

impl Arguments {
    /// The rules that are asked for, in the order of the catalogue.
    fn chosen(&self) -> Result<Vec<&'static Rule>, Failure> {
        if let Some(id) = self.ids.iter().find(|id| rules::find(id).is_none()) {
            return Err(Failure::UnknownRule(id.clone()));
        }
        let is_named = |rule: &Rule| self.ids.iter().any(|id| id.eq_ignore_ascii_case(rule.id));
        let wanted = |rule: &&'static Rule| {
            (self.ids.is_empty() || is_named(rule))
                && (self.areas.is_empty() || self.areas.contains(&rule.area))
                && (self.severities.is_empty() || self.severities.contains(&rule.severity))
        };
        Ok(rules::all().filter(wanted).collect())
    }
}

pub(super) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<u8, Failure> {
    let language = arguments.tongue.language();
    let chosen = arguments.chosen()?;
    match arguments.format {
        Format::Json => {
            let records: Vec<RuleRecord> = chosen.iter().map(|rule| RuleRecord::of(rule, language)).collect();
            let json = serde_json::to_string_pretty(&records).unwrap_or_default();
            writeln!(out, "{json}")?;
        }
        Format::Markdown => write!(out, "{}", markdown::page(&chosen, language))?,
        Format::Text => {
            for rule in chosen {
                text::rule(out, rule, language)?;
            }
        }
    }
    Ok(0)
}

/// The two examples of a rule, and what running them shows.
pub(super) struct Shown {
    /// The text that breaks the rule.
    pub(super) fires: String,
    /// The nearest that does not.
    pub(super) passes: String,
    /// What tells them apart.
    pub(super) boundary: Vec<Difference>,
    /// The days on which they are judged.
    pub(super) days: [CalendarDate; 2],
    rule: &'static Rule,
    fired: Analysis,
}

impl Shown {
    /// Runs both examples.
    pub(super) fn of(rule: &'static Rule) -> Shown {
        let (fires, passes) = (rule.example.fires(), rule.example.passes());
        let run = |text: &str| analyse(text, rules::day_of(text));
        let (fired, passed) = (run(&fires), run(&passes));
        let boundary = match (&fired.root, &passed.root) {
            (Some(one), Some(other)) => rules::differences(one, other),
            _ => Vec::new(),
        };
        Shown {
            fires,
            passes,
            boundary,
            days: [fired.as_of, passed.as_of],
            rule,
            fired,
        }
    }

    /// What the rule says of the first example.
    pub(super) fn messages(&self, language: Language) -> Vec<String> {
        let own = self.fired.findings.iter().map(|located| &located.finding);
        own.filter(|finding| finding.rule.id == self.rule.id)
            .map(|finding| finding.message.text(language))
            .collect()
    }

    /// The fixes it offers there, of which each mends it.
    pub(super) fn fixes(&self, language: Language) -> Vec<String> {
        let mut own = self.fired.findings.iter().map(|located| &located.finding);
        let first = own.find(|finding| finding.rule.id == self.rule.id);
        let fixes = first.into_iter().flat_map(|finding| &finding.fixes);
        fixes.map(|fix| fix.title.text(language)).collect()
    }
}
