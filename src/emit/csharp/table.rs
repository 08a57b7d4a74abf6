//! How a library writes the members of the contract, as rows.

use super::expression::Expression;
use crate::model::{IsoDuration, Node, path};

/// The ways to make one object; the first whose `when` is there is taken, else the last.
pub(super) type Type = &'static [Variant];

/// One way to make an object.
#[derive(Debug)]
pub(super) struct Variant {
    /// What is called: `new BatchVmDataDisk`.
    pub head: &'static str,
    /// The members that speak for this variant; none speaks for the only one.
    pub when: &'static [&'static str],
    /// The arguments, in their order.
    pub parameters: &'static [Parameter],
    /// The members, arguments and properties alike.
    pub rows: &'static [Row],
}

/// An argument of a call. It takes the value of the row of the same name.
#[derive(Debug)]
pub(super) struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Whether the name is written.
    pub named: bool,
    /// What is written when the plan has no value.
    pub absent: Absent,
}

/// What stands for an argument that the plan does not give.
#[derive(Debug)]
pub(super) enum Absent {
    /// Nothing: the argument is optional.
    Omitted,
    /// This code, which means the same as saying nothing.
    Same(&'static str),
    /// This code, to be replaced.
    ToFill(&'static str),
    /// No argument but a property, which is then set to this code.
    Set(&'static str),
}

/// A member of the contract, and the argument or property it becomes.
#[derive(Debug)]
pub(super) struct Row {
    /// The member of the contract.
    pub json: &'static str,
    /// The argument or property; nothing for [`Write::Flat`].
    pub name: &'static str,
    /// How its value is written.
    pub write: Write,
}

/// How a value is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Write {
    /// A text.
    Text,
    /// A whole number of 32 bits.
    Whole,
    /// `true` or `false`.
    Truth,
    /// The name or the address of a server, as a URI.
    Server,
    /// A text in a call.
    In(&'static Wrapper),
    /// Any JSON, as a text in a call: the call, and the namespace it needs.
    Json(&'static str, &'static str),
    /// One of some texts.
    Choice(&'static Enumeration),
    /// An object.
    Object(Type),
    /// The items of a list that is there already.
    List(&'static Write),
    /// A new list of this type of items.
    NewList(&'static str, &'static Write),
    /// The entries of a map: how keys and values are written, and the type of map to make, if it is not there already.
    Map(&'static Write, &'static Write, Option<&'static str>),
    /// An object whose members stand one level higher in the library.
    Flat(&'static [Row]),
    /// Anything else.
    By(fn(&Node) -> Option<Expression>),
}

/// A call around a text.
#[derive(Debug)]
pub(super) struct Wrapper {
    /// What is called.
    pub head: &'static str,
    /// The namespace it needs.
    pub using: &'static str,
    /// Whether the call takes this text.
    pub takes: fn(&str) -> bool,
}

/// An enumeration of a library.
#[derive(Debug)]
pub(super) struct Enumeration {
    /// Its name; nothing when the values stand alone.
    pub name: &'static str,
    /// Whether it takes any other text as well.
    pub open: bool,
    /// The values of the contract, and their names.
    pub values: &'static [(&'static str, &'static str)],
}

/// A duration.
pub(super) static DURATION: Wrapper = Wrapper {
    head: "XmlConvert.ToTimeSpan",
    using: "System.Xml",
    // Weeks are ISO 8601, but not XML Schema.
    takes: |text| IsoDuration::parse(text).is_ok() && !text.contains(['W', 'w']),
};

/// A URI.
pub(super) static URI: Wrapper = Wrapper {
    head: "new Uri",
    using: "System",
    takes: |text| {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
            && !text.contains(char::is_whitespace)
    },
};

/// The only way to make an object.
pub(super) const fn class(head: &'static str, parameters: &'static [Parameter], rows: &'static [Row]) -> Variant {
    when(&[], head, parameters, rows)
}

/// The way to make an object that has one of these members.
pub(super) const fn when(
    members: &'static [&'static str],
    head: &'static str,
    parameters: &'static [Parameter],
    rows: &'static [Row],
) -> Variant {
    Variant {
        head,
        when: members,
        parameters,
        rows,
    }
}

/// A text argument that must be there.
pub(super) const fn needed(name: &'static str, to_fill: &'static str) -> Parameter {
    Parameter {
        name,
        named: false,
        absent: Absent::ToFill(to_fill),
    }
}

/// The same, with its name.
pub(super) const fn needed_named(name: &'static str, to_fill: &'static str) -> Parameter {
    Parameter {
        name,
        named: true,
        absent: Absent::ToFill(to_fill),
    }
}

/// An argument that may be missing.
pub(super) const fn optional(name: &'static str) -> Parameter {
    Parameter {
        name,
        named: true,
        absent: Absent::Omitted,
    }
}

/// A property that is set to this code when the plan has no value.
pub(super) const fn otherwise(name: &'static str, code: &'static str) -> Parameter {
    Parameter {
        name,
        named: true,
        absent: Absent::Set(code),
    }
}

/// A row.
pub(super) const fn row(json: &'static str, name: &'static str, write: Write) -> Row {
    Row { json, name, write }
}

/// A row whose members stand one level higher.
pub(super) const fn flat(json: &'static str, rows: &'static [Row]) -> Row {
    row(json, "", Write::Flat(rows))
}

/// The way to a member of the pool in a library, by a pointer into the plan or into its pool:
/// `DeploymentVmConfiguration.ImageReference.Id`. Positions and names of entries are left out.
pub(super) fn member_path(rows: &'static [Row], pointer: &str) -> Option<String> {
    let mut found = String::new();
    in_rows(rows, &parts_of(pointer), &mut found)?;
    Some(found)
}

/// How the library writes what such a pointer leads to.
pub(super) fn write_at(rows: &'static [Row], pointer: &str) -> Option<&'static Write> {
    in_rows(rows, &parts_of(pointer), &mut String::new())
}

fn parts_of(pointer: &str) -> Vec<&str> {
    let below = pointer.strip_prefix(path::POOL).unwrap_or(pointer);
    below.split('/').skip(1).collect()
}

fn in_rows(rows: &'static [Row], parts: &[&str], found: &mut String) -> Option<&'static Write> {
    let (first, rest) = parts.split_first()?;
    rows.iter().filter(|row| row.json == *first).find_map(|row| {
        let before = found.len();
        if !row.name.is_empty() {
            if !found.is_empty() {
                found.push('.');
            }
            // An argument stands for the property of its name.
            let mut letters = row.name.chars();
            found.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
            found.push_str(letters.as_str());
        }
        let there = in_write(&row.write, rest, found);
        if there.is_none() {
            found.truncate(before);
        }
        there
    })
}

fn in_write(write: &'static Write, parts: &[&str], found: &mut String) -> Option<&'static Write> {
    match write {
        Write::Flat(rows) => in_rows(rows, parts, found),
        _ if parts.is_empty() => Some(write),
        Write::Object(ty) => ty.iter().find_map(|variant| in_rows(variant.rows, parts, found)),
        Write::List(item) | Write::NewList(_, item) | Write::Map(_, item, _) => in_write(item, parts.get(1..)?, found),
        // Whatever is in it stands in its text.
        Write::Json(..) | Write::By(_) => Some(write),
        _ => None,
    }
}
