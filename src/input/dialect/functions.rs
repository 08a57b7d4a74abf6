//! The functions of ARM templates whose result depends on nothing but their arguments.

use super::expression::Known;
use crate::model::{Member, Node, Span, Value};

/// What a function gives for these arguments; `None` when it cannot be known here.
pub(super) fn apply(name: &str, arguments: &[Known], span: Span) -> Known {
    let value = match name {
        // These need not know all of them.
        "if" => {
            let chosen = if bool_at(arguments, 0)? { 1 } else { 2 };
            return arguments.get(chosen)?.clone();
        }
        "and" => Value::Bool(every(arguments, true)?),
        "or" => Value::Bool(!every(arguments, false)?),
        _ => of_known(name, &known(arguments)?, span)?,
    };
    Some(Node { value, span })
}

fn known(arguments: &[Known]) -> Option<Vec<&Node>> {
    arguments.iter().map(Option::as_ref).collect()
}

fn bool_at(arguments: &[Known], index: usize) -> Option<bool> {
    arguments.get(index)?.as_ref()?.as_bool()
}

/// Whether all of them are `wanted`: one that is not decides, and an unknown one leaves it open.
fn every(arguments: &[Known], wanted: bool) -> Option<bool> {
    let mut open = false;
    for argument in arguments {
        match argument.as_ref().map(Node::as_bool) {
            Some(Some(value)) if value != wanted => return Some(false),
            Some(Some(_)) => {}
            _ => open = true,
        }
    }
    (!open).then_some(true)
}

