//! A text → the answers of Azure in it: JSON bodies as they are, whatever is around them as words.

use crate::input::{LARGE_TEXT, parse};
use crate::model::{Node, Value};

/// What is looked at as one answer.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// Its code, where it is given as such.
    pub(super) code: Option<String>,
    /// Its message, where it is given as such.
    pub(super) message: Option<String>,
    /// Names and values beside them.
    pub(super) details: Vec<(String, String)>,
    /// The properties it names.
    pub(super) named: Vec<String>,
    /// All its words.
    pub(super) text: String,
    /// Whether it is what stands around answers, or the only one.
    pub(super) around: bool,
}

/// Answers, details and named properties beyond so many are not read.
const ANSWERS: usize = 100;
const DETAILS: usize = 12;
const NAMED: usize = 6;
/// So many characters of a detail are shown.
const DETAIL: usize = 300;
/// JSON within texts within JSON is read so deep.
const NESTED: usize = 4;
/// So many places of a text are tried as the beginning of JSON.
const TRIES: usize = 32;
/// Codes, messages and properties in plain words are looked for in so many bytes.
const HEAD: usize = 64 * 1024;

/// Reads a text. A blank one has no pieces.
pub(super) fn read(text: &str) -> Vec<Piece> {
    let text = text.get(..text.floor_char_boundary(LARGE_TEXT)).unwrap_or_default();
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Vec::new();
    }
    let mut pieces = Vec::new();
    let mut around = Piece {
        around: true,
        ..Piece::default()
    };
    for part in parts(text) {
        let count = pieces.len();
        if let Part::Json(_, node) = &part {
            answers(node, NESTED, &mut pieces);
        }
        match part {
            // What was read as an answer is not read a second time as words.
            Part::Json(..) if pieces.len() > count => around.text.push('\n'),
            Part::Json(text, node) => {
                pairs(&node, &mut around.details);
                around.text.push_str(text);
            }
            Part::Words(text) => around.text.push_str(text),
        }
    }
    if pieces.is_empty() || !around.text.trim().is_empty() {
        let head = around
            .text
            .get(..around.text.floor_char_boundary(HEAD))
            .unwrap_or_default();
        around.code = code_in(head);
        around.message = message_in(head);
        around.named = named_in(head, &around.details);
        pieces.push(around);
    }
    pieces
}

enum Part<'a> {
    Words(&'a str),
    Json(&'a str, Node),
}

/// Cuts a text into JSON and what is around it.
fn parts(text: &str) -> Vec<Part<'_>> {
    if let Ok(node) = parse(text)
        && matches!(node.value, Value::Object(_) | Value::List(_))
    {
        return vec![Part::Json(text, node)];
    }
    let mut parts = Vec::new();
    let (mut done, mut from) = (0, 0);
    for _ in 0..TRIES {
        let Some(start) = text
            .get(from..)
            .and_then(|rest| rest.find(['{', '[']))
            .map(|at| from + at)
        else {
            break;
        };
        let whole = text.get(start..).and_then(balanced);
        let read = whole
            .filter(|json| json.contains('"'))
            .and_then(|json| Some((json, parse(json).ok()?)));
        from = start + 1;
        if let Some((json, node)) = read {
            parts.push(Part::Words(text.get(done..start).unwrap_or_default()));
            done = start + json.len();
            from = done;
            parts.push(Part::Json(json, node));
        }
    }
    parts.push(Part::Words(text.get(done..).unwrap_or_default()));
    parts
}

/// The text up to where its first bracket is closed.
fn balanced(text: &str) -> Option<&str> {
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => depth += 1,
            b'}' | b']' if !quoted => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return text.get(..=at);
                }
            }
            _ => {}
        }
    }
    None
}

/// The answers in a value, the outermost of each.
fn answers(node: &Node, nested: usize, out: &mut Vec<Piece>) {
    if out.len() >= ANSWERS {
        return;
    }
    if let Some(piece) = answer(node) {
        out.push(piece);
        return;
    }
    match &node.value {
        Value::Object(members) => members.iter().for_each(|member| answers(&member.node, nested, out)),
        Value::List(items) => items.iter().for_each(|item| answers(item, nested, out)),
        Value::Text(text) if nested > 0 => within(text, |node| answers(node, nested - 1, out)),
        _ => {}
    }
}

