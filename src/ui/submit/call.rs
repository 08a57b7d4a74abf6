//! The plan of the call: what exists now, how the plan differs, how it is written, the call itself, and its confirmation.

use std::sync::Arc;

use leptos::prelude::*;

use super::place::Place;
use super::session::Session;
use super::stage::{self, Stage};
use super::{shown, watch_says as says};
use crate::analysis;
use crate::arm::PutPool;
use crate::arm::submission::{Action, Allocation, Found, PlannedCall, PoolState, State, Submission, Way};
use crate::compare::{self, Kind, markdown};
use crate::form;
use crate::input;
use crate::model::Node;
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::compare::differences;
use crate::ui::dom::{
    Done, View, count_memo, dynamic, el, flag, follow, given, nothing, pressed, side_by_side, text, text_memo, ticked,
};
use crate::ui::parts::{icon, marked, message, notice};
use crate::ui::plan::field_id;
use crate::ui::route::{Route, Verdict};
use crate::ui::workspace::Workspace;
use crate::words::{Arg, Message, Words, nouns};

/// The block of the call; nothing while an allocation is watched.
pub fn block(session: Session) -> View {
    let space = Workspace::here();
    let key = text_memo(move || session.submission.with(|submission| stage::key(submission.as_ref())));
    let stage = move || {
        session
            .submission
            .with_untracked(|submission| stage::of(submission.as_ref()))
    };
    let gone = flag(move || key.with(|_| !matches!(stage(), Stage::None | Stage::Busy | Stage::Planned)));
    // Whoever pressed something here is not left on a part of the page that is gone.
    let pressed_here = StoredValue::new(false);
    let body = dynamic(move || {
        key.with(|_| ());
        match stage() {
            Stage::None => begin(space, session, pressed_here),
            Stage::Busy => busy(space, session),
            Stage::Planned => untrack(|| planned(space, session)),
            _ => nothing(),
        }
    });
    follow(move || {
        key.with(|_| ());
        if pressed_here.get_value() {
            pressed_here.set_value(stage() == Stage::Busy);
            browser::after_paint(move || {
                // What is missing comes first: a token goes into its field.
                let places: &[&str] = match stage() {
                    Stage::NeedsToken => &["token", "told", "watch", "call"],
                    _ => &["told", "watch", "call"],
                };
                if browser::focused_id().is_none_or(|id| id.is_empty() || id == "call") {
                    browser::focus_shown(places);
                }
            });
        }
    });
    el("section")
        .class("block")
        .attr("id", "call")
        .attr("tabindex", "-1")
        .attr("hidden", gone)
        .on("click", pressed(move || pressed_here.set_value(true)))
        .attr("aria-labelledby", "s-call")
        .child(el("header").child(el("h3").attr("id", "s-call").child(space.say(&says::THE_CALL))))
        .child(body)
        .done()
}

/// Begins by looking what exists; says what is missing for that.
pub fn look(space: Workspace, session: Session) {
    let Some(request) = space.request.get_untracked() else {
        return space.said.set(Some(Message::from(&crate::ui::says::NO_REQUEST)));
    };
    session.begin(space, request);
}

/// The members of the target without which there is no address, and the way to them: those that are not there, and those
/// that are, but cannot be part of an address.
fn missing(space: Workspace) -> Option<View> {
    let request = space.request.get()?;
    let unknown = request.unknown();
    let missing = Submission::new(request).err()?.0;
    let (absent, unusable): (Vec<_>, Vec<_>) = missing.into_iter().partition(|pointer| unknown.contains(pointer));
    Some(side_by_side([
        members(space, &says::NEEDS_TARGET, &absent),
        members(space, &says::UNUSABLE_TARGET, &unusable),
    ]))
}

/// Members of the target under what is to be said of them; nothing without any.
fn members(space: Workspace, words: &'static Words, pointers: &[&'static str]) -> View {
    if pointers.is_empty() {
        return nothing();
    }
    let names = pointers.iter().map(|pointer| {
        let field = space.analysis.with_untracked(|analysis| {
            let (section, field) = form::owner(pointer, &analysis.plan()?)?;
            form::SECTIONS.get(section)?.fields.get(field)
        });
        let label = field.map_or(*pointer, |field| space.say(&field.label));
        let id = field_id(field.map_or(pointer, |field| field.path));
        el("li")
            .child(
                el("button")
                    .class("button plain small")
                    .attr("type", "button")
                    .on(
                        "click",
                        pressed(move || crate::ui::errors::go_to_field(space, id.clone())),
                    )
                    .child(icon("goto"))
                    .child(label),
            )
            .done()
    });
    let list = el("ul").class("cites").child(names.collect::<View>()).done();
    side_by_side([el("p").child(space.say(words)).done(), list])
}