fn of_known(name: &str, arguments: &[&Node], span: Span) -> Option<Value> {
    let text = |index: usize| arguments.get(index)?.as_text();
    let whole = |index: usize| arguments.get(index)?.as_whole();
    let number = |value: i64| Some(Value::Number(value.to_string()));
    let count = |value: usize| Some(Value::Number(value.to_string()));
    let string = |value: String| Some(Value::Text(value));
    match (name, arguments) {
        ("true", []) => Some(Value::Bool(true)),
        ("false", []) => Some(Value::Bool(false)),
        ("null", []) => Some(Value::Null),
        ("not", [one]) => Some(Value::Bool(!one.as_bool()?)),
        ("equals", [one, other]) => Some(Value::Bool(one.same_json(other))),
        ("concat", [first, ..]) if matches!(first.value, Value::List(_)) => concat_lists(arguments),
        ("concat", [_, ..]) => {
            let mut all = String::new();
            for argument in arguments {
                all.push_str(&as_string(argument)?);
            }
            string(all)
        }
        ("format", [_, values @ ..]) => string(format(text(0)?, values)?),
        // Letter cases beyond ASCII differ by place; those are left unknown.
        ("tolower", [_]) => string(text(0).filter(|text| text.is_ascii())?.to_ascii_lowercase()),
        ("toupper", [_]) => string(text(0).filter(|text| text.is_ascii())?.to_ascii_uppercase()),
        ("trim", [_]) => string(text(0)?.trim().to_owned()),
        ("string", [one]) => string(as_string(one)?),
        ("int", [one]) => number(one.as_whole().or_else(|| text(0)?.trim().parse().ok())?),
        ("bool", [one]) => Some(Value::Bool(match one.as_text() {
            Some(text) if text.eq_ignore_ascii_case("true") => true,
            Some(text) if text.eq_ignore_ascii_case("false") => false,
            Some(_) => return None,
            None => one.as_bool().or_else(|| Some(one.as_whole()? != 0))?,
        })),
        ("json", [_]) => Some(super::super::parse(text(0)?).ok()?.value),
        ("createarray", items) => Some(Value::List(items.iter().map(|item| (*item).clone()).collect())),
        ("createobject", pairs) => create_object(pairs, span),
        ("add", [_, _]) => number(whole(0)?.checked_add(whole(1)?)?),
        ("sub", [_, _]) => number(whole(0)?.checked_sub(whole(1)?)?),
        ("mul", [_, _]) => number(whole(0)?.checked_mul(whole(1)?)?),
        ("div", [_, _]) => number(whole(0)?.checked_div(whole(1)?)?),
        ("mod", [_, _]) => number(whole(0)?.checked_rem(whole(1)?)?),
        ("length", [one]) => match &one.value {
            Value::Text(text) => count(text.encode_utf16().count()),
            Value::List(items) => count(items.len()),
            Value::Object(_) => count(one.counting_members().count()),
            _ => None,
        },
        ("empty", [one]) => match &one.value {
            Value::Null => Some(Value::Bool(true)),
            Value::Text(text) => Some(Value::Bool(text.is_empty())),
            Value::List(items) => Some(Value::Bool(items.is_empty())),
            Value::Object(members) => Some(Value::Bool(members.is_empty())),
            _ => None,
        },
        ("first", [one]) => match &one.value {
            Value::Text(text) => string(ascii(text)?.get(..1)?.to_owned()),
            Value::List(items) => Some(items.first()?.value.clone()),
            _ => None,
        },
        ("last", [one]) => match &one.value {
            Value::Text(text) => string(ascii(text)?.get(text.len().checked_sub(1)?..)?.to_owned()),
            Value::List(items) => Some(items.last()?.value.clone()),
            _ => None,
        },
        ("split", [_, _]) => {
            let at = text(1).filter(|at| !at.is_empty())?;
            let part = |part: &str| Node {
                value: Value::Text(part.to_owned()),
                span,
            };
            Some(Value::List(text(0)?.split(at).map(part).collect()))
        }
        ("join", [list, _]) => {
            let parts: Option<Vec<String>> = list.items().iter().map(as_string).collect();
            string(parts?.join(text(1)?))
        }
        ("replace", [_, _, _]) => {
            let old = text(1).filter(|old| !old.is_empty())?;
            // So that a text of many short pieces does not become a huge one.
            let (whole, new) = (text(0)?, text(2)?);
            (whole.len() / old.len() * new.len() <= LONGEST).then(|| Value::Text(whole.replace(old, new)))
        }
        ("substring", [_, from @ ..]) if !from.is_empty() => {
            let (text, start) = (ascii(text(0)?)?, usize::try_from(whole(1)?).ok()?);
            let end = match from.len() {
                1 => text.len(),
                _ => start.checked_add(usize::try_from(whole(2)?).ok()?)?,
            };
            string(text.get(start..end)?.to_owned())
        }
        ("startswith", [_, _]) => Some(Value::Bool(
            ascii(text(0)?)?
                .to_ascii_lowercase()
                .starts_with(&ascii(text(1)?)?.to_ascii_lowercase()),
        )),
        ("endswith", [_, _]) => Some(Value::Bool(
            ascii(text(0)?)?
                .to_ascii_lowercase()
                .ends_with(&ascii(text(1)?)?.to_ascii_lowercase()),
        )),
        ("coalesce", all) => Some(all.iter().find(|one| !one.is_null())?.value.clone()),
        ("resourceid", all) => {
            // Without a subscription and a resource group they are those of the deployment, which nobody knows yet.
            let [subscription, group, kind, names @ ..] = all else {
                return None;
            };
            let mut id = String::from("/subscriptions/");
            id.push_str(part(subscription)?);
            id.push_str("/resourceGroups/");
            id.push_str(part(group)?);
            string(provider(id, kind.as_text()?, names)?)
        }
        ("subscriptionresourceid", [subscription, kind, names @ ..]) => {
            let mut id = String::from("/subscriptions/");
            id.push_str(part(subscription)?);
            string(provider(id, kind.as_text()?, names)?)
        }
        ("extensionresourceid", [base, kind, names @ ..]) => {
            let base = base.as_text().filter(|base| base.starts_with('/'))?;
            string(provider(base.to_owned(), kind.as_text()?, names)?)
        }
        _ => None,
    }
}

/// Texts that grow in one call are left unknown beyond this.
const LONGEST: usize = 1024 * 1024;

/// A text in which each character is one byte and one UTF-16 unit.
fn ascii(text: &str) -> Option<&str> {
    text.is_ascii().then_some(text)
}

