//! AB0602: a start task’s command line that means something only to a shell, and calls none.

use crate::facts::pages;
use crate::model::{OsType, node_setup};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0602",
    name: "shell-syntax-without-shell",
    severity: Severity::Advice,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "Shell syntax in a command line that calls no shell",
        "De la syntaxe de shell dans une ligne de commande qui n’en appelle aucun",
        "Sintassi della shell in una riga di comando che non ne chiama alcuna",
    ),
    why: words(
        "Batch starts the program itself: variables are not replaced, and `&&`, `|`, `>` or `;` reach it as plain \
         arguments. Call the shell, with `/bin/sh -c` on Linux or `cmd /c` on Windows.",
        "Batch lance lui-même le programme : les variables ne sont pas remplacées, et `&&`, `|`, `>` ou `;` lui \
         parviennent comme de simples arguments. Appelez le shell, avec `/bin/sh -c` sous Linux ou `cmd /c` sous \
         Windows.",
        "Batch avvia direttamente il programma: le variabili non vengono sostituite, e `&&`, `|`, `>` o `;` gli arrivano \
         come semplici argomenti. Chiamare la shell, con `/bin/sh -c` su Linux o `cmd /c` su Windows.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "The command line does not run under a shell; where one is wanted, call it: `cmd /c` on Windows, `/bin/sh -c` \
             on Linux.",
            "La ligne de commande ne s’exécute pas dans un shell ; s’il en faut un, appelez-le : `cmd /c` sous \
             Windows, `/bin/sh -c` sous Linux.",
            "La riga di comando non viene eseguita in una shell; se serve, va chiamata: `cmd /c` su Windows, `/bin/sh -c` \
             su Linux.",
        ),
        pages::FILE_MOUNTS.says(
            "The page’s own commands put what the shell is to read in quotes: single ones on Linux, double ones on \
             Windows.",
            "Les commandes de la page mettent entre guillemets ce que le shell doit lire : simples sous Linux, \
             doubles sous Windows.",
            "I comandi della pagina racchiudono tra virgolette ciò che la shell deve leggere: singole su Linux, doppie \
             su Windows.",
        ),
    ],
    fields: &[node_setup::COMMAND_LINE],
    versions: None,
    example: example!("AB0602"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} means something only to a shell, but the command line starts {1} without one.",
    "{0} n’a de sens que pour un shell, mais la ligne de commande lance {1} sans en appeler un.",
    "{0} ha senso solo per una shell, ma la riga di comando avvia {1} senza chiamarne una.",
);

const SHELLS: [&str; 11] = [
    "sh",
    "bash",
    "dash",
    "ash",
    "zsh",
    "ksh",
    "csh",
    "fish",
    "cmd",
    "powershell",
    "pwsh",
];

fn check(context: &Context, report: &mut Report) {
    let command = context
        .plan
        .at(node_setup::COMMAND_LINE)
        .and_then(|node| node.as_text());
    let Some(command) = command.map(str::trim) else { return };
    let os = context.plan.node_os();
    let Some((at, syntax)) = shell_syntax(command, os) else {
        return;
    };
    let before = command.get(..at).unwrap_or_default();
    if before.split_whitespace().any(is_shell) {
        return;
    }
    let program = command.split_whitespace().next().unwrap_or_default();
    let finding = Finding::new(
        &RULE,
        node_setup::COMMAND_LINE,
        Message::new(&SAY, [syntax.into(), program.into()]),
    );
    // Where the quotes themselves occur in it, how to write it is no longer certain.
    let wrapped = match os {
        Some(OsType::Linux) if !command.contains('\'') => ["/bin/sh -c '", command, "'"].concat(),
        Some(OsType::Windows) if !command.contains('"') => ["cmd /c \"", command, "\""].concat(),
        _ => return report.add(finding),
    };
    report.add(finding.offer_text(node_setup::COMMAND_LINE, &wrapped));
}

/// Whether a word calls a shell: `bash`, `/bin/sh`, `"C:\Windows\System32\cmd.exe"`.
fn is_shell(word: &str) -> bool {
    let name = word
        .trim_matches(['"', '\''])
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default();
    let name = name.to_ascii_lowercase();
    SHELLS.contains(&name.strip_suffix(".exe").unwrap_or(&name))
}

