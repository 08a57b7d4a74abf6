//! Writes edits into the text: what an edit does not touch keeps its comments, order and indentation.

use super::parse::parse;
use crate::model::{Edit, Member, Node, Span, Value, path};

/// Why an edit could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The text is not readable JSON, so no place in it can be found.
    #[error("the text cannot be read")]
    Unreadable,
    /// A value on the way is neither an object nor a list.
    #[error("`{0}` holds no members")]
    NotAContainer(String),
    /// The member or item to rename is not there.
    #[error("`{0}` is not there")]
    NotThere(String),
}

/// Applies edits one after the other and gives the new text. An empty text counts as an empty plan. On an error nothing
/// is changed.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let mut text = if text.trim().is_empty() {
        "{\n}\n".to_owned()
    } else {
        text.to_owned()
    };
    for edit in edits {
        let root = parse(&text).map_err(|_| EditError::Unreadable)?;
        if let Some((span, replacement)) = change(&text, &root, edit)? {
            text.replace_range(span.start..span.end, &replacement);
        }
    }
    Ok(text)
}

/// Applies edits that were all made for this very text, at once: each says what is to become of the text as it stands,
/// whatever the others do. One that cannot be written, or touches bytes that one before it in the list touches, is left
/// out. Gives the new text, and which were written.
pub fn apply_at_once(text: &str, edits: &[&Edit]) -> Result<(String, Vec<bool>), EditError> {
    let root = parse(text).map_err(|_| EditError::Unreadable)?;
    // In the order of the text.
    let mut changes: Vec<Change> = Vec::new();
    let mut written = Vec::with_capacity(edits.len());
    for edit in edits {
        let mut is_written = false;
        if let Ok(Some(own)) = change(text, &root, edit) {
            let at = changes.partition_point(|(other, _)| other.end < own.0.start);
            is_written = changes.get(at).is_none_or(|(other, _)| own.0.end < other.start);
            if is_written {
                changes.insert(at, own);
            }
        }
        written.push(is_written);
    }
    let mut text = text.to_owned();
    for (span, replacement) in changes.iter().rev() {
        text.replace_range(span.start..span.end, replacement);
    }
    Ok((text, written))
}

type Change = (Span, String);

/// What an edit does to the text; nothing when there is nothing to remove.
fn change(text: &str, root: &Node, edit: &Edit) -> Result<Option<Change>, EditError> {
    match edit {
        Edit::Set { path, value } => set(text, root, path, value).map(Some),
        Edit::Remove { path } => remove(text, root, path),
        Edit::Rename { path, name } => rename(root, path, name).map(Some),
    }
}

fn set(text: &str, root: &Node, pointer: &str, value: &Node) -> Result<Change, EditError> {
    if let Some(node) = root.at(pointer) {
        let indent = line_indent(text, node.span.start);
        return Ok((node.span, printed(value, text, indent)));
    }
    // Climb to the deepest value that is there, wrapping what is to be written into the objects that are missing.
    let (mut at, mut value) = (pointer, value.clone());
    loop {
        let (parent, name) = path::split_last(at).ok_or_else(|| EditError::NotAContainer(pointer.to_owned()))?;
        match root.at(parent) {
            Some(container) => return insert(text, container, parent, &name, &value),
            None => value = Node::object([(name, value)]),
        }
        at = parent;
    }
}

fn insert(text: &str, container: &Node, parent: &str, name: &str, value: &Node) -> Result<Change, EditError> {
    let (last, prefix) = match &container.value {
        Value::Object(members) => (
            members.last().map(|member| member.node.span),
            format!("{}: ", quoted(name)),
        ),
        Value::List(items) => (items.last().map(|item| item.span), String::new()),
        Value::Null => {
            let made = Node::object([(name, value.clone())]);
            return Ok((
                container.span,
                printed(&made, text, line_indent(text, container.span.start)),
            ));
        }
        _ => return Err(EditError::NotAContainer(parent.to_owned())),
    };
    let end = line_ending(text);
    let slice = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let Some(last) = last else {
        // An empty container: keep comments inside it, put the member before the closing mark.
        let outer = line_indent(text, container.span.start);
        let inner = format!("{outer}{}", step(text));
        let close = container.span.end - 1;
        let kept = slice(container.span.start + 1, close).trim_end();
        let span = Span {
            start: container.span.start + 1 + kept.len(),
            end: close,
        };
        return Ok((
            span,
            format!("{end}{inner}{prefix}{}{end}{outer}", printed(value, text, &inner)),
        ));
    };
    let comma = comma_after(text, last.end, container.span.end);
    let first = first_child(container).unwrap_or(last.start);
    let inline = !slice(container.span.start, container.span.end).contains('\n');
    let (head, at) = match comma {
        Some(comma) => (String::new(), comma + 1),
        None => (",".to_owned(), last.end),
    };
    if inline {
        let indent = line_indent(text, container.span.start);
        let change = format!("{head} {prefix}{}", printed(value, text, indent));
        return Ok((Span { start: at, end: at }, change));
    }
    // Several lines: the new member goes on a line of its own, behind a comment that follows on the last one's line.
    let indent = line_indent(text, first).to_owned();
    let rest = slice(at, container.span.end - 1);
    let tail = rest.lines().next().unwrap_or_default().trim_end();
    let comment = if tail.trim_start().starts_with("//") || closes_block(tail) {
        tail
    } else {
        ""
    };
    let change = format!("{head}{comment}{end}{indent}{prefix}{}", printed(value, text, &indent));
    Ok((
        Span {
            start: at,
            end: at + comment.len(),
        },
        change,
    ))
}

