//! How a submission ended, or why an action was not carried out: what it means, what the service said, what to do next.

use leptos::prelude::*;

use super::explained::explained;
use super::holding::Wiped;
use super::session::Session;
use super::{call, stage, watch_says as says};
use crate::arm::submission::{Doing, Ending, State, Why};
use crate::arm::{Outcome, Submission};
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::dom::{Done, View, dynamic, el, nothing, pressed, side_by_side, text_memo};
use crate::ui::parts::{icon, marked, severity_mark, toned_icon};
use crate::ui::workspace::Workspace;
use crate::words::Words;

/// The block of what was refused, of what ended, and of the token that is missing; nothing while all is well.
pub fn block(session: Session) -> View {
    let space = Workspace::here();
    // Made anew only when something else is to be told.
    let key = text_memo(move || {
        let told = stage::with(session, |submission| match submission.state() {
            State::Ended(ending) => format!("ended {ending:?}"),
            State::NeedsToken(_) => "token".to_owned(),
            State::Gone => "gone".to_owned(),
            State::Vanished => "vanished".to_owned(),
            _ => submission
                .refused()
                .map_or_else(String::new, |ending| format!("refused {ending:?}")),
        });
        told.unwrap_or_default()
    });
    dynamic(move || {
        if key.with(String::is_empty) {
            return nothing();
        }
        untrack(|| stage::with(session, |submission| shown(space, session, submission)).unwrap_or_else(nothing))
    })
}

fn shown(space: Workspace, session: Session, submission: &Submission) -> View {
    let language = space.language.get_untracked();
    match submission.state() {
        State::Gone => section(
            toned_icon("pass"),
            space.say(&says::GONE).done(),
            anew(space, session).done(),
        ),
        State::Vanished => section(
            severity_mark(Severity::Error, language),
            space.say(&says::VANISHED).done(),
            side_by_side([
                el("p").child(space.say(&says::VANISHED_MEANS)).done(),
                el("p").child(space.say(&says::KEPT)).done(),
                again(space, session, submission),
            ]),
        ),
        State::NeedsToken(_) => section(
            severity_mark(Severity::Warning, language),
            space.say(&says::NEEDS_TOKEN).done(),
            side_by_side([
                el("p").child(space.say(&says::NEEDS_TOKEN_MEANS)).done(),
                submission
                    .trouble()
                    .map_or_else(nothing, |trouble| said(space, &trouble.outcome)),
                el("div")
                    .class("buttons")
                    .child(token_or_on(space, session))
                    .child(leave(space, session))
                    .done(),
            ]),
        ),
        State::Ended(ending) => ended(space, ending, again(space, session, submission)),
        _ => submission
            .refused()
            .map_or_else(nothing, |ending| ended(space, ending, nothing())),
    }
}

/// To where a token is given; where none is, on.
fn token_or_on(space: Workspace, session: Session) -> View {
    if !session.place.get_untracked().is_azure() {
        let go_on = move || {
            session.change(Submission::token_renewed);
            session.drive();
        };
        return button("button primary", "go-on", "again", space.say(&says::GO_ON), go_on);
    }
    let give = move || {
        // The one that was refused makes room.
        session.wipe(Wiped::Asked);
        browser::after_paint(|| browser::focus("token"));
    };
    button("button primary", "to-token", "key", space.say(&says::GIVE_TOKEN), give)
}

fn section(mark: View, title: View, body: View) -> View {
    el("section")
        .class("block")
        .attr("id", "told")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "s-told")
        .child(
            el("header").child(mark).child(
                el("h3")
                    .attr("id", "s-told")
                    .child(el("span").attr("role", "alert").child(title)),
            ),
        )
        .child(body)
        .done()
}

fn ended(space: Workspace, ending: &Ending, buttons: View) -> View {
    let language = space.language.get_untracked();
    let told = ending.told();
    let severity = match &ending.why {
        Why::Left => Severity::Advice,
        Why::Unknown(_) => Severity::Warning,
        Why::Outcome(_) => Severity::Error,
    };
    let explained = match &ending.why {
        Why::Outcome(outcome) | Why::Unknown(outcome) => said(space, outcome),
        Why::Left => nothing(),
    };
    section(
        severity_mark(severity, language),
        marked(told.title, language),
        side_by_side([
            el("p").child(marked(told.happened, language)).done(),
            el("p").child(marked(told.remedy, language)).done(),
            explained,
            el("p").class("muted").child(space.say(&says::KEPT)).done(),
            buttons,
        ]),
    )
}

/// What the service said, where it said something.
fn said(space: Workspace, outcome: &Outcome) -> View {
    match outcome.refusal().filter(|refusal| !refusal.body.trim().is_empty()) {
        Some(refusal) => explained(space, &refusal.body),
        None => nothing(),
    }
}

/// The ways on from an ending.
fn again(space: Workspace, session: Session, submission: &Submission) -> View {
    let goes_on = match submission.state() {
        State::Ended(ending) => matches!(ending.during, Doing::Watching | Doing::Deleting),
        _ => false,
    };
    let watch = goes_on.then(|| {
        let go_on = move || {
            let _ = stage::act(session, |submission| {
                submission.watch_it();
                Ok(())
            });
        };
        button("button primary", "go-on", "again", space.say(&says::GO_ON), go_on)
    });
    let class = if goes_on { "button" } else { "button primary" };
    let look = button(class, "look-again", "again", space.say(&says::LOOK_AGAIN), move || {
        call::look(space, session)
    });
    el("div")
        .class("buttons")
        .child(watch)
        .child(look)
        .child(leave(space, session))
        .done()
}

/// Looks anew, or leaves it.
pub fn anew(space: Workspace, session: Session) -> View {
    let press = move || call::look(space, session);
    let look = button("button", "look-again", "again", space.say(&says::LOOK_AGAIN), press);
    el("div")
        .class("buttons")
        .child(look)
        .child(leave(space, session))
        .done()
}

fn leave(space: Workspace, session: Session) -> View {
    let words: &'static Words = &says::LEAVE_RUN;
    button("button plain", "start-anew", "close", space.say(words), move || {
        session.discard()
    })
}

fn button(class: &str, id: &str, mark: &str, words: &str, press: impl Fn() + 'static) -> View {
    el("button")
        .class(class)
        .attr("type", "button")
        .attr("id", id)
        .on("click", pressed(press))
        .child(icon(mark))
        .child(words)
        .done()
}
