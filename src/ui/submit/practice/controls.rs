//! The controls of the practice cloud: its speed, pause and step, what can be broken, and a new beginning.

use leptos::prelude::*;

use super::SPEEDS;
use crate::arm::Submission;
use crate::arm::submission::State;
use crate::model::{Edit, Node, path};
use crate::practice::{Break, SAMPLES};
use crate::ui::browser;
use crate::ui::dom::{Done, View, dynamic, el, flag, given, nothing, pressed, side_by_side, text, text_memo};
use crate::ui::parts::{icon, marked, toned_icon};
use crate::ui::submit::place::Place;
use crate::ui::submit::says;
use crate::ui::submit::session::{Session, held};
use crate::ui::submit::shown;
use crate::ui::submit::stage;
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words, short_date};

/// The block of the controls.
pub fn block(session: Session) -> View {
    let space = Workspace::here();
    let language = space.language.get_untracked();
    let clock = text(move || {
        session.clock.track();
        session.practice.track();
        let now = session.now();
        Message::new(
            &says::PRACTICE_TIME,
            [
                Arg::Text(short_date(now.date(), language)),
                Arg::Text(shown::clock(now)),
            ],
        )
        .text(language)
    });
    el("section")
        .class("block")
        .attr("id", "practice")
        .attr("aria-labelledby", "s-practice")
        .child(
            el("header")
                .child(
                    el("h3")
                        .attr("id", "s-practice")
                        .child(space.say(&says::PRACTICE_CONTROLS)),
                )
                .child(el("span").class("muted").attr("id", "practice-time").child(clock)),
        )
        .child(el("p").class("muted").child(marked(&says::PRACTICE_MODEL, language)))
        .child(account(space, session))
        .child(pace(space, session))
        .child(breakages(space, session))
        .child(anew(space, session))
        .done()
}

/// What is said where a server simulates: it is steered elsewhere.
pub fn server_note(space: Workspace) -> View {
    let language = space.language.get_untracked();
    el("section")
        .class("block")
        .attr("id", "practice")
        .attr("aria-labelledby", "s-practice")
        .child(
            el("header").child(
                el("h3")
                    .attr("id", "s-practice")
                    .child(space.say(&says::PRACTICE_CONTROLS)),
            ),
        )
        .child(el("p").class("muted").child(marked(&says::SERVER_MODEL, language)))
        .child(el("p").class("muted").child(marked(&says::SERVER_STEERED, language)))
        .done()
}

/// The way of the sample account into a plan whose target is incomplete.
fn account(space: Workspace, session: Session) -> View {
    let language = space.language.get_untracked();
    let edits = move || {
        let request = space.request.get()?;
        let missing = Submission::new(request).err()?.0;
        let sample = SAMPLES.first()?;
        let mut edits = space
            .analysis
            .with(|analysis| Some(sample.missing(&analysis.plan()?)))?;
        // A placeholder is there, and yet no value.
        for edit in sample.edits() {
            if missing.contains(&edit.path()) && !edits.iter().any(|other| other.path() == edit.path()) {
                edits.push(edit);
            }
        }
        if missing.contains(&path::POOL_NAME) {
            edits.push(Edit::set(path::POOL_NAME, Node::text("practice-pool")));
        }
        Some(edits)
    };
    let needed = text_memo(move || edits().is_some_and(|edits| !edits.is_empty()).to_string());
    let press = move || {
        if let Some(edits) = untrack(edits) {
            space.edit(&edits, Some(Message::from(&says::ACCOUNT_TAKEN)), false);
            browser::after_paint(|| browser::focus_shown(&["look", "call"]));
        }
    };
    let _ = session;
    dynamic(move || match needed.get().as_str() {
        "true" => side_by_side([
            el("p").child(marked(&says::ACCOUNT_OFFER, language)).done(),
            el("p")
                .class("buttons")
                .child(
                    el("button")
                        .class("button fix")
                        .attr("type", "button")
                        .attr("id", "take-account")
                        .on("click", pressed(press))
                        .child(icon("fix"))
                        .child(space.say(&says::TAKE_ACCOUNT)),
                )
                .done(),
        ]),
        _ => nothing(),
    })
}

fn button(id: &str, name: &str, words: impl Into<View>, press: impl Fn() + 'static) -> View {
    el("button")
        .class("button")
        .attr("type", "button")
        .attr("id", id.to_owned())
        .on("click", pressed(press))
        .child((!name.is_empty()).then(|| icon(name)))
        .child(words)
        .done()
}

/// Speed, pause, step.
fn pace(space: Workspace, session: Session) -> View {
    let speed = move || held(|held| held.practice.speed).unwrap_or(1);
    let paused = move || held(|held| held.practice.paused).unwrap_or(false);
    let option = |one: i64| {
        let chosen = speed() == one;
        el("option")
            .attr("value", one.to_string())
            .attr("selected", chosen)
            .child(format!("×\u{202f}{one}"))
    };
    let set = move |value: String| {
        if let Some(one) = SPEEDS.into_iter().find(|one| one.to_string() == value) {
            let _ = held(|held| held.practice.set_speed(one));
            session.practice_changed();
        }
    };
    let pause = move || {
        let paused = paused();
        let _ = held(|held| held.practice.pause(!paused));
        session.practice_changed();
    };
    let step = move || {
        let _ = held(|held| held.practice.step());
        session.practice_changed();
    };
    let words = text(move || {
        session.practice.track();
        let words = if paused() {
            &says::RESUME_TIME
        } else {
            &says::PAUSE_TIME
        };
        space.say(words).to_owned()
    });
    el("div")
        .class("field-set")
        .child(
            el("label")
                .class("control speed")
                .child(el("span").class("hidden").child(space.say(&says::SPEED)))
                .child(
                    el("select")
                        .attr("id", "speed")
                        .on("change", given(set))
                        .child(SPEEDS.map(option)),
                )
                .child(icon("down")),
        )
        .child(button("practice-pause", "", words, pause))
        .child(button("practice-step", "", space.say(&says::STEP_TIME), step))
        .done()
}