fn closes_block(tail: &str) -> bool {
    let tail = tail.trim();
    tail.starts_with("/*") && tail.find("*/").is_some_and(|end| end + 2 == tail.len())
}

fn remove(text: &str, root: &Node, pointer: &str) -> Result<Option<Change>, EditError> {
    if root.at(pointer).is_none() {
        return Ok(None);
    }
    let Some((parent, name)) = path::split_last(pointer) else {
        return Ok(Some((root.span, "{}".to_owned())));
    };
    let container = root.at(parent).ok_or_else(|| EditError::NotThere(pointer.to_owned()))?;
    let spans: Vec<Span> = match &container.value {
        Value::Object(members) => members.iter().map(member_span).collect(),
        _ => container.items().iter().map(|item| item.span).collect(),
    };
    let index = match &container.value {
        Value::Object(members) => members.iter().rposition(|member| member.name == name),
        _ => name.parse().ok(),
    };
    let Some((index, span)) = index.and_then(|index| Some((index, *spans.get(index)?))) else {
        return Ok(None);
    };
    let comma = comma_after(text, span.end, container.span.end);
    let slice = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let end = comma.map_or(span.end, |comma| comma + 1);
    let line_start = text
        .get(..span.start)
        .unwrap_or_default()
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let rest = text.get(end..).unwrap_or_default();
    let tail = rest.split_inclusive('\n').next().unwrap_or_default();
    let after = tail.trim();
    let whole_lines = slice(line_start, span.start).trim().is_empty()
        && (after.is_empty() || after.starts_with("//") || closes_block(after));
    // Whole lines go, with the comment that stands behind the value.
    let gone = if whole_lines {
        Span {
            start: line_start,
            end: end + tail.len(),
        }
    } else {
        Span {
            start: span.start,
            end: end + rest.len() - rest.trim_start_matches([' ', '\t']).len(),
        }
    };
    // When the last of several goes and had no comma of its own, the one before loses its comma.
    let previous = index.checked_sub(1).and_then(|index| spans.get(index));
    let dangling = previous
        .filter(|_| comma.is_none())
        .and_then(|span| comma_after(text, span.end, container.span.end));
    Ok(Some(match dangling {
        None => (gone, String::new()),
        Some(comma) if whole_lines => (
            Span {
                start: comma,
                end: gone.end,
            },
            slice(comma + 1, gone.start).to_owned(),
        ),
        Some(comma) => (
            Span { start: comma, end },
            slice(comma + 1, gone.start).trim_end().to_owned(),
        ),
    }))
}

fn rename(root: &Node, pointer: &str, name: &str) -> Result<Change, EditError> {
    let missing = || EditError::NotThere(pointer.to_owned());
    let (parent, old) = path::split_last(pointer).ok_or_else(missing)?;
    let member = root
        .at(parent)
        .and_then(|parent| parent.member(&old))
        .ok_or_else(missing)?;
    Ok((member.name_span, quoted(name)))
}

fn member_span(member: &Member) -> Span {
    Span {
        start: member.name_span.start,
        end: member.node.span.end,
    }
}

fn first_child(container: &Node) -> Option<usize> {
    match &container.value {
        Value::Object(members) => members.first().map(|member| member.name_span.start),
        _ => container.items().first().map(|item| item.span.start),
    }
}