/// A value as `string` and `concat` write it.
fn as_string(node: &Node) -> Option<String> {
    Some(match &node.value {
        Value::Text(text) => text.clone(),
        Value::Number(text) => text.clone(),
        Value::Bool(_) | Value::Null => return None,
        Value::List(_) | Value::Object(_) => node.to_json(),
    })
}

fn concat_lists(lists: &[&Node]) -> Option<Value> {
    let mut all = Vec::new();
    for list in lists {
        let Value::List(items) = &list.value else { return None };
        all.extend(items.iter().cloned());
    }
    Some(Value::List(all))
}

fn create_object(pairs: &[&Node], span: Span) -> Option<Value> {
    let mut members = Vec::new();
    for pair in pairs.chunks(2) {
        let [name, node] = pair else { return None };
        members.push(Member {
            name: name.as_text()?.to_owned(),
            name_span: span,
            node: (*node).clone(),
        });
    }
    Some(Value::Object(members))
}

/// `{0}` and its like replaced; a format of numbers or dates is left unknown.
fn format(pattern: &str, values: &[&Node]) -> Option<String> {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(rest.get(..at)?);
        rest = rest.get(at..)?;
        if let Some(after) = rest.strip_prefix("{{").or(rest.strip_prefix("}}")) {
            out.push_str(rest.get(..1)?);
            rest = after;
            continue;
        }
        let (index, after) = rest.strip_prefix('{')?.split_once('}')?;
        out.push_str(&as_string(values.get(index.parse::<usize>().ok()?)?)?);
        if out.len() > LONGEST {
            return None;
        }
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

/// A name that can stand in an id.
fn part(node: &Node) -> Option<&str> {
    node.as_text().filter(|text| !text.is_empty() && !text.contains('/'))
}

/// An id with the type and the names of the resource below it.
fn provider(mut id: String, kind: &str, names: &[&Node]) -> Option<String> {
    let mut kinds = kind.split('/');
    id.push_str("/providers/");
    id.push_str(kinds.next().filter(|namespace| namespace.contains('.'))?);
    if names.is_empty() || kinds.clone().count() != names.len() {
        return None;
    }
    for (kind, name) in kinds.zip(names) {
        id.push('/');
        id.push_str(kind);
        id.push('/');
        id.push_str(part(name)?);
    }
    Some(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::parse;

    /// Works a call out whose arguments are written as JSON; `?` is unknown.
    fn called(name: &str, arguments: &[&str]) -> Option<String> {
        let arguments: Vec<Known> = arguments.iter().map(|json| parse(json).ok()).collect();
        apply(name, &arguments, Span::NOWHERE).map(|node| node.to_json())
    }

    #[test]
    fn functions_give_what_azure_resource_manager_gives() {
        let table: &[(&str, &[&str], &str)] = &[
            ("concat", &["\"a\"", "1", "\"b\""], "\"a1b\""),
            ("concat", &["[1]", "[2, 3]"], "[1,2,3]"),
            ("format", &["\"{0}/{1}-{{x}}\"", "\"a\"", "2"], "\"a/2-{x}\""),
            ("tolower", &["\"AbC\""], "\"abc\""),
            ("toupper", &["\"AbC\""], "\"ABC\""),
            ("trim", &["\" a \""], "\"a\""),
            ("if", &["true", "1", "?"], "1"),
            ("if", &["false", "?", "2"], "2"),
            ("and", &["true", "true"], "true"),
            ("and", &["?", "false"], "false"),
            ("or", &["?", "true"], "true"),
            ("or", &["false", "false"], "false"),
            ("not", &["true"], "false"),
            ("equals", &["\"a\"", "\"a\""], "true"),
            ("equals", &["\"a\"", "\"A\""], "false"),
            ("equals", &["1", "1.0"], "true"),
            ("int", &["\"12\""], "12"),
            ("string", &["12"], "\"12\""),
            ("string", &["[1]"], "\"[1]\""),
            ("bool", &["\"True\""], "true"),
            ("bool", &["0"], "false"),
            ("json", &["\"null\""], "null"),
            ("createarray", &["1", "\"a\""], "[1,\"a\"]"),
            ("createobject", &["\"a\"", "1"], "{\"a\":1}"),
            ("add", &["1", "2"], "3"),
            ("sub", &["1", "2"], "-1"),
            ("mul", &["3", "2"], "6"),
            ("div", &["7", "2"], "3"),
            ("mod", &["7", "2"], "1"),
            ("length", &["\"a\u{1f600}\""], "3"),
            ("length", &["[1, 2]"], "2"),
            ("empty", &["\"\""], "true"),
            ("first", &["[5, 6]"], "5"),
            ("last", &["\"abc\""], "\"c\""),
            ("split", &["\"a,b\"", "\",\""], "[\"a\",\"b\"]"),
            ("join", &["[\"a\", \"b\"]", "\"-\""], "\"a-b\""),
            ("replace", &["\"a-b\"", "\"-\"", "\"\""], "\"ab\""),
            ("substring", &["\"abcdef\"", "1", "3"], "\"bcd\""),
            ("substring", &["\"abcdef\"", "4"], "\"ef\""),
            ("startswith", &["\"Abc\"", "\"aB\""], "true"),
            ("endswith", &["\"Abc\"", "\"x\""], "false"),
            ("coalesce", &["null", "\"a\""], "\"a\""),
            (
                "resourceid",
                &[
                    "\"s\"",
                    "\"g\"",
                    "\"Microsoft.Network/virtualNetworks/subnets\"",
                    "\"v\"",
                    "\"n\"",
                ],
                "\"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/n\"",
            ),
            (
                "subscriptionresourceid",
                &["\"s\"", "\"Microsoft.A/b\"", "\"c\""],
                "\"/subscriptions/s/providers/Microsoft.A/b/c\"",
            ),
            (
                "extensionresourceid",
                &["\"/subscriptions/s\"", "\"Microsoft.A/b\"", "\"c\""],
                "\"/subscriptions/s/providers/Microsoft.A/b/c\"",
            ),
        ];
        for (name, arguments, value) in table {
            assert_eq!(
                called(name, arguments).as_deref(),
                Some(*value),
                "{name}({arguments:?})"
            );
        }
    }

    #[test]
    fn what_is_not_certain_is_not_known() {
        let table: &[(&str, &[&str])] = &[
            ("concat", &["\"a\"", "?"]),
            ("concat", &[]),
            ("if", &["?", "1", "1"]),
            ("if", &["\"true\"", "1", "2"]),
            ("and", &["true", "?"]),
            ("or", &["false", "?"]),
            ("format", &["\"{0:N2}\"", "1"]),
            ("format", &["\"{1}\"", "1"]),
            ("format", &["\"{0\"", "1"]),
            ("tolower", &["\"É\""]),
            ("int", &["\"a\""]),
            ("bool", &["\"yes\""]),
            ("add", &["9223372036854775807", "1"]),
            ("div", &["1", "0"]),
            ("substring", &["\"abc\"", "2", "5"]),
            ("substring", &["\"abc\"", "-1"]),
            ("first", &["[]"]),
            ("last", &["\"\""]),
            ("split", &["\"a\"", "\"\""]),
            ("replace", &["\"a\"", "\"\"", "\"b\""]),
            ("createobject", &["\"a\""]),
            ("resourceid", &["\"Microsoft.Network/virtualNetworks\"", "\"v\""]),
            (
                "resourceid",
                &[
                    "\"s\"",
                    "\"g\"",
                    "\"Microsoft.Network/virtualNetworks/subnets\"",
                    "\"v\"",
                ],
            ),
            (
                "resourceid",
                &["\"Microsoft.Network/virtualNetworks/subnets\"", "\"v\"", "\"n\""],
            ),
            ("uniquestring", &["\"a\""]),
            ("subscription", &[]),
        ];
        for (name, arguments) in table {
            assert_eq!(called(name, arguments), None, "{name}({arguments:?})");
        }
    }
}
