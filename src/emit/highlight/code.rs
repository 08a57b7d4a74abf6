//! Programming and template languages: what they share is one pass, what they differ in is a row.

use super::{Class, Runs, State, comment, is_word};

/// What tells a language from the others.
pub(super) struct Language {
    /// Words that stand out.
    keywords: &'static [&'static str],
    /// Words that are values.
    values: &'static [&'static str],
    /// What begins a comment to the end of the line.
    line_comment: &'static str,
    /// Whether `/* … */` is a comment.
    block_comments: bool,
    /// The character that keeps a quote from ending a text.
    escape: char,
    /// Quotes of a text that ends on its line.
    quotes: &'static str,
    /// Texts over several lines: how they begin, and how they end.
    long_texts: &'static [(&'static str, &'static str)],
}

const C: Language = Language {
    keywords: &[],
    values: &["true", "false", "null"],
    line_comment: "//",
    block_comments: true,
    escape: '\\',
    quotes: "\"'",
    long_texts: &[],
};

/// C#: the words that appear in outputs.
pub(super) static CSHARP: Language = Language {
    keywords: &[
        "as", "async", "await", "bool", "catch", "class", "const", "default", "else", "for", "foreach", "if", "in",
        "int", "is", "new", "return", "static", "string", "throw", "try", "using", "var", "while",
    ],
    long_texts: &[("\"\"\"", "\"\"\"")],
    ..C
};

/// Bicep.
pub(super) static BICEP: Language = Language {
    keywords: &[
        "existing",
        "for",
        "if",
        "import",
        "module",
        "output",
        "param",
        "resource",
        "targetScope",
        "type",
        "using",
        "var",
        "array",
        "bool",
        "int",
        "object",
        "string",
    ],
    quotes: "'",
    long_texts: &[("'''", "'''")],
    ..C
};

/// The language of Terraform.
pub(super) static HCL: Language = Language {
    keywords: &[
        "data",
        "for",
        "if",
        "in",
        "locals",
        "module",
        "output",
        "provider",
        "resource",
        "terraform",
        "variable",
    ],
    line_comment: "#",
    quotes: "\"",
    ..C
};

/// PowerShell.
pub(super) static POWERSHELL: Language = Language {
    keywords: &[
        "catch", "do", "else", "elseif", "foreach", "function", "if", "in", "param", "return", "throw", "try", "until",
        "while",
    ],
    values: &[],
    line_comment: "#",
    block_comments: false,
    escape: '`',
    quotes: "\"'",
    long_texts: &[("@'", "'@"), ("@\"", "\"@")],
};

/// Python.
pub(super) static PYTHON: Language = Language {
    keywords: &[
        "and", "as", "def", "elif", "else", "except", "for", "from", "if", "import", "in", "is", "not", "or", "raise",
        "return", "try", "while", "with",
    ],
    values: &["True", "False", "None"],
    line_comment: "#",
    block_comments: false,
    long_texts: &[("\"\"\"", "\"\"\""), ("'''", "'''")],
    ..C
};

/// JavaScript.
pub(super) static JAVASCRIPT: Language = Language {
    keywords: &[
        "as", "async", "await", "catch", "const", "else", "export", "for", "from", "function", "if", "import", "let",
        "new", "of", "return", "throw", "try", "while",
    ],
    values: &["true", "false", "null", "undefined"],
    long_texts: &[("`", "`")],
    ..C
};

/// Go.
pub(super) static GO: Language = Language {
    keywords: &[
        "break", "const", "defer", "else", "for", "func", "if", "import", "map", "package", "range", "return",
        "string", "struct", "type", "var",
    ],
    values: &["true", "false", "nil"],
    long_texts: &[("`", "`")],
    ..C
};

/// Java.
pub(super) static JAVA: Language = Language {
    keywords: &[
        "catch", "class", "else", "final", "for", "if", "import", "int", "new", "package", "private", "public",
        "return", "static", "throw", "throws", "try", "void", "while",
    ],
    long_texts: &[("\"\"\"", "\"\"\"")],
    ..C
};

/// One line of it.
pub(super) fn code(runs: &mut Runs<'_>, state: &mut State, language: &Language) {
    while let Some(c) = runs.rest.chars().next() {
        if let State::LongText(end) = *state {
            if runs.take_through(end, Class::Text) {
                *state = State::Open;
            }
            continue;
        }
        if language.block_comments && (*state == State::Comment || runs.rest.starts_with("/*")) {
            comment(runs, state);
            continue;
        }
        if runs.rest.starts_with(language.line_comment) {
            runs.take_all(Class::Comment);
            continue;
        }
        let long = language
            .long_texts
            .iter()
            .find(|(begin, _)| runs.rest.starts_with(begin));
        if let Some((begin, end)) = long {
            runs.take(begin.len(), Class::Text);
            *state = State::LongText(end);
            continue;
        }
        match c {
            c if language.quotes.contains(c) => {
                let length = runs.text_length(c, language.escape);
                runs.take(length, Class::Text);
            }
            '$' if runs.rest.starts_with("$\"") => {
                runs.take(1, Class::Text);
                let length = runs.text_length('"', language.escape);
                runs.take(length, Class::Text);
            }
            '0'..='9' => runs.take_while(Class::Number, |c| is_word(c) || c == '.'),
            c if is_word(c) => {
                let end = runs.rest.find(|c| !is_word(c)).unwrap_or(runs.rest.len());
                let class = match runs.rest.get(..end) {
                    Some(word) if language.values.contains(&word) => Class::Number,
                    Some(word) if language.keywords.contains(&word) => Class::Key,
                    _ => Class::Plain,
                };
                runs.take(end, class);
            }
            c if c.is_ascii_punctuation() => {
                // A mark may begin a text or a comment with the next one: each is looked at on its own.
                runs.take(1, Class::Punctuation);
            }
            _ => {
                runs.take(c.len_utf8(), Class::Plain);
                runs.take_while(Class::Plain, char::is_whitespace);
            }
        }
    }
}
