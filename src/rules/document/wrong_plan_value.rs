//! AB0005: a value beside the pool of the wrong type, or not one of the listed ones.

use super::plan_format::{self, Kind, Part, Seen};
use crate::facts::contract_sources;
use crate::model::{Edit, Moment, Node, Value, path};
use crate::rules::near::nearest;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0005",
    name: "wrong-plan-value",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Document,
    title: words(
        "Value that the plan format cannot read",
        "Valeur que le format de plan ne peut pas lire",
        "Valore che il formato del piano non può leggere",
    ),
    why: words(
        "The parts of a plan other than the pool take fixed kinds of values. One that does not fit is read as \
         unknown, and the rules that need it report nothing.",
        "Les parties d’un plan autres que le pool ont des types de valeurs fixes. Une valeur inadaptée est lue comme \
         inconnue, et les règles qui en dépendent ne signalent rien.",
        "Le parti di un piano diverse dal pool hanno tipi di valori fissi. Un valore non adatto viene letto come \
         sconosciuto e le regole che ne dipendono non segnalano nulla.",
    ),
    sources: &[contract_sources::ADDRESS],
    fields: &[
        path::TARGET,
        path::QUOTAS,
        path::IMAGE,
        path::NEIGHBOURS,
        path::ACCEPTED,
        path::READINGS,
    ],
    versions: None,
    example: example!("AB0005"),
    check: Check::Own(check),
};

static TAKES: Words = words(
    "{0} takes {1}, not {2}.",
    "{0} attend {1}, et non {2}.",
    "{0} richiede {1}, non {2}.",
);
static LISTED: Words = words(
    "{1} is not a value of {0}; it takes {2}.",
    "{1} n’est pas une valeur de {0} ; les valeurs admises sont {2}.",
    "{1} non è un valore di {0}; i valori ammessi sono {2}.",
);
static NOT_AN_OBJECT: Words = words(
    "{0} must be an object in braces.",
    "{0} doit être un objet entre accolades.",
    "{0} deve essere un oggetto tra parentesi graffe.",
);
static NOT_A_LIST: Words = words(
    "{0} must be a list of objects.",
    "{0} doit être une liste d’objets.",
    "{0} deve essere un elenco di oggetti.",
);
static A_TEXT: Words = words("a text", "un texte", "un testo");
static A_COUNT: Words = words(
    "a whole number of 0 or more",
    "un nombre entier supérieur ou égal à 0",
    "un numero intero maggiore o uguale a 0",
);
static A_MOMENT: Words = words(
    "a time such as `2026-11-22T14:29:00Z`",
    "une date et une heure telles que `2026-11-22T14:29:00Z`",
    "una data e un’ora come `2026-11-22T14:29:00Z`",
);
static A_TRUTH: Words = words("`true` or `false`", "`true` ou `false`", "`true` o `false`");

fn check(context: &Context, report: &mut Report) {
    plan_format::each(context.plan.root, &mut |seen| {
        let found = match seen {
            Seen::Value(node, part, pointer) => of_value(node, part, &pointer),
            Seen::Item(node, pointer) => {
                let label = pointer.trim_start_matches('/').replace('/', "[") + "]";
                let message = Message::new(&NOT_AN_OBJECT, [label.into()]);
                Some(Finding::new(&RULE, pointer, message).at_text(node.span))
            }
            Seen::Unknown(..) => None,
        };
        if let Some(found) = found {
            report.add(found);
        }
    });
}

fn of_value(node: &Node, part: &Part, pointer: &str) -> Option<Finding> {
    let name = || Arg::from(part.name);
    let at = |message: Message| Finding::new(&RULE, pointer, message).at_text(node.span);
    let takes = |term: &'static Words| at(Message::new(&TAKES, [name(), term.into(), node.to_json().into()]));
    let set = |finding: Finding, value: Node| {
        let title = Message::new(&fix_titles::SET, [shown(&value).into()]);
        finding.fix(title, [Edit::set(pointer, value)])
    };
    // `null` says that it is not known, as leaving it out does.
    match (&part.kind, &node.value) {
        (_, Value::Null)
        | (Kind::Body | Kind::Any, _)
        | (Kind::Text, Value::Text(_))
        | (Kind::Bool, Value::Bool(_))
        | (Kind::Object(_) | Kind::Counts, Value::Object(_))
        | (Kind::List(_), Value::List(_)) => None,
        (Kind::Object(_) | Kind::Counts, _) => Some(at(Message::new(&NOT_AN_OBJECT, [name()]))),
        (Kind::List(_), _) => Some(at(Message::new(&NOT_A_LIST, [name()]))),
        (Kind::Text, _) => Some(takes(&A_TEXT)),
        (Kind::Moment, _) => {
            let moment = node.as_text().and_then(Moment::parse);
            moment.is_none().then(|| takes(&A_MOMENT))
        }
        (Kind::Bool, Value::Text(text)) if text.eq_ignore_ascii_case("true") => {
            Some(set(takes(&A_TRUTH), Node::bool(true)))
        }
        (Kind::Bool, Value::Text(text)) if text.eq_ignore_ascii_case("false") => {
            Some(set(takes(&A_TRUTH), Node::bool(false)))
        }
        (Kind::Bool, _) => Some(takes(&A_TRUTH)),
        (Kind::Count, Value::Text(text)) => Some(match text.trim().parse::<u32>() {
            Ok(number) => set(takes(&A_COUNT), Node::number(number.into())),
            Err(_) => takes(&A_COUNT),
        }),
        (Kind::Count, _) => node.as_whole().is_none_or(|number| number < 0).then(|| takes(&A_COUNT)),
        (Kind::Choice(choices), _) => {
            let text = node.as_text().unwrap_or_default();
            if choices.contains(&text) {
                return None;
            }
            let finding = at(Message::new(
                &LISTED,
                [name(), shown(node).into(), choices.join(", ").into()],
            ));
            Some(match nearest(text, choices.iter().copied()) {
                Some(near) => set(finding, Node::text(near)),
                None => finding,
            })
        }
    }
}

/// A value as a message shows it.
fn shown(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => text.clone(),
        Value::List(_) => "[…]".to_owned(),
        Value::Object(_) => "{…}".to_owned(),
        _ => node.to_json(),
    }
}
