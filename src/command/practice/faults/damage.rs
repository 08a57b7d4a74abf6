//! What a fault makes of an answer.

use std::time::Duration;

use super::Fault;
use super::kinds::{Act, LONGEST_DELAY};
use super::refusal::refusal;
use crate::arm::{Answer, Call};
use crate::input::parse;
use crate::model::{Member, Moment, Node, Span, Value};

/// An answer on its way, and how it comes.
#[derive(Debug, Default)]
pub(in crate::command::practice) struct Carried {
    /// The answer; none when the connection ends without one.
    pub answer: Option<Answer>,
    /// How long nothing comes.
    pub late: Duration,
    /// How long the body takes.
    pub over: Duration,
    /// Whether the connection ends in the middle of the body.
    pub cut: bool,
}

/// So many bytes come instead of an answer that is too large to be read.
const HUGE: usize = 10_000_000;
/// The figures of a pool and the targets they follow.
const NODES: [(&str, &str); 2] = [
    ("currentDedicatedNodes", "targetDedicatedNodes"),
    ("currentLowPriorityNodes", "targetLowPriorityNodes"),
];

/// Whether a call is carried out at all.
pub(in crate::command::practice) fn is_carried_out(act: Act) -> bool {
    !matches!(act, Act::Refuse | Act::Instead(_) | Act::Page(_) | Act::Redirect)
}

/// The path and query of the pool that a call is about.
pub(in crate::command::practice) fn pool_route(call: &Call) -> Option<String> {
    let mut end = 0;
    let mut parts = call.path().split('/');
    while let Some(part) = parts.next() {
        end += part.len() + 1;
        if part.eq_ignore_ascii_case("pools") {
            let name = parts.next().filter(|name| !name.is_empty())?;
            let path = call.path().get(..end + name.len())?;
            let query = call.route.get(call.path().len()..)?;
            return Some([path, query].concat());
        }
    }
    None
}

/// What becomes of the answer to a call that a fault strikes; `answer` is there when the call was carried out.
pub(in crate::command::practice) fn damaged(
    fault: &Fault,
    call: &Call,
    answer: Option<Answer>,
    now: Moment,
) -> Carried {
    let delay = Duration::from_secs(u64::from(fault.number)).min(LONGEST_DELAY);
    let mut answer = answer.unwrap_or_default();
    let (mut late, mut over, mut cut) = (Duration::ZERO, Duration::ZERO, false);
    match fault.act {
        Act::Refuse | Act::LoseAnswer => return Carried::default(),
        Act::DropBody => cut = true,
        Act::SlowHeaders => late = delay,
        Act::SlowBody => over = delay,
        Act::Instead(refused) | Act::Afterwards(refused) => answer = refusal(&refused, call, now, fault.number),
        Act::Page(status) => answer = page(status),
        Act::Redirect => {
            answer = Answer {
                status: 302,
                headers: vec![("Location".to_owned(), "https://redirected.invalid/".to_owned())],
                body: String::new(),
            }
        }
        Act::Truncate => {
            let half = answer.body.floor_char_boundary(answer.body.len() / 2);
            answer.body.truncate(half);
        }
        Act::Enlarge => answer.body = huge(),
        Act::Mistype => {
            set(&mut answer, "Content-Type", "image/png");
            answer.body = "This is not what was asked for.".to_owned();
        }
        Act::SkewClock => {
            let skewed = now.after(i64::from(fault.number).saturating_mul(1_000));
            set(&mut answer, "Date", &super::super::clock::http_date(skewed));
        }
        Act::NeverSteady => in_pool(&mut answer, |pool| {
            put(pool, "allocationState", Node::text("Resizing"));
            halve(pool);
            if let Some(status) = member(pool, "resizeOperationStatus")
                && let Value::Object(members) = &mut status.value
            {
                members.retain(|member| member.name != "errors");
            }
        }),
        Act::ResizeError => in_pool(&mut answer, |pool| {
            if !pool.get("allocationState").is_some_and(|state| state.says("Steady")) {
                return;
            }
            halve(pool);
            let error = Node::object([
                ("code", Node::text("AllocationTimedOut")),
                (
                    "message",
                    Node::text(
                        "Desired number of dedicated nodes could not be allocated as the resize timeout was reached",
                    ),
                ),
            ]);
            if member(pool, "resizeOperationStatus").is_none() {
                put(pool, "resizeOperationStatus", Node::empty_object(Span::NOWHERE));
            }
            if let Some(status) = member(pool, "resizeOperationStatus") {
                put(status, "errors", Node::list([error]));
            }
        }),
        // It has happened already.
        Act::DeletePool => {}
    }
    Carried {
        answer: Some(answer),
        late,
        over,
        cut,
    }
}

