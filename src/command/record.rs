//! What programs read: one JSON object for each file or rule. Names are fixed; new ones may be added.

use serde::Serialize;
use serde_json::value::RawValue;

use super::rules::Shown;
use crate::analysis::{Analysis, Counts, Located};
use crate::facts::Citation;
use crate::fixing;
use crate::rules::{self, Rule};
use crate::words::{Language, Message, Words};

/// What `check` says about one file.
#[derive(Debug, Serialize)]
pub(super) struct FileRecord<'a> {
    file: &'a str,
    /// Which pool, of a file that holds several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pool: Option<&'a str>,
    outcome: &'static str,
    findings: Vec<FindingRecord<'a>>,
    summary: Summary,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct Summary {
    errors: usize,
    warnings: usize,
    advice: usize,
    accepted: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct FindingRecord<'a> {
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    basis: &'static str,
    #[serde(rename = "readAt")]
    read_at: Option<String>,
    path: &'a str,
    line: usize,
    column: usize,
    message: String,
    why: String,
    sources: Vec<SourceRecord>,
    fix: Option<FixRecord>,
    accepted: Option<ReasonRecord<'a>>,
    seen: Option<ReasonRecord<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SourceRecord {
    title: &'static str,
    url: &'static str,
    dated: Option<String>,
    read_on: String,
    says: String,
}

#[derive(Debug, Serialize)]
struct FixRecord {
    title: String,
    safe: bool,
}

/// Why somebody accepted a finding, or marked an error as seen.
#[derive(Debug, Serialize)]
struct ReasonRecord<'a> {
    reason: &'a str,
}

/// One rule, as `rules` lists it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RuleRecord {
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    basis: &'static str,
    area: &'static str,
    area_title: String,
    title: String,
    why: String,
    fields: &'static [&'static str],
    api_versions: Option<Versions>,
    fixes: Vec<String>,
    boundary: Vec<DifferenceRecord>,
    sources: Vec<SourceRecord>,
    disagreements: Vec<String>,
    example: Examples,
}

#[derive(Debug, Serialize)]
struct Versions {
    from: &'static str,
    to: &'static str,
}

/// A member in which the two examples differ; `null` where it is absent.
#[derive(Debug, Serialize)]
struct DifferenceRecord {
    path: String,
    fires: Option<Box<RawValue>>,
    passes: Option<Box<RawValue>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Examples {
    fires: String,
    passes: String,
    fires_as_of: String,
    passes_as_of: String,
}

impl Summary {
    /// What was counted.
    pub(super) fn of(counts: Counts) -> Summary {
        Summary {
            errors: counts.errors,
            warnings: counts.warnings,
            advice: counts.advice,
            accepted: counts.accepted,
        }
    }
}

impl<'a> FileRecord<'a> {
    /// A file that was analysed.
    pub(super) fn of(
        file: &'a str,
        pool: Option<&'a str>,
        analysis: &'a Analysis,
        language: Language,
    ) -> FileRecord<'a> {
        FileRecord {
            file,
            pool,
            outcome: if analysis.root.is_some() {
                "checked"
            } else {
                "unreadable"
            },
            findings: analysis
                .findings
                .iter()
                .map(|located| FindingRecord::of(analysis, located, language))
                .collect(),
            summary: Summary::of(analysis.counts()),
        }
    }

    /// A file that could not be opened.
    pub(super) fn not_there(file: &'a str) -> FileRecord<'a> {
        FileRecord {
            file,
            pool: None,
            outcome: "unreadable",
            findings: Vec::new(),
            summary: Summary::default(),
        }
    }

    /// The record as one line.
    pub(super) fn to_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl<'a> FindingRecord<'a> {
    pub(super) fn of(analysis: &Analysis, located: &'a Located, language: Language) -> FindingRecord<'a> {
        let finding = &located.finding;
        let reason = |seen: bool| {
            let acceptance = located
                .acceptance
                .as_ref()
                .filter(|acceptance| acceptance.seen == seen)?;
            Some(ReasonRecord {
                reason: &acceptance.reason,
            })
        };
        FindingRecord {
            rule: finding.rule.id,
            name: finding.rule.name,
            severity: finding.severity.name(),
            basis: finding.basis.name(),
            read_at: finding.read_at.map(|at| at.to_string()),
            path: finding.place.path(),
            line: located.position.line,
            column: located.position.column,
            message: finding.message.text(language),
            why: finding.reason().text(language),
            sources: sources(finding.sources, language),
            fix: finding.fixes.first().map(|fix| FixRecord {
                title: fix.title.text(language),
                safe: fixing::is_safe(analysis, located),
            }),
            accepted: reason(false),
            seen: reason(true),
        }
    }
}

impl RuleRecord {
    /// The record of a rule.
    pub(super) fn of(rule: &'static Rule, language: Language) -> RuleRecord {
        let say = |words: &'static Words| Message::from(words).text(language);
        let shown = Shown::of(rule);
        let [fires_on, passes_on] = shown.days;
        let raw = |json: Option<String>| json.and_then(|json| RawValue::from_string(json).ok());
        RuleRecord {
            rule: rule.id,
            name: rule.name,
            severity: rule.severity.name(),
            basis: rule.basis.name(),
            area: rule.area.name(),
            area_title: say(rule.area.title()),
            title: say(&rule.title),
            why: say(&rule.why),
            fields: rule.fields,
            api_versions: rule.versions.map(|(from, to)| Versions {
                from: from.name(),
                to: to.name(),
            }),
            fixes: shown.fixes(language),
            boundary: shown
                .boundary
                .into_iter()
                .map(|one| DifferenceRecord {
                    path: one.path,
                    fires: raw(one.fires),
                    passes: raw(one.passes),
                })
                .collect(),
            sources: sources(rule.sources, language),
            disagreements: rules::disagreements(rule)
                .map(|disagreement| say(&disagreement.says))
                .collect(),
            example: Examples {
                fires: shown.fires,
                passes: shown.passes,
                fires_as_of: fires_on.to_string(),
                passes_as_of: passes_on.to_string(),
            },
        }
    }
}

pub(super) fn sources(citations: &'static [Citation], language: Language) -> Vec<SourceRecord> {
    let record = |citation: &'static Citation| SourceRecord {
        title: citation.page.title,
        url: citation.page.url,
        dated: citation.page.dated.map(|day| day.to_string()),
        read_on: citation.page.read_on.to_string(),
        says: Message::from(&citation.says).text(language),
    };
    citations.iter().map(record).collect()
}
