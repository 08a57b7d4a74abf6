//! AB0235: a formula computes what reaches no target.

use super::formula_reading::{Reading, is_target, listed, near, offer};
use crate::facts::limits::FORMULA_TARGETS;
use crate::facts::pages;
use crate::formula::Kind;
use crate::model::{Span, path};
use crate::rules::{Area, Basis, Check, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule. Advice: the formula works, but perhaps not as meant.
pub static RULE: Rule = Rule {
    id: "AB0235",
    name: "formula-dead-assignment",
    severity: Severity::Advice,
    basis: Basis::Derived,
    area: Area::Scale,
    title: words(
        "A computation that reaches no target",
        "Un calcul qui n’atteint aucune cible",
        "Un calcolo che non raggiunge alcun obiettivo",
    ),
    why: words(
        "Neither a number of nodes nor `$NodeDeallocationOption` depends on this value, so it changes nothing but the list \
         of values that an evaluation returns. Use it where it was meant, or remove it.",
        "Ni un nombre de nœuds ni `$NodeDeallocationOption` ne dépendent de cette valeur : elle ne change rien, sinon la \
         liste des valeurs que renvoie une évaluation. Utilisez-la là où elle était prévue, ou supprimez-la.",
        "Né un numero di nodi né `$NodeDeallocationOption` dipendono da questo valore: non cambia nulla, se non l’elenco dei \
         valori che una valutazione restituisce. Usarlo dove era previsto, o rimuoverlo.",
    ),
    sources: &[
        FORMULA_TARGETS.from,
        pages::AUTOSCALE.says(
            "An evaluation returns the value of each variable, your own included.",
            "Une évaluation renvoie la valeur de chaque variable, les vôtres comprises.",
            "Una valutazione restituisce il valore di ogni variabile, comprese le proprie.",
        ),
    ],
    fields: &[path::FORMULA],
    versions: None,
    example: example!("AB0235"),
    check: Check::Walk,
};

static DEAD: Words = words(
    "No target depends on the value that {0} is given here.",
    "Aucune cible ne dépend de la valeur donnée ici à {0}.",
    "Nessun obiettivo dipende dal valore dato qui a {0}.",
);
static REMOVE_ALL: Words = words(
    "Remove what reaches no target",
    "Supprimer ce qui n’atteint aucune cible",
    "Rimuovi ciò che non raggiunge alcun obiettivo",
);

pub(super) fn look(reading: &Reading, report: &mut Report) {
    // Without any target the whole formula reaches none, and AB0213 says so.
    if !reading.sets_nodes() {
        return;
    }
    let dead = dead(reading);
    if dead.is_empty() {
        return;
    }
    let rest = without(reading.formula.text, &dead);
    for (name, _) in &dead {
        report.add_with(&RULE, Severity::Advice, || {
            let word = reading.formula.at(*name);
            let mut finding = reading.found(&RULE, *name, Message::new(&DEAD, [word.into()]));
            let near = near(word, FORMULA_TARGETS.value).filter(|near| word.starts_with('$') && *near != word);
            if let Some(near) = near {
                let title = Message::new(&fix_titles::RENAME, [near.into()]);
                finding = offer(finding, title, reading.formula.renamed(word, near));
            }
            // What only serves something dead is dead itself, so all go together.
            offer(finding, Message::from(&REMOVE_ALL), rest.clone())
        });
    }
}

/// The formula without those statements, of which the last one stands first, and the blanks behind them.
fn without(text: &str, dead: &[(Span, Span)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    for (_, statement) in dead.iter().rev() {
        let at = text.len() - rest.len();
        out.push_str(text.get(at..statement.start).unwrap_or_default());
        rest = text.get(statement.end..).unwrap_or_default().trim_start();
    }
    out + rest
}

/// The statements that no target depends on, with the name each sets, the last one first.
fn dead(reading: &Reading) -> Vec<(Span, Span)> {
    let steps = &reading.formula.steps;
    let targets: Vec<bool> = reading
        .variables
        .iter()
        .map(|variable| is_target(variable.word))
        .collect();
    // What is asked of a variable behind the statement looked at.
    let mut asked = targets.clone();
    let mut dead = Vec::new();
    let mut end = steps.len();
    while let Some(statement) = end.checked_sub(1).and_then(|last| steps.get(last)) {
        let before = steps.get(..end - 1).unwrap_or_default();
        let start = before
            .iter()
            .rposition(|step| step.kind == Kind::End)
            .map_or(0, |at| at + 1);
        let (mut set, mut counts) = (None, false);
        for index in start..end {
            let Some(step) = steps.get(index) else { break };
            match step.kind {
                Kind::Set => {
                    set = Some(step.span);
                    counts |= asked.get(reading.number(index)) == Some(&true);
                }
                // Where the evaluation may stop, what was set until then is what counts.
                Kind::Call(_) if listed("stop", reading.formula.word(step)) => {
                    counts = true;
                    asked
                        .iter_mut()
                        .zip(&targets)
                        .for_each(|(asked, target)| *asked |= target);
                }
                _ => {}
            }
        }
        match set.filter(|_| !counts) {
            Some(name) => dead.push((name, statement.span)),
            None => {
                for kind in [Kind::Set, Kind::Name] {
                    let of_kind = |index: &usize| steps.get(*index).is_some_and(|step| step.kind == kind);
                    for index in (start..end).filter(of_kind) {
                        if let Some(asked) = asked.get_mut(reading.number(index)) {
                            *asked = kind == Kind::Name;
                        }
                    }
                }
            }
        }
        end = start;
    }
    dead
}
