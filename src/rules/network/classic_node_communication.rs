//! AB0307: classic communication of nodes, which is no longer honoured.

use crate::facts::disagreements::SIMPLIFIED_RULES;
use crate::facts::retirements::{CLASSIC_COMMUNICATION, Stage, stage};
use crate::model::api_version::{V2022_10_01, V2024_07_01};
use crate::model::{Edit, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0307",
    name: "classic-node-communication",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Network,
    title: words(
        "Classic node communication has ended",
        "La communication classique des nœuds a pris fin",
        "La comunicazione classica dei nodi è terminata",
    ),
    why: words(
        "After 31 March 2026 the choice of classic communication is not honoured any more, and the api-version \
         2025-06-01 no longer has the member. Leave it out, and let the subnet’s nodes out to the tag \
         `BatchNodeManagement` on TCP port `443`; the inbound ports 29876 and 29877 can be closed.",
        "Après le 31 mars 2026, le choix de la communication classique n’est plus pris en compte, et l’api-version \
         2025-06-01 n’a plus ce membre. Supprimez-le, et laissez les nœuds du sous-réseau sortir vers l’étiquette \
         `BatchNodeManagement` sur le port TCP `443` ; les ports entrants 29876 et 29877 peuvent être fermés.",
        "Dopo il 31 marzo 2026 la scelta della comunicazione classica non è più rispettata, e l’api-version 2025-06-01 \
         non ha più il membro. Toglierlo e lasciare che i nodi della subnet escano verso il tag `BatchNodeManagement` \
         sulla porta TCP `443`; le porte in ingresso 29876 e 29877 si possono chiudere.",
    ),
    sources: &[CLASSIC_COMMUNICATION.from, SIMPLIFIED_RULES],
    fields: &[path::COMMUNICATION, path::SUBNET],
    versions: Some((V2022_10_01, V2024_07_01)),
    example: example!("AB0307"),
    check: Check::Own(check),
};

static ENDED: Words = words(
    "`Classic` was honoured up to {0}: nodes now communicate in the simplified mode.",
    "`Classic` était pris en compte jusqu’au {0} : les nœuds communiquent désormais en mode simplifié.",
    "`Classic` era valido fino al {0}: ora i nodi comunicano in modalità semplificata.",
);
static ENDS: Words = words(
    "`Classic` is honoured up to {0} only.",
    "`Classic` n’est pris en compte que jusqu’au {0}.",
    "`Classic` è valido solo fino al {0}.",
);

fn check(context: &Context, report: &mut Report) {
    let mode = context.plan.at(path::COMMUNICATION).and_then(Node::as_text);
    if mode != Some("Classic") || !(V2022_10_01..=V2024_07_01).contains(&context.plan.api_version()) {
        return;
    }
    let last = CLASSIC_COMMUNICATION.value;
    let (severity, words) = match stage(last, context.as_of) {
        Stage::Past => (Severity::Warning, &ENDED),
        Stage::Soon(_) => (Severity::Warning, &ENDS),
        Stage::Later => (Severity::Advice, &ENDS),
    };
    report.add(
        Finding::new(&RULE, path::COMMUNICATION, Message::new(words, [last.into()]))
            .weigh(severity)
            .offer_text(path::COMMUNICATION, "Simplified")
            .fix(
                Message::new(&fix_titles::REMOVE, [path::last(path::COMMUNICATION).into()]),
                [Edit::remove(path::COMMUNICATION)],
            ),
    );
}
