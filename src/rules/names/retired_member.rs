//! AB0418: a member of the body whose feature is retired.

use super::ending;
use crate::facts::contract::member_at;
use crate::facts::retirements::FEATURES_OF_2024;
use crate::facts::{Citation, later_pages as pages};
use crate::model::{Edit, Value, path};
use crate::rules::{Area, Basis, Check, Context, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0418",
    name: "retired-pool-feature",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Names,
    title: words(
        "A member of the body whose feature is retired",
        "Un membre du corps dont la fonctionnalité est retirée",
        "Un membro del corpo la cui funzionalità è ritirata",
    ),
    why: words(
        "Older api-versions still have the member, but the service no longer has what it stands for: the request is \
         refused, or the pool gets no nodes.",
        "Les anciennes api-versions ont encore ce membre, mais le service n’a plus ce qu’il désigne : la requête est \
         refusée, ou le pool n’obtient pas de nœuds.",
        "Le api-version meno recenti hanno ancora il membro, ma il servizio non ha più ciò che indica: la richiesta viene \
         rifiutata, o il pool non ottiene nodi.",
    ),
    sources: &[
        CLOUD_SERVICES,
        CERTIFICATES,
        CERTIFICATES_ANSWER,
        LICENCES,
        LICENCES_ANSWER,
    ],
    fields: &[path::CLOUD_SERVICE, path::CERTIFICATES, path::APPLICATION_LICENSES],
    versions: None,
    example: example!("AB0418"),
    check: Check::Own(check),
};

const CLOUD_SERVICES: Citation = pages::CLOUD_SERVICE_POOLS.says(
    "After 29 February 2024 no new pool with `cloudServiceConfiguration` can be created, and none gets new nodes.",
    "Après le 29 février 2024, aucun nouveau pool avec `cloudServiceConfiguration` ne peut être créé, et aucun ne reçoit \
     de nouveaux nœuds.",
    "Dopo il 29 febbraio 2024 non si possono creare nuovi pool con `cloudServiceConfiguration`, e nessuno riceve nuovi \
     nodi.",
);
const CERTIFICATES: Citation = pages::CERTIFICATES.says(
    "After 29 February 2024 certificates of an account can no longer be linked to pools; the Key Vault extension with a \
     user-assigned identity takes their place.",
    "Après le 29 février 2024, les certificats d’un compte ne peuvent plus être liés à des pools ; l’extension Key Vault \
     avec une identité affectée par l’utilisateur les remplace.",
    "Dopo il 29 febbraio 2024 i certificati di un account non si possono più collegare ai pool; li sostituisce \
     l’estensione Key Vault con un’identità assegnata dall’utente.",
);
const CERTIFICATES_ANSWER: Citation = pages::CERTIFICATES_ANSWER.says(
    "The service answers 400 `CertificateRetired`: no pool may hold references to certificates.",
    "Le service répond 400 `CertificateRetired` : aucun pool ne doit contenir de références à des certificats.",
    "Il servizio risponde 400 `CertificateRetired`: nessun pool può contenere riferimenti a certificati.",
);
const LICENCES: Citation = pages::RENDERING.says(
    "Rendering images and pay-for-use licences are retired on 29 February 2024; a custom image with licences of one’s own \
     takes their place.",
    "Les images de rendu et les licences à l’utilisation sont retirées le 29 février 2024 ; une image personnalisée \
     avec vos propres licences les remplace.",
    "Le immagini di rendering e le licenze a consumo vengono ritirate il 29 febbraio 2024; le sostituisce un’immagine \
     personalizzata con licenze proprie.",
);
const LICENCES_ANSWER: Citation = pages::LICENCES_ANSWER.says(
    "A user quotes the service: application licences are blocked since 29 February 2024, and the pool gets no nodes.",
    "Un utilisateur cite le service : les licences d’application sont bloquées depuis le 29 février 2024, et le pool \
     n’obtient pas de nœuds.",
    "Un utente cita il servizio: le licenze delle applicazioni sono bloccate dal 29 febbraio 2024, e il pool non ottiene \
     nodi.",
);

/// A retired feature and the member that asks for it.
struct Feature {
    path: &'static str,
    /// What its end is worth once its last day is over.
    after: Severity,
    why: Words,
    sources: &'static [Citation],
    /// Whether the pool can do without the member.
    dispensable: bool,
}

static FEATURES: [Feature; 3] = [
    Feature {
        path: path::CLOUD_SERVICE,
        after: Severity::Error,
        why: words(
            "No new pool of Cloud Services can be created, and none gets new nodes. Describe the nodes with \
             `virtualMachineConfiguration` instead.",
            "Aucun nouveau pool Cloud Services ne peut être créé, et aucun ne reçoit de nouveaux nœuds. Décrivez les nœuds \
             avec `virtualMachineConfiguration`.",
            "Non si può creare alcun nuovo pool di Servizi cloud, e nessuno riceve nuovi nodi. Descrivere i nodi con \
             `virtualMachineConfiguration`.",
        ),
        sources: &[CLOUD_SERVICES],
        dispensable: false,
    },
    Feature {
        path: path::CERTIFICATES,
        after: Severity::Error,
        why: words(
            "A pool with certificates is refused with `CertificateRetired`. Keep them in Key Vault and let its VM extension \
             install them, through a user-assigned identity of the pool.",
            "Un pool avec des certificats est refusé avec `CertificateRetired`. Conservez-les dans Key Vault et laissez son \
             extension de machine virtuelle les installer, grâce à une identité du pool affectée par l’utilisateur.",
            "Un pool con certificati viene rifiutato con `CertificateRetired`. Conservarli in Key Vault e farli installare \
             dalla sua estensione, tramite un’identità del pool assegnata dall’utente.",
        ),
        sources: &[CERTIFICATES, CERTIFICATES_ANSWER],
        dispensable: true,
    },
    Feature {
        path: path::APPLICATION_LICENSES,
        // What happens since then only a user tells.
        after: Severity::Warning,
        why: words(
            "Licences paid by use are retired; a user reports that the service blocks them and the pool gets no nodes. Use \
             licences of your own with a custom image.",
            "Les licences à l’utilisation sont retirées ; un utilisateur rapporte que le service les bloque et que le pool \
             n’obtient pas de nœuds. Utilisez vos propres licences avec une image personnalisée.",
            "Le licenze a consumo sono ritirate; un utente riferisce che il servizio le blocca e il pool non ottiene nodi. \
             Usare licenze proprie con un’immagine personalizzata.",
        ),
        sources: &[LICENCES, LICENCES_ANSWER],
        dispensable: true,
    },
];

fn check(context: &Context, report: &mut Report) {
    for feature in &FEATURES {
        let used = context.plan.at(feature.path).is_some_and(|node| match &node.value {
            Value::List(items) => !items.is_empty(),
            value => matches!(value, Value::Object(_)),
        });
        // Where the contract has it no more, the contract’s own rule speaks.
        let below = feature.path.strip_prefix(path::POOL).unwrap_or_default();
        let version = context.plan.api_version();
        if !used || !member_at(below).is_some_and(|member| member.lives_in(version)) {
            continue;
        }
        let name = path::last(feature.path);
        let days = (FEATURES_OF_2024, context.as_of);
        let finding = ending::finding(&RULE, feature.path, &name, days, feature.after)
            .because(&feature.why)
            .citing(feature.sources);
        report.add(match feature.dispensable {
            true => finding.fix(
                Message::new(&fix_titles::REMOVE, [name.into()]),
                [Edit::remove(feature.path)],
            ),
            false => finding,
        });
    }
}
