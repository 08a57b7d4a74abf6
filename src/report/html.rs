//! The report as HTML: a fragment for the page, and a document that needs nothing else.

use super::document::{Block, Inline};
use crate::words::{Language, Part};

/// The blocks without a frame.
pub(super) fn body(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Heading(level, line) => {
                let tag = match level {
                    1 => "h1",
                    2 => "h2",
                    _ => "h3",
                };
                element(&mut out, tag, line);
            }
            Block::Paragraph(line) => element(&mut out, "p", line),
            Block::Facts(facts) => {
                out.push_str("<dl>");
                for (name, line) in facts {
                    out.push_str("<dt>");
                    out.push_str(&escaped(name));
                    out.push_str("</dt>");
                    element(&mut out, "dd", line);
                }
                out.push_str("</dl>\n");
            }
            Block::List(lines) => {
                out.push_str("<ul>");
                lines.iter().for_each(|line| element(&mut out, "li", line));
                out.push_str("</ul>\n");
            }
        }
    }
    out
}

/// A document with its own style.
pub(super) fn page(title: &str, language: Language, body: &str) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"");
    out.push_str(language.code());
    out.push_str(
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
    );
    out.push_str(&escaped(&title.replace('`', "")));
    out.push_str("</title>\n<style>\n");
    out.push_str(include_str!("report.css"));
    out.push_str("</style>\n</head>\n<body>\n<main>\n");
    out.push_str(body);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn element(out: &mut String, tag: &str, line: &[Inline]) {
    out.push('<');
    out.push_str(tag);
    out.push('>');
    for piece in line {
        match piece {
            Inline::Part(Part::Text(text)) => out.push_str(&escaped(text)),
            Inline::Part(Part::Strong(text)) => wrapped(out, "strong", text),
            Inline::Part(Part::Value(text)) => wrapped(out, "code", text),
            Inline::Link(words, address) => {
                out.push_str("<a href=\"");
                out.push_str(&escaped(address));
                out.push_str("\" rel=\"noreferrer\">");
                out.push_str(&escaped(words));
                out.push_str("</a>");
            }
        }
    }
    out.push_str("</");
    out.push_str(tag);
    out.push_str(">\n");
}

fn wrapped(out: &mut String, tag: &str, text: &str) {
    for piece in ["<", tag, ">", &escaped(text), "</", tag, ">"] {
        out.push_str(piece);
    }
}

/// Text in which HTML finds nothing to mean, in an element or in double quotes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() && !c.is_whitespace() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
