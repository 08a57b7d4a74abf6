//! The lists of the form: what an item shows, and what a new one holds.

use super::{Choice, Control, ItemMember, ListOf, sections::UNSET};
use crate::facts::limits::PACKAGES_MOST;
use crate::model::{Node, Plan, path};
use crate::words::{Words, words};

const fn text(below: &'static str, label: Words) -> ItemMember {
    ItemMember {
        below,
        label,
        control: Control::Text { code: true, unit: None },
        secret: false,
    }
}

const fn number(below: &'static str, label: Words) -> ItemMember {
    ItemMember {
        below,
        label,
        control: Control::Number { unit: None },
        secret: false,
    }
}

const fn menu(below: &'static str, label: Words, choices: &'static [Choice]) -> ItemMember {
    ItemMember {
        below,
        label,
        control: Control::Menu { absent: UNSET, choices },
        secret: false,
    }
}

const fn same(value: &'static str) -> Choice {
    Choice {
        value,
        label: Words::same(value),
    }
}

const NAME: Words = words("Name", "Nom", "Nome");
const REMOVE: Words = words("Remove", "Supprimer", "Rimuovi");

/// Other pools on the same image.
pub(super) static NEIGHBOURS: ListOf = ListOf {
    none: words(
        "no other pool named",
        "aucun autre pool indiqué",
        "nessun altro pool indicato",
    ),
    add: words("Add pool", "Ajouter un pool", "Aggiungi pool"),
    remove: REMOVE,
    fresh: |plan| {
        let name = free_name(plan, path::NEIGHBOURS, "/poolName", "pool");
        Node::object([
            ("poolName", name),
            ("dedicated", Node::number(0)),
            ("spot", Node::number(0)),
        ])
    },
    members: &[
        text("/poolName", words("Pool", "Pool", "Pool")),
        number("/dedicated", words("Dedicated nodes", "Nœuds dédiés", "Nodi dedicati")),
        number("/spot", words("Spot nodes", "Nœuds Spot", "Nodi Spot")),
    ],
    most: None,
};

/// Data disks of each node.
pub(super) static DATA_DISKS: ListOf = ListOf {
    none: words("none", "aucun", "nessuno"),
    add: words("Add disk", "Ajouter un disque", "Aggiungi disco"),
    remove: REMOVE,
    fresh: |plan| {
        let used: Vec<i64> = items(plan, path::DATA_DISKS)
            .iter()
            .filter_map(|disk| disk.get("lun")?.as_whole())
            .collect();
        let lun = (0..).find(|lun| !used.contains(lun)).unwrap_or(0);
        let caching = Node::text("ReadWrite");
        Node::object([
            ("lun", Node::number(lun)),
            ("caching", caching),
            ("diskSizeGB", Node::number(128)),
        ])
    },
    members: &[
        number("/lun", words("LUN", "LUN", "LUN")),
        number("/diskSizeGB", words("Size in GB", "Taille en Go", "Dimensioni in GB")),
        menu(
            "/caching",
            words("Caching", "Mise en cache", "Cache"),
            &[same("None"), same("ReadOnly"), same("ReadWrite")],
        ),
    ],
    most: None,
};

/// Inbound NAT pools.
pub(super) static NAT_POOLS: ListOf = ListOf {
    none: words("none", "aucun", "nessuno"),
    add: words("Add NAT pool", "Ajouter un pool NAT", "Aggiungi pool NAT"),
    remove: REMOVE,
    fresh: |plan| {
        let start = 1_000 + 1_000 * items(plan, path::NAT_POOLS).len() as i64;
        Node::object([
            ("name", free_name(plan, path::NAT_POOLS, "/name", "nat")),
            ("protocol", Node::text("TCP")),
            ("backendPort", Node::number(if start == 1_000 { 22 } else { start })),
            ("frontendPortRangeStart", Node::number(start)),
            ("frontendPortRangeEnd", Node::number(start + 499)),
        ])
    },
    members: &[
        text("/name", NAME),
        menu(
            "/protocol",
            words("Protocol", "Protocole", "Protocollo"),
            &[same("TCP"), same("UDP")],
        ),
        number(
            "/backendPort",
            words("Port on the node", "Port du nœud", "Porta del nodo"),
        ),
        number(
            "/frontendPortRangeStart",
            words("First outside port", "Premier port externe", "Prima porta esterna"),
        ),
        number(
            "/frontendPortRangeEnd",
            words("Last outside port", "Dernier port externe", "Ultima porta esterna"),
        ),
    ],
    most: Some(5),
};

/// User accounts on each node.
pub(super) static USERS: ListOf = ListOf {
    none: words("none", "aucun", "nessuno"),
    add: words("Add user", "Ajouter un utilisateur", "Aggiungi utente"),
    remove: REMOVE,
    fresh: |plan| {
        let name = free_name(plan, "/pool/properties/userAccounts", "/name", "user");
        Node::object([
            ("name", name),
            ("password", Node::text("")),
            ("elevationLevel", Node::text("NonAdmin")),
        ])
    },
    members: &[
        text("/name", NAME),
        ItemMember {
            secret: true,
            ..text("/password", words("Password", "Mot de passe", "Password"))
        },
        menu(
            "/elevationLevel",
            words("Rights", "Droits", "Diritti"),
            &[
                Choice {
                    value: "NonAdmin",
                    label: words("User", "Utilisateur", "Utente"),
                },
                Choice {
                    value: "Admin",
                    label: words("Administrator", "Administrateur", "Amministratore"),
                },
            ],
        ),
    ],
    most: None,
};

/// Application packages.
pub(super) static PACKAGES: ListOf = ListOf {
    none: words("none", "aucun", "nessuno"),
    add: words("Add package", "Ajouter un package", "Aggiungi pacchetto"),
    remove: REMOVE,
    fresh: |plan| {
        let target = &plan.target;
        let part = |value: Option<&str>, name: &str| value.map_or(format!("{{{name}}}"), str::to_owned);
        let id = format!(
            "/subscriptions/{}/resourceGroups/{}/providers/Microsoft.Batch/batchAccounts/{}/applications/{{application}}",
            part(target.subscription, "subscriptionId"),
            part(target.resource_group, "resourceGroup"),
            part(target.account, "accountName"),
        );
        Node::object([("id", Node::text(id))])
    },
    members: &[
        text("/id", words("Application", "Application", "Applicazione")),
        text("/version", words("Version", "Version", "Versione")),
    ],
    most: Some(PACKAGES_MOST.value),
};

/// Name–value pairs without meaning to the service.
pub(super) static METADATA: ListOf = ListOf {
    none: words("none", "aucune", "nessuno"),
    add: words("Add pair", "Ajouter une paire", "Aggiungi coppia"),
    remove: REMOVE,
    fresh: |plan| {
        Node::object([
            ("name", free_name(plan, path::METADATA, "/name", "name")),
            ("value", Node::text("value")),
        ])
    },
    members: &[text("/name", NAME), text("/value", words("Value", "Valeur", "Valore"))],
    most: None,
};

fn items<'a>(plan: &Plan<'a>, pointer: &str) -> &'a [Node] {
    plan.at(pointer).map_or(&[], Node::items)
}

/// `stem-1`, `stem-2` …: the first that no item has yet.
fn free_name(plan: &Plan, list: &str, below: &str, stem: &str) -> Node {
    let taken = |name: &str| {
        items(plan, list)
            .iter()
            .any(|item| item.at(below).and_then(Node::as_text) == Some(name))
    };
    let name = (1..).map(|number| format!("{stem}-{number}")).find(|name| !taken(name));
    Node::text(name.unwrap_or_default())
}
