//! Expressions of ARM templates, as far as their values stand in the template itself. What only a deployment knows stays
//! unknown: nothing is guessed.

use std::cell::Cell;

use super::functions;
use crate::model::{Node, Span, Value};

/// Calls, references and brackets within each other that are followed.
const DEEPEST: usize = 48;

/// Marks in a text where something unknown begins and ends.
pub(super) const UNKNOWN: [char; 2] = ['\u{e000}', '\u{e001}'];

/// An expression that breaks the rules of the language, goes too deep, or would cost too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed;

/// A value, if it is known.
pub(super) type Known = Option<Node>;

/// What expressions may refer to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope<'a> {
    /// The definitions of the parameters.
    pub(super) parameters: Option<&'a Node>,
    /// The values that an outer template gives them, and its scope.
    pub(super) given: Option<(&'a Node, &'a Scope<'a>)>,
    /// The variables.
    pub(super) variables: Option<&'a Node>,
    /// How much may still be made, so that a small text cannot ask for a large one.
    pub(super) budget: &'a Cell<usize>,
}

/// What a text of a template stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// Itself.
    Literal,
    /// Another value.
    Value(Node),
    /// Something that is not known here.
    Unknown,
}

impl Scope<'_> {
    /// What a text that stands at `span` means.
    pub(super) fn meaning(&self, text: &str, span: Span) -> Meaning {
        self.mean(text, span, 0)
    }

    fn mean(&self, text: &str, span: Span, depth: usize) -> Meaning {
        let Some(rest) = text.strip_prefix('[') else {
            return Meaning::Literal;
        };
        // Only what begins and ends with a bracket is more than a text.
        if rest.starts_with('[') && rest.ends_with(']') {
            let value = Value::Text(rest.to_owned());
            return Meaning::Value(Node { value, span });
        }
        let Some(expression) = rest.strip_suffix(']') else {
            return Meaning::Literal;
        };
        match Reader::read(self, expression, span, depth, false) {
            Ok(Some(node)) => Meaning::Value(node),
            _ => Meaning::Unknown,
        }
    }

    /// What a text that names something means, with what is unknown between [`UNKNOWN`]; `None` for no text at all.
    pub(super) fn naming(&self, text: &str, span: Span) -> Option<String> {
        let inside = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        match inside {
            Some(inside) if !inside.starts_with('[') => {
                let node = Reader::read(self, inside, span, 0, true).ok()??;
                node.as_text().map(str::to_owned)
            }
            _ => Some(text.to_owned()),
        }
    }

    /// Once something costs more than is left, nothing more is worked out.
    fn charge(&self, cost: usize) -> Result<(), Malformed> {
        let left = self.budget.get().saturating_sub(cost);
        self.budget.set(left);
        if left == 0 { Err(Malformed) } else { Ok(()) }
    }

    /// A copy of a value that stands in the template, its own expression read.
    fn value_of(&self, node: &Node, depth: usize) -> Result<Known, Malformed> {
        if depth >= DEEPEST || self.budget.get() == 0 {
            return Err(Malformed);
        }
        self.charge(size(node))?;
        Ok(match node.as_text().map(|text| self.mean(text, node.span, depth + 1)) {
            Some(Meaning::Unknown) => None,
            Some(Meaning::Value(value)) => Some(value),
            Some(Meaning::Literal) | None => Some(node.clone()),
        })
    }

    fn parameter(&self, name: &str, depth: usize) -> Result<Known, Malformed> {
        let definition = self.find(self.parameters, name)?;
        let secret = definition
            .and_then(|definition| definition.get("type"))
            .is_some_and(|kind| kind.says("secureString") || kind.says("secureObject"));
        // A secret is never carried into a plan.
        if secret {
            return Ok(None);
        }
        if let Some((values, outer)) = self.given
            && let Some(given) = self.find(Some(values), name)?
        {
            let Some(value) = given.get("value") else {
                return Ok(None);
            };
            return outer.whole(value, depth + 1);
        }
        let definition = definition.and_then(|definition| definition.get("value").or(definition.get("defaultValue")));
        definition.map_or(Ok(None), |value| self.value_of(value, depth))
    }

    fn variable(&self, name: &str, depth: usize) -> Result<Known, Malformed> {
        let value = self.find(self.variables, name)?;
        value.map_or(Ok(None), |value| self.value_of(value, depth))
    }

    /// The member of this name, in any letter case; of duplicates the last.
    fn find<'n>(&self, among: Option<&'n Node>, name: &str) -> Result<Option<&'n Node>, Malformed> {
        let members = among.map_or(&[][..], Node::members);
        self.charge(1 + members.len())?;
        let mut members = members.iter().rev();
        let found = members.find(|member| member.name.eq_ignore_ascii_case(name));
        Ok(found.map(|member| &member.node))
    }

    /// A value with every expression in it read; unknown when one of them is.
    fn whole(&self, node: &Node, depth: usize) -> Result<Known, Malformed> {
        let Some(mut node) = self.value_of(node, depth)? else {
            return Ok(None);
        };
        let each = |inner: &mut Node| -> Result<bool, Malformed> {
            let known = self.whole(inner, depth + 1)?;
            Ok(known.map(|known| *inner = known).is_some())
        };
        match &mut node.value {
            Value::List(items) => {
                for item in items {
                    if !each(item)? {
                        return Ok(None);
                    }
                }
            }
            Value::Object(members) => {
                for member in members {
                    if !each(&mut member.node)? {
                        return Ok(None);
                    }
                }
            }
            _ => {}
        }
        Ok(Some(node))
    }
}