/// The first thing in a command line that only a shell understands, and where.
fn shell_syntax(command: &str, os: Option<OsType>) -> Option<(usize, &str)> {
    let (linux, windows) = (os != Some(OsType::Windows), os != Some(OsType::Linux));
    let mut quote = None;
    let mut before = ' ';
    for (at, character) in command.char_indices() {
        let escaped = before == '\\' && linux && quote != Some('\'');
        match character {
            _ if escaped => {}
            '"' | '\'' if quote == Some(character) => quote = None,
            '"' if quote.is_none() => quote = Some('"'),
            '\'' if quote.is_none() && linux => quote = Some('\''),
            _ if quote == Some('\'') => {}
            _ => {
                let rest = command.get(at..).unwrap_or_default();
                let found = match character {
                    '$' if linux => variable(rest, "{("),
                    '%' if windows => variable(rest, "").filter(|name| name.len() > SHORTEST && name.ends_with('%')),
                    _ if quote.is_none() => operator(rest, before, linux),
                    _ => None,
                };
                if let Some(found) = found {
                    return Some((at, found));
                }
            }
        }
        // A backslash that is itself escaped escapes nothing.
        before = if escaped { ' ' } else { character };
    }
    None
}

/// `%C3%` is a letter of an address, `%TMP%` a variable.
const SHORTEST: usize = 4;

/// A variable at the start: the mark, its name and, for `%`, the mark again; or the mark and one of `openers`.
fn variable<'a>(rest: &'a str, openers: &str) -> Option<&'a str> {
    let name = rest.get(1..)?;
    if name.starts_with(|c| openers.contains(c)) {
        return rest.get(..2);
    }
    name.chars().next().filter(|c| c.is_ascii_alphabetic() || *c == '_')?;
    let end = name
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
        .unwrap_or(name.len());
    let closed = usize::from(name.get(end..).is_some_and(|after| after.starts_with('%')));
    rest.get(..1 + end + closed)
}

/// An operator at the start that stands apart enough to be meant as one.
fn operator(rest: &str, before: char, linux: bool) -> Option<&str> {
    let blank_after = |length: usize| {
        rest.get(length..)
            .is_some_and(|r| r.is_empty() || r.starts_with(char::is_whitespace))
    };
    let blank_before = before.is_whitespace();
    let length = match rest.as_bytes() {
        [b'&', b'&', ..] | [b'|', b'|', ..] => 2,
        [b'|', ..] if blank_before || blank_after(1) => 1,
        [b'>', b'>', ..] if blank_before || before.is_ascii_digit() => 2,
        [b'>', ..] if blank_before || before.is_ascii_digit() => 1,
        [b';', ..] if linux && blank_after(1) => 1,
        _ => return None,
    };
    rest.get(..length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(command: &str, os: Option<OsType>) -> Option<&str> {
        shell_syntax(command, os).map(|(_, syntax)| syntax)
    }

    #[test]
    fn what_only_a_shell_reads_is_found() {
        let linux = Some(OsType::Linux);
        for (command, syntax) in [
            ("apt-get update && apt-get install -y blender", "&&"),
            ("cat list | sort", "|"),
            ("prepare 2> log", ">"),
            ("prepare >> log", ">>"),
            ("prepare; other", ";"),
            ("ls $AZ_BATCH_NODE_MOUNTS_DIR/scenes", "$AZ_BATCH_NODE_MOUNTS_DIR"),
            ("ls \"${HOME}\"", "${"),
            ("echo \\\\ && ls", "&&"),
        ] {
            assert_eq!(found(command, linux), Some(syntax), "{command}");
        }
        assert_eq!(
            found("copy a %AZ_BATCH_NODE_SHARED_DIR%\\a", Some(OsType::Windows)),
            Some("%AZ_BATCH_NODE_SHARED_DIR%")
        );
        assert_eq!(found("echo it's && ls", Some(OsType::Windows)), Some("&&"));
        assert_eq!(found("copy a %TMP%", None), Some("%TMP%"));
    }

    #[test]
    fn what_is_quoted_or_part_of_a_word_is_left_alone() {
        for command in [
            "",
            "python3 -c 'a; b > c'",
            "python3 -c \"a; b > c\"",
            "awk '{print $1}' f",
            "tool --connection AccountName=a;AccountKey=b",
            "tool a->b <command> a|b price$ 5%",
            "curl https://a/%C3%A9 \\$HOME",
            "find . -name x \\; ",
        ] {
            assert_eq!(found(command, None), None, "{command}");
        }
        assert_eq!(found("echo $HOME; ls", Some(OsType::Windows)), None);
        assert_eq!(found("echo %TMP%", Some(OsType::Linux)), None);
    }

    #[test]
    fn shells_are_known_by_their_names() {
        for word in ["sh", "/bin/bash", "\"C:\\Windows\\System32\\CMD.EXE\"", "pwsh"] {
            assert!(is_shell(word), "{word}");
        }
        assert!(!is_shell("bashful"));
    }
}
