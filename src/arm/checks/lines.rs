//! What a check tells, gathered line by line.

use super::{Told, Verdict};
use crate::model::{Moment, Node, Reading};
use crate::words::{Arg, Message, Words};

/// Lines and values of one check.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    at: Moment,
    lines: Vec<(Verdict, Message)>,
    readings: Vec<Reading>,
}

impl Lines {
    pub(super) fn new(at: Moment) -> Lines {
        Lines {
            at,
            lines: Vec::new(),
            readings: Vec::new(),
        }
    }

    /// Adds a line.
    pub(super) fn say(&mut self, verdict: Verdict, words: &'static Words, args: impl Into<Vec<Arg>>) {
        self.lines.push((verdict, Message::new(words, args)));
    }

    /// Notes a value for the plan.
    pub(super) fn read(&mut self, path: impl Into<String>, value: Node) {
        self.readings.push(Reading::new(path, value, self.at));
    }

    /// Notes a text for the plan where there is one of these.
    pub(super) fn read_choice(&mut self, path: &str, value: Option<&str>, choices: &[&str]) {
        let known = value.and_then(|value| choices.iter().find(|choice| choice.eq_ignore_ascii_case(value)));
        if let Some(choice) = known {
            self.read(path, Node::text(*choice));
        }
    }

    /// Ends with the gist.
    pub(super) fn told(self, words: &'static Words, args: impl Into<Vec<Arg>>) -> Told {
        let heaviest = self.lines.iter().map(|(verdict, _)| *verdict).max();
        Told {
            verdict: heaviest.unwrap_or(Verdict::Fine),
            summary: Message::new(words, args),
            more: self.lines,
            readings: self.readings,
            at: self.at,
        }
    }
}
