//! Documented figures of networks, addresses and ports.

use crate::facts::{Limit, pages};
use crate::model::{CalendarDate, Ports};

/// Inbound NAT pools of a pool.
pub static NAT_POOLS_MOST: Limit<i64> = Limit {
    value: 5,
    from: pages::CONTRACT.says(
        "A pool has at most 5 inbound NAT pools; more are answered with 400 (Bad Request).",
        "Un pool compte au plus 5 pools NAT entrants ; au-delà, le service répond 400 (Bad Request).",
        "Un pool ha al massimo 5 pool NAT in ingresso; oltre, il servizio risponde 400 (Bad Request).",
    ),
};

/// Characters of the name of a NAT pool.
pub static NAT_POOL_NAME: Limit<i64> = Limit {
    value: 77,
    from: pages::CONTRACT.says(
        "The name of a NAT pool is unique in the pool and has at most 77 characters: letters, digits, `_`, `.` and `-`, \
         beginning with a letter or digit, ending with a letter, a digit or `_`; anything else is answered with 400.",
        "Le nom d’un pool NAT est unique dans le pool et compte au plus 77 caractères : lettres, chiffres, `_`, `.` et \
         `-` ; il commence par une lettre ou un chiffre et finit par une lettre, un chiffre ou `_` ; tout autre nom \
         reçoit la réponse 400.",
        "Il nome di un pool NAT è univoco nel pool e ha al massimo 77 caratteri: lettere, cifre, `_`, `.` e `-`; inizia \
         con una lettera o una cifra e finisce con una lettera, una cifra o `_`; ogni altro nome riceve la risposta 400.",
    ),
};

/// Ports of a node that a NAT pool may lead to.
pub static BACKEND_PORTS: Limit<Ports> = Limit {
    value: Ports {
        first: 1,
        last: 65_535,
    },
    from: pages::CONTRACT.says(
        "A backend port is unique in the pool and lies between `1` and `65535`, without the reserved `29876` and `29877`; \
         anything else is answered with 400.",
        "Un port back-end est unique dans le pool et compris entre `1` et `65535`, hors `29876` et `29877`, qui sont \
         réservés ; tout autre port reçoit la réponse 400.",
        "Una porta back-end è univoca nel pool e compresa tra `1` e `65535`, escluse `29876` e `29877`, riservate; ogni \
         altra porta riceve la risposta 400.",
    ),
};

/// The backend ports Batch keeps for itself.
pub static BACKEND_RESERVED: Limit<Ports> = Limit {
    value: Ports {
        first: 29_876,
        last: 29_877,
    },
    from: BACKEND_PORTS.from,
};

/// The backend ports of SSH and RDP, reserved as well by the texts before 2025-06-01.
pub static REMOTE_PORTS: Limit<[i64; 2]> = Limit {
    value: [22, 3389],
    from: pages::CONTRACT_2024.says(
        "Until 2024-07-01: the backend ports `22` and `3389` are reserved too, and answered with 400.",
        "Jusqu’à 2024-07-01 : les ports back-end `22` et `3389` sont réservés eux aussi, et reçoivent la réponse 400.",
        "Fino a 2024-07-01: anche le porte back-end `22` e `3389` sono riservate e ricevono la risposta 400.",
    ),
};

/// Ports of a load balancer that a NAT pool may use.
pub static FRONTEND_PORTS: Limit<Ports> = Limit {
    value: Ports {
        first: 1,
        last: 65_534,
    },
    from: pages::CONTRACT.says(
        "Frontend ports lie between `1` and `65534`, without the reserved `50000` to `55000`, and the ranges of a pool do \
         not overlap; anything else is answered with 400.",
        "Les ports front-end sont compris entre `1` et `65534`, hors `50000` à `55000`, qui sont réservés, et les plages \
         d’un pool ne se chevauchent pas ; sinon, le service répond 400.",
        "Le porte front-end sono comprese tra `1` e `65534`, escluse quelle da `50000` a `55000`, riservate, e gli \
         intervalli di un pool non si sovrappongono; altrimenti il servizio risponde 400.",
    ),
};

/// The frontend ports Batch keeps for itself.
pub static FRONTEND_RESERVED: Limit<Ports> = Limit {
    value: Ports {
        first: 50_000,
        last: 55_000,
    },
    from: FRONTEND_PORTS.from,
};

