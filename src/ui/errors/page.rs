//! What errors mean: each whole, with what this plan has to do with it.

use leptos::prelude::*;

use super::{name, says};
use crate::explain::{Explanation, Held, InPlan, Place, Said, all_in_plan, looks_at};
use crate::facts::error_texts::{self, KnownError};
use crate::form::{self, Control};
use crate::model::path;
use crate::rules::{self, Finding, Rule};
use crate::ui::browser;
use crate::ui::dom::{Done, View, el, nothing, pressed, side_by_side};
use crate::ui::parts::{block, icon, marked, message, severity_icon, severity_mark, sources_list};
use crate::ui::plan::{field_id, fix_button, go_to_text};
use crate::ui::route::{PlanView, Route, Verdict};
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words};

/// The page of the open entry of the dictionary, the explanations of the text, or an invitation.
pub fn page(space: Workspace, open: &str, explained: &[Explanation]) -> View {
    let known = error_texts::find(open);
    let shown: Vec<Explanation> = match known {
        // What the text says of the open entry is shown with it.
        Some(known) => {
            let of_text = explained
                .iter()
                .find(|one| one.known.is_some_and(|other| other.id == known.id));
            vec![of_text.cloned().unwrap_or_else(|| entry(known))]
        }
        None if open.is_empty() => explained.to_vec(),
        None => Vec::new(),
    };
    let body = if shown.is_empty() {
        let said = match open {
            "" => Message::from(&says::CHOOSE),
            id => Message::new(&says::NO_SUCH, [Arg::from(id)]),
        };
        el("p")
            .class("item")
            .child(el("span"))
            .child(el("span").child(message(&said, space.language.get_untracked())))
            .done()
    } else {
        all(space, shown)
    };
    let link = known.map(|known| {
        el("a")
            .class("button plain")
            .attr("href", Route::Errors(Some(known.id.to_owned())).href())
            .child(icon("share"))
            .child(space.say(&crate::ui::says::PERMANENT_LINK))
    });
    let heading = known.map_or(space.say(&says::EXPLAINED), |known| known.id);
    side_by_side([
        el("header")
            .child(el("h2").attr("id", "explained-heading").child(heading))
            .child(el("div").class("tools").child(link))
            .done(),
        el("div")
            .class("body")
            .attr("id", "explained")
            .attr("tabindex", "-1")
            .child(body)
            .done(),
    ])
}

/// An entry of the dictionary that no text gave.
fn entry(known: &'static KnownError) -> Explanation {
    Explanation {
        known: Some(known),
        said: Said::default(),
        named: Vec::new(),
        answer: 0,
    }
}

/// Explanations, seen from this plan.
fn all(space: Workspace, explanations: Vec<Explanation>) -> View {
    space.analysis.with(|analysis| {
        let findings: Vec<&Finding> = analysis.findings.iter().map(|located| &located.finding).collect();
        let seen = match &analysis.root {
            Some(root) => all_in_plan(explanations, root, &findings),
            None => explanations.into_iter().map(|one| (one, InPlan::default())).collect(),
        };
        let causes = |answer| seen.iter().filter(|(other, _)| other.answer == answer).count();
        let mut last = None;
        let mut views = Vec::new();
        for (index, (explanation, in_plan)) in seen.iter().enumerate() {
            // Several causes of one answer: what was said is shown once.
            let first = last.replace(explanation.answer) != Some(explanation.answer);
            let several = causes(explanation.answer) > 1;
            views.push(one(space, index, explanation, in_plan, first, several));
        }
        views.into()
    })
}

fn one(
    space: Workspace,
    index: usize,
    explanation: &Explanation,
    in_plan: &InPlan,
    first: bool,
    several: bool,
) -> View {
    let language = space.language.get_untracked();
    let id = |part: &str| format!("x{index}-{part}");
    let known = explanation.known;
    let (title, means) = known.map_or((&says::NOT_KNOWN, &says::AS_READ), |known| (&known.title, &known.means));
    let fact = |name: &'static Words, value: View| {
        el("div")
            .child(el("dt").child(space.say(name)))
            .child(el("dd").child(value))
            .done()
    };
    let code = explanation.said.code.clone().or_else(|| known.map(name));
    let called = match known {
        Some(known) if known.codes.is_empty() => &says::SENTENCE,
        _ => &says::CODE,
    };
    let facts = [
        code.map(|code| fact(called, el("code").child(code).done())),
        known.map(|known| {
            let route = Route::Errors(Some(known.id.to_owned()));
            let link = el("a").attr("href", route.href()).child(known.id);
            fact(&crate::ui::says::PERMANENT_LINK, link.done())
        }),
        known.map(|known| fact(&says::FORESIGHT, known.foresight.title().in_language(language).done())),
    ];
    let cause = (several && known.is_some_and(|known| !known.fields.is_empty())).then(|| {
        let words = if in_plan.findings.is_empty() {
            &says::CAUSES
        } else {
            &says::LIKELIER
        };
        el("p").class("muted").child(space.say(words))
    });
    let head = el("section")
        .class("block")
        .child(
            el("h3")
                .class("title")
                .attr("id", id("title"))
                .child(marked(title, language)),
        )
        .child(el("p").child(marked(means, language)))
        .child(cause)
        .child(
            el("dl")
                .class("facts")
                .child(facts.into_iter().flatten().collect::<View>()),
        )
        .child(if first { quoted(&explanation.said) } else { nothing() })
        .done();
    let mut parts = vec![head];
    if let Some(known) = known {
        let remedy = el("p").child(marked(&known.remedy, language));
        parts.push(block(&id("remedy"), space.say(&says::REMEDY), remedy.done()));
    }
    if !in_plan.places.is_empty() || !in_plan.findings.is_empty() {
        let places = in_plan.places.iter().map(|place| field(space, place));
        let findings = in_plan.findings.iter().map(|finding| found(space, finding));
        let items = el("ul").class("flush").child(places.chain(findings).collect::<View>());
        parts.push(block(
            &id("plan"),
            space.say(&crate::ui::says::IN_THIS_PLAN),
            items.done(),
        ));
    }
    if let Some(known) = known {
        let related: Vec<View> = rules::all()
            .filter(|rule| looks_at(rule, known))
            .map(|rule| related(space, rule))
            .collect();
        if !related.is_empty() {
            parts.push(block(
                &id("rules"),
                space.say(&says::RELATED),
                el("ul").class("flush").child(related).done(),
            ));
        }
        let sources = sources_list(known.sources, language);
        parts.push(block(&id("sources"), space.say(&crate::ui::says::SOURCES), sources));
    }
    el("article").attr("aria-labelledby", id("title")).child(parts).done()
}

