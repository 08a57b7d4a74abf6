//! One rule, whole: what, why, example, sources.

use leptos::prelude::*;

use crate::ui::dom::{Done, View, dynamic, el, pressed, side_by_side};

use crate::emit::Syntax;
use crate::rules::{self, Rule, Severity};
use crate::ui::browser;
use crate::ui::parts::{
    CodeLine, basis_name, block, code_html, icon, marked, message, severity_icon, severity_name, sources_list,
};
use crate::ui::route::{PlanView, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::{Workspace, keys};
use crate::words::{Arg, Language, Message, nouns};

/// The page of the open rule, or an invitation to choose one.
pub fn page(space: Workspace, open: Option<String>, found: Memo<Vec<&'static str>>) -> View {
    let language = space.language.get();
    let rule = open.as_deref().and_then(rules::find);
    let heading = open
        .clone()
        .unwrap_or_else(|| says::RULE.in_language(language).to_owned());
    let body = match (rule, open) {
        (Some(rule), _) => one(space, rule, language),
        (None, Some(id)) => {
            let words = message(&Message::new(&says::NO_SUCH_RULE, [Arg::from(id)]), language);
            el("p")
                .class("item")
                .child(el("span"))
                .child(el("span").child(words))
                .done()
        }
        (None, None) => el("p")
            .class("item")
            .child(el("span"))
            .child(says::CHOOSE_RULE.in_language(language))
            .done(),
    };
    let link = rule.map(|rule| {
        side_by_side([
            el("a")
                .class("button plain")
                .attr("href", Route::Rules(Some(rule.id.to_owned())).href())
                .child(icon("share"))
                .child(says::PERMANENT_LINK.in_language(language))
                .done(),
            step(rule, found, -1, language).done(),
            step(rule, found, 1, language).done(),
        ])
    });
    side_by_side([
        el("header")
            .child(el("h2").class("mono").attr("id", "rule-heading").child(heading))
            .child(el("div").class("tools").child(link))
            .done(),
        el("div").class("body").child(body).done(),
    ])
    .done()
}

/// The rule before or after, among those that were found.
fn step(rule: &'static Rule, found: Memo<Vec<&'static str>>, by: isize, language: Language) -> View {
    let next = found.with(|found| {
        let at = found.iter().position(|id| *id == rule.id)?;
        found.get(at.checked_add_signed(by)?).copied()
    });
    let (words, mark) = if by < 0 {
        (&says::PREVIOUS_RULE, "left")
    } else {
        (&says::NEXT_RULE, "right")
    };
    let words = words.in_language(language);
    match next {
        Some(id) => el("a")
            .class("button plain only")
            .attr("id", format!("step-{mark}"))
            .on(
                "click",
                pressed(move || browser::later(30, move || browser::focus(&format!("step-{mark}")))),
            )
            .attr("href", Route::Rules(Some(id.to_owned())).href())
            .attr("title", words)
            .attr("aria-label", words)
            .child(icon(mark))
            .done(),
        // Not disabled for the browser: whoever has just stepped to the end keeps the focus.
        None => el("button")
            .class("button plain only")
            .attr("id", format!("step-{mark}"))
            .attr("type", "button")
            .attr("aria-disabled", "true")
            .attr("title", words)
            .attr("aria-label", words)
            .child(icon(mark))
            .done(),
    }
}

fn one(space: Workspace, rule: &'static Rule, language: Language) -> View {
    let say = |words: &'static crate::words::Words| words.in_language(language);
    let versions = match rule.versions {
        None => say(&says::ALL_VERSIONS).to_owned(),
        Some((from, to)) => format!("{from} – {to}"),
    };
    let fields = rule
        .fields
        .iter()
        .map(|field| el("div").child(el("code").child(*field)));
    side_by_side([
        el("section")
            .class("block")
            .attr("aria-labelledby", "rule-title")
            .child(
                el("h3")
                    .class("title")
                    .attr("id", "rule-title")
                    .child(marked(&rule.title, language)),
            )
            .child(
                el("dl")
                    .class("facts")
                    .child(
                        el("div").child(el("dt").child(say(&says::SEVERITY))).child(
                            el("dd")
                                .child(severity_icon(rule.severity))
                                .child(" ")
                                .child(say(severity_name(rule.severity))),
                        ),
                    )
                    .child(
                        el("div")
                            .child(el("dt").child(say(&says::BASIS)))
                            .child(el("dd").child(say(basis_name(rule.basis)))),
                    )
                    .child(
                        el("div")
                            .child(el("dt").child(say(&says::NAME)))
                            .child(el("dd").child(el("code").child(rule.name))),
                    )
                    .child(
                        el("div")
                            .child(el("dt").child(say(&says::FIELDS)))
                            .child(el("dd").child(fields.collect::<View>())),
                    )
                    .child(
                        el("div")
                            .child(el("dt").child(say(&says::SINCE)))
                            .child(el("dd").child(versions)),
                    )
                    .child(
                        el("div")
                            .child(el("dt").child(say(&says::IN_THIS_PLAN)))
                            .child(el("dd").child(dynamic(move || in_this_plan(space, rule)))),
                    ),
            )
            .done(),
        block(
            "rule-why",
            say(&says::WHY),
            el("p").child(marked(&rule.why, language)).done(),
        ),
        block(
            "rule-example",
            say(&says::EXAMPLE),
            el("div")
                .class("pair")
                .child(example(space, rule, rule.example.fires, true, language))
                .child(example(space, rule, rule.example.passes, false, language))
                .done(),
        ),
        block(
            "rule-sources",
            say(&says::SOURCES),
            sources_list(rule.sources, language),
        ),
    ])
    .done()
}

fn in_this_plan(space: Workspace, rule: &'static Rule) -> View {
    let language = space.language.get();
    let found: Vec<(String, Severity)> = space.analysis.with(|analysis| {
        let keys = keys(&analysis.findings);
        let pairs = analysis
            .findings
            .iter()
            .zip(keys)
            .filter(|(located, _)| located.finding.rule.id == rule.id);
        pairs.map(|(located, key)| (key, located.finding.severity)).collect()
    });
    let Some((key, severity)) = found.first().cloned() else {
        return side_by_side([
            el("span").class("pass").child(icon("pass")).done(),
            " ".done(),
            says::KEPT_HERE.in_language(language).done(),
        ])
        .done();
    };
    let noun = match severity {
        Severity::Error => &nouns::ERRORS,
        Severity::Warning => &nouns::WARNINGS,
        Severity::Advice => &nouns::ADVICE,
    };
    let words = Message::new(&says::BROKEN_HERE, [Arg::Count(found.len() as i64, noun)]).text(language);
    let href = Route::Plan(space.plan_view(), Verdict::Findings(Some(key))).href();
    side_by_side([
        severity_icon(severity).done(),
        " ".done(),
        el("a").attr("href", href).child(words).done(),
    ])
    .done()
}

/// A fixture of the rule, shown as it is tested.
fn example(space: Workspace, rule: &'static Rule, text: &'static str, fires: bool, language: Language) -> View {
    let words = if fires { &says::FAILING } else { &says::PASSING };
    let severity = rule.severity;
    let mark = if fires { severity_icon(severity) } else { icon("pass") };
    let tone = if fires { severity.name() } else { "pass" };
    let analysis = crate::analysis::analyse(text, crate::facts::pages::READ_ON);
    let mut lines = vec![CodeLine::default(); text.split('\n').count()];
    for located in analysis
        .findings
        .iter()
        .filter(|located| located.finding.rule.id == rule.id)
    {
        let span = analysis.lines.line_span(text, located.position.line);
        if let Some(line) = lines.get_mut(located.position.line - 1) {
            let end = located.span.end.min(span.end).saturating_sub(span.start);
            line.marks.push((
                located.span.start.max(span.start) - span.start..end,
                located.finding.severity,
            ));
        }
    }
    let html = code_html(text.trim_end(), Syntax::Json, &lines, [""; 3]);
    let open = pressed(move || {
        space.replace(
            text,
            Message::new(&says::EXAMPLE_OPENED, [Arg::Text(rule.id.to_owned())]),
        );
        let key = fires.then(|| rule.id.to_owned());
        browser::go(&Route::Plan(PlanView::Text, Verdict::Findings(key)).fragment());
    });
    let label = words.in_language(language);
    el("div")
        .child(el("h4").class(tone).child(mark).child(label))
        .child(
            el("div")
                .class("code bare")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-label", label)
                .html_once(&html),
        )
        .child(
            el("p").class("buttons").child(
                el("button")
                    .class("button small")
                    .attr("type", "button")
                    .on("click", open)
                    .child(says::OPEN_IN_PLAN.in_language(language)),
            ),
        )
        .done()
}
