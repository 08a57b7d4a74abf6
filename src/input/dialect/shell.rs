//! Command lines that send a request: `curl` and `az rest`, with the quoting of POSIX shells, and the line continuations
//! of those of Windows as well.

use super::requests::{Request, UNKNOWN};
use super::{Note, NoteKind, Pool};
use crate::input::parse::{ParseTrouble, parse, parse_at};
use crate::model::{Node, Span};

/// How the commands begin.
const COMMANDS: [&str; 3] = ["curl ", "curl.exe ", "az rest "];

/// A variable or a command within a word is no longer than this.
const LONGEST: usize = 512;

/// One word of a command.
#[derive(Debug, Default)]
struct Word {
    value: String,
    span: Span,
    /// Where the value stands as it is, when it does.
    at: Option<usize>,
}

/// Reads the text if a command in it sends a request.
pub(super) fn read(text: &str) -> Option<Vec<Pool>> {
    let mut pools = Vec::new();
    let mut found = false;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let line = rest.split('\n').next().unwrap_or_default();
        let bare = line.trim_start();
        let bare = ["$ ", "> ", "PS> "]
            .iter()
            .find_map(|prompt| bare.strip_prefix(prompt))
            .unwrap_or(bare);
        if !COMMANDS.iter().any(|command| bare.starts_with(command)) {
            at += line.len() + 1;
            continue;
        }
        let mut reader = Reader {
            text,
            at: at + line.len() - bare.len(),
            heredoc: None,
        };
        let words = reader.command();
        at = reader.at.max(at + 1);
        if let Some(of_command) = pools_of(text, &words, reader.heredoc.as_ref()) {
            found = true;
            pools.extend(of_command);
        }
    }
    found.then_some(pools)
}

/// What an option of either command is about.
enum Purpose {
    Method,
    Address,
    Body,
    /// It has a value that no plan is interested in.
    Other,
}

fn option(name: &str) -> Option<Purpose> {
    Some(match name {
        "-X" | "--request" | "--method" | "-m" => Purpose::Method,
        "--url" | "--uri" | "-u" => Purpose::Address,
        "-d" | "--data" | "--data-raw" | "--data-binary" | "--data-ascii" | "--json" | "--body" | "-b" => Purpose::Body,
        "-H" | "--header" | "--headers" | "-o" | "--output" | "-A" | "--user-agent" | "--resource" | "--user"
        | "--uri-parameters" | "--url-parameters" | "--output-file" | "--query" | "-w" | "--write-out" | "-T"
        | "--upload-file" | "--max-time" | "--retry" | "--cacert" | "--cert" | "--key" | "--proxy" | "-x"
        | "--subscription" => Purpose::Other,
        _ => return None,
    })
}

/// The pools of one command; `None` when it sends nothing to a pool.
fn pools_of(text: &str, words: &[Word], heredoc: Option<&Word>) -> Option<Vec<Pool>> {
    let (mut method, mut address, mut body) = (None, None, None);
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let (name, inline) = match word.value.split_once('=') {
            Some((name, _)) if name.starts_with("--") => (name, true),
            _ => (word.value.as_str(), false),
        };
        let short = word
            .value
            .get(..2)
            .filter(|short| matches!(*short, "-X" | "-d") && word.value.len() > 2);
        let is_address = |value: &str| value.starts_with("http://") || value.starts_with("https://");
        match option(short.unwrap_or(name)) {
            Some(kind) => {
                let cut = match short {
                    Some(short) => Some(word.without(short.len())),
                    None => inline.then(|| word.without(name.len() + 1)),
                };
                let Some(value) = cut.map(Given::Own).or_else(|| words.next().map(Given::Next)) else {
                    break;
                };
                match kind {
                    Purpose::Method => method = Some(value),
                    Purpose::Address => address = Some(value),
                    Purpose::Body => body = Some(value),
                    Purpose::Other => {}
                }
            }
            None if is_address(&word.value) => address = Some(Given::Next(word)),
            None => {}
        }
    }
    let address = address?;
    let address = address.word();
    let route = address.value.split('?').next().unwrap_or_default().to_ascii_lowercase();
    if !(route.contains("/pools/") || route.ends_with("/pools")) {
        return None;
    }
    let mut aside = None;
    let body = match (body.as_ref().map(Given::word), heredoc) {
        (Some(word), Some(heredoc)) if word.value.ends_with("@-") || word.value.contains("stdin") => {
            Some(heredoc.json())
        }
        (Some(word), _) if word.value.starts_with('@') => {
            aside = Some(Note {
                kind: NoteKind::NotCarried,
                name: word.value.clone(),
                span: word.span,
            });
            None
        }
        (Some(word), _) => Some(word.json()),
        (None, _) => None,
    };
    // What only asks makes no pool.
    if body.is_none() && aside.is_none() {
        return None;
    }
    let method = method
        .as_ref()
        .map(|method: &Given| method.word().value.to_ascii_uppercase());
    let request = Request {
        method: method.as_deref().unwrap_or("POST"),
        address: &address.value,
        span: address.span,
        mark: "shell",
        body,
    };
    let mut pools = request.pools(text);
    if let Some(pool) = pools.first_mut() {
        pool.reading.notes.extend(aside);
    }
    Some(pools)
}

