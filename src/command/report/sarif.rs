//! SARIF 2.1.0: one log with one run over all files. Columns are UTF-16 code units.

use serde::Serialize;

use super::{Checked, Outcome, region};
use crate::analysis::{Analysis, Located};
use crate::facts::Citation;
use crate::fixing;
use crate::input::{Dialect, LineIndex, Position, apply};
use crate::rules::{Fix, Rule, Severity};
use crate::words::{Language, Message, Words, words};

/// The schema’s own id.
const SCHEMA: &str = "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json";

/// Texts longer than this get no fixes: each would be written into the text once to see what it changes.
const LONGEST_WITH_FIXES: usize = 256 * 1024;

static SOURCES: Words = words("Sources", "Sources", "Fonti");
static DATED: Words = words("page of {0}", "page datée du {0}", "pagina datata {0}");
static READ: Words = words("read {0}", "consultée le {0}", "consultata il {0}");

#[derive(Debug, Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    language: &'static str,
    invocations: [Invocation<'a>; 1],
    column_kind: &'static str,
    results: Vec<ResultRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    full_name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    language: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    name: &'static str,
    short_description: Text,
    full_description: Text,
    help: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<&'static str>,
    default_configuration: Configuration,
    properties: RuleProperties,
}

#[derive(Debug, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Serialize)]
struct RuleProperties {
    basis: &'static str,
    area: &'static str,
}

/// A text, plain and with Markdown where that says more.
#[derive(Debug, Serialize)]
struct Text {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    exit_code: u8,
    tool_execution_notifications: Vec<Notification<'a>>,
}

#[derive(Debug, Serialize)]
struct Notification<'a> {
    level: &'static str,
    message: Text,
    locations: [Location<'a>; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultRecord<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<FixRecord<'a>>,
    /// Present and empty says that it is not suppressed, as the standard wants when any other is.
    suppressions: Vec<Suppression<'a>>,
    properties: ResultProperties<'a>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'a> {
    artifact_location: Artifact<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct Artifact<'a> {
    uri: &'a str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation<'a> {
    fully_qualified_name: &'a str,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// Rule, pool, place and which of several at that place: the same while lines above change.
#[derive(Debug, Serialize)]
struct Fingerprints {
    #[serde(rename = "poolplanPlace/v1")]
    place: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct FixRecord<'a> {
    description: Text,
    artifact_changes: [Change<'a>; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact<'a>,
    replacements: [Replacement; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Text,
}

/// An acceptance, which stands in the plan itself.
#[derive(Debug, Serialize)]
struct Suppression<'a> {
    kind: &'static str,
    status: &'static str,
    justification: &'a str,
}

#[derive(Debug, Serialize)]
struct ResultProperties<'a> {
    /// Which pool, of a file that holds several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pool: Option<&'a str>,
    severity: &'static str,
    basis: &'static str,
    /// When the values of the account that it rests on were read.
    #[serde(rename = "readAt", skip_serializing_if = "Option::is_none")]
    read_at: Option<String>,
    /// Why an error was marked as seen: it counts all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    seen: Option<&'a str>,
}

/// The findings about files as a SARIF log. `exit_code` is what the command ends with.
pub(in crate::command) fn sarif(files: &[Checked], language: Language, exit_code: u8) -> String {
    let mut rules: Vec<&'static Rule> = Vec::new();
    let mut results = Vec::new();
    let mut notifications = Vec::new();
    for file in files {
        match &file.outcome {
            Outcome::Judged(pools, text) => {
                for (pool, analysis) in pools {
                    let of_pool = (pool.as_deref(), analysis);
                    of_file(file, of_pool, text.as_deref(), language, &mut rules, &mut results);
                }
            }
            Outcome::Unread(reason) => notifications.push(Notification {
                level: "error",
                message: plain(reason.clone()),
                locations: [Location {
                    id: None,
                    physical_location: place(&file.uri, None),
                    logical_locations: Vec::new(),
                }],
            }),
        }
    }
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "poolplan",
                    full_name: "Batch Pool Planner",
                    version: env!("CARGO_PKG_VERSION"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    language: language.code(),
                    rules: rules.iter().map(|rule| descriptor(rule, language)).collect(),
                },
            },
            language: language.code(),
            invocations: [Invocation {
                execution_successful: notifications.is_empty(),
                exit_code,
                tool_execution_notifications: notifications,
            }],
            column_kind: "utf16CodeUnits",
            results,
        }],
    };
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn plain(text: String) -> Text {
    Text { text, markdown: None }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn descriptor(rule: &'static Rule, language: Language) -> Descriptor {
    let say = |words: &'static Words| Message::from(words).text(language);
    let why = say(&rule.why);
    let sources = SOURCES.in_language(language);
    let (mut text, mut markdown) = (format!("{why}\n\n{sources}"), format!("{why}\n\n## {sources}\n"));
    for source in rule.sources {
        let (dates, says) = (dates(source, language), say(&source.says));
        let page = source.page;
        text.push_str(&format!("\n{} – {} ({dates})\n{says}", page.title, page.url));
        markdown.push_str(&format!(
            "\n- [{}]({}) ({dates}): {says}",
            escaped(page.title),
            page.url
        ));
    }
    Descriptor {
        id: rule.id,
        name: rule.name,
        short_description: plain(say(&rule.title)),
        full_description: plain(why),
        help: Text {
            text,
            markdown: Some(markdown),
        },
        help_uri: rule.sources.first().map(|source| source.page.url),
        default_configuration: Configuration {
            level: level(rule.severity),
        },
        properties: RuleProperties {
            basis: rule.basis.name(),
            area: rule.area.name(),
        },
    }
}

/// When a page was written, if it says so, and when it was read.
fn dates(source: &Citation, language: Language) -> String {
    let read = Message::new(&READ, [source.page.read_on.into()]).text(language);
    match source.page.dated {
        Some(day) => format!("{}, {read}", Message::new(&DATED, [day.into()]).text(language)),
        None => read,
    }
}

/// A title within the square brackets of a link.
fn escaped(title: &str) -> String {
    title.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

fn of_file<'a>(
    file: &'a Checked,
    (pool, analysis): (Option<&'a str>, &'a Analysis),
    text: Option<&str>,
    language: Language,
    rules: &mut Vec<&'static Rule>,
    results: &mut Vec<ResultRecord<'a>>,
) {
    let mut met: Vec<String> = Vec::new();
    for located in &analysis.findings {
        let finding = &located.finding;
        let rule_index = rules.iter().position(|rule| rule.id == finding.rule.id);
        let rule_index = rule_index.unwrap_or_else(|| {
            rules.push(finding.rule);
            rules.len() - 1
        });
        let place_of = [finding.rule.id, pool.unwrap_or_default(), finding.place.path()].join(":");
        let nth = met.iter().filter(|other| **other == place_of).count() + 1;
        let fingerprint = format!("{place_of}:{nth}");
        met.push(place_of);
        let reason = |seen: bool| {
            let acceptance = located.acceptance.as_ref().filter(|acceptance| acceptance.seen == seen);
            acceptance.map(|acceptance| acceptance.reason.as_str())
        };
        results.push(ResultRecord {
            rule_id: finding.rule.id,
            rule_index,
            level: level(finding.severity),
            message: plain(finding.message.text(language)),
            locations: [Location {
                id: None,
                physical_location: place(&file.uri, Some(between(region(analysis, text, located)))),
                logical_locations: logical(finding.place.path()),
            }],
            related_locations: related(file, analysis, text, located),
            partial_fingerprints: Fingerprints { place: fingerprint },
            fixes: fixes(file, analysis, text, located, language),
            suppressions: reason(false)
                .map(|justification| Suppression {
                    kind: "inSource",
                    status: "accepted",
                    justification,
                })
                .into_iter()
                .collect(),
            properties: ResultProperties {
                pool,
                severity: finding.severity.name(),
                basis: finding.basis.name(),
                read_at: finding.read_at.map(|at| at.to_string()),
                seen: reason(true),
            },
        });
    }
}

fn place(uri: &str, region: Option<Region>) -> PhysicalLocation<'_> {
    PhysicalLocation {
        artifact_location: Artifact { uri },
        region,
    }
}

