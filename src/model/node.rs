//! A JSON value that remembers where it stood in the text.

use super::{Decimal, json_text};

/// A range of bytes in the text. Values made by the program have [`Span::NOWHERE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span of a value that stands in no text.
    pub const NOWHERE: Span = Span { start: 0, end: 0 };
}

/// A JSON value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// What a [`Node`] holds. Numbers keep their text, so that nothing is rounded on the way to a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object; duplicate names are kept, the last one counts.
    Object(Vec<Member>),
}

/// One member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Where the name stands, quotes included.
    pub name_span: Span,
    /// Its value.
    pub node: Node,
}

/// The names of members.
pub fn names(members: &[Member]) -> impl Iterator<Item = &str> {
    members.iter().map(|member| member.name.as_str())
}

/// Texts with their places, sorted by both: what is looked up among many. One kind of list for all who need it, because a
/// sort is made anew for each, at about 1 KB of the download.
pub struct Sorted<'a>(Vec<(&'a str, usize)>);

impl<'a> Sorted<'a> {
    /// Sorts texts.
    pub fn new(texts: impl Iterator<Item = &'a str>) -> Sorted<'a> {
        let mut sorted: Vec<(&str, usize)> = texts.enumerate().map(|(index, text)| (text, index)).collect();
        sorted.sort_unstable();
        Sorted(sorted)
    }

    /// The places of a text, in their order, as pairs with it.
    pub fn places(&self, text: &str) -> &[(&'a str, usize)] {
        let start = self.0.partition_point(|(other, _)| *other < text);
        let from = self.0.get(start..).unwrap_or_default();
        let count = from.partition_point(|(other, _)| *other == text);
        from.get(..count).unwrap_or_default()
    }

    /// All texts in their order, each with the place it had.
    pub fn all(&self) -> &[(&'a str, usize)] {
        &self.0
    }

    /// Whether a text is there.
    pub fn contains(&self, text: &str) -> bool {
        !self.places(text).is_empty()
    }
}

/// Up to so many members, names are compared one with another.
const FEW: usize = 16;

impl Node {
    fn made(value: Value) -> Node {
        Node {
            value,
            span: Span::NOWHERE,
        }
    }

    /// A text made by the program.
    pub fn text(value: impl Into<String>) -> Node {
        Node::made(Value::Text(value.into()))
    }

    /// A whole number made by the program.
    pub fn number(value: i64) -> Node {
        Node::made(Value::Number(value.to_string()))
    }

    /// A truth value made by the program.
    pub fn bool(value: bool) -> Node {
        Node::made(Value::Bool(value))
    }

    /// `null` made by the program.
    pub fn null() -> Node {
        Node::made(Value::Null)
    }

    /// A list made by the program.
    pub fn list(items: impl IntoIterator<Item = Node>) -> Node {
        Node::made(Value::List(items.into_iter().collect()))
    }

    /// An object made by the program.
    pub fn object<N: Into<String>>(members: impl IntoIterator<Item = (N, Node)>) -> Node {
        let member = |(name, node): (N, Node)| Member {
            name: name.into(),
            name_span: Span::NOWHERE,
            node,
        };
        Node::made(Value::Object(members.into_iter().map(member).collect()))
    }

    /// An object without members that stands at `span`.
    pub fn empty_object(span: Span) -> Node {
        Node {
            value: Value::Object(Vec::new()),
            span,
        }
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value {
            Some(text)
        } else {
            None
        }
    }

    /// Whether it is this text, in any letter case.
    pub fn says(&self, text: &str) -> bool {
        self.as_text().is_some_and(|own| own.eq_ignore_ascii_case(text))
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        self.value == Value::Null
    }

    /// The truth value, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(value) = self.value {
            Some(value)
        } else {
            None
        }
    }

    /// The number, if it is whole and fits 64 bits. `2.0` and `2e3` are whole.
    pub fn as_whole(&self) -> Option<i64> {
        let Value::Number(text) = &self.value else { return None };
        text.parse().ok().or_else(|| Decimal::parse(text)?.whole())
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> &[Node] {
        if let Value::List(items) = &self.value {
            items
        } else {
            &[]
        }
    }

    /// The members of an object; none for anything else.
    pub fn members(&self) -> &[Member] {
        if let Value::Object(members) = &self.value {
            members
        } else {
            &[]
        }
    }

    /// The members that count, in their order: of duplicates only the last.
    pub fn counting_members(&self) -> impl Iterator<Item = &Member> {
        let members = self.members();
        // A few names are compared with each other; many are sorted, so that a large object takes no longer per member.
        let sorted = (members.len() > FEW).then(|| Sorted::new(names(members)));
        members.iter().enumerate().filter_map(move |(index, member)| {
            let counts = match &sorted {
                Some(sorted) => sorted
                    .places(&member.name)
                    .last()
                    .is_some_and(|(_, last)| *last == index),
                None => !members.iter().skip(index + 1).any(|later| later.name == member.name),
            };
            counts.then_some(member)
        })
    }

    /// The member of this name; of duplicates the last.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members().iter().rev().find(|member| member.name == name)
    }

    /// The value of the member of this name.
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.member(name).map(|member| &member.node)
    }