/// What can be broken about the pool of the submission, or else of the plan.
fn breakages(space: Workspace, session: Session) -> View {
    let route = text_memo(move || {
        let of_submission = stage::with(session, |submission| submission.read().path().to_owned());
        let of_plan = || {
            space
                .request
                .with(|request| request.as_ref().map(|request| request.route()))
        };
        of_submission.or_else(of_plan).unwrap_or_default()
    });
    // What is there changes with time and calls; it is made anew only when it is another.
    let shown = text_memo(move || {
        session.clock.track();
        session.practice.track();
        session.history.track();
        let route = route.get();
        let all = held(|held| held.practice.breakages(&route)).unwrap_or_default();
        let names: Vec<String> = all
            .iter()
            .map(|one| [one.kind.name(), if one.broken { "!" } else { "" }].concat())
            .collect();
        names.join(" ")
    });
    dynamic(move || {
        let shown = shown.get();
        let title = el("h4")
            .attr("id", "s-break")
            .child(space.say(&says::BREAK_THINGS))
            .done();
        if shown.is_empty() {
            let none = marked(&says::NOTHING_TO_BREAK, space.language.get_untracked());
            return side_by_side([title, el("p").class("muted").child(none).done()]);
        }
        let rows = shown.split(' ').filter_map(|name| {
            let (name, broken) = (name.trim_end_matches('!'), name.ends_with('!'));
            Some(breakage(
                space,
                session,
                Break::named(name)?,
                broken,
                route.get_untracked(),
            ))
        });
        let rows: Vec<View> = rows.collect();
        side_by_side([
            title,
            el("ul")
                .class("flush")
                .attr("aria-labelledby", "s-break")
                .child(rows)
                .done(),
        ])
    })
}

fn breakage(space: Workspace, session: Session, kind: Break, broken: bool, route: String) -> View {
    let press = move || {
        let _ = held(|held| held.practice.set_broken(&route, kind, !broken));
        session.practice_changed();
        // What was steady is read again: nodes may be gone, or the pool.
        session.change(|submission| {
            if *submission.state() == State::Steady {
                submission.watch_it();
            }
        });
        session.drive();
        browser::after_paint(move || browser::focus(&id(kind)));
    };
    let words: &'static Words = match (kind, broken) {
        (_, true) => &says::MEND,
        _ => &says::BREAK,
    };
    let name = Message::new(
        if broken { &says::MEND_IT } else { &says::BREAK_IT },
        [Arg::Term(kind.title())],
    );
    let language = space.language.get_untracked();
    el("li")
        .class("item")
        .child(if broken { toned_icon("error") } else { icon("lab") })
        .child(
            el("div")
                .child(marked(kind.title(), language))
                .child(el("span").class("under").child(marked(kind.explanation(), language))),
        )
        .child(
            el("span").class("end").child(
                el("button")
                    .class("button small")
                    .attr("type", "button")
                    .attr("id", id(kind))
                    .attr("aria-label", name.text(language))
                    .attr("aria-pressed", broken.to_string())
                    .on("click", pressed(press))
                    .child(space.say(words)),
            ),
        )
        .done()
}

fn id(kind: Break) -> String {
    ["break-", kind.name()].concat()
}

/// A new beginning, from a seed.
fn anew(space: Workspace, session: Session) -> View {
    let seed = RwSignal::new(held(|held| held.practice.seed).unwrap_or(1).to_string());
    let fits = flag(move || seed.with(|seed| of_text(seed).is_none()));
    let press = move || {
        let Some(seed) = seed.with_untracked(|seed| of_text(seed)) else {
            return;
        };
        session.go_to(Place::Practice);
        let _ = held(|held| held.practice.begin_anew(seed));
        session.practice_changed();
        space.said.set(Some(Message::from(&says::BEGUN_ANEW)));
    };
    el("div")
        .class("field-set")
        .child(el("label").attr("for", "practice-seed").child(space.say(&says::SEED)))
        .child(
            el("span").class("control short").child(
                el("input")
                    .attr("id", "practice-seed")
                    .attr("inputmode", "numeric")
                    .attr("autocomplete", "off")
                    .attr("aria-describedby", "practice-seed-note")
                    .value(text(move || seed.get()))
                    .on("input", given(move |value| seed.set(value))),
            ),
        )
        .child(
            el("button")
                .class("button")
                .attr("type", "button")
                .attr("id", "practice-anew")
                .attr("disabled", fits)
                .on("click", pressed(press))
                .child(icon("again"))
                .child(space.say(&says::BEGIN_ANEW)),
        )
        .child(
            el("p")
                .class("muted")
                .attr("id", "practice-seed-note")
                .child(space.say(&says::SEED_NOTE)),
        )
        .done()
}

fn of_text(seed: &str) -> Option<u64> {
    seed.trim().parse::<u32>().ok().map(u64::from)
}
