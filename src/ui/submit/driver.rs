//! Sends what the submission and the checks want, one loop for each. A loop ends when a newer one was begun, and a call
//! that is under way and still wanted is never sent a second time.

use leptos::prelude::*;

use super::holding::Wiped;
use super::keep;
use super::place::Place;
use super::session::{Session, held};
use crate::arm::checks::AT_ONCE;
use crate::arm::submission::Want;
use crate::arm::{Answer, Call, Failure, Method, Outcome, Token, retry};
use crate::input;
use crate::model::{Millis, Moment};
use crate::ui::browser::{self, Stop};

/// Sends a call and notes what came of it.
pub async fn exchange(session: Session, call: &Call, stop: &Stop) -> Outcome {
    let (at, began) = (session.now(), browser::now());
    let answered = match session.place.get_untracked() {
        Place::Practice => {
            // A short while, as on a network: so one sees that something is under way.
            browser::rest(80 + (120.0 * browser::chance()) as Millis).await;
            match stop.is_stopped() {
                true => Err(Failure::Cancelled),
                false => held(|held| held.practice.answer(call)).ok_or(Failure::Unreachable),
            }
        }
        Place::Server => {
            let answered = of_server(call, stop).await;
            let said = answered
                .as_ref()
                .ok()
                .and_then(|answer| browser::http_date(answer.header("Date")?));
            if let Some(said) = said {
                session.server_said(said);
            }
            answered
        }
        Place::Azure(_) => {
            let origin = session.endpoint();
            match session.authorization(|header| browser::authorized(origin, call, header, stop)) {
                Some(ready) => without_token(session, browser::fetch(origin, call, ready, stop).await),
                None => Err(Failure::Cancelled),
            }
        }
    };
    let outcome = Outcome::of(answered);
    let took = (browser::now() - began) as Millis;
    session.history.update(|history| history.note(call, &outcome, at, took));
    if !call.method.is_read() {
        if session.use_once.get_untracked() && session.place.get_untracked().is_azure() {
            session.wipe(Wiped::Used);
        }
        session.keep_practice();
    }
    outcome
}

/// What the practice server of this page answers.
async fn of_server(call: &Call, stop: &Stop) -> Result<Answer, Failure> {
    let origin = browser::own_origin();
    let ready = Token::practice().authorization(|header| browser::authorized(&origin, call, header, stop));
    browser::fetch(&origin, call, ready, stop).await
}

/// Sets the clock of the practice server before anything is sent to it.
pub fn ask_time(session: Session) {
    leptos::task::spawn_local(async move {
        let answered = of_server(&Call::get("/.practice/"), &Stop::new()).await;
        let state = answered.ok().and_then(|answer| input::parse(&answer.body).ok());
        if let Some(now) = state.and_then(|state| Moment::parse(state.get("now")?.as_text()?)) {
            session.server_said(now.0 as f64);
        }
    });
}

/// Lets everything of the plan exist in the practice server, when that is still to be done. No call of the history: a
/// server that does not take it says so by its answers to those.
async fn tell_plan(session: Session) {
    if session.place.get_untracked() != Place::Server {
        return;
    }
    let Some(plan) = held(|held| held.to_tell.clone()).flatten() else {
        return;
    };
    let call = Call::new(Method::Post, "/.practice/hold").json(plan.as_ref().to_owned());
    let _ = of_server(&call, &Stop::new()).await;
    // Only now: whatever begins in between tells it, too, rather than going first.
    let _ = held(|held| {
        held.to_tell = held
            .to_tell
            .take()
            .filter(|other| !std::sync::Arc::ptr_eq(other, &plan))
    });
}

/// What was answered, with the token masked: a proxy may show the request it got, and what it says is shown.
fn without_token(session: Session, mut answered: Result<Answer, Failure>) -> Result<Answer, Failure> {
    if let Ok(answer) = &mut answered {
        session.authorization(|header| {
            let token = header.trim_start_matches("Bearer ");
            if answer.body.contains(token) {
                answer.body = answer.body.replace(token, "••••••");
            }
        });
    }
    answered
}

