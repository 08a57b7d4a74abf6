//! Tokens → steps, by recursive descent with a bound. Operators bind as in C; what the documentation does not rule out
//! (lists, an index, an assignment within an expression) is read.

use super::lexer::{self, Token};
use super::{Formula, Kind, Step, Trouble, Wrong};
use crate::model::Span;

/// Parentheses and arguments within each other. Deeper ones are nobody’s, and the stack of a browser is small.
const DEEPEST: usize = 100;

pub(super) fn read(text: &str) -> Formula<'_> {
    let mut parser = Parser {
        text,
        token: Token::End,
        span: Span::NOWHERE,
        last: Span::NOWHERE,
        steps: Vec::new(),
        statements: 0,
    };
    parser.advance();
    let trouble = parser.statements().err();
    Formula {
        text,
        steps: parser.steps,
        statements: parser.statements,
        trouble,
    }
}

struct Parser<'a> {
    text: &'a str,
    /// The token that is next, and its place.
    token: Token,
    span: Span,
    /// The place of the one before.
    last: Span,
    steps: Vec<Step>,
    statements: usize,
}

type Read<T = ()> = Result<T, Trouble>;

impl Parser<'_> {
    fn statements(&mut self) -> Read {
        while self.token != Token::End {
            if self.eat(Token::Semicolon) {
                continue;
            }
            let start = self.span.start;
            self.expression(DEEPEST)?;
            if self.token != Token::End && !self.eat(Token::Semicolon) {
                return Err(self.trouble(match self.token {
                    Token::Name | Token::Number | Token::Text | Token::Open => Wrong::Missing(";"),
                    _ => Wrong::Stray,
                }));
            }
            let end = self.last.end;
            self.push(Kind::End, Span { start, end });
            self.statements += 1;
        }
        Ok(())
    }

    /// Values between operators, a choice, or an assignment.
    fn expression(&mut self, deepest: usize) -> Read {
        let Some(deepest) = deepest.checked_sub(1) else {
            return Err(self.trouble(Wrong::TooDeep));
        };
        let (mut choices, mut mark) = (0, self.span);
        loop {
            let from = self.steps.len();
            self.value(deepest)?;
            if self.token == Token::Assign
                && let Some([Step { kind: Kind::Name, span }]) = self.steps.get(from..)
            {
                let name = *span;
                self.steps.truncate(from);
                self.advance();
                self.expression(deepest)?;
                self.push(Kind::Set, name);
                break;
            }
            // Operators whose right side is still to come, the tightest last.
            let mut open: Vec<Span> = Vec::new();
            while matches!(self.token, Token::Sign | Token::Operator) {
                let operator = self.span;
                while let Some(before) = open.pop_if(|before| self.strength(*before) >= self.strength(operator)) {
                    self.push(Kind::Operator(2), before);
                }
                open.push(operator);
                self.advance();
                self.value(deepest)?;
            }
            while let Some(operator) = open.pop() {
                self.push(Kind::Operator(2), operator);
            }
            mark = self.span;
            if !self.eat(Token::Question) {
                break;
            }
            self.expression(deepest)?;
            self.expect(Token::Colon, ":")?;
            // What follows may be a choice again: a chain of them is no deeper than one.
            choices += 1;
        }
        for _ in 0..choices {
            self.push(Kind::Choice, mark);
        }
        Ok(())
    }

    /// A single value with the signs before it and the members behind it.
    fn value(&mut self, deepest: usize) -> Read {
        let mut signs = Vec::new();
        while matches!(self.token, Token::Sign | Token::Not) {
            signs.push(self.span);
            self.advance();
        }
        let span = self.span;
        match self.token {
            Token::Number => self.take(Kind::Number),
            Token::Text => self.take(Kind::Text),
            Token::Name => {
                self.advance();
                let kind = match self.eat(Token::Open) {
                    true => Kind::Call(self.list(Token::Close, ")", deepest)?),
                    false => Kind::Name,
                };
                self.push(kind, span);
            }
            Token::Open => {
                self.advance();
                self.expression(deepest)?;
                self.expect(Token::Close, ")")?;
            }
            Token::OpenList => {
                self.advance();
                let items = self.list(Token::CloseList, "]", deepest)?;
                self.push(Kind::Operator(items), span);
            }
            _ => return Err(self.trouble(Wrong::NoValue)),
        }
        loop {
            if self.eat(Token::Dot) {
                let name = self.span;
                if !self.eat(Token::Name) {
                    return Err(self.trouble(Wrong::NoValue));
                }
                let kind = match self.eat(Token::Open) {
                    true => Kind::Method(self.list(Token::Close, ")", deepest)?),
                    false => Kind::Member,
                };
                self.push(kind, name);
            } else if self.eat(Token::OpenList) {
                self.expression(deepest)?;
                self.expect(Token::CloseList, "]")?;
                self.push(Kind::Operator(2), self.last);
            } else {
                break;
            }
        }
        while let Some(sign) = signs.pop() {
            self.push(Kind::Operator(1), sign);
        }
        Ok(())
    }

    /// Values between commas, up to what closes them.
    fn list(&mut self, close: Token, mark: &'static str, deepest: usize) -> Read<usize> {
        let mut items = 0;
        if self.eat(close) {
            return Ok(items);
        }
        loop {
            self.expression(deepest)?;
            items += 1;
            if !self.eat(Token::Comma) {
                let another = matches!(self.token, Token::Name | Token::Number | Token::Text | Token::Open);
                self.expect(close, if another { "," } else { mark })?;
                return Ok(items);
            }
        }
    }

    /// How tightly an operator between two values binds.
    fn strength(&self, operator: Span) -> u8 {
        match self.text.get(operator.start..operator.end).unwrap_or_default() {
            "||" => 0,
            "&&" => 1,
            "==" | "!=" => 2,
            "<" | "<=" | ">" | ">=" => 3,
            "+" | "-" => 4,
            _ => 5,
        }
    }

    fn take(&mut self, kind: Kind) {
        self.push(kind, self.span);
        self.advance();
    }

    fn push(&mut self, kind: Kind, span: Span) {
        self.steps.push(Step { kind, span });
    }

    fn advance(&mut self) {
        self.last = self.span;
        (self.token, self.span) = lexer::next(self.text, self.last.end);
    }

    fn eat(&mut self, token: Token) -> bool {
        let is_next = self.token == token;
        if is_next {
            self.advance();
        }
        is_next
    }

    fn expect(&mut self, token: Token, mark: &'static str) -> Read {
        match self.eat(token) {
            true => Ok(()),
            false => Err(self.trouble(Wrong::Missing(mark))),
        }
    }

    /// What is wrong at the next token.
    fn trouble(&self, wrong: Wrong) -> Trouble {
        let wrong = match self.token {
            Token::Wrong(wrong) => wrong,
            Token::Assign if wrong == Wrong::Stray => Wrong::NotSettable,
            _ => wrong,
        };
        Trouble {
            wrong,
            span: if self.token == Token::End { self.last } else { self.span },
            after: self.last.end,
        }
    }
}

#[cfg(test)]
mod tests;
