//! What an answer of Resource Manager means.

use super::call::{Answer, Failure};
use crate::input::parse;
use crate::model::{Millis, Node};

/// What came of a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// 200, 201, 202 or 204; the body, where there is one.
    Accepted(Accepted),
    /// 400 or another status of the 4xx that says the request is wrong.
    Rejected(Refusal),
    /// 401: the token is missing, expired, or not for this service.
    Unauthorised(Refusal),
    /// 403: no right to do it, or what it names does not exist: the same code stands for both.
    Forbidden(Refusal),
    /// 404.
    NotFound(Refusal),
    /// 409.
    Conflict(Refusal),
    /// 412: somebody changed it meanwhile, or it exists already.
    Precondition(Refusal),
    /// 429; how long to wait, where the header can be read.
    Throttled(Refusal, Option<Millis>),
    /// 5xx; how long to wait, where the header can be read.
    ServerError(Refusal, Option<Millis>),
    /// An answer that is none of Resource Manager's.
    Unreadable(Unreadable, u16),
    /// No answer.
    Failed(Failure),
}

/// What was accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// The status.
    pub status: u16,
    /// The body; `null` when it is empty.
    pub body: Node,
    /// The `ETag`, of the header or of the body.
    pub etag: Option<String>,
    /// Where the operation goes on (202): path and query, the endpoint taken off.
    pub location: Option<String>,
    /// How long to wait before asking there.
    pub retry_after: Option<Millis>,
}

/// What was refused and why, in the service's own words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// `error.code`.
    pub code: Option<String>,
    /// `error.message`.
    pub message: Option<String>,
    /// `error.target`.
    pub target: Option<String>,
    /// `error.details`, flat.
    pub details: Vec<Detail>,
    /// The body as it came, for the error dictionary.
    pub body: String,
}

/// One of `error.details`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Detail {
    /// Its code.
    pub code: Option<String>,
    /// Its message.
    pub message: Option<String>,
    /// What it is about.
    pub target: Option<String>,
}

/// Why an answer is none of Resource Manager's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// HTML: a proxy, a sign-in page, a captive portal.
    Html,
    /// JSON that ends too soon.
    Truncated,
    /// Neither.
    Other,
}

impl Outcome {
    /// What an answer, or none, means.
    pub fn of(answered: Result<Answer, Failure>) -> Outcome {
        match answered {
            Ok(answer) => Outcome::of_answer(&answer),
            Err(failure) => Outcome::Failed(failure),
        }
    }

    fn of_answer(answer: &Answer) -> Outcome {
        let status = answer.status;
        let body = match body(answer) {
            Ok(body) => body,
            // A refusal is one, whoever wrote it; what was accepted must be readable.
            Err(unreadable) if (200..400).contains(&status) => return Outcome::Unreadable(unreadable, status),
            Err(_) => Node::object::<&str>([]),
        };
        if (200..300).contains(&status) {
            let etag = answer
                .header("ETag")
                .or_else(|| body.get("etag")?.as_text())
                .map(str::to_owned);
            let location = answer.header("Location").map(route_of);
            return Outcome::Accepted(Accepted {
                status,
                etag,
                location,
                retry_after: retry_after(answer),
                body,
            });
        }
        let refusal = Refusal::of(status, &body, &answer.body);
        match status {
            300..400 => Outcome::Failed(Failure::Redirected),
            401 => Outcome::Unauthorised(refusal),
            403 => Outcome::Forbidden(refusal),
            404 => Outcome::NotFound(refusal),
            409 => Outcome::Conflict(refusal),
            412 => Outcome::Precondition(refusal),
            408 => Outcome::ServerError(refusal, retry_after(answer)),
            429 => Outcome::Throttled(refusal, retry_after(answer)),
            400..500 => Outcome::Rejected(refusal),
            _ => Outcome::ServerError(refusal, retry_after(answer)),
        }
    }

    /// What was refused, if it was.
    pub fn refusal(&self) -> Option<&Refusal> {
        use Outcome::*;
        match self {
            Rejected(refusal) | Unauthorised(refusal) | Forbidden(refusal) | NotFound(refusal) | Conflict(refusal) => {
                Some(refusal)
            }
            Precondition(refusal) | Throttled(refusal, _) | ServerError(refusal, _) => Some(refusal),
            Accepted(_) | Unreadable(..) | Failed(_) => None,
        }
    }

    /// Whether the call may have been carried out although nothing says so.
    pub fn may_have_happened(&self) -> bool {
        match self {
            Outcome::Failed(failure) => failure.may_have_happened(),
            Outcome::ServerError(..) | Outcome::Unreadable(..) => true,
            _ => false,
        }
    }
}

impl Refusal {
    /// Whether the service gave this code.
    pub fn has_code(&self, code: &str) -> bool {
        self.code.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(code))
    }

    fn of(status: u16, body: &Node, text: &str) -> Refusal {
        let error = body.get("error").unwrap_or(body);
        let text_of = |node: &Node, name: &str| node.get(name).and_then(Node::as_text).map(str::to_owned);
        let mut details = Vec::new();
        collect(error, &mut details, 4);
        Refusal {
            status,
            code: text_of(error, "code"),
            message: text_of(error, "message"),
            target: text_of(error, "target"),
            details,
            body: text
                .get(..text.floor_char_boundary(MOST_TEXT))
                .unwrap_or_default()
                .to_owned(),
        }
    }
}

