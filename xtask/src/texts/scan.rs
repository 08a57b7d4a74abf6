//! Finds every text of the app in its sources: what stands in a call that makes `Words`.
//!
//! A call makes them if what is called is declared with the three parameters `en`, `fr`, `it` (functions) or
//! `$en:literal, $fr:literal, $it:literal` (macros). The three must be string literals, or the declaration's own
//! parameters handed on; anything else stops the build, because its text would be missing from the page.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Ident, Spacing, TokenStream, TokenTree};

use crate::project;
use crate::trouble::{Outcome, Trouble};

/// One text in English, French and Italian.
pub type Triple = [String; 3];

/// A text and when it is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The text.
    pub texts: Triple,
    /// Whether the page can be painted without it: titles and reasons of rules, what pages say, the known errors.
    pub later: bool,
}

/// Parts of `src` that the page does not hold.
const NATIVE_ONLY: [&str; 2] = ["bin", "command"];
/// Parts of `src` all of whose texts are read later.
const READ_LATER: [&str; 10] = [
    "facts/disagreements.rs",
    "facts/error_texts",
    "src/arm/",
    "src/bundle/",
    "src/compare/",
    "src/link/",
    "src/practice/",
    "src/ui/compare/",
    "src/ui/submit/",
    "ui/share/",
];

/// The texts of all source files below a folder, in the order of the files and of their lines, each once. A text that is
/// the same in the three languages is left out: the program keeps it.
pub fn texts(folder: &Path) -> Outcome<Vec<Found>> {
    texts_without(folder, &NATIVE_ONLY)
}

/// The same with those of the native command.
#[cfg(test)]
pub fn all_texts(folder: &Path) -> Outcome<Vec<Triple>> {
    let found = texts_without(folder, &[])?;
    Ok(found.into_iter().map(|found| found.texts).collect())
}

fn texts_without(folder: &Path, skipped: &[&str]) -> Outcome<Vec<Found>> {
    let mut sources = Vec::new();
    for path in rust_files(folder, skipped)? {
        sources.push((path.display().to_string(), project::read_text(&path)?));
    }
    texts_of(&sources)
}

/// The texts of these sources, each with its name.
fn texts_of(named: &[(String, String)]) -> Outcome<Vec<Found>> {
    let mut sources = Vec::new();
    for (name, text) in named {
        let tokens = text
            .parse::<TokenStream>()
            .map_err(|error| Trouble::new("texts", format!("`{name}`: {error}")))?;
        sources.push((name, tokens));
    }
    let mut shared = Makers::default();
    for (_, tokens) in &sources {
        shared.declare(tokens, true);
    }
    let mut found = Vec::new();
    for (name, tokens) in &sources {
        let mut makers = shared.clone();
        makers.declare(tokens, false);
        let scope = Scope {
            later: READ_LATER.iter().any(|part| name.contains(part)),
            ..Scope::default()
        };
        makers
            .read(tokens, scope, &mut found)
            .map_err(|(line, why)| Trouble::new("texts", format!("`{name}`, line {line}: {why}")))?;
    }
    // A text that stands in two places is needed when the earlier of them is.
    let soon: BTreeSet<Triple> = found
        .iter()
        .filter(|found| !found.later)
        .map(|found| found.texts.clone())
        .collect();
    let mut seen = BTreeSet::new();
    found.retain_mut(|found: &mut Found| {
        let [en, fr, it] = &found.texts;
        let differs = en != fr || fr != it;
        found.later &= !soon.contains(&found.texts);
        differs && seen.insert(found.texts.clone())
    });
    Ok(found)
}

/// Every Rust file below a folder but those in folders of the skipped names, sorted.
fn rust_files(folder: &Path, skipped: &[&str]) -> Outcome<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = project::file_names(folder)?
        .into_iter()
        .filter(|name| name.ends_with(".rs"))
        .map(|name| folder.join(name))
        .collect();
    for name in project::folder_names(folder)? {
        if !skipped.contains(&name.as_str()) {
            files.extend(rust_files(&folder.join(name), skipped)?);
        }
    }
    Ok(files)
}

/// What makes `Words`, by name.
#[derive(Clone, Default)]
struct Makers {
    /// Functions, with the place of `en` among their arguments.
    functions: BTreeMap<String, usize>,
    macros: BTreeSet<String>,
}