/// The value of an option: a part of its own word, or the next one.
enum Given<'a> {
    Own(Word),
    Next(&'a Word),
}

impl Given<'_> {
    fn word(&self) -> &Word {
        match self {
            Given::Own(word) => word,
            Given::Next(word) => word,
        }
    }
}

impl Word {
    /// The rest of the word behind `length` bytes of its value.
    fn without(&self, length: usize) -> Word {
        Word {
            value: self.value.get(length..).unwrap_or_default().to_owned(),
            span: self.span,
            at: self.at.map(|at| at + length),
        }
    }

    /// The value as JSON. Where the shell's quoting changes it, all of it stands where the word does.
    fn json(&self) -> Result<Node, ParseTrouble> {
        if let Some(at) = self.at {
            return parse_at(&self.value, at);
        }
        let mut node = parse(&self.value).map_err(|trouble| ParseTrouble {
            span: self.span,
            ..trouble
        })?;
        super::each_span(&mut node, &mut |span| *span = self.span);
        Ok(node)
    }
}

/// Reads one command word by word.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// What stands below the command, as `<<` announces it.
    heredoc: Option<Word>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Passes a line's end that a mark makes part of the command.
    fn continued(&mut self) -> bool {
        for mark in ["\\\n", "\\\r\n", "^\n", "^\r\n", "`\n", "`\r\n"] {
            if self.rest().starts_with(mark) {
                self.at += mark.len();
                return true;
            }
        }
        false
    }

    /// The words up to the end of the command.
    fn command(&mut self) -> Vec<Word> {
        let mut words = Vec::new();
        let mut delimiter: Option<String> = None;
        loop {
            while self.rest().starts_with([' ', '\t', '\r']) || self.continued() {
                self.at += usize::from(self.rest().starts_with([' ', '\t', '\r']));
            }
            let rest = self.rest();
            match rest.chars().next() {
                None => break,
                Some('#') => self.at += rest.find('\n').unwrap_or(rest.len()),
                Some('\n' | ';' | '|' | '&' | ')') => {
                    if let Some(delimiter) = &delimiter {
                        self.below(delimiter);
                    }
                    self.at += usize::from(!self.rest().is_empty());
                    break;
                }
                Some('<') if rest.starts_with("<<") => {
                    self.at += if rest.starts_with("<<-") { 3 } else { 2 };
                    delimiter = Some(self.word().value);
                }
                // A redirection and its file.
                Some('<' | '>') => {
                    self.at += rest.find(|c| !matches!(c, '<' | '>' | '&' | ' ')).unwrap_or(rest.len());
                    self.word();
                }
                Some(_) => words.push(self.word()),
            }
        }
        words
    }

    /// Reads the lines below the command up to the one that is the delimiter.
    fn below(&mut self, delimiter: &str) {
        let Some(line) = self.rest().find('\n') else { return };
        let start = self.at + line + 1;
        let lines = self.text.get(start..).unwrap_or_default().split_inclusive('\n');
        let length: usize = lines.take_while(|line| line.trim() != delimiter).map(str::len).sum();
        let end = start + length;
        self.heredoc = Some(Word {
            value: self.text.get(start..end).unwrap_or_default().to_owned(),
            span: Span { start, end },
            at: Some(start),
        });
        self.at = end;
    }

    fn word(&mut self) -> Word {
        let start = self.at;
        let mut value = String::new();
        // Where the one piece of the value stands; `None` once there are several, or escapes.
        let mut pieces: Vec<usize> = Vec::new();
        while let Some(c) = self.rest().chars().next() {
            match c {
                ' ' | '\t' | '\r' | '\n' | ';' | '|' | ')' | '<' | '>' => break,
                '&' => break,
                '\'' => {
                    pieces.push(self.at + 1);
                    self.single(&mut value);
                }
                '"' => {
                    pieces.push(self.at + 1);
                    if self.double(&mut value) {
                        pieces.push(0);
                    }
                }
                '$' if self.rest().starts_with("$'") => {
                    pieces.extend([0, 0]);
                    self.ansi(&mut value);
                }
                '$' | '`' if self.variable(&mut value) => pieces.extend([0, 0]),
                _ if self.continued() => break,
                '\\' => {
                    pieces.extend([0, 0]);
                    self.at += 1;
                    if let Some(c) = self.rest().chars().next() {
                        value.push(c);
                        self.at += c.len_utf8();
                    }
                }
                c => {
                    let rest = self.rest();
                    let special = |c: char| {
                        matches!(
                            c,
                            '\'' | '"' | '$' | '`' | '\\' | '^' | ';' | '|' | ')' | '<' | '>' | '&'
                        )
                    };
                    let length = rest
                        .find(|c: char| c.is_whitespace() || special(c))
                        .unwrap_or(rest.len());
                    let length = length.max(c.len_utf8());
                    pieces.push(self.at);
                    value.push_str(rest.get(..length).unwrap_or_default());
                    self.at += length;
                }
            }
        }
        let at = match pieces.as_slice() {
            [at] => Some(*at),
            _ => None,
        };
        Word {
            value,
            span: Span { start, end: self.at },
            at,
        }
    }

    /// Between single quotes everything is itself.
    fn single(&mut self, value: &mut String) {
        self.at += 1;
        let rest = self.rest();
        let end = rest.find('\'').unwrap_or(rest.len());
        value.push_str(rest.get(..end).unwrap_or_default());
        self.at += end + usize::from(end < rest.len());
    }

    /// Between double quotes variables are put in place; says whether anything but the text itself was there.
    fn double(&mut self, value: &mut String) -> bool {
        self.at += 1;
        let mut changed = false;
        loop {
            let rest = self.rest();
            let end = rest.find(['"', '\\', '$', '`']).unwrap_or(rest.len());
            value.push_str(rest.get(..end).unwrap_or_default());
            self.at += end;
            let mut next = self.rest().chars();
            match (next.next(), next.next()) {
                (None, _) => return changed,
                (Some('"'), _) => {
                    self.at += 1;
                    return changed;
                }
                (Some('\\'), Some(c)) => {
                    changed = true;
                    match c {
                        '"' | '\\' | '$' | '`' => value.push(c),
                        '\n' => {}
                        c => value.extend(['\\', c]),
                    }
                    self.at += 1 + c.len_utf8();
                }
                (Some(_), _) if self.variable(value) => changed = true,
                (Some(c), _) => {
                    value.push(c);
                    self.at += 1;
                }
            }
        }
    }

    /// Between `$'` and `'` there are escapes as in C.
    fn ansi(&mut self, value: &mut String) {
        self.at += 2;
        while let Some(c) = self.rest().chars().next() {
            self.at += c.len_utf8();
            match c {
                '\'' => return,
                '\\' => {
                    let Some(escape) = self.rest().chars().next() else {
                        return;
                    };
                    self.at += escape.len_utf8();
                    let digits = match escape {
                        'x' => 2,
                        'u' => 4,
                        'U' => 8,
                        _ => 0,
                    };
                    value.push(match escape {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        'e' => '\u{1b}',
                        _ if digits > 0 => {
                            let hexadecimal = self.rest().bytes().take(digits).take_while(u8::is_ascii_hexdigit);
                            let length = hexadecimal.count();
                            let number = self.rest().get(..length).map(|digits| u32::from_str_radix(digits, 16));
                            self.at += length;
                            number
                                .and_then(|number| char::from_u32(number.ok()?))
                                .unwrap_or('\u{fffd}')
                        }
                        other => other,
                    });
                }
                c => value.push(c),
            }
        }
    }

    /// Takes a variable or what a command would write; its value is not known. Says whether there was one.
    fn variable(&mut self, value: &mut String) -> bool {
        let rest = self.rest();
        // No further than anybody would write, so that many that are never closed take no longer.
        let end = |mark: u8| rest.bytes().take(LONGEST).skip(1).position(|byte| byte == mark);
        let length = match rest.as_bytes() {
            [b'$', b'{', ..] => end(b'}').map(|end| end + 2),
            [b'$', b'(', ..] => closing(rest),
            [b'$', first, ..] if first.is_ascii_alphabetic() || *first == b'_' => {
                let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ':');
                let name = rest.get(1..).unwrap_or_default();
                Some(1 + name.find(|c| !inside(c)).unwrap_or(name.len()))
            }
            [b'`', ..] => end(b'`').map(|end| end + 2),
            _ => None,
        };
        let Some(length) = length else { return false };
        let [open, close] = UNKNOWN;
        value.push(open);
        value.push_str(rest.get(..length).unwrap_or_default());
        value.push(close);
        self.at += length;
        true
    }
}