fn between([start, end]: [Position; 2]) -> Region {
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

/// The pointer into the plan; the document itself has none.
fn logical(path: &str) -> Vec<LogicalLocation<'_>> {
    let location = LogicalLocation {
        fully_qualified_name: path,
        kind: "member",
    };
    (!path.is_empty()).then_some(location).into_iter().collect()
}

/// Other places that have a part in it, as far as they stand in the text.
fn related<'a>(file: &'a Checked, analysis: &Analysis, text: Option<&str>, located: &'a Located) -> Vec<Location<'a>> {
    let (Some(text), Some(root)) = (text, &analysis.root) else {
        return Vec::new();
    };
    let paths = located.finding.related.iter().enumerate();
    paths
        .filter_map(|(index, path)| {
            let span = root.at(path)?.span;
            let ends = [span.start, span.end].map(|byte| analysis.lines.position(text, byte));
            Some(Location {
                id: Some(index),
                physical_location: place(&file.uri, Some(between(ends))),
                logical_locations: logical(path),
            })
        })
        .collect()
}

/// The change that mends it, where nobody has to decide about that. Only plan documents are changed where they stand.
fn fixes<'a>(
    file: &'a Checked,
    analysis: &Analysis,
    text: Option<&str>,
    located: &Located,
    language: Language,
) -> Vec<FixRecord<'a>> {
    let (Some(text), Some(fix)) = (text, located.finding.fixes.first()) else {
        return Vec::new();
    };
    let changes = text.len() <= LONGEST_WITH_FIXES && analysis.dialect == Dialect::Plan;
    if !changes || !fixing::is_safe(analysis, located) {
        return Vec::new();
    }
    let record = |replacement| FixRecord {
        description: plain(fix.title.text(language)),
        artifact_changes: [Change {
            artifact_location: Artifact { uri: &file.uri },
            replacements: [replacement],
        }],
    };
    replacement(text, &analysis.lines, fix)
        .map(record)
        .into_iter()
        .collect()
}

/// What a fix changes, as one piece of the text and what takes its place.
fn replacement(text: &str, lines: &LineIndex, fix: &Fix) -> Option<Replacement> {
    let after = apply(text, &fix.edits).ok()?;
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
    };
    let head = same(&mut text.chars().zip(after.chars()));
    let (before, after) = (text.get(head..)?, after.get(head..)?);
    let tail = same(&mut before.chars().rev().zip(after.chars().rev()));
    let ends = [head, text.len() - tail].map(|byte| lines.position(text, byte));
    Some(Replacement {
        deleted_region: between(ends),
        inserted_content: plain(after.get(..after.len() - tail)?.to_owned()),
    })
}
