//! The verdict in one line: counts, size, api-version, day of judgement, what was just done, steps.

use leptos::prelude::*;

use super::browser;
use super::parts::{icon, severity_icon};
use super::route::{Route, Verdict};
use super::says;
use super::workspace::{Workspace, keys};
use crate::model::{CalendarDate, Sizing};
use crate::rules::Severity;
use crate::words::{Arg, Message, Noun, Words, date, nouns};

/// The line under the top bar, the same in every room.
#[component]
pub fn VerdictLine() -> impl IntoView {
    let space = Workspace::here();
    view! {
        <section class="line" id="verdict-line" aria-label=space.say(&says::VERDICT_LINE)>
            <div class="counts">
                {Severity::ALL.map(|severity| view! { <Count severity/> }).collect_view()}
            </div>
            <span class="sum">{move || sum(space)}</span>
            <span class="quiet only-wide">"api "{move || api_version(space)}</span>
            <Judged/>
            <span class="done" role="status">{move || space.said.get().map(|said| done(space, &said))}</span>
            <div class="step">
                <span>{move || place(space)}</span>
                <button class="button plain only" type="button" on:click=pressed(move || space.step_finding(-1))
                    title=space.say(&says::PREVIOUS) aria-label=space.say(&says::PREVIOUS)>{icon("left")}</button>
                <button class="button plain only" type="button" on:click=pressed(move || space.step_finding(1))
                    title=space.say(&says::NEXT) aria-label=space.say(&says::NEXT)>{icon("right")}</button>
            </div>
        </section>
    }
}

/// One count; it leads to the findings of its severity.
#[component]
fn Count(severity: Severity) -> impl IntoView {
    let space = Workspace::here();
    let (noun, none): (&'static Noun, &'static Words) = match severity {
        Severity::Error => (&nouns::ERRORS, &says::NONE_ERROR),
        Severity::Warning => (&nouns::WARNINGS, &says::NONE_WARNING),
        Severity::Advice => (&nouns::ADVICE, &says::NONE_ADVICE),
    };
    let count = Memo::new(move |_| {
        space.analysis.with(|analysis| {
            analysis
                .findings
                .iter()
                .filter(|located| located.finding.severity == severity)
                .count()
        })
    });
    let said = move || match count.get() {
        0 => space.say(none).to_owned(),
        count => Message::new(&says::IT, [Arg::Count(count as i64, noun)]).text(space.language.get()),
    };
    let group = format!("group-{}", severity.name());
    let href = move || Route::Plan(space.plan_view(), Verdict::Findings(None)).href();
    let jump = move |_| {
        let group = group.clone();
        browser::after_paint(move || browser::focus(&group));
    };
    let mark = move || {
        if count.get() == 0 {
            icon("pass")
        } else {
            severity_icon(severity)
        }
    };
    view! {
        <a class=severity.name() class:none=move || count.get() == 0 href=href on:click=jump>{mark}{said}</a>
    }
}

/// `2 400 nodes × 4 vCPU = 9 600 cores`, as far as it is known.
fn sum(space: Workspace) -> AnyView {
    let language = space.language.get();
    let sizing = space.analysis.with(|analysis| {
        analysis
            .plan()
            .map(|plan| (Sizing::of(&plan), plan.pool.auto.is_some()))
    });
    let Some((sizing, automatic)) = sizing else {
        return ().into_any();
    };
    if automatic {
        return says::AUTOSCALED.in_language(language).into_any();
    }
    let count = |count, noun| Message::new(&says::IT, [Arg::Count(count, noun)]).text(language);
    let nodes = count(sizing.nodes, &nouns::NODES);
    match (sizing.vcpus, sizing.cores) {
        (Some(vcpus), Some(cores)) => view! {
            <span title=says::DERIVED.in_language(language)>
                {strong_number(nodes)}" "<i>"×"</i>" "<b>{vcpus}</b>" vCPU "<i>"="</i>" "{strong_number(count(cores, &nouns::CORES))}
            </span>
        }
        .into_any(),
        _ => strong_number(nodes),
    }
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
    Message::new(&says::OF, [Arg::Number(at as i64 + 1), Arg::Number(count as i64)]).text(space.language.get())
}

fn done(space: Workspace, said: &Message) -> AnyView {
    let undo = space.steps().0.then(|| {
        view! {
            <button class="button plain small" type="button" on:click=pressed(move || space.undo())>
                {icon("undo")}{space.say(&says::UNDO)}
            </button>
        }
    });
    view! { {said.text(space.language.get())}{undo} }.into_any()
}

/// The day of judgement, and the way to choose another.
#[component]
fn Judged() -> impl IntoView {
    let space = Workspace::here();
    let choose = move |event| {
        if let Some(day) = CalendarDate::parse(&event_target_value(&event)) {
            space.as_of.set(day);
        }
    };
    view! {
        <span class="quiet judged">
            <button class="as-link" type="button" popovertarget="judged-day">
                {space.say(&says::JUDGED)}" "{move || date(space.as_of.get(), space.language.get())}
            </button>
            <div popover="auto" id="judged-day">
                <label for="as-of">{space.say(&says::JUDGED_FOR)}</label>
                <div class="buttons">
                    <span class="control"><input id="as-of" type="date" prop:value=move || space.as_of.get().to_string()
                        on:change=choose/></span>
                    <button class="button" type="button" on:click=pressed(move || space.as_of.set(browser::today()))>
                        {space.say(&says::TODAY)}
                    </button>
                </div>
            </div>
        </span>
    }
}
