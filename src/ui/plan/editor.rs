//! The text of the plan: a text area over its own coloured image, with what is said about the place of the caret.

use leptos::prelude::*;

use super::findings::{fix_button, waiting};
use crate::analysis::{Analysis, Located};
use crate::emit::Syntax;
use crate::facts::contract;
use crate::form;
use crate::input::{self, Dialect};
use crate::model::{Node, path};
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::parts::{CodeLine, code_html, icon, lines_of, message, severity_icon, severity_name};
use crate::ui::route::{Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::{Workspace, keys};
use crate::words::{Arg, Message};

/// The editor.
#[component]
pub fn Editor() -> impl IntoView {
    let space = Workspace::here();
    let here = Memo::new(move |_| {
        let text = space.text();
        space
            .analysis
            .with(|analysis| analysis.lines.position(&text, space.caret.get()).line)
    });
    let html = move || {
        let text = space.text();
        let before = space.text_before();
        let mut lines = if before.is_some() && text.len() < 100_000 {
            lines_of(&text, before.as_deref())
        } else {
            Vec::new()
        };
        lines.resize(text.split('\n').count(), CodeLine::default());
        let labels = Severity::ALL.map(|severity| space.say(severity_name(severity)));
        space.analysis.with(|analysis| mark_lines(&text, analysis, &mut lines));
        if let Some(line) = lines.get_mut(here.get().saturating_sub(1)) {
            line.here = true;
        }
        code_html(&text, Syntax::Json, &lines, labels)
    };
    browser::on_document("selectionchange", move |_| {
        if browser::focused_id().as_deref() == Some("plan-text")
            && let Some(at) = browser::caret("plan-text")
        {
            space.caret.set(input::byte_of_utf16(&space.text(), at));
        }
    });
    view! {
        <div class="body">
            {move || space.waits.get().then(|| waiting(space))}
            <div class="code editor">
                <div class="picture" aria-hidden="true" inner_html=html></div>
                <textarea id="plan-text" spellcheck="false" autocomplete="off" autocapitalize="off" wrap="soft"
                    aria-label=space.say(&says::PLAN_TEXT) prop:value=move || space.text().to_string()
                    on:input=move |event| space.typed(event_target_value(&event))></textarea>
            </div>
        </div>
        <footer class="editor-foot">{move || foot(space)}</footer>
    }
}

/// Puts each finding on the first line it is about.
fn mark_lines(text: &str, analysis: &Analysis, lines: &mut [CodeLine]) {
    for located in &analysis.findings {
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
fn foot(space: Workspace) -> AnyView {
    let language = space.language.get();
    let text = space.text();
    let caret = space.caret.get();
    space.analysis.with(|analysis| {
        let position = analysis.lines.position(&text, caret);
        let place = [Arg::Number(position.line as i64), Arg::Number(position.column as i64)];
        let place = Message::new(&says::LINE_COLUMN, place).text(language);
        let all = keys(&analysis.findings);
        let on_line = |located: &Located| located.position.line == position.line;
        let found = analysis.findings.iter().zip(&all).find(|(located, _)| on_line(located));
        let notice = found.map(|(located, key)| {
            let finding = &located.finding;
            let href = Route::Plan(space.plan_view(), Verdict::Findings(Some(key.clone()))).href();
            let fix = finding.fixes.first().cloned().map(|fix| fix_button(space, fix, false));
            view! {
                <div class=format!("item notice {}", finding.severity.name())>
                    {severity_icon(finding.severity)}
                    <p>{message(&finding.message, language)}" "<a class="id" href=href>{finding.rule.id}</a></p>
                    <span class="end">{fix}</span>
                </div>
            }
        });
        let foreign = (analysis.dialect != Dialect::Plan && analysis.root.is_some()).then(|| make_plan(space));
        view! {
            {foreign}
            {notice}
            <p class="place"><span>{place}</span>{contract_help(space, analysis, caret)}</p>
        }
        .into_any()
    })
}

fn make_plan(space: Workspace) -> AnyView {
    let make = move |_| {
        if let Ok(text) = input::to_plan_text(&space.text()) {
            space.replace(&text, &says::MADE_PLAN);
        }
    };
    view! {
        <div class="item notice advice">
            {severity_icon(Severity::Advice)}<p>{space.say(&says::NOT_A_PLAN)}</p>
            <span class="end"><button class="button small" type="button" on:click=make>{icon("plan")}{space.say(&says::MAKE_PLAN)}</button></span>
        </div>
    }
    .into_any()
}

/// What the contract says of the member at the caret.
fn contract_help(space: Workspace, analysis: &Analysis, caret: usize) -> Option<AnyView> {
    let plan = analysis.plan()?;
    let pointer = pointer_at(plan.root, caret)?;
    let member = contract::member_at(pointer.strip_prefix("/pool")?)?;
    let language = space.language.get();
    let phrases = form::help(member, plan.api_version()).into_iter().enumerate();
    let phrases =
        phrases.map(|(index, phrase)| view! { {if index > 0 { ", " } else { "" }}{message(&phrase, language)} });
    Some(view! { <span class="only-wide"><code>{member.name}</code>": "{phrases.collect_view()}</span> }.into_any())
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
