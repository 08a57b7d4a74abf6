//! The verdict in one line: counts, size, api-version, day of judgement, what was just done, steps.

use leptos::prelude::*;

use crate::ui::dom::{Done, View, count_memo, dynamic, el, given, nothing, pressed, side_by_side, text};

use super::browser;
use super::parts::{icon, of, severity_icon, severity_noun};
use super::route::{Route, Verdict};
use super::says;
use super::workspace::{Workspace, keys};
use crate::model::{CalendarDate, Sizing};
use crate::rules::Severity;
use crate::words::{Arg, Message, Words, nouns, short_date};

/// The line under the top bar, the same in every room.
pub fn verdict_line() -> View {
    let space = Workspace::here();
    let step = move |words: &'static Words, mark, by| {
        let words = space.say(words);
        el("button")
            .class("button plain only")
            .attr("type", "button")
            .attr("title", words)
            .attr("aria-label", words)
            .on("click", pressed(move || space.step_finding(by)))
            .child(icon(mark))
            .done()
    };
    el("section")
        .class("line")
        .attr("id", "verdict-line")
        .attr("tabindex", "-1")
        .attr("aria-label", space.say(&says::VERDICT_LINE))
        .child(
            el("div")
                .class("counts")
                .child(Severity::ALL.map(|severity| count(space, severity)))
                .child(accepted(space)),
        )
        .child(el("span").class("sum").child(dynamic(move || sum(space))))
        .child(el("span").class("quiet only-wide").child(text(move || {
            api_version(space).map_or(String::new(), |version| format!("api {version}"))
        })))
        .child(judged(space))
        .child(
            el("span")
                .class("done")
                .attr("role", "status")
                .child(dynamic(move || done(space))),
        )
        .child(
            el("div")
                .class("step")
                .child(el("span").child(text(move || place(space))))
                .child(step(&says::PREVIOUS, "left", -1))
                .child(step(&says::NEXT, "right", 1)),
        )
        .done()
}

/// One count; it leads to the findings of its severity.
fn count(space: Workspace, severity: Severity) -> View {
    let none = match severity {
        Severity::Error => &says::NONE_ERROR,
        Severity::Warning => &says::NONE_WARNING,
        Severity::Advice => &says::NONE_ADVICE,
    };
    let count = count_memo(move || space.analysis.with(|analysis| analysis.counts().of(severity)));
    let jump = move || {
        space.shows_verdict.set(true);
        // The list comes first where another view was shown.
        browser::later(30, move || browser::focus(&format!("group-{}", severity.name())));
    };
    let read = count_memo(move || usize::from(space.analysis.with(|analysis| analysis.root.is_some())));
    dynamic(move || {
        let count = count.get();
        // Of a text that cannot be read nothing else is known.
        if count == 0 && read.get() == 0 {
            return nothing();
        }
        let class = if count == 0 { "none" } else { severity.name() };
        let mark = if count == 0 {
            icon("pass")
        } else {
            severity_icon(severity)
        };
        let said = match count {
            0 => space.say(none).to_owned(),
            _ => counted(space, count as i64, severity_noun(severity)),
        };
        let href = Route::Plan(space.plan_view(), Verdict::Findings(None)).href();
        el("a")
            .class(class)
            .attr("href", href)
            .on("click", pressed(jump))
            .child(mark)
            .child(said)
            .done()
    })
}

/// How many findings were accepted; it leads to them.
fn accepted(space: Workspace) -> View {
    let count = count_memo(move || space.analysis.with(|analysis| analysis.counts().accepted));
    dynamic(move || {
        let count = count.get() as i64;
        if count == 0 {
            return nothing();
        }
        let jump = move || {
            space.shows_verdict.set(true);
            browser::later(30, move || {
                browser::unfold("group-accepted");
                browser::focus("group-accepted");
            });
        };
        el("a")
            .class("none")
            .attr("href", Route::Plan(space.plan_view(), Verdict::Findings(None)).href())
            .on("click", pressed(jump))
            .child(icon("pass"))
            .child(counted(space, count, &nouns::ACCEPTED))
            .done()
    })
}

