//! AB0132: data disks that nothing in the plan mounts and formats.

use crate::facts::pages;
use crate::model::{Node, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0132",
    name: "data-disks-without-start-task",
    severity: Severity::Advice,
    basis: Basis::Documented,
    area: Area::Image,
    title: words(
        "Data disks, but no start task to format them",
        "Des disques de données sans tâche de démarrage pour les formater",
        "Dischi dati senza un’attività di avvio che li formatti",
    ),
    why: words(
        "Attached data disks must be partitioned, formatted and mounted from within the node before tasks can use \
         them. A start task that can safely run twice does it best.",
        "Les disques de données attachés doivent être partitionnés, formatés et montés depuis le nœud avant que les \
         tâches s’en servent. Le mieux est une tâche de démarrage qui peut s’exécuter deux fois sans dommage.",
        "I dischi dati collegati vanno partizionati, formattati e montati dall’interno del nodo prima che le attività \
         li usino. Il modo migliore è un’attività di avvio che possa essere eseguita due volte senza danni.",
    ),
    sources: &[
        pages::CONTRACT.says(
            "Data disks must be mounted and formatted from within the VM before use.",
            "Les disques de données doivent être montés et formatés depuis la machine virtuelle avant usage.",
            "I dischi dati vanno montati e formattati dall’interno della macchina virtuale prima dell’uso.",
        ),
        pages::CUSTOM_IMAGES.says(
            "The page on custom images says the same.",
            "La page sur les images personnalisées dit de même.",
            "La pagina sulle immagini personalizzate dice lo stesso.",
        ),
        pages::BEST_PRACTICES.says(
            "The data disks Batch attaches are new and empty, and are deleted with the node.",
            "Les disques de données que Batch attache sont neufs et vides, et sont supprimés avec le nœud.",
            "I dischi dati che Batch collega sono nuovi e vuoti e vengono eliminati con il nodo.",
        ),
    ],
    fields: &[path::DATA_DISKS, path::START_TASK],
    versions: None,
    example: example!("AB0132"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "{0}, and no start task that formats and mounts them.",
    "{0}, et aucune tâche de démarrage qui les formate et les monte.",
    "{0}, e nessuna attività di avvio che li formatti e li monti.",
);

fn check(context: &Context, report: &mut Report) {
    let disks = context.plan.at(path::DATA_DISKS).map_or(&[][..], Node::items).len();
    if disks > 0 && context.plan.at(path::START_TASK).is_none() {
        let message = Message::new(&SAY, [Arg::from((disks as i64, &nouns::DATA_DISKS))]);
        report.add(Finding::new(&RULE, path::DATA_DISKS, message).related(path::PROPERTIES));
    }
}
