//! AB0610: a resource file that is to land outside the task’s directory.

use super::shapes::add;
use crate::facts::disagreements::FILE_PATHS;
use crate::model::{Node, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0610",
    name: "file-path-outside-task-directory",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A file path that leaves the task’s directory",
        "Un chemin de fichier qui sort du répertoire de la tâche",
        "Un percorso di file che esce dalla directory dell’attività",
    ),
    why: words(
        "`filePath` is relative to the working directory of the start task and cannot leave it. Fetch the file there and \
         let the command line move it.",
        "`filePath` est relatif au répertoire de travail de la tâche de démarrage et ne peut pas en sortir. Téléchargez-y \
         le fichier et laissez la ligne de commande le déplacer.",
        "`filePath` è relativo alla directory di lavoro dell’attività di avvio e non può uscirne. Scaricare il file lì e \
         lasciare che la riga di comando lo sposti.",
    ),
    sources: &FILE_PATHS,
    fields: &[node_setup::RESOURCE_FILES],
    versions: None,
    example: example!("AB0610"),
    check: Check::Own(check),
};

static CLIMBS: Words = words(
    "{0} climbs out of the task’s directory.",
    "{0} remonte hors du répertoire de la tâche.",
    "{0} risale fuori dalla directory dell’attività.",
);
static ABSOLUTE: Words = words(
    "{0} does not start in the task’s directory: a relative path is asked for.",
    "{0} ne part pas du répertoire de la tâche : un chemin relatif est demandé.",
    "{0} non parte dalla directory dell’attività: è richiesto un percorso relativo.",
);

fn check(context: &Context, report: &mut Report) {
    for (index, file) in context.plan.items_at(node_setup::RESOURCE_FILES) {
        let Some(file_path) = file.get("filePath").and_then(Node::as_text) else {
            continue;
        };
        let (words, severity) = if climbs_out(file_path) {
            (&CLIMBS, Severity::Error)
        } else if is_absolute(file_path) {
            (&ABSOLUTE, Severity::Warning)
        } else {
            continue;
        };
        add(report, &RULE, severity, &mut || {
            let pointer = path::child(&path::item(node_setup::RESOURCE_FILES, index), "filePath");
            Finding::new(&RULE, pointer, Message::new(words, [file_path.into()])).weigh(severity)
        });
    }
}

/// Whether there are more steps up than down at any point.
fn climbs_out(file_path: &str) -> bool {
    let mut steps = file_path.split(['/', '\\']);
    let depth = steps.try_fold(0_usize, |depth, step| match step {
        ".." => depth.checked_sub(1),
        "" | "." => Some(depth),
        _ => Some(depth + 1),
    });
    depth.is_none()
}

/// `/opt/x`, `\x` or `c:\x`.
fn is_absolute(file_path: &str) -> bool {
    matches!(file_path.as_bytes(), [b'/' | b'\\', ..] | [b'a'..=b'z' | b'A'..=b'Z', b':', ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_that_end_up_outside_climb_out() {
        for outside in ["..", "../a", "a/../../b", "a\\..\\..\\b", "./../a"] {
            assert!(climbs_out(outside), "{outside}");
        }
        for inside in ["", "a", "a/../b", "..a/b..", "a/./b", "..."] {
            assert!(!climbs_out(inside), "{inside}");
        }
    }
}