fn begin(space: Workspace, session: Session, pressed_here: StoredValue<bool>) -> View {
    let state = dynamic(move || match (space.request.with(Option::is_none), missing(space)) {
        (true, _) => el("p").child(space.say(&crate::ui::says::NO_REQUEST)).done(),
        (false, Some(missing)) => missing,
        (false, None) => nothing(),
    });
    let blocked = text(move || (space.request.with(Option::is_none) || missing(space).is_some()).to_string());
    let press = move || {
        let ready = space
            .request
            .get_untracked()
            .is_some_and(|request| Submission::new(request).is_ok());
        if ready {
            // The press reaches the section only after what it does: by then the answer may already be there.
            pressed_here.set_value(true);
            look(space, session);
        }
    };
    side_by_side([
        el("p").class("muted").child(space.say(&says::CALL_INTRO)).done(),
        state,
        el("div")
            .class("buttons")
            .child(
                el("button")
                    .class("button primary")
                    .attr("type", "button")
                    .attr("id", "look")
                    .attr("aria-disabled", blocked)
                    .on("click", pressed(press))
                    .child(icon("search"))
                    .child(space.say(&says::LOOK)),
            )
            .done(),
    ])
}

/// What is on its way, why it takes so long, and the way out.
fn busy(space: Workspace, session: Session) -> View {
    let language = space.language.get_untracked();
    let words = stage::with(session, |submission| match submission.state() {
        State::Looking => &says::LOOKING,
        State::Unsure(_) => &says::UNSURE,
        _ => &says::SENDING,
    });
    let trouble = dynamic(move || {
        stage::with(session, |submission| {
            submission
                .trouble()
                .map(|trouble| el("p").child(marked(trouble.outcome.told().happened, language)))
        })
        .flatten()
        .done()
    });
    let cancel = move || {
        let now = session.now();
        let _ = stage::act(session, |submission| {
            submission.cancel(now);
            Ok(())
        });
    };
    side_by_side([
        el("p")
            .class("busy")
            .attr("role", "status")
            .child(
                crate::ui::parts::drawn("icon running", "running")
                    .attr("aria-hidden", "true")
                    .done(),
            )
            .child(words.map(|words| space.say(words)))
            .done(),
        trouble,
        el("div")
            .class("buttons")
            .child(
                el("button")
                    .class("button")
                    .attr("type", "button")
                    .attr("id", "cancel-call")
                    .on("click", pressed(cancel))
                    .child(space.say(&crate::ui::says::CANCEL)),
            )
            .done(),
    ])
}

/// What a state of the allocation is called.
pub fn allocation(pool: &PoolState) -> &'static Words {
    match (pool.deleting, pool.allocation) {
        (true, _) => &says::DELETING,
        (false, Allocation::Steady) => &says::STEADY,
        (false, Allocation::Resizing) => &says::RESIZING,
        (false, Allocation::Stopping) => &says::STOPPING,
    }
}

/// What exists, the ways, the call of the chosen one and its confirmation.
fn planned(space: Workspace, session: Session) -> View {
    let language = space.language.get_untracked();
    let Some(submission) = session.submission.get_untracked().map(Arc::new) else {
        return nothing();
    };
    let State::Planned(found) = submission.state() else {
        return nothing();
    };
    let ways: &[Way] = match found {
        Found::Nothing => &[Way::Create],
        Found::Pool(_) => &[Way::Update, Way::Replace],
    };
    let way = RwSignal::new(ways.first().copied().unwrap_or(Way::Create));
    let exists = match found {
        Found::Nothing => el("p").child(space.say(&says::NOTHING_THERE)).done(),
        Found::Pool(pool) => there(space, pool),
    };
    let notes = submission.watch().notes().iter().map(|note| {
        let words = marked(note.what.words(), language);
        el("p").child(words).done()
    });
    let chosen = {
        let submission = submission.clone();
        move || submission.planned(way.get())
    };
    let call = {
        let (chosen, submission) = (chosen.clone(), submission.clone());
        dynamic(move || the_call(space, session, &submission, way.get(), &chosen()))
    };
    let stale = {
        let request = submission.request().clone();
        flag(move || {
            space
                .request
                .with(|now| !now.as_ref().is_some_and(|now| same(now, &request)))
        })
    };
    // A call that never left, such as one without a network.
    let unsent = submission.trouble().map(|trouble| {
        let told = trouble.outcome.told();
        let texts = [told.title, told.happened, told.remedy].map(|words| el("p").child(marked(words, language)).done());
        notice(Severity::Warning, side_by_side(texts), nothing())
    });
    side_by_side([
        heading(space, "call-exists", &says::WHAT_EXISTS),
        notes.collect(),
        unsent.done(),
        exists,
        heading(space, "call-how", &says::HOW),
        the_ways(space, &submission, ways, way),
        call,
        dynamic(move || match stale.get() {
            true => stale_notice(space, session),
            false => nothing(),
        }),
        confirm(space, session, &submission, way, stale),
    ])
}

