//! Documented figures of scale: nodes that talk, time-outs, task slots.

use crate::facts::{Limit, pages};
use crate::model::IsoDuration;

/// Nodes of a pool with inter-node communication, in an account that allocates in Batch's own subscription.
pub static INTER_NODE_MOST: Limit<i64> = Limit {
    value: 100,
    from: pages::QUOTAS.says(
        "A pool with inter-node communication has at most 100 nodes in Batch service mode.",
        "Un pool avec communication entre nœuds compte au plus 100 nœuds en mode service Batch.",
        "Un pool con comunicazione tra nodi ha al massimo 100 nodi in modalità servizio Batch.",
    ),
};

/// The same in user-subscription mode.
pub static INTER_NODE_MOST_OWN: Limit<i64> = Limit {
    value: 80,
    from: pages::QUOTAS.says(
        "A pool with inter-node communication has at most 80 nodes in user subscription mode.",
        "Un pool avec communication entre nœuds compte au plus 80 nœuds en mode abonnement utilisateur.",
        "Un pool con comunicazione tra nodi ha al massimo 80 nodi in modalità sottoscrizione utente.",
    ),
};

/// The shortest resize time-out.
pub static RESIZE_TIMEOUT_LEAST: Limit<IsoDuration> = Limit {
    value: IsoDuration::minutes(5),
    from: pages::CONTRACT.says(
        "The resize time-out is at least 5 minutes; below that the service answers 400 (Bad Request).",
        "Le délai de redimensionnement est d’au moins 5 minutes ; en deçà, le service répond 400 (Bad Request).",
        "Il timeout di ridimensionamento è di almeno 5 minuti; al di sotto il servizio risponde 400 (Bad Request).",
    ),
};

/// The resize time-out when none is given.
pub static RESIZE_TIMEOUT_DEFAULT: Limit<IsoDuration> = Limit {
    value: IsoDuration::minutes(15),
    from: pages::CONTRACT.says(
        "The resize time-out is an ISO 8601 duration; when it is left out it is 15 minutes.",
        "Le délai de redimensionnement est une durée ISO 8601 ; en son absence, il est de 15 minutes.",
        "Il timeout di ridimensionamento è una durata ISO 8601; se manca, è di 15 minuti.",
    ),
};

/// The shortest time between two evaluations of an autoscale formula.
pub static EVALUATION_LEAST: Limit<IsoDuration> = Limit {
    value: IsoDuration::minutes(5),
    from: pages::DATA_PLANE.says(
        "A formula is evaluated at most once every 5 minutes; a shorter interval is answered with 400 (Bad Request).",
        "Une formule est évaluée au plus une fois toutes les 5 minutes ; un intervalle plus court reçoit la réponse \
         400 (Bad Request).",
        "Una formula viene valutata al massimo una volta ogni 5 minuti; un intervallo più breve riceve la risposta \
         400 (Bad Request).",
    ),
};

/// The longest.
pub static EVALUATION_MOST: Limit<IsoDuration> = Limit {
    value: IsoDuration::minutes(168 * 60),
    from: pages::DATA_PLANE.says(
        "A formula is evaluated at least once every 168 hours; a longer interval is answered with 400 (Bad Request).",
        "Une formule est évaluée au moins une fois toutes les 168 heures ; un intervalle plus long reçoit la réponse \
         400 (Bad Request).",
        "Una formula viene valutata almeno una volta ogni 168 ore; un intervallo più lungo riceve la risposta 400 \
         (Bad Request).",
    ),
};

/// The time between two evaluations when none is given.
pub static EVALUATION_DEFAULT: Limit<IsoDuration> = Limit {
    value: IsoDuration::minutes(15),
    from: pages::CONTRACT.says(
        "The evaluation interval is an ISO 8601 duration; when it is left out it is 15 minutes.",
        "L’intervalle d’évaluation est une durée ISO 8601 ; en son absence, il est de 15 minutes.",
        "L’intervallo di valutazione è una durata ISO 8601; se manca, è di 15 minuti.",
    ),
};

/// Task slots of a node, at the least.
pub static SLOTS_LEAST: Limit<i64> = Limit {
    value: 1,
    from: pages::CONTRACT.says(
        "A node has 1 task slot when nothing else is given.",
        "Un nœud a 1 emplacement de tâche si rien d’autre n’est indiqué.",
        "Un nodo ha 1 slot attività se non si indica altro.",
    ),
};

/// Task slots for each core of a node.
pub static SLOTS_PER_CORE: Limit<i64> = Limit {
    value: 4,
    from: pages::CONTRACT.says(
        "Task slots of a node: from 1 to the smaller of 4 × its cores and 256.",
        "Emplacements de tâche d’un nœud : de 1 au plus petit de 4 × ses cœurs et 256.",
        "Slot attività di un nodo: da 1 al minore tra 4 × i suoi core e 256.",
    ),
};

/// Task slots of a node of any size.
pub static SLOTS_MOST: Limit<i64> = Limit {
    value: 256,
    from: pages::PARALLEL_TASKS.says(
        "A node runs at most 4 tasks a core, and never more than 256.",
        "Un nœud exécute au plus 4 tâches par cœur, et jamais plus de 256.",
        "Un nodo esegue al massimo 4 attività per core e mai più di 256.",
    ),
};

/// Nodes of a pool whose work must go on.
pub static STEADY_POOL_LEAST: Limit<i64> = Limit {
    value: 2,
    from: pages::BEST_PRACTICES.says(
        "A pool should have more than one node, as a single node is not always available.",
        "Un pool devrait compter plus d’un nœud, car un nœud isolé n’est pas toujours disponible.",
        "Un pool dovrebbe avere più di un nodo, perché un singolo nodo non è sempre disponibile.",
    ),
};
