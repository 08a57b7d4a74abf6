//! AB0120: more nodes from a custom image than one resize may bring.

use crate::facts::limits::{LONG_TIMEOUT_ABOVE, SEVERAL_RESIZES_ABOVE};
use crate::facts::{Citation, pages};
use crate::model::{ImageKind, path, portions};
use crate::rules::image::fixed_target::fuller_target;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0120",
    name: "several-resizes-needed",
    severity: Severity::Warning,
    basis: Basis::Derived,
    area: Area::Image,
    title: words(
        "More nodes from a custom image than one resize may bring",
        "Plus de nœuds d’une image personnalisée qu’un redimensionnement n’en apporte",
        "Più nodi da un’immagine personalizzata di quanti ne porti un ridimensionamento",
    ),
    why: words(
        "Microsoft says that a pool of more than 300 nodes from a custom image may have to be resized several times; the \
         number named here is our arithmetic, one resize for each 300 nodes. When the pool is steady below its target, send \
         the same target again.",
        "Microsoft indique qu’un pool de plus de 300 nœuds issus d’une image personnalisée peut devoir être redimensionné \
         plusieurs fois ; le nombre donné ici est notre calcul, un redimensionnement par tranche de 300 nœuds. Quand le pool \
         est stable en deçà de sa cible, envoyez de nouveau la même cible.",
        "Microsoft dice che un pool di oltre 300 nodi da un’immagine personalizzata può dover essere ridimensionato più \
         volte; il numero indicato qui è un nostro calcolo, un ridimensionamento ogni 300 nodi. Quando il pool è stabile al \
         di sotto dell’obiettivo, inviare di nuovo lo stesso obiettivo.",
    ),
    sources: &[SEVERAL_RESIZES_ABOVE.from],
    fields: &[path::DEDICATED, path::SPOT, path::IMAGE_REFERENCE],
    versions: None,
    example: example!("AB0120"),
    check: Check::Own(check),
};

static OF_GALLERY: [Citation; 3] = [
    SEVERAL_RESIZES_ABOVE.from,
    LONG_TIMEOUT_ABOVE.from,
    pages::GALLERY_IMAGES.says(
        "Gallery images make larger pools possible; more replicas and a longer time-out help them to their target.",
        "Les images de galerie permettent des pools plus grands ; davantage de réplicas et un délai plus long les aident à \
         atteindre leur cible.",
        "Le immagini della raccolta permettono pool più grandi; più repliche e un timeout più lungo li aiutano a \
         raggiungere l’obiettivo.",
    ),
];

static MANAGED: Words = words(
    "{0} from a managed image may take about {1}.",
    "{0} issus d’une image managée peuvent demander environ {1}.",
    "{0} da un’immagine gestita possono richiedere circa {1}.",
);
static GALLERY: Words = words(
    "{0} from a gallery image may take more than one resize.",
    "{0} issus d’une image de galerie peuvent demander plus d’un redimensionnement.",
    "{0} da un’immagine della raccolta possono richiedere più di un ridimensionamento.",
);
static GALLERY_WHY: Words = words(
    "The threshold of 300 nodes is on the pages about managed images and about pool errors. With enough replicas and \
     a long resize time-out a gallery image may need only one resize; when the pool is steady below its target, send \
     the same target again.",
    "Le seuil de 300 nœuds figure dans les pages sur les images managées et sur les erreurs de pool. Avec assez de réplicas \
     et un long délai de redimensionnement, une image de galerie peut n’en demander qu’un ; quand le pool est stable en deçà \
     de sa cible, envoyez de nouveau la même cible.",
    "La soglia di 300 nodi figura nelle pagine sulle immagini gestite e sugli errori dei pool. Con abbastanza \
     repliche e un lungo timeout di ridimensionamento a un’immagine della raccolta può bastarne uno; quando il pool è \
     stabile al di sotto dell’obiettivo, inviare di nuovo lo stesso obiettivo.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let (nodes, each) = (pool.nodes(), SEVERAL_RESIZES_ABOVE.value);
    if nodes <= each {
        return;
    }
    let count = (nodes, &nouns::NODES).into();
    let at = fuller_target(pool);
    match pool.image.kind() {
        ImageKind::Managed(_) => {
            let resizes = (portions(nodes, each), &nouns::RESIZES).into();
            report.add(Finding::new(&RULE, at, Message::new(&MANAGED, [count, resizes])));
        }
        kind if kind.is_gallery() => report.add(
            Finding::new(&RULE, at, Message::new(&GALLERY, [count]))
                .weigh(Severity::Advice)
                .on_basis(Basis::Documented)
                .because(&GALLERY_WHY)
                .citing(&OF_GALLERY),
        ),
        _ => {}
    }
}
