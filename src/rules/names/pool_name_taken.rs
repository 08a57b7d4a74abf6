//! AB0403: a pool name that another pool of the account has already.

use super::free_name;
use crate::facts::pages;
use crate::model::path;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0403",
    name: "pool-name-taken",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Names,
    title: words(
        "A pool name that another pool has already",
        "Un nom de pool déjà pris par un autre pool",
        "Un nome di pool che un altro pool ha già",
    ),
    why: words(
        "A pool name is unique in its account, and the request only ever creates a pool, so it is refused when the \
         name is taken. Changing the pool that is there is no way round: its size, machines, network and task slots \
         change only while it is empty. Microsoft advises a name never used before, such as one with a date or a GUID, \
         because jobs and logs keep the old name.",
        "Un nom de pool est unique dans son compte, et la requête ne fait que créer : elle est refusée si le nom est \
         pris. Modifier le pool existant n’y change rien : sa taille, ses machines, son réseau et ses emplacements de \
         tâche ne changent que tant qu’il est vide. Microsoft conseille un nom jamais utilisé, par exemple avec une date ou un GUID, car les travaux et \
         les journaux gardent l’ancien nom.",
        "Un nome di pool è univoco nel suo account e la richiesta crea soltanto: se il nome è preso viene rifiutata. \
         Modificare il pool esistente non aiuta: dimensioni, macchine, rete e slot attività cambiano solo finché è vuoto. \
         Microsoft consiglia un nome mai usato, ad esempio con una data o un GUID, perché processi e log conservano \
         il vecchio nome.",
    ),
    sources: &[
        pages::CONTRACT_POOLS.says(
        "The pool name must be unique in the account; `If-None-Match: *` refuses to overwrite a pool that is there.",
        "Le nom du pool doit être unique dans le compte ; `If-None-Match: *` refuse d’écraser un pool existant.",
        "Il nome del pool deve essere univoco nell’account; `If-None-Match: *` rifiuta di sovrascrivere un pool \
         esistente.",
    ),
        pages::DATA_PLANE.says(
            "Display name, VM size, VM configuration, task slots, scheduling, inter-node communication, network, users, \
             mounts and upgrade policy of a pool change only while it is empty.",
            "Nom d’affichage, taille et configuration des machines, emplacements de tâche, planification, communication \
             entre nœuds, réseau, utilisateurs, montages et stratégie de mise à niveau d’un pool ne changent que tant qu’il \
             est vide.",
            "Nome visualizzato, dimensioni e configurazione delle macchine, slot attività, pianificazione, comunicazione tra \
             nodi, rete, utenti, montaggi e criteri di aggiornamento di un pool cambiano solo finché è vuoto.",
        ),
        pages::BEST_PRACTICES.says(
        "Resources should have unique names that were never used before.",
        "Les ressources devraient avoir des noms uniques, jamais utilisés auparavant.",
        "Le risorse dovrebbero avere nomi univoci, mai usati prima.",
    ),
    ],
    fields: &[path::POOL_NAME, path::NEIGHBOURS],
    versions: None,
    example: example!("AB0403"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "Another pool of the account is named {0} already.",
    "Un autre pool du compte s’appelle déjà {0}.",
    "Un altro pool dell’account si chiama già {0}.",
);

fn check(context: &Context, report: &mut Report) {
    let plan = context.plan;
    for (name, _, neighbour) in free_name::clashes(plan, |name, other| other == name) {
        report.add(
            Finding::new(&RULE, path::POOL_NAME, Message::new(&SAY, [Arg::from(name)]))
                .related(neighbour)
                .offer_text(path::POOL_NAME, &free_name::like(name, plan)),
        );
    }
}