fn heading(space: Workspace, id: &'static str, words: &'static Words) -> View {
    el("h4").attr("id", id).child(space.say(words)).done()
}

fn same(one: &PutPool, other: &PutPool) -> bool {
    one.url() == other.url() && one.body.same_json(&other.body)
}

/// The pool that exists: its state, its nodes, the state it is known by.
fn there(space: Workspace, pool: &PoolState) -> View {
    let language = space.language.get_untracked();
    let args = [
        Arg::Term(allocation(pool)),
        Arg::Count(pool.dedicated, &nouns::DEDICATED_NODES),
        Arg::Count(pool.spot, &nouns::SPOT_NODES),
    ];
    let etag = pool.etag.as_ref().map(|etag| {
        el("dl")
            .class("pairs mono")
            .child(el("dt").child("ETag"))
            .child(el("dd").child(etag.as_str()))
    });
    side_by_side([
        el("p")
            .child(Message::new(&says::POOL_THERE, args).text(language))
            .done(),
        etag.into(),
    ])
}

fn the_ways(space: Workspace, submission: &Submission, ways: &[Way], way: RwSignal<Way>) -> View {
    let language = space.language.get_untracked();
    let row = |one: &Way| {
        let one = *one;
        let name = match one {
            Way::Create => &says::CREATE,
            Way::Update => &says::UPDATE,
            Way::Replace => &says::REPLACE,
        };
        let under = submission.planned(one).explains;
        el("label")
            .class("item")
            .child(
                el("input")
                    .attr("type", "radio")
                    .attr("name", "way")
                    .attr("value", format!("{one:?}"))
                    .checked(flag(move || way.get() == one))
                    .on("change", ticked(move |_| way.set(one))),
            )
            .child(
                el("span")
                    .child(space.say(name))
                    .child(el("span").class("under").child(marked(under, language))),
            )
            .done()
    };
    el("div")
        .class("flush")
        .attr("role", "radiogroup")
        .attr("aria-labelledby", "call-how")
        .child(ways.iter().map(row).collect::<View>())
        .done()
}

/// The call of the chosen way: what it changes, what it would lose, and how it is sent.
fn the_call(space: Workspace, session: Session, submission: &Submission, way: Way, planned: &PlannedCall) -> View {
    let language = space.language.get_untracked();
    let differs = planned.exists.as_ref().map(|exists| {
        let wanted = &submission.request().body;
        side_by_side([
            heading(space, "call-differences", &says::DIFFERENCES),
            differing(space, exists, wanted, way),
        ])
    });
    let cautions = planned.cautions.iter().map(|words| {
        let words = marked(words, language);
        notice(Severity::Warning, words, nothing())
    });
    let dropped = (!planned.dropped.is_empty()).then(|| {
        let item = |dropped: &crate::arm::submission::Dropped| {
            let secret = dropped.secret.then(|| space.say(&markdown::SECRET));
            el("li")
                .child(el("code").class("value").child(dropped.path.as_str()))
                .child(" ")
                .child(secret.map(|words| el("span").class("muted").child(words)))
                .done()
        };
        side_by_side([
            heading(space, "call-dropped", &says::DROPPED),
            el("ul")
                .class("dashes")
                .child(planned.dropped.iter().map(item).collect::<View>())
                .done(),
        ])
    });
    side_by_side([
        differs.done(),
        dropped.done(),
        cautions.collect(),
        heading(space, "call-sends", &says::SENDS),
        shown::call(space, session.endpoint(), &planned.call),
    ])
}

/// The members in which what exists and the plan differ. What an update leaves alone is no difference.
fn differing(space: Workspace, exists: &Node, wanted: &Node, way: Way) -> View {
    let [a, b] = [exists, wanted].map(|node| {
        let text = node.to_json();
        let reading = input::read(&text);
        analysis::judge(&text, reading, space.as_of.get_untracked())
    });
    let mut compared = compare::compare(&a, &b);
    // What is done with running tasks when nodes go is an instruction: the service never gives it back.
    compared
        .differences
        .retain(|one| one.kind != Kind::OnlyB || !one.path().ends_with("/nodeDeallocationOption"));
    if way == Way::Update {
        compared.differences.retain(|one| one.kind != Kind::OnlyA);
    }
    match compared.differences.is_empty() {
        true => el("p").child(space.say(&says::NO_DIFFERENCES)).done(),
        false => differences(
            space,
            &compared.differences,
            &says::NOT_SET,
            [false, true],
            [space.say(&says::NOW), space.say(&says::IN_PLAN)],
        ),
    }
}

