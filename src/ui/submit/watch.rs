//! The watch: the figures of the moment, the curve so far, what troubles the reading, and what can be done meanwhile.

use leptos::prelude::*;

use super::call::allocation;
use super::curve::curve;
use super::session::Session;
use super::stage;
use super::{delete, shown, watch_says as says};
use crate::arm::Submission;
use crate::arm::submission::{Action, Allocation, State};
use crate::growth::{self, Growing, ImageKind};
use crate::model::{Millis, Moment, Node, Plan};
use crate::rules::Severity;
use crate::ui::dom::{Done, View, dynamic, el, flag, nothing, pressed, side_by_side, text, text_memo};
use crate::ui::parts::{icon, marked, message, notice};
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Language, Message, duration, number};

/// The block of the watch; nothing until the pool was read once after its call.
pub fn block(session: Session) -> View {
    let space = Workspace::here();
    let name = text_memo(move || {
        let shown = |submission: &Submission| {
            let planning = matches!(submission.state(), State::Looking | State::Planned(_));
            let watched = !planning && submission.watch().pool().is_some();
            watched.then(|| submission.pool_name().to_owned())
        };
        stage::with(session, shown).flatten().unwrap_or_default()
    });
    dynamic(move || match name.get() {
        name if name.is_empty() => nothing(),
        name => untrack(|| watch(space, session, name)),
    })
}

fn watch(space: Workspace, session: Session, name: String) -> View {
    let read = text(move || {
        session.clock.track();
        stage::with(session, |submission| when_read(space, submission, session.now())).unwrap_or_default()
    });
    let state = text_memo(move || {
        let words = stage::with(session, |submission| match submission.state() {
            // What was read last is no longer so.
            State::Gone | State::Vanished => Some(&says::GONE),
            _ => submission.watch().pool().map(allocation),
        });
        words.flatten().map_or("", |words| space.say(words)).to_owned()
    });
    el("section")
        .class("block")
        .attr("id", "watch")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "s-watch")
        .child(
            el("header")
                .child(el("h3").attr("id", "s-watch").child(name))
                .child(el("span").class("muted").child(read))
                .child(el("span").class("end").child(buttons(space, session))),
        )
        .child(el("p").class("hidden").attr("role", "status").child(state))
        .child(dynamic(move || trouble(space, session)))
        .child(dynamic(move || notes(space, session)))
        .child(figures(space, session, state.into()))
        .child(curve(space, session))
        .child(dynamic(move || formula(space, session)))
        .done()
}

/// When the pool was read, and when it is read again.
fn when_read(space: Workspace, submission: &Submission, now: Moment) -> String {
    let language = space.language.get_untracked();
    let Some(last) = submission.watch().points().last() else {
        return String::new();
    };
    let at = Arg::Text(shown::clock(last.at));
    let message = match submission.next(now) {
        Some(next) => {
            let seconds = (next.since(now) + 999) / 1_000;
            Message::new(&says::READ_AGAIN_IN, [at, Arg::Number(seconds)])
        }
        None => Message::new(&says::READ_AT, [at]),
    };
    message.text(language)
}

/// Stop the resize, switch the formula off, delete the pool.
fn buttons(space: Workspace, session: Session) -> View {
    // Not disabled but said to be: a button that vanishes from under the focus takes it away.
    let idle = move |action| text(move || (!stage::with(session, |one| can(one, action)).unwrap_or(false)).to_string());
    let press = move |action| {
        pressed(move || {
            if untrack(|| stage::with(session, |one| can(one, action))).unwrap_or(false) {
                let _ = stage::act(session, |submission| submission.act(action, ""));
            }
        })
    };
    let stop = el("button")
        .class("button plain")
        .attr("type", "button")
        .attr("id", "stop-resize")
        .attr("aria-disabled", idle(Action::StopResize))
        .on("click", press(Action::StopResize))
        .child(icon("stop"))
        .child(space.say(&says::STOP_RESIZE));
    let follows = text_memo(move || {
        let scales = stage::with(session, |submission| {
            submission.watch().pool().is_some_and(|pool| pool.auto_scale)
        });
        scales.unwrap_or(false).to_string()
    });
    let formula = dynamic(move || match follows.get().as_str() {
        "true" => el("button")
            .class("button plain")
            .attr("type", "button")
            .attr("id", "disable-formula")
            .attr("aria-disabled", idle(Action::DisableAutoScale))
            .on("click", press(Action::DisableAutoScale))
            .child(space.say(&says::DISABLE_FORMULA))
            .done(),
        _ => nothing(),
    });
    side_by_side([stop.done(), formula, delete::button(session, idle(Action::Delete))])
}