/// Does something with JSON that stands in a text.
fn within(text: &str, mut then: impl FnMut(&Node)) {
    if text.trim_start().starts_with(['{', '['])
        && let Ok(node) = parse(text)
    {
        then(&node);
    }
}

/// An object with a code and something said about it.
fn answer(node: &Node) -> Option<Piece> {
    let code = text_of(node, &["code", "errorcode"]).filter(|code| !is_label(code))?;
    let message = member(node, &["message", "value"]);
    let speaks = ["details", "values", "innererror", "additionalinfo"]
        .iter()
        .any(|name| member(node, &[name]).is_some());
    if message.is_none() && !speaks {
        return None;
    }
    // A translated message is an object with its language.
    let message = message.and_then(|message| message.as_text().or_else(|| text_of(message, &["value"])));
    let mut piece = Piece {
        code: Some(code.to_owned()),
        ..Piece::default()
    };
    if let Some(message) = message {
        let (message, rest) = without_trail(message);
        piece.message = Some(message.to_owned());
        piece.details.extend(rest);
    }
    words(node, NESTED, &mut piece.text);
    for member in node
        .members()
        .iter()
        .filter(|member| !member.name.eq_ignore_ascii_case("message"))
    {
        pairs(&member.node, &mut piece.details);
    }
    piece.named = named_in(
        piece
            .text
            .get(..piece.text.floor_char_boundary(HEAD))
            .unwrap_or_default(),
        &piece.details,
    );
    Some(piece)
}

/// A message without the lines about the request that the service adds, and these lines.
fn without_trail(message: &str) -> (&str, Vec<(String, String)>) {
    let end = message.find("\nRequestId:").unwrap_or(message.len());
    let (said, trail) = message.split_at(end);
    let line = |line: &str| line.split_once(':').map(|(name, value)| detail(name, value));
    (said.trim(), trail.lines().filter_map(line).collect())
}

fn detail(name: &str, value: &str) -> (String, String) {
    let cut = |text: &str| text.trim().chars().take(DETAIL).collect::<String>();
    (cut(name), cut(value))
}

/// Every text of a value, and of the JSON in its texts. A code is called so.
fn words(node: &Node, nested: usize, out: &mut String) {
    match &node.value {
        Value::Object(members) => {
            for member in members {
                if member.name.eq_ignore_ascii_case("code") {
                    out.push_str("\ncode ");
                }
                words(&member.node, nested, out);
            }
        }
        Value::List(items) => items.iter().for_each(|item| words(item, nested, out)),
        Value::Text(text) => {
            let before = out.len();
            if nested > 0 {
                within(text, |node| words(node, nested - 1, out));
            }
            if out.len() == before {
                out.push_str(text);
            }
            out.push('\n');
        }
        _ => {}
    }
}

/// Names and values in the lists below a value: `{key, value}`, `{name, value}`, `{code, message}`.
fn pairs(node: &Node, out: &mut Vec<(String, String)>) {
    if out.len() >= DETAILS {
        return;
    }
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| pairs(item, out)),
        Value::Object(members) => {
            let name = text_of(node, &["key", "name", "code"]);
            let value = member(node, &["value", "message"]);
            if let (Some(name), Some(value)) = (name, value) {
                let value = value.as_text().map_or_else(|| value.to_json(), str::to_owned);
                out.push(detail(name, &value));
                for name in ["details", "innererror"] {
                    member(node, &[name]).into_iter().for_each(|inner| pairs(inner, out));
                }
            } else {
                members.iter().for_each(|member| pairs(&member.node, out));
            }
        }
        Value::Text(text) => within(text, |node| pairs(node, out)),
        _ => {}
    }
}

/// Labels that stand where a code does, in details that are names and values.
fn is_label(code: &str) -> bool {
    let labels = ["reason", "propertyname", "propertypath", "propertyvalue"];
    labels.iter().any(|label| code.eq_ignore_ascii_case(label))
}

fn member<'a>(node: &'a Node, names: &[&str]) -> Option<&'a Node> {
    let of_name = |name: &&str| {
        node.members()
            .iter()
            .rev()
            .find(|member| member.name.eq_ignore_ascii_case(name))
    };
    names.iter().find_map(of_name).map(|member| &member.node)
}

fn text_of<'a>(node: &'a Node, names: &[&str]) -> Option<&'a str> {
    member(node, names)?.as_text()
}

