//! The findings, grouped by what they mean.

use std::ops::Range;

use leptos::prelude::*;

use crate::ui::dom::{Done, View, dynamic, el, flag, follow, nothing, pressed, side_by_side, text_memo};

use super::accept::{self, Asked};
use crate::analysis::Located;
use crate::form;
use crate::input;
use crate::rules::{Fix, Severity};
use crate::ui::browser;
use crate::ui::parts::{icon, message, notice, severity_icon, severity_means, severity_noun, source_chips};
use crate::ui::route::{PlanView, Route};
use crate::ui::says;
use crate::ui::workspace::{Workspace, keys};
use crate::words::{Arg, Message, nouns};

/// The list of findings.
pub fn findings() -> View {
    let space = Workspace::here();
    let asked: Asked = RwSignal::new(String::new());
    follow(move || {
        // The list is made anew once it was judged, and once its reasons are there.
        space.reading.track();
        space.judged.track();
        if let Some(key) = space.current_key() {
            browser::after_paint(move || {
                if browser::is_within(&format!("finding-{key}"), "group-accepted") {
                    browser::unfold("group-accepted");
                }
                browser::unfold(&format!("fold-{key}"));
                browser::scroll_to(&format!("finding-{key}"));
            });
        }
    });
    // The list is made anew only when it reads differently; most keystrokes change nothing in it.
    let identity = text_memo(move || {
        let language = space.language.get_untracked();
        let mut all = if space.plan_view() == PlanView::Form {
            "form".to_owned()
        } else {
            "text".to_owned()
        };
        all.push_str(if space.reading.get() { "!" } else { "" });
        all.push_str(if space.judged.get() { "!" } else { "" });
        space.analysis.with(|analysis| {
            for located in &analysis.findings {
                all.push_str(located.finding.rule.id);
                all.push_str(&located.span.start.to_string());
                all.push_str(&located.finding.message.text(language));
                if let Some(acceptance) = &located.acceptance {
                    all.push_str(&acceptance.entry.to_string());
                    all.push_str(&acceptance.reason);
                }
            }
        });
        all
    });
    let list = dynamic(move || {
        identity.with(|_| ());
        untrack(|| groups(space, asked))
    });
    let waits = dynamic(move || if space.waits.get() { waiting(space) } else { nothing() });
    el("div")
        .class("body")
        .attr("id", "findings")
        .attr("tabindex", "-1")
        .child(waits)
        .child(super::fixes::safe_fixes())
        .child(list)
        .done()
}

fn groups(space: Workspace, asked: Asked) -> View {
    space.analysis.with(|analysis| {
        if !space.judged.get() {
            return nothing();
        }
        if analysis.findings.is_empty() {
            return el("p")
                .class("item")
                .child(
                    el("svg")
                        .class("icon pass")
                        .attr("aria-hidden", "true")
                        .child(el("use").attr("href", "icons.svg#i-pass")),
                )
                .child(el("span").child(space.say(&says::NO_FINDINGS)))
                .done();
        }
        let owners = space.owners.get();
        let all = keys(&analysis.findings);
        let group = |severity: Option<Severity>| {
            let mut shown = Vec::new();
            for ((located, key), owner) in analysis.findings.iter().zip(&all).zip(&owners) {
                if severity == Some(located.finding.severity).filter(|_| !located.is_accepted()) {
                    let field = owner.and_then(|(section, field)| form::SECTIONS.get(section)?.fields.get(field));
                    let field = field.map(|field| super::form::field_id(field.path));
                    shown.push(one_finding(space, asked, located, key, field));
                }
            }
            match severity {
                _ if shown.is_empty() => nothing(),
                Some(severity) => one_group(space, severity, shown),
                None => accepted_group(space, shown),
            }
        };
        let severities = Severity::ALL.into_iter().map(Some);
        severities.chain([None]).map(group).collect::<View>()
    })
}

fn one_group(space: Workspace, severity: Severity, shown: Vec<View>) -> View {
    let name = severity.name();
    let count = Arg::Count(shown.len() as i64, severity_noun(severity));
    let head = Message::new(&says::IT, [count]).text(space.language.get_untracked());
    side_by_side([
        el("h3")
            .class(format!("item group {name}"))
            .attr("id", format!("group-{name}"))
            .attr("tabindex", "-1")
            .child(severity_icon(severity))
            .child(el("span").child(head))
            .child(el("span").class("end").child(space.say(severity_means(severity))))
            .done(),
        el("ul").child(shown).done(),
    ])
    .done()
}

/// What somebody accepted, folded.
fn accepted_group(space: Workspace, shown: Vec<View>) -> View {
    let count = Arg::Count(shown.len() as i64, &nouns::ACCEPTED);
    let head = Message::new(&says::IT, [count]).text(space.language.get_untracked());
    el("details")
        .class("accepted")
        .attr("id", "group-accepted")
        .attr("tabindex", "-1")
        .child(
            el("summary")
                .class("item group")
                .child(icon("pass"))
                .child(el("h3").child(head))
                .child(
                    el("span")
                        .class("end")
                        .child(space.say(&says::ACCEPTED_MEANS))
                        .child(" ")
                        .child(icon("down")),
                ),
        )
        .child(el("ul").child(shown))
        .done()
}

