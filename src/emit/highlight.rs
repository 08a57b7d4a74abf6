//! Outputs cut into runs for highlighting: one pass, nothing dropped, fit for each keystroke.

use super::Syntax;

/// What a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Nothing special.
    Plain,
    /// A member name, a keyword, a header or an option.
    Key,
    /// A text.
    Text,
    /// A number or another literal.
    Number,
    /// A brace, comma or the like.
    Punctuation,
    /// A comment.
    Comment,
}

impl Class {
    /// The letter of its style; none for plain runs.
    pub fn letter(self) -> &'static str {
        match self {
            Class::Plain => "",
            Class::Key => "k",
            Class::Text => "s",
            Class::Number => "n",
            Class::Punctuation => "p",
            Class::Comment => "c",
        }
    }
}

/// The runs of one line. Joined, they are the line.
pub type Line<'a> = Vec<(Class, &'a str)>;

/// Cuts a text into lines (at `\n`, which is not part of them) and each line into runs.
pub fn highlight(text: &str, syntax: Syntax) -> Vec<Line<'_>> {
    let mut state = State::Open;
    let mut head = syntax == Syntax::Http;
    let line = |line| {
        let mut runs = Runs::of(line);
        match syntax {
            Syntax::Json => json(&mut runs, &mut state),
            Syntax::CSharp => csharp(&mut runs, &mut state),
            Syntax::Shell => shell(&mut runs, &mut state),
            Syntax::Http => {
                if line.starts_with("###") {
                    head = true;
                    state = State::Open;
                }
                if head && line.trim().is_empty() {
                    head = false;
                }
                if head {
                    http_head(&mut runs);
                } else {
                    json(&mut runs, &mut state);
                }
            }
        }
        runs.line
    };
    text.split('\n').map(line).collect()
}

/// What goes on from one line to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    /// In a comment that ends with `*/`.
    Comment,
    /// In a shell text that ends with this quote.
    Quoted(char),
}

/// A line being cut.
struct Runs<'a> {
    whole: &'a str,
    line: Line<'a>,
    rest: &'a str,
}

