//! One rule, whole: what, why, where its boundary is, how to mend a plan that breaks it, sources.

use leptos::prelude::*;

use super::Found;
use crate::analysis::{Analysis, analyse};
use crate::emit::Syntax;
use crate::facts::Citation;
use crate::model::CalendarDate;
use crate::rules::{self, Rule};
use crate::ui::browser;
use crate::ui::computed::Computed;
use crate::ui::dom::{Done, View, dynamic, el, flag, nothing, pressed, side_by_side, text};
use crate::ui::parts::{
    code_html, icon, lines_of, marked, message, page_link, read_time, severity_icon, severity_means, severity_name,
    severity_noun, toned_icon,
};
use crate::ui::route::{PlanView, Route, Verdict};
use crate::ui::says;
use crate::ui::workspace::{Workspace, keys};
use crate::words::{Arg, Language, Message, date};

/// The head of the pane: the id, its address, the way to the rules beside it among those that were found.
pub fn head(space: Workspace, open: Computed<String>, found: Found) -> View {
    let heading = text(move || {
        let open = open.get();
        if open.is_empty() {
            return space.say(&says::RULE).to_owned();
        }
        open
    });
    let step = |back: bool, words, mark| {
        // Where there is none it leads to where one is: whoever steps to the end keeps the focus.
        let to = move || {
            let open = open.get();
            found.with(|found| {
                let at = found.partition_point(|id| *id < open.as_str());
                let at = if back {
                    at.wrapping_sub(1)
                } else {
                    at + usize::from(found.get(at) == Some(&open.as_str()))
                };
                found.get(at).map_or((open, true), |id| ((*id).to_owned(), false))
            })
        };
        let words = space.say(words);
        el("a")
            .class("button plain only")
            .attr("href", text(move || Route::Rules(Some(to().0)).href()))
            .attr("aria-disabled", text(move || to().1.to_string()))
            .attr("title", words)
            .attr("aria-label", words)
            .child(icon(mark))
    };
    el("header")
        .child(el("h2").class("mono").attr("id", "rule-heading").child(heading))
        .child(
            el("div")
                .class("tools")
                .attr("hidden", flag(move || open.with(|id| rules::find(id).is_none())))
                .child(
                    el("a")
                        .class("button plain")
                        .attr("href", text(move || Route::Rules(Some(open.get())).href()))
                        .child(icon("share"))
                        .attr("aria-label", space.say(&says::PERMANENT_LINK))
                        .child(el("span").class("word").child(space.say(&says::PERMANENT_LINK))),
                )
                .child(step(true, &says::PREVIOUS_RULE, "left"))
                .child(step(false, &says::NEXT_RULE, "right")),
        )
        .done()
}

/// The open rule, or an invitation to choose one.
pub fn page(space: Workspace, open: String) -> View {
    let language = space.language.get_untracked();
    if let Some(rule) = rules::find(&open) {
        return one(space, rule, language);
    }
    let words = if open.is_empty() {
        Message::from(&says::CHOOSE_RULE)
    } else {
        Message::new(&says::NO_SUCH_RULE, [Arg::from(open)])
    };
    el("p")
        .class("item")
        .child(el("span"))
        .child(el("span").child(message(&words, language)))
        .done()
}

/// A titled part of the page.
fn block(id: &'static str, title: &'static str, body: View) -> View {
    el("section")
        .class("block")
        .attr("aria-labelledby", id)
        .child(el("header").child(el("h4").attr("id", id).child(title)))
        .child(body)
        .done()
}

fn one(space: Workspace, rule: &'static Rule, language: Language) -> View {
    let fact = |name, body: View| {
        el("div")
            .child(el("dt").child(space.say(name)))
            .child(el("dd").child(body))
            .done()
    };
    let versions = match rule.versions {
        None => space.say(&says::ALL_VERSIONS).to_owned(),
        Some((from, to)) => [from.name(), " – ", to.name()].concat(),
    };
    let code = |text: &'static str| el("div").child(el("code").child(text));
    let facts = [
        fact(
            &says::SEVERITY,
            side_by_side([
                severity_icon(rule.severity),
                " ".done(),
                space.say(severity_name(rule.severity)).done(),
                el("div")
                    .class("muted")
                    .child(space.say(severity_means(rule.severity)))
                    .done(),
            ]),
        ),
        fact(&says::BASIS, space.say(rule.basis.title()).done()),
        fact(&says::NAME, code(rule.name).done()),
        fact(&says::FIELDS, rule.fields.iter().map(|field| code(field)).collect()),
        fact(&says::SINCE, versions.done()),
        fact(&says::IN_THIS_PLAN, dynamic(move || in_this_plan(space, rule))),
    ];
    let mut sources = Vec::new();
    for disagreement in rules::disagreements(rule) {
        let under = el("span").class("under").child(space.say(&says::SOURCES_DISAGREE));
        let says = marked(&disagreement.says, language);
        sources.push(source("disagree", says, under.done(), nothing()));
    }
    for source in rule.sources {
        sources.push(cited(source, language));
    }
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
            .child(el("dl").class("facts").child(facts))
            .done(),
        block(
            "rule-why",
            space.say(&says::WHY),
            el("p").child(marked(&rule.why, language)).done(),
        ),
        boundary(space, rule, language),
        block(
            "rule-sources",
            space.say(&says::SOURCES),
            el("ul").class("sources flush").child(sources).done(),
        ),
    ])
}

