//! The answers of Resource Manager: what was accepted, and its one shape of error.

use crate::arm::Answer;
use crate::model::{Moment, Node};

/// What is refused, in the service's words.
#[derive(Debug)]
pub(super) struct Refused {
    status: u16,
    code: &'static str,
    message: String,
    /// `error.target`.
    target: Option<&'static str>,
    details: Vec<Node>,
    headers: Vec<(&'static str, String)>,
}

/// An answer, or why there is none.
pub(super) type Reply = Result<Answer, Box<Refused>>;

impl Refused {
    /// A refusal of Resource Manager itself.
    pub(super) fn by_manager(status: u16, code: &'static str, message: impl Into<String>) -> Box<Refused> {
        Box::new(Refused {
            status,
            code,
            message: message.into(),
            target: None,
            details: Vec::new(),
            headers: Vec::new(),
        })
    }

    /// A refusal of the Batch service behind it.
    pub(super) fn by_batch(status: u16, code: &'static str, message: impl Into<String>) -> Box<Refused> {
        let mut refused = Refused::by_manager(status, code, message);
        refused.target = Some("BatchAccount");
        refused
    }

    /// Adds a name and a value to the details.
    pub(super) fn detail(mut self: Box<Refused>, name: &str, value: &str) -> Box<Refused> {
        let detail = [("code", Node::text(name)), ("message", Node::text(value))];
        self.details.push(Node::object(detail));
        self
    }

    /// Adds a header.
    pub(super) fn header(mut self: Box<Refused>, name: &'static str, value: impl Into<String>) -> Box<Refused> {
        self.headers.push((name, value.into()));
        self
    }

    /// As an answer. Messages of the Batch service end with the request's id and its time.
    pub(super) fn answer(self, id: &str, now: Moment) -> Answer {
        let message = match self.target {
            Some(_) => format!("{}\nRequestId:{id}\nTime:{now}", self.message),
            None => self.message,
        };
        let mut members = vec![("code", Node::text(self.code)), ("message", Node::text(message))];
        members.extend(self.target.map(|target| ("target", Node::text(target))));
        if !self.details.is_empty() {
            members.push(("details", Node::list(self.details)));
        }
        let mut answer = of_body(self.status, &Node::object([("error", Node::object(members))]));
        let headers = self.headers.into_iter();
        answer
            .headers
            .extend(headers.map(|(name, value)| (name.to_owned(), value)));
        answer
    }
}

/// An answer with a JSON body.
pub(super) fn of_body(status: u16, body: &Node) -> Answer {
    let json = "application/json; charset=utf-8".to_owned();
    Answer {
        status,
        headers: vec![("Content-Type".to_owned(), json)],
        body: body.to_json(),
    }
}

/// 200 with a JSON body.
pub(super) fn ok(body: &Node) -> Reply {
    Ok(of_body(200, body))
}

/// An answer without a body.
pub(super) fn empty(status: u16) -> Answer {
    Answer {
        status,
        ..Answer::default()
    }
}
