//! What tests and classes steer the practice cloud by: `/.practice/`.

use super::account::Account;
use super::faults::{Fault, envelope};
use crate::arm::Answer;
use crate::input::parse;
use crate::model::{Millis, Node};

/// What paths of the control begin with.
pub(super) const PREFIX: &str = "/.practice/";
/// No more time is skipped at once: 31 days.
const LONGEST_SKIP: i64 = 31 * 86_400;
/// No more faults are asked for at once.
const MOST_FAULTS: usize = 100;

/// For the help.
pub(super) const HELP: &str = "\
Steering it while it runs (JSON in, JSON out; no token needed):
  GET  /.practice/         time, speed, seed, faults and how often each struck
  GET  /.practice/calls    the calls it received: without tokens and bodies
  POST /.practice/forget   forgets these calls
  POST /.practice/advance  {\"seconds\": 900}: so much simulated time passes at once
  POST /.practice/speed    {\"speed\": 60}
  POST /.practice/faults   {\"faults\": [\"put:drop-body@1\"]}: these instead of all others; [] is none";

/// Answers a request to the control.
pub(super) fn answer(account: &mut Account, is_get: bool, path: &str, body: &str) -> Answer {
    account.settle();
    let what = path.strip_prefix(PREFIX).unwrap_or_default();
    let read = || parse(if body.trim().is_empty() { "{}" } else { body }).ok();
    let done = match (is_get, what) {
        (true, "") => Ok(()),
        (true, "calls") => return said(account.calls()),
        (false, "forget") => {
            account.forget();
            Ok(())
        }
        (false, "advance" | "speed" | "faults") => match read() {
            Some(asked) => change(account, what, &asked),
            None => Err("the body is no JSON".to_owned()),
        },
        _ => return envelope(404, "NotFound", "The practice cloud has no such control."),
    };
    match done {
        Ok(()) => said(account.state()),
        Err(why) => envelope(400, "BadRequest", &why),
    }
}

fn said(node: Node) -> Answer {
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
