//! A part of a text’s value → the bytes of the JSON that write it: escapes are longer than what they mean.

use crate::model::Span;

/// Where bytes `part` of a value stand in `text`, whose bytes `literal` write that value between double quotes. `None`
/// when they do not.
pub fn span_inside(text: &str, literal: Span, part: Span) -> Option<Span> {
    let inner = text
        .get(literal.start..literal.end)?
        .strip_prefix('"')?
        .strip_suffix('"')?;
    let first = literal.start + 1;
    let start = written(inner, part.start)?;
    let length = written(inner.get(start..)?, part.end.checked_sub(part.start)?)?;
    Some(Span {
        start: first + start,
        end: first + start + length,
    })
}

/// How many bytes of JSON write the first `wanted` bytes of a value.
fn written(json: &str, wanted: usize) -> Option<usize> {
    let (mut at, mut read) = (0, 0);
    while read < wanted {
        let rest = json.get(at..)?;
        let (length, means) = match rest.as_bytes() {
            [b'\\', b'u', ..] => unicode(rest)?,
            [b'\\', _, ..] => (2, 1),
            _ => {
                let length = rest.chars().next()?.len_utf8();
                (length, length)
            }
        };
        at += length;
        read += means;
    }
    (read == wanted && json.is_char_boundary(at)).then_some(at)
}

/// The length of the escape `\uXXXX` (two of them for a character beyond the first 65 536), and of what it means.
fn unicode(json: &str) -> Option<(usize, usize)> {
    let code = u32::from_str_radix(json.get(2..6)?, 16).ok()?;
    Some(match char::from_u32(code) {
        Some(c) => (6, c.len_utf8()),
        None => (12, 4),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::parse;

    fn marked<'a>(text: &'a str, wanted: &str) -> Option<&'a str> {
        let node = parse(text).expect("readable");
        let value = node.get("f").and_then(|node| node.as_text()).expect("a text");
        let start = value.find(wanted).expect("a part of the value");
        let part = Span {
            start,
            end: start + wanted.len(),
        };
        let span = span_inside(text, node.get("f")?.span, part)?;
        text.get(span.start..span.end)
    }

    #[test]
    fn escapes_are_longer_than_what_they_mean() {
        let text = r#"{ "e": 1, "f": "a\n\"é\"\u00e9 \ud83d\ude00😀\/\\ \u0041bc", "g": 2 }"#;
        for (wanted, written) in [
            ("a", "a"),
            ("\n", r"\n"),
            ("\"é\"", "\\\"é\\\""),
            ("é ", r"\u00e9 "),
            (" 😀😀", r" \ud83d\ude00😀"),
            ("/\\", r"\/\\"),
            ("Abc", r"\u0041bc"),
            ("", ""),
        ] {
            assert_eq!(marked(text, wanted), Some(written), "{wanted}");
        }
    }

    #[test]
    fn what_is_no_text_has_no_inside() {
        let whole = |text: &str| Span {
            start: 0,
            end: text.len(),
        };
        let part = Span { start: 0, end: 1 };
        for text in ["12", "@\"ab\"", "", "\"", "\"\"", r#""\u00"#, r#""\u00""#, "\"\\é\""] {
            assert_eq!(span_inside(text, whole(text), part), None, "{text}");
        }
        assert_eq!(span_inside("\"a\"", Span { start: 0, end: 9 }, part), None);
        assert_eq!(span_inside("\"a\"", whole("\"a\""), Span { start: 1, end: 0 }), None);
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn every_part_is_found(before in "\\PC{0,4}", part in "[\\x00-\\x7f\"\\\\é€😀]{0,6}", after in "\\PC{0,4}", escaped: bool) {
            let json = |text: &str| {
                let units = text.encode_utf16().map(|unit| format!("\\u{unit:04X}"));
                let plain = serde_json::to_string(text).expect("a text");
                if escaped { units.collect::<String>() } else { plain.trim_start_matches('"').get(..plain.len() - 2).unwrap_or_default().to_owned() }
            };
            // Quotes at the ends of the parts are escaped, so that the first one is the text's own.
            let (a, b, c) = (json(&format!("_{before}")), json(&format!("_{part}")), json(&format!("_{after}")));
            let text = format!("[\"{a}{b}{c}\"]");
            let node = parse(&text).expect("readable");
            let literal = node.items().first().expect("an item").span;
            let start = before.len() + 1;
            let span = span_inside(&text, literal, Span { start, end: start + 1 + part.len() });
            let span = span.expect("found");
            proptest::prop_assert_eq!(text.get(span.start..span.end), Some(b.as_str()));
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,20}|\"(\\\\u?[0-9a-fé]{0,5}|.){0,6}\"", start in 0usize..9, length in 0usize..9) {
            let literal = Span { start: 0, end: text.len() };
            if let Some(span) = span_inside(&text, literal, Span { start, end: start + length }) {
                proptest::prop_assert!(text.get(span.start..span.end).is_some());
            }
        }
    }
}