fn stale_notice(space: Workspace, session: Session) -> View {
    let again = el("button")
        .class("button")
        .attr("type", "button")
        .on("click", pressed(move || look(space, session)))
        .child(icon("again"))
        .child(space.say(&says::LOOK_AGAIN));
    notice(Severity::Warning, space.say(&says::STALE).done(), again.done())
}

/// What must be said before the call is sent, and the button that sends it.
fn confirm(
    space: Workspace,
    session: Session,
    submission: &Arc<Submission>,
    way: RwSignal<Way>,
    stale: Signal<bool>,
) -> View {
    let language = space.language.get_untracked();
    let typed = RwSignal::new(String::new());
    let anyway = RwSignal::new(false);
    let said: RwSignal<Option<&'static Words>> = RwSignal::new(None);
    let name = submission.pool_name().to_owned();
    let errors = count_memo(move || space.analysis.with(|analysis| analysis.counts().errors));
    let name_field = dynamic(move || {
        if !Action::Write(way.get()).needs_name() {
            return nothing();
        }
        let words = Message::new(&says::TYPE_NAME, [Arg::from(name.as_str())]);
        side_by_side([
            el("label")
                .attr("for", "type-name")
                .child(message(&words, language))
                .done(),
            el("span")
                .class("control")
                .child(
                    el("input")
                        .attr("type", "text")
                        .attr("id", "type-name")
                        .attr("autocomplete", "off")
                        .attr("spellcheck", "false")
                        .attr("aria-describedby", "not-sent")
                        .value(text(move || typed.get()))
                        .on("input", given(move |text| typed.set(text))),
                )
                .done(),
        ])
    });
    let warning = dynamic(move || match errors.get() {
        0 => nothing(),
        count => with_errors(space, session, count as i64, anyway),
    });
    let press = move || {
        said.set(None);
        if stale.get_untracked() {
            return said.set(Some(&says::STALE));
        }
        let in_azure = matches!(session.place.get_untracked(), Place::Azure(_));
        if errors.get_untracked() > 0 && in_azure && !anyway.get_untracked() {
            said.set(Some(&says::ANYWAY_NEEDED));
            return browser::focus("send-anyway");
        }
        let typed = typed.get_untracked();
        let sent = stage::act(session, |submission| submission.confirm(way.get_untracked(), &typed));
        if let Err(why) = sent {
            said.set(Some(why.words()));
            browser::focus("type-name");
        }
    };
    let leave = move || session.discard();
    let words = text(move || {
        let words = match way.get() {
            Way::Create => &says::SEND_CREATE,
            Way::Update => &says::SEND_UPDATE,
            Way::Replace => &says::SEND_REPLACE,
        };
        space.say(words).to_owned()
    });
    let said = dynamic(move || said.get().map(|words| marked(words, language)).done());
    let button = |class: &str, id: &str, call: crate::ui::dom::Handler, inside: View| {
        el("button")
            .class(class)
            .attr("type", "button")
            .attr("id", id)
            .on("click", call)
            .child(inside)
            .done()
    };
    let watch = (way.get_untracked() != Way::Create).then(|| {
        let watch = move || {
            let _ = stage::act(session, |submission| {
                submission.watch_it();
                Ok(())
            });
        };
        button("button", "watch-it", pressed(watch), space.say(&says::WATCH_IT).done())
    });
    el("div")
        .class("confirm")
        .child(warning)
        .child(name_field)
        .child(el("p").attr("id", "not-sent").attr("role", "alert").child(said))
        .child(
            el("div")
                .class("buttons")
                .child(button("button primary", "send", pressed(press), words.into()))
                .child(watch)
                .child(button(
                    "button plain",
                    "discard",
                    pressed(leave),
                    space.say(&says::DISCARD).done(),
                )),
        )
        .done()
}

/// The errors of the plan. In Azure somebody must say that it is to be sent all the same; in practice one may try.
fn with_errors(space: Workspace, session: Session, count: i64, anyway: RwSignal<bool>) -> View {
    let language = space.language.get_untracked();
    let words = Message::new(&says::ERRORS_STAND, [Arg::Count(count, &nouns::ERRORS)]);
    let href = Route::Plan(space.plan_view(), Verdict::Findings(None)).href();
    let words = side_by_side([
        message(&words, language),
        " ".done(),
        el("a")
            .attr("href", href)
            .child(space.say(&crate::ui::says::SHOW_FINDINGS))
            .done(),
    ]);
    let check = matches!(session.place.get(), Place::Azure(_)).then(|| {
        el("label")
            .class("check")
            .child(
                el("input")
                    .attr("type", "checkbox")
                    .attr("id", "send-anyway")
                    .checked(flag(move || anyway.get()))
                    .on("change", ticked(move |on| anyway.set(on))),
            )
            .child(space.say(&says::SEND_ANYWAY))
    });
    notice(Severity::Error, words, check.done())
}
