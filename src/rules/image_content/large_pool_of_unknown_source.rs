//! AB0125: a managed-image pool of hundreds of nodes, and nobody said what the image was made from.

use crate::facts::limits::HUNDREDS_OF_NODES;
use crate::model::{ImageKind, ImageSource, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0125",
    name: "large-managed-pool-of-unknown-source",
    severity: Severity::Advice,
    basis: Basis::Derived,
    area: Area::Image,
    title: words(
        "A large pool from a managed image of unknown origin",
        "Un grand pool issu d’une image managée d’origine inconnue",
        "Un pool grande da un’immagine gestita di origine sconosciuta",
    ),
    why: words(
        "With hundreds of nodes Microsoft calls it important that a managed image comes from snapshots, which are \
         complete read-only copies of the disks. Say in `image.source` what it was made from; if not from snapshots, \
         make it again with `az image create` from one of the OS disk and of each data disk.",
        "Pour des centaines de nœuds, Microsoft juge important qu’une image managée vienne d’instantanés, copies \
         complètes en lecture seule des disques. Indiquez dans `image.source` d’où elle vient ; si ce n’est pas \
         d’instantanés, refaites-la avec `az image create` à partir d’un instantané du disque du système \
         d’exploitation et de chaque disque de données.",
        "Con centinaia di nodi Microsoft ritiene importante che un’immagine gestita provenga da snapshot, copie \
         complete in sola lettura dei dischi. Indicare in `image.source` da che cosa è stata creata; se non da \
         snapshot, rifarla con `az image create` da uno snapshot del disco del sistema operativo e di ogni disco \
         dati.",
    ),
    sources: &[HUNDREDS_OF_NODES.from],
    fields: &[path::IMAGE_SOURCE, path::DEDICATED, path::SPOT, path::IMAGE_ID],
    versions: None,
    example: example!("AB0125"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} from the managed image {1}: check that it was made from snapshots.",
    "{0} issus de l’image managée {1} : vérifiez qu’elle a été créée à partir d’instantanés.",
    "{0} dall’immagine gestita {1}: verificare che sia stata creata da snapshot.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let nodes = plan.pool.nodes();
    let ImageKind::Managed(image) = plan.pool.image.kind() else {
        return;
    };
    // What it was made from, where that is known, is the matter of the rule before this one, at any size.
    let unknown = matches!(plan.image.source, None | Some(ImageSource::Unknown));
    if unknown && nodes >= HUNDREDS_OF_NODES.value {
        let message = Message::new(&SAY, [Arg::from((nodes, &nouns::NODES)), image.name().into()]);
        report.add(Finding::new(&RULE, path::IMAGE_SOURCE, message).related(path::FIXED));
    }
}