impl<'a> Runs<'a> {
    fn of(line: &'a str) -> Runs<'a> {
        Runs {
            whole: line,
            line: Vec::new(),
            rest: line,
        }
    }

    /// Takes this many bytes into a run of this class, the last one if it is of the same.
    fn take(&mut self, bytes: usize, class: Class) {
        let (run, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        let end = self.whole.len() - rest.len();
        match self.line.last_mut() {
            Some((last, joined)) if *last == class => {
                let start = end - run.len() - joined.len();
                *joined = self.whole.get(start..end).unwrap_or(joined);
            }
            _ if run.is_empty() => {}
            _ => self.line.push((class, run)),
        }
    }

    fn take_while(&mut self, class: Class, holds: impl Fn(char) -> bool) {
        let end = self.rest.find(|c| !holds(c)).unwrap_or(self.rest.len());
        self.take(end, class);
    }

    fn take_all(&mut self, class: Class) {
        self.take(self.rest.len(), class);
    }

    /// Takes up to and with this mark; `false` when the line ends before it.
    fn take_through(&mut self, mark: &str, class: Class) -> bool {
        match self.rest.find(mark) {
            Some(at) => {
                self.take(at + mark.len(), class);
                true
            }
            None => {
                self.take_all(class);
                false
            }
        }
    }

    /// The length of a text that begins here with `quote`, `\` escaping; the rest of the line if it does not end.
    fn text_length(&self, quote: char) -> usize {
        let mut escaped = false;
        for (at, c) in self.rest.char_indices().skip(1) {
            if escaped {
                escaped = false;
            } else if c == '\\' {
                escaped = true;
            } else if c == quote {
                return at + c.len_utf8();
            }
        }
        self.rest.len()
    }
}

/// Comments of C and JSON with comments; `true` when one was taken.
fn comment(runs: &mut Runs<'_>, state: &mut State) -> bool {
    if *state == State::Comment || runs.rest.starts_with("/*") {
        let opening = if *state == State::Comment { 0 } else { 2 };
        let end = runs.rest.get(opening..).and_then(|inner| inner.find("*/"));
        let length = end.map_or(runs.rest.len(), |end| opening + end + 2);
        *state = if end.is_some() { State::Open } else { State::Comment };
        runs.take(length, Class::Comment);
        return true;
    }
    if runs.rest.starts_with("//") {
        runs.take_all(Class::Comment);
        return true;
    }
    false
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn json(runs: &mut Runs<'_>, state: &mut State) {
    while let Some(c) = runs.rest.chars().next() {
        if comment(runs, state) {
            continue;
        }
        match c {
            '"' => {
                let length = runs.text_length('"');
                let after = runs.rest.get(length..).unwrap_or_default();
                let class = if after.trim_start().starts_with(':') {
                    Class::Key
                } else {
                    Class::Text
                };
                runs.take(length, class);
            }
            '{' | '}' | '[' | ']' | ',' | ':' => {
                runs.take_while(Class::Punctuation, |c| "{}[],:".contains(c));
            }
            '-' | '0'..='9' => runs.take_while(Class::Number, |c| is_word(c) || "+-.".contains(c)),
            c if is_word(c) => {
                let end = runs.rest.find(|c| !is_word(c)).unwrap_or(runs.rest.len());
                let literal = matches!(runs.rest.get(..end), Some("true" | "false" | "null"));
                runs.take(end, if literal { Class::Number } else { Class::Plain });
            }
            _ => {
                runs.take(c.len_utf8(), Class::Plain);
                runs.take_while(Class::Plain, |c| !is_word(c) && !"\"{}[],:-/".contains(c));
            }
        }
    }
}

/// The words of C# that appear in outputs.
const KEYWORDS: [&str; 24] = [
    "as", "async", "await", "bool", "catch", "class", "const", "default", "else", "for", "foreach", "if", "in", "int",
    "is", "new", "return", "static", "string", "throw", "try", "using", "var", "while",
];

fn csharp(runs: &mut Runs<'_>, state: &mut State) {
    while let Some(c) = runs.rest.chars().next() {
        if comment(runs, state) {
            continue;
        }
        match c {
            '"' | '\'' => {
                let length = runs.text_length(c);
                runs.take(length, Class::Text);
            }
            '$' if runs.rest.starts_with("$\"") => {
                runs.take(1, Class::Text);
                let length = runs.text_length('"');
                runs.take(length, Class::Text);
            }
            '0'..='9' => runs.take_while(Class::Number, |c| is_word(c) || c == '.'),
            c if is_word(c) => {
                let end = runs.rest.find(|c| !is_word(c)).unwrap_or(runs.rest.len());
                let class = match runs.rest.get(..end) {
                    Some("true" | "false" | "null") => Class::Number,
                    Some(word) if KEYWORDS.contains(&word) => Class::Key,
                    _ => Class::Plain,
                };
                runs.take(end, class);
            }
            c if c.is_ascii_punctuation() => {
                runs.take(1, Class::Punctuation);
                runs.take_while(Class::Punctuation, |c| {
                    c.is_ascii_punctuation() && !"\"'/$_".contains(c)
                });
            }
            _ => {
                runs.take(c.len_utf8(), Class::Plain);
                runs.take_while(Class::Plain, char::is_whitespace);
            }
        }
    }
}

fn shell(runs: &mut Runs<'_>, state: &mut State) {
    while let Some(c) = runs.rest.chars().next() {
        match (*state, c) {
            (State::Quoted('\''), _) => {
                if runs.take_through("'", Class::Text) {
                    *state = State::Open;
                } else {
                    return;
                }
            }
            (State::Quoted(quote), '$') if quote == '"' => variable(runs),
            (State::Quoted(quote), c) if c == quote => {
                runs.take(c.len_utf8(), Class::Text);
                *state = State::Open;
            }
            (State::Quoted(_), '\\') => {
                let next = runs.rest.chars().nth(1).map_or(0, char::len_utf8);
                runs.take(1 + next, Class::Text);
            }
            (State::Quoted(_), c) => {
                runs.take(c.len_utf8(), Class::Text);
                runs.take_while(Class::Text, |c| !"\"$\\".contains(c));
            }
            (_, '\'' | '"') => {
                *state = State::Quoted(c);
                runs.take(1, Class::Text);
            }
            (_, '#')
                if runs
                    .line
                    .last()
                    .is_none_or(|(_, run)| run.ends_with(char::is_whitespace)) =>
            {
                runs.take_all(Class::Comment);
            }
            (_, '$') => variable(runs),
            (_, '\\' | '|' | '&' | ';' | '(' | ')' | '<' | '>') => runs.take(1, Class::Punctuation),
            (_, '-')
                if runs
                    .line
                    .last()
                    .is_none_or(|(_, run)| run.ends_with(char::is_whitespace)) =>
            {
                runs.take_while(Class::Key, |c| is_word(c) || c == '-');
            }
            (_, c) => {
                runs.take(c.len_utf8(), Class::Plain);
                let space = c.is_whitespace();
                runs.take_while(Class::Plain, |c| {
                    c.is_whitespace() == space && !"'\"$\\|&;()<>".contains(c) && !(space && c == '#')
                });
            }
        }
    }
}

/// `$NAME` or `${NAME…}`.
fn variable(runs: &mut Runs<'_>) {
    if runs.rest.starts_with("${") {
        let end = runs.rest.find('}').map_or(runs.rest.len(), |at| at + 1);
        runs.take(end, Class::Number);
    } else {
        let name = runs.rest.get(1..).unwrap_or_default();
        let end = name.find(|c| !is_word(c)).unwrap_or(name.len());
        runs.take(1 + end, Class::Number);
    }
}

fn http_head(runs: &mut Runs<'_>) {
    if runs.rest.starts_with('#') || runs.rest.starts_with("//") {
        runs.take_all(Class::Comment);
        return;
    }
    let name = runs.rest.find([':', ' ']).unwrap_or(runs.rest.len());
    runs.take(name, Class::Key);
    if runs.rest.starts_with(':') {
        runs.take(1, Class::Punctuation);
    }
    while !runs.rest.is_empty() {
        if runs.rest.starts_with("{{") {
            runs.take_through("}}", Class::Number);
        } else {
            let end = runs.rest.find("{{").unwrap_or(runs.rest.len());
            runs.take(end, Class::Plain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, syntax: Syntax) -> String {
        let run = |(class, run): &(Class, &str)| match class.letter() {
            "" => (*run).to_owned(),
            letter => format!("{letter}‹{run}›"),
        };
        let lines: Vec<String> = highlight(text, syntax)
            .iter()
            .map(|line| line.iter().map(run).collect())
            .collect();
        lines.join("\n")
    }

    #[test]
    fn json_with_comments() {
        assert_eq!(
            shown("{\"a\\\"\": [1.5, true], // x\n/* y\nz */ \"b\" : \"c\"", Syntax::Json),
            "p‹{›k‹\"a\\\"\"›p‹:› p‹[›n‹1.5›p‹,› n‹true›p‹],› c‹// x›\nc‹/* y›\nc‹z */› k‹\"b\"› p‹:› s‹\"c\"›"
        );
    }

    #[test]
    fn a_shell_command() {
        assert_eq!(
            shown("# x\ncurl --header \"A: ${T:?}\" \\\n 'a\nb'\"$X\"", Syntax::Shell),
            "c‹# x›\ncurl k‹--header› s‹\"A: ›n‹${T:?}›s‹\"› p‹\\›\n s‹'a›\ns‹b'\"›n‹$X›s‹\"›"
        );
    }

    #[test]
    fn a_request() {
        assert_eq!(
            shown("PUT https://x\nA: Bearer {{token}}\n\n{\"a\": 1}", Syntax::Http),
            "k‹PUT› https://x\nk‹A›p‹:› Bearer n‹{{token}}›\n\np‹{›k‹\"a\"›p‹:› n‹1›p‹}›"
        );
    }

    #[test]
    fn code() {
        assert_eq!(
            shown("var a = new B($\"{c}\", 'x', 12); // d", Syntax::CSharp),
            "k‹var› a p‹=› k‹new› Bp‹(›s‹$\"{c}\"›p‹,› s‹'x'›p‹,› n‹12›p‹);› c‹// d›"
        );
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod whatever_the_text {
        use super::*;

        const SYNTAXES: [Syntax; 4] = [Syntax::Json, Syntax::Http, Syntax::Shell, Syntax::CSharp];

        fn check(text: &str) {
            for syntax in SYNTAXES {
                let lines: Vec<String> = highlight(text, syntax)
                    .iter()
                    .map(|line| {
                        assert!(line.iter().all(|(_, run)| !run.is_empty()));
                        line.iter().map(|(_, run)| *run).collect()
                    })
                    .collect();
                assert_eq!(lines.join("\n"), text, "{syntax:?}");
            }
        }

        proptest::proptest! {
            #[test]
            fn nothing_is_lost(text in "(.|\n){0,80}") {
                check(&text);
            }

            #[test]
            fn nothing_is_lost_of_what_looks_like_code(text in "[\"'\\\\/*#$@{}:,;\\-a-c0-2é \n\r]{0,80}") {
                check(&text);
            }
        }
    }
}
