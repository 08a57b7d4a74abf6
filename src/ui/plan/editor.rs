//! The text of the plan: a text area over its own coloured image, with what is said about the place of the caret.

use leptos::prelude::*;

use crate::ui::computed::Computed;
use std::ops::Range;

use crate::ui::dom::{Done, View, count_memo, dynamic, el, flag, given, nothing, pressed, side_by_side, text};

use super::findings::{fix_button, waiting};
use crate::analysis::{Analysis, Located};
use crate::emit::Syntax;
use crate::facts::contract;
use crate::form;
use crate::input::{self, Dialect};
use crate::model::{Node, path};
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::judgement;
use crate::ui::parts::{CodeLine, code_html, icon, lines_of, message, notice};
use crate::ui::route::{PlanView, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::{Workspace, keys};
use crate::words::{Arg, Message};

/// The editor.
pub fn editor() -> View {
    let space = Workspace::here();
    // The line at which the part that is shown begins, from 1.
    let first = count_memo(move || {
        let (text, shown) = (space.text(), space.shown());
        let before = text.as_bytes().get(..shown.start).unwrap_or_default();
        before.iter().filter(|byte| **byte == b'\n').count() + 1
    });
    let here = count_memo(move || {
        let text = space.text();
        space
            .analysis
            .with(|analysis| analysis.lines.position(&text, space.caret.get()).line)
    });
    let html = text(move || {
        let (text, shown, first) = (space.text(), space.shown(), first.get());
        let part = text.get(shown.clone()).unwrap_or_default();
        let before = space.text_before().filter(|_| shown.len() == text.len());
        let mut lines = lines_of(part, before.as_deref());
        if !space.waits.get() {
            space
                .analysis
                .with(|analysis| mark_lines(&text, analysis, first, &mut lines));
        }
        if let Some(line) = here.get().checked_sub(first).and_then(|at| lines.get_mut(at)) {
            line.here = true;
        }
        code_html(part, Syntax::Json, &lines, space.severity_labels())
    });
    let waits = dynamic(move || if space.waits.get() { waiting(space) } else { nothing() });
    let in_part = flag(move || space.shown().len() < space.text().len());
    side_by_side([
        el("div")
            .class("body")
            .child(waits)
            .child(dynamic(
                move || if in_part.get() { turner(space, first) } else { nothing() },
            ))
            .child(
                el("div")
                    .class("code editor")
                    .child(
                        el("div")
                            .class("picture")
                            .attr("aria-hidden", "true")
                            .counter("n", text(move || (first.get() - 1).to_string()))
                            .html(html),
                    )
                    .child(
                        el("textarea")
                            .attr("id", "plan-text")
                            .attr("spellcheck", "false")
                            .attr("autocomplete", "off")
                            .attr("autocapitalize", "off")
                            .attr("wrap", "soft")
                            // The byte of the whole text with which it begins.
                            .attr("data-from", text(move || space.shown().start.to_string()))
                            .attr("aria-label", space.say(&says::PLAN_TEXT))
                            .value(text(move || {
                                space.text().get(space.shown()).unwrap_or_default().to_owned()
                            }))
                            .on("paste", Box::new(move |event| paste_long(space, &event)))
                            .on("input", given(move |value| space.typed(&value))),
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

/// Which lines of a long text are shown, and the way to the others.
fn turner(space: Workspace, first: Computed<usize>) -> View {
    let said = text(move || {
        let (text, shown) = (space.text(), space.shown());
        let lines = |part: Range<usize>| {
            let part = text.as_bytes().get(part).unwrap_or_default();
            part.iter().filter(|byte| **byte == b'\n').count()
        };
        let last = first.get() + lines(shown.start..shown.end.saturating_sub(1));
        let all = lines(0..text.len()) + 1;
        let numbers = [first.get(), last, all].map(|number| Arg::Number(number as i64));
        Message::new(&says::LINES_SHOWN, numbers).text(space.language.get_untracked())
    });
    let turn = |mark, words, to: fn(&str, &Range<usize>) -> Range<usize>, none: Signal<bool>| {
        el("button")
            .class("button small")
            .attr("type", "button")
            .attr("disabled", none)
            .on("click", pressed(move || space.turn(to)))
            .child(icon(mark))
            .child(space.say(words))
            .done()
    };
    let buttons = side_by_side([
        turn(
            "left",
            &says::EARLIER_LINES,
            input::window_before,
            flag(move || space.shown().start == 0),
        ),
        turn(
            "right",
            &says::LATER_LINES,
            input::window_after,
            flag(move || space.shown().end == space.text().len()),
        ),
    ]);
    notice(Severity::Advice, View::from(said), buttons)
}

/// Takes a long text that is pasted into the editor in place of what is selected.
fn paste_long(space: Workspace, event: &web_sys::Event) {
    let Some(pasted) = browser::long_paste(event) else {
        return;
    };
    let (text, shown) = (space.text(), space.shown());
    let part = text.get(shown).unwrap_or_default();
    let (start, end) = browser::selection("plan-text").unwrap_or_default();
    let [start, end] = [start, end].map(|at| input::byte_of_utf16(part, at));
    let (head, tail) = (part.get(..start), part.get(end..));
    space.typed(&[head.unwrap_or_default(), &pasted, tail.unwrap_or_default()].concat());
}

/// Follows the caret of the editor for as long as the page lives.
pub fn follow_caret(space: Workspace) {
    browser::on_document("selectionchange", move |_| {
        if browser::focused_id().as_deref() == Some("plan-text")
            && let Some(at) = browser::caret("plan-text")
        {
            let (text, shown) = (space.text(), space.shown());
            let part = text.get(shown.clone()).unwrap_or_default();
            space.caret.set(shown.start + input::byte_of_utf16(part, at));
        }
    });
}

/// Puts each finding on the first line it is about; `lines` are those from the line `first` on.
fn mark_lines(text: &str, analysis: &Analysis, first: usize, lines: &mut [CodeLine]) {
    for located in analysis.open() {
        let severity = located.finding.severity;
        let span = analysis.lines.line_span(text, located.position.line);
        let at = located.position.line.checked_sub(first);
        let Some(line) = at.and_then(|at| lines.get_mut(at)) else {
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
        let other = match super::paste::choose_pool(space, analysis) {
            Some(choose) => notice(Severity::Advice, space.say(&says::SEVERAL_POOLS).into(), choose),
            None if other => make_plan(space),
            None => nothing(),
        };
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
        if let Some(text) = judgement::plan_text(&space.text()) {
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
    let names = Route::Plan(PlanView::Text, Verdict::Names(None)).href();
    Some(
        el("span")
            .class("only-wide")
            .child(el("code").child(member.name))
            .child(": ")
            .child(phrases.collect::<View>())
            .child(" ")
            .child(el("a").attr("href", names).child(space.say(&says::OTHER_NAMES)))
            .done(),
    )
}

/// The pointer of the member whose name or value the byte stands in.
pub(super) fn pointer_at(root: &Node, byte: usize) -> Option<String> {
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
