//! The Plan room: the plan at the left, the verdict at the right.

mod controls;
mod editor;
mod findings;
mod form;
mod list;
mod outputs;
mod paste;

use leptos::prelude::*;

use super::parts::{icon, severity_mark};
use super::route::{PlanView, Route, Verdict};
use super::says;
use super::verdict_line::VerdictLine;
use super::workspace::{Workspace, asks_for_verdict};
use crate::examples;
use crate::rules::Severity;
use crate::words::{Message, Words};

/// The room.
#[component]
pub fn PlanRoom() -> impl IntoView {
    let space = Workspace::here();
    let view = Memo::new(move |_| space.plan_view());
    let left = move || match view.get() {
        PlanView::Form => view! { <form::Form/> }.into_any(),
        PlanView::Text => view! { <editor::Editor/> }.into_any(),
    };
    view! {
        <main class="room" id="main" tabindex="-1">
            <h1 class="hidden">{space.say(&says::PLAN)}</h1>
            <VerdictLine/>
            <section class="pane pane-a" aria-labelledby="plan-heading">
                <PlanHead/>
                {left}
            </section>
            <section class="pane pane-b" aria-labelledby="verdict-heading">
                <VerdictHead/>
                {move || right(space)}
            </section>
            <paste::PasteDialog/>
            <Dock/>
        </main>
    }
}

/// Which kind of verdict is shown; its own details change below it without a new pane.
fn right(space: Workspace) -> AnyView {
    let kind = Memo::new(move |_| {
        space.route.with(|route| match route {
            Route::Plan(_, Verdict::Request(_)) => 1,
            Route::Plan(_, Verdict::Code(_)) => 2,
            _ => 0,
        })
    });
    (move || match kind.get() {
        1 => view! { <outputs::RequestView/> }.into_any(),
        2 => view! { <outputs::CodeView/> }.into_any(),
        _ => view! { <findings::Findings/> }.into_any(),
    })
    .into_any()
}

/// A tab: a link that knows whether it is the current one.
fn tab(space: Workspace, words: &'static Words, route: impl Fn() -> Route + Copy + Send + Sync + 'static) -> AnyView {
    let current = move || {
        let (here, there) = (space.route.get(), route());
        let same = match (&here, &there) {
            (Route::Plan(_, Verdict::Findings(_)), Route::Plan(_, Verdict::Findings(_)))
            | (Route::Plan(_, Verdict::Request(_)), Route::Plan(_, Verdict::Request(_)))
            | (Route::Plan(_, Verdict::Code(_)), Route::Plan(_, Verdict::Code(_))) => true,
            _ => here == there,
        };
        same.then_some("page")
    };
    view! { <a href=move || route().href() aria-current=current>{space.say(words)}</a> }.into_any()
}

/// Form or text, examples, paste.
#[component]
fn PlanHead() -> impl IntoView {
    let space = Workspace::here();
    let with_view = move |view| {
        Route::Plan(
            view,
            space.route.with(|route| match route {
                Route::Plan(_, verdict) => verdict.clone(),
                Route::Rules(_) => Verdict::Findings(None),
            }),
        )
    };
    let start = move |starter: &'static examples::Starter| {
        super::browser::close_popover("examples");
        let title = crate::words::Arg::Term(&starter.title);
        space.replace(starter.text, Message::new(&says::STARTED_FROM, [title]));
    };
    view! {
        <header>
            <h2 class="hidden" id="plan-heading">{space.say(&says::PLAN)}</h2>
            <nav class="tabs" aria-label=space.say(&says::PLAN_AS)>
                {tab(space, &says::FORM, move || with_view(PlanView::Form))}
                {tab(space, &says::TEXT, move || with_view(PlanView::Text))}
            </nav>
            <div class="tools">
                <button class="button plain" type="button" popovertarget="examples">
                    {space.say(&says::EXAMPLES)}" "{icon("down")}
                </button>
                <div popover="auto" id="examples">
                    <menu>{examples::ALL.iter().map(|starter| view! {
                        <li><button class="as-link" type="button" on:click=move |_| start(starter)>
                            {space.say(&starter.title)}
                            <span class="under">{space.say(&starter.note)}</span>
                        </button></li>
                    }).collect_view()}</menu>
                </div>
                <button class="button plain" type="button" id="paste-open" on:click=|_| super::browser::show_dialog("paste")>
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
    let count = Memo::new(move |_| space.analysis.with(|analysis| analysis.findings.len()));
    view! {
        <header>
            <h2 class="hidden" id="verdict-heading">{space.say(&says::VERDICT)}</h2>
            <nav class="tabs" aria-label=space.say(&says::VERDICT_AS)>
                <span class="counted">
                    {tab(space, &says::FINDINGS, move || Route::Plan(space.plan_view(), Verdict::Findings(None)))}
                    <span class="muted">{count}</span>
                </span>
                {tab(space, &says::REQUEST, move || Route::Plan(space.plan_view(), Verdict::Request("arm")))}
                {tab(space, &says::CODE, move || Route::Plan(space.plan_view(), Verdict::Code("csharp-resourcemanager")))}
            </nav>
        </header>
    }
}

/// What replaces the second pane on a narrow screen.
#[component]
fn Dock() -> impl IntoView {
    let space = Workspace::here();
    let shows_verdict = space.shows_verdict;
    Effect::new(move |ran: Option<()>| {
        let asked = space.route.with(asks_for_verdict);
        if ran.is_some() && asked {
            shows_verdict.set(true);
        }
    });
    let counts = move || {
        let language = space.language.get();
        let counts = space.analysis.with(|analysis| analysis.counts());
        [(Severity::Error, counts.errors), (Severity::Warning, counts.warnings)]
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(severity, count)| view! { {severity_mark(severity, language)}{count}" " })
            .collect_view()
    };
    view! {
        <fieldset class="dock">
            <legend class="hidden">{space.say(&says::VIEW)}</legend>
            <label><input class="hidden" type="radio" name="show" id="show-a" prop:checked=move || !shows_verdict.get()
                on:change=move |_| shows_verdict.set(false)/><span>{icon("plan")}</span>
                <span>{space.say(&says::PLAN)}</span></label>
            <label><input class="hidden" type="radio" name="show" id="show-b" prop:checked=move || shows_verdict.get()
                on:change=move |_| shows_verdict.set(true)/><span>{icon("verdict")}</span>
                <span>{space.say(&says::VERDICT)}" "{counts}</span></label>
        </fieldset>
    }
}
