//! What a rule has to say about one place of one plan.

use super::{Basis, Rule, Severity, fix_titles};
use crate::facts::Citation;
use crate::model::{Edit, Moment, Node, Plan, Span, path, readings};
use crate::words::{Language, Message, Words, words};

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
    /// It stands for all of its rule that are not listed.
    pub stands_for_more: bool,
    /// When the values it rests on were read from Azure, the oldest of them; `None` while one of them was typed.
    pub read_at: Option<Moment>,
}

/// A change that mends a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does: `Set 2 000`.
    pub title: Message,
    /// The change.
    pub edits: Vec<Edit>,
    /// Whether it may be made together with others without anybody looking at it alone: it decides nothing that only a
    /// person can, and takes nothing away that somebody meant.
    pub safe: bool,
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
            stands_for_more: false,
            read_at: None,
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

    /// Offers a change that mends it. Unless [`Finding::safe`] says otherwise, it is safe when it takes nothing away.
    pub fn fix(mut self, title: impl Into<Message>, edits: impl Into<Vec<Edit>>) -> Finding {
        let edits = edits.into();
        self.fixes.push(Fix {
            title: title.into(),
            safe: !edits.iter().any(|edit| matches!(edit, Edit::Remove { .. })),
            edits,
        });
        self
    }

    /// Says of the fix that was offered last whether it is safe.
    pub fn safe(mut self, safe: bool) -> Finding {
        if let Some(fix) = self.fixes.last_mut() {
            fix.safe = safe;
        }
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

    /// When the values of the account, its image and its pools that it rests on were read: those at its place and the
    /// related ones, else those its rule looks at. The oldest counts, and `None` where one of them was typed.
    pub(super) fn oldest_reading(&self, plan: &Plan) -> Option<Moment> {
        let rests_on = |path: &&str| readings::can_be_read(path) && plan.at(path).is_some_and(|node| !node.is_null());
        let related = self.related.iter().map(String::as_str);
        let mut paths: Vec<&str> = std::iter::once(self.place.path())
            .chain(related)
            .filter(rests_on)
            .collect();
        if paths.is_empty() {
            paths.extend(self.rule.fields.iter().copied().filter(rests_on));
        }
        let mut oldest = None;
        for path in paths {
            let at = plan.read_at(path)?;
            oldest = Some(oldest.map_or(at, |oldest: Moment| oldest.min(at)));
        }
        oldest
    }

    /// How sure it is, in words: a value that was read from Azure says when, instead of that it depends on the account.
    pub fn basis_said(&self, language: Language) -> String {
        static READ: Words = words("read {0}", "lu le {0}", "letto il {0}");
        let title = self.basis.title().in_language(language);
        let Some(at) = self.read_at else {
            return title.to_owned();
        };
        let read = Message::new(&READ, [at.into()]).text(language);
        match self.basis {
            Basis::Account => read,
            _ => [title, &read].join(" · "),
        }
    }

    /// The reason: this finding's own, or the rule's.
    pub fn reason(&self) -> Message {
        self.why.clone().unwrap_or_else(|| Message::from(&self.rule.why))
    }
}
