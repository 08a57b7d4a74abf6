//! Code with numbers, colours and marks.

use leptos::prelude::*;

use crate::ui::dom::{Done, View, el};

use crate::emit::{Syntax, highlight};
use crate::model::Sorted;
use crate::rules::Severity;

/// Of longer texts only the beginning is shown: nobody reads them here, and the page must answer.
const MOST: usize = 60_000;

/// What is special about one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeLine {
    /// Added by the last change.
    pub changed: bool,
    /// The heaviest finding on it.
    pub severity: Option<Severity>,
    /// Ranges of bytes within the line that a finding is about.
    pub marks: Vec<(std::ops::Range<usize>, Severity)>,
    /// The caret stands here.
    pub here: bool,
}

/// Marks the lines of `text` that `before` does not have.
pub fn lines_of(text: &str, before: Option<&str>) -> Vec<CodeLine> {
    let known = Sorted::new(before.unwrap_or_default().lines().map(str::trim));
    let changed = |line: &str| before.is_some() && !line.trim().is_empty() && !known.contains(line.trim());
    text.split('\n')
        .map(|line| CodeLine {
            changed: changed(line),
            ..CodeLine::default()
        })
        .collect()
}

/// A text as HTML lines. Everything of the text is escaped; nothing else in it comes from outside.
pub fn code_html(text: &str, syntax: Syntax, lines: &[CodeLine], labels: [&str; 3]) -> String {
    let most = (0..=MOST.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let (text, rest) = text.split_at_checked(most.unwrap_or(0)).unwrap_or((text, ""));
    let mut html = String::with_capacity(text.len() * 3);
    let empty = CodeLine::default();
    for (number, runs) in highlight::highlight(text, syntax).into_iter().enumerate() {
        let line = lines.get(number).unwrap_or(&empty);
        html.push_str("<div class=\"ln");
        html.push_str(if line.changed { " changed" } else { "" });
        html.push_str(if line.here { " here\">" } else { "\">" });
        if let Some(severity) = line.severity {
            let label = labels.get(severity as usize).copied().unwrap_or_default();
            let name = severity.name();
            html.push_str(&format!(
                "<svg class=\"icon {name}\" role=img aria-label=\"{label}\"><use href=\"icons.svg#i-{name}\"></use></svg>"
            ));
        }
        html.push_str("<code>");
        let mut at = 0;
        let mut runs = runs.into_iter().peekable();
        // The indentation stands apart, so that a line that wraps keeps it.
        if let Some((_, blanks)) = runs.peek()
            && !blanks.is_empty()
            && blanks.chars().all(|c| c == ' ' || c == '\t')
        {
            html.push_str("<span>");
            html.push_str(blanks);
            html.push_str("</span>");
            at = blanks.len();
            runs.next();
        }
        html.push_str("<span>");
        for (class, run) in runs {
            push_run(class.letter(), run, at, &line.marks, &mut html);
            at += run.len();
        }
        // An empty line keeps its height.
        html.push_str(if at == 0 {
            "\u{200b}</code></div>"
        } else {
            "</code></div>"
        });
    }
    if !rest.is_empty() {
        html.push_str("<div class=ln><code>…</code></div>");
    }
    html
}

/// One coloured run, cut where marks begin and end.
fn push_run(class: &str, run: &str, at: usize, marks: &[(std::ops::Range<usize>, Severity)], html: &mut String) {
    let mut from = 0;
    while from < run.len() {
        let here = at + from;
        let mark = marks.iter().find(|(range, _)| range.contains(&here));
        let until = match mark {
            Some((range, _)) => range.end.saturating_sub(at),
            None => marks
                .iter()
                .map(|(range, _)| range.start)
                .filter(|start| *start > here)
                .min()
                .unwrap_or(usize::MAX)
                .saturating_sub(at),
        };
        let mut to = until.min(run.len());
        while !run.is_char_boundary(to) {
            to += 1;
        }
        if let Some((_, severity)) = mark {
            html.push_str(&format!("<mark class={}>", severity.name()));
        }
        if class.is_empty() {
            escape(run.get(from..to).unwrap_or_default(), html);
        } else {
            html.push_str(&format!("<i class={class}>"));
            escape(run.get(from..to).unwrap_or_default(), html);
            html.push_str("</i>");
        }
        html.push_str(if mark.is_some() { "</mark>" } else { "" });
        from = to.max(from + 1);
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\r' => {}
            c => html.push(c),
        }
    }
}

/// A block of code that one can read and select but not change. The label is for those who do not see it.
pub fn code_block(label: Signal<String>, html: Signal<String>) -> View {
    el("div")
        .class("code")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .html(html)
        .done()
}
