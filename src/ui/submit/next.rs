//! How the allocation ended: with all nodes, or short of them, with each error explained, and the next resize.

use leptos::prelude::*;

use super::explained::explained;
use super::session::Session;
use super::stage::{self, Stage};
use super::{refused, shown, watch, watch_says as says};
use crate::arm::Submission;
use crate::arm::submission::{Action, Settled};
use crate::facts::limits::NODES_PER_REPLICA;
use crate::growth::{self, ImageKind};
use crate::model::{IsoDuration, path, portions};
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::dom::{Done, View, dynamic, el, given, nothing, pressed, side_by_side, text, text_memo};
use crate::ui::errors::go_to_field;
use crate::ui::parts::{icon, marked, message, severity_mark, toned_icon};
use crate::ui::plan::field_id;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, nouns};

/// The block of what comes after the allocation; nothing before it is steady.
pub fn block(session: Session) -> View {
    let space = Workspace::here();
    let key = text_memo(move || {
        session
            .submission
            .with(|submission| match stage::of(submission.as_ref()) {
                Stage::Steady => stage::key(submission.as_ref()),
                _ => String::new(),
            })
    });
    dynamic(move || {
        if key.with(String::is_empty) {
            return nothing();
        }
        untrack(|| {
            let view = stage::with(session, |submission| {
                let settled = submission.watch().settled()?;
                Some(match settled.is_reached() {
                    true => reached(space, session, submission),
                    false => short(space, session, submission, &settled),
                })
            });
            view.flatten().unwrap_or_else(nothing)
        })
    })
}

/// All nodes are there.
fn reached(space: Workspace, session: Session, submission: &Submission) -> View {
    let language = space.language.get_untracked();
    let pool = submission.watch().pool();
    let counts = pool.map_or((0, 0), |pool| (pool.dedicated, pool.spot));
    let args = [
        Arg::Count(counts.0, &nouns::DEDICATED_NODES),
        Arg::Count(counts.1, &nouns::SPOT_NODES),
    ];
    let spot = (counts.1 > 0).then(|| el("p").class("muted").child(space.say(&says::SPOT_COUNTED)));
    section(
        toned_icon("pass"),
        space.say(&says::REACHED).done(),
        side_by_side([
            el("p")
                .child(Message::new(&says::REACHED_MEANS, args).text(language))
                .done(),
            spot.done(),
            refused::anew(space, session),
        ]),
    )
}

fn section(mark: View, title: View, body: View) -> View {
    el("section")
        .class("block")
        .attr("id", "ended")
        .attr("aria-labelledby", "s-ended")
        .child(
            el("header")
                .child(mark)
                .child(el("h3").attr("id", "s-ended").child(title)),
        )
        .child(body)
        .done()
}

/// Nodes are missing, or the formula failed: why, and what to do.
fn short(space: Workspace, session: Session, submission: &Submission, settled: &Settled) -> View {
    let language = space.language.get_untracked();
    let missing = settled.dedicated + settled.spot;
    let title = match missing > 0 {
        true => Message::new(&says::SHORT, [Arg::Count(missing, &nouns::NODES)]).text(language),
        false => space.say(&says::WITH_ERRORS).to_owned(),
    };
    let kept = submission.watch().progress().map(|(there, _)| {
        let words = Message::new(&says::SHORT_KEEPS, [Arg::Count(there, &nouns::NODES)]);
        el("p").child(words.text(language))
    });
    let older = (settled.of_older_resize && !settled.errors.is_empty())
        .then(|| el("p").class("muted").child(space.say(&says::OLDER_ERRORS)));
    let errors = settled.errors.iter().chain(settled.formula);
    let errors: View = errors.map(|error| explained(space, &error.whole.to_json())).collect();
    let body = side_by_side([errors, older.done(), kept.done(), refused::anew(space, session)]);
    let block = section(severity_mark(Severity::Error, language), title.done(), body);
    let next = match submission.possible(Action::Again(IsoDuration::minutes(15))) {
        Ok(()) if missing > 0 => again(space, session, submission),
        _ => nothing(),
    };
    side_by_side([block, next])
}

/// The next resize: its time-out, how many there are to be, its call.
fn again(space: Workspace, session: Session, submission: &Submission) -> View {
    let language = space.language.get_untracked();
    let image = watch::image(space, submission).unwrap_or(ImageKind::Marketplace);
    let (there, wanted) = submission.watch().progress().unwrap_or_default();
    let advised = growth::advised_time_out(image, wanted);
    let minutes = RwSignal::new((advised.seconds() / 60).to_string());
    let time_out = move || minutes.with(|text| text.trim().parse::<u64>().ok().map(IsoDuration::minutes));
    let left = growth::resizes_needed(image, wanted - there);
    let several = (left > 1).then(|| {
        let words = Message::new(&says::SEVERAL, [Arg::Count(left, &nouns::RESIZES)]);
        el("p").child(message(&words, language))
    });
    let press = move || {
        let Some(time_out) = time_out().filter(|time_out| time_out.seconds() > 0) else {
            return browser::focus("again-minutes");
        };
        if stage::act(session, |submission| submission.again(time_out)).is_ok() {
            browser::after_paint(|| browser::focus("watch"));
        }
    };
    let planned = submission.clone();
    let call = dynamic(move || match time_out() {
        Some(time_out) => shown::call(
            space,
            session.endpoint(),
            &planned.planned_action(Action::Again(time_out)).call,
        ),
        None => nothing(),
    });
    let advice = Message::new(&says::ADVISED, [Arg::Duration(advised)]);
    let control = el("p").class("again").child([
        el("label")
            .attr("for", "again-minutes")
            .child(space.say(&says::TIME_OUT))
            .done(),
        el("span")
            .class("control short")
            .child(
                el("input")
                    .attr("id", "again-minutes")
                    .attr("type", "number")
                    .attr("min", "5")
                    .attr("inputmode", "numeric")
                    .attr("aria-describedby", "again-advice")
                    .value(text(move || minutes.get()))
                    .on("input", given(move |text| minutes.set(text))),
            )
            .child(el("span").class("unit").child("min"))
            .done(),
    ]);
    el("section")
        .class("block")
        .attr("id", "next")
        .attr("aria-labelledby", "s-next")
        .child(
            el("header")
                .child(
                    el("h3")
                        .attr("id", "s-next")
                        .child(marked(&says::AGAIN_SENDS, language)),
                )
                .child(el("span").class("muted end").child(space.say(&says::SAME_TARGET))),
        )
        .child(several)
        .child(control)
        .child(
            el("p")
                .class("muted")
                .attr("id", "again-advice")
                .child(message(&advice, language)),
        )
        .child(
            el("div")
                .class("buttons")
                .child(
                    el("button")
                        .class("button primary")
                        .attr("type", "button")
                        .attr("id", "resize-again")
                        .on("click", pressed(press))
                        .child(icon("again"))
                        .child(space.say(&says::RESIZE_AGAIN)),
                )
                .child(replicas(space, image, wanted)),
        )
        .child(call)
        .done()
}

/// The way to the replicas of the image, where there are fewer than asked for.
fn replicas(space: Workspace, image: ImageKind, wanted: i64) -> View {
    let asked = portions(wanted, NODES_PER_REPLICA.value);
    match image {
        ImageKind::Gallery { replicas } if replicas < asked => {
            let go = move || go_to_field(space, field_id(path::IMAGE_REPLICAS));
            el("button")
                .class("button")
                .attr("type", "button")
                .attr("id", "add-replicas")
                .on("click", pressed(go))
                .child(space.say(&says::ADD_REPLICAS))
                .done()
        }
        _ => nothing(),
    }
}
