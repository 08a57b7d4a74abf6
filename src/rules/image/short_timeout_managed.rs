//! AB0121: a resize time-out too short for a pool of fixed size from a managed image.

use crate::facts::limits::{LONG_TIMEOUT, LONG_TIMEOUT_ABOVE, MANAGED_TIMEOUT, RESIZE_TIMEOUT_DEFAULT};
use crate::facts::time_outs::for_managed;
use crate::model::{ImageKind, path};
use crate::rules::image::fixed_target::resize_timeout;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0121",
    name: "short-timeout-for-managed-image",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A short resize time-out for a managed image",
        "Un délai de redimensionnement court pour une image managée",
        "Un timeout di ridimensionamento breve per un’immagine gestita",
    ),
    why: words(
        "For a pool of fixed size from a managed image Microsoft advises 20 to 30 minutes, above 300 nodes 30. When the \
         time is up the pool stays below its target until it is resized again.",
        "Pour un pool de taille fixe issu d’une image managée, Microsoft conseille 20 à 30 minutes, et 30 au-delà de 300 \
         nœuds. Le délai écoulé, le pool reste en deçà de sa cible jusqu’au redimensionnement suivant.",
        "Per un pool di dimensioni fisse da un’immagine gestita Microsoft consiglia da 20 a 30 minuti, e 30 oltre i 300 nodi. \
         Scaduto il tempo, il pool resta al di sotto dell’obiettivo finché non viene ridimensionato di nuovo.",
    ),
    sources: &[
        MANAGED_TIMEOUT.from,
        LONG_TIMEOUT_ABOVE.from,
        RESIZE_TIMEOUT_DEFAULT.from,
    ],
    fields: &[path::RESIZE_TIMEOUT, path::DEDICATED, path::SPOT, path::IMAGE_ID],
    versions: None,
    example: example!("AB0121"),
    check: Check::Own(check),
};

static SHORT: Words = words(
    "The resize time-out {0} is short for {1} from a managed image: allow at least {2}.",
    "Le délai de redimensionnement {0} est court pour {1} d’une image managée : prévoyez au moins {2}.",
    "Il timeout di ridimensionamento {0} è breve per {1} da un’immagine gestita: prevedere almeno {2}.",
);
static DEFAULT_SHORT: Words = words(
    "The default resize time-out, {0}, is short for {1} from a managed image: allow at least {2}.",
    "Le délai de redimensionnement par défaut, {0}, est court pour {1} d’une image managée : prévoyez au moins {2}.",
    "Il timeout di ridimensionamento predefinito, {0}, è breve per {1} da un’immagine gestita: prevedere almeno {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let (ImageKind::Managed(_), Some(fixed)) = (pool.image.kind(), pool.fixed) else {
        return;
    };
    let Some((timeout, written)) = resize_timeout(&fixed) else {
        return;
    };
    let nodes = pool.nodes();
    let least = for_managed(nodes);
    if nodes <= 0 || timeout >= least {
        return;
    }
    let (words, given) = written.map_or((&DEFAULT_SHORT, Arg::from(timeout)), |text| (&SHORT, text.into()));
    let message = Message::new(words, [given, (nodes, &nouns::NODES).into(), least.into()]);
    let mut finding = Finding::new(&RULE, path::RESIZE_TIMEOUT, message);
    for choice in [MANAGED_TIMEOUT.value, LONG_TIMEOUT.value] {
        if choice >= least {
            finding = finding.offer_text(path::RESIZE_TIMEOUT, &choice.to_string());
        }
    }
    report.add(finding);
}