/// Frontend ports of a NAT pool, at the least.
pub static FRONTEND_LEAST: Limit<i64> = Limit {
    value: 40,
    from: pages::DATA_PLANE.says(
        "Each range of frontend ports has at least 40 ports; the management contract does not mention it.",
        "Chaque plage de ports front-end compte au moins 40 ports ; le contrat de gestion ne le mentionne pas.",
        "Ogni intervallo di porte front-end ha almeno 40 porte; il contratto di gestione non lo menziona.",
    ),
};

/// Security rules over all NAT pools of a pool.
pub static NSG_RULES_MOST: Limit<i64> = Limit {
    value: 25,
    from: pages::CONTRACT.says(
        "All NAT pools of a pool together have at most 25 security rules; more are answered with 400. Without any, one \
         rule allows the backend port.",
        "Tous les pools NAT d’un pool comptent ensemble au plus 25 règles de sécurité ; au-delà, le service répond 400. \
         Sans aucune, une règle autorise le port back-end.",
        "Tutti i pool NAT di un pool hanno insieme al massimo 25 regole di sicurezza; oltre, il servizio risponde 400. Se \
         non ce n’è nessuna, una regola consente la porta back-end.",
    ),
};

/// Priorities of security rules.
pub static NSG_PRIORITY: Limit<(i64, i64)> = Limit {
    value: (150, 4096),
    from: pages::CONTRACT.says(
        "Priorities lie between 150 and 4096 and are unique in the pool; the lower one wins. Anything else is answered with \
         400.",
        "Les priorités sont comprises entre 150 et 4096 et uniques dans le pool ; la plus petite l’emporte. Toute \
         autre valeur reçoit la réponse 400.",
        "Le priorità sono comprese tra 150 e 4096 e univoche nel pool; vince la più bassa. Altrimenti il servizio risponde \
         400.",
    ),
};

/// The highest priority until 2019-08-01.
pub static NSG_PRIORITY_OLD: Limit<i64> = Limit {
    value: 3500,
    from: pages::CONTRACT_2019.says(
        "Until 2019-08-01: priorities lie between 150 and 3500.",
        "Jusqu’à 2019-08-01 : les priorités sont comprises entre 150 et 3500.",
        "Fino a 2019-08-01: le priorità sono comprese tra 150 e 3500.",
    ),
};

/// Source ports of security rules.
pub static SOURCE_PORTS: Limit<Ports> = Limit {
    value: Ports {
        first: 0,
        last: 65_535,
    },
    from: pages::CONTRACT.says(
        "Source ports are `*`, or ports and ranges such as `100-200` within `0` and `65535` that do not overlap; anything \
         else is answered with 400. Left out, they are `*`.",
        "Les ports sources sont `*`, ou des ports et des plages comme `100-200`, compris entre `0` et `65535`, qui ne \
         se chevauchent pas ; sinon, le service répond 400. S’ils sont omis, `*` s’applique.",
        "Le porte di origine sono `*`, oppure porte e intervalli come `100-200`, compresi tra `0` e `65535`, che non si \
         sovrappongono; altrimenti il servizio risponde 400. Se mancano, vale `*`.",
    ),
};

/// Dedicated and Spot nodes that one public IP address serves.
pub static NODES_PER_IP: Limit<(i64, i64)> = Limit {
    value: (100, 100),
    from: pages::CONTRACT.says(
        "Each public IP address serves 100 dedicated or 100 Spot nodes: 250 dedicated nodes need at least 3 (since \
         2020-09-01).",
        "Chaque adresse IP publique sert 100 nœuds dédiés ou 100 nœuds Spot : 250 nœuds dédiés en demandent au moins 3 \
         (depuis 2020-09-01).",
        "Ogni indirizzo IP pubblico serve 100 nodi dedicati o 100 nodi Spot: 250 nodi dedicati ne richiedono almeno 3 (da \
         2020-09-01).",
    ),
};

/// The same before 2020-09-01.
pub static NODES_PER_IP_OLD: Limit<(i64, i64)> = Limit {
    value: (50, 20),
    from: pages::CONTRACT_2020.says(
        "From 2019-08-01 to 2020-05-01: each public IP address serves 50 dedicated or 20 low-priority nodes.",
        "De 2019-08-01 à 2020-05-01 : chaque adresse IP publique sert 50 nœuds dédiés ou 20 nœuds de basse priorité.",
        "Da 2019-08-01 a 2020-05-01: ogni indirizzo IP pubblico serve 50 nodi dedicati o 20 nodi a priorità bassa.",
    ),
};