/// The notice that a very large text is checked on demand.
pub fn waiting(space: Workspace) -> View {
    let size = Arg::Count(space.text().len() as i64, &nouns::BYTES);
    let words = Message::new(&says::LARGE, [size]).text(space.language.get_untracked());
    if !space.judged.get() && space.failed.get() {
        return notice(Severity::Error, space.say(&says::UNCHECKED).into(), nothing());
    }
    if space.busy.get() || !space.judged.get() {
        return notice(Severity::Advice, space.say(&says::CHECKING).into(), nothing());
    }
    let check = el("button")
        .class("button")
        .attr("type", "button")
        .attr("id", "check-now")
        .on("click", pressed(move || space.check_now()))
        .child(icon("again"))
        .child(space.say(&says::CHECK_NOW));
    notice(Severity::Warning, words.into(), check.done())
}

fn one_finding(space: Workspace, asked: Asked, located: &Located, key: &str, field: Option<String>) -> View {
    let language = space.language.get_untracked();
    let finding = &located.finding;
    let severity = finding.severity;
    let current = {
        let key = key.to_owned();
        flag(move || space.current_key().as_deref() == Some(key.as_str()))
    };
    let said = message(&finding.message, language);
    let basis = finding.basis_said(language);
    // Advice is folded; what was accepted is so all together.
    let folds = severity == Severity::Advice && !located.is_accepted();
    let body = el("div")
        .child(if folds {
            nothing()
        } else {
            el("h4").child(message(&finding.message, language)).done()
        })
        .child(accept::reason(space, located))
        .child(el("p").class("why").child(message(&finding.reason(), language)))
        .child(source_chips(finding.sources, basis, language))
        .done();
    let line = Message::new(&says::LINE, [Arg::Number(located.position.line as i64)]).text(language);
    // Who accepted it does not want it mended.
    let offered = finding.fixes.iter().filter(|_| !located.is_accepted());
    let fixes = offered
        .map(|fix| fix_button(space, fix.clone(), true))
        .collect::<View>();
    let acts = el("div")
        .class("acts")
        .child(
            el("p")
                .class("where")
                .child(
                    el("a")
                        .class("id")
                        .attr("href", Route::Rules(Some(finding.rule.id.to_owned())).href())
                        .child(finding.rule.id),
                )
                .child(format!(" · {line}")),
        )
        .child(fixes)
        .child(if finding.rule.id == super::paste::NOT_ONE_POOL {
            super::paste::choose_button(space)
        } else {
            nothing()
        })
        .child(go_button(space, field, located.span.clone()))
        .child(accept::act(space, asked, located, key))
        .done();
    let ask = accept::form(space, asked, finding, key);
    let inner = if folds {
        el("details")
            .attr("id", format!("fold-{key}"))
            .child(
                el("summary")
                    .class("item")
                    .child(severity_icon(severity))
                    .child(el("h4").child(said))
                    .child(icon("down")),
            )
            .child(
                el("div")
                    .class("finding-grid")
                    .child(el("span"))
                    .child(body)
                    .child(acts)
                    .child(ask),
            )
            .done()
    } else {
        el("div")
            .class("finding-grid")
            .child(severity_icon(severity))
            .child(body)
            .child(acts)
            .child(ask)
            .done()
    };
    el("li")
        .class("finding")
        .attr("id", format!("finding-{key}"))
        .attr("tabindex", "-1")
        .current("true", current)
        .child(inner)
        .done()
}

/// Goes to the field of the form, or to the place in the text.
fn go_button(space: Workspace, field: Option<String>, span: Range<usize>) -> View {
    let in_form = field.filter(|_| space.plan_view() == PlanView::Form);
    let words = space.say(if in_form.is_some() {
        &says::GO_TO_FIELD
    } else {
        &says::GO_TO_TEXT
    });
    let go = pressed(move || {
        space.shows_verdict.set(false);
        match in_form.clone() {
            Some(id) => browser::after_paint(move || browser::focus_within(&id)),
            None => go_to_text(space, &span),
        }
    });
    el("button")
        .class("button plain")
        .attr("type", "button")
        .on("click", go)
        .child(icon("goto"))
        .child(words)
        .done()
}

/// Selects bytes of the text in the editor.
pub fn go_to_text(space: Workspace, span: &Range<usize>) {
    space.go(&Route::Plan(PlanView::Text, space.verdict()));
    space.show(span.start);
    let (text, shown) = (space.text(), space.shown());
    let part = text.get(shown.clone()).unwrap_or_default();
    let [start, end] = [span.start, span.end].map(|byte| input::utf16_of_byte(part, byte.saturating_sub(shown.start)));
    // The editor comes first where the form was shown.
    browser::later(30, move || browser::select("plan-text", start, end));
}

/// The button that applies a fix.
pub fn fix_button(space: Workspace, fix: Fix, named: bool) -> View {
    let language = space.language.get_untracked();
    let title = fix.title.plain(language);
    let words = match named {
        true => Message::new(&says::SET_TO, [Arg::Text(lower_first(&title))]).text(language),
        false => title.clone(),
    };
    let apply = pressed(move || {
        let done = Message::new(&says::FIXED, [Arg::Text(title.clone())]);
        space.edit(&fix.edits, Some(done), false);
    });
    el("button")
        .class("button fix")
        .attr("type", "button")
        .on("click", apply)
        .child(icon("fix"))
        .child(words)
        .done()
}

/// A title within a sentence. A value or a name keeps its letter case: only a plain word loses its capital.
fn lower_first(title: &str) -> String {
    let mut chars = title.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if second.is_ascii_lowercase() || !second.is_ascii() => {
            browser::lower_case(first.encode_utf8(&mut [0; 4])) + chars.as_str()
        }
        _ => title.to_owned(),
    }
}