/// Whether an action makes sense now.
pub fn can(submission: &Submission, action: Action) -> bool {
    let resizing = submission
        .watch()
        .pool()
        .is_some_and(|pool| pool.allocation == Allocation::Resizing);
    submission.possible(action).is_ok() && (resizing || action != Action::StopResize)
}

/// What failed of the last reads. The watch goes on.
fn trouble(space: Workspace, session: Session) -> View {
    let language = space.language.get_untracked();
    let told = stage::with(session, |submission| {
        let trouble = submission.trouble()?;
        let at = submission.watch().points().last()?.at;
        let count = Arg::Count(i64::from(trouble.tries), &says::READS);
        let words = Message::new(&says::READS_FAILED, [count, Arg::Text(shown::clock(at))]);
        Some(side_by_side([
            message(&words, language),
            " ".done(),
            marked(trouble.outcome.told().happened, language),
        ]))
    });
    match told.flatten() {
        Some(said) => notice(Severity::Warning, said, nothing()),
        None => nothing(),
    }
}

/// What happened on the way.
fn notes(space: Workspace, session: Session) -> View {
    let language = space.language.get_untracked();
    let notes = stage::with(session, |submission| submission.watch().notes().to_vec()).unwrap_or_default();
    let note = |note: &crate::arm::submission::Note| {
        el("p")
            .child(el("span").class("muted").child([&shown::clock(note.at), " "].concat()))
            .child(marked(note.what.words(), language))
            .done()
    };
    notes.iter().map(note).collect()
}

/// The moment up to which the resize is shown: now, or when it was last read once it is over.
fn until(submission: &Submission, now: Moment) -> Moment {
    match submission.state() {
        State::Watching | State::Sending(_) | State::Unsure(_) => now,
        _ => submission.watch().points().last().map_or(now, |point| point.at),
    }
}

fn figures(space: Workspace, session: Session, state: View) -> View {
    let language = space.language.get_untracked();
    let of = move |which: fn(&Submission, Moment, Language) -> Option<[String; 2]>| {
        move |part: usize| {
            text(move || {
                session.clock.track();
                let figure = stage::with(session, |submission| which(submission, session.now(), language));
                let parts = figure.flatten().unwrap_or_default();
                parts.get(part).cloned().unwrap_or_default()
            })
        }
    };
    let figure = |words: View, which: fn(&Submission, Moment, Language) -> Option<[String; 2]>| {
        let part = of(which);
        let gone = flag(move || {
            session.clock.track();
            stage::with(session, |submission| which(submission, session.now(), language))
                .flatten()
                .is_none()
        });
        el("div")
            .attr("hidden", gone)
            .child(el("dt").child(words))
            .child(el("dd").child(part(0)).child(" ").child(el("small").child(part(1))))
            .done()
    };
    let resizes = text(move || {
        let counted = |submission: &Submission| resizes(space, submission);
        match stage::with(session, counted) {
            Some((own, about)) if about > 1 => {
                Message::new(&says::RESIZE_OF, [own, about].map(Arg::Number)).text(language)
            }
            _ => space.say(&says::RESIZE_ONE).to_owned(),
        }
    });
    let end = text(move || {
        session.clock.track();
        let end = stage::with(session, |submission| estimate(space, submission, session.now()));
        end.flatten().map(|end| shown::clock(end.end)).unwrap_or_default()
    });
    let end_with = text(move || {
        session.clock.track();
        let end = stage::with(session, |submission| estimate(space, submission, session.now()));
        match end.flatten().map(|end| end.ending) {
            Some(growth::Ending::AtTimeOut(nodes)) => {
                Message::new(&says::WITH_ABOUT, [Arg::Number(nodes)]).text(language)
            }
            _ => String::new(),
        }
    });
    let has_end = end;
    let estimated = el("div")
        .attr("hidden", flag(move || has_end.with(String::is_empty)))
        .child(el("dt").child(space.say(&says::ESTIMATE)))
        .child(el("dd").child(end).child(" ").child(el("small").child(end_with)));
    side_by_side([el("dl")
        .class("figures")
        .child(figure(space.say(&says::OF_DEDICATED).done(), dedicated))
        .child(figure(space.say(&says::OF_SPOT).done(), spot))
        .child(
            el("div")
                .child(el("dt").child(space.say(&says::ALLOCATION)))
                .child(el("dd").attr("id", "allocation").child(state)),
        )
        .child(figure(resizes.into(), elapsed))
        .child(estimated)
        .done()])
}

fn of_target(current: i64, target: i64, language: Language) -> [String; 2] {
    let target = Message::new(&says::OF_TARGET, [Arg::Number(target)]);
    [number(current), target.text(language)]
}

