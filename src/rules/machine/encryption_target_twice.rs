//! AB0517: an encryption target that is listed twice.

use super::shapes;
use crate::facts::pages;
use crate::model::api_version::V2020_03_01;
use crate::model::{ApiVersion, Edit, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0517",
    name: "encryption-target-twice",
    severity: Severity::Advice,
    basis: Basis::Derived,
    area: Area::Machine,
    title: words(
        "An encryption target listed twice",
        "Une cible de chiffrement indiquée deux fois",
        "Una destinazione di crittografia indicata due volte",
    ),
    why: words(
        "Each disk needs to be listed once; a second time changes nothing, and often another target was meant.",
        "Il suffit d’indiquer chaque disque une fois ; une seconde fois ne change rien, et souvent une autre cible \
         était voulue.",
        "Basta indicare ogni disco una volta; una seconda non cambia nulla, e spesso si intendeva un’altra \
         destinazione.",
    ),
    sources: &[pages::CONTRACT.says(
        "The targets are a list of the disks to encrypt: `OsDisk`, `TemporaryDisk`.",
        "Les cibles sont une liste des disques à chiffrer : `OsDisk`, `TemporaryDisk`.",
        "Le destinazioni sono un elenco dei dischi da crittografare: `OsDisk`, `TemporaryDisk`.",
    )],
    fields: &[path::ENCRYPTION_TARGETS],
    versions: Some((V2020_03_01, ApiVersion::DRAFT)),
    example: example!("AB0517"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} is listed twice.",
    "{0} est indiquée deux fois.",
    "{0} è indicata due volte.",
);

fn check(context: &Context, report: &mut Report) {
    let targets = context.plan.pool.encryption_targets();
    let twice = |(index, text): &(usize, &str)| {
        let first = context.plan.pool.encryption_target(text);
        first.is_some_and(|first| first < *index)
    };
    let texts = targets
        .iter()
        .enumerate()
        .filter_map(|(index, node)| Some((index, node.as_text()?)));
    // Whoever lists more than these has other troubles.
    if let Some((index, text)) = texts.take(FEW).find(twice).filter(|_| shapes::applies(context, &RULE)) {
        let path = path::item(path::ENCRYPTION_TARGETS, index);
        let title = Message::new(&fix_titles::REMOVE, [text.into()]);
        let finding = Finding::new(&RULE, &*path, Message::new(&SAY, [text.into()]));
        report.add(finding.fix(title, [Edit::remove(path)]));
    }
}

const FEW: usize = 16;
