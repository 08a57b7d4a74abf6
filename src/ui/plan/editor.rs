//! The text of the plan: a text area over its own coloured image, with what is said about the place of the caret.

use leptos::prelude::*;

use crate::ui::dom::{Done, View, count_memo, dynamic, el, given, nothing, pressed, side_by_side, text, text_memo};

use super::findings::{fix_button, waiting};
use crate::analysis::{Analysis, Located};
use crate::emit::Syntax;
use crate::facts::contract;
use crate::form;
use crate::input::{self, Dialect};
use crate::model::{Node, path};
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::parts::{CodeLine, code_html, icon, lines_of, message, notice};
use crate::ui::route::{PlanView, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::{Workspace, keys};
use crate::words::{Arg, Message};

/// Texts longer than this many bytes are edited without a coloured picture: nobody reads its colours, and the page must
/// answer.
const LONG: usize = 60_000;

fn is_long(text: &str) -> bool {
    text.len() > LONG
}

/// The editor.
pub fn editor() -> View {
    let space = Workspace::here();
    let here = count_memo(move || {
        let text = space.text();
        space
            .analysis
            .with(|analysis| analysis.lines.position(&text, space.caret.get()).line)
    });
    let html = text(move || {
        let text = space.text();
        if is_long(&text) {
            return String::new();
        }
        let before = space.text_before();
        let mut lines = lines_of(&text, before.as_deref());
        space.analysis.with(|analysis| mark_lines(&text, analysis, &mut lines));
        if let Some(line) = lines.get_mut(here.get().saturating_sub(1)) {
            line.here = true;
        }
        code_html(&text, Syntax::Json, &lines, space.severity_labels())
    });
    let waits = dynamic(move || if space.waits.get() { waiting(space) } else { nothing() });
    side_by_side([
        el("div")
            .class("body")
            .child(waits)
            .child(
                el("div")
                    .class(text_memo(move || {
                        if is_long(&space.text()) {
                            "code editor plain".to_owned()
                        } else {
                            "code editor".to_owned()
                        }
                    }))
                    .child(el("div").class("picture").attr("aria-hidden", "true").html(html))
                    .child(
                        el("textarea")
                            .attr("id", "plan-text")
                            .attr("spellcheck", "false")
                            .attr("autocomplete", "off")
                            .attr("autocapitalize", "off")
                            .attr("wrap", "soft")
                            .attr("aria-label", space.say(&says::PLAN_TEXT))
                            .value(text(move || space.text().to_string()))
                            .on("input", given(move |value| space.typed(value))),
                    ),
            )
            .done(),
        el("footer")
            .class("editor-foot")
            .child(dynamic(move || foot(space)))
            .done(),
    ])
    .done()
}

/// Follows the caret of the editor for as long as the page lives.
pub fn follow_caret(space: Workspace) {
    browser::on_document("selectionchange", move |_| {
        if browser::focused_id().as_deref() == Some("plan-text")
            && let Some(at) = browser::caret("plan-text")
        {
            space.caret.set(input::byte_of_utf16(&space.text(), at));
        }
    });
}

/// Puts each finding on the first line it is about.
fn mark_lines(text: &str, analysis: &Analysis, lines: &mut [CodeLine]) {
    for located in analysis.open() {
        let severity = located.finding.severity;
        let span = analysis.lines.line_span(text, located.position.line);
        let Some(line) = lines.get_mut(located.position.line - 1) else {
            continue;
        };
        line.severity = Some(line.severity.map_or(severity, |other| other.min(severity)));
        let start = located.span.start.max(span.start) - span.start;
        let end = located.span.end.min(span.end).saturating_sub(span.start);
        if start < end {
            line.marks.push((start..end, severity));
        }
    }
}

/// What is said at the caret: the finding, the place, the contract's word on the member.
fn foot(space: Workspace) -> View {
    let language = space.language.get_untracked();
    let text = space.text();
    let caret = space.caret.get();
    space.analysis.with(|analysis| {
        let position = analysis.lines.position(&text, caret);
        let place = [Arg::Number(position.line as i64), Arg::Number(position.column as i64)];
        let place = Message::new(&says::LINE_COLUMN, place).text(language);
        let all = keys(analysis.open());
        let on_line = |located: &Located| located.position.line == position.line;
        let found = analysis.open().iter().zip(&all).find(|(located, _)| on_line(located));
        let said = found.map_or(nothing(), |(located, key)| {
            let finding = &located.finding;
            let href = Route::Plan(PlanView::Text, Verdict::Findings(Some(key.clone()))).href();
            let fix = finding
                .fixes
                .first()
                .cloned()
                .map_or(nothing(), |fix| fix_button(space, fix, false));
            let words = side_by_side([
                message(&finding.message, language).done(),
                " ".done(),
                el("a").class("id").attr("href", href).child(finding.rule.id).done(),
            ]);
            notice(finding.severity, words.done(), fix)
        });
        let other = analysis.dialect != Dialect::Plan && analysis.root.is_some();
        let other = if other { make_plan(space) } else { nothing() };
        side_by_side([
            other,
            said.done(),
            el("p")
                .class("place")
                .child(el("span").child(place))
                .child(contract_help(space, analysis, caret).unwrap_or(nothing()))
                .done(),
        ])
        .done()
    })
}

fn make_plan(space: Workspace) -> View {
    let make = move || {
        if let Ok(text) = input::to_plan_text(&space.text()) {
            space.replace(&text, &says::MADE_PLAN);
        }
    };
    let make = el("button")
        .class("button small")
        .attr("type", "button")
        .on("click", pressed(make))
        .child(icon("plan"))
        .child(space.say(&says::MAKE_PLAN));
    notice(Severity::Advice, space.say(&says::NOT_A_PLAN).into(), make.done())
}

/// What the contract says of the member at the caret.
fn contract_help(space: Workspace, analysis: &Analysis, caret: usize) -> Option<View> {
    let plan = analysis.plan()?;
    let pointer = pointer_at(plan.root, caret)?;
    let member = contract::member_at(pointer.strip_prefix("/pool")?)?;
    let language = space.language.get_untracked();
    let phrases = form::help(member, plan.api_version()).into_iter().enumerate();
    let phrases = phrases.map(|(index, phrase)| {
        side_by_side([
            if index > 0 { ", " } else { "" }.done(),
            message(&phrase, language).done(),
        ])
    });
    Some(
        el("span")
            .class("only-wide")
            .child(el("code").child(member.name))
            .child(": ")
            .child(phrases.collect::<View>())
            .done(),
    )
}

/// The pointer of the member whose name or value the byte stands in.
fn pointer_at(root: &Node, byte: usize) -> Option<String> {
    let mut at = String::new();
    let mut node = root;
    loop {
        let member = node
            .members()
            .iter()
            .find(|member| member.name_span.start <= byte && byte <= member.node.span.end);
        if let Some(member) = member {
            at = path::child(&at, &member.name);
            node = &member.node;
            continue;
        }
        let item = node
            .items()
            .iter()
            .enumerate()
            .find(|(_, item)| item.span.start <= byte && byte <= item.span.end);
        let Some((index, item)) = item else { break };
        at = path::item(&at, index);
        node = item;
    }
    (!at.is_empty()).then_some(at)
}