/// Public IP addresses to keep in reserve, in percent, and at the least.
pub static SPARE_IPS: Limit<(i64, i64)> = Limit {
    value: (10, 1),
    from: pages::OWN_PUBLIC_IPS.says(
        "Some addresses should be spare: one at least, or about 10 % of all. The list cannot change once the pool exists.",
        "Quelques adresses devraient rester en réserve : une au moins, ou environ 10 % du total. La liste ne peut plus \
         changer une fois le pool créé.",
        "Alcuni indirizzi dovrebbero restare di riserva: almeno uno, o circa il 10 % del totale. L’elenco non può più \
         cambiare una volta creato il pool.",
    ),
};

/// Nodes in a virtual network for which Batch takes one set of network resources.
pub static NODES_PER_RESOURCES: Limit<i64> = Limit {
    value: 100,
    from: pages::QUOTAS.says(
        "For each 100 nodes in a virtual network Batch takes one network security group, one public IP address and one \
         load balancer, out of the quotas of the network’s subscription.",
        "Par tranche de 100 nœuds dans un réseau virtuel, Batch prend un groupe de sécurité réseau, une adresse IP \
         publique et un équilibreur de charge, imputés sur les quotas de l’abonnement du réseau.",
        "Per ogni 100 nodi in una rete virtuale Batch usa un gruppo di sicurezza di rete, un indirizzo IP pubblico e \
         un servizio di bilanciamento del carico, attingendo alle quote della sottoscrizione della rete.",
    ),
};

/// The same in the revisions of 2019 and 2020.
pub static NODES_PER_RESOURCES_OLD: Limit<i64> = Limit {
    value: 50,
    from: pages::QUOTAS_2020.says(
        "In the revisions of 2019 and 2020: one set of network resources for each 50 nodes.",
        "Dans les révisions de 2019 et 2020 : un jeu de ressources réseau par tranche de 50 nœuds.",
        "Nelle revisioni del 2019 e del 2020: un insieme di risorse di rete per ogni 50 nodi.",
    ),
};

/// Addresses of each subnet that Azure keeps for itself.
pub static SUBNET_RESERVED: Limit<i64> = Limit {
    value: 5,
    from: pages::VNET_QUESTIONS.says(
        "Azure reserves 5 addresses of each subnet; subnets go from a `/29` to a `/8`.",
        "Azure réserve 5 adresses de chaque sous-réseau ; les sous-réseaux vont d’un `/29` à un `/8`.",
        "Azure riserva 5 indirizzi di ogni subnet; le subnet vanno da una `/29` a una `/8`.",
    ),
};

/// The prefix lengths of the largest and of the smallest subnet.
pub static SUBNET_PREFIXES: Limit<(u32, u32)> = Limit {
    value: (8, 29),
    from: SUBNET_RESERVED.from,
};

/// The last day on which pools of older api-versions got SSH and RDP mapped by themselves.
pub static REMOTE_ACCESS_MAPPED: Limit<CalendarDate> = Limit {
    value: CalendarDate::new(2025, 11, 30),
    from: pages::ENDPOINTS.says(
        "From 2024-07-01 on, and for every pool made after 30 November 2025 whatever the api-version, Batch no longer maps \
         the ports of SSH and RDP; who needs them configures endpoints for `22` and `3389`.",
        "À partir de 2024-07-01, et pour tout pool créé après le 30 novembre 2025 quelle que soit l’api-version, Batch ne \
         mappe plus les ports de SSH et RDP ; qui en a besoin configure des points de terminaison pour `22` et `3389`.",
        "Da 2024-07-01, e per ogni pool creato dopo il 30 novembre 2025 qualunque sia l’api-version, Batch non mappa più \
         le porte di SSH e RDP; chi ne ha bisogno configura endpoint per `22` e `3389`.",
    ),
};

/// vCPUs with which accelerated networking begins.
pub static ACCELERATED_VCPUS: Limit<u32> = Limit {
    value: 2,
    from: pages::ACCELERATED_NETWORKING.says(
        "Most general-purpose and compute-optimised sizes with 2 or more vCPUs support it, those with hyper-threading from \
         4 on.",
        "La plupart des tailles à usage général et optimisées pour le calcul la prennent en charge à partir de 2 vCPU, \
         celles avec hyper-threading à partir de 4.",
        "La maggior parte delle dimensioni per utilizzo generico e ottimizzate per il calcolo la supporta da 2 vCPU in su, \
         quelle con hyper-threading da 4.",
    ),
};