fn counted(space: Workspace, count: i64, noun: &'static crate::words::Noun) -> String {
    Message::new(&says::IT, [Arg::Count(count, noun)]).text(space.language.get_untracked())
}

/// `2 400 nodes × 4 vCPU = 9 600 cores`, as far as it is known.
fn sum(space: Workspace) -> View {
    let Some(sizing) = space
        .analysis
        .with(|analysis| analysis.plan().map(|plan| Sizing::of(&plan)))
    else {
        return nothing();
    };
    if sizing.automatic {
        return space.say(&says::AUTOSCALED).done();
    }
    let nodes = strong_number(counted(space, sizing.nodes, &nouns::NODES));
    let (Some(vcpus), Some(cores)) = (sizing.vcpus, sizing.cores) else {
        return nodes;
    };
    let cores = strong_number(counted(space, cores, &nouns::CORES));
    el("span")
        .attr("title", space.say(&says::DERIVED))
        .child(nodes)
        .child(" ")
        .child(el("i").child("×"))
        .child(" ")
        .child(el("b").child(vcpus.to_string()))
        .child(" vCPU ")
        .child(el("i").child("="))
        .child(" ")
        .child(cores)
        .done()
}

/// `2 400 nodes` with the figure set off.
fn strong_number(text: String) -> View {
    let (figure, noun) = text.split_once('\u{a0}').unwrap_or((&text, ""));
    side_by_side([el("b").child(figure.to_owned()).done(), format!("\u{a0}{noun}").done()]).done()
}

fn api_version(space: Workspace) -> Option<&'static str> {
    space
        .analysis
        .with(|analysis| analysis.plan().map(|plan| plan.api_version().name()))
}

fn place(space: Workspace) -> String {
    let (at, count) = space.analysis.with(|analysis| {
        let keys = keys(analysis.open());
        let at = space
            .current_key()
            .and_then(|key| keys.iter().position(|other| *other == key));
        (at, keys.len())
    });
    let Some(at) = at else { return String::new() };
    of(at + 1, count, space.language.get_untracked())
}

fn done(space: Workspace) -> View {
    let Some(said) = space.said.get() else {
        return nothing();
    };
    let undo = if space.steps().0 {
        el("button")
            .class("button plain small")
            .attr("type", "button")
            .on("click", pressed(move || space.undo()))
            .child(icon("undo"))
            .child(space.say(&says::UNDO))
            .done()
    } else {
        nothing()
    };
    side_by_side([said.text(space.language.get_untracked()).into(), undo.done()]).done()
}

/// The day of judgement, and the way to choose another.
fn judged(space: Workspace) -> View {
    let choose = given(move |day| {
        if let Some(day) = CalendarDate::parse(&day) {
            space.as_of.set(day);
        }
    });
    let words = text(move || {
        format!(
            "{} {}",
            space.say(&says::JUDGED),
            short_date(space.as_of.get(), space.language.get_untracked())
        )
    });
    side_by_side([
        el("span")
            .class("quiet judged")
            .child(
                el("button")
                    .class("as-link")
                    .attr("type", "button")
                    .attr("id", "judged")
                    .attr("popovertarget", "judged-day")
                    .child(words),
            )
            .done(),
        el("div")
            .attr("popover", "auto")
            .attr("id", "judged-day")
            .child(el("label").attr("for", "as-of").child(space.say(&says::JUDGED_FOR)))
            .child(
                el("div")
                    .class("buttons")
                    .child(
                        el("span").class("control").child(
                            el("input")
                                .attr("id", "as-of")
                                .attr("type", "date")
                                .value(text(move || space.as_of.get().to_string()))
                                .on("change", choose),
                        ),
                    )
                    .child(
                        el("button")
                            .class("button")
                            .attr("type", "button")
                            .on("click", pressed(move || space.as_of.set(browser::today())))
                            .child(space.say(&says::TODAY)),
                    ),
            )
            .done(),
    ])
    .done()
}