/// More bytes of a refusal are not kept.
const MOST_TEXT: usize = 64 * 1024;
/// More details are not read.
const MOST_DETAILS: usize = 50;

fn collect(error: &Node, out: &mut Vec<Detail>, depth: usize) {
    let details = error.get("details").map_or(&[][..], Node::items);
    for detail in details.iter().take(MOST_DETAILS.saturating_sub(out.len())) {
        let text = |name: &str| detail.get(name).and_then(Node::as_text).map(str::to_owned);
        out.push(Detail {
            code: text("code"),
            message: text("message"),
            target: text("target"),
        });
        if depth > 0 {
            collect(detail, out, depth - 1);
        }
    }
}

/// The body as JSON; `null` when it is empty.
fn body(answer: &Answer) -> Result<Node, Unreadable> {
    let text = answer.body.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Ok(Node::null());
    }
    if text.starts_with('<') {
        return Err(Unreadable::Html);
    }
    parse(text).map_err(|_| match text.starts_with(['{', '[']) && !text.ends_with(['}', ']']) {
        true => Unreadable::Truncated,
        false => Unreadable::Other,
    })
}

/// `Retry-After` in milliseconds: seconds, as Resource Manager gives it. A date is not read: clocks differ.
fn retry_after(answer: &Answer) -> Option<Millis> {
    let seconds: u32 = answer.header("Retry-After")?.trim().parse().ok()?;
    Some(Millis::from(seconds) * 1_000)
}

/// Path and query of an address: the endpoint is never taken from an answer.
pub(super) fn route_of(address: &str) -> String {
    let rest = match address.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"),
        None => address,
    };
    rest.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(status: u16, headers: &[(&str, &str)], body: &str) -> Outcome {
        Outcome::of(Ok(Answer {
            status,
            headers: headers
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            body: body.to_owned(),
        }))
    }

    #[test]
    fn every_status_has_its_outcome() {
        let refused =
            r#"{"error":{"code":"A","message":"B","target":"C","details":[{"code":"D","details":[{"target":"E"}]}]}}"#;
        for (status, name) in [
            (400, "Rejected"),
            (405, "Rejected"),
            (401, "Unauthorised"),
            (403, "Forbidden"),
            (404, "NotFound"),
            (409, "Conflict"),
            (412, "Precondition"),
            (429, "Throttled"),
            (408, "ServerError"),
            (500, "ServerError"),
            (503, "ServerError"),
        ] {
            let outcome = of(status, &[], refused);
            assert!(format!("{outcome:?}").starts_with(name), "{status}");
            let refusal = outcome.refusal().unwrap();
            assert_eq!((refusal.code.as_deref(), refusal.details.len()), (Some("A"), 2));
        }
        assert_eq!(of(302, &[], ""), Outcome::Failed(Failure::Redirected));
    }

    #[test]
    fn what_waits_says_how_long() {
        assert!(matches!(
            of(429, &[("retry-after", "7")], "{}"),
            Outcome::Throttled(_, Some(7_000))
        ));
        assert!(matches!(
            of(503, &[("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT")], "{}"),
            Outcome::ServerError(_, None)
        ));
    }

    #[test]
    fn an_accepted_answer_gives_its_state_and_where_it_goes_on() {
        let location = "https://management.azure.com/subscriptions/s/x?api-version=1";
        let Outcome::Accepted(accepted) = of(202, &[("location", location), ("retry-after", "15")], "") else {
            panic!()
        };
        assert_eq!(accepted.location.as_deref(), Some("/subscriptions/s/x?api-version=1"));
        assert_eq!((accepted.retry_after, accepted.body.is_null()), (Some(15_000), true));
        let Outcome::Accepted(accepted) = of(200, &[], r#"{"etag":"W/\"1\""}"#) else {
            panic!()
        };
        assert_eq!(accepted.etag.as_deref(), Some("W/\"1\""));
    }

    #[test]
    fn what_is_no_answer_of_the_service_is_told_apart() {
        assert_eq!(
            of(200, &[], "<!doctype html>"),
            Outcome::Unreadable(Unreadable::Html, 200)
        );
        assert_eq!(
            of(200, &[], r#"{"value": ["#),
            Outcome::Unreadable(Unreadable::Truncated, 200)
        );
        assert_eq!(
            of(200, &[], r#"{"value": "a"#),
            Outcome::Unreadable(Unreadable::Truncated, 200)
        );
        assert_eq!(of(200, &[], "hello"), Outcome::Unreadable(Unreadable::Other, 200));
        let Outcome::ServerError(refusal, _) = of(502, &[], "<html>Bad gateway</html>") else {
            panic!()
        };
        assert_eq!(
            (refusal.code, refusal.body.as_str()),
            (None, "<html>Bad gateway</html>")
        );
    }
}
