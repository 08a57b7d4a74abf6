//! AB0133: a base image that does not use the default temp drive.

use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0133",
    name: "no-default-temp-drive",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "An image without the default temp drive",
        "Une image sans le lecteur temporaire par défaut",
        "Un’immagine senza l’unità temporanea predefinita",
    ),
    why: words(
        "The node agent expects the temp drive where Azure puts it by default; with another, nodes may not become \
         usable. Leave the temp drive of the base image as it is.",
        "L’agent de nœud attend le lecteur temporaire là où Azure le place par défaut ; avec un autre, les nœuds \
         peuvent rester inutilisables. Laissez tel quel le lecteur temporaire de l’image de base.",
        "L’agente del nodo si aspetta l’unità temporanea dove Azure la colloca per impostazione predefinita; con \
         un’altra i nodi possono restare inutilizzabili. Lasciare com’è l’unità temporanea dell’immagine di base.",
    ),
    sources: &[
        pages::CUSTOM_IMAGES.says(
            "The base OS image must use the default temp drive, which the node agent expects.",
            "L’image de base doit utiliser le lecteur temporaire par défaut, attendu par l’agent de nœud.",
            "L’immagine di base deve usare l’unità temporanea predefinita, che l’agente del nodo si aspetta.",
        ),
        pages::GALLERY_IMAGES.says(
            "The same for gallery images.",
            "Il en va de même pour les images de galerie.",
            "Lo stesso vale per le immagini della raccolta.",
        ),
        pages::BEST_PRACTICES.says(
            "Do not remount or redirect the temporary directories Batch works in; add data disks instead.",
            "Ne remontez ni ne redirigez les répertoires temporaires dans lesquels Batch travaille ; ajoutez plutôt des \
             disques de données.",
            "Non rimontare né reindirizzare le directory temporanee in cui Batch lavora; aggiungere invece dischi dati.",
        ),
    ],
    fields: &[path::IMAGE_TEMP_DRIVE],
    versions: None,
    example: example!("AB0133"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The image does not use the default temp drive, which the node agent expects.",
    "L’image n’utilise pas le lecteur temporaire par défaut, attendu par l’agent de nœud.",
    "L’immagine non usa l’unità temporanea predefinita, che l’agente del nodo si aspetta.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    if plan.image.default_temp_drive == Some(false) && plan.pool.image.kind().is_custom() {
        report.add(Finding::new(&RULE, path::IMAGE_TEMP_DRIVE, &SAY).related(path::IMAGE_REFERENCE));
    }
}
