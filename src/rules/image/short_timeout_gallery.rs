//! AB0122: a resize time-out too short for a pool of fixed size from a gallery image.

use crate::facts::limits::{GALLERY_TIMEOUT, RESIZE_TIMEOUT_DEFAULT};
use crate::facts::time_outs::{for_gallery, gallery_seconds};
use crate::model::path;
use crate::rules::image::fixed_target::resize_timeout;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0122",
    name: "short-timeout-for-gallery-image",
    severity: Severity::Warning,
    basis: Basis::Derived,
    area: Area::Image,
    title: words(
        "A short resize time-out for a gallery image",
        "Un délai de redimensionnement court pour une image de galerie",
        "Un timeout di ridimensionamento breve per un’immagine della raccolta",
    ),
    why: words(
        "Microsoft asks for at least 15 minutes for each 1 000 VMs from a gallery image; the time for other numbers is our \
         arithmetic in proportion, never below 15 minutes. When the time is up the pool stays below its target until it is \
         resized again.",
        "Microsoft demande au moins 15 minutes par tranche de 1 000 machines virtuelles issues d’une image de galerie ; pour \
         d’autres nombres, la durée est notre calcul au prorata, jamais moins de 15 minutes. Le délai écoulé, le pool reste \
         en deçà de sa cible jusqu’au redimensionnement suivant.",
        "Microsoft chiede almeno 15 minuti ogni 1 000 macchine virtuali da un’immagine della raccolta; per altri \
         numeri la durata è un nostro calcolo in proporzione, mai sotto i 15 minuti. Scaduto il tempo, il pool resta \
         al di sotto dell’obiettivo finché non viene ridimensionato di nuovo.",
    ),
    sources: &[GALLERY_TIMEOUT.from, RESIZE_TIMEOUT_DEFAULT.from],
    fields: &[path::RESIZE_TIMEOUT, path::DEDICATED, path::SPOT, path::IMAGE_REFERENCE],
    versions: None,
    example: example!("AB0122"),
    check: Check::Own(check),
};

static SHORT: Words = words(
    "The resize time-out {0} is short for {1} from a gallery image: allow at least {2}.",
    "Le délai de redimensionnement {0} est court pour {1} d’une image de galerie : prévoyez au moins {2}.",
    "Il timeout di ridimensionamento {0} è breve per {1} da un’immagine della raccolta: prevedere almeno {2}.",
);
static DEFAULT_SHORT: Words = words(
    "The default resize time-out, {0}, is short for {1} from a gallery image: allow at least {2}.",
    "Le délai de redimensionnement par défaut, {0}, est court pour {1} d’une image de galerie : prévoyez au moins {2}.",
    "Il timeout di ridimensionamento predefinito, {0}, è breve per {1} da un’immagine della raccolta: prevedere \
     almeno {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let pool = &context.plan.pool;
    let Some(fixed) = pool.fixed.filter(|_| pool.image.kind().is_gallery()) else {
        return;
    };
    let Some((timeout, written)) = resize_timeout(&fixed) else {
        return;
    };
    let nodes = pool.nodes();
    if nodes <= 0 || timeout.seconds() >= gallery_seconds(nodes) {
        return;
    }
    let least = for_gallery(nodes);
    let (words, given) = written.map_or((&DEFAULT_SHORT, Arg::from(timeout)), |text| (&SHORT, text.into()));
    let message = Message::new(words, [given, (nodes, &nouns::NODES).into(), least.into()]);
    let finding = Finding::new(&RULE, path::RESIZE_TIMEOUT, message);
    report.add(finding.offer_text(path::RESIZE_TIMEOUT, &least.to_string()));
}
