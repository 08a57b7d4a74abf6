//! The verdict in one line: counts, size, api-version, day of judgement, what was just done, steps.

use leptos::prelude::*;

use super::browser;
use super::parts::{count_memo, dynamic, given, icon, pressed, severity_icon, severity_noun, text};
use super::route::{Route, Verdict};
use super::says;
use super::workspace::{Workspace, keys};
use crate::model::{CalendarDate, Sizing};
use crate::rules::Severity;
use crate::words::{Arg, Message, Words, date, nouns};

/// The line under the top bar, the same in every room.
#[component]
pub fn VerdictLine() -> impl IntoView {
    let space = Workspace::here();
    let step = move |words: &'static Words, mark, by| {
        let words = space.say(words);
        view! {
            <button class="button plain only" type="button" title=words aria-label=words
                on:click=pressed(move || space.step_finding(by))>{icon(mark)}</button>
        }
        .into_any()
    };
    view! {
        <section class="line" id="verdict-line" aria-label=space.say(&says::VERDICT_LINE)>
            <div class="counts">{Severity::ALL.map(|severity| count(space, severity)).collect_view()}</div>
            <span class="sum">{dynamic(move || sum(space))}</span>
            <span class="quiet only-wide">{text(move || format!("api {}", api_version(space)))}</span>
            {judged(space)}
            <span class="done" role="status">{dynamic(move || done(space))}</span>
            <div class="step">
                <span>{text(move || place(space))}</span>
                {step(&says::PREVIOUS, "left", -1)}
                {step(&says::NEXT, "right", 1)}
            </div>
        </section>
    }
}

/// One count; it leads to the findings of its severity.
fn count(space: Workspace, severity: Severity) -> AnyView {
    let none = match severity {
        Severity::Error => &says::NONE_ERROR,
        Severity::Warning => &says::NONE_WARNING,
        Severity::Advice => &says::NONE_ADVICE,
    };
    let count = count_memo(move || space.analysis.with(|analysis| analysis.counts().of(severity)));
    let jump = move || {
        browser::after_paint(move || browser::focus(&format!("group-{}", severity.name())));
    };
    dynamic(move || {
        let count = count.get();
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
        view! { <a class=class href=href on:click=pressed(jump)>{mark}{said}</a> }.into_any()
    })
}

fn counted(space: Workspace, count: i64, noun: &'static crate::words::Noun) -> String {
    Message::new(&says::IT, [Arg::Count(count, noun)]).text(space.language.get_untracked())
}

/// `2 400 nodes × 4 vCPU = 9 600 cores`, as far as it is known.
fn sum(space: Workspace) -> AnyView {
    let Some(sizing) = space
        .analysis
        .with(|analysis| analysis.plan().map(|plan| Sizing::of(&plan)))
    else {
        return ().into_any();
    };
    if sizing.automatic {
        return space.say(&says::AUTOSCALED).into_any();
    }
    let nodes = strong_number(counted(space, sizing.nodes, &nouns::NODES));
    let (Some(vcpus), Some(cores)) = (sizing.vcpus, sizing.cores) else {
        return nodes;
    };
    let cores = strong_number(counted(space, cores, &nouns::CORES));
    view! {
        <span title=space.say(&says::DERIVED)>
            {nodes}" "<i>"×"</i>" "<b>{vcpus.to_string()}</b>" vCPU "<i>"="</i>" "{cores}
        </span>
    }
    .into_any()
}

/// `2 400 nodes` with the figure set off.
fn strong_number(text: String) -> AnyView {
    let (figure, noun) = text.split_once('\u{a0}').unwrap_or((&text, ""));
    view! { <b>{figure.to_owned()}</b>{format!("\u{a0}{noun}")} }.into_any()
}

fn api_version(space: Workspace) -> &'static str {
    space
        .analysis
        .with(|analysis| analysis.plan().map_or("", |plan| plan.api_version().name()))
}

fn place(space: Workspace) -> String {
    let (at, count) = space.analysis.with(|analysis| {
        let keys = keys(&analysis.findings);
        let at = space
            .current_key()
            .and_then(|key| keys.iter().position(|other| *other == key));
        (at, keys.len())
    });
    let Some(at) = at else { return String::new() };
    let args = [Arg::Number(at as i64 + 1), Arg::Number(count as i64)];
    Message::new(&says::OF, args).text(space.language.get_untracked())
}

fn done(space: Workspace) -> AnyView {
    let Some(said) = space.said.get() else {
        return ().into_any();
    };
    let undo = if space.steps().0 {
        view! {
            <button class="button plain small" type="button" on:click=pressed(move || space.undo())>
                {icon("undo")}{space.say(&says::UNDO)}
            </button>
        }
        .into_any()
    } else {
        ().into_any()
    };
    view! { {said.text(space.language.get_untracked())}{undo} }.into_any()
}

/// The day of judgement, and the way to choose another.
fn judged(space: Workspace) -> AnyView {
    let choose = given(move |day| {
        if let Some(day) = CalendarDate::parse(&day) {
            space.as_of.set(day);
        }
    });
    let words = text(move || {
        format!(
            "{} {}",
            space.say(&says::JUDGED),
            date(space.as_of.get(), space.language.get_untracked())
        )
    });
    view! {
        <span class="quiet judged">
            <button class="as-link" type="button" id="judged" popovertarget="judged-day">{words}</button>
        </span>
        <div popover="auto" id="judged-day">
            <label for="as-of">{space.say(&says::JUDGED_FOR)}</label>
            <div class="buttons">
                <span class="control">
                    <input id="as-of" type="date" prop:value=text(move || space.as_of.get().to_string()) on:change=choose/>
                </span>
                <button class="button" type="button" on:click=pressed(move || space.as_of.set(browser::today()))>
                    {space.say(&says::TODAY)}
                </button>
            </div>
        </div>
    }
    .into_any()
}