/// Does what the submission waits for.
pub fn drive(session: Session) {
    keep::keep(session);
    let wanted = want(session);
    let round = held(|held| {
        let driving = &mut held.driving;
        if let (Want::Outcome(call), Some((under_way, _))) = (&wanted, &driving.under_way)
            && call == under_way
        {
            return (None, None);
        }
        driving.round = driving.round.wrapping_add(1);
        (Some(driving.round), driving.under_way.take())
    });
    let (round, old) = round.unwrap_or_default();
    if let Some((_, stop)) = old {
        stop.now();
    }
    if let Some(round) = round.filter(|_| wanted != Want::Nothing) {
        leptos::task::spawn_local(go_on(session, round));
    }
}

fn want(session: Session) -> Want {
    let now = session.now();
    session.submission.with_untracked(|submission| {
        submission
            .as_ref()
            .map_or(Want::Nothing, |submission| submission.want(now))
    })
}

async fn go_on(session: Session, round: u32) {
    let is_current = || held(|held| held.driving.round == round) == Some(true);
    tell_plan(session).await;
    while is_current() {
        match want(session) {
            Want::Nothing => break,
            Want::Time(at) => {
                // In short steps: the clock of the place may be stopped, pushed on or made faster meanwhile.
                let left = session.real(at.since(session.now())).unwrap_or(250);
                browser::rest(left.clamp(20, 500)).await;
            }
            Want::Outcome(_) if !session.may_send() => {
                session.change(crate::arm::Submission::without_token);
                break;
            }
            Want::Outcome(call) => {
                let stop = Stop::new();
                let _ = held(|held| held.driving.under_way = Some((call.clone(), stop.clone())));
                let outcome = exchange(session, &call, &stop).await;
                if !is_current() {
                    return;
                }
                let _ = held(|held| held.driving.under_way = None);
                let now = session.now();
                session.change(|submission| submission.heard(outcome, now, browser::chance()));
                keep::keep(session);
            }
        }
    }
    keep::keep(session);
}

/// Runs the checks.
pub fn check(session: Session) {
    stop_checks();
    let round = held(|held| held.driving.checking);
    if let Some(round) = round {
        leptos::task::spawn_local(async move {
            tell_plan(session).await;
            if held(|held| held.driving.checking == round) == Some(true) {
                send_checks(session, round);
            }
        });
    }
}

/// Sends the next calls of the checks.
fn send_checks(session: Session, round: u32) {
    let mut wanted = Vec::new();
    session.checks.update(|checks| {
        if let Some(checks) = checks {
            wanted = checks.wanted(AT_ONCE);
        }
    });
    for (index, call) in wanted {
        leptos::task::spawn_local(async move {
            let outcome = patiently(session, &call, round).await;
            if held(|held| held.driving.checking == round) != Some(true) {
                return;
            }
            let now = session.now();
            session.checks.update(|checks| {
                if let Some(checks) = checks {
                    checks.heard(index, outcome, now);
                }
            });
            send_checks(session, round);
        });
    }
}

/// Ends the loop of the checks, and the calls that are under way.
pub fn stop_checks() {
    let stops = held(|held| {
        held.driving.checking = held.driving.checking.wrapping_add(1);
        std::mem::take(&mut held.driving.checks)
    });
    for stop in stops.unwrap_or_default() {
        stop.now();
    }
}

/// Sends a read, and again as long as that may help.
async fn patiently(session: Session, call: &Call, round: u32) -> Outcome {
    let mut tries = 0;
    loop {
        if !session.may_send() {
            return Outcome::Failed(Failure::Cancelled);
        }
        let stop = Stop::new();
        let _ = held(|held| {
            held.driving.checks.retain(|stop| !stop.is_over());
            held.driving.checks.push(stop.clone());
        });
        let outcome = exchange(session, call, &stop).await;
        stop.over();
        tries += 1;
        let Some(wait) = retry::again(call, &outcome, tries, browser::chance()) else {
            return outcome;
        };
        session.again_at.set(Some(session.now().after(wait)));
        browser::rest(session.real(wait).unwrap_or(wait)).await;
        session.again_at.set(None);
        if held(|held| held.driving.checking == round) != Some(true) {
            return Outcome::Failed(Failure::Cancelled);
        }
    }
}
