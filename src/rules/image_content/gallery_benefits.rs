//! AB0137: what a gallery image would give a managed-image pool.

use crate::facts::limits::{GALLERY_SOONER_IDLE, GALLERY_SOONER_STEADY};
use crate::model::{ImageKind, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0137",
    name: "gallery-would-be-faster",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "A managed image where a gallery image would be faster",
        "Une image managée là où une image de galerie serait plus rapide",
        "Un’immagine gestita dove un’immagine della raccolta sarebbe più veloce",
    ),
    why: words(
        "Both figures are upper bounds: the Italian page leaves out “up to” and the French one makes the second \
         unclear. Pools from a gallery can also be larger and are provisioned more reliably.",
        "Les deux chiffres sont des maximums : la page italienne omet « jusqu’à » et la française rend le second peu \
         clair. Les pools issus d’une galerie peuvent aussi être plus grands, et leur approvisionnement est plus \
         fiable.",
        "Le due cifre sono valori massimi: la pagina italiana omette «fino a» e quella francese rende poco chiara la \
         seconda. I pool da una raccolta possono anche essere più grandi e il loro provisioning è più affidabile.",
    ),
    sources: &[GALLERY_SOONER_STEADY.from, GALLERY_SOONER_IDLE.from],
    fields: &[path::IMAGE_ID],
    versions: None,
    example: example!("AB0137"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "From a gallery, the pool of {0} would be steady up to {1} % faster and its nodes idle up to {2} % sooner.",
    "Issu d’une galerie, le pool de {0} serait stable jusqu’à {1} % plus vite et ses nœuds inactifs jusqu’à {2} % \
     plus tôt.",
    "Da una raccolta, il pool di {0} sarebbe stabile fino al {1} % più in fretta e i suoi nodi inattivi fino al \
     {2} % prima.",
);

fn check(context: &Context, report: &mut Report) {
    if let ImageKind::Managed(image) = context.plan.pool.image.kind() {
        let (steady, idle) = (GALLERY_SOONER_STEADY.value, GALLERY_SOONER_IDLE.value);
        let message = Message::new(&SAY, [Arg::from(image.name()), steady.into(), idle.into()]);
        report.add(Finding::new(&RULE, path::IMAGE_ID, message));
    }
}