fn dedicated(submission: &Submission, _: Moment, language: Language) -> Option<[String; 2]> {
    let pool = submission.watch().pool()?;
    let only_spot = pool.dedicated == 0 && pool.target_dedicated == 0 && pool.target_spot > 0;
    (!only_spot).then(|| of_target(pool.dedicated, pool.target_dedicated, language))
}

fn spot(submission: &Submission, _: Moment, language: Language) -> Option<[String; 2]> {
    let pool = submission.watch().pool()?;
    (pool.spot > 0 || pool.target_spot > 0).then(|| of_target(pool.spot, pool.target_spot, language))
}

/// How long the last resize of a steady pool took, by the clock of the service: a pool may be read long after it.
fn took(submission: &Submission) -> Option<Millis> {
    let pool = submission.watch().pool();
    let pool = pool.filter(|pool| pool.allocation == Allocation::Steady)?;
    let ended = pool.body.at("/properties/allocationStateTransitionTime")?.as_text()?;
    let took = Moment::parse(ended)?.since(pool.started?);
    (took >= 0).then_some(took)
}

/// How long the resize takes already, of its time-out.
fn elapsed(submission: &Submission, now: Moment, language: Language) -> Option<[String; 2]> {
    let watch = submission.watch();
    let elapsed = took(submission).or_else(|| watch.elapsed(until(submission, now)))?;
    let elapsed = shown::lasted(elapsed);
    let of = watch.pool()?.time_out.map(|time_out| {
        let args = [Arg::Text(duration(time_out, language))];
        Message::new(&says::OF_TIME_OUT, args).text(language)
    });
    Some([elapsed, of.unwrap_or_default()])
}

/// Which resize it is, and how many there are to be in all: a model for managed images.
pub fn resizes(space: Workspace, submission: &Submission) -> (i64, i64) {
    let own = i64::from(submission.watch().resizes()).max(1);
    let (there, wanted) = submission.watch().progress().unwrap_or_default();
    let left = image(space, submission).map_or(0, |image| growth::resizes_needed(image, wanted - there));
    let goes_on = !submission.watch().is_steady();
    // The one that goes on is one of those that are left.
    (own, own + left - i64::from(goes_on && left > 0))
}

/// The image of the pool that was sent, as far as it decides how nodes come: what is edited in the plan meanwhile does not
/// change the pool. A submission that was resumed without its plan has no body: there the plan of the moment stands in. How
/// many replicas an image has is said by the plan alone, as long as it is about the same image.
pub fn image(space: Workspace, submission: &Submission) -> Option<ImageKind> {
    space.analysis.with_untracked(|analysis| {
        let plan = analysis.plan();
        let body = &submission.request().body;
        if body.get("properties").is_none() {
            return plan.map(|plan| ImageKind::of(&plan));
        }
        let root = Node::object([("pool", body.clone())]);
        let mut sent = Plan::read(&root);
        let same = plan.filter(|plan| plan.pool.image.kind() == sent.pool.image.kind());
        sent.image.replicas = same.and_then(|plan| plan.image.replicas);
        Some(ImageKind::of(&sent))
    })
}

/// When the resize ends, by what was seen of it and the model.
pub fn estimate(space: Workspace, submission: &Submission, now: Moment) -> Option<growth::Estimate> {
    let watch = submission.watch();
    let pool = watch
        .pool()
        .filter(|pool| pool.allocation == Allocation::Resizing && !pool.deleting)?;
    let began = watch.began()?;
    let of_this = watch.points().iter().filter(|point| point.at >= began);
    let seen: Vec<(Moment, i64)> = of_this.map(|point| (point.at, point.dedicated + point.spot)).collect();
    let growing = Growing {
        image: image(space, submission)?,
        target: pool.target_dedicated + pool.target_spot,
        began,
        time_out: pool.time_out?,
        seen: &seen,
    };
    growth::estimate(&growing, now)
}

/// The last evaluation of the formula, where the pool follows one.
fn formula(space: Workspace, session: Session) -> View {
    let run = stage::with(session, |submission| {
        let pool = submission.watch().pool().filter(|pool| pool.auto_scale)?;
        pool.auto_scale_run.clone()
    });
    let Some(run) = run.flatten() else { return nothing() };
    let at = run.at.map(|at| el("span").class("muted").child(shown::clock(at)));
    side_by_side([
        el("h4")
            .child(space.say(&says::FORMULA_RUN))
            .child(" ")
            .child(at)
            .done(),
        el("p").class("mono").child(run.results).done(),
    ])
}
