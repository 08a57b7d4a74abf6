//! Autoscale formulas: text → steps. Knows the grammar; which names there are, and what they mean, is the rules’ matter.
//!
//! The steps stand in the order in which a machine with a stack would take them (operands first), so that a rule walks
//! along a list instead of a tree, however deeply a formula is nested.
//!
//! `evaluate` is that machine: it works a formula out as the service documents it, for the practice cloud.

pub mod evaluate;
mod lexer;
mod parser;

use crate::model::Span;

/// A formula, read as far as it can be.
#[derive(Debug)]
pub struct Formula<'a> {
    /// Its text; the spans of steps and troubles are bytes of it.
    pub text: &'a str,
    /// What it does, operands before what uses them.
    pub steps: Vec<Step>,
    /// How many statements were read; blank ones do not count.
    pub statements: usize,
    /// What stopped the reading.
    pub trouble: Option<Trouble>,
}

/// One step of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it does.
    pub kind: Kind,
    /// The word it is about, or the whole of a statement.
    pub span: Span,
}

/// What a step does. Each but the last leaves one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number.
    Number,
    /// A text, quotes included.
    Text,
    /// The value of a variable or a constant.
    Name,
    /// A function of so many values.
    Call(usize),
    /// A method of a value, with so many more.
    Method(usize),
    /// A member of a value: `time().hour`.
    Member,
    /// An operator, list or index that makes one value of so many. Its word is the operator, the `[` that opens the list,
    /// or the `]` that closes the index.
    Operator(usize),
    /// `condition ? one : other`.
    Choice,
    /// Gives a variable the value.
    Set,
    /// Ends a statement; its span is the statement, semicolon included.
    End,
}

impl Kind {
    /// How many values it takes.
    pub fn takes(self) -> usize {
        match self {
            Kind::Number | Kind::Text | Kind::Name => 0,
            Kind::Call(count) | Kind::Operator(count) => count,
            Kind::Method(count) => count + 1,
            Kind::Choice => 3,
            Kind::Member | Kind::Set | Kind::End => 1,
        }
    }
}

/// Why a formula could not be read, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What is wrong.
    pub wrong: Wrong,
    /// Where: what does not belong, or the last word when something is missing behind it.
    pub span: Span,
    /// Where the last word before it ends.
    pub after: usize,
}

impl Trouble {
    /// Whether something is missing at the end of the formula, behind the word at the place.
    pub fn at_end(&self) -> bool {
        self.span.end == self.after
    }
}

/// What can be wrong with the grammar of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A character that no formula has outside of texts and comments.
    Stray,
    /// A text that is never closed.
    OpenText,
    /// A comment that is never closed.
    OpenComment,
    /// A value (or, behind a point, a name) is missing.
    NoValue,
    /// This mark is missing.
    Missing(&'static str),
    /// `=` behind something that is no variable.
    NotSettable,
    /// Nested deeper than is read here; no verdict.
    TooDeep,
}

impl<'a> Formula<'a> {
    /// Reads a formula.
    pub fn read(text: &'a str) -> Formula<'a> {
        parser::read(text)
    }

    /// The text of a span.
    pub fn at(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The word a step is about.
    pub fn word(&self, step: &Step) -> &'a str {
        self.at(step.span)
    }

    /// The text with every such word outside of texts and comments written as another.
    pub fn renamed(&self, word: &str, other: &str) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut at = 0;
        loop {
            let (token, span) = lexer::next(self.text, at);
            let before = self.at(Span {
                start: at,
                end: span.start,
            });
            out.push_str(before);
            match token {
                lexer::Token::End => return out,
                lexer::Token::Name if self.at(span) == word => out.push_str(other),
                _ => out.push_str(self.at(span)),
            }
            at = span.end;
        }
    }

    /// The text with something else in place of a span.
    pub fn replaced(&self, span: Span, with: &str) -> String {
        let mut out = self.text.to_owned();
        if out.get(span.start..span.end).is_some() {
            out.replace_range(span.start..span.end, with);
        }
        out
    }
}
