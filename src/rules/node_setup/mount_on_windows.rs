//! AB0643: a kind of file system that Windows nodes do not mount.

use super::shapes::{add, has};
use crate::facts::disagreements::MOUNTS_ON_WINDOWS;
use crate::facts::pages;
use crate::model::{OsType, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0643",
    name: "mount-not-on-windows",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::NodeSetup,
    title: words(
        "A file system that Windows nodes do not mount",
        "Un système de fichiers que les nœuds Windows ne montent pas",
        "Un file system che i nodi Windows non montano",
    ),
    why: words(
        "Blob containers are mounted with blobfuse, which exists for Linux only. For NFS and CIFS the sources differ. A \
         mount that fails makes the node unusable; Azure file shares can be mounted on both systems.",
        "Les conteneurs d’objets blob se montent avec blobfuse, qui n’existe que pour Linux. Pour NFS et CIFS, les sources \
         divergent. Un montage qui échoue rend le nœud inutilisable ; les partages Azure Files se montent sur les deux \
         systèmes.",
        "I contenitori BLOB si montano con blobfuse, che esiste solo per Linux. Per NFS e CIFS le fonti divergono. Un \
         montaggio non riuscito rende il nodo inutilizzabile; le condivisioni file di Azure si montano su entrambi i \
         sistemi.",
    ),
    sources: &[MOUNTS_ON_WINDOWS[0], MOUNTS_ON_WINDOWS[1], BLOBFUSE],
    fields: &[node_setup::MOUNTS, path::NODE_AGENT, path::IMAGE_OS],
    versions: None,
    example: example!("AB0643"),
    check: Check::Own(check),
};

const BLOBFUSE: crate::facts::Citation = pages::FILE_MOUNTS.says(
    "Blobfuse is available on Linux nodes only; if a mount fails, the node becomes unusable.",
    "Blobfuse n’existe que sur les nœuds Linux ; si un montage échoue, le nœud devient inutilisable.",
    "Blobfuse è disponibile solo nei nodi Linux; se un montaggio non riesce, il nodo diventa inutilizzabile.",
);

static SAY: Words = words(
    "Windows nodes do not mount {0}.",
    "Les nœuds Windows ne montent pas {0}.",
    "I nodi Windows non montano {0}.",
);
static IN_DOUBT: Words = words(
    "Whether Windows nodes mount {0} is in doubt: the page on mounts says no.",
    "Il n’est pas sûr que les nœuds Windows montent {0} : la page sur les montages dit que non.",
    "Non è certo che i nodi Windows montino {0}: la pagina sui montaggi dice di no.",
);

const KINDS: [(&str, &Words, Severity); 3] = [
    ("azureBlobFileSystemConfiguration", &SAY, Severity::Error),
    ("nfsMountConfiguration", &IN_DOUBT, Severity::Warning),
    ("cifsMountConfiguration", &IN_DOUBT, Severity::Warning),
];

fn check(context: &Context, report: &mut Report) {
    if context.plan.node_os() != Some(OsType::Windows) {
        return;
    }
    for (index, mount) in context.plan.items_at(node_setup::MOUNTS) {
        for (name, words, severity) in KINDS.iter().filter(|(name, ..)| has(mount, name)) {
            add(report, &RULE, *severity, &mut || {
                let pointer = path::child(&path::item(node_setup::MOUNTS, index), name);
                Finding::new(&RULE, pointer, Message::new(words, [(*name).into()])).weigh(*severity)
            });
        }
    }
}
