//! Outputs cut into runs for highlighting: one pass, nothing dropped, fit for each keystroke.

mod code;
mod http;
mod json;
mod shell;

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
            Syntax::Json => json::json(&mut runs, &mut state),
            Syntax::CSharp => code::code(&mut runs, &mut state, &code::CSHARP),
            Syntax::Bicep => code::code(&mut runs, &mut state, &code::BICEP),
            Syntax::Hcl => code::code(&mut runs, &mut state, &code::HCL),
            Syntax::PowerShell => code::code(&mut runs, &mut state, &code::POWERSHELL),
            Syntax::Python => code::code(&mut runs, &mut state, &code::PYTHON),
            Syntax::JavaScript => code::code(&mut runs, &mut state, &code::JAVASCRIPT),
            Syntax::Go => code::code(&mut runs, &mut state, &code::GO),
            Syntax::Java => code::code(&mut runs, &mut state, &code::JAVA),
            Syntax::Shell => shell::shell(&mut runs, &mut state),
            Syntax::Http => {
                if line.starts_with("###") {
                    head = true;
                    state = State::Open;
                }
                if head && line.trim().is_empty() {
                    head = false;
                }
                if head {
                    http::head(&mut runs);
                } else {
                    json::json(&mut runs, &mut state);
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
    /// In a text over several lines that ends with this mark.
    LongText(&'static str),
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

    /// The length of a text that begins here with `quote`; the rest of the line if it does not end.
    fn text_length(&self, quote: char, escape: char) -> usize {
        let mut escaped = false;
        for (at, c) in self.rest.char_indices().skip(1) {
            if escaped {
                escaped = false;
            } else if c == escape {
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

    #[test]
    fn texts_over_several_lines() {
        assert_eq!(
            shown("a = \"\"\"b\n# c\"\"\" # d", Syntax::Python),
            "a p‹=› s‹\"\"\"b›\ns‹# c\"\"\"› c‹# d›"
        );
        assert_eq!(
            shown("param a string = 'x' // y", Syntax::Bicep),
            "k‹param› a k‹string› p‹=› s‹'x'› c‹// y›"
        );
        assert_eq!(shown("$a = \"`\"b\"", Syntax::PowerShell), "p‹$›a p‹=› s‹\"`\"b\"›");
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod whatever_the_text {
        use super::*;

        const SYNTAXES: [Syntax; 11] = [
            Syntax::Json,
            Syntax::Http,
            Syntax::Shell,
            Syntax::CSharp,
            Syntax::Bicep,
            Syntax::Hcl,
            Syntax::PowerShell,
            Syntax::Python,
            Syntax::JavaScript,
            Syntax::Go,
            Syntax::Java,
        ];

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