    /// The value at a JSON pointer below this one; the empty pointer is the value itself.
    pub fn at(&self, pointer: &str) -> Option<&Node> {
        let escaped = pointer.bytes().any(|byte| byte == b'~');
        pointer
            .split('/')
            .skip(1)
            .try_fold(self, |node, part| match &node.value {
                Value::List(items) => items.get(part.parse::<usize>().ok()?),
                Value::Object(_) if escaped => node.get(&super::path::unescape(part)),
                Value::Object(_) => node.get(part),
                _ => None,
            })
    }

    /// Whether two values are the same JSON, wherever they stood. Numbers are compared by value, the order of members
    /// does not matter, and of duplicate members the last counts.
    pub fn same_json(&self, other: &Node) -> bool {
        match (&self.value, &other.value) {
            (Value::Number(a), Value::Number(b)) => a == b || Decimal::parse(a) == Decimal::parse(b),
            (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same_json(b)),
            (Value::Object(_), Value::Object(_)) => {
                let mut count = 0;
                let all_there = self.counting_members().all(|member| {
                    count += 1;
                    other
                        .get(&member.name)
                        .is_some_and(|there| member.node.same_json(there))
                });
                all_there && count == other.counting_members().count()
            }
            (a, b) => a == b,
        }
    }

    /// The value as strict JSON over several lines, indented by two spaces.
    pub fn to_pretty_json(&self) -> String {
        let mut out = String::new();
        json_text::write(self, Some(0), &mut out);
        out
    }

    /// The value as strict JSON on one line.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        json_text::write(self, None, &mut out);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_text() {
        let node = Node::list([
            Node::made(Value::Number("1e400".into())),
            Node::made(Value::Number("1.50".into())),
        ]);
        assert_eq!(node.to_json(), "[1e400,1.50]");
    }

    #[test]
    fn of_duplicates_the_last_counts() {
        let node = Node::object([("a", Node::number(1)), ("b", Node::number(2)), ("a", Node::number(3))]);
        assert_eq!(node.get("a").and_then(Node::as_whole), Some(3));
        assert_eq!(node.to_json(), r#"{"b":2,"a":3}"#);
    }

    #[test]
    fn many_members_are_read_as_few_are() {
        let many = Node::object((0..100_000).map(|number| (format!("m{}", number % 60_000), Node::number(number))));
        assert_eq!(many.counting_members().count(), 60_000);
        assert_eq!(
            many.counting_members().next().map(|member| member.name.as_str()),
            Some("m40000")
        );
        assert!(many.same_json(&many.clone()));
        assert!(many.to_json().ends_with(r#""m39999":99999}"#));
    }

    #[test]
    fn whole_numbers_may_be_written_as_floats() {
        let whole = |text: &str| Node::made(Value::Number(text.into())).as_whole();
        assert_eq!(whole("2.0"), Some(2));
        assert_eq!(whole("2e3"), Some(2000));
        assert_eq!(whole("2.5"), None);
        assert_eq!(whole("9223372036854775808"), None);
    }

    #[test]
    fn pointers_reach_through_lists_and_escapes() {
        let node = Node::object([("a/b", Node::list([Node::object([("~", Node::bool(true))])]))]);
        assert_eq!(node.at("/a~1b/0/~0").and_then(Node::as_bool), Some(true));
        assert!(node.at("/a~1b/1").is_none());
        assert!(node.at("").is_some());
    }

    #[test]
    fn sameness_ignores_order_and_spelling_of_numbers() {
        let a = Node::object([("x", Node::number(1)), ("y", Node::list([]))]);
        let b = Node::object([("y", Node::list([])), ("x", Node::made(Value::Number("1.0".into())))]);
        assert!(a.same_json(&b));
        assert!(!a.same_json(&Node::object([("x", Node::number(1))])));
    }
}
