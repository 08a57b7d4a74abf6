//! The Plan room: the plan at the left, the verdict at the right.

mod accept;
mod bundle;
mod controls;
mod editor;
mod findings;
mod fixes;
mod form;
mod list;
mod names;
mod outputs;
mod paste;
mod report;

pub use editor::follow_caret;
pub use findings::{fix_button, go_to_text};
pub use form::field_id;
pub use names::names;
pub use paste::take_dropped_files;
pub use report::report;

use leptos::prelude::*;

use crate::ui::dom::{Done, View, count_memo, dynamic, el, flag, follow, nothing, pressed, side_by_side, text};

use super::browser;
use super::judgement;
use super::parts::{icon, severity_mark, two_panes_dock};
use super::route::{PlanView, Route, Verdict};
use super::says;
use super::submission;
use super::verdict_line::verdict_line;
use super::workspace::{Workspace, asks_for_verdict};
use crate::examples;
use crate::rules::Severity;
use crate::words::{Arg, Message, Words};

/// The room.
pub fn plan_room() -> View {
    let space = Workspace::here();
    let text = count_memo(move || usize::from(space.plan_view() == PlanView::Text));
    // Which kind of verdict is shown; its own details change below it without a new pane.
    let kind = count_memo(move || {
        space.route.with(|route| match route {
            Route::Plan(_, Verdict::Request(_)) => 1,
            Route::Plan(_, Verdict::Code(_)) => 2,
            Route::Plan(_, Verdict::Report) => 3,
            Route::Plan(_, Verdict::Names(_)) => 4,
            Route::Plan(_, Verdict::Submit) => 5,
            _ => 0,
        })
    });
    let left = dynamic(move || match text.get() {
        1 => editor::editor(),
        _ => form::form(),
    });
    let right = dynamic(move || match kind.get() {
        1 => outputs::outputs(false).done(),
        2 => outputs::outputs(true).done(),
        kind @ (3 | 4) => {
            space.judged.track();
            judgement::there().map_or_else(nothing, |there| (if kind == 3 { there.report } else { there.names })())
        }
        5 => submit(space),
        _ => findings::findings(),
    });
    el("main")
        .class("room")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(el("h1").class("hidden").child(space.say(&says::PLAN)))
        .child(verdict_line())
        .child(
            el("section")
                .class("pane pane-a")
                .attr("aria-labelledby", "plan-heading")
                .child(plan_head())
                .child(left),
        )
        .child(
            el("section")
                .class("pane pane-b")
                .attr("aria-labelledby", "verdict-heading")
                .child(verdict_head())
                .child(right),
        )
        .child(paste::paste_dialog())
        .child(dock(space))
        .done()
}

/// What sends the pool: a part of the app of its own, which is loaded when it is first looked at.
fn submit(space: Workspace) -> View {
    space.sends.track();
    space.reading.track();
    space.judged.track();
    match submission::there() {
        Some(there) if judgement::there().is_some() && space.reading.get() => (there.pane)(),
        // The rest comes by itself: to load this part again would bring the same answer for ever.
        Some(_) => nothing(),
        None => {
            space.load_submission();
            nothing()
        }
    }
}

/// A tab: a link that knows whether it is the current one. Made once, so that it keeps the focus.
fn tab(
    space: Workspace,
    words: &'static Words,
    there: impl Fn() -> Route + Send + Sync + 'static,
    current: impl Fn() -> bool + Send + Sync + 'static,
) -> View {
    el("a")
        .attr("href", text(move || there().href()))
        .current("page", flag(current))
        .child(space.say(words))
        .done()
}

