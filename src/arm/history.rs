//! The calls of this session, without bodies, tokens and headers: what was asked when, and what came back.

use super::{Call, Method, Outcome};
use crate::model::{Millis, Moment, Node};

/// More rows are not kept: the oldest go.
const MOST: usize = 500;

/// One row: a call, or many equal reads in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// When it was sent; of many, the last.
    pub at: Moment,
    /// How long the answer took; of many, the last.
    pub took: Millis,
    /// What it does.
    pub method: Method,
    /// Path and query.
    pub route: String,
    /// The HTTP status; `None` without an answer.
    pub status: Option<u16>,
    /// The code of a refusal, or what kind of failure it was.
    pub code: Option<String>,
    /// How many equal reads in a row it stands for.
    pub times: usize,
}

/// The calls of this session, the newest last.
#[derive(Clone, Debug, Default)]
pub struct History(Vec<Row>);

impl History {
    /// Notes a call and what came of it.
    pub fn note(&mut self, call: &Call, outcome: &Outcome, at: Moment, took: Millis) {
        let row = Row {
            at,
            took,
            method: call.method,
            route: call.route.clone(),
            status: status(outcome),
            code: code(outcome),
            times: 1,
        };
        if let Some(last) = self.0.last_mut()
            && call.method.is_read()
            && (last.method, &last.route, last.status, &last.code) == (row.method, &row.route, row.status, &row.code)
        {
            let times = last.times + 1;
            *last = Row { times, ..row };
            return;
        }
        if self.0.len() >= MOST {
            self.0.remove(0);
        }
        self.0.push(row);
    }

    /// The rows, the oldest first.
    pub fn rows(&self) -> &[Row] {
        &self.0
    }

    /// As JSON, for a file.
    pub fn to_json(&self) -> String {
        let row = |row: &Row| {
            let optional = |value: Option<Node>| value.unwrap_or_else(Node::null);
            Node::object([
                ("at", Node::text(row.at.to_string())),
                ("milliseconds", Node::number(row.took)),
                ("method", Node::text(row.method.name())),
                ("route", Node::text(row.route.as_str())),
                ("status", optional(row.status.map(|status| Node::number(status.into())))),
                ("code", optional(row.code.as_deref().map(Node::text))),
                ("times", Node::number(i64::try_from(row.times).unwrap_or(i64::MAX))),
            ])
        };
        Node::object([("calls", Node::list(self.0.iter().map(row)))]).to_pretty_json()
    }
}

fn status(outcome: &Outcome) -> Option<u16> {
    match outcome {
        Outcome::Accepted(accepted) => Some(accepted.status),
        Outcome::Unreadable(_, status) => Some(*status),
        Outcome::Failed(_) => None,
        refused => refused.refusal().map(|refusal| refusal.status),
    }
}

fn code(outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Accepted(_) => None,
        Outcome::Unreadable(unreadable, _) => Some(format!("{unreadable:?}")),
        Outcome::Failed(failure) => Some(format!("{failure:?}")),
        refused => refused.refusal().and_then(|refusal| refusal.code.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arm::{Answer, Failure};

    #[test]
    fn equal_reads_are_one_row_and_changes_are_never_folded() {
        let mut history = History::default();
        let fine = Outcome::of(Ok(Answer {
            status: 200,
            ..Answer::default()
        }));
        let (read, put) = (
            Call::get("/a"),
            Call::new(Method::Put, "/a").json("{\"secret\":1}".to_owned()),
        );
        for at in 0..3 {
            history.note(&read, &fine, Moment(at), 5);
        }
        history.note(&put, &fine, Moment(4), 5);
        history.note(&put, &fine, Moment(5), 5);
        history.note(&read, &Outcome::Failed(Failure::Cut), Moment(6), 5);
        assert_eq!(
            history.rows().iter().map(|row| row.times).collect::<Vec<_>>(),
            [3, 1, 1, 1]
        );
        assert_eq!(history.rows().first().map(|row| row.at), Some(Moment(2)));
        assert!(!history.to_json().contains("secret"));
    }

    #[test]
    fn a_long_session_keeps_the_newest() {
        let mut history = History::default();
        for at in 0..i64::try_from(MOST).unwrap() + 10 {
            history.note(
                &Call::get(format!("/{at}")),
                &Outcome::Failed(Failure::Offline),
                Moment(at),
                0,
            );
        }
        assert_eq!(history.rows().len(), MOST);
        assert_eq!(history.rows().first().map(|row| row.route.as_str()), Some("/10"));
    }
}
