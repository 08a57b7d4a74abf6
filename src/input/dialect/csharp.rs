//! C# as the older articles show it: named arguments and initialisers whose values are literals.

use super::{Dialect, Note, NoteKind, Reading, put};
use crate::model::{Node, Span, Value, path};

/// The pointer of a member of the image reference.
macro_rules! reference {
    ($name:literal) => {
        concat!(
            "/pool/properties/deploymentConfiguration/virtualMachineConfiguration/imageReference/",
            $name
        )
    };
}

/// Names of arguments and properties, and the member of the plan each fills.
const NAMES: [(&str, &str); 14] = [
    ("virtualMachineImageId", path::IMAGE_ID),
    ("nodeAgentSkuId", path::NODE_AGENT),
    ("poolId", path::POOL_NAME),
    ("virtualMachineSize", path::VM_SIZE),
    ("vmSize", path::VM_SIZE),
    ("targetDedicatedComputeNodes", path::DEDICATED),
    ("targetDedicatedNodes", path::DEDICATED),
    ("targetLowPriorityComputeNodes", path::SPOT),
    ("targetLowPriorityNodes", path::SPOT),
    ("publisher", reference!("publisher")),
    ("offer", reference!("offer")),
    ("sku", reference!("sku")),
    ("version", reference!("version")),
    ("displayName", path::DISPLAY_NAME),
];

/// What only C# that makes a pool has.
const MARKS: [&str; 4] = [
    "ImageReference(",
    "CreatePool(",
    "BatchImageReference",
    "BatchAccountPoolData",
];

/// Reads the text if it is C# that makes a pool.
pub(super) fn read(text: &str) -> Option<Reading> {
    // JSON may begin with a byte order mark and comments, and may speak of C# in its texts.
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim_start);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with("//"));
    if first.is_none_or(|line| line.starts_with(['{', '[', '/'])) {
        return None;
    }
    // Java has the same names.
    if !MARKS.iter().any(|mark| text.contains(mark)) || text.contains("import com.azure.") {
        return None;
    }
    let span = Span {
        start: 0,
        end: text.len(),
    };
    let mut root = Node {
        span,
        ..Node::object([("pool", Node::empty_object(span))])
    };
    let mut notes = Vec::new();
    let mut at = 0;
    while let Some(token) = next_name(text, &mut at) {
        let (name, place) = token;
        let known = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        let Some((_, pointer)) = known else { continue };
        match literal(text, &mut at) {
            Some(node) => put(&mut root, pointer, node),
            None => notes.push(Note {
                kind: NoteKind::NotLiteral,
                name: name.to_owned(),
                span: place,
            }),
        }
    }
    Some(Reading {
        dialect: Dialect::CSharp,
        root: Ok(root),
        notes,
    })
}

/// The next identifier that is followed by `:` or `=`; texts and comments are passed over.
fn next_name<'a>(text: &'a str, at: &mut usize) -> Option<(&'a str, Span)> {
    loop {
        let rest = text.get(*at..)?;
        let c = rest.chars().next()?;
        if rest.starts_with("//") {
            *at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            *at += rest.find("*/").map_or(rest.len(), |end| end + 2);
        } else if c == '"' {
            *at += string_literal(rest).map_or(1, |(_, length)| length);
        } else if c.is_alphabetic() || c == '_' {
            let length = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            let (name, after) = rest.split_at(length);
            let start = *at;
            *at += length;
            let tail = after.trim_start();
            let marks =
                tail.starts_with(':') && !tail.starts_with("::") || tail.starts_with('=') && !tail.starts_with("==");
            if marks && !tail.starts_with("=>") {
                *at += after.len() - tail.len() + 1;
                return Some((
                    name,
                    Span {
                        start,
                        end: start + length,
                    },
                ));
            }
        } else {
            *at += c.len_utf8();
        }
    }
}

/// The literal that follows, through `new ResourceIdentifier(`.
fn literal(text: &str, at: &mut usize) -> Option<Node> {
    let mut rest = text.get(*at..)?.trim_start();
    rest = rest.strip_prefix("new ResourceIdentifier(").unwrap_or(rest);
    let start = text.len() - rest.len();
    let (value, length) = if rest.starts_with('"') {
        let (value, length) = string_literal(rest)?;
        (Value::Text(value), length)
    } else {
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        (
            Value::Number(rest.get(..length).filter(|digits| !digits.is_empty())?.to_owned()),
            length,
        )
    };
    *at = start + length;
    Some(Node {
        value,
        span: Span {
            start,
            end: start + length,
        },
    })
}

/// The character that an escape stands for, and how many digits behind its letter belong to it.
fn escaped(letter: char, rest: &str) -> Option<(char, usize)> {
    let simple = match letter {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        'e' => '\u{1b}',
        'f' => '\u{c}',
        'v' => '\u{b}',
        'u' | 'U' | 'x' => {
            let most = if letter == 'U' { 8 } else { 4 };
            let digits = rest.bytes().take(most).take_while(u8::is_ascii_hexdigit).count();
            let code = u32::from_str_radix(rest.get(..digits)?, 16).ok()?;
            // Half of a pair cannot stand alone in a text of ours.
            return Some((char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), digits));
        }
        other => other,
    };
    Some((simple, 0))
}

/// A regular C# string at the start of `text`: its value and how many bytes it takes.
fn string_literal(text: &str) -> Option<(String, usize)> {
    let mut value = String::new();
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, at + 1)),
            '\\' => {
                let (at, escape) = chars.next()?;
                let (made, digits) = escaped(escape, text.get(at + 1..)?)?;
                value.push(made);
                for _ in 0..digits {
                    chars.next();
                }
            }
            '\n' => return None,
            c => value.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_lifted_and_the_rest_is_named() {
        let text = "// poolId: \"no\"\nnew VirtualMachineConfiguration(\n  imageReference: new ImageReference(virtualMachineImageId: \"/a\\\"b\"),\n  nodeAgentSkuId: \"batch.node.windows amd64\");\nCreatePool(poolId: PoolId, targetDedicatedComputeNodes: 12)";
        let reading = read(text).expect("C#");
        let root = reading.root.expect("readable");
        assert_eq!(root.at(path::IMAGE_ID).and_then(Node::as_text), Some("/a\"b"));
        assert_eq!(root.at(path::DEDICATED).and_then(Node::as_whole), Some(12));
        assert_eq!(root.at(path::POOL_NAME), None);
        assert_eq!(
            reading.notes.iter().map(|note| note.name.as_str()).collect::<Vec<_>>(),
            ["poolId"]
        );
    }

    #[test]
    fn escapes_are_those_of_csharp() {
        for (literal, means) in [
            (r#""r\u00e9n""#, "rén"),
            (r#""a\u0041\U0001F600\x41 \e""#, "aA\u{1f600}A \u{1b}"),
            (r#""\"\\\t""#, "\"\\\t"),
            (r#""\ud83d""#, "\u{fffd}"),
        ] {
            assert_eq!(
                string_literal(literal),
                Some((means.to_owned(), literal.len())),
                "{literal}"
            );
        }
        for broken in [r#""\u""#, r#""\uZZ""#, "\"\\"] {
            assert_eq!(string_literal(broken), None, "{broken}");
        }
    }

    #[test]
    fn java_is_left_alone() {
        let text = "import com.azure.resourcemanager.batch.BatchManager;\nnew BatchImageReference().withId(\"/x\")";
        assert!(read(text).is_none());
    }

    #[test]
    fn json_is_left_alone() {
        assert!(read("{ \"note\": \"CreatePool(\" }").is_none());
        assert!(read("hello").is_none());
    }
}