/// About how many bytes a value takes.
fn size(node: &Node) -> usize {
    let inner: usize = match &node.value {
        Value::Text(text) | Value::Number(text) => text.len(),
        Value::List(items) => items.iter().map(size).sum(),
        Value::Object(members) => members
            .iter()
            .map(|member| member.name.len() + size(&member.node))
            .sum(),
        _ => 0,
    };
    inner + 16
}

/// Reads an expression from its start to its end, and works it out on the way.
struct Reader<'a> {
    scope: &'a Scope<'a>,
    text: &'a str,
    at: usize,
    depth: usize,
    /// Where the whole expression stands: what is made here stands there.
    span: Span,
    /// Whether what is unknown is carried on between marks.
    naming: bool,
}

impl Reader<'_> {
    fn read(scope: &Scope, text: &str, span: Span, depth: usize, naming: bool) -> Result<Known, Malformed> {
        scope.charge(text.len())?;
        let mut reader = Reader {
            scope,
            text,
            at: 0,
            depth,
            span,
            naming,
        };
        let known = reader.value()?;
        reader.blanks();
        if reader.at < text.len() {
            return Err(Malformed);
        }
        Ok(known)
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        self.blanks();
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn made(&self, value: Value) -> Known {
        Some(Node { value, span: self.span })
    }

    fn value(&mut self) -> Result<Known, Malformed> {
        if self.depth >= DEEPEST {
            return Err(Malformed);
        }
        self.depth += 1;
        self.blanks();
        let start = self.at;
        let mut known = match self.peek() {
            Some(b'\'') => self.quoted()?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.call()?,
        };
        loop {
            known = match self.peek() {
                Some(b'.') => {
                    self.at += 1;
                    let name = self.word()?;
                    known.and_then(|of| member(&of, &name))
                }
                Some(b'[') => {
                    self.at += 1;
                    let index = self.value()?;
                    if !self.take(b']') {
                        return Err(Malformed);
                    }
                    known.zip(index).and_then(|(of, index)| item(&of, &index))
                }
                _ => break,
            };
            // What stands in a variable may be an expression itself.
            known = match known {
                Some(node) => self.scope.value_of(&node, self.depth)?,
                None => None,
            };
        }
        self.depth -= 1;
        if known.is_none() && self.naming {
            let [open, close] = UNKNOWN;
            let source = self.text.get(start..self.at).unwrap_or_default();
            known = self.made(Value::Text(format!("{open}{source}{close}")));
        }
        Ok(known)
    }

    fn quoted(&mut self) -> Result<Known, Malformed> {
        let mut value = String::new();
        loop {
            self.at += 1;
            let end = self.rest().find('\'').ok_or(Malformed)?;
            value.push_str(self.rest().get(..end).unwrap_or_default());
            self.at += end + 1;
            if self.peek() != Some(b'\'') {
                return Ok(self.made(Value::Text(value)));
            }
            value.push('\'');
        }
    }

    fn number(&mut self) -> Result<Known, Malformed> {
        let length = self
            .rest()
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '.'))
            .unwrap_or(self.rest().len());
        let digits = self.rest().get(..length).unwrap_or_default().to_owned();
        self.at += length;
        let whole = digits.parse::<i64>().map_err(|_| Malformed)?;
        Ok(self.made(Value::Number(whole.to_string())))
    }

    fn word(&mut self) -> Result<String, Malformed> {
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
        let length = self.rest().find(|c| !inside(c)).unwrap_or(self.rest().len());
        let word = self.rest().get(..length).filter(|word| !word.is_empty());
        let word = word.ok_or(Malformed)?.to_owned();
        self.at += length;
        Ok(word)
    }

    fn call(&mut self) -> Result<Known, Malformed> {
        let mut name = self.word()?;
        // A function of the author's own has a namespace; it is read, but what it gives is not known.
        while self.peek() == Some(b'.') {
            self.at += 1;
            name.push('.');
            name.push_str(&self.word()?);
        }
        if !self.take(b'(') {
            return Err(Malformed);
        }
        let mut arguments: Vec<Known> = Vec::new();
        while !self.take(b')') {
            if !arguments.is_empty() && !self.take(b',') {
                return Err(Malformed);
            }
            arguments.push(self.value()?);
        }
        name.make_ascii_lowercase();
        let only = |arguments: &[Known]| match arguments {
            [Some(name)] => name.as_text().map(str::to_owned),
            _ => None,
        };
        match (name.as_str(), only(&arguments)) {
            ("parameters", Some(name)) => return self.scope.parameter(&name, self.depth),
            ("variables", Some(name)) => return self.scope.variable(&name, self.depth),
            _ => {}
        }
        // Only what puts texts together may carry something unknown on.
        let joins = matches!(name.as_str(), "concat" | "format");
        if self.naming && !joins && arguments.iter().any(has_unknown) {
            return Ok(None);
        }
        let made = functions::apply(&name, &arguments, self.span);
        if let Some(node) = &made {
            self.scope.charge(size(node))?;
        }
        Ok(made)
    }
}

