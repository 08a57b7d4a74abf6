//! Markdown: the marks that words are given, and what keeps a text from being taken for one.

use super::Part;

/// A row of a table, where a bar parts cells even within code.
pub fn row(cells: &[&str]) -> String {
    let whole = |cell: &&str| cell.replace("\\|", "|").replace('|', "\\|");
    format!("| {} |\n", cells.iter().map(whole).collect::<Vec<_>>().join(" | "))
}

/// The pieces of a message.
pub fn parts(parts: Vec<Part>) -> String {
    let piece = |part| match part {
        Part::Text(text) => escaped(&text),
        Part::Strong(text) => format!("**{}**", escaped(&text)),
        Part::Value(value) => code(&value),
    };
    parts.into_iter().map(piece).collect()
}

/// A text of a message, whose values stand in backticks.
pub fn marked(text: &str) -> String {
    let pieces = text.split('`').enumerate();
    pieces
        .map(|(index, piece)| if index % 2 == 0 { escaped(piece) } else { code(piece) })
        .collect()
}

/// Text in which Markdown and HTML find nothing to mean.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '`') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A literal value, on one line.
pub fn code(value: &str) -> String {
    let line: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let fence = "`".repeat(longest_run(&line) + 1);
    let pad = if line.starts_with('`') || line.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{line}{pad}{fence}")
}

/// A text of its own, in this language.
pub fn fenced(out: &mut String, language: &str, text: &str) {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    out.push_str(&format!("{fence}{language}\n{}\n{fence}\n", text.trim_end()));
}

/// How many backticks stand side by side at most.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_taken_for_a_mark() {
        assert_eq!(escaped("a*b_<c>|[d]"), "a\\*b\\_\\<c\\>\\|\\[d\\]");
        assert_eq!(row(&[&code("a`b|c"), &escaped("d|e")]), "| ``a`b\\|c`` | d\\|e |\n");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(marked("Set `a*b` *now*"), "Set `a*b` \\*now\\*");
        let mut out = String::new();
        fenced(&mut out, "jsonc", "{ // ```\n}\n");
        assert_eq!(out, "````jsonc\n{ // ```\n}\n````\n");
    }
}
