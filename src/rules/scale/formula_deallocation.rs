//! AB0237: a formula sets an unknown `$NodeDeallocationOption`.

use super::formula_reading::{Reading, listed, near, offer};
use super::formula_unknown_name::CASE;
use super::shrinking_waits;
use crate::facts::limits::FORMULA_DEALLOCATION;
use crate::formula::Kind;
use crate::model::{Span, path};
use crate::rules::{Area, Basis, Check, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule. Lighter when only the letter case differs.
pub static RULE: Rule = Rule {
    id: "AB0237",
    name: "formula-unknown-deallocation",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Scale,
    title: words(
        "A deallocation option that formulas do not have",
        "Une option de désallocation que les formules ne connaissent pas",
        "Un’opzione di deallocazione che le formule non conoscono",
    ),
    why: words(
        "The page lists four values of `$NodeDeallocationOption`, without quotes and in lower case, unlike those of fixed \
         scaling. Whether another letter case is accepted is written nowhere.",
        "La page énumère quatre valeurs de `$NodeDeallocationOption`, sans guillemets et en minuscules, à la différence de \
         celles de la mise à l’échelle fixe. Nulle part il n’est écrit si une autre casse est acceptée.",
        "La pagina elenca quattro valori di `$NodeDeallocationOption`, senza virgolette e in minuscolo, diversamente da \
         quelli della scalabilità fissa. Non è scritto da nessuna parte se siano accettate anche le maiuscole.",
    ),
    sources: &[FORMULA_DEALLOCATION.from],
    fields: &[path::FORMULA],
    versions: None,
    example: example!("AB0237"),
    check: Check::Walk,
};

static UNKNOWN: Words = words(
    "`$NodeDeallocationOption` cannot be {0}.",
    "`$NodeDeallocationOption` ne peut pas valoir {0}.",
    "`$NodeDeallocationOption` non può essere {0}.",
);

pub(super) fn look(reading: &Reading, report: &mut Report) {
    let options = FORMULA_DEALLOCATION.value;
    for (index, step, written) in reading.steps() {
        let is_option = |word: &str| word == "$NodeDeallocationOption";
        let set = reading.behind(index).filter(|next| next.kind == Kind::Set);
        if !set.is_some_and(|set| is_option(reading.formula.word(set))) {
            continue;
        }
        let word = match step.kind {
            Kind::Text => written.trim_matches(['"', '\'']),
            // The value of a variable is not known here.
            Kind::Name if reading.variable(index).is_some_and(|variable| variable.set.is_none()) => written,
            _ => continue,
        };
        if word == "retaineddata" {
            let finding = shrinking_waits::retained(path::FORMULA, word);
            let finding = finding.on_basis(Basis::Derived).inside(step.span);
            report.add(offered(reading, finding, step.span, "requeue"));
        }
        if listed(options, word) {
            continue;
        }
        let same = options.split(' ').find(|option| option.eq_ignore_ascii_case(word));
        let (severity, words) = match same {
            Some(_) => (Severity::Warning, &CASE),
            None => (Severity::Error, &UNKNOWN),
        };
        let message = Message::new(words, [word.into(), same.unwrap_or_default().into()]);
        let mut finding = reading.found(&RULE, step.span, message).weigh(severity);
        match same.or_else(|| near(word, options)) {
            Some(option) => finding = offered(reading, finding, step.span, option),
            None => {
                for option in ["requeue", "taskcompletion"] {
                    finding = offered(reading, finding, step.span, option);
                }
            }
        }
        report.add(finding);
    }
}

fn offered(reading: &Reading, finding: Finding, span: Span, option: &str) -> Finding {
    let title = Message::new(&fix_titles::SET, [option.into()]);
    offer(finding, title, reading.formula.replaced(span, option))
}