fn in_this_plan(space: Workspace, rule: &'static Rule) -> View {
    let language = space.language.get_untracked();
    space.analysis.with(|analysis| {
        let mut found = analysis.findings.iter().zip(keys(&analysis.findings));
        let mut own = found.by_ref().filter(|(located, _)| located.finding.rule.id == rule.id);
        let Some((first, key)) = own.next() else {
            return side_by_side([toned_icon("pass"), " ".done(), space.say(&says::KEPT_HERE).done()]);
        };
        let severity = first.finding.severity;
        let count = Arg::Count(own.count() as i64 + 1, severity_noun(severity));
        let words = Message::new(&says::BROKEN_HERE, [count]).text(language);
        let href = Route::Plan(space.plan_view(), Verdict::Findings(Some(key))).href();
        side_by_side([
            severity_icon(severity),
            " ".done(),
            el("a").attr("href", href).child(words).done(),
        ])
    })
}

/// The two examples: in which members they differ, each as it is tested, and what mends the one that breaks the rule.
fn boundary(space: Workspace, rule: &'static Rule, language: Language) -> View {
    let texts = [rule.example.fires(), rule.example.passes()];
    let [fires, passes] = texts.each_ref().map(|text| analyse(text, rules::day_of(text)));
    let value = |json: Option<String>| match json {
        Some(json) => message(&Message::new(&says::IT, [Arg::from(json)]), language),
        None => "–".done(),
    };
    let row = |name: View, fires: View, passes: View| {
        el("tr")
            .child(el("th").attr("scope", "row").child(name))
            .child(el("td").child(fires))
            .child(el("td").child(passes))
            .done()
    };
    let mut rows = Vec::new();
    if let (Some(one), Some(other)) = (&fires.root, &passes.root) {
        for one in rules::differences(one, other) {
            rows.push(row(
                el("code").child(one.path).done(),
                value(one.fires),
                value(one.passes),
            ));
        }
    }
    if fires.as_of != passes.as_of {
        let day = |day: CalendarDate| date(day, language).done();
        rows.push(row(
            space.say(&says::JUDGED).done(),
            day(fires.as_of),
            day(passes.as_of),
        ));
    }
    let head = [&says::FIELDS, &says::FAILING, &says::PASSING];
    let head = head.map(|words| el("th").attr("scope", "col").child(space.say(words)).done());
    let own = fires.findings.iter().map(|located| &located.finding);
    let mut fixes = Vec::new();
    for fix in own
        .filter(|finding| finding.rule.id == rule.id)
        .take(1)
        .flat_map(|finding| &finding.fixes)
    {
        fixes.push(el("li").child(message(&fix.title, language)).done());
    }
    let [one, other] = &texts;
    side_by_side([
        block(
            "rule-boundary",
            space.say(&says::BOUNDARY),
            side_by_side([
                el("table")
                    .class("grid-table boundary")
                    .child(el("thead").child(el("tr").child(head)))
                    .child(el("tbody").child(rows))
                    .done(),
                el("div")
                    .class("pair")
                    .child(example(space, rule, one, other, &fires, true))
                    .child(example(space, rule, other, one, &passes, false))
                    .done(),
            ]),
        ),
        if fixes.is_empty() {
            nothing()
        } else {
            block(
                "rule-fixes",
                space.say(&says::HOW_TO_FIX),
                el("ul").class("dashes").child(fixes).done(),
            )
        },
    ])
}

/// A fixture of the rule, shown as it is tested, with the lines that the other one does not have.
fn example(space: Workspace, rule: &'static Rule, shown: &str, other: &str, analysis: &Analysis, fires: bool) -> View {
    let (words, tone) = if fires {
        (&says::FAILING, rule.severity.name())
    } else {
        (&says::PASSING, "pass")
    };
    let mut lines = lines_of(shown, Some(other));
    for (line, text) in lines.iter_mut().zip(shown.lines()) {
        line.changed &= !text.starts_with("//");
    }
    let findings = analysis.findings.iter();
    for located in findings.filter(|located| located.finding.rule.id == rule.id) {
        let span = analysis.lines.line_span(shown, located.position.line);
        if let Some(line) = lines.get_mut(located.position.line - 1) {
            let end = located.span.end.min(span.end).saturating_sub(span.start);
            line.marks.push((
                located.span.start.max(span.start) - span.start..end,
                located.finding.severity,
            ));
        }
    }
    let html = code_html(shown.trim_end(), Syntax::Json, &lines, [""; 3]);
    let text = shown.to_owned();
    let open = pressed(move || {
        space.replace(
            &text,
            Message::new(&says::EXAMPLE_OPENED, [Arg::Text(rule.id.to_owned())]),
        );
        let key = fires.then(|| rule.id.to_owned());
        browser::go(&Route::Plan(PlanView::Text, Verdict::Findings(key)).fragment());
    });
    let label = space.say(words);
    el("div")
        .child(el("h4").class(tone).child(toned_icon(tone)).child(label))
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
                    .child(space.say(&says::OPEN_IN_PLAN)),
            ),
        )
        .done()
}

fn cited(source_of: &'static Citation, language: Language) -> View {
    let page = source_of.page;
    let dated = page
        .dated
        .map(|day| Message::new(&says::PAGE_OF, [day.into()]).text(language));
    source(
        "source",
        page_link(page).child(page.title).done(),
        el("p")
            .child(marked(&source_of.says, language))
            .child(" ")
            .child(el("span").class("muted").child(dated))
            .done(),
        read_time(page, language).class("end").done(),
    )
}

/// A line among the sources.
fn source(mark: &'static str, first: View, then: View, end: View) -> View {
    el("li")
        .class("item")
        .child(icon(mark))
        .child(el("div").child(first).child(then))
        .child(end)
        .done()
}
