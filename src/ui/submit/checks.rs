//! The live checks: what each would send, what it read, and the way of that into the plan.

use leptos::prelude::*;

use super::session::Session;
use super::{shown, watch_says as says};
use crate::arm::checks::{Check, CheckState, Checks, Told, Verdict};
use crate::arm::{Failure, Outcome};
use crate::model::{Millis, Plan, Reading};
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::dom::{
    Done, View, count_memo, dynamic, el, flag, follow, nothing, pressed, side_by_side, text, text_memo,
};
use crate::ui::parts::{drawn, icon, marked, message, severity_mark, toned_icon};
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message};

/// The checks that run or ran, or else those that the plan of the moment would have.
fn with_checks<R>(space: Workspace, session: Session, look: impl FnOnce(&Checks) -> R) -> Option<R> {
    session.checks.with(|checks| match checks {
        Some(checks) => Some(look(checks)),
        None => space
            .analysis
            .with(|analysis| analysis.plan().map(|plan| look(&Checks::of(&plan)))),
    })
}

/// The block of the checks.
pub fn block(session: Session) -> View {
    let space = Workspace::here();
    // Which checks there are: their rows are made anew only when these are others.
    let ids = text_memo(move || {
        let ids = with_checks(space, session, |checks| {
            let ids: Vec<String> = checks.list().iter().map(|check| check.id.to_owned()).collect();
            crate::words::joined(&ids, " ")
        });
        ids.unwrap_or_default()
    });
    let runs = flag(move || {
        session.checks.with(|checks| {
            let progress = checks.as_ref().map(Checks::progress);
            progress.is_some_and(|(done, of)| done < of)
        })
    });
    let ran = flag(move || session.checks.with(Option::is_some));
    el("section")
        .class("block")
        .attr("id", "live-checks")
        .attr("aria-labelledby", "s-checks")
        .child(head(space, session, runs, ran))
        .child(progress(space, session, ran))
        .child(dynamic(move || {
            let rows: Vec<View> = ids
                .get()
                .split(' ')
                .filter(|id| !id.is_empty())
                .map(|id| untrack(|| row(space, session, id.to_owned())))
                .collect();
            el("ul").class("flush").child(rows).done()
        }))
        .child(take_all(space, session))
        .done()
}

fn head(space: Workspace, session: Session, runs: Signal<bool>, ran: Signal<bool>) -> View {
    let words = text(move || match (runs.get(), ran.get()) {
        (true, _) => space.say(&crate::ui::says::CANCEL).to_owned(),
        (false, true) => space.say(&says::RUN_AGAIN).to_owned(),
        (false, false) => space.say(&says::RUN_CHECKS).to_owned(),
    });
    let press = move || match runs.get_untracked() {
        true => session.cancel_checks(),
        false => session.run_checks(space),
    };
    let count = text(move || {
        // What is left out has its row too: the count says where it went.
        let counted = |checks: &Checks| (checks.progress(), checks.list().len());
        let ((done, of), rows) = with_checks(space, session, counted).unwrap_or_default();
        let counts = [done, of, rows.saturating_sub(of)].map(|count| Arg::Number(count as i64));
        let words = match rows > of {
            true => &says::CHECKS_LEFT_OUT,
            false => &says::CHECKS_DONE,
        };
        Message::new(words, counts).text(space.language.get_untracked())
    });
    el("header")
        .child(el("h3").attr("id", "s-checks").child(space.say(&says::LIVE_CHECKS)))
        .child(el("span").class("muted").attr("role", "status").child(count))
        .child(
            el("span").class("end").child(
                el("button")
                    .class("button plain")
                    .attr("type", "button")
                    .attr("id", "run-checks")
                    .on("click", pressed(press))
                    .child(words),
            ),
        )
        .done()
}

/// How far they are, or, before they begin, what they do.
fn progress(space: Workspace, session: Session, ran: Signal<bool>) -> View {
    dynamic(move || {
        if !ran.get() {
            return el("p").class("muted").child(space.say(&says::CHECKS_INTRO)).done();
        }
        let of = |which: fn((usize, usize)) -> usize| {
            text(move || {
                let progress = with_checks(space, session, Checks::progress);
                which(progress.unwrap_or_default()).to_string()
            })
        };
        el("progress")
            .attr("aria-label", space.say(&says::LIVE_CHECKS))
            .attr("max", of(|(_, of)| of.max(1)))
            .attr("value", of(|(done, _)| done))
            .done()
    })
}