/// The comma that follows `from`, comments and blanks passed over.
fn comma_after(text: &str, from: usize, limit: usize) -> Option<usize> {
    let mut at = from;
    while at < limit {
        let rest = text.get(at..limit)?;
        let skipped = rest.len() - rest.trim_start().len();
        if skipped > 0 {
            at += skipped;
        } else if rest.starts_with("//") {
            at += rest.find('\n')?;
        } else if rest.starts_with("/*") {
            at += rest.find("*/")? + 2;
        } else {
            return rest.starts_with(',').then_some(at);
        }
    }
    None
}

/// The blanks at the start of the line a byte is on.
fn line_indent(text: &str, at: usize) -> &str {
    let head = text.get(..at).unwrap_or_default();
    let line = text.get(head.rfind('\n').map_or(0, |at| at + 1)..).unwrap_or_default();
    let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
    line.get(..blanks).unwrap_or_default()
}

/// One step of indentation, as the text itself does it; two spaces when it does not say.
fn step(text: &str) -> &str {
    let indented = text
        .lines()
        .find(|line| line.starts_with([' ', '\t']) && !line.trim().is_empty());
    match indented {
        Some(line) if line.starts_with('\t') => "\t",
        Some(line) => line
            .get(..(line.len() - line.trim_start_matches(' ').len()).min(8))
            .unwrap_or("  "),
        None => "  ",
    }
}

