//! What a rule has to say about one place of one plan.

use super::{Basis, Rule, Severity, fix_titles};
use crate::facts::Citation;
use crate::model::{Edit, Node, Span, path};
use crate::words::Message;

/// Where a finding stands, before positions are known.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// At the value of this pointer, or the nearest thing above it that is there.
    Value(String),
    /// At the name of the member at this pointer.
    Name(String),
    /// At these bytes of the text, about the value at this pointer.
    Text(Span, String),
    /// At these bytes of what the text at this pointer says, escapes read.
    Inside(Span, String),
}

impl Place {
    /// The pointer into the plan document; empty for the document itself.
    pub fn path(&self) -> &str {
        match self {
            Place::Value(path) | Place::Name(path) | Place::Text(_, path) | Place::Inside(_, path) => path,
        }
    }
}

/// A finding.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// Its weight here; never heavier than the rule's own.
    pub severity: Severity,
    /// How sure it is here.
    pub basis: Basis,
    /// Where.
    pub place: Place,
    /// What is wrong with this plan's value.
    pub message: Message,
    /// Why, where it says more than the rule's own reason.
    pub why: Option<Message>,
    /// The sources that matter here.
    pub sources: &'static [Citation],
    /// Other places that have a part in it.
    pub related: Vec<String>,
    /// What would mend it, the best first.
    pub fixes: Vec<Fix>,
}

/// A change that mends a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does: `Set 2 000`.
    pub title: Message,
    /// The change.
    pub edits: Vec<Edit>,
}

impl Finding {
    /// A finding of `rule` at the value of `path`, with the rule's own severity, basis and sources.
    pub fn new(rule: &'static Rule, path: impl Into<String>, message: impl Into<Message>) -> Finding {
        Finding {
            rule,
            severity: rule.severity,
            basis: rule.basis,
            place: Place::Value(path.into()),
            message: message.into(),
            why: None,
            sources: rule.sources,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// Points at the name of the member instead of its value.
    pub fn at_name(mut self) -> Finding {
        self.place = Place::Name(self.place.path().to_owned());
        self
    }

    /// Points at bytes of the text.
    pub fn at_text(mut self, span: Span) -> Finding {
        self.place = Place::Text(span, self.place.path().to_owned());
        self
    }

    /// Points at a part of the text that is the value.
    pub fn inside(mut self, part: Span) -> Finding {
        self.place = Place::Inside(part, self.place.path().to_owned());
        self
    }

    /// Gives it another weight than the rule's.
    pub fn weigh(mut self, severity: Severity) -> Finding {
        self.severity = severity;
        self
    }

    /// Gives it another basis than the rule's.
    pub fn on_basis(mut self, basis: Basis) -> Finding {
        self.basis = basis;
        self
    }

    /// Gives a reason that says more than the rule's.
    pub fn because(mut self, why: impl Into<Message>) -> Finding {
        self.why = Some(why.into());
        self
    }

    /// Rests on these sources instead of all of the rule's.
    pub fn citing(mut self, sources: &'static [Citation]) -> Finding {
        self.sources = sources;
        self
    }

    /// Names another place that has a part in it.
    pub fn related(mut self, path: impl Into<String>) -> Finding {
        self.related.push(path.into());
        self
    }

    /// Offers a change that mends it.
    pub fn fix(mut self, title: impl Into<Message>, edits: impl Into<Vec<Edit>>) -> Finding {
        self.fixes.push(Fix {
            title: title.into(),
            edits: edits.into(),
        });
        self
    }

    /// Offers a number for the member it stands on.
    pub fn offer_number(self, path: &str, value: i64) -> Finding {
        let title = Message::new(&fix_titles::SET, [value.into()]);
        self.fix(title, [Edit::set(path, Node::number(value))])
    }

    /// Offers a text for the member it stands on.
    pub fn offer_text(self, path: &str, value: &str) -> Finding {
        let title = Message::new(&fix_titles::SET, [value.into()]);
        self.fix(title, [Edit::set(path, Node::text(value))])
    }

    /// Offers a number for another member than the one it stands on, which the title names.
    pub fn offer_number_for(self, path: &str, value: i64) -> Finding {
        let title = Message::new(&fix_titles::SET_MEMBER, [path::last(path).into(), value.into()]);
        self.fix(title, [Edit::set(path, Node::number(value))])
    }

    /// Offers a text for another member than the one it stands on, which the title names.
    pub fn offer_text_for(self, path: &str, value: &str) -> Finding {
        let title = Message::new(&fix_titles::SET_MEMBER, [path::last(path).into(), value.into()]);
        self.fix(title, [Edit::set(path, Node::text(value))])
    }

    /// The reason: this finding's own, or the rule's.
    pub fn reason(&self) -> Message {
        self.why.clone().unwrap_or_else(|| Message::from(&self.rule.why))
    }
}
