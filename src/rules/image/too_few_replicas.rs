//! AB0123: fewer replicas of a gallery image than the nodes of the pool ask for.

use crate::facts::limits::NODES_PER_REPLICA;
use crate::model::{ImageKind, path, portions};
use crate::rules::image::fixed_target::fuller_target;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0123",
    name: "too-few-replicas",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "Too few replicas of the gallery image for the pool",
        "Trop peu de réplicas de l’image de galerie pour le pool",
        "Troppo poche repliche dell’immagine della raccolta per il pool",
    ),
    why: words(
        "Microsoft asks for at least one replica for each 300 nodes of the pool; with fewer, provisioning slows down and the \
         resize may run out of time. Raise the number of replicas of the image version in the account’s region, then state \
         it here.",
        "Microsoft demande au moins un réplica par tranche de 300 nœuds du pool ; avec moins, l’approvisionnement \
         ralentit et le redimensionnement risque de dépasser son délai. Augmentez le nombre de réplicas de la version \
         d’image dans la région du compte, puis indiquez-le ici.",
        "Microsoft chiede almeno una replica ogni 300 nodi del pool; con meno, il provisioning rallenta e il ridimensionamento \
         può superare il timeout. Aumentare il numero di repliche della versione dell’immagine nell’area dell’account, poi \
         indicarlo qui.",
    ),
    sources: &[NODES_PER_REPLICA.from],
    fields: &[path::IMAGE_REPLICAS, path::DEDICATED, path::SPOT],
    versions: None,
    example: example!("AB0123"),
    check: Check::Own(check),
};

static FEW: Words = words(
    "{0} in the account’s region for {1}: Microsoft asks for at least {2}.",
    "{0} dans la région du compte pour {1} : Microsoft en demande au moins {2}.",
    "{0} nell’area dell’account per {1}: Microsoft ne chiede almeno {2}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    let (ImageKind::Gallery(_), Some(replicas)) = (plan.pool.image.kind(), plan.image.replicas) else {
        return;
    };
    let nodes = plan.pool.nodes();
    let least = portions(nodes, NODES_PER_REPLICA.value);
    // None at all is AB0108's.
    if replicas <= 0 || replicas >= least {
        return;
    }
    let args = [
        (replicas, &nouns::REPLICAS).into(),
        (nodes, &nouns::NODES).into(),
        least.into(),
    ];
    let finding = Finding::new(&RULE, path::IMAGE_REPLICAS, Message::new(&FEW, args));
    report.add(finding.related(fuller_target(&plan.pool)));
}