fn line_ending(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

fn quoted(text: &str) -> String {
    Node::text(text).to_json()
}

/// A value as text whose further lines are indented to fit behind `indent`.
fn printed(value: &Node, text: &str, indent: &str) -> String {
    let pretty = value.to_pretty_json();
    if !pretty.contains('\n') {
        return pretty;
    }
    let (step, end) = (step(text), line_ending(text));
    let mut out = String::new();
    for (number, line) in pretty.lines().enumerate() {
        if number > 0 {
            let depth = (line.len() - line.trim_start().len()) / 2;
            out.push_str(end);
            out.push_str(indent);
            out.push_str(&step.repeat(depth));
        }
        out.push_str(line.trim_start());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, edit: Edit) -> String {
        apply(text, &[edit]).expect("applies")
    }

    const PLAN: &str = "{\n  // head\n  \"a\": 1, // one\n  \"b\": {\n    \"c\": [1, 2] // last\n  }\n}\n";

    #[test]
    fn a_value_is_replaced_and_the_rest_survives() {
        assert_eq!(
            after(PLAN, Edit::set("/a", Node::number(7))),
            PLAN.replace("\"a\": 1", "\"a\": 7")
        );
    }

    #[test]
    fn a_member_is_added_behind_the_last_ones_comment() {
        let text = after(PLAN, Edit::set("/b/d", Node::text("x")));
        assert!(text.contains("\"c\": [1, 2], // last\n    \"d\": \"x\"\n  }"), "{text}");
    }

    #[test]
    fn missing_objects_are_made() {
        let text = after(PLAN, Edit::set("/x/y", Node::bool(true)));
        assert!(text.contains("  },\n  \"x\": {\n    \"y\": true\n  }\n}"), "{text}");
        assert_eq!(after("", Edit::set("/a", Node::number(1))), "{\n  \"a\": 1\n}\n");
        assert_eq!(after("{}", Edit::set("/a", Node::number(1))), "{\n  \"a\": 1\n}");
        assert_eq!(
            after("{ /* note */ }", Edit::set("/a", Node::number(1))),
            "{ /* note */\n  \"a\": 1\n}"
        );
    }

    #[test]
    fn a_line_stays_a_line() {
        assert_eq!(
            after("{ \"a\": 1 }", Edit::set("/b", Node::number(2))),
            "{ \"a\": 1, \"b\": 2 }"
        );
        assert_eq!(
            after("{ \"a\": 1, }", Edit::set("/b", Node::number(2))),
            "{ \"a\": 1, \"b\": 2 }"
        );
        assert_eq!(after("[1]", Edit::set("/1", Node::number(2))), "[1, 2]");
    }

    #[test]
    fn members_go_with_their_line_and_comma() {
        assert_eq!(
            after(PLAN, Edit::remove("/a")),
            PLAN.replace("  \"a\": 1, // one\n", "")
        );
        let text = after(PLAN, Edit::remove("/b"));
        assert_eq!(text, "{\n  // head\n  \"a\": 1 // one\n}\n");
        assert_eq!(after("{ \"a\": 1, \"b\": 2 }", Edit::remove("/a")), "{ \"b\": 2 }");
        assert_eq!(after("[1, 2, 3]", Edit::remove("/1")), "[1, 3]");
        assert_eq!(after(PLAN, Edit::remove("/nothing/here")), PLAN);
    }

    #[test]
    fn a_rename_keeps_value_and_place() {
        assert_eq!(
            after(PLAN, Edit::rename("/a", "z\"")),
            PLAN.replace("\"a\"", "\"z\\\"\"")
        );
        let missing = apply(PLAN, &[Edit::rename("/q", "z")]);
        assert_eq!(missing, Err(EditError::NotThere("/q".into())));
    }

    #[test]
    fn edits_at_once_mean_the_text_as_it_stands() {
        let text = "{\n  \"l\": [0, 1, 2, 3, 4],\n  \"a\": 1 // one\n}\n";
        let edits = [
            Edit::remove("/l/1"),
            Edit::remove("/l/3"),
            Edit::set("/a", Node::number(7)),
            Edit::rename("/l", "list"),
            Edit::set("/b", Node::number(2)),
            Edit::rename("/nothing", "x"),
            Edit::remove("/l"),
        ];
        let (after, written) = apply_at_once(text, &edits.iter().collect::<Vec<_>>()).expect("applies");
        // `/b` would stand right behind the value of `/a`; the list was touched already.
        assert_eq!(written, [true, true, true, true, false, false, false]);
        assert_eq!(after, "{\n  \"list\": [0, 2, 4],\n  \"a\": 7 // one\n}\n");
    }

    #[test]
    fn tabs_and_windows_line_ends_are_kept() {
        let text = "{\r\n\t\"a\": {\r\n\t\t\"b\": 1\r\n\t}\r\n}";
        let text = after(text, Edit::set("/a/c", Node::object([("d", Node::number(1))])));
        assert_eq!(
            text,
            "{\r\n\t\"a\": {\r\n\t\t\"b\": 1,\r\n\t\t\"c\": {\r\n\t\t\t\"d\": 1\r\n\t\t}\r\n\t}\r\n}"
        );
    }

    #[test]
    fn what_cannot_be_done_changes_nothing() {
        assert_eq!(apply("{", &[Edit::remove("/a")]), Err(EditError::Unreadable));
        assert_eq!(
            apply("{\"a\": 1}", &[Edit::set("/a/b", Node::number(1))]),
            Err(EditError::NotAContainer("/a".into()))
        );
    }

    fn json() -> impl proptest::strategy::Strategy<Value = Node> {
        use proptest::prelude::*;
        let leaf = prop_oneof![
            any::<i64>().prop_map(Node::number),
            any::<bool>().prop_map(Node::bool),
            "[a-z\"\\\\/~é😀\n]{0,6}".prop_map(Node::text),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Node::list),
                proptest::collection::btree_map("[a-d~/]{1,2}", inner, 0..4).prop_map(Node::object),
            ]
        })
    }

    fn pointers(node: &Node, at: &str, out: &mut Vec<String>) {
        out.push(at.to_owned());
        for member in node.members() {
            pointers(&member.node, &path::child(at, &member.name), out);
        }
        for (index, item) in node.items().iter().enumerate() {
            pointers(item, &path::item(at, index), out);
        }
    }

    proptest::proptest! {
        #[test]
        fn a_set_value_is_there_and_a_removed_one_is_not(root in json(), value in json(), pick in 0usize..50, pretty: bool) {
            let root = Node::object([("r", root)]);
            let text = if pretty { root.to_pretty_json() } else { root.to_json() };
            let mut all = Vec::new();
            pointers(&root, "", &mut all);
            let at = all[1..][pick % (all.len() - 1)].clone();
            let text = apply(&text, &[Edit::set(at.clone(), value.clone())]).expect("applies");
            let now = parse(&text).expect("still readable");
            proptest::prop_assert!(now.at(&at).is_some_and(|node| node.same_json(&value)));
            let added = apply(&text, &[Edit::set("/new/member", value.clone())]).expect("applies");
            let now = parse(&added).expect("still readable");
            proptest::prop_assert!(now.at("/new/member").is_some_and(|node| node.same_json(&value)));
            let (parent, _) = path::split_last(&at).expect("not the root");
            let count = |node: &Node| node.at(parent).map(|node| node.members().len() + node.items().len());
            let before = count(&parse(&text).expect("readable"));
            let gone = apply(&text, &[Edit::remove(at.clone())]).expect("applies");
            let now = parse(&gone).expect("still readable");
            proptest::prop_assert_eq!(count(&now).map(|n| n + 1), before);
        }
    }
}
