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
mod tests {
    use super::*;

    /// The steps as text: `1 2 min/2 =x ;`.
    fn steps(text: &str) -> String {
        let formula = read(text);
        assert_eq!(formula.trouble, None, "{text}");
        let shown = |step: &Step| {
            let word = formula.word(step);
            match step.kind {
                Kind::Number | Kind::Text | Kind::Name => word.to_owned(),
                Kind::Call(count) => format!("{word}/{count}"),
                Kind::Method(count) => format!(".{word}/{count}"),
                Kind::Member => format!(".{word}"),
                Kind::Operator(count) => format!("op{count}"),
                Kind::Choice => "?".to_owned(),
                Kind::Set => format!("={word}"),
                Kind::End => format!("[{word}]"),
            }
        };
        formula.steps.iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn operands_stand_before_what_uses_them() {
        assert_eq!(
            steps("x = min(1, $a) * -2;"),
            "1 $a min/2 2 op1 op2 =x [x = min(1, $a) * -2;]"
        );
        assert_eq!(
            steps("$t = $A.GetSample(1 * m, 2)[0]"),
            "$A 1 m op2 2 .GetSample/2 0 op2 =$t [$t = $A.GetSample(1 * m, 2)[0]]"
        );
        assert_eq!(
            steps("time().hour >= 8 && !x;"),
            "time/0 .hour 8 op2 x op1 op2 [time().hour >= 8 && !x;]"
        );
        assert_eq!(steps("v = [1, 2]; ;"), "1 2 op2 =v [v = [1, 2];]");
    }

    #[test]
    fn operators_bind_as_in_c() {
        let marks = |text: &str| {
            let formula = read(text);
            assert_eq!(formula.trouble, None, "{text}");
            let kept = formula.steps.iter().filter(|step| step.kind != Kind::End);
            kept.map(|step| formula.word(step)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(marks("1 + 2 * 3 - 4"), "1 2 3 * + 4 -");
        assert_eq!(marks("a || b && c == d < e + f * g"), "a b c d e f g * + < == && ||");
        assert_eq!(marks("a * b + c < d == e && f || g"), "a b * c + d < e == f && g ||");
        assert_eq!(marks("8 - 4 - 2 / 2 / 1"), "8 4 - 2 2 / 1 / -");
        assert_eq!(marks("!-a * -b[1]"), "a - ! b 1 ] - *");
        assert_eq!(marks("(1 + 2) * [3]"), "1 2 + 3 [ *");
    }

    #[test]
    fn a_chain_of_choices_is_taken_from_its_end() {
        assert_eq!(steps("a ? 1 : b ? 2 : 3"), "a 1 b 2 3 ? ? [a ? 1 : b ? 2 : 3]");
        assert_eq!(steps("a ? b ? 1 : 2 : 3"), "a b 1 2 ? 3 ? [a ? b ? 1 : 2 : 3]");
        let chain = "t == 1 ? 1 : ".repeat(5_000) + "0;";
        assert_eq!(read(&chain).trouble, None);
        assert_eq!(steps("c ? x = 1 : y = 2"), "c 1 =x 2 =y ? [c ? x = 1 : y = 2]");
    }

    #[test]
    fn blank_statements_do_not_count() {
        assert_eq!(read("a=1;;  ;\nb=2;").statements, 2);
        assert_eq!(read("a=1;b=2").statements, 2);
        assert_eq!(read("// a=1;\n").statements, 0);
        assert_eq!(read("").statements, 0);
    }

    fn trouble(text: &str) -> (Wrong, &str, usize) {
        let formula = read(text);
        let trouble = formula.trouble.unwrap_or_else(|| panic!("{text} is read"));
        let at = text.get(trouble.span.start..trouble.span.end);
        (trouble.wrong, at.expect("a span of the text"), trouble.after)
    }

    #[test]
    fn trouble_is_told_at_its_place() {
        use Wrong::*;
        assert_eq!(trouble("a = 1\nb = 2;"), (Missing(";"), "b", 5));
        assert_eq!(trouble("a = min(1, 2;"), (Missing(")"), ";", 12));
        assert_eq!(trouble("a = min(1 2);"), (Missing(","), "2", 9));
        assert_eq!(trouble("a = (1"), (Missing(")"), "1", 6));
        assert_eq!(trouble("a = [1;"), (Missing("]"), ";", 6));
        assert_eq!(trouble("a = b ? 1;"), (Missing(":"), ";", 9));
        assert_eq!(trouble("a = ;"), (NoValue, ";", 3));
        assert_eq!(trouble("a = 1 +"), (NoValue, "+", 7));
        assert_eq!(trouble("a = b.;"), (NoValue, ";", 6));
        assert_eq!(trouble("a = b == = 1"), (NoValue, "=", 8));
        assert_eq!(trouble("a + 1 = b;"), (NotSettable, "=", 5));
        assert_eq!(trouble("a = 1);"), (Stray, ")", 5));
        assert_eq!(trouble("a = 5 % 2;"), (Stray, "%", 5));
        assert_eq!(trouble("a = {n};"), (Stray, "{", 3));
        assert_eq!(trouble("a = \"x;"), (OpenText, "\"x;", 3));
        assert_eq!(trouble("a = 1; /* b"), (OpenComment, "/*", 6));
    }

    #[test]
    fn what_is_nested_too_deeply_is_not_judged() {
        let nested = |depth: usize| format!("a = {}1{};", "(".repeat(depth), ")".repeat(depth));
        assert_eq!(read(&nested(DEEPEST - 2)).trouble, None);
        for text in [
            nested(100_000),
            "-".repeat(100_000) + "(",
            "a=".repeat(100_000),
            "f(".repeat(100_000),
        ] {
            assert!(read(&text).trouble.is_some());
        }
        assert_eq!(
            read(&nested(DEEPEST)).trouble.map(|trouble| trouble.wrong),
            Some(Wrong::TooDeep)
        );
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod of_any_text {
        use super::*;
        use proptest::prelude::*;

        /// Expressions by their grammar.
        fn expression() -> impl Strategy<Value = String> {
            let leaf = prop_oneof![
                "[0-9]{1,3}(\\.[0-9]{1,2})?",
                "\\$?[a-z][a-z0-9_]{0,4}",
                "\"[a-z;/]{0,4}\"",
                Just("TimeInterval_100ns".to_owned()),
            ];
            leaf.prop_recursive(4, 24, 3, |inner| {
                let several = prop::collection::vec(inner.clone(), 0..3).prop_map(|items| items.join(", "));
                let operator =
                    prop::sample::select(vec!["+", "-", "*", "/", "<", "<=", "==", "!=", ">", ">=", "&&", "||"]);
                prop_oneof![
                    (inner.clone(), operator, inner.clone()).prop_map(|(a, mark, b)| format!("{a} {mark} {b}")),
                    (inner.clone(), inner.clone(), inner.clone()).prop_map(|(a, b, c)| format!("({a}) ? {b} : {c}")),
                    inner.clone().prop_map(|a| format!("-({a})")),
                    inner.clone().prop_map(|a| format!("!({a})")),
                    ("[a-z]{1,4}", several.clone()).prop_map(|(name, items)| format!("{name}({items})")),
                    ("[A-Z][a-z]{1,4}", several).prop_map(|(name, items)| format!("$M.{name}({items}) /* ; */")),
                    inner.prop_map(|a| format!("({a}).hour")),
                ]
            })
        }

        proptest! {
            #[test]
            fn no_text_makes_it_panic(text in "[a-c$é=;/*\"'\n 0-9.()\\[\\]?:,+!<&|-]{0,60}|.*") {
                let formula = read(&text);
                let spans = formula.steps.iter().map(|step| step.span).chain(formula.trouble.map(|found| found.span));
                for span in spans {
                    prop_assert!(span.start <= span.end && text.get(span.start..span.end).is_some(), "{:?}", span);
                }
                if let Some(trouble) = formula.trouble {
                    prop_assert!(text.get(..trouble.after).is_some());
                }
                prop_assert_eq!(formula.renamed("a", "a"), text.clone());
                prop_assert_eq!(read(&formula.renamed("a", "b")).trouble.is_some(), formula.trouble.is_some());
            }

            #[test]
            fn what_follows_the_grammar_is_read(
                values in prop::collection::vec(("\\$?[a-z]{1,6}", expression()), 1..5),
                tight: bool,
            ) {
                let lines: Vec<String> = values.iter().map(|(name, value)| format!("{name} = {value};")).collect();
                let text = lines.join(if tight { "" } else { " // note;\n" });
                let formula = read(&text);
                prop_assert_eq!(formula.trouble, None, "{}", text);
                prop_assert_eq!(formula.statements, values.len());
                let set: Vec<&str> = formula.steps.iter()
                    .filter(|step| step.kind == Kind::Set)
                    .map(|step| formula.word(step))
                    .collect();
                prop_assert_eq!(set, values.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>());
                // A machine with a stack ends every statement with nothing left over.
                let mut stack = 0_usize;
                for step in &formula.steps {
                    let (takes, gives) = (step.kind.takes(), usize::from(step.kind != Kind::End));
                    prop_assert!(stack >= takes);
                    stack = stack - takes + gives;
                }
                prop_assert_eq!(stack, 0);
            }
        }
    }
}
