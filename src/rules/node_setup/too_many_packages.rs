//! AB0630: more application packages than a pool may have.

use super::shapes::too_many;
use crate::facts::limits::PACKAGES_MOST;
use crate::model::node_setup;
use crate::rules::{Area, Basis, Check, Rule, Severity, example};
use crate::words::{nouns, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0630",
    name: "too-many-application-packages",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "Too many application packages",
        "Trop de packages d’application",
        "Troppi pacchetti dell’applicazione",
    ),
    why: words(
        "The number of application packages of a pool is limited. Packages that only some tasks need can be named by those \
         tasks, several small ones can be made into one, and the image can hold what never changes.",
        "Le nombre de packages d’application d’un pool est limité. Ceux dont seules certaines tâches ont besoin peuvent \
         être nommés par ces tâches, plusieurs petits peuvent n’en faire qu’un, et l’image peut contenir ce qui ne change \
         jamais.",
        "Il numero di pacchetti dell’applicazione di un pool è limitato. Quelli necessari solo ad alcune attività possono \
         essere indicati da queste, più pacchetti piccoli possono diventarne uno, e l’immagine può contenere ciò che non \
         cambia mai.",
    ),
    sources: &[PACKAGES_MOST.from],
    fields: &[node_setup::PACKAGES],
    versions: None,
    example: example!("AB0630"),
    check: Check::Own(|context, report| {
        let most = PACKAGES_MOST.value;
        too_many(context, report, &RULE, node_setup::PACKAGES, most, &nouns::PACKAGES);
    }),
};
