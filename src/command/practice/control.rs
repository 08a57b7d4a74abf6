//! What tests and classes steer the practice cloud by: `/.practice/`.

use super::account::Account;
use super::faults::{Fault, envelope};
use crate::arm::Answer;
use crate::input;
use crate::model::{Millis, Node};
use crate::practice::{Break, Breakage};
use crate::words::Language;

/// What paths of the control begin with.
pub(super) const PREFIX: &str = "/.practice/";
/// No more time is skipped at once: 31 days.
const LONGEST_SKIP: i64 = 31 * 86_400;
/// No more faults are asked for at once.
const MOST_FAULTS: usize = 100;

/// What changes time and faults.
const CHANGES: [&str; 3] = ["advance", "speed", "faults"];
/// What is about breaking things.
const BREAKS: [&str; 3] = ["broken", "break", "mend"];

/// For the help.
pub(super) const HELP: &str = "\
Steering it while it runs (JSON in, JSON out; no token needed):
  GET  /.practice/         time, speed, seed, faults and how often each struck
  GET  /.practice/calls    the calls it received: without tokens and bodies
  POST /.practice/forget   forgets these calls
  POST /.practice/advance  {\"seconds\": 900}: so much simulated time passes at once
  POST /.practice/speed    {\"speed\": 60}
  POST /.practice/faults   {\"faults\": [\"put:drop-body@1\"]}: these instead of all others; [] is none
  POST /.practice/hold     a plan, in any form: all that it names exists from now on
  POST /.practice/broken   {\"pool\": \"/subscriptions/…/pools/NAME\"}: what can be broken about a pool, and what is
  POST /.practice/break    {\"pool\": …, \"what\": \"image-deleted\"}
  POST /.practice/mend     {\"pool\": …, \"what\": \"image-deleted\"}";

/// Answers a request to the control.
pub(super) fn answer(account: &mut Account, is_get: bool, path: &str, body: &str) -> Answer {
    account.settle();
    let what = path.strip_prefix(PREFIX).unwrap_or_default();
    let done = match (is_get, what) {
        (true, "") => Ok(account.state()),
        (true, "calls") => Ok(account.calls()),
        (false, "forget") => {
            account.forget();
            Ok(account.state())
        }
        (false, "hold") => hold(account, body),
        (false, _) => match input::parse(body) {
            Ok(asked) if CHANGES.contains(&what) => change(account, what, &asked).map(|()| account.state()),
            Ok(asked) if BREAKS.contains(&what) => broken(account, what, &asked),
            Err(_) if CHANGES.contains(&what) || BREAKS.contains(&what) => Err("the body is no JSON".to_owned()),
            _ => return unknown(),
        },
        _ => return unknown(),
    };
    match done {
        Ok(node) => said(&node),
        Err(why) => envelope(400, "BadRequest", &why),
    }
}

fn unknown() -> Answer {
    envelope(404, "NotFound", "The practice cloud has no such control.")
}

fn said(node: &Node) -> Answer {
    Answer {
        status: 200,
        headers: Vec::new(),
        body: node.to_json(),
    }
}

fn change(account: &mut Account, what: &str, asked: &Node) -> Result<(), String> {
    let whole = |name: &str, most: i64| {
        let given = asked
            .get(name)
            .and_then(Node::as_whole)
            .filter(|given| (0..=most).contains(given));
        given.ok_or_else(|| format!("`{name}` must be a whole number from 0 to {most}"))
    };
    match what {
        "advance" => {
            let by: Millis = whole("seconds", LONGEST_SKIP)? * 1_000;
            account.clock.skip(by);
            account.settle();
        }
        "speed" => {
            let speed = whole("speed", i64::from(super::clock::FASTEST))?;
            account.clock.set_speed(u32::try_from(speed).unwrap_or_default());
        }
        _ => {
            let list = asked.get("faults").ok_or("`faults` must be a list of texts")?.items();
            if list.len() > MOST_FAULTS {
                return Err(format!("no more than {MOST_FAULTS} faults are taken"));
            }
            let now = account.cloud.now();
            let fault = |node: &Node| Fault::parse(node.as_text().ok_or("`faults` must be a list of texts")?, now);
            account.faults = list.iter().map(fault).collect::<Result<_, String>>()?;
        }
    }
    Ok(())
}

/// Lets everything exist that a text names.
fn hold(account: &mut Account, text: &str) -> Result<Node, String> {
    let pools = input::pools(text);
    let held = pools
        .iter()
        .filter(|pool| super::hold(&mut account.cloud, &pool.reading))
        .count();
    match held {
        0 => Err("the body is no plan".to_owned()),
        _ => Ok(account.state()),
    }
}

/// Breaks or mends something about a pool, and tells what can be broken and what is.
fn broken(account: &mut Account, what: &str, asked: &Node) -> Result<Node, String> {
    let pool = asked
        .get("pool")
        .and_then(Node::as_text)
        .ok_or("`pool` must be the path of a pool")?;
    if account.cloud.breakages(pool).is_empty() {
        return Err("there is no such pool".to_owned());
    }
    if what != "broken" {
        let name = asked.get("what").and_then(Node::as_text).unwrap_or_default();
        let kind =
            Break::named(name).filter(|kind| account.cloud.breakages(pool).iter().any(|other| other.kind == *kind));
        let kind = kind.ok_or("`what` must be one of the names that /.practice/broken gives for this pool")?;
        match what {
            "break" => account.cloud.break_it(pool, kind),
            _ => account.cloud.mend(pool, kind),
        }
    }
    let told = |breakage: &Breakage| {
        Node::object([
            ("what", Node::text(breakage.kind.name())),
            (
                "title",
                Node::text(breakage.kind.title().in_language(Language::English)),
            ),
            ("broken", Node::bool(breakage.broken)),
        ])
    };
    let breakages = account.cloud.breakages(pool);
    Ok(Node::object([("breakages", Node::list(breakages.iter().map(told)))]))
}