/// Where something stands in a text, in any letter case.
fn find(text: &str, wanted: &str) -> Option<usize> {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    text.windows(wanted.len())
        .position(|window| window.eq_ignore_ascii_case(wanted))
}

/// Whether a character can be part of a code or of the path of a property.
fn of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '[' | ']')
}

/// The code in plain words: `Code: X`, `ErrorCode: X`, `(X) …`, `with error: X: …`.
fn code_in(text: &str) -> Option<String> {
    let code = |text: &str| {
        let code = text.get(..text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len()))?;
        let letters = code.starts_with(|c: char| c.is_ascii_uppercase()) && (4..=80).contains(&code.len());
        let hump = code.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
        let word = code.bytes().any(|byte| byte.is_ascii_lowercase());
        (letters && word && !is_label(code)).then(|| (code.to_owned(), hump))
    };
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| find(rest, "code")) {
        from += at + 4;
        let rest = text.get(from..).unwrap_or_default();
        let value = rest.trim_start_matches([' ', ':', '=', '"', '\'', '\\', '`']);
        // Something must part it from the word.
        if rest.len() > value.len()
            && let Some((code, _)) = code(value)
        {
            return Some(code);
        }
    }
    ["(", "with error: ", "error: "].iter().find_map(|before| {
        let mut rest = text;
        while let Some(at) = find(rest, before) {
            rest = rest.get(at + before.len()..)?;
            if let Some((code, true)) = code(rest) {
                return Some(code);
            }
        }
        None
    })
}

/// The message in plain words: `Message: …`.
fn message_in(text: &str) -> Option<String> {
    let found = ["message=", "\nmessage:", "message"]
        .iter()
        .find_map(|label| Some((find(text, label)?, label.len())));
    let (at, length) = found?;
    let rest = text.get(at + length..)?;
    let message = rest.trim_start_matches([' ', ':', '=', '"', '\'', '\\']);
    // Something must part it from the plain word.
    if length == "message".len() && message.len() == rest.len() {
        return None;
    }
    let ends = ["RequestId", "Target", "Details", "Values", "Exception Details", "\n\n"];
    let end = ends
        .iter()
        .filter_map(|end| message.find(end))
        .min()
        .unwrap_or(message.len());
    let mut message = message.get(..end)?;
    // An escaped line break is a mark at the end, too.
    loop {
        let trimmed = message.trim_end_matches([' ', '"', '\'', '\\', '\n', '\r', ',']);
        let shorter = trimmed.strip_suffix("\\n").or_else(|| trimmed.strip_suffix("\\r"));
        let Some(shorter) = shorter.or((trimmed.len() < message.len()).then_some(trimmed)) else {
            break;
        };
        message = shorter;
    }
    (message.len() > 8).then(|| message.to_owned())
}

/// The properties that a text names.
fn named_in(text: &str, details: &[(String, String)]) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        let name = name.trim_matches('.');
        let known = named.iter().any(|other| other.eq_ignore_ascii_case(name));
        if name.len() > 2 && name.len() < DETAIL && !known && named.len() < NAMED {
            named.push(name.to_owned());
        }
    };
    // The path says more than the name.
    for label in ["propertypath", "propertyname"] {
        let of_label = details.iter().filter(|(name, _)| name.eq_ignore_ascii_case(label));
        of_label.for_each(|(_, value)| add(value));
        for rest in after(text, label) {
            let words = rest.split(|c| !of_name(c)).filter(|word| !word.is_empty());
            let skipped = ["message", "value", "key", "code", "name", "is"];
            let mut words = words.filter(|word| !skipped.contains(&word.to_ascii_lowercase().as_str()));
            words.next().into_iter().for_each(&mut add);
        }
    }
    for label in ["path '", "member '", "property '"] {
        for rest in after(text, label) {
            add(rest.split(|c| !of_name(c)).next().unwrap_or_default());
        }
    }
    named
}

/// What follows a label, each time, as far as somebody would look for its value.
fn after<'a>(text: &'a str, label: &'a str) -> impl Iterator<Item = &'a str> {
    let mut from = 0;
    std::iter::from_fn(move || {
        from += find(text.get(from..)?, label)? + label.len();
        let rest = text.get(from..)?;
        rest.get(..rest.floor_char_boundary(DETAIL))
    })
    .take(NAMED)
}
