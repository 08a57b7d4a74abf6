//! The Plan room: the plan at the left, the verdict at the right.

mod controls;
mod editor;
mod findings;
mod form;
mod list;
mod outputs;
mod paste;

pub use editor::follow_caret;

use leptos::prelude::*;

use super::browser;
use super::parts::{count_memo, dynamic, follow, icon, pressed, severity_mark, two_panes_dock};
use super::route::{PlanView, Route, Verdict};
use super::says;
use super::verdict_line::VerdictLine;
use super::workspace::{Workspace, asks_for_verdict};
use crate::examples;
use crate::rules::Severity;
use crate::words::{Arg, Message, Words};

/// The room.
#[component]
pub fn PlanRoom() -> impl IntoView {
    let space = Workspace::here();
    let text = count_memo(move || usize::from(space.plan_view() == PlanView::Text));
    // Which kind of verdict is shown; its own details change below it without a new pane.
    let kind = count_memo(move || {
        space.route.with(|route| match route {
            Route::Plan(_, Verdict::Request(_)) => 1,
            Route::Plan(_, Verdict::Code(_)) => 2,
            _ => 0,
        })
    });
    let left = dynamic(move || match text.get() {
        1 => view! { <editor::Editor/> }.into_any(),
        _ => view! { <form::Form/> }.into_any(),
    });
    let right = dynamic(move || match kind.get() {
        1 => view! { <outputs::Outputs code=false/> }.into_any(),
        2 => view! { <outputs::Outputs code=true/> }.into_any(),
        _ => view! { <findings::Findings/> }.into_any(),
    });
    view! {
        <main class="room" id="main" tabindex="-1">
            <h1 class="hidden">{space.say(&says::PLAN)}</h1>
            <VerdictLine/>
            <section class="pane pane-a" aria-labelledby="plan-heading"><PlanHead/>{left}</section>
            <section class="pane pane-b" aria-labelledby="verdict-heading"><VerdictHead/>{right}</section>
            <paste::PasteDialog/>
            {dock(space)}
        </main>
    }
}

/// A tab: a link that knows whether it is the current one.
fn tab(space: Workspace, words: &'static Words, href: String, current: bool) -> AnyView {
    view! { <a href=href aria-current=current.then_some("page")>{space.say(words)}</a> }.into_any()
}

/// Form or text, examples, paste.
#[component]
fn PlanHead() -> impl IntoView {
    let space = Workspace::here();
    let tabs = dynamic(move || {
        let view = space.plan_view();
        let verdict = space.verdict();
        let tab = |words, there| tab(space, words, Route::Plan(there, verdict.clone()).href(), view == there);
        [tab(&says::FORM, PlanView::Form), tab(&says::TEXT, PlanView::Text)]
            .collect_view()
            .into_any()
    });
    let start = move |starter: &'static examples::Starter| {
        browser::close_popover("examples");
        space.replace(
            starter.text,
            Message::new(&says::STARTED_FROM, [Arg::Term(&starter.title)]),
        );
    };
    let starter = |starter: &'static examples::Starter| {
        view! {
            <li><button class="as-link" type="button" on:click=pressed(move || start(starter))>
                {space.say(&starter.title)}<span class="under">{space.say(&starter.note)}</span>
            </button></li>
        }
        .into_any()
    };
    view! {
        <header>
            <h2 class="hidden" id="plan-heading">{space.say(&says::PLAN)}</h2>
            <nav class="tabs" aria-label=space.say(&says::PLAN_AS)>{tabs}</nav>
            <div class="tools">
                <button class="button plain" type="button" popovertarget="examples">
                    {space.say(&says::EXAMPLES)}" "{icon("down")}
                </button>
                <div popover="auto" id="examples"><menu>{examples::ALL.iter().map(starter).collect_view()}</menu></div>
                <button class="button plain" type="button" id="paste-open" on:click=pressed(|| browser::show_dialog("paste"))>
                    {icon("paste")}<span>{space.say(&says::PASTE)}</span>
                </button>
            </div>
        </header>
    }
}

/// Findings, request, code.
#[component]
fn VerdictHead() -> impl IntoView {
    let space = Workspace::here();
    let tabs = dynamic(move || {
        let (view, here) = (space.plan_view(), space.verdict());
        let same = |there: &Verdict| std::mem::discriminant(there) == std::mem::discriminant(&here);
        let tab = |words, there: Verdict| tab(space, words, Route::Plan(view, there.clone()).href(), same(&there));
        [
            tab(&says::FINDINGS, Verdict::Findings(None)),
            tab(&says::REQUEST, Verdict::Request("arm")),
            tab(&says::CODE, Verdict::Code("csharp-resourcemanager")),
        ]
        .collect_view()
        .into_any()
    });
    view! {
        <header>
            <h2 class="hidden" id="verdict-heading">{space.say(&says::VERDICT)}</h2>
            <nav class="tabs" aria-label=space.say(&says::VERDICT_AS)>{tabs}</nav>
        </header>
    }
}

/// What replaces the second pane on a narrow screen.
fn dock(space: Workspace) -> AnyView {
    follow(move || {
        if space.route.with(asks_for_verdict) {
            space.shows_verdict.set(true);
        }
    });
    let counts = dynamic(move || {
        let language = space.language.get_untracked();
        let counts = space.analysis.with(|analysis| analysis.counts());
        let mark = |severity| match counts.of(severity) {
            0 => ().into_any(),
            count => view! { {severity_mark(severity, language)}{format!("{count} ")} }.into_any(),
        };
        [mark(Severity::Error), mark(Severity::Warning)]
            .collect_view()
            .into_any()
    });
    let verdict = view! { {space.say(&says::VERDICT)}" "{counts} }.into_any();
    two_panes_dock(
        space,
        space.shows_verdict,
        ("plan", space.say(&says::PLAN)),
        ("verdict", verdict),
    )
}
