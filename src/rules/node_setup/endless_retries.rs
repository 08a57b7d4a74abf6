//! AB0603: a start task that is retried without end.

use crate::facts::limits::{START_RETRIES_DEFAULT, START_RETRIES_ENDLESS, START_RETRIES_EXAMPLE};
use crate::model::{Node, node_setup};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0603",
    name: "start-task-retries-without-end",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::NodeSetup,
    title: words(
        "A start task that is retried without end",
        "Une tâche de démarrage relancée sans fin",
        "Un’attività di avvio ritentata senza fine",
    ),
    why: words(
        "While a start task keeps failing, a node that waits for it (`waitForSuccess`, the default) takes no tasks and is \
         paid for. After a limited number of retries it is marked unusable, and the fault is seen.",
        "Tant que la tâche de démarrage échoue, un nœud qui l’attend (`waitForSuccess`, par défaut) ne prend aucune tâche \
         et reste facturé. Après un nombre limité de tentatives, il est marqué inutilisable et le défaut se voit.",
        "Finché l’attività di avvio non riesce, un nodo che l’attende (`waitForSuccess`, predefinito) non accetta \
         attività e viene comunque fatturato. Dopo un numero limitato di tentativi viene contrassegnato come \
         inutilizzabile e il guasto diventa visibile.",
    ),
    sources: &[
        START_RETRIES_ENDLESS.from,
        START_RETRIES_EXAMPLE.from,
        START_RETRIES_DEFAULT.from,
    ],
    fields: &[node_setup::RETRIES],
    versions: None,
    example: example!("AB0603"),
    check: Check::Own(check),
};

static ENDLESS: Words = words(
    "{0} retries a failing start task without end.",
    "{0} relance sans fin une tâche de démarrage qui échoue.",
    "{0} ritenta senza fine un’attività di avvio che non riesce.",
);
static BELOW: Words = words(
    "{0} has no documented meaning: the least is {1}, which stands for no end.",
    "{0} n’a pas de sens documenté : le minimum est {1}, qui signifie sans fin.",
    "{0} non ha un significato documentato: il minimo è {1}, che significa senza fine.",
);

fn check(context: &Context, report: &mut Report) {
    let retries = context.plan.at(node_setup::RETRIES).and_then(Node::as_whole);
    let endless = START_RETRIES_ENDLESS.value;
    let Some(retries) = retries.filter(|retries| *retries < START_RETRIES_DEFAULT.value) else {
        return;
    };
    let words = if retries == endless { &ENDLESS } else { &BELOW };
    let shown = |number: i64| number.to_string().into();
    let message = Message::new(words, [shown(retries), shown(endless)]);
    report.add(
        Finding::new(&RULE, node_setup::RETRIES, message)
            .offer_number(node_setup::RETRIES, START_RETRIES_EXAMPLE.value)
            .offer_number(node_setup::RETRIES, START_RETRIES_DEFAULT.value),
    );
}
