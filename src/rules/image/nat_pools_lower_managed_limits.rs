//! AB0119: inbound NAT pools on a pool from a managed image.

use crate::facts::limits::{MANAGED_MAX_DEDICATED, MANAGED_MAX_SPOT};
use crate::facts::pages;
use crate::model::{ImageKind, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0119",
    name: "nat-pools-lower-managed-limits",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "Inbound NAT pools lower the limits of a managed image",
        "Les pools NAT entrants abaissent les limites d’une image managée",
        "I pool NAT in ingresso abbassano i limiti di un’immagine gestita",
    ),
    why: words(
        "Microsoft says that inbound NAT pools may lower the numbers of dedicated and Spot nodes a managed image allows, \
         but not by how much. Stay well below them, or leave the NAT pools out if nobody has to reach the nodes from \
         outside.",
        "Microsoft indique que les pools NAT entrants peuvent abaisser le nombre de nœuds dédiés et Spot qu’une image \
         managée autorise, mais non de combien. Restez nettement en deçà, ou renoncez aux pools NAT si personne ne doit \
         atteindre les nœuds de l’extérieur.",
        "Microsoft dice che i pool NAT in ingresso possono abbassare il numero di nodi dedicati e Spot consentito da \
         un’immagine gestita, ma non di quanto. Restare ben al di sotto, o rinunciare ai pool NAT se nessuno deve \
         raggiungere i nodi dall’esterno.",
    ),
    sources: &[
        pages::CUSTOM_IMAGES.says(
            "The limits may be lower if the pool is configured with inbound NAT pools (size limits).",
            "Les limites peuvent être plus basses si le pool est configuré avec des pools NAT entrants (limites de taille).",
            "I limiti possono essere più bassi se il pool è configurato con pool NAT in ingresso (limiti di dimensioni).",
        ),
        MANAGED_MAX_DEDICATED.from,
        MANAGED_MAX_SPOT.from,
    ],
    fields: &[path::NAT_POOLS, path::IMAGE_ID],
    versions: None,
    example: example!("AB0119"),
    check: Check::Own(check),
};

static LOWER: Words = words(
    "With {0} the managed image may allow fewer than {1} dedicated and {2} Spot nodes.",
    "Avec {0}, l’image managée peut autoriser moins de {1} nœuds dédiés et {2} nœuds Spot.",
    "Con {0} l’immagine gestita può consentire meno di {1} nodi dedicati e {2} nodi Spot.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let ImageKind::Managed(_) = plan.pool.image.kind() else {
        return;
    };
    let pools = plan.at(path::NAT_POOLS).map_or(0, |list: &Node| list.items().len());
    if pools == 0 {
        return;
    }
    let pools = i64::try_from(pools).unwrap_or(i64::MAX);
    let args = [
        (pools, &nouns::NAT_POOLS).into(),
        MANAGED_MAX_DEDICATED.value.into(),
        MANAGED_MAX_SPOT.value.into(),
    ];
    report.add(Finding::new(&RULE, path::NAT_POOLS, Message::new(&LOWER, args)).related(path::IMAGE_ID));
}
