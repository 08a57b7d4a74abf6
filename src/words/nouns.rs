//! Counted things, in Microsoft's own localised terms.

use super::{Noun, words};

/// Compute nodes.
pub static NODES: Noun = Noun {
    one: words("node", "nœud", "nodo"),
    many: words("nodes", "nœuds", "nodi"),
};
/// Dedicated compute nodes.
pub static DEDICATED_NODES: Noun = Noun {
    one: words("dedicated node", "nœud dédié", "nodo dedicato"),
    many: words("dedicated nodes", "nœuds dédiés", "nodi dedicati"),
};
/// Spot (formerly low-priority) compute nodes.
pub static SPOT_NODES: Noun = Noun {
    one: words("Spot node", "nœud Spot", "nodo Spot"),
    many: words("Spot nodes", "nœuds Spot", "nodi Spot"),
};
/// Virtual cores.
pub static CORES: Noun = Noun {
    one: words("core", "cœur", "core"),
    many: words("cores", "cœurs", "core"),
};
/// Replicas of a gallery image version.
pub static REPLICAS: Noun = Noun {
    one: words("replica", "réplica", "replica"),
    many: words("replicas", "réplicas", "repliche"),
};
/// Characters of a text.
pub static CHARACTERS: Noun = Noun {
    one: words("character", "caractère", "carattere"),
    many: words("characters", "caractères", "caratteri"),
};
/// Pools.
pub static POOLS: Noun = Noun {
    one: words("pool", "pool", "pool"),
    many: words("pools", "pools", "pool"),
};
/// Days.
pub static DAYS: Noun = Noun {
    one: words("day", "jour", "giorno"),
    many: words("days", "jours", "giorni"),
};
/// Task slots of a node.
pub static SLOTS: Noun = Noun {
    one: words("task slot", "emplacement de tâche", "slot attività"),
    many: words("task slots", "emplacements de tâche", "slot attività"),
};
/// Resize operations.
pub static RESIZES: Noun = Noun {
    one: words("resize", "redimensionnement", "ridimensionamento"),
    many: words("resizes", "redimensionnements", "ridimensionamenti"),
};
/// Errors among findings.
pub static ERRORS: Noun = Noun {
    one: words("error", "erreur", "errore"),
    many: words("errors", "erreurs", "errori"),
};
/// Warnings among findings.
pub static WARNINGS: Noun = Noun {
    one: words("warning", "avertissement", "avviso"),
    many: words("warnings", "avertissements", "avvisi"),
};
/// Advice among findings.
pub static ADVICE: Noun = Noun {
    one: words("advice", "conseil", "consiglio"),
    many: words("advice", "conseils", "consigli"),
};
/// Lines of a text.
pub static LINES: Noun = Noun {
    one: words("line", "ligne", "riga"),
    many: words("lines", "lignes", "righe"),
};
/// Bytes.
pub static BYTES: Noun = Noun {
    one: words("byte", "octet", "byte"),
    many: words("bytes", "octets", "byte"),
};
/// Statements of an autoscale formula.
pub static STATEMENTS: Noun = Noun {
    one: words("statement", "instruction", "istruzione"),
    many: words("statements", "instructions", "istruzioni"),
};
/// Inbound NAT pools.
pub static NAT_POOLS: Noun = Noun {
    one: words("inbound NAT pool", "pool NAT entrant", "pool NAT in ingresso"),
    many: words("inbound NAT pools", "pools NAT entrants", "pool NAT in ingresso"),
};
/// Virtual processors of one node.
pub static VCPUS: Noun = Noun {
    one: words("vCPU", "vCPU", "vCPU"),
    many: words("vCPUs", "vCPU", "vCPU"),
};
/// Data disks of a node.
pub static DATA_DISKS: Noun = Noun {
    one: words("data disk", "disque de données", "disco dati"),
    many: words("data disks", "disques de données", "dischi dati"),
};
/// Application packages of a pool.
pub static PACKAGES: Noun = Noun {
    one: words(
        "application package",
        "package d’application",
        "pacchetto dell’applicazione",
    ),
    many: words(
        "application packages",
        "packages d’application",
        "pacchetti dell’applicazione",
    ),
};
/// Mounted file systems.
pub static MOUNTS: Noun = Noun {
    one: words(
        "mounted file system",
        "système de fichiers monté",
        "file system montato",
    ),
    many: words(
        "mounted file systems",
        "systèmes de fichiers montés",
        "file system montati",
    ),
};
/// Arguments of a function in an autoscale formula.
pub static ARGUMENTS: Noun = Noun {
    one: words("argument", "argument", "argomento"),
    many: words("arguments", "arguments", "argomenti"),
};
/// Public IP addresses.
pub static PUBLIC_IPS: Noun = Noun {
    one: words("public IP address", "adresse IP publique", "indirizzo IP pubblico"),
    many: words("public IP addresses", "adresses IP publiques", "indirizzi IP pubblici"),
};
/// Security rules of NAT pools.
pub static SECURITY_RULES: Noun = Noun {
    one: words("security rule", "règle de sécurité", "regola di sicurezza"),
    many: words("security rules", "règles de sécurité", "regole di sicurezza"),
};
/// Ports.
pub static PORTS: Noun = Noun {
    one: words("port", "port", "porta"),
    many: words("ports", "ports", "porte"),
};
