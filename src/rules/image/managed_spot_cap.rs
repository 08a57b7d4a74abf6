//! AB0118: a managed-image pool beyond the documented number of Spot nodes.

use crate::facts::limits::MANAGED_MAX_SPOT;
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0118",
    name: "too-many-spot-from-managed-image",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "More Spot nodes than a managed image allows",
        "Plus de nœuds Spot qu’une image managée n’en permet",
        "Più nodi Spot di quanti ne consenta un’immagine gestita",
    ),
    why: words(
        "A pool from a managed image has at most 1 000 Spot nodes, formerly called low-priority nodes; beyond that it is \
         refused. Use fewer nodes, or a gallery image, for which no such limit is documented.",
        "Un pool issu d’une image managée compte au plus 1 000 nœuds Spot, autrefois dits de basse priorité ; \
         au-delà, il est refusé. Réduisez leur nombre, ou utilisez une image de galerie, pour laquelle aucune limite \
         de ce genre n’est documentée.",
        "Un pool da un’immagine gestita ha al massimo 1 000 nodi Spot, un tempo detti a bassa priorità; oltre viene \
         rifiutato. Ridurne il numero, oppure usare un’immagine della raccolta, per la quale non è documentato alcun \
         limite simile.",
    ),
    sources: &[
        MANAGED_MAX_SPOT.from,
        pages::QUOTAS.says(
            "A pool from a managed image has at most 1 000 Spot nodes (“Pool size limits”).",
            "Un pool issu d’une image managée compte au plus 1 000 nœuds Spot (« Limites de taille de pool »).",
            "Un pool da un’immagine gestita ha al massimo 1 000 nodi Spot («Limiti delle dimensioni del pool»).",
        ),
    ],
    fields: &[path::SPOT, path::IMAGE_ID],
    versions: None,
    example: example!("AB0118"),
    check: Check::Own(check),
};

static BEYOND: Words = words(
    "{0} from a managed image: the most is {1}.",
    "{0} issus d’une image managée : le maximum est de {1}.",
    "{0} da un’immagine gestita: il massimo è {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let (nodes, most) = (pool.spot(), MANAGED_MAX_SPOT.value);
    if nodes <= most || !pool.image.kind().is_retired_source() {
        return;
    }
    let message = Message::new(&BEYOND, [(nodes, &nouns::SPOT_NODES).into(), most.into()]);
    report.add(Finding::new(&RULE, path::SPOT, message).offer_number(path::SPOT, most));
}
