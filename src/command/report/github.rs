//! Workflow commands of GitHub Actions, which show findings beside the lines they are about.

use super::{Checked, Outcome, region};
use crate::rules::Severity;
use crate::words::Language;

/// One command a finding that counts, one a line.
pub(in crate::command) fn github(files: &[Checked], language: Language) -> String {
    let mut out = String::new();
    for file in files {
        match &file.outcome {
            Outcome::Unread(reason) => command(&mut out, "error", &[("file", &file.name)], reason),
            Outcome::Judged(pools, text) => {
                let findings = pools.iter().flat_map(|(_, analysis)| {
                    let open = analysis.open().iter();
                    open.map(move |located| (analysis, located))
                });
                for (analysis, located) in findings {
                    let finding = &located.finding;
                    let [start, end] = region(analysis, text.as_deref(), located);
                    let level = match finding.severity {
                        Severity::Error => "error",
                        Severity::Warning => "warning",
                        Severity::Advice => "notice",
                    };
                    let title = format!("{} {}", finding.rule.id, finding.rule.title.in_language(language));
                    let [line, column, end_line, end_column] =
                        [start.line, start.column, end.line, end.column].map(|number| number.to_string());
                    let properties = [
                        ("file", file.name.as_str()),
                        ("line", line.as_str()),
                        ("endLine", end_line.as_str()),
                        ("col", column.as_str()),
                        ("endColumn", end_column.as_str()),
                        ("title", title.as_str()),
                    ];
                    command(&mut out, level, &properties, &finding.message.text(language));
                }
            }
        }
    }
    out
}

fn command(out: &mut String, level: &str, properties: &[(&str, &str)], message: &str) {
    out.push_str("::");
    out.push_str(level);
    for (index, (name, value)) in properties.iter().enumerate() {
        out.push(if index == 0 { ' ' } else { ',' });
        out.push_str(name);
        out.push('=');
        escape(out, value, true);
    }
    out.push_str("::");
    escape(out, message, false);
    out.push('\n');
}

/// `%` and line ends are escaped everywhere, `:` and `,` in properties as well.
fn escape(out: &mut String, text: &str, is_property: bool) {
    for letter in text.chars() {
        match letter {
            '%' => out.push_str("%25"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            ':' if is_property => out.push_str("%3A"),
            ',' if is_property => out.push_str("%2C"),
            other => out.push(other),
        }
    }
}