/// How long a text in parentheses is that begins with `$(`.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, byte) in text.bytes().take(LONGEST).enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(at + 1),
            b')' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut reader = Reader {
            text,
            at: 0,
            heredoc: None,
        };
        reader.command().into_iter().map(|word| word.value).collect()
    }

    #[test]
    fn words_are_those_of_a_shell() {
        for (text, expected) in [
            ("curl -d 'a b' \"c d\" e\\ f", &["curl", "-d", "a b", "c d", "e f"][..]),
            ("a 'it'\\''s' \"\\\"q\\\" \\n\"", &["a", "it's", "\"q\" \\n"]),
            ("a $'x\\ty\\u00e9\\''", &["a", "x\ty\u{e9}'"]),
            ("a \\\n  b ^\r\n c `\nd", &["a", "b", "c", "d"]),
            ("a b # c\nd", &["a", "b"]),
            ("a > file 2>&1 b; c", &["a", "2", "b"]),
            (
                "a \"$X/${Y}\" z$(b (c))",
                &[
                    "a",
                    "\u{e000}$X\u{e001}/\u{e000}${Y}\u{e001}",
                    "z\u{e000}$(b (c))\u{e001}",
                ],
            ),
            ("a 'open", &["a", "open"]),
            ("a \"open\\", &["a", "open\\"]),
            ("a $ $( é", &["a", "$", "$(", "é"]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