/// One check, by its id. Only what changes of it is made anew, so that what somebody unfolded stays so.
fn row(space: Workspace, session: Session, id: String) -> View {
    let language = space.language.get_untracked();
    let name = id.clone();
    let title = with_check(space, session, &id, |check| check.title);
    // What it sends next, or sent last.
    let sent = RwSignal::new(None);
    let began = RwSignal::new(0.0);
    let took: RwSignal<Option<Millis>> = RwSignal::new(None);
    // The state, so that each of its parts follows it and not every step of the others.
    let state = count_memo(move || {
        let of = |check: &Check| match check.state {
            CheckState::Waiting => 0,
            CheckState::Running => 1,
            CheckState::Done(_) => 2,
            CheckState::Failed(_) => 3,
            CheckState::Skipped(_) => 4,
        };
        with_check(space, session, &id, of).unwrap_or(0)
    });
    let id = name;
    let of_call = id.clone();
    follow(move || {
        let call = with_check(space, session, &of_call, |check| check.call().cloned()).flatten();
        if call.is_some() && sent.with_untracked(|sent| *sent != call) {
            sent.set(call);
        }
    });
    follow(move || match state.get() {
        1 => began.set(browser::now()),
        2 | 3 if began.get_untracked() > 0.0 => {
            took.set(Some((browser::now() - began.get_untracked()) as Millis));
        }
        _ => took.set(None),
    });
    let (of_mark, of_under, of_end) = (id.clone(), id.clone(), id.clone());
    let mark = dynamic(move || {
        state.with(|_| ());
        with_check(space, session, &of_mark, |check| mark(space, check)).done()
    });
    let under = dynamic(move || {
        state.with(|_| ());
        with_check(space, session, &of_under, |check| said(space, check)).done()
    });
    let end = dynamic(move || {
        state.with(|_| ());
        took.get().map_or_else(nothing, |took| {
            let words = Message::new(&says::MILLISECONDS, [Arg::Number(took)]);
            words.text(language).done()
        })
    });
    let take = dynamic(move || {
        state.with(|_| ());
        space.analysis.with(|_| ());
        let told = with_check(space, session, &of_end, |check| match &check.state {
            CheckState::Done(told) if !told.readings.is_empty() => Some((told.clone(), check.title)),
            _ => None,
        });
        told.flatten()
            .map_or_else(nothing, |(told, title)| take(space, told, title))
    });
    let call = dynamic(move || match sent.get() {
        Some(call) => el("details")
            .class("sends")
            .child(el("summary").child(space.say(&says::SENDS)).child(icon("down")))
            .child(shown::line(session.endpoint(), &call))
            .done(),
        None => nothing(),
    });
    el("li")
        .class("item")
        .attr("id", format!("check-{id}"))
        .child(el("span").class("mark").child(mark))
        .child(
            el("div")
                .child(title.map(|title| space.say(title)))
                .child(under)
                .child(take)
                .child(call),
        )
        .child(el("span").class("end").child(end))
        .done()
}

fn with_check<R>(space: Workspace, session: Session, id: &str, look: impl FnOnce(&Check) -> R) -> Option<R> {
    with_checks(space, session, |checks| {
        checks.list().iter().find(|check| check.id == id).map(look)
    })
    .flatten()
}

fn mark(space: Workspace, check: &Check) -> View {
    let language = space.language.get_untracked();
    match &check.state {
        CheckState::Waiting => icon("waiting"),
        CheckState::Running => drawn("icon running", "running").attr("aria-hidden", "true").done(),
        CheckState::Done(told) => verdict_mark(told.verdict, language),
        CheckState::Failed(Outcome::Failed(Failure::Cancelled)) => icon("stop"),
        CheckState::Failed(_) => severity_mark(Severity::Warning, language),
        CheckState::Skipped(_) => icon("advice"),
    }
}

