//! AB0220: an ephemeral OS disk on Spot nodes.

use crate::facts::pages;
use crate::model::{Edit, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0220",
    name: "ephemeral-disk-with-spot",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Scale,
    title: words(
        "An ephemeral OS disk on Spot nodes",
        "Un disque du système d’exploitation éphémère sur des nœuds Spot",
        "Un disco del sistema operativo effimero su nodi Spot",
    ),
    why: words(
        "Spot nodes are stopped and deallocated when they are evicted, which an ephemeral OS disk does not survive: Batch \
         does not support the two together. Give up the ephemeral disk or the Spot nodes.",
        "Les nœuds Spot sont arrêtés et désalloués lors d’une éviction, à quoi un disque éphémère ne survit pas : \
         Batch ne prend pas en charge les deux ensemble. Renoncez au disque éphémère ou aux nœuds Spot.",
        "I nodi Spot, quando Azure li rimuove, sono arrestati e deallocati, e un disco effimero non vi sopravvive: \
         Batch non supporta le due cose insieme. Rinunciare al disco effimero o ai nodi Spot.",
    ),
    sources: &[
        pages::EPHEMERAL_DISKS.says(
            "Ephemeral OS disks are not supported with Spot nodes.",
            "Les disques du système d’exploitation éphémères ne sont pas pris en charge avec les nœuds Spot.",
            "I dischi del sistema operativo effimeri non sono supportati con i nodi Spot.",
        ),
        pages::SPOT.says(
            "Not with ephemeral OS disks, as evicted nodes are stopped and deallocated.",
            "Pas avec des disques éphémères, car les nœuds évincés sont arrêtés et désalloués.",
            "Non con dischi effimeri, perché i nodi rimossi vengono arrestati e deallocati.",
        ),
        pages::NOTICE_SPOT.says(
            "Since March 2026 low-priority nodes are Spot nodes in every account (that they fall under the same rule is \
             derived).",
            "Depuis mars 2026, les nœuds de basse priorité sont des nœuds Spot dans tous les comptes (qu’ils relèvent \
             de la même règle est déduit).",
            "Da marzo 2026 i nodi a bassa priorità sono nodi Spot in ogni account (che ricadano sotto la stessa regola è \
             dedotto).",
        ),
    ],
    fields: &[path::EPHEMERAL, path::SPOT],
    versions: None,
    example: example!("AB0220"),
    check: Check::Own(check),
};

static TOGETHER: Words = words(
    "An ephemeral OS disk in {0} does not work with {1}.",
    "Un disque éphémère sur {0} ne fonctionne pas avec {1}.",
    "Un disco effimero su {0} non funziona con {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let placement = context.plan.at(path::EPHEMERAL).and_then(|disk| disk.get("placement"));
    let Some(placement) = placement.and_then(Node::as_text) else {
        return;
    };
    let spot = pool.spot();
    if spot <= 0 {
        return;
    }
    let message = Message::new(&TOGETHER, [placement.into(), (spot, &nouns::SPOT_NODES).into()]);
    let remove = Message::new(&fix_titles::REMOVE, ["ephemeralOSDiskSettings".into()]);
    let mut finding = Finding::new(&RULE, path::EPHEMERAL, message)
        .related(path::SPOT)
        .fix(remove, [Edit::remove(path::EPHEMERAL)]);
    if pool.dedicated() > 0 {
        finding = finding.offer_number_for(path::SPOT, 0);
    }
    report.add(finding);
}
