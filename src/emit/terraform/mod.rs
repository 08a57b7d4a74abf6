//! The plan in the language of Terraform, for two providers: what they share is quoting, layout, and the parts of the
//! address and the secrets as variables.

pub(super) mod azapi;
pub(super) mod azurerm;
mod layout;

use super::LeftOut;
use super::secrets::Secret;
use super::unseen;
use crate::arm::PutPool;
use crate::model::{Cloud, Node, path};
use crate::words::{Arg, Message, Words, words};
pub(super) use layout::key;
use layout::{Entry, Expression};

/// A text of the language that stands for exactly this one: nothing in it is a template.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '$' | '%' => {
                if rest.peek() == Some(&'{') {
                    out.push(c);
                }
                out.push(c);
            }
            c if c.is_control() || unseen(c) => {
                let (mark, digits) = if c > '\u{ffff}' { ('U', 8) } else { ('u', 4) };
                out.push_str(&format!("\\{mark}{:0digits$X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

static UNKNOWN: Words = words(
    "The plan does not say it: give the variable {0} a value.",
    "Le plan ne l’indique pas : renseignez la variable {0}.",
    "Il piano non lo indica: assegnare un valore alla variabile {0}.",
);
static SECRET: Words = words(
    "Never written here: give the variable {0} its value.",
    "Jamais écrit ici : renseignez la variable {0}.",
    "Mai scritto qui: assegnare il valore alla variabile {0}.",
);
static SECRET_JSON: Words = words(
    "Never written here: give the variable {0} its value as JSON.",
    "Jamais écrit ici : renseignez la variable {0} au format JSON.",
    "Mai scritto qui: assegnare il valore in formato JSON alla variabile {0}.",
);

/// What a file needs from outside, and what it does not say.
#[derive(Default)]
struct File {
    variables: Vec<Entry>,
    left_out: Vec<LeftOut>,
}

impl File {
    fn variable(&mut self, name: &str, kind: &str, sensitive: bool) -> Expression {
        let mut entries = vec![Entry::set("type", Expression::code(kind))];
        if sensitive {
            entries.push(Entry::set("sensitive", Expression::code("true")));
        }
        self.variables
            .push(Entry::Block(format!("variable {}", quoted(name)), entries));
        Expression::Code(format!("var.{name}"))
    }

    fn note(&mut self, path: impl Into<String>, why: Message) {
        let path = path.into();
        self.left_out.push(LeftOut { path, why });
    }

    /// A part of the address: its value, or a variable.
    fn part(&mut self, value: Option<&String>, name: &'static str, path: &str) -> Expression {
        if let Some(value) = value {
            return Expression::text(value);
        }
        self.note(path, Message::new(&UNKNOWN, [Arg::from(name)]));
        self.variable(name, "string", false)
    }

    /// The variable that stands for a secret. `json` is whether it wants JSON of a text as well.
    fn secret(&mut self, secret: &Secret, json: bool) -> Expression {
        let name = secret.variable.to_ascii_lowercase();
        let as_json = json || !secret.is_text;
        let why = if as_json { &SECRET_JSON } else { &SECRET };
        self.note(secret.path.as_str(), Message::new(why, [Arg::from(name.clone())]));
        let kind = if secret.is_text || json { "string" } else { "any" };
        self.variable(&name, kind, true)
    }

    /// Any value as it is, its secrets as variables.
    fn value(&mut self, node: &Node, at: &str, secrets: &[Secret]) -> Expression {
        if let Some(secret) = secrets.iter().find(|secret| secret.path == at) {
            return self.secret(secret, false);
        }
        match &node.value {
            crate::model::Value::Text(text) => Expression::text(text),
            crate::model::Value::List(items) => Expression::List(
                items
                    .iter()
                    .enumerate()
                    .map(|(index, item)| self.value(item, &path::item(at, index), secrets))
                    .collect(),
            ),
            crate::model::Value::Object(_) => Expression::Object(
                node.counting_members()
                    .map(|member| {
                        let value = self.value(&member.node, &path::child(at, &member.name), secrets);
                        (member.name.clone(), value)
                    })
                    .collect(),
            ),
            _ => Expression::Code(node.to_json()),
        }
    }
}

/// The first lines of every file: the provider, and the cloud it speaks to.
fn provider(name: &str, source: &str, version: &str, settings: Vec<Entry>, request: &PutPool) -> Vec<Entry> {
    let cloud = match request.cloud {
        Cloud::Public => "public",
        Cloud::China => "china",
        Cloud::UsGovernment => "usgovernment",
    };
    let source = Expression::Object(vec![
        ("source".to_owned(), Expression::text(source)),
        ("version".to_owned(), Expression::text(version)),
    ]);
    let mut entries = vec![Entry::set("environment", Expression::text(cloud))];
    entries.extend(settings);
    vec![
        Entry::Comment("Sign in with `az login`, then `terraform init` and `terraform apply`."),
        Entry::block(
            "terraform",
            vec![Entry::block("required_providers", vec![Entry::set(name, source)])],
        ),
        Entry::Block(format!("provider {}", quoted(name)), entries),
    ]
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    /// Reads a literal back as Terraform does.
    fn read(literal: &str) -> String {
        let value: hcl_edit::expr::Expression = literal.parse().expect("an expression");
        match &value {
            hcl_edit::expr::Expression::String(text) => text.value().clone(),
            // Escaped marks of templates make it a template without any.
            hcl_edit::expr::Expression::StringTemplate(template) => template
                .iter()
                .map(|element| match element {
                    hcl_edit::template::Element::Literal(text) => text.value().clone(),
                    other => panic!("{other:?} in {literal}"),
                })
                .collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn hostile_texts_are_read_back() {
        for text in [
            "",
            "\"\n}\nresource \"x\" \"y\" {",
            "\\",
            "\\\"",
            "a\nb\r\tc\0d\u{85}\u{2028}\u{2029}",
            "\u{202e}abc\u{200f}\u{feff}",
            "🦀 é $(rm) ${file(\"x\")} %{ if true }y%{ endif } `x` %PATH%",
            "$${x} $$${x} %%{x} $%{x} %${x} $ % $$ %% ${ %{ {",
            "<<EOT\nx\nEOT\n",
            "\u{1}\u{7f}\u{9f}1234\u{e0041}x",
            "\u{301}\u{301}",
            "# // /* */",
        ] {
            assert_eq!(read(&quoted(text)), text, "{}", quoted(text));
            assert!(quoted(text).chars().all(|c| !c.is_control() && !unseen(c)));
        }
        let long = "${\"".repeat(10_000);
        assert_eq!(read(&quoted(&long)), long);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_back(text in ".*") {
            proptest::prop_assert_eq!(read(&quoted(&text)), text);
        }

        #[test]
        fn any_characters_are_read_back(characters in proptest::collection::vec(proptest::char::any(), 0..40)) {
            let text: String = characters.into_iter().collect();
            proptest::prop_assert_eq!(read(&quoted(&text)), text);
        }

        #[test]
        fn any_template_is_read_back(text in "[$%{}\"\\\\a~ ]{0,12}") {
            proptest::prop_assert_eq!(read(&quoted(&text)), text);
        }
    }
}