/// Form or text, examples, paste.
fn plan_head() -> View {
    let space = Workspace::here();
    let tab = |words, view| {
        tab(
            space,
            words,
            move || Route::Plan(view, space.verdict()),
            move || space.plan_view() == view,
        )
    };
    let tabs = [tab(&says::FORM, PlanView::Form), tab(&says::TEXT, PlanView::Text)];
    let start = move |starter: &'static examples::Starter| {
        browser::close_popover("examples");
        space.replace(
            starter.text,
            Message::new(&says::STARTED_FROM, [Arg::Term(&starter.title)]),
        );
    };
    let starter = |starter: &'static examples::Starter| {
        el("li")
            .child(
                el("button")
                    .class("as-link")
                    .attr("type", "button")
                    .on("click", pressed(move || start(starter)))
                    .child(space.say(&starter.title))
                    .child(el("span").class("under").child(space.say(&starter.note))),
            )
            .done()
    };
    el("header")
        .child(
            el("h2")
                .class("hidden")
                .attr("id", "plan-heading")
                .child(space.say(&says::PLAN)),
        )
        .child(
            el("nav")
                .class("tabs")
                .attr("aria-label", space.say(&says::PLAN_AS))
                .child(tabs),
        )
        .child(
            el("div")
                .class("tools")
                .child(
                    el("button")
                        .class("button plain")
                        .attr("type", "button")
                        .attr("popovertarget", "examples")
                        .child(space.say(&says::EXAMPLES))
                        .child(" ")
                        .child(icon("down")),
                )
                .child(
                    el("div")
                        .attr("popover", "auto")
                        .attr("id", "examples")
                        .child(el("menu").child(examples::ALL.iter().map(starter).collect::<View>())),
                )
                .child(
                    el("button")
                        .class("button plain")
                        .attr("type", "button")
                        .attr("id", "paste-open")
                        .attr("aria-label", space.say(&says::PASTE))
                        .on("click", pressed(|| browser::show_dialog("paste")))
                        .child(icon("paste"))
                        .child(el("span").class("word").child(space.say(&says::PASTE))),
                ),
        )
        .done()
}

/// Findings, request, code.
fn verdict_head() -> View {
    let space = Workspace::here();
    let tab = |words, verdict: Verdict| {
        let kind = std::mem::discriminant(&verdict);
        // Names are a way to look at code.
        let is_code = matches!(verdict, Verdict::Code(_));
        tab(
            space,
            words,
            move || Route::Plan(space.plan_view(), verdict.clone()),
            move || {
                let shown = space.verdict();
                std::mem::discriminant(&shown) == kind || is_code && matches!(shown, Verdict::Names(_))
            },
        )
    };
    let tabs = [
        tab(&says::FINDINGS, Verdict::Findings(None)),
        tab(&says::REQUEST, Verdict::Request("arm")),
        tab(&says::CODE, Verdict::Code("csharp-resourcemanager")),
        tab(&says::REPORT, Verdict::Report),
        tab(&says::SUBMIT, Verdict::Submit),
    ];
    el("header")
        .child(
            el("h2")
                .class("hidden")
                .attr("id", "verdict-heading")
                .child(space.say(&says::VERDICT)),
        )
        .child(
            el("nav")
                .class("tabs")
                .attr("aria-label", space.say(&says::VERDICT_AS))
                .child(tabs),
        )
        .done()
}

/// What replaces the second pane on a narrow screen.
fn dock(space: Workspace) -> View {
    follow(move || {
        if space.route.with(asks_for_verdict) {
            space.shows_verdict.set(true);
        }
    });
    let counts = dynamic(move || {
        let language = space.language.get_untracked();
        let counts = space.analysis.with(|analysis| analysis.counts());
        let mark = |severity| match counts.of(severity) {
            0 => nothing(),
            count => side_by_side([severity_mark(severity, language).done(), format!("{count} ").done()]).done(),
        };
        [mark(Severity::Error), mark(Severity::Warning)].done()
    });
    let verdict = side_by_side([space.say(&says::VERDICT).done(), " ".into(), counts.done()]).done();
    two_panes_dock(
        space,
        space.shows_verdict,
        ("plan", space.say(&says::PLAN)),
        ("verdict", verdict),
    )
}