/// What is known of the place where tokens stand.
#[derive(Clone, Copy, Default)]
struct Scope {
    /// In the body of a maker.
    hands_on: bool,
    /// Among texts that are read later.
    later: bool,
    /// Directly between the braces of a rule.
    in_rule: bool,
}

/// The line and the reason.
type Refusal = (usize, String);

impl Makers {
    /// Takes in the declarations of a file: those that other files can call, or those of the file itself.
    fn declare(&mut self, tokens: &TokenStream, public: bool) {
        let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            if let TokenTree::Group(group) = token {
                self.declare(&group.stream(), public);
            }
            let after = tokens.get(at + 1..).unwrap_or_default();
            match (token, after) {
                (TokenTree::Ident(word), [TokenTree::Ident(name), rest @ ..])
                    if word == "fn" && is_public(tokens.get(..at).unwrap_or_default()) == public =>
                {
                    let parameters = rest.iter().find_map(in_parentheses).map(|inner| parameters(&inner));
                    let place =
                        parameters.and_then(|names| names.windows(3).position(|three| three == ["en", "fr", "it"]));
                    match place {
                        Some(place) => self.functions.insert(name.to_string(), place),
                        // Its own function of this name is the one a file calls.
                        None if !public => self.functions.remove(&name.to_string()),
                        None => None,
                    };
                }
                (TokenTree::Ident(word), [_, TokenTree::Ident(name), TokenTree::Group(body), ..])
                    if word == "macro_rules" =>
                {
                    let body: String = body.to_string().split_whitespace().collect();
                    if body.contains("$en:literal,$fr:literal,$it:literal") {
                        self.macros.insert(name.to_string());
                    }
                }
                _ => {}
            }
        }
    }

    /// Finds the texts among some tokens.
    fn read(&self, tokens: &TokenStream, mut scope: Scope, found: &mut Vec<Found>) -> Result<(), Refusal> {
        let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
        let mut rest = tokens.as_slice();
        let mut declared = false;
        // The member of a rule that is being read.
        let mut member = String::new();
        while let Some((token, after)) = rest.split_first() {
            rest = after;
            match (token, after) {
                // An item for tests only.
                (TokenTree::Punct(mark), [TokenTree::Group(attribute), ..])
                    if mark.as_char() == '#' && attribute.to_string().replace(' ', "") == "[cfg(test)]" =>
                {
                    let end = after.iter().position(ends_item).map_or(after.len(), |end| end + 1);
                    rest = after.get(end..).unwrap_or_default();
                }
                (TokenTree::Ident(name), [TokenTree::Punct(mark), ..])
                    if scope.in_rule && mark.as_char() == ':' && mark.spacing() == Spacing::Alone =>
                {
                    member = name.to_string();
                }
                (TokenTree::Ident(word), [TokenTree::Group(body), ..])
                    if word == "Rule" && body.delimiter() == Delimiter::Brace =>
                {
                    let inside = Scope { in_rule: true, ..scope };
                    self.read(&body.stream(), inside, found)?;
                    rest = after.get(1..).unwrap_or_default();
                }
                (TokenTree::Ident(word), [TokenTree::Ident(name), ..]) if word == "fn" => {
                    scope.hands_on = self.functions.contains_key(&name.to_string());
                    declared = true;
                }
                (TokenTree::Ident(word), [_, TokenTree::Ident(name), ..]) if word == "macro_rules" => {
                    scope.hands_on = self.macros.contains(&name.to_string());
                }
                (TokenTree::Ident(name), [TokenTree::Punct(mark), TokenTree::Group(body), ..])
                    if mark.as_char() == '!' && self.macros.contains(&name.to_string()) =>
                {
                    in_macro(&body.stream(), scope.later, found);
                }
                (TokenTree::Ident(name), [arguments, ..]) => {
                    if let (Some(place), Some(inner), false) = (
                        self.functions.get(&name.to_string()),
                        in_parentheses(arguments),
                        declared,
                    ) {
                        let explains = scope.in_rule && (member == "title" || member == "why");
                        let later = scope.later || explains || name == "says";
                        call(name, &inner, *place, Scope { later, ..scope }, found)?;
                    }
                    declared = false;
                }
                (TokenTree::Group(group), _) => {
                    let inside = Scope {
                        in_rule: false,
                        ..scope
                    };
                    self.read(&group.stream(), inside, found)?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The texts of one call.
fn call(name: &Ident, inner: &TokenStream, place: usize, scope: Scope, found: &mut Vec<Found>) -> Result<(), Refusal> {
    let arguments = split(inner);
    let repeats =
        |piece: &Vec<TokenTree>| is_mark(piece.first(), '$') && matches!(piece.get(1), Some(TokenTree::Group(_)));
    if arguments.iter().any(repeats) {
        return Err((
            name.span().start().line,
            format!("`{name}` is given a repetition: a macro declares `$en:literal, $fr:literal, $it:literal`"),
        ));
    }
    // Something else of the same name.
    let Some([en, fr, it]) = arguments.get(place..).filter(|three| three.len() == 3) else {
        return Ok(());
    };
    let handed = |argument: &[TokenTree], parameter: &str| {
        argument.last().is_some_and(|last| last.to_string() == parameter)
            && (argument.len() == 1 || is_mark(argument.first(), '$'))
    };
    if scope.hands_on && handed(en, "en") && handed(fr, "fr") && handed(it, "it") {
        return Ok(());
    }
    match (literal(en), literal(fr), literal(it)) {
        (Some(en), Some(fr), Some(it)) => {
            found.push(Found {
                texts: [en, fr, it],
                later: scope.later,
            });
            Ok(())
        }
        _ => Err((
            name.span().start().line,
            format!(
                "`{name}` takes three string literals, or `en`, `fr`, `it` handed on; `Words::same` takes one text for all"
            ),
        )),
    }
}

/// The texts that a macro of ours is given: each three that stand together.
fn in_macro(body: &TokenStream, later: bool, found: &mut Vec<Found>) {
    let mut three: Vec<String> = Vec::new();
    for token in body.clone() {
        if let Some(text) = literal(std::slice::from_ref(&token)) {
            three.push(text);
        } else if !is_mark(Some(&token), ',') {
            three.clear();
        }
        if let [en, fr, it] = three.as_slice() {
            found.push(Found {
                texts: [en.clone(), fr.clone(), it.clone()],
                later,
            });
            three.clear();
        }
    }
}

/// The names of a function's parameters, without `self`.
fn parameters(inner: &TokenStream) -> Vec<String> {
    let name = |parameter: Vec<TokenTree>| {
        let colon = parameter.iter().position(|token| is_mark(Some(token), ':'))?;
        parameter.get(colon.checked_sub(1)?).map(ToString::to_string)
    };
    split(inner).into_iter().filter_map(name).collect()
}

/// The pieces between commas.
fn split(inner: &TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = inner.clone().into_iter().collect();
    let pieces = tokens.split(|token| is_mark(Some(token), ','));
    pieces
        .filter(|piece| !piece.is_empty())
        .map(<[TokenTree]>::to_vec)
        .collect()
}

/// Whether the words before a `fn` make it public: `pub const`, `pub(crate)`.
fn is_public(before: &[TokenTree]) -> bool {
    let of_a_head = |token: &&TokenTree| match token {
        TokenTree::Ident(word) => ["pub", "const", "unsafe", "async"].iter().any(|known| word == known),
        other => in_parentheses(other).is_some(),
    };
    let mut head = before.iter().rev().take_while(of_a_head);
    head.any(|token| matches!(token, TokenTree::Ident(word) if word == "pub"))
}

fn in_parentheses(token: &TokenTree) -> Option<TokenStream> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => Some(group.stream()),
        _ => None,
    }
}

/// Whether an item ends with this token.
fn ends_item(token: &TokenTree) -> bool {
    let body = matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    body || is_mark(Some(token), ';')
}

fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

/// The text of a lone string literal.
fn literal(tokens: &[TokenTree]) -> Option<String> {
    let [TokenTree::Literal(literal)] = tokens else {
        return None;
    };
    match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "pub const fn words(en: &'static str, fr: &'static str, it: &'static str) -> Words { todo() }";

    /// The texts of a source beside the one that declares `words`.
    fn found(source: &str) -> Outcome<Vec<String>> {
        let sources = [("words.rs", WORDS), ("other.rs", source)];
        let texts = texts_of(&sources.map(|(name, text)| (name.to_owned(), text.to_owned())))?;
        Ok(texts.iter().map(|found| found.texts.join("|")).collect())
    }

    #[test]
    fn texts_are_found_as_the_program_sees_them() {
        let source = r##"
            static A: [Words; 2] = [words("a\"\u{e9}", /* not this: words("x", "y", "z") */ r#"b\"#, "c \
                d",), words("1", "2", "2")];
            // static B: Words = words("no", "not", "no");
            static SAME: Words = words("–", "–", "–");
            static AGAIN: Words = words("1", "2", "2");
        "##;
        assert_eq!(found(source).unwrap(), ["a\"é|b\\|c d", "1|2|2"]);
    }

    #[test]
    fn functions_and_macros_that_hand_texts_on_are_followed() {
        let source = r#"
            const fn limit(rule: &'static str, en: &'static str, fr: &'static str, it: &'static str) -> Note {
                Note { words: words(en, fr, it), rule }
            }
            impl Page {
                pub const fn says(&'static self, en: &'static str, fr: &'static str, it: &'static str) -> Citation {
                    Citation { page: self, says: words(en, fr, it) }
                }
            }
            macro_rules! says {
                ($($name:ident = $en:literal, $fr:literal, $it:literal;)*) => { $( static $name: Words = words($en, $fr, $it); )* };
            }
            says! { A = "a", "b", "c"; B = "d", "e", "f"; }
            static C: &[Note] = &[limit("rule", "g", "h", "i")];
            static D: Citation = PAGE.says("j", "k", "l");
        "#;
        assert_eq!(found(source).unwrap(), ["a|b|c", "d|e|f", "g|h|i", "j|k|l"]);
    }

    #[test]
    fn what_explains_a_rule_is_read_later() {
        let source = r#"
            impl Page {
                pub const fn says(&'static self, en: &'static str, fr: &'static str, it: &'static str) -> Citation {
                    Citation { page: self, says: words(en, fr, it) }
                }
            }
            pub static RULE: Rule = Rule {
                title: words("title", "t", "t"), why: words("why", "w", "w"), sources: &[PAGE.says("page", "p", "p")],
                other: words("other", "o", "o"),
            };
            static MESSAGE: Words = words("message", "m", "m");
            static ALSO: Words = words("why", "w", "w");
            static TITLE: Starter = Starter { title: words("starter", "s", "s") };
        "#;
        let sources = [("words.rs", WORDS), ("other.rs", source)];
        let found = texts_of(&sources.map(|(name, text)| (name.to_owned(), text.to_owned()))).unwrap();
        let later = |found: &&Found| found.later;
        let names = found.iter().filter(later).map(|found| found.texts[0].as_str());
        assert_eq!(names.collect::<Vec<_>>(), ["title", "page"]);
    }

    #[test]
    fn a_text_that_cannot_be_seen_is_refused() {
        for arguments in [
            "A, B, C",
            "en, fr, it",
            "\"a\", \"b\", C",
            "concat!(\"a\"), \"b\", \"c\"",
            "$($title),*",
        ] {
            assert!(
                found(&format!("static X: Words = words({arguments});")).is_err(),
                "{arguments}"
            );
        }
    }

    #[test]
    fn tests_and_other_functions_of_the_name_are_left_alone() {
        let source = r#"
            fn choice(a: u8, b: u8, c: u8, d: u8) {}
            fn call() { choice(1, 2, 3, 4); }
            #[cfg(test)]
            mod tests { static X: Words = words(A, B, C); }
            static Y: Words = words("a", "b", "c");
        "#;
        let other = "const fn choice(value: &str, en: &str, fr: &str, it: &str) -> Words { words(en, fr, it) }";
        let sources = [("words.rs", WORDS), ("other.rs", other), ("source.rs", source)];
        let texts = texts_of(&sources.map(|(name, text)| (name.to_owned(), text.to_owned()))).unwrap();
        assert_eq!(
            texts,
            [Found {
                texts: ["a", "b", "c"].map(str::to_owned),
                later: false
            }]
        );
    }
}
