//! AB0144: more nodes at once than a managed image is documented to serve.

use crate::facts::limits::{MANAGED_CONCURRENT, SEVERAL_RESIZES_ABOVE};
use crate::model::{ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0144",
    name: "many-deployments-from-managed-image",
    severity: Severity::Advice,
    basis: Basis::Derived,
    area: Area::Image,
    title: words(
        "More simultaneous deployments than a managed image is made for",
        "Plus de déploiements simultanés que n’en prévoit une image managée",
        "Più distribuzioni simultanee di quante ne preveda un’immagine gestita",
    ),
    why: words(
        "The VM documentation names a number of simultaneous deployments beyond which those from a managed image may \
         time out; it is the likely reason for Batch’s own advice on large pools. Grow the pool in steps, allow a \
         longer resize time-out, or use a gallery with replicas.",
        "La documentation des machines virtuelles donne un nombre de déploiements simultanés au-delà duquel ceux \
         d’une image managée peuvent dépasser leur délai ; c’est la raison probable des conseils de Batch pour les \
         grands pools. Agrandissez le pool par étapes, allongez le délai de redimensionnement ou passez à une galerie \
         avec des réplicas.",
        "La documentazione delle macchine virtuali indica un numero di distribuzioni simultanee oltre il quale quelle \
         da un’immagine gestita possono andare in timeout; è il probabile motivo dei consigli di Batch per i pool \
         grandi. Far crescere il pool a tappe, allungare il timeout di ridimensionamento o usare una raccolta con \
         repliche.",
    ),
    sources: &[MANAGED_CONCURRENT.from, SEVERAL_RESIZES_ABOVE.from],
    fields: &[path::DEDICATED, path::SPOT, path::IMAGE_ID],
    versions: None,
    example: example!("AB0144"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0} at once from a managed image, which serves up to {1} deployments at a time.",
    "{0} à la fois à partir d’une image managée, qui sert jusqu’à {1} déploiements simultanés.",
    "{0} in una volta da un’immagine gestita, che serve fino a {1} distribuzioni simultanee.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let nodes = pool.nodes();
    // Above the second figure the rule on several resizes speaks.
    if nodes <= MANAGED_CONCURRENT.value
        || nodes > SEVERAL_RESIZES_ABOVE.value
        || !matches!(pool.image.kind(), ImageKind::Managed(_))
    {
        return;
    }
    let count = Arg::from((nodes, &nouns::NODES));
    let message = Message::new(&SAY, [count, MANAGED_CONCURRENT.value.into()]);
    report.add(Finding::new(&RULE, path::FIXED, message).related(path::IMAGE_ID));
}