/// What was read, with the words by which it was told.
pub fn quoted(said: &Said) -> View {
    let message = said.message.as_str();
    if message.is_empty() {
        return nothing();
    }
    let marked = said.marked.clone().unwrap_or_default();
    let part = |range| message.get(range).unwrap_or_default();
    let mark = (!marked.is_empty()).then(|| el("mark").child(part(marked.clone())));
    let quote = el("blockquote")
        .class("quoted")
        .child(part(0..marked.start))
        .child(mark)
        .child(part(marked.end..message.len()));
    let pair = |(name, value): &(String, String)| {
        side_by_side([
            el("dt").child(name.as_str()).done(),
            el("dd").child(value.as_str()).done(),
        ])
    };
    let details = (!said.details.is_empty()).then(|| {
        el("dl")
            .class("pairs mono")
            .child(said.details.iter().map(pair).collect::<View>())
    });
    side_by_side([quote.done(), details.into()])
}

/// A member of this plan that is concerned: its name, what it holds, the way to it.
pub fn field(space: Workspace, place: &Place) -> View {
    let (owner, span) = space.analysis.with(|analysis| {
        let owner = analysis.plan().and_then(|plan| form::owner(&place.path, &plan));
        let span = analysis
            .root
            .as_ref()
            .and_then(|root| root.at(&place.path))
            .map(|node| node.span);
        (owner, span)
    });
    let field = owner.and_then(|(section, field)| form::SECTIONS.get(section)?.fields.get(field));
    // A row of the form may hold several members, and then its name is that of none.
    let many = |control| matches!(control, &Control::Ticks(_) | &Control::Several(_) | &Control::Switch(_));
    let own = field.filter(|field| field.path == place.path && !many(&field.control));
    let label = own.map_or_else(|| path::last(&place.path), |field| space.say(&field.label).to_owned());
    let held = match &place.held {
        Held::Value(value) => el("code").class("value").child(value.as_str()),
        Held::Unshown => el("span").class("muted").child(space.say(&says::SET)),
        Held::Nothing => el("span").class("muted").child(space.say(&says::NOT_SET)),
    };
    let go = match (field, span) {
        (Some(field), _) => {
            let id = field_id(field.path);
            Some((
                &crate::ui::says::GO_TO_FIELD,
                pressed(move || go_to_field(space, id.clone())),
            ))
        }
        (None, Some(span)) => {
            let go = pressed(move || {
                space.shows_verdict.set(false);
                go_to_text(space, &(span.start..span.end));
            });
            Some((&crate::ui::says::GO_TO_TEXT, go))
        }
        (None, None) => None,
    };
    let go = go.map(|(words, go)| {
        el("button")
            .class("button plain small")
            .attr("type", "button")
            .on("click", go)
            .child(icon("goto"))
            .child(space.say(words))
            .child(el("span").class("hidden").child(format!(" {label}")))
    });
    el("li")
        .class("item")
        .child(icon("plan"))
        .child(
            el("div")
                .child(format!("{label} "))
                .child(held)
                .child(el("span").class("under").child(el("code").child(place.path.as_str()))),
        )
        .child(el("span").class("end").child(go))
        .done()
}

/// Goes to a control of the form.
pub fn go_to_field(space: Workspace, id: String) {
    space.shows_verdict.set(false);
    space.go(&Route::Plan(PlanView::Form, Verdict::Findings(None)));
    // The form comes first.
    browser::later(60, move || browser::focus_within(&id));
}

/// What a rule says about this plan, and the change that mends it.
pub fn found(space: Workspace, finding: &Finding) -> View {
    let language = space.language.get_untracked();
    let fix = finding.fixes.first().map(|fix| fix_button(space, fix.clone(), true));
    el("li")
        .class("item")
        .child(severity_icon(finding.severity))
        .child(
            el("div")
                .child(message(&finding.message, language))
                .child(el("span").class("under").child(rule_link(finding.rule))),
        )
        .child(el("span").class("end").child(fix))
        .done()
}

fn rule_link(rule: &'static Rule) -> View {
    el("a")
        .attr("href", Route::Rules(Some(rule.id.to_owned())).href())
        .child(rule.id)
        .done()
}

/// A rule that looks at the same cause.
fn related(space: Workspace, rule: &'static Rule) -> View {
    let language = space.language.get_untracked();
    el("li")
        .child(
            el("a")
                .class("item")
                .attr("href", Route::Rules(Some(rule.id.to_owned())).href())
                .child(severity_mark(rule.severity, language))
                .child(el("span").child(marked(&rule.title, language)))
                .child(el("span").class("end id").child(rule.id)),
        )
        .done()
}
