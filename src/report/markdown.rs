//! The report as Markdown.

use super::document::{Block, Inline};
use crate::words::markdown::{escaped, parts};

/// Writes the blocks.
pub(super) fn write(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Heading(level, line) => {
                out.push_str(&"#".repeat(usize::from(*level)));
                out.push(' ');
                inline(&mut out, line);
                out.push('\n');
            }
            Block::Paragraph(line) => {
                inline(&mut out, line);
                out.push('\n');
            }
            Block::Facts(facts) => {
                for (name, line) in facts {
                    out.push_str("- **");
                    out.push_str(&escaped(name));
                    out.push_str("** ");
                    inline(&mut out, line);
                    out.push('\n');
                }
            }
            Block::List(lines) => {
                for line in lines {
                    out.push_str("- ");
                    inline(&mut out, line);
                    out.push('\n');
                }
            }
        }
    }
    out
}

fn inline(out: &mut String, line: &[Inline]) {
    for piece in line {
        match piece {
            Inline::Part(part) => out.push_str(&parts(vec![part.clone()])),
            Inline::Link(words, address) => {
                out.push('[');
                out.push_str(&escaped(words));
                out.push_str("](<");
                out.push_str(address);
                out.push_str(">)");
            }
        }
    }
}
