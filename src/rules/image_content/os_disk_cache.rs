//! AB0142: a custom image whose OS disk is cached otherwise than recommended.

use crate::facts::pages;
use crate::model::api_version::V2023_11_01;
use crate::model::{ApiVersion, Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0142",
    name: "os-disk-cache-not-read-write",
    severity: Severity::Advice,
    basis: Basis::Derived,
    area: Area::Image,
    title: words(
        "An OS disk without read-write caching",
        "Un disque du système d’exploitation sans cache en lecture-écriture",
        "Un disco del sistema operativo senza cache in lettura e scrittura",
    ),
    why: words(
        "For the VM a custom image is made from, Microsoft recommends `ReadWrite` caching of the OS disk, because \
         nodes are provisioned faster; a pool that sets another value gives that up.",
        "Pour la machine virtuelle dont on tire une image personnalisée, Microsoft recommande le cache `ReadWrite` \
         du disque du système d’exploitation, car les nœuds sont approvisionnés plus vite ; un pool qui fixe une \
         autre valeur y renonce.",
        "Per la macchina virtuale da cui si crea un’immagine personalizzata Microsoft consiglia la cache `ReadWrite` \
         del disco del sistema operativo, perché il provisioning dei nodi è più rapido; un pool che imposta un altro \
         valore vi rinuncia.",
    ),
    sources: &[
        pages::GALLERY_IMAGES.says(
        "Read-write caching of the source VM’s OS disk makes provisioning faster.",
        "Le cache en lecture-écriture du disque du système d’exploitation de la machine virtuelle source accélère \
         l’approvisionnement.",
        "La cache in lettura e scrittura del disco del sistema operativo della macchina virtuale di origine accelera \
         il provisioning.",
    ),
        pages::CONTRACT.says(
        "`osDisk.caching` of the pool sets the caching of the nodes’ OS disk, from 2023-11-01 on.",
        "`osDisk.caching` du pool fixe le cache du disque du système d’exploitation des nœuds, à partir de 2023-11-01.",
        "`osDisk.caching` del pool imposta la cache del disco del sistema operativo dei nodi, a partire da 2023-11-01.",
    ),
    ],
    fields: &[path::OS_CACHING, path::EPHEMERAL, path::IMAGE_REFERENCE],
    versions: Some((V2023_11_01, ApiVersion::DRAFT)),
    example: example!("AB0142"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} caching of the OS disk: a custom image is provisioned faster with {1}.",
    "Cache {0} du disque du système d’exploitation : une image personnalisée est approvisionnée plus vite avec {1}.",
    "Cache {0} del disco del sistema operativo: il provisioning di un’immagine personalizzata è più rapido con {1}.",
);

const RECOMMENDED: &str = "ReadWrite";

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if !plan.pool.image.kind().is_custom() {
        return;
    }
    let caching = plan.at(path::OS_CACHING).and_then(Node::as_text);
    let Some(other) = caching.filter(|text| matches!(*text, "None" | "ReadOnly")) else {
        return;
    };
    // An ephemeral disk is local storage and has a caching of its own.
    if plan.at(path::EPHEMERAL).is_some() || plan.api_version() < V2023_11_01 {
        return;
    }
    report.add(
        Finding::new(
            &RULE,
            path::OS_CACHING,
            Message::new(&SAY, [Arg::from(other), RECOMMENDED.into()]),
        )
        .offer_text(path::OS_CACHING, RECOMMENDED),
    );
}