fn has_unknown(known: &Known) -> bool {
    let text = known.as_ref().and_then(Node::as_text);
    text.is_some_and(|text| text.contains(UNKNOWN))
}

/// The member of an object, in any letter case.
fn member(of: &Node, name: &str) -> Known {
    let mut members = of.members().iter().rev();
    let found = members.find(|member| member.name.eq_ignore_ascii_case(name))?;
    Some(found.node.clone())
}

/// The item of a list, or the member of an object.
fn item(of: &Node, index: &Node) -> Known {
    match index.as_text() {
        Some(name) => member(of, name),
        None => of.items().get(usize::try_from(index.as_whole()?).ok()?).cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::parse;

    const TEMPLATE: &str = r#"{
        "parameters": {
            "size": { "type": "string", "defaultValue": "STANDARD_D2S_V3" },
            "Count": { "type": "int", "defaultValue": 5 },
            "open": { "type": "string" },
            "secret": { "type": "secureString", "defaultValue": "hunter2" },
            "self": { "type": "string", "defaultValue": "[parameters('self')]" },
            "twice": { "type": "string", "defaultValue": "[concat(parameters('size'), variables('dash'))]" },
            "set": { "value": "given" }
        },
        "variables": {
            "dash": "-",
            "image": { "offer": "[toLower('UbuntuServer')]", "skus": ["20", "22"], "open": "[parameters('open')]" },
            "a": "[concat(variables('b'), variables('b'))]",
            "b": "[concat(variables('a'), variables('a'))]"
        }
    }"#;

    fn with_scope<T>(check: impl FnOnce(&Scope) -> T) -> T {
        let root = parse(TEMPLATE).expect("JSON");
        let budget = Cell::new(100_000);
        check(&Scope {
            parameters: root.get("parameters"),
            given: None,
            variables: root.get("variables"),
            budget: &budget,
        })
    }

    fn worked_out(expression: &str) -> Option<String> {
        with_scope(|scope| match scope.meaning(expression, Span::NOWHERE) {
            Meaning::Value(node) => Some(node.to_json()),
            _ => None,
        })
    }

    #[test]
    fn what_stands_in_the_template_is_worked_out() {
        for (expression, value) in [
            ("[parameters('size')]", "\"STANDARD_D2S_V3\""),
            ("[ Parameters( 'SIZE' ) ]", "\"STANDARD_D2S_V3\""),
            ("[parameters('count')]", "5"),
            ("[parameters('twice')]", "\"STANDARD_D2S_V3-\""),
            ("[parameters('set')]", "\"given\""),
            ("[variables('image').offer]", "\"ubuntuserver\""),
            ("[variables('image').skus[1]]", "\"22\""),
            ("[variables('image')['skus'][add(0, 1)]]", "\"22\""),
            ("[[not an expression]", "\"[not an expression]\""),
            ("['it''s']", "\"it's\""),
            ("[-7]", "-7"),
            (
                "[if(equals(parameters('size'), 'x'), parameters('open'), 'known')]",
                "\"known\"",
            ),
        ] {
            assert_eq!(worked_out(expression).as_deref(), Some(value), "{expression}");
        }
    }

    #[test]
    fn what_only_a_deployment_knows_stays_unknown() {
        for expression in [
            "[parameters('open')]",
            "[parameters('nobody')]",
            "[parameters('secret')]",
            "[parameters('self')]",
            "[variables('a')]",
            "[variables('image').open]",
            "[variables('image').nobody]",
            "[variables('image').skus[2]]",
            "[variables('image').skus[-1]]",
            "[concat('a', parameters('open'))]",
            "[uniqueString('a')]",
            "[resourceGroup().location]",
            "[reference('x').outputs.id.value]",
            "[contoso.name('a')]",
            "[copyIndex()]",
            "[]",
            "[parameters('size']",
            "[parameters('size'))]",
            "[parameters('size') parameters('size')]",
            "['open]",
            "[9999999999999999999]",
            "[a]",
        ] {
            assert_eq!(worked_out(expression), None, "{expression}");
        }
    }

    #[test]
    fn texts_without_brackets_are_themselves() {
        with_scope(|scope| {
            for text in ["", "a", "a[b]", "[a", "a]", "$TargetDedicated = min(1);"] {
                assert_eq!(scope.meaning(text, Span::NOWHERE), Meaning::Literal, "{text}");
            }
        });
    }

    #[test]
    fn names_keep_what_is_known_of_them() {
        with_scope(|scope| {
            let named = |text| scope.naming(text, Span::NOWHERE);
            assert_eq!(named("a/b").as_deref(), Some("a/b"));
            assert_eq!(
                named("[concat(parameters('open'), '/', parameters('size'))]").as_deref(),
                Some("\u{e000}parameters('open')\u{e001}/STANDARD_D2S_V3")
            );
            assert_eq!(
                named("[format('{0}/{1}', toLower(parameters('open')), 'p')]").as_deref(),
                Some("\u{e000}toLower(parameters('open'))\u{e001}/p")
            );
            assert_eq!(named("[concat("), Some("[concat(".to_owned()));
            assert_eq!(named("[concat(]"), None);
        });
    }

    #[test]
    fn a_small_text_cannot_ask_for_a_large_one() {
        let variables: Vec<String> = (1..40)
            .map(|number| {
                format!(
                    "\"v{number}\": \"[concat(variables('v{0}'), variables('v{0}'))]\"",
                    number - 1
                )
            })
            .collect();
        let root = parse(&format!("{{ \"v0\": \"0123456789\", {} }}", variables.join(","))).expect("JSON");
        let budget = Cell::new(1_000_000);
        let scope = Scope {
            parameters: None,
            given: None,
            variables: Some(&root),
            budget: &budget,
        };
        assert_eq!(scope.meaning("[variables('v39')]", Span::NOWHERE), Meaning::Unknown);
        assert_eq!(
            scope.meaning(&format!("[{}", "a(".repeat(100_000)), Span::NOWHERE),
            Meaning::Literal
        );
        assert_eq!(
            scope.meaning(&format!("[{}]", "a(".repeat(100_000)), Span::NOWHERE),
            Meaning::Unknown
        );
    }
}