fn verdict_mark(verdict: Verdict, language: crate::words::Language) -> View {
    match verdict {
        Verdict::Fine => toned_icon("pass"),
        Verdict::Note => severity_mark(Severity::Warning, language),
        Verdict::Trouble => severity_mark(Severity::Error, language),
    }
}

/// What was read, or why nothing was.
fn said(space: Workspace, check: &Check) -> View {
    let language = space.language.get_untracked();
    let under = |view: View| el("span").class("under").child(view).done();
    match &check.state {
        CheckState::Waiting => under(space.say(&says::WAITING).done()),
        CheckState::Running => under(space.say(&says::READING).done()),
        CheckState::Done(told) => {
            let more = told.more.iter().map(|(verdict, said)| {
                el("li")
                    .child(verdict_mark(*verdict, language))
                    .child(el("span").child(message(said, language)))
                    .done()
            });
            let more: Vec<View> = more.collect();
            let list = (!more.is_empty()).then(|| el("ul").class("told").child(more));
            side_by_side([under(message(&told.summary, language)), list.into()])
        }
        CheckState::Failed(failed) => side_by_side([
            under(marked(failed.told().happened, language)),
            el("p").child(marked(failed.told().remedy, language)).done(),
        ]),
        CheckState::Skipped(why) => under(message(why, language)),
    }
}

/// Whether the plan holds what was read, by this reading or, where several checks read the same, by a later one.
fn taken(plan: &Plan, reading: &Reading) -> bool {
    let same = |other: &Reading| other.path == reading.path && other.at >= reading.at;
    plan.readings.iter().any(same)
}

/// The way into the plan of what one check read.
fn take(space: Workspace, told: Told, title: &'static crate::words::Words) -> View {
    let is_taken = space.analysis.with_untracked(|analysis| {
        let plan = analysis.plan();
        plan.is_some_and(|plan| told.readings.iter().all(|reading| taken(&plan, reading)))
    });
    if is_taken {
        return el("p").class("muted").child(space.say(&says::IS_TAKEN)).done();
    }
    let press = move || {
        let edits = space
            .analysis
            .with_untracked(|analysis| analysis.plan().map(|plan| told.edits(&plan)));
        if let Some(edits) = edits {
            let said = Message::new(&says::TAKEN, [Arg::Term(title)]);
            space.edit(&edits, Some(said), false);
        }
    };
    el("p")
        .child(
            el("button")
                .class("button small fix")
                .attr("type", "button")
                .on("click", pressed(press))
                .child(icon("fix"))
                .child(space.say(&says::TAKE))
                .child(el("span").class("hidden").child([": ", space.say(title)].concat())),
        )
        .done()
}

/// The way into the plan of all that was read.
fn take_all(space: Workspace, session: Session) -> View {
    let open = count_memo(move || {
        space.analysis.with(|analysis| {
            let Some(plan) = analysis.plan() else { return 0 };
            session.checks.with(|checks| {
                let list = checks.as_ref().map_or(&[][..], Checks::list);
                let told = list.iter().filter_map(|check| match &check.state {
                    CheckState::Done(told) => Some(told),
                    _ => None,
                });
                told.flat_map(|told| &told.readings)
                    .filter(|reading| !taken(&plan, reading))
                    .count()
            })
        })
    });
    let press = move || {
        let edits = session.checks.with_untracked(|checks| {
            let checks = checks.as_ref()?;
            space
                .analysis
                .with_untracked(|analysis| analysis.plan().map(|plan| checks.edits(&plan)))
        });
        if let Some(edits) = edits {
            let said = Message::new(&says::TAKEN, [Arg::Term(&says::LIVE_CHECKS)]);
            space.edit(&edits, Some(said), false);
        }
    };
    dynamic(move || match open.get() {
        0 => nothing(),
        _ => el("p")
            .class("buttons")
            .child(
                el("button")
                    .class("button")
                    .attr("type", "button")
                    .attr("id", "take-all")
                    .on("click", pressed(press))
                    .child(icon("fix"))
                    .child(space.say(&says::TAKE_ALL)),
            )
            .done(),
    })
}
