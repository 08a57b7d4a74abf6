//! A comparison as Markdown, to be pasted where people talk about it. Secrets stay out.

use super::{Change, Comparison, Difference, Held};
use crate::analysis::Counts;
use crate::words::{Arg, Language, Message, Noun, Words, nouns, words};

/// Members that differ.
pub static DIFFERENCES: Noun = Noun {
    one: words("difference", "différence", "differenza"),
    many: words("differences", "différences", "differenze"),
};
/// Nothing differs.
pub static SAME: Words = words(
    "Both mean the same.",
    "Les deux plans sont équivalents.",
    "Entrambi hanno lo stesso significato.",
);
/// Stands for a secret.
pub static SECRET: Words = words(
    "a secret: not shown",
    "un secret : non affiché",
    "un segreto: non mostrato",
);
/// Stands where a plan has nothing.
pub static ABSENT: Words = words("not set", "non défini", "non impostato");
/// Stands where a plan has nothing and the other one says the default.
pub static DEFAULT: Words = words(
    "same as the default",
    "identique à la valeur par défaut",
    "uguale al valore predefinito",
);
/// Findings that only the second plan has.
pub static GAINED: Words = words("New in B", "Nouveau dans B", "Nuovo in B");
/// Findings that only the first plan has.
pub static LOST: Words = words("No longer in B", "Disparu de B", "Non più in B");
/// Findings that weigh differently.
pub static WEIGHT: Words = words("Other weight in B", "Gravité différente dans B", "Gravità diversa in B");
/// Heads the table of members.
pub static MEMBERS: Words = words("Members", "Membres", "Membri");
/// Heads the list of findings.
pub static FINDINGS: Words = words("Findings", "Constats", "Rilievi");
/// Heads the column of members.
pub static MEMBER: Words = words("Member", "Membre", "Membro");
static COUNTED: Words = Words::same("{0}, {1}, {2}");

/// What became of findings, in words.
pub fn change(change: Change) -> &'static Words {
    match change {
        Change::Gained => &GAINED,
        Change::Lost => &LOST,
        Change::Weight => &WEIGHT,
    }
}

/// How many findings of each severity.
pub fn counted(counts: Counts, language: Language) -> String {
    let count = |number: usize, noun| Arg::Count(i64::try_from(number).unwrap_or(i64::MAX), noun);
    let counts = [
        count(counts.errors, &nouns::ERRORS),
        count(counts.warnings, &nouns::WARNINGS),
        count(counts.advice, &nouns::ADVICE),
    ];
    Message::new(&COUNTED, counts).text(language)
}

/// A comparison as Markdown; `names` is what both plans are called.
pub fn markdown(compared: &Comparison, names: [&str; 2], language: Language) -> String {
    let say = |words: &'static Words| words.in_language(language);
    let mut out = String::new();
    for ((side, name), counts) in ["A", "B"].into_iter().zip(names).zip(compared.counts) {
        let line = ["- **", side, "** ", &cell(name), ": ", &counted(counts, language), "\n"].concat();
        out.push_str(&line);
    }
    out.push_str("\n## ");
    out.push_str(say(&MEMBERS));
    out.push_str("\n\n");
    if compared.differences.is_empty() {
        out.push_str(say(&SAME));
        out.push('\n');
    }
    let all = compared.differences.iter().chain(&compared.defaults);
    for (index, difference) in all.enumerate() {
        if index == 0 {
            out.push_str(&["| ", say(&MEMBER), " | A | B |\n| --- | --- | --- |\n"].concat());
        }
        let absent = match index < compared.differences.len() {
            true => &ABSENT,
            false => &DEFAULT,
        };
        let value = |held: &Option<Held>| shown(held, absent, language);
        let (a, b) = (value(&difference.a), value(&difference.b));
        out.push_str(&["| ", &member(difference, language), " | ", &a, " | ", &b, " |\n"].concat());
    }
    if compared.findings.is_empty() {
        return out;
    }
    out.push_str(&["\n## ", say(&FINDINGS), "\n\n"].concat());
    for kind in Change::ALL {
        for found in compared.findings.iter().filter(|found| found.change == kind) {
            let Some(located) = found.located() else { continue };
            let message = located.finding.message.text(language);
            let rule = located.finding.rule.id;
            out.push_str(&["- ", say(change(kind)), ": ", rule, " – ", &one_line(&message), "\n"].concat());
        }
    }
    out
}

fn member(difference: &Difference, language: Language) -> String {
    let path = code(difference.path());
    match difference.title() {
        Some(title) => [&cell(title.in_language(language)), " ", &path].concat(),
        None => path,
    }
}

fn shown(held: &Option<Held>, absent: &'static Words, language: Language) -> String {
    match held {
        None => ["*", absent.in_language(language), "*"].concat(),
        Some(held) => held
            .json()
            .map_or_else(|| ["*", SECRET.in_language(language), "*"].concat(), |json| code(&json)),
    }
}

/// Text of a cell: one line, and no mark of a table.
fn cell(text: &str) -> String {
    one_line(text).replace('\\', "\\\\").replace('|', "\\|")
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A literal between as many backticks as it needs.
fn code(text: &str) -> String {
    let text = one_line(text).replace('|', "\\|");
    let (mut longest, mut run) = (0, 0);
    for letter in text.chars() {
        run = if letter == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 || text.is_empty() { " " } else { "" };
    [&fence, pad, &text, pad, &fence].concat()
}