fn page(status: u16) -> Answer {
    let title = if status == 200 { "Sign in" } else { "Bad Gateway" };
    Answer {
        status,
        headers: vec![("Content-Type".to_owned(), "text/html; charset=utf-8".to_owned())],
        body: format!(
            "<!doctype html>\n<html lang=\"en\"><head><title>{title}</title></head><body><h1>{title}</h1></body></html>\n"
        ),
    }
}

/// JSON of [`HUGE`] bytes.
fn huge() -> String {
    let (start, end) = (r#"{"value":[],"filler":""#, r#""}"#);
    let filler = "x".repeat(HUGE - start.len() - end.len());
    [start, &filler, end].concat()
}

fn set(answer: &mut Answer, name: &str, value: &str) {
    answer.headers.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
    answer.headers.push((name.to_owned(), value.to_owned()));
}

/// Changes the properties of the pool that an answer holds; any other answer stays.
fn in_pool(answer: &mut Answer, change: impl FnOnce(&mut Node)) {
    let Ok(mut body) = parse(&answer.body) else { return };
    let Some(properties) = member(&mut body, "properties") else {
        return;
    };
    if properties.get("allocationState").is_some() {
        change(properties);
        answer.body = body.to_json();
    }
}

fn member<'a>(node: &'a mut Node, name: &str) -> Option<&'a mut Node> {
    let Value::Object(members) = &mut node.value else {
        return None;
    };
    let found = members.iter_mut().rev().find(|member| member.name == name);
    found.map(|member| &mut member.node)
}

fn put(node: &mut Node, name: &str, value: Node) {
    if let Some(old) = member(node, name) {
        *old = value;
    } else if let Value::Object(members) = &mut node.value {
        members.push(Member {
            name: name.to_owned(),
            name_span: Span::NOWHERE,
            node: value,
        });
    }
}

/// Leaves a pool at most half of the nodes it wants.
fn halve(pool: &mut Node) {
    for (current, target) in NODES {
        let wanted = pool
            .at(&["/scaleSettings/fixedScale/", target].concat())
            .and_then(Node::as_whole);
        let there = pool.get(current).and_then(Node::as_whole);
        if let Some((wanted, there)) = wanted.zip(there) {
            put(pool, current, Node::number(there.min(wanted / 2)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POOL: &str = r#"{"name":"p","properties":{"allocationState":"Steady","currentDedicatedNodes":9,"scaleSettings":{"fixedScale":{"targetDedicatedNodes":9}}}}"#;

    fn after(fault: &str, body: &str) -> Carried {
        let fault = Fault::parse(fault, Moment(0)).unwrap();
        let answer = Answer {
            status: 200,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: body.to_owned(),
        };
        damaged(&fault, &Call::get("/subscriptions/s"), Some(answer), Moment(0))
    }

    #[test]
    fn a_pool_that_never_becomes_steady_resizes_with_half_of_its_nodes() {
        let body = after("never-steady", POOL).answer.unwrap().body;
        assert!(
            body.contains(r#""allocationState":"Resizing","currentDedicatedNodes":4"#),
            "{body}"
        );
    }

    #[test]
    fn a_resize_error_comes_with_a_steady_pool_only() {
        let body = after("resize-error", POOL).answer.unwrap().body;
        assert!(
            body.contains(r#""resizeOperationStatus":{"errors":[{"code":"AllocationTimedOut""#),
            "{body}"
        );
        let resizing = POOL.replace("Steady", "Resizing");
        assert_eq!(after("resize-error", &resizing).answer.unwrap().body, resizing);
        for other in ["", "[]", "{", r#"{"properties":1}"#, r#"{"value":[]}"#] {
            assert_eq!(after("resize-error", other).answer.unwrap().body, other);
        }
    }

    #[test]
    fn a_huge_answer_has_ten_million_bytes_and_is_json() {
        let body = after("huge", POOL).answer.unwrap().body;
        assert_eq!(body.len(), HUGE);
        assert!(parse(&body).is_ok());
    }

    #[test]
    fn a_delay_is_bounded_whatever_is_asked_for() {
        assert_eq!(after("slow-body=4000000000", POOL).over, LONGEST_DELAY);
        assert_eq!(after("slow-headers=2", POOL).late, Duration::from_secs(2));
    }

    #[test]
    fn the_pool_of_a_call_is_found_in_its_path() {
        let of = |route: &str| pool_route(&Call::get(route));
        assert_eq!(of("/a/POOLS/p/stopResize?v=1").as_deref(), Some("/a/POOLS/p?v=1"));
        assert_eq!(of("/a/pools/p").as_deref(), Some("/a/pools/p"));
        assert_eq!((of("/a/pools"), of("/a/pools/?v"), of("/a")), (None, None, None));
    }
}
